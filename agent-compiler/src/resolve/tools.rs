//! Entries of `tools` and `disallowedTools` that are not known tools, as the settings of the roster have it.

use std::collections::BTreeSet;

use include_agents_core::__private::distance;

use crate::base::span::SpannedText;
use crate::format::tools;
use crate::input::settings::Settings;
use crate::parse::definition::Definition;
use crate::parse::yaml::Yaml;

/// An entry of `tools` or `disallowedTools` that is none of a known tool.
pub struct Unknown<'r, 'a> {
    /// The entry.
    pub entry: &'r SpannedText<'a>,
    /// The name in it.
    pub name: &'r str,
    /// Whether it was to be denied.
    pub is_denied: bool,
    /// Whether it is an item of a YAML list, and not a part of a text with commas.
    pub is_item: bool,
    /// What to write instead, where it is a word for a whole list.
    pub instead: Option<&'static str>,
    /// The tools it is made of, where commas are missing between known ones.
    pub several: Vec<&'r str>,
}

impl Unknown<'_, '_> {
    /// The tool that was meant by a slip. One that is in the list already was hardly meant once more, unless it is one
    /// letter away.
    #[must_use]
    pub fn suggest(&self, granted: &BTreeSet<&str>) -> Option<&'static str> {
        let is_likely = |tool: &&str| !granted.contains(tool) || distance::distance(self.name, tool, 1).is_some();
        tools::suggest(self.name).filter(is_likely)
    }

    /// Whether somebody meant something by it that is known, which is `misspelled-tool`.
    #[must_use]
    pub fn is_slip(&self, granted: &BTreeSet<&str>) -> bool {
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
    let is_alone = definition.tools.as_ref().is_some_and(|tools| tools.len() == 1);
    definition.tool_entries().filter_map(move |(entry, is_denied)| {
        let name = tools::name(&entry.value);
        let several = tools::several(&entry.value);
        if settings.extra_tools.contains(name) {
            return None;
        }
        let mut instead = tools::whole_list(name).filter(|_| is_alone && !is_denied);
        if name == "*" && is_denied {
            instead = Some("remove it, and write `tools: []`: an empty list grants no tool");
        } else if name == "*" {
            instead = Some("write `*` alone, or remove it: beside other entries it grants nothing");
        }
        let is_unknown = several.len() > 1 || instead.is_some() || !tools::is_known(name);
        (is_unknown && !tools::is_broken(&entry.value)).then_some(Unknown {
            entry,
            name,
            is_denied,
            is_item: if is_denied { is_list("disallowedTools") } else { is_list("tools") },
            instead,
            several,
        })
    })
}
