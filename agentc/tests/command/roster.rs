//! What looks at a roster: `list`, `show`, `export`; and `explain`, `completions`, `man`.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::json;

use crate::folder::Folder;

fn crew() -> Folder {
    let folder = Folder::new();
    folder.agent("agents/lead.md", "model: opus\ncolor: red\nteam: a\n");
    folder.agent("agents/team/reader.md", "tools: Read, Grep\ndisallowedTools: Bash\nmaxTurns: \"3\"\n");
    folder.agent("agents/team/thinker.md", "tools: []\n");
    folder
}

#[test]
fn a_list_has_a_line_for_each_agent() {
    crew()
        .agentc(&["list"])
        .ends(0)
        .prints(
            "name     group  model  description tokens  prompt tokens  file                    tools                     delegates
lead     -      opus                    6              4  agents/lead.md          all                       all
reader   team   -                       6              4  agents/team/reader.md   Read, Grep, without Bash  none
thinker  team   -                       6              4  agents/team/thinker.md  none                      none
",
        )
        .says("3 agents, 18 tokens in descriptions\n")
        .says("note: no errors, 2 warnings: run `agentc check agents` to show them");
}

#[test]
fn a_list_in_json_tells_all_from_none() {
    let list = crew().agentc(&["list", "--format", "json"]).ends(0).json();
    assert_eq!(
        list[1],
        json!({
            "name": "reader", "group": "team", "model": null, "tools": ["Read", "Grep"], "disallowed_tools": ["Bash"],
            "delegates": [], "unread": [], "description_tokens": 6, "prompt_tokens": 4, "file": "agents/team/reader.md",
        })
    );
    assert_eq!((&list[0]["group"], &list[0]["delegates"]), (&json!(null), &json!("all")));
    assert_eq!((&list[0]["tools"], &list[2]["tools"]), (&json!(null), &json!([])));
}

#[test]
fn a_list_names_delegates_and_has_groups_only_if_there_are_some() {
    let folder = Folder::new();
    folder.agent("agents/lead.md", "tools: Read, Agent(writer, reader)\n");
    folder.agent("agents/reader.md", "tools: Read\n");
    folder.agent("agents/writer.md", "tools: Write\n");
    folder.agentc(&["list"]).ends(0).prints(
        "name    model  description tokens  prompt tokens  file              tools                        delegates
lead    -                       6              4  agents/lead.md    Read, Agent(writer, reader)  reader, writer
reader  -                       6              4  agents/reader.md  Read                         none
writer  -                       6              4  agents/writer.md  Write                        none
",
    );
    let list = folder.agentc(&["list", "--format", "json"]).ends(0).json();
    assert_eq!((&list[0]["group"], &list[0]["delegates"]), (&json!(null), &json!(["reader", "writer"])));
}

#[test]
fn what_cannot_be_read_is_neither_all_nor_none() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "tools: {Read: true}\nbackground: maybe\n");
    folder.write("agents/two.md", "No frontmatter.\n");
    let outcome = folder.agentc(&["list"]).ends(1).says("note: not listed: 1 file without readable frontmatter");
    assert!(outcome.stdout.ends_with("agents/one.md  ?      ?\n"), "{}", outcome.stdout);
    let list = folder.agentc(&["list", "--format", "json"]).ends(1).json();
    assert_eq!((&list[0]["tools"], &list[0]["unread"]), (&json!(null), &json!(["tools", "background"])));
    assert_eq!(list[0]["delegates"], json!(null));
    let shown = folder.agentc(&["show", "one"]).ends(1).stdout;
    assert!(shown.contains("background, line 5\n  (ignored: not valid, or set again below)\n"), "{shown}");
    let shown = folder.agentc(&["show", "agents/two.md"]).ends(1).stdout;
    assert!(shown.contains("(no readable frontmatter)"), "{shown}");
    // Without its restrictions it does not go elsewhere, whatever the settings say.
    folder.remove("agents/two.md");
    folder.write("agents/agents.toml", "[rules]\nwrong-type = \"allow\"\n");
    folder.agentc(&["export", "--to", "claude-json"]).ends(2).prints("").says("cannot export `agents/one.md`");
    folder.agent("agents/one.md", "background: maybe\n");
    let outcome = folder.agentc(&["export", "--to", "claude-json"]).ends(0).says("`background` is not exported");
    assert_eq!(
        outcome.json(),
        json!({ "one": { "description": "Helps with one thing.", "prompt": "Do that thing." } })
    );
}

#[test]
fn a_field_that_is_set_twice_has_its_last_value() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "model: opus\nmodel: haiku\ntools: \"*\"\n");
    let shown = folder.agentc(&["show", "one"]).ends(1).stdout;
    let expected =
        "model, line 4\n  (ignored: not valid, or set again below)\nmodel, line 5\n  haiku\ntools, line 6\n  all\n";
    assert!(shown.contains(expected), "{shown}");
}

#[test]
fn nothing_of_a_file_reaches_the_terminal_as_it_is() {
    let folder = Folder::new();
    folder.write("agents/a\u{1b}.md", "---\nname: \"\\ea\"\ndescription: Helps.\n---\nDelete all.\rRead all.\n");
    for arguments in
        [&["show", "b"][..], &["show", "agents/a\u{1b}.md"], &["list"], &["check"], &["check", "--format", "short"]]
    {
        let outcome = folder.agentc(arguments);
        let shown = outcome.stdout.replace("\r\n", "\n") + &outcome.stderr;
        assert!(!shown.contains(['\u{1b}', '\r']), "{arguments:?}: {shown:?}");
    }
}

#[test]
fn an_agent_is_shown_with_where_each_field_stands() {
    let folder = Folder::new();
    let description = "Use it when: now. <example>user: \"hi\" assistant: \"ho\"</example>";
    folder.agent("agents/other.md", "");
    folder.write(
        "agents/one.md",
        format!("---\nname: one\ndescription: {description}\ntools: Read, Bash(git log:*)\nmodel: opus\nlevels: {{a: [1, x]}}\n---\n\nDo \u{1b}[31mit.\n\nThen stop.\n"),
    );
    folder
        .agentc(&["show", "one"])
        .ends(1)
        .prints(
            "one agents/one.md

name, line 2
  one
description, line 3, recovered
  Use it when: now.
tools, line 4
  Read, Bash(git log:*)
model, line 5
  opus
levels, line 6
  {\"a\":[1,\"x\"]}
not set
  disallowedTools, permissionMode, maxTurns, skills, mcpServers, hooks, memory, background, omitClaudeMd, effort, isolation, color, initialPrompt, experimental, autoCompactWindow, observer, observerMessage, observeToolResults, observeSubagents
example 1
  user: hi
  assistant: ho
prompt, line 9, 6 tokens
  Do \\u{1b}[31mit.

  Then stop.
",
        )
        .says("note: 1 error, 3 warnings: run `agentc check agents/one.md` to show them");
    let shown = folder.agentc(&["show", "agents/one.md", "--format", "json"]).ends(1).json();
    assert_eq!(
        shown["fields"]["description"],
        json!({ "value": description, "recovered": true, "line": 3, "column": 1, "end_line": 3, "end_column": 77 })
    );
    assert_eq!(shown["fields"]["tools"]["value"], json!(["Read", "Bash(git log:*)"]));
    assert_eq!(shown["fields"]["levels"]["value"], json!({ "a": [1, "x"] }));
    assert_eq!(shown["description"], "Use it when: now.");
    assert_eq!(shown["examples"], json!([{ "user": "hi", "assistant": "ho" }]));
    assert_eq!(shown["prompt"], "Do \u{1b}[31mit.\n\nThen stop.");
    assert_eq!(shown["body"], "\nDo \u{1b}[31mit.\n\nThen stop.\n");
}

#[test]
fn an_agent_is_shown_with_the_outline_of_its_prompt() {
    let folder = Folder::new();
    let prompt =
        "## Rules\n\n- One.\n- Two\n  lines.\n\n### Exceptions\n\nNone.\n\n**Output:**\n\n```md\n# No heading\n```\n";
    folder.write("agents/one.md", format!("---\nname: one\ndescription: Helps.\ntools: Read\n---\n{prompt}"));
    let shown = folder.agentc(&["show", "one"]).ends(0).stdout;
    let outline = "sections\n  Rules, line 6, 2 items\n    Exceptions, line 12\n      Output, line 16\nprompt, line 6";
    assert!(shown.contains(outline), "{shown}");
    let shown = folder.agentc(&["show", "one", "--format", "json"]).ends(0).json();
    assert_eq!(
        shown["sections"][0],
        json!({ "level": 2, "title": "Rules", "line": 6, "items": ["One.", "Two\n  lines."] })
    );
    assert_eq!(shown["sections"][2]["level"], 7);
}

#[test]
fn an_agent_that_is_not_there_is_told_with_the_closest() {
    let folder = crew();
    folder.agentc(&["show", "raeder"]).ends(2).says("no agent `raeder` in `agents`, did you mean `reader`?");
    folder.agentc(&["show", "x"]).ends(2).says("no agent `x` in `agents`: run `agentc list agents` to list them");
    folder.agentc(&["show", "agents/x.md"]).ends(2).says("cannot read `agents/x.md`: no such file or directory");
    folder.write("reader.md", "Something else.\n");
    for agent in ["reader", "reader.md", "agents/team/reader.md"] {
        folder.agentc(&["show", agent, "agents/team"]).ends(0);
    }
}

#[test]
fn the_export_for_claude_has_what_has_a_place_and_tells_the_rest() {
    let folder = crew();
    folder.agent(
        "agents/all.md",
        "tools: Read\npermissionMode: manual\nskills: a, b\nmcpServers: [github, {own: {command: x}}]\n\
         hooks: {Stop: []}\nmemory: project\nbackground: true\nomitClaudeMd: false\neffort: med\nisolation: worktree\n\
         initialPrompt: go\nexperimental: {cacheTtl: 5m}\n",
    );
    let outcome = folder
        .agentc(&["export", "--to", "claude-json"])
        .ends(0)
        .says("warning: `color` is not exported, because `claude --agents` does not support it or its value is not valid: lead\n")
        .says("warning: `experimental` is not exported, because `claude --agents` does not support it or its value is not valid: all\n")
        .says("warning: `team` is not exported, because `claude --agents` does not support it or its value is not valid: lead\n");
    assert_eq!(
        outcome.json(),
        json!({
            "all": {
                "description": "Helps with one thing.", "tools": ["Read"], "permissionMode": "default",
                "skills": ["a", "b"], "mcpServers": ["github", { "own": { "command": "x" } }], "hooks": { "Stop": [] },
                "memory": "project", "background": true, "omitClaudeMd": false, "effort": "medium",
                "isolation": "worktree", "initialPrompt": "go", "prompt": "Do that thing.",
            },
            "lead": { "description": "Helps with one thing.", "model": "opus", "prompt": "Do that thing." },
            "reader": {
                "description": "Helps with one thing.", "tools": ["Read", "Grep"], "disallowedTools": ["Bash"],
                "maxTurns": 3, "prompt": "Do that thing.",
            },
            "thinker": { "description": "Helps with one thing.", "tools": [], "prompt": "Do that thing." },
        })
    );
    folder.agent("agents/broken.md", "modle: opus\n");
    folder.agentc(&["export", "--to", "claude-json"]).ends(1).prints("").says("[misspelled-field]");
    folder.agentc(&["export"]).ends(2).says("--to <TARGET>");
}

#[test]
fn every_field_is_shown() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/cases/every-field/agents/release-manager.md");
    let shown = Folder::new().agentc(&["show", file, "--format", "json"]).ends(0).json();
    for field in include_agents_compiler::format::claude_code::FIELDS {
        let value = &shown["fields"][field.name]["value"];
        assert!(!value.is_null() && *value != json!([]) && *value != json!(false), "{}: {value}", field.name);
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::new();
    let list = folder.agentc(&["explain"]).ends(0).stdout;
    for rule in include_agents_compiler::rules::all() {
        let row = list.lines().find(|line| line.split_whitespace().next() == Some(rule.name)).unwrap();
        assert_eq!(row.split_whitespace().nth(1), Some(rule.level.word()), "{row}");
        let manual = folder.agentc(&["explain", rule.name]).ends(0).stdout;
        for title in ["What it does", "Why is this bad?", "Example", "Use instead"] {
            assert!(manual.lines().any(|line| line == title), "{manual}");
        }
    }
    folder
        .agentc(&["explain", "unknown-fild"])
        .ends(2)
        .says("unknown rule `unknown-fild`, did you mean `unknown-field`?");
}

#[test]
fn completions_and_manual_pages_are_there() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(folder.agentc(&["completions", shell]).ends(0).stdout.contains("deny-warnings"), "{shell}");
    }
    assert!(folder.agentc(&["completions", "bash"]).stdout.contains("misspelled-field"));
    assert!(folder.agentc(&["man"]).ends(0).stdout.contains(".TH agentc"));
    folder.agentc(&["man", "pages"]).ends(0).prints("");
    assert!(folder.read("pages/agentc-check.1").contains("deny"));
    let mut bash = Command::new("bash");
    let mut child = bash.args(["-c", "source /dev/stdin"]).stdin(Stdio::piped()).spawn().unwrap();
    let script = folder.agentc(&["completions", "bash"]).stdout;
    child.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

#[test]
fn every_command_explains_itself() {
    let folder = Folder::new();
    let help = folder.agentc(&["--help"]).ends(0).stdout;
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        let help = folder.agentc(&[command, "--help"]).ends(0).stdout;
        assert!(help.contains("Usage: agentc ") && help.contains("--help"), "{help}");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
    }
    folder.agentc(&[]).ends(2).says("Usage: agentc");
    folder.agentc(&["fixx"]).ends(2).says("a similar subcommand exists: 'fix'");
}
