//! Entries of `tools` and `disallowedTools` that are not known tools, neither from the tables nor from the settings.

use std::collections::BTreeSet;

use include_agents_core::__private::distance;

use crate::base::span::SpannedText;
use crate::format::tools::{self, Tools};
use crate::input::settings::Settings;
use crate::parse::definition::Definition;
use crate::parse::yaml::Yaml;

/// An entry of `tools` or `disallowedTools` that is not a known tool.
pub struct Unknown<'r, 'a> {
    /// The tools that are known.
    tools: &'r Tools,
    /// The entry.
    pub entry: &'r SpannedText<'a>,
    /// The tool name in it, without parentheses.
    pub name: &'r str,
    /// Whether it is an entry of `disallowedTools`.
    pub is_denied: bool,
    /// Whether it is the only entry of `tools`.
    pub is_alone: bool,
    /// Whether it is an item of a YAML list, and not part of a comma-separated string.
    pub is_item: bool,
    /// What to write instead, if it is a word for a whole list, such as `all`.
    pub instead: Option<&'static str>,
    /// The known tools in it, if they are not separated by commas.
    pub several: Vec<&'r str>,
}

impl Unknown<'_, '_> {
    /// What programs do with it.
    #[must_use]
    pub const fn note(&self) -> &'static str {
        if self.is_denied {
            "Claude Code silently ignores an unknown tool: nothing is denied"
        } else if self.is_alone {
            "Claude Code refuses to start an agent that lists only unknown tools"
        } else {
            "Claude Code silently ignores an unknown tool: the agent runs without it"
        }
    }

    /// The tool that was meant by a typo. A tool that is already in the list is unlikely, unless it is one letter away.
    #[must_use]
    pub fn suggest(&self, granted: &BTreeSet<&str>) -> Option<&'static str> {
        let is_likely = |tool: &&str| !granted.contains(tool) || distance::distance(self.name, tool, 1).is_some();
        self.tools.suggest(self.name).filter(is_likely)
    }

    /// Whether a known tool or list was meant, which `misspelled-tool` reports.
    #[must_use]
    pub fn is_misspelled(&self, granted: &BTreeSet<&str>) -> bool {
        self.instead.is_some() || self.several.len() > 1 || self.suggest(granted).is_some()
    }
}

/// The names of the tools that an agent is granted.
#[must_use]
pub fn granted<'r>(definition: &'r Definition) -> BTreeSet<&'r str> {
    definition.tools.iter().flatten().map(|entry| tools::name(&entry.value)).collect()
}

/// Every unknown entry of both lists of an agent.
pub fn unknown<'r, 'a>(
    definition: &'r Definition<'a>,
    settings: &'r Settings,
) -> impl Iterator<Item = Unknown<'r, 'a>> {
    let is_list = |name: &str| definition.entry(name).is_some_and(|entry| matches!(entry.value.value, Yaml::List(_)));
    let known = &definition.format.tools;
    let is_alone = definition.tools.as_ref().is_some_and(|tools| tools.len() == 1);
    definition.tool_entries().filter_map(move |(entry, is_denied)| {
        let name = tools::name(&entry.value);
        let several = known.several(&entry.value);
        if settings.extra_tools.contains(name) {
            return None;
        }
        let mut instead = known.whole_list(name).filter(|_| is_alone && !is_denied);
        if name == "*" && is_denied {
            instead = Some("write `tools: []` instead, which grants no tools");
        } else if name == "*" {
            instead = Some("remove it: `*` grants every tool only if it is the only entry");
        }
        let is_unknown = several.len() > 1 || instead.is_some() || !known.is_known(name);
        (is_unknown && !tools::is_broken(&entry.value)).then_some(Unknown {
            tools: known,
            entry,
            name,
            is_denied,
            is_alone: is_alone && !is_denied,
            is_item: if is_denied { is_list("disallowedTools") } else { is_list("tools") },
            instead,
            several,
        })
    })
}
