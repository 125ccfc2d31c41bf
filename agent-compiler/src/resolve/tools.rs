//! Entries of `tools` and `disallowedTools` that are not plain tools, neither from the tables nor from the settings.

use std::collections::{BTreeMap, BTreeSet};

use include_agents_core::__private::distance;

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
    /// These tools. Claude Code reads all of them if only spaces separate them from each other and from other words.
    Tools(Vec<&'r str>, bool),
    /// A tool whose name is written in several words.
    Tool(&'static str),
}

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
        self.known().is_known(name) || self.settings.extra_tools.contains(name)
    }

    /// The names of the tools that the agent is granted.
    #[must_use]
    pub fn granted(self) -> BTreeSet<&'r str> {
        self.definition.tools.iter().flatten().map(|entry| entries::name(&entry.value)).collect()
    }

    /// The parts of both lists in which something other than commas separates tools.
    #[must_use]
    pub fn phrases(self) -> Vec<Phrase<'r, 'a>> {
        let several = self.definition.problems.iter().filter_map(|problem| match problem {
            ParseProblem::SeveralTools(field, part) => Some((part, field.name != "tools")),
            _ => None,
        });
        let is_list =
            |name: &str| self.definition.entry(name).is_some_and(|entry| matches!(entry.value.value, Yaml::List(_)));
        let lists = [is_list("tools"), is_list("disallowedTools")];
        let phrase = |(part, is_denied): (&'r SpannedText<'a>, bool)| {
            let meaning = self.meaning(&part.value)?;
            let [tools, denied] = lists;
            Some(Phrase { part, is_denied, is_item: if is_denied { denied } else { tools }, meaning })
        };
        let entries = if self.definition.has_plain_tools() { None } else { Some(self.definition.tool_entries()) };
        several.chain(entries.into_iter().flatten()).filter_map(phrase).collect()
    }

    fn meaning(self, part: &'r str) -> Option<Meaning<'r>> {
        let tools = entries::tools_of(part, |name| self.is_known(name));
        let words = entries::words(part);
        if tools.len() > 1 {
            let read = words.iter().filter(|word| self.is_known(entries::name(word))).count();
            let is_read = read == tools.len();
            return Some(Meaning::Tools(tools, is_read));
        }
        let is_one = words.len() > 1 && words.iter().any(|word| !self.is_known(entries::name(word)));
        self.known().suggest(part).filter(|_| is_one).map(Meaning::Tool)
    }

    /// Every unknown entry of both lists. What is malformed or in one of the phrases is left to other rules.
    pub fn unknown(self, phrases: &[Phrase]) -> impl Iterator<Item = Unknown<'r, 'a>> {
        let phrases: BTreeMap<_, _> =
            phrases.iter().map(|phrase| (phrase.part.span.start, phrase.part.span.end)).collect();
        let is_in_phrase = move |entry: &SpannedText| {
            let before = phrases.range(..=entry.span.start).next_back();
            before.is_some_and(|(_, end)| entry.span.end <= *end)
        };
        self.definition.tool_entries().filter_map(move |(entry, is_denied)| {
            let name = entries::name(&entry.value);
            let is_other = || entries::is_malformed(&entry.value, is_denied) || is_in_phrase(entry);
            (!self.is_known(name) && !is_other()).then_some(Unknown { tools: self.known(), entry, name, is_denied })
        })
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
            _ => self.settings.extra_tools.contains(name) || entries::is_of_server(name),
        }
    }

    /// Whether `no-usable-tool` reports the list as a whole, and no other rule reports its entries. A typo or a malformed
    /// entry is reported by itself: without it the list may be usable.
    #[must_use]
    pub fn is_reported_as_a_whole(self, phrases: &[Phrase]) -> bool {
        if !self.is_refused() || self.whole_list().is_some() {
            return self.is_refused();
        }
        let is_error = |phrase: &Phrase| !phrase.is_denied && !matches!(phrase.meaning, Meaning::Tools(_, true));
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
