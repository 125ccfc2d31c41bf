//! The known tools, from `data/tools.tsv`, and how to read an entry of a list of tools.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::base::span::SpannedText;
use crate::format::tables::{self, Table};
use include_agents_core::__private::distance;

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

/// A tool of another product.
#[derive(Debug, PartialEq, Eq)]
pub struct ForeignTool {
    /// The product.
    pub product: &'static str,
    /// The closest equivalents in Claude Code, separated by commas. None of them can do more than the tool.
    pub instead: Option<Cow<'static, str>>,
}

/// The status of a tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToolStatus {
    /// A tool that each agent can have.
    Current,
    /// A tool that exists only with some accounts, models, platforms or modes.
    Conditional,
    /// A tool of the main conversation, which a subagent never gets.
    Main,
    /// A tool that a subagent gets only in the permission mode `plan`.
    Plan,
    /// A former name that still works.
    Alias,
    /// A tool that is about to go, and that subagents do not get.
    Deprecated,
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
    /// A set of tools of another product, whose name may also come before that of a tool: `search/codebase`.
    Set,
}

impl ToolStatus {
    /// The status that a table names.
    fn read(status: &str) -> Option<Self> {
        Some(match status {
            "current" => Self::Current,
            "conditional" => Self::Conditional,
            "main" => Self::Main,
            "plan" => Self::Plan,
            "alias" => Self::Alias,
            "deprecated" => Self::Deprecated,
            "retired" => Self::Retired,
            "wrong" => Self::Wrong,
            "every" => Self::Every,
            "none" => Self::None,
            "foreign" => Self::Foreign,
            "set" => Self::Set,
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
    by_name: HashMap<&'static str, usize>,
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
            let is_current = self.find(&entry.value).is_some_and(KnownTool::is_current);
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

    /// Whether a name is the current or former name of a tool, or has the form of a tool of an MCP server.
    #[must_use]
    pub fn is_known(&self, name: &str) -> bool {
        name.starts_with("mcp__") || self.find(name).is_some_and(KnownTool::is_known)
    }

    /// The other product that has a tool of this name, and the closest equivalent in Claude Code.
    #[must_use]
    pub fn foreign(&self, name: &str) -> Option<ForeignTool> {
        if let Some((server, tool)) = name.strip_prefix("mcp_").and_then(|rest| rest.split_once('_')) {
            let instead = (!server.is_empty()).then(|| format!("mcp__{server}__{tool}").into());
            return Some(ForeignTool { product: "Gemini CLI", instead });
        }
        let is_foreign = |tool: &&KnownTool| matches!(tool.status, ToolStatus::Foreign | ToolStatus::Set);
        let instead = |tool: &KnownTool| tool.instead.map(Cow::Borrowed);
        let Some((start, tool)) = name.rsplit_once('/') else {
            let tool = self.find(name).filter(is_foreign)?;
            return Some(ForeignTool { product: tool.product, instead: instead(tool) });
        };
        let set = self.find(start).filter(|set| set.status == ToolStatus::Set);
        let found = if tool == "*" { set } else { self.find(tool).filter(is_foreign) };
        // A server is listed by its name, or by that in a registry: `io.github.upstash/context7`. What has a dot and no
        // slash is an extension.
        let server = start.rsplit('/').next().filter(|server| !server.is_empty() && !server.contains('.'));
        Some(match (set, server) {
            (Some(set), _) => ForeignTool { product: set.product, instead: found.and_then(instead) },
            (None, Some(server)) => {
                ForeignTool { product: "GitHub Copilot", instead: Some(format!("mcp__{server}__{tool}").into()) }
            }
            (None, None) => ForeignTool { product: "VS Code", instead: None },
        })
    }

    /// The tool that an unknown name was meant for.
    #[must_use]
    pub fn suggest(&self, name: &str) -> Option<&'static str> {
        let by_case = self.known().find(|known| known.eq_ignore_ascii_case(name));
        if by_case.is_some() || self.foreign(name).is_some() {
            return by_case;
        }
        let wrong = self.find(name).filter(|tool| tool.status == ToolStatus::Wrong).and_then(|tool| tool.instead);
        wrong.or_else(|| distance::closest(name, self.known()).filter(|known| !differs_in_word(name, known)))
    }
}

/// Whether a name differs from that of a tool in one of several words, as `codeSearch` from `ToolSearch`. That is no typo.
fn differs_in_word(name: &str, tool: &str) -> bool {
    let is_same = |(left, right): &(u8, u8)| left.eq_ignore_ascii_case(right);
    let start = name.bytes().zip(tool.bytes()).take_while(is_same).count();
    let end = name.bytes().rev().zip(tool.bytes().rev()).take_while(is_same).count();
    let is_start = |offset: usize| tool.as_bytes().get(offset).is_none_or(u8::is_ascii_uppercase);
    let word = start..tool.len().saturating_sub(end);
    word.len() > 2 && word.len() < tool.len() && is_start(word.start) && is_start(word.end)
}

impl KnownTool {
    /// Reads a row of the table.
    fn read([name, status, instead, product, ..]: [&'static str; 6]) -> Option<Self> {
        Some(Self { name, status: ToolStatus::read(status)?, instead: tables::cell(instead), product })
    }

    /// Whether it is the name of a tool that an agent can have.
    #[must_use]
    pub const fn is_current(&self) -> bool {
        matches!(self.status, ToolStatus::Current | ToolStatus::Conditional)
    }

    /// Whether it is the current or former name of a tool of Claude Code.
    const fn is_known(&self) -> bool {
        use ToolStatus::{Alias, Conditional, Current, Deprecated, Main, Plan, Retired};
        matches!(self.status, Current | Conditional | Main | Plan | Alias | Deprecated | Retired)
    }
}

/// The help for a word that means all tools.
const EVERY: &str = "list the tools that the agent needs, or write `\"*\"` if it needs all of them";
/// The help for a word that means no tools.
const NONE: &str = "write `[]`, which grants no tools";

#[cfg(test)]
mod tests {
    use super::{ForeignTool, KnownTool, ToolStatus, Tools};
    use crate::format::tables;
    use include_agents_core::__private::permission;

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
    fn the_aliases_are_those_of_the_table() {
        let tools = tools();
        let aliases = tools.list().iter().filter(|tool| tool.status == ToolStatus::Alias);
        let aliases: Vec<_> = aliases.map(|tool| (tool.name, tool.instead.unwrap())).collect();
        assert_eq!(aliases, permission::ALIASES);
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
    fn a_name_that_differs_in_a_word_is_not_a_typo() {
        for name in ["codeSearch", "codesearch", "TaskFetch", "githubRepo", "PlanWrite"] {
            assert_eq!(tools().suggest(name), None, "{name}");
        }
        for (wrong, tool) in [("ToolSeach", "ToolSearch"), ("NotebokEdit", "NotebookEdit"), ("WbeFetch", "WebFetch")] {
            assert_eq!(tools().suggest(wrong), Some(tool), "{wrong}");
        }
    }

    #[test]
    fn tools_of_servers_and_of_other_products_are_not_typos() {
        assert!(tools().is_known("mcp__github__create_issue") && tools().is_known("mcp__github__*"));
        for name in ["search", "editFiles", "githubRepo", "github/*", "mcp_github_search"] {
            assert_eq!(tools().suggest(name), None, "{name}");
        }
        assert_eq!(tools().suggest("Deploy"), None);
    }

    #[test]
    fn a_tool_of_another_product_has_an_equivalent_that_does_no_more() {
        for (name, product, instead) in [
            ("github/*", "GitHub Copilot", Some("mcp__github__*")),
            ("azure-mcp/search", "GitHub Copilot", Some("mcp__azure-mcp__search")),
            ("io.github.upstash/context7/*", "GitHub Copilot", Some("mcp__context7__*")),
            ("mcp_github_search", "Gemini CLI", Some("mcp__github__search")),
            ("search/codebase", "VS Code", Some("Grep, Glob")),
            ("search/*", "VS Code", Some("Grep, Glob")),
            ("execute/testFailure", "VS Code", None),
            ("vscode/extensions", "VS Code", None),
            ("runCommands/terminalLastCommand", "VS Code", None),
            ("ms-python.python/configurePythonEnvironment", "VS Code", None),
            ("githubRepo", "VS Code", None),
        ] {
            let instead = instead.map(Into::into);
            assert_eq!(tools().foreign(name), Some(ForeignTool { product, instead }), "{name}");
        }
    }
}
