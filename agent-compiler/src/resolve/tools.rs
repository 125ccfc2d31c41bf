//! Entries of `tools` and `disallowedTools` that are not plain tools, neither from the tables nor from the settings.

use std::collections::{BTreeSet, HashMap};

use include_agents_core::__private::{distance, permission};

use crate::base::span::SpannedText;
use crate::format::tool_entries as entries;
use crate::format::tools::{ForeignTool, ToolStatus, Tools};
use crate::format::types::PermissionMode;
use crate::input::settings::Settings;
use crate::parse::definition::Definition;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::Yaml;

/// The two lists of tools of an agent, and what is known of tools.
#[derive(Clone, Copy)]
pub struct ToolLists<'r, 'a> {
    /// The agent.
    pub definition: &'r Definition<'a>,
    /// The settings, which may name more tools.
    pub settings: &'r Settings,
}

/// Whether the settings declare a tool. A server is declared with all its tools.
#[must_use]
pub fn is_declared(settings: &Settings, name: &str) -> bool {
    let known = &settings.known_tools;
    let server = name.strip_prefix("mcp__").and_then(|rest| rest.split_once("__"));
    known.contains(name) || server.is_some_and(|(server, _)| known.contains(&format!("mcp__{server}")))
}

/// A part of a list in which something other than commas separates tools or the words of one.
pub struct Phrase<'r, 'a> {
    /// The part.
    pub part: &'r SpannedText<'a>,
    /// Whether it is a part of `disallowedTools`.
    pub is_denied: bool,
    /// Whether it is an item of a YAML list, and not part of a comma-separated string.
    pub is_item: bool,
    /// What it means.
    pub meaning: Meaning<'r>,
}

/// What a part of a list means.
pub enum Meaning<'r> {
    /// Several tools.
    Tools {
        /// The tools.
        tools: Vec<&'r str>,
        /// Whether Claude Code reads each of them: only commas and spaces separate them from each other and from other words.
        is_read: bool,
    },
    /// A tool whose name is written in several words.
    Tool(&'static str),
}

/// An entry of `tools` or `disallowedTools` that is not a known tool.
pub struct Unknown<'r, 'a> {
    /// The tools that are known.
    pub tools: &'r Tools,
    /// The entry.
    pub entry: &'r SpannedText<'a>,
    /// The tool name in it, without parentheses.
    pub name: &'r str,
    /// Whether it is an entry of `disallowedTools`.
    pub is_denied: bool,
}

/// The first entry of `tools` for each tool and each server.
#[derive(Default)]
pub struct Grants<'r, 'a> {
    by_name: HashMap<&'r str, &'r SpannedText<'a>>,
    by_server: HashMap<&'r str, &'r SpannedText<'a>>,
}

/// The entry of `disallowedTools` for every tool of every server.
const ALL_SERVERS: &str = "mcp__*";

impl<'r, 'a> Grants<'r, 'a> {
    /// The first of them that an entry of `disallowedTools` takes away: as [`permission::denies`] says, without comparing each
    /// with each.
    #[must_use]
    pub fn denied_by(&self, denied: &str) -> Option<&'r SpannedText<'a>> {
        let name = permission::current(entries::name(denied));
        let found = match permission::server(name) {
            Some(server) => self.by_server.get(server),
            None => self.by_name.get(name),
        };
        found.copied()
    }
}

impl Unknown<'_, '_> {
    /// The tool that was meant by a typo. A tool that is already in the list is unlikely, unless it is one letter away.
    #[must_use]
    pub fn suggest(&self, granted: &BTreeSet<&str>) -> Option<&'static str> {
        let is_likely = |tool: &&str| !granted.contains(tool) || distance::distance(self.name, tool, 1).is_some();
        self.tools.suggest(self.name).filter(is_likely)
    }

    /// The tool of another product that it names.
    #[must_use]
    pub fn foreign(&self) -> Option<ForeignTool> {
        self.tools.foreign(self.name)
    }

    /// Whether it is a word for every tool.
    #[must_use]
    pub fn is_every_tool(&self) -> bool {
        self.tools.find(&self.name.to_ascii_lowercase()).is_some_and(|tool| tool.status == ToolStatus::Every)
    }

    /// Whether a known tool was meant, which `misspelled-tool` reports. What was to be denied, and has another name in Claude
    /// Code, is among them: it stays available.
    #[must_use]
    pub fn is_misspelled(&self, granted: &BTreeSet<&str>) -> bool {
        let has_equivalent = || self.foreign().is_some_and(|foreign| foreign.instead.is_some());
        self.suggest(granted).is_some() || (self.is_denied && (self.is_every_tool() || has_equivalent()))
    }
}

impl<'r, 'a> ToolLists<'r, 'a> {
    fn known(self) -> &'r Tools {
        &self.definition.format.tools
    }

    fn is_known(self, name: &str) -> bool {
        self.known().is_known(name) || self.settings.known_tools.contains(name)
    }

    /// The entries of `tools`, by what denies them.
    #[must_use]
    pub fn grants(self) -> Grants<'r, 'a> {
        let mut grants = Grants::default();
        for entry in self.definition.tools.iter().flatten() {
            let name = permission::current(entries::name(&entry.value));
            grants.by_name.entry(name).or_insert(entry);
            if let Some(tool) = name.strip_prefix("mcp__") {
                let end = tool.find("__").map_or(name.len(), |end| name.len() - tool.len() + end);
                grants.by_name.entry(ALL_SERVERS).or_insert(entry);
                grants.by_server.entry(name.get(..end).unwrap_or(name)).or_insert(entry);
            }
        }
        grants
    }

    /// The names of the tools that the agent is granted.
    #[must_use]
    pub fn granted(self) -> BTreeSet<&'r str> {
        self.definition.tools.iter().flatten().map(|entry| entries::name(&entry.value)).collect()
    }

    /// The parts of both lists in which something other than commas separates tools.
    #[must_use]
    pub fn phrases(self) -> Vec<Phrase<'r, 'a>> {
        let has_plain_tools = self.definition.has_plain_tools();
        if has_plain_tools && self.definition.problems.is_empty() {
            return Vec::new();
        }
        let several = self.definition.problems.iter().filter_map(|problem| match problem {
            ParseProblem::SeveralTools(field, part) => Some((part, field.name != "tools")),
            _ => None,
        });
        let is_list =
            |name: &str| self.definition.entry(name).is_some_and(|entry| matches!(entry.value.value, Yaml::List(_)));
        let (is_granted_list, is_denied_list) = (is_list("tools"), is_list("disallowedTools"));
        let phrase = |(part, is_denied): (&'r SpannedText<'a>, bool)| {
            let is_item = if is_denied { is_denied_list } else { is_granted_list };
            Some(Phrase { part, is_denied, is_item, meaning: self.meaning(&part.value)? })
        };
        let entries = self.definition.tool_entries().take_while(|_| !has_plain_tools);
        several.chain(entries).filter_map(phrase).collect()
    }

    fn meaning(self, part: &'r str) -> Option<Meaning<'r>> {
        // Most entries are plain names.
        if part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
            return None;
        }
        let tools = entries::tools_of(part, |name| self.is_known(name));
        let words = entries::words(part);
        let known = words.iter().filter(|word| self.is_known(entries::name(word))).count();
        if tools.len() > 1 {
            return Some(Meaning::Tools { is_read: known == tools.len(), tools });
        }
        let is_one = words.len() > 1 && known < words.len();
        is_one.then(|| self.known().suggest(part)).flatten().map(Meaning::Tool)
    }

    /// Every unknown entry of both lists. What is malformed or in one of the phrases is left to other rules.
    pub fn unknown(self, phrases: &[Phrase]) -> impl Iterator<Item = Unknown<'r, 'a>> {
        let mut starts: Vec<usize> = phrases.iter().map(|phrase| phrase.part.span.start).collect();
        let mut ends: Vec<usize> = phrases.iter().map(|phrase| phrase.part.span.end).collect();
        starts.sort_unstable();
        ends.sort_unstable();
        // Of the phrases that begin before the end of an entry, those that do not hold it end before that.
        let is_in_phrase = move |entry: &SpannedText| {
            let begun = starts.partition_point(|start| *start <= entry.span.start);
            begun > ends.partition_point(|end| *end < entry.span.end)
        };
        self.definition.tool_entries().filter_map(move |(entry, is_denied)| {
            let name = entries::name(&entry.value);
            let is_other = || entries::is_malformed(&entry.value, is_denied) || is_in_phrase(entry);
            (!self.is_known(name) && !is_other()).then_some(Unknown { tools: self.known(), entry, name, is_denied })
        })
    }

    /// Every entry of both lists, with its name, that the settings do not declare.
    pub fn undeclared(self) -> impl Iterator<Item = (&'r SpannedText<'a>, &'r str)> {
        let entries = self.definition.tool_entries().map(|(entry, _)| (entry, entries::name(&entry.value)));
        entries.filter(move |(_, name)| !name.is_empty() && *name != "*" && !is_declared(self.settings, name))
    }

    /// Whether Claude Code refuses to start the agent, because no entry of `tools` is a tool that it can have. Tools of MCP
    /// servers, and those that are in the settings, may exist.
    #[must_use]
    pub fn is_refused(self) -> bool {
        let Definition { tools: Some(list), memory: None, .. } = self.definition else { return false };
        let mut entries = list.iter().filter(|entry| !entry.value.is_empty()).peekable();
        entries.peek().is_some() && !entries.any(|entry| self.may_exist(entries::name(&entry.value)))
    }

    fn may_exist(self, name: &str) -> bool {
        let status = self.known().find(name).map(|tool| tool.status);
        // An agent with an initial prompt is meant to run as the main conversation.
        let is_main = self.definition.initial_prompt.is_some();
        let is_planner = self.definition.permission_mode == Some(PermissionMode::Plan);
        match status {
            Some(ToolStatus::Current | ToolStatus::Conditional | ToolStatus::Alias) => true,
            Some(ToolStatus::Main | ToolStatus::Plan) if is_main => true,
            Some(ToolStatus::Plan) if is_planner => true,
            _ => self.settings.known_tools.contains(name) || entries::is_of_server(name),
        }
    }

    /// Whether `no-usable-tool` reports the list as a whole, and no other rule reports its entries. A typo or a malformed
    /// entry is reported by itself: without it the list may be usable.
    #[must_use]
    pub fn is_reported_as_a_whole(self, phrases: &[Phrase]) -> bool {
        if !self.is_refused() || self.whole_list().is_some() {
            return self.is_refused();
        }
        let is_error =
            |phrase: &Phrase| !phrase.is_denied && !matches!(phrase.meaning, Meaning::Tools { is_read: true, .. });
        let is_malformed = |entry: &SpannedText| entries::is_malformed(&entry.value, false);
        let granted = self.granted();
        let is_typo = |unknown: Unknown| !unknown.is_denied && unknown.suggest(&granted).is_some();
        !phrases.iter().any(is_error)
            && !self.definition.tools.iter().flatten().any(is_malformed)
            && !self.unknown(phrases).any(is_typo)
    }

    /// What Claude Code does with an entry for a tool that it does not have.
    #[must_use]
    pub fn consequence(self, is_denied: bool) -> &'static str {
        if is_denied {
            "Claude Code silently ignores a tool that it does not have: this denies nothing"
        } else if self.is_refused() {
            "Claude Code refuses to start an agent if no entry of `tools` is a tool that it can have"
        } else {
            "Claude Code silently ignores a tool that it does not have: the agent runs without it"
        }
    }

    /// The help for `tools` if it is a word for a whole list, such as `all`.
    #[must_use]
    pub fn whole_list(self) -> Option<&'static str> {
        // The longest such word has two parts.
        let list = self.definition.tools.as_deref().filter(|list| (1..=2).contains(&list.len()))?;
        let words: Vec<_> = list.iter().map(|entry| &*entry.value).collect();
        self.known().whole_list(&words.join(" "))
    }
}
