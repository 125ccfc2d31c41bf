//! The tools that a roster names, and what each agent may do with them.

use std::collections::HashMap;

use include_agents_core::__private::{distance, permission};

use crate::base::span::{Span, SpannedText};
use crate::format::tool_entries as entries;
use crate::parse::definition::Definition;
use crate::resolve::definitions::Definitions;
use crate::resolve::named::{NameKind, Names};
use crate::resolve::tools::is_declared;

/// The tools of a roster, and what its agents may do with them.
#[derive(Debug)]
pub struct ToolUse {
    /// The tools that agents are granted or denied by name, or have by their memory.
    pub tools: Names,
    /// What agents are granted and allowed, each once.
    pub lists: Vec<AllowedTools>,
    /// The place in `lists` of what each definition says.
    pub list_of: Vec<usize>,
    pub(super) has_typos: bool,
}

/// What an agent is granted and allowed.
#[derive(Debug)]
pub struct AllowedTools {
    /// The entries of `tools`, each as the place of its tool with its specifier; `None` for every tool there is.
    pub grants: Option<Vec<(usize, Option<String>)>>,
    /// The tools that are denied by name.
    pub denied: Vec<usize>,
    /// For each tool whether the agent may use it: it is granted or implied, and not denied.
    pub is_allowed: Vec<bool>,
}

/// What the file of an agent says about tools.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Lists<'r> {
    /// The entries of `tools`; `None` for every tool.
    granted: Option<Vec<&'r str>>,
    denied: Vec<&'r str>,
    has_memory: bool,
}

impl ToolUse {
    /// The tools that definitions name.
    #[must_use]
    pub fn new(definitions: Definitions) -> Self {
        let (mut distinct, mut places, mut has_typos) = (Vec::new(), HashMap::new(), false);
        let lists = definitions.list.iter().map(|definition| {
            let is_meant = definitions.is_meant(definition);
            let lists = Lists::of(definition, |entry| {
                let read = if is_meant { meant(definitions, entry) } else { entry };
                has_typos |= read != entry;
                read
            });
            *places.entry(lists).or_insert_with_key(|lists| {
                distinct.push((definition, lists.clone()));
                distinct.len() - 1
            })
        });
        let list_of: Vec<usize> = lists.collect();
        let names = distinct.iter().flat_map(|(definition, lists)| lists.names(definition));
        let tools = Names::new(NameKind::Tool, names);
        let lists = distinct.iter().map(|(_, lists)| lists.resolve(&tools)).collect();
        Self { tools, lists, list_of, has_typos }
    }
}

/// The entry that is meant by another; nothing where it is no tool at all.
fn meant<'r>(Definitions { settings, format, .. }: Definitions<'r, '_>, entry: &'r str) -> &'r str {
    let name = permission::name(entry);
    if name == "*" || is_declared(settings, name) {
        entry
    } else if settings.is_own() {
        distance::closest(name, settings.known_tools.iter().map(String::as_str)).unwrap_or_default()
    } else if format.tools.is_known(name) || name.starts_with("mcp__") {
        entry
    } else {
        // What is left of a list that something other than commas separates.
        let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.:".contains(&byte))
            && name.bytes().any(|byte| byte.is_ascii_alphanumeric())
            && !entries::is_filler(name);
        let unknown = if is_name { entry } else { "" };
        format.tools.suggest(name).unwrap_or(unknown)
    }
}

/// The tool that an entry names, by the name that it has today: a server counts as a tool. A pattern names none.
fn tool(entry: &str, is_denied: bool) -> Option<&str> {
    if entries::is_malformed(entry, is_denied) {
        return None;
    }
    let name = permission::current(permission::name(entry));
    let name = permission::server(name).unwrap_or(name);
    (!name.is_empty() && !name.contains('*')).then_some(name)
}

impl<'r> Lists<'r> {
    fn of(definition: &'r Definition, mut read: impl FnMut(&'r str) -> &'r str) -> Self {
        let mut list = |entries: &'r [SpannedText]| entries.iter().map(|entry| read(&entry.value)).collect::<Vec<_>>();
        let granted = definition.tools.as_deref().map(&mut list);
        Self {
            granted: granted.filter(|entries| !entries.contains(&"*")),
            denied: list(&definition.disallowed_tools),
            has_memory: definition.memory.is_some(),
        }
    }

    /// The names of the tools, each with its place in one of the files that say so.
    fn names(&self, definition: &Definition) -> Vec<(&'r str, Span)> {
        let spans = |list: &[SpannedText]| list.iter().map(|entry| entry.span).collect::<Vec<_>>();
        let granted = spans(definition.tools.as_deref().unwrap_or_default());
        let entries = self.granted.iter().flatten().copied().zip(granted).map(|entry| (entry, false));
        let denied = self.denied.iter().copied().zip(spans(&definition.disallowed_tools)).map(|entry| (entry, true));
        let named =
            entries.chain(denied).filter_map(|((entry, span), is_denied)| Some((tool(entry, is_denied)?, span)));
        let implied = if self.has_memory && self.granted.is_some() { permission::OF_MEMORY.as_slice() } else { &[] };
        named.chain(implied.iter().map(|name| (*name, Span::new(definition.file, 0..0)))).collect()
    }

    /// What `permission::allows` says of each tool, without comparing each entry with each tool.
    fn resolve(&self, tools: &Names) -> AllowedTools {
        let mut is_allowed = vec![self.granted.is_none(); tools.list.len()];
        let mut set = |entry: &str, is_denied: bool| {
            let name = permission::current(permission::name(entry));
            if permission::server(name).is_some() || name.starts_with("mcp__*") {
                for (tool, is_allowed) in tools.list.iter().zip(&mut is_allowed) {
                    let is_covered = if is_denied { permission::denies } else { permission::grants };
                    *is_allowed = if is_covered(entry, &tool.name) { !is_denied } else { *is_allowed };
                }
            } else if let Some(is_allowed) = tools.index(name).and_then(|index| is_allowed.get_mut(index)) {
                *is_allowed = !is_denied;
            }
        };
        let implied = if self.has_memory { permission::OF_MEMORY.as_slice() } else { &[] };
        for entry in self.granted.iter().flatten().chain(implied) {
            set(entry, false);
        }
        for entry in &self.denied {
            set(entry, true);
        }
        let grant =
            |entry: &&str| Some((tools.index(tool(entry, false)?)?, permission::specifier(entry).map(str::to_owned)));
        let grants = self.granted.as_ref().map(|entries| entries.iter().filter_map(grant).collect());
        let denied = self.denied.iter().filter_map(|entry| tools.index(tool(entry, true)?)).collect();
        AllowedTools { grants, denied, is_allowed }
    }
}
