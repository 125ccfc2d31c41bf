//! What is known of tools.
//!
//! Source: <https://code.claude.com/docs/en/tools-reference> and `sub-agents`, read in 2026-10.

use super::decode::{Definition, Text};
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

/// Every entry of both lists of an agent.
pub fn entries<'r, 'a>(definition: &'r Definition<'a>) -> impl Iterator<Item = &'r Text<'a>> {
    definition.tools.iter().flatten().chain(&definition.disallowed_tools)
}

/// The tool's name in an entry, without what stands in parentheses.
#[must_use]
pub fn name(entry: &str) -> &str {
    entry.split('(').next().unwrap_or_default().trim_end()
}

/// Whether a name is that of a tool, or has the form of one that an MCP server brings.
#[must_use]
pub fn is_known(name: &str) -> bool {
    KNOWN.contains(&name) || name == "*" || name.starts_with("mcp__")
}

/// The product that has a tool of this name, and what does the same here.
#[must_use]
pub fn foreign(name: &str) -> Option<(&'static str, &'static str)> {
    if name.starts_with("mcp_") && !name.starts_with("mcp__") {
        return Some(("Gemini CLI", "mcp__server__tool"));
    }
    if name.contains('/') {
        return Some(("GitHub Copilot", "mcp__server__tool"));
    }
    FOREIGN.iter().find(|(foreign, ..)| *foreign == name).map(|(_, product, counterpart)| (*product, *counterpart))
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
    distance::closest(name, KNOWN.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::{foreign, is_known, meant, name};

    #[test]
    fn a_specifier_is_not_part_of_the_name() {
        assert_eq!(name("Bash(git diff:*)"), "Bash");
        assert_eq!(name("Agent(a, b)"), "Agent");
    }

    #[test]
    fn slips_lead_to_the_tool() {
        for (wrong, tool) in [("bash", "Bash"), ("Reed", "Read"), ("WebSerach", "WebSearch"), ("read", "Read")] {
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
        assert_eq!(meant("Deploy"), None);
    }
}
