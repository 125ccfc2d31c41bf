//! What is known of tools.
//!
//! Source: <https://code.claude.com/docs/en/tools-reference> and `sub-agents`, read in 2026-10.

use std::borrow::Cow;

use super::decode::Definition;
use super::fields;
use super::source::Text;
use crate::distance;

/// When the lists below were last compared with their source.
pub const VERIFIED: &str = "2026-10";

/// The tools of Claude Code, by the names they have or once had.
const KNOWN: &[&str] = &[
    "Agent",
    "Artifact",
    "AskUserQuestion",
    "Bash",
    "CronCreate",
    "CronDelete",
    "CronList",
    "Edit",
    "EndConversation",
    "EnterPlanMode",
    "EnterWorktree",
    "ExitPlanMode",
    "ExitWorktree",
    "Glob",
    "Grep",
    "ListAgents",
    "ListMcpResourcesTool",
    "LSP",
    "Monitor",
    "NotebookEdit",
    "PowerShell",
    "PushNotification",
    "Read",
    "ReadMcpResourceTool",
    "RemoteTrigger",
    "ReportFindings",
    "ScheduleWakeup",
    "SendMessage",
    "SendUserFile",
    "ShareOnboardingGuide",
    "Skill",
    "SubagentHandback",
    "TaskCreate",
    "TaskGet",
    "TaskList",
    "TaskOutput",
    "TaskStop",
    "TaskUpdate",
    "TodoWrite",
    "ToolSearch",
    "WaitForMcpServers",
    "WebFetch",
    "WebSearch",
    "Workflow",
    "Write",
    // Names of earlier versions.
    "BashOutput",
    "KillShell",
    "LS",
    "MCPSearch",
    "MultiEdit",
    "NotebookRead",
    "Task",
];

/// Names that people write for a tool.
const WRONG_NAMES: &[(&str, &str)] = &[
    ("ReadFile", "Read"),
    ("WriteFile", "Write"),
    ("EditFile", "Edit"),
    ("Shell", "Bash"),
    ("Terminal", "Bash"),
    ("ListFiles", "Glob"),
    ("Search", "Grep"),
    ("Fetch", "WebFetch"),
];

/// Words that people write for a whole list, with what they are to write instead.
const WHOLE_LISTS: &[(&str, &str)] = &[
    ("all", EVERY),
    ("all tools", EVERY),
    ("any", EVERY),
    ("everything", EVERY),
    ("inherit", EVERY),
    ("default", EVERY),
    ("none", NONE),
    ("no tools", NONE),
    ("nothing", NONE),
];
const EVERY: &str = "remove the line: without it the agent has every tool";
const NONE: &str = "write `[]`: an empty list grants no tool";

/// Tools of other products, with whose they are and the tool of Claude Code that does the same.
const FOREIGN: &[(&str, &str, &str)] = &[
    ("execute", "GitHub Copilot", "Bash"),
    ("shell", "GitHub Copilot", "Bash"),
    ("runCommands", "VS Code", "Bash"),
    ("runInTerminal", "VS Code", "Bash"),
    ("terminal", "VS Code", "Bash"),
    ("search", "GitHub Copilot", "Grep, Glob"),
    ("codebase", "VS Code", "Grep, Glob"),
    ("usages", "VS Code", "Grep"),
    ("editFiles", "VS Code", "Edit, Write"),
    ("readFile", "VS Code", "Read"),
    ("createFile", "VS Code", "Write"),
    ("fetch", "VS Code", "WebFetch"),
    ("web", "GitHub Copilot", "WebSearch, WebFetch"),
    ("githubRepo", "VS Code", "Bash"),
    ("problems", "VS Code", "LSP"),
    ("changes", "VS Code", "Bash"),
    ("todo", "GitHub Copilot", "TodoWrite"),
    ("todos", "VS Code", "TodoWrite"),
    ("runSubagent", "VS Code", "Agent"),
    ("custom-agent", "GitHub Copilot", "Agent"),
    ("read_file", "Gemini CLI", "Read"),
    ("read_many_files", "Gemini CLI", "Read"),
    ("write_file", "Gemini CLI", "Write"),
    ("replace", "Gemini CLI", "Edit"),
    ("list_directory", "Gemini CLI", "Glob"),
    ("grep_search", "Gemini CLI", "Grep"),
    ("search_file_content", "Gemini CLI", "Grep"),
    ("run_shell_command", "Gemini CLI", "Bash"),
    ("google_web_search", "Gemini CLI", "WebSearch"),
    ("web_fetch", "Gemini CLI", "WebFetch"),
    ("write_todos", "Gemini CLI", "TodoWrite"),
];

/// An entry of `tools` or `disallowedTools` that is none of a known tool.
pub struct Unknown<'r, 'a> {
    /// The entry.
    pub entry: &'r Text<'a>,
    /// The name in it.
    pub name: &'r str,
    /// Whether it was to be denied.
    pub is_denied: bool,
    /// What to write instead, where it is a word for a whole list and stands alone.
    pub instead: Option<&'static str>,
    /// The tools it is made of, where commas are missing between known ones.
    pub several: Vec<&'r str>,
}

/// Every unknown entry of both lists of an agent.
pub fn unknown<'r, 'a>(definition: &'r Definition<'a>) -> impl Iterator<Item = Unknown<'r, 'a>> {
    let granted = definition.tools.iter().flatten().map(|entry| (entry, false));
    let denied = definition.disallowed_tools.iter().map(|entry| (entry, true));
    let is_alone = definition.tools.as_ref().is_some_and(|tools| tools.len() == 1);
    granted.chain(denied).filter_map(move |(entry, is_denied)| {
        let name = name(&entry.value);
        let several = several(&entry.value);
        let whole = WHOLE_LISTS.iter().find(|(word, _)| word.eq_ignore_ascii_case(name));
        let mut instead = whole.filter(|_| is_alone && !is_denied).map(|(_, instead)| *instead);
        if name == "*" {
            instead = Some("write `*` alone, or remove it: beside other entries it grants nothing");
        }
        let is_unknown = several.len() > 1 || instead.is_some() || !is_known(name);
        (is_unknown && !is_broken(&entry.value)).then_some(Unknown { entry, name, is_denied, instead, several })
    })
}

/// The parts of an entry if each is a known tool, and otherwise nothing. What stands in parentheses is not split.
fn several(entry: &str) -> Vec<&str> {
    let parts = fields::split_outside_parentheses(entry, |c| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '/'));
    // What was meant as a list has its dashes or stars left.
    let parts: Vec<_> = parts.map(|part| part.trim_start_matches(['-', '*'])).filter(|part| !part.is_empty()).collect();
    if parts.iter().all(|part| is_known(name(part))) { parts } else { Vec::new() }
}

/// Whether an entry is empty or its parentheses do not match, which `invalid-tool` reports.
#[must_use]
pub fn is_broken(entry: &str) -> bool {
    entry.is_empty() || entry.matches('(').count() != entry.matches(')').count()
}

/// The tool's name in an entry, without what stands in parentheses.
#[must_use]
pub fn name(entry: &str) -> &str {
    entry.split('(').next().unwrap_or_default().trim_end()
}

/// Whether a name is that of a tool, or has the form of one that an MCP server brings.
#[must_use]
pub fn is_known(name: &str) -> bool {
    KNOWN.contains(&name) || name.starts_with("mcp__")
}

/// The product that has a tool of this name, and what does the same here.
#[must_use]
pub fn foreign(name: &str) -> Option<(&'static str, Cow<'static, str>)> {
    if let Some((server, tool)) = name.strip_prefix("mcp_").and_then(|rest| rest.split_once('_')) {
        return Some(("Gemini CLI", format!("mcp__{server}__{tool}").into()));
    }
    if let Some((server, tool)) = name.split_once('/') {
        return Some(("GitHub Copilot", format!("mcp__{server}__{tool}").into()));
    }
    FOREIGN
        .iter()
        .find(|(foreign, ..)| *foreign == name)
        .map(|(_, product, counterpart)| (*product, Cow::Borrowed(*counterpart)))
}

/// The tool that an unknown name was meant for.
#[must_use]
pub fn meant(name: &str) -> Option<&'static str> {
    let by_case = KNOWN.iter().find(|known| known.eq_ignore_ascii_case(name));
    if by_case.is_some() {
        return by_case.copied();
    }
    if foreign(name).is_some() {
        return None;
    }
    let wrong = WRONG_NAMES.iter().find(|(wrong, _)| *wrong == name).map(|(_, tool)| *tool);
    wrong.or_else(|| distance::closest(name, KNOWN.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::{foreign, is_known, meant, name, several};

    #[test]
    fn a_specifier_is_not_part_of_the_name() {
        assert_eq!(name("Bash(git diff:*)"), "Bash");
        assert_eq!(name("Agent(a, b)"), "Agent");
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
    fn slips_lead_to_the_tool() {
        for (wrong, tool) in
            [("bash", "Bash"), ("Reed", "Read"), ("WebSerach", "WebSearch"), ("read", "Read"), ("WriteFile", "Write")]
        {
            assert_eq!(meant(wrong), Some(tool), "{wrong}");
        }
    }

    #[test]
    fn tools_of_servers_and_of_other_products_are_no_slips() {
        assert!(is_known("mcp__github__create_issue") && is_known("mcp__github__*"));
        for name in ["search", "editFiles", "githubRepo", "github/*", "mcp_github_search"] {
            assert_eq!(meant(name), None, "{name}");
            assert!(foreign(name).is_some(), "{name}");
        }
        assert_eq!(foreign("github/*").unwrap().1, "mcp__github__*");
        assert_eq!(foreign("mcp_github_search").unwrap().1, "mcp__github__search");
        assert_eq!(meant("Deploy"), None);
    }
}
