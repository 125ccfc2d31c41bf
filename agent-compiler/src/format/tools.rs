//! The known tools, from `data/tools.tsv`, and how to read an entry of a list of tools.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::base::span::SpannedText;
use crate::format::tables::{self, Table};
use include_agents_core::__private::{distance, permission};

/// The name of a tool, or what people write instead of one.
#[derive(Debug)]
pub struct KnownTool {
    /// The name.
    pub name: &'static str,
    /// Its status.
    pub status: ToolStatus,
    /// The tool of Claude Code to write instead, or several separated by commas.
    pub instead: Option<&'static str>,
    /// The product that has it, if that is not Claude Code.
    pub product: &'static str,
}

/// The status of a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToolStatus {
    /// A tool that an agent can have.
    Current,
    /// A tool of the main conversation, which a subagent never gets.
    Main,
    /// A tool that a subagent gets only in the permission mode `plan`.
    Plan,
    /// A former name that still works.
    Alias,
    /// A tool that no longer exists.
    Retired,
    /// What people write instead of the name of a tool.
    Wrong,
    /// A word for all tools.
    Every,
    /// A word for no tools.
    None,
    /// A tool of another product.
    Foreign,
}

impl ToolStatus {
    /// The status that a table names.
    fn read(status: &str) -> Option<Self> {
        Some(match status {
            "current" => Self::Current,
            "main" => Self::Main,
            "plan" => Self::Plan,
            "alias" => Self::Alias,
            "retired" => Self::Retired,
            "wrong" => Self::Wrong,
            "every" => Self::Every,
            "none" => Self::None,
            "foreign" => Self::Foreign,
            _ => return None,
        })
    }
}

/// The tools of a format.
#[derive(Debug)]
pub struct Tools(Table<Rows>);

#[derive(Debug)]
struct Rows {
    list: Vec<KnownTool>,
    /// The place of each name in the list.
    by_name: BTreeMap<&'static str, usize>,
}

impl Rows {
    fn read(table: &'static str) -> Self {
        let list: Vec<_> = tables::rows(table).filter_map(KnownTool::read).collect();
        let by_name = list.iter().enumerate().map(|(place, tool)| (tool.name, place)).collect();
        Self { list, by_name }
    }
}

impl Tools {
    /// The tools of a table.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self(Table::new(table, Rows::read))
    }

    fn list(&self) -> &[KnownTool] {
        &self.0.get().list
    }

    /// The month in which the table was last compared with its sources, such as `2026-10`.
    #[must_use]
    pub fn verified(&self) -> &'static str {
        tables::verified(self.0.text)
    }

    /// The entry for a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&KnownTool> {
        let Rows { list, by_name } = self.0.get();
        list.get(*by_name.get(name)?)
    }

    /// The names with a status.
    pub fn names(&self, status: ToolStatus) -> impl Iterator<Item = &'static str> {
        self.list().iter().filter(move |tool| tool.status == status).map(|tool| tool.name)
    }

    /// The current and former names of the tools of the product.
    fn known(&self) -> impl Iterator<Item = &'static str> {
        self.list().iter().filter(|tool| tool.is_known()).map(|tool| tool.name)
    }

    /// Whether each entry is the plain name of a current tool, without duplicates. Most lists are like that.
    #[must_use]
    pub fn are_plain(&self, list: &[SpannedText]) -> bool {
        let mut rest = list;
        while let [entry, others @ ..] = rest {
            let is_current = self.find(&entry.value).is_some_and(|tool| tool.status == ToolStatus::Current);
            if !is_current || others.iter().any(|other| other.value == entry.value) {
                return false;
            }
            rest = others;
        }
        true
    }

    /// The help for a word that means a whole list.
    #[must_use]
    pub fn whole_list(&self, name: &str) -> Option<&'static str> {
        self.list().iter().find(|tool| tool.name.eq_ignore_ascii_case(name)).and_then(|tool| match tool.status {
            ToolStatus::Every => Some(EVERY),
            ToolStatus::None => Some(NONE),
            _ => None,
        })
    }

    /// The parts of an entry, if each of them is a known tool. Text in parentheses is not split.
    #[must_use]
    pub fn several<'e>(&self, entry: &'e str) -> Vec<&'e str> {
        let parts = split_outside_parentheses(entry, |c| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/'));
        // Removes the dashes or stars of a list that YAML reads as one text.
        let parts: Vec<_> =
            parts.map(|part| part.trim_start_matches(['-', '*'])).filter(|part| !part.is_empty()).collect();
        if parts.iter().all(|part| self.is_known(name(part))) { parts } else { Vec::new() }
    }

    /// Whether a name is the current or former name of a tool, or has the form of a tool of an MCP server.
    #[must_use]
    pub fn is_known(&self, name: &str) -> bool {
        name.starts_with("mcp__") || self.find(name).is_some_and(KnownTool::is_known)
    }

    /// The other product that has a tool of this name, and the closest equivalent in Claude Code.
    #[must_use]
    pub fn foreign(&self, name: &str) -> Option<(&'static str, Cow<'static, str>)> {
        if let Some((server, tool)) = name.strip_prefix("mcp_").and_then(|rest| rest.split_once('_')) {
            return Some(("Gemini CLI", format!("mcp__{server}__{tool}").into()));
        }
        if let Some((server, tool)) = name.split_once('/') {
            // `search/codebase` is a tool of a tool set; `github/create_issue` is a tool of an MCP server.
            let is_known = |part: &str| self.find(part).is_some_and(|part| part.status == ToolStatus::Foreign);
            return match self.find(tool).filter(|_| is_known(tool) || is_known(server)).and_then(|tool| tool.instead) {
                Some(instead) => Some(("VS Code", Cow::Borrowed(instead))),
                None => Some(("GitHub Copilot", format!("mcp__{server}__{tool}").into())),
            };
        }
        let tool = self.find(name).filter(|tool| tool.status == ToolStatus::Foreign)?;
        Some((tool.product, Cow::Borrowed(tool.instead?)))
    }

    /// The tool that an unknown name was meant for.
    #[must_use]
    pub fn suggest(&self, name: &str) -> Option<&'static str> {
        let by_case = self.known().find(|known| known.eq_ignore_ascii_case(name));
        if by_case.is_some() || self.foreign(name).is_some() {
            return by_case;
        }
        let wrong = self.find(name).filter(|tool| tool.status == ToolStatus::Wrong).and_then(|tool| tool.instead);
        wrong.or_else(|| distance::closest(name, self.known()))
    }
}

impl KnownTool {
    /// Reads a row of the table.
    fn read([name, status, instead, product, ..]: [&'static str; 6]) -> Option<Self> {
        Some(Self { name, status: ToolStatus::read(status)?, instead: tables::cell(instead), product })
    }

    /// Whether it is the current or former name of a tool of Claude Code.
    fn is_known(&self) -> bool {
        matches!(
            self.status,
            ToolStatus::Current | ToolStatus::Main | ToolStatus::Plan | ToolStatus::Alias | ToolStatus::Retired
        )
    }
}

/// The help for a word that means all tools.
const EVERY: &str = "list the tools that the agent needs, or write `\"*\"` if it needs all of them";
/// The help for a word that means no tools.
const NONE: &str = "write `[]`, which grants no tools";

/// The trimmed parts of a text between separators. Text in parentheses is not split.
pub fn split_outside_parentheses(text: &str, is_separator: impl Fn(char) -> bool) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let parts = text.split(move |character| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_separator(character)
    });
    parts.map(str::trim)
}

/// Whether an entry is empty or its parentheses are not balanced, which `invalid-tool` reports.
#[must_use]
pub fn is_broken(entry: &str) -> bool {
    entry.is_empty() || entry.matches('(').count() != entry.matches(')').count()
}

/// The name of the tool in an entry, without the parentheses.
#[must_use]
pub fn name(entry: &str) -> &str {
    permission::name(entry)
}

#[cfg(test)]
mod tests {
    use super::{KnownTool, ToolStatus, Tools, name, permission};
    use crate::format::tables;

    fn tools() -> Tools {
        Tools::new(tables::TOOLS)
    }

    #[test]
    fn every_row_is_a_tool() {
        for row in tables::rows(tables::TOOLS) {
            assert!(KnownTool::read(row).is_some(), "{row:?}");
        }
        assert!(KnownTool::read(["Read", "curent", "", "", "", ""]).is_none());
    }

    #[test]
    fn a_specifier_is_not_part_of_the_name() {
        assert_eq!(name("Bash(git diff:*)"), "Bash");
        assert_eq!(name("Agent(a, b)"), "Agent");
    }

    #[test]
    fn the_aliases_are_those_of_the_table() {
        let tools = tools();
        let aliases = tools.list().iter().filter(|tool| tool.status == ToolStatus::Alias);
        let aliases: Vec<_> = aliases.map(|tool| (tool.name, tool.instead.unwrap())).collect();
        assert_eq!(aliases, permission::ALIASES);
    }

    #[test]
    fn tools_without_commas_between_them_are_several() {
        assert_eq!(tools().several("Read Bash(git diff:*) Grep"), ["Read", "Bash(git diff:*)", "Grep"]);
        assert_eq!(tools().several("Read; Grep"), ["Read", "Grep"]);
        assert_eq!(tools().several("Read - Grep"), ["Read", "Grep"]);
        assert_eq!(tools().several("Read/Write"), ["Read", "Write"]);
        assert_eq!(tools().several("Read the file"), [""; 0]);
        assert_eq!(tools().several("github/*"), [""; 0]);
    }

    #[test]
    fn typos_lead_to_the_tool() {
        for (wrong, tool) in
            [("bash", "Bash"), ("Reed", "Read"), ("WebSerach", "WebSearch"), ("read", "Read"), ("WriteFile", "Write")]
        {
            assert_eq!(tools().suggest(wrong), Some(tool), "{wrong}");
        }
    }

    #[test]
    fn tools_of_servers_and_of_other_products_are_not_typos() {
        assert!(tools().is_known("mcp__github__create_issue") && tools().is_known("mcp__github__*"));
        for name in ["search", "editFiles", "githubRepo", "github/*", "mcp_github_search"] {
            assert_eq!(tools().suggest(name), None, "{name}");
            assert!(tools().foreign(name).is_some(), "{name}");
        }
        assert_eq!(tools().foreign("github/*").unwrap().1, "mcp__github__*");
        assert_eq!(tools().foreign("search/codebase").unwrap().1, "Grep, Glob");
        assert_eq!(tools().foreign("mcp_github_search").unwrap().1, "mcp__github__search");
        assert_eq!(tools().suggest("Deploy"), None);
    }
}
