//! Which tools an agent may use: the same at run time and to the rules.

use std::collections::BTreeSet;

use include_agents::{Agent, AgentFields, Memory, Tool};
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::format::tools::{KnownTool, ToolStatus};
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::{compile, discover, parse_all};

/// The fields of an agent, a tool, and whether the agent may use it.
struct Case {
    tools: Option<&'static [&'static str]>,
    denied: &'static [&'static str],
    memory: bool,
    tool: &'static str,
    allowed: bool,
}

const fn granted(tools: &'static [&'static str], tool: &'static str, allowed: bool) -> Case {
    Case { tools: Some(tools), denied: &[], memory: false, tool, allowed }
}

const fn denied(denied: &'static [&'static str], tool: &'static str, allowed: bool) -> Case {
    Case { tools: None, denied, memory: false, tool, allowed }
}

const fn remembers(tools: &'static [&'static str], tool: &'static str, allowed: bool) -> Case {
    Case { memory: true, ..granted(tools, tool, allowed) }
}

const CASES: &[Case] = &[
    denied(&[], "Bash", true),
    granted(&[], "Read", false),
    granted(&["Read"], "Read", true),
    granted(&["Read"], "Write", false),
    granted(&["*"], "Write", true),
    granted(&["Read", "*"], "Write", true),
    // Letter case counts.
    granted(&["Read"], "read", false),
    denied(&["Bash"], "bash", true),
    // Specifiers.
    granted(&["Bash(git diff:*)"], "Bash", true),
    granted(&["Bash"], "Bash(git diff:*)", true),
    granted(&["Bash(git diff:*)"], "Bash(rm:*)", true),
    granted(&["Read"], "Bash(git diff:*)", false),
    granted(&["Bash()"], "Bash", true),
    granted(&["Bash(git diff:*"], "Bash", false),
    denied(&["Bash"], "Bash", false),
    denied(&["Bash(rm:*)"], "Bash", false),
    denied(&["Bash(rm:*)"], "Bash(git diff:*)", false),
    denied(&["Bash (rm:*)"], "Bash", false),
    Case { tools: Some(&["Read", "Bash"]), ..denied(&["Bash"], "Bash", false) },
    // Agents.
    granted(&["Task"], "Agent", true),
    granted(&["Agent"], "Task", true),
    granted(&["Agent(a, b)"], "Agent", true),
    granted(&["Agent(a, b)"], "Task(b)", true),
    granted(&["Agent(a, b)"], "Agent(c)", false),
    granted(&["Agent"], "Agent(c)", true),
    denied(&["Agent"], "Agent", false),
    denied(&["Agent"], "Task", false),
    denied(&["Task"], "Agent(a)", false),
    denied(&["Agent(Explore)"], "Agent", false),
    denied(&["Agent(Explore)"], "Agent(Plan)", false),
    denied(&["Task(Explore, Plan)"], "Agent(Plan)", false),
    granted(&["KillShell"], "TaskStop", true),
    denied(&["TaskStop"], "KillBash", false),
    // Servers.
    granted(&["mcp__github"], "mcp__github__create_issue", true),
    granted(&["mcp__github"], "mcp__github", true),
    granted(&["mcp__github"], "mcp__github_enterprise__search", false),
    granted(&["mcp__jira__*"], "mcp__jira__search", true),
    granted(&["mcp__jira__*"], "mcp__jira", true),
    granted(&["mcp__jira__*"], "mcp__jira_cloud__search", false),
    granted(&["mcp__s__run"], "mcp__s__run__all", false),
    granted(&["mcp__s__run"], "mcp__s", false),
    granted(&["mcp__*"], "mcp__jira__search", false),
    granted(&["mcp__jira__get_*"], "mcp__jira__get_issue", false),
    granted(&["mcp__*jira*__search"], "mcp__jira__search", false),
    granted(&["mcp__github"], "Read", false),
    denied(&["mcp__github"], "mcp__github__delete_repo", false),
    denied(&["mcp__github"], "mcp__github__*", false),
    denied(&["mcp__github__*"], "mcp__github__delete_repo", false),
    denied(&["mcp__github__*"], "mcp__github", false),
    denied(&["mcp__github__*"], "mcp__github_enterprise__search", true),
    denied(&["mcp__github__delete_repo"], "mcp__github__search", true),
    denied(&["mcp__github__delete_*"], "mcp__github__delete_repo", true),
    denied(&["mcp__git*"], "mcp__github__delete_repo", true),
    denied(&["mcp__*__delete_repo"], "mcp__github__delete_repo", true),
    denied(&["*"], "Bash", true),
    denied(&["Bas*"], "Bash", true),
    denied(&["Bash(rm *"], "Bash", true),
    denied(&["mcp__*"], "mcp__github__search", false),
    denied(&["mcp__*"], "mcp__github", false),
    denied(&["mcp__*"], "Read", true),
    // Memory.
    remembers(&["Read"], "Write", true),
    remembers(&[], "Edit", true),
    remembers(&["Read"], "Bash", false),
    Case { denied: &["Write"], ..remembers(&["Read"], "Write", false) },
    Case { denied: &["Write"], ..remembers(&["Read"], "Edit", true) },
];

impl Case {
    fn agent(&self) -> Agent {
        let list = |entries: &[&'static str]| &*entries.iter().copied().map(Tool::new).collect::<Vec<_>>().leak();
        let mut fields = AgentFields::new("one", "d", "x").disallowed_tools(list(self.denied));
        if let Some(tools) = self.tools {
            fields = fields.tools(list(tools));
        }
        if self.memory {
            fields = fields.memory(Memory::Project);
        }
        Agent::new(Box::leak(Box::new(fields)))
    }

    /// The file of an agent with these fields, whose prompt orders to use the tool.
    fn file(&self, name: &str) -> Vec<u8> {
        let tools = self.tools.map_or(String::new(), |tools| format!("tools: {tools:?}\n"));
        let denied =
            if self.denied.is_empty() { String::new() } else { format!("disallowedTools: {:?}\n", self.denied) };
        let memory = if self.memory { "memory: project\n" } else { "" };
        let text =
            format!("---\nname: {name}\ndescription: d\n{tools}{denied}{memory}---\nUse the {} tool.\n", self.tool);
        text.into_bytes()
    }

    /// The messages of a rule about that file.
    fn messages(&self, rule: &str) -> Vec<String> {
        let mut files = MemoryFiles::default();
        files.files.insert("agents/one.md".into(), self.file("one"));
        files.files.insert("agents/agents.toml".into(), b"[rules]\nungranted-tool = \"error\"\n".to_vec());
        let found = compile(&files, "agents", &ItemOptions::file()).diagnostics;
        found.into_iter().filter(|found| found.rule.name == rule).map(|found| found.message).collect()
    }
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { tools, denied, memory, tool, .. } = self;
        write!(f, "`{tool}` of tools {tools:?}, disallowedTools {denied:?}, memory {memory}")
    }
}

#[test]
fn an_agent_may_use_what_it_is_granted_and_not_denied() {
    let wrong = CASES.iter().filter(|case| case.agent().may_use(case.tool) != case.allowed);
    let wrong: Vec<_> = wrong.map(ToString::to_string).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_table_of_generated_code_has_the_answers_of_run_time() {
    let mut files = MemoryFiles::default();
    for (case, number) in CASES.iter().zip(100..) {
        files.files.insert(format!("agents/{number}.md"), case.file(&format!("agent-{number}")));
    }
    let (folder, settings) = discover(&files, "agents");
    let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
    let uses = roster.mentioned_in_code(&BTreeSet::new()).tools;
    assert!(uses.tools.list.len() > 5 && uses.list_of.len() == CASES.len());
    for (case, list) in CASES.iter().zip(&uses.list_of) {
        for (tool, is_allowed) in uses.tools.list.iter().zip(&uses.lists[*list].is_allowed) {
            assert_eq!(*is_allowed, case.agent().may_use(&tool.name), "`{}` to {case}", tool.name);
        }
    }
}

#[test]
fn an_order_is_reported_where_its_tool_may_not_be_used() {
    // Only tools of the table are looked for in prose.
    let is_tool = |tool: &KnownTool| tool.is_current() || tool.status == ToolStatus::Alias;
    for case in CASES.iter().filter(|case| CLAUDE_CODE.tools.find(case.tool).is_some_and(is_tool)) {
        assert_eq!(case.messages("ungranted-tool").is_empty(), case.allowed, "{case}");
    }
}

#[test]
fn a_conflict_is_reported_where_a_granted_tool_may_not_be_used() {
    for case in CASES.iter().filter(|case| !case.denied.is_empty()) {
        let (tools, everything) = ([case.tool].to_vec().leak(), Case { tools: None, memory: false, ..*case });
        let found = Case { tools: Some(tools), ..everything }.messages("conflicting-tools");
        assert_eq!(found.is_empty(), everything.agent().may_use(case.tool), "{case}");
    }
}

#[test]
fn memory_is_reported_where_it_alone_grants_a_tool() {
    for case in CASES.iter().filter(|case| case.memory) {
        let is_granted = Case { memory: false, ..*case }.agent().may_use(case.tool);
        let found = case.messages("implied-tools").iter().any(|text| text.contains(&format!("`{}`", case.tool)));
        assert_eq!(found, case.allowed && !is_granted, "{case}");
    }
}
