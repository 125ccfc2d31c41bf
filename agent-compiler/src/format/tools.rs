//! The known tools, from `data/tools.tsv`, and how to read an entry of a list of tools.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::base::span::SpannedText;
use crate::format::tables;
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

static TOOLS: LazyLock<Vec<KnownTool>> = LazyLock::new(|| {
    let read = |[name, status, instead, product, ..]: [&'static str; 6]| KnownTool {
        name,
        status: match status {
            "main" => ToolStatus::Main,
            "plan" => ToolStatus::Plan,
            "alias" => ToolStatus::Alias,
            "retired" => ToolStatus::Retired,
            "wrong" => ToolStatus::Wrong,
            "every" => ToolStatus::Every,
            "none" => ToolStatus::None,
            "foreign" => ToolStatus::Foreign,
            _ => ToolStatus::Current,
        },
        instead: tables::cell(instead),
        product,
    };
    tables::rows(tables::TOOLS).map(read).collect()
});

/// The month in which the table was last compared with its sources, such as `2026-10`.
#[must_use]
pub fn verified() -> &'static str {
    tables::verified(tables::TOOLS)
}

/// The entry for a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static KnownTool> {
    static BY_NAME: LazyLock<BTreeMap<&str, &KnownTool>> =
        LazyLock::new(|| TOOLS.iter().map(|tool| (tool.name, tool)).collect());
    BY_NAME.get(name).copied()
}

/// The names with a status.
pub fn names(status: ToolStatus) -> impl Iterator<Item = &'static str> {
    TOOLS.iter().filter(move |tool| tool.status == status).map(|tool| tool.name)
}

/// The current and former names of the tools of Claude Code.
fn known() -> impl Iterator<Item = &'static str> {
    TOOLS.iter().filter(|tool| tool.is_known()).map(|tool| tool.name)
}

impl KnownTool {
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

/// Whether each entry is the plain name of a current tool, without duplicates. Most lists are like that.
#[must_use]
pub fn are_plain(list: &[SpannedText]) -> bool {
    let mut rest = list;
    while let [entry, others @ ..] = rest {
        let is_current = find(&entry.value).is_some_and(|tool| tool.status == ToolStatus::Current);
        if !is_current || others.iter().any(|other| other.value == entry.value) {
            return false;
        }
        rest = others;
    }
    true
}

/// The help for a word that means a whole list.
#[must_use]
pub fn whole_list(name: &str) -> Option<&'static str> {
    TOOLS.iter().find(|tool| tool.name.eq_ignore_ascii_case(name)).and_then(|tool| match tool.status {
        ToolStatus::Every => Some(EVERY),
        ToolStatus::None => Some(NONE),
        _ => None,
    })
}

/// The parts of an entry, if each of them is a known tool. Text in parentheses is not split.
#[must_use]
pub fn several(entry: &str) -> Vec<&str> {
    let parts = split_outside_parentheses(entry, |c| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/'));
    // Removes the dashes or stars of a list that YAML reads as one text.
    let parts: Vec<_> = parts.map(|part| part.trim_start_matches(['-', '*'])).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| is_known(name(part))) { parts } else { Vec::new() }
}

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

/// Whether a name is the current or former name of a tool, or has the form of a tool of an MCP server.
#[must_use]
pub fn is_known(name: &str) -> bool {
    name.starts_with("mcp__") || find(name).is_some_and(KnownTool::is_known)
}

/// The other product that has a tool of this name, and the closest equivalent in Claude Code.
#[must_use]
pub fn foreign(name: &str) -> Option<(&'static str, Cow<'static, str>)> {
    if let Some((server, tool)) = name.strip_prefix("mcp_").and_then(|rest| rest.split_once('_')) {
        return Some(("Gemini CLI", format!("mcp__{server}__{tool}").into()));
    }
    if let Some((server, tool)) = name.split_once('/') {
        // `search/codebase` is a tool of a tool set; `github/create_issue` is a tool of an MCP server.
        let is_known = |part: &str| find(part).is_some_and(|part| part.status == ToolStatus::Foreign);
        return match find(tool).filter(|_| is_known(tool) || is_known(server)).and_then(|tool| tool.instead) {
            Some(instead) => Some(("VS Code", Cow::Borrowed(instead))),
            None => Some(("GitHub Copilot", format!("mcp__{server}__{tool}").into())),
        };
    }
    let tool = find(name).filter(|tool| tool.status == ToolStatus::Foreign)?;
    Some((tool.product, Cow::Borrowed(tool.instead?)))
}

/// The tool that an unknown name was meant for.
#[must_use]
pub fn suggest(name: &str) -> Option<&'static str> {
    let by_case = known().find(|known| known.eq_ignore_ascii_case(name));
    if by_case.is_some() || foreign(name).is_some() {
        return by_case;
    }
    let wrong = find(name).filter(|tool| tool.status == ToolStatus::Wrong).and_then(|tool| tool.instead);
    wrong.or_else(|| distance::closest(name, known()))
}

#[cfg(test)]
mod tests {
    use super::{TOOLS, ToolStatus, foreign, is_known, name, permission, several, suggest};

    #[test]
    fn a_specifier_is_not_part_of_the_name() {
        assert_eq!(name("Bash(git diff:*)"), "Bash");
        assert_eq!(name("Agent(a, b)"), "Agent");
    }

    #[test]
    fn the_aliases_are_those_of_the_table() {
        let aliases = TOOLS.iter().filter(|tool| tool.status == ToolStatus::Alias);
        let aliases: Vec<_> = aliases.map(|tool| (tool.name, tool.instead.unwrap())).collect();
        assert_eq!(aliases, permission::ALIASES);
    }

    #[test]
    fn tools_without_commas_between_them_are_several() {
        assert_eq!(several("Read Bash(git diff:*) Grep"), ["Read", "Bash(git diff:*)", "Grep"]);
        assert_eq!(several("Read; Grep"), ["Read", "Grep"]);
        assert_eq!(several("Read - Grep"), ["Read", "Grep"]);
        assert_eq!(several("Read/Write"), ["Read", "Write"]);
        assert_eq!(several("Read the file"), [""; 0]);
        assert_eq!(several("github/*"), [""; 0]);
    }

    #[test]
    fn typos_lead_to_the_tool() {
        for (wrong, tool) in
            [("bash", "Bash"), ("Reed", "Read"), ("WebSerach", "WebSearch"), ("read", "Read"), ("WriteFile", "Write")]
        {
            assert_eq!(suggest(wrong), Some(tool), "{wrong}");
        }
    }

    #[test]
    fn tools_of_servers_and_of_other_products_are_not_typos() {
        assert!(is_known("mcp__github__create_issue") && is_known("mcp__github__*"));
        for name in ["search", "editFiles", "githubRepo", "github/*", "mcp_github_search"] {
            assert_eq!(suggest(name), None, "{name}");
            assert!(foreign(name).is_some(), "{name}");
        }
        assert_eq!(foreign("github/*").unwrap().1, "mcp__github__*");
        assert_eq!(foreign("search/codebase").unwrap().1, "Grep, Glob");
        assert_eq!(foreign("mcp_github_search").unwrap().1, "mcp__github__search");
        assert_eq!(suggest("Deploy"), None);
    }
}
