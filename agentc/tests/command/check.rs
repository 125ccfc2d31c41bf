//! `agentc check`: what it finds, what it says, how it ends.

use crate::folder::Folder;

#[test]
fn a_clean_roster_ends_with_0_and_prints_nothing_but_the_summary() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    folder.agent("agents/team/two.md", "");
    let outcome = folder.agentc(&["check"]).ends(0).prints("");
    assert_eq!(outcome.summary(), "checked 2 agents: no errors, no warnings");
}

#[test]
fn a_finding_is_shown_as_rustc_does() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "modle: opus\nversion: 2\n");
    let outcome = folder.agentc(&["check"]).ends(1).prints(
        "error: unknown field `modle` [misspelled-field]
 --> agents/one.md:4:1
  |
4 | modle: opus
  | ^^^^^ help: did you mean `model`?
  |
  = note: Claude Code 2.1.331 ignores unknown fields, so `modle` has no effect

warning: unknown field `version` [unknown-field]
 --> agents/one.md:5:1
  |
5 | version: 2
  | ^^^^^^^
  |
  = note: Claude Code 2.1.331 ignores unknown fields; other programs may reject the whole file
  = help: remove the field; or, if your program reads it with `agent.extra(\"version\")`, list it under `[fields] extra` in `agents.toml`

",
    );
    assert_eq!(outcome.summary(), "checked 1 agent: 1 error, 1 warning; 1 can be fixed with `agentc fix --unsafe`");
}

#[test]
fn findings_come_in_order_of_file_and_place_whatever_the_order_of_the_paths() {
    let folder = Folder::new();
    folder.agent("b/agents/two.md", "version: 1\nauthor: x\n");
    folder.agent("b/agents/one.md", "version: 1\n");
    folder.agent("a/agents/three.md", "version: 1\n");
    let outcome = folder.agentc(&["check", "b/agents", "a/agents", "--format", "short"]).ends(0);
    let places: Vec<_> = outcome.stdout.lines().filter_map(|line| line.split(": ").next()).collect();
    assert_eq!(places, ["a/agents/three.md:4:1", "b/agents/one.md:4:1", "b/agents/two.md:4:1", "b/agents/two.md:5:1"]);
}

#[test]
fn warnings_fail_only_where_they_are_denied() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    folder.agentc(&["check"]).ends(0);
    folder.agentc(&["check", "--deny-warnings"]).ends(1);
    folder.agent("agents/one.md", "");
    folder.agentc(&["check", "--deny-warnings"]).ends(0);
}

#[test]
fn the_settings_apply_unless_they_are_not_wanted_and_the_call_wins() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    folder.write("agents/agents.toml", "[rules]\nunknown-field = \"error\"\n");
    folder.agentc(&["check"]).ends(1);
    folder.agentc(&["check", "--isolated"]).ends(0);
    folder.agentc(&["check", "--rule", "unknown-field=allow"]).ends(0).prints("");
    folder.agentc(&["check", "--isolated", "--rule", "unknown-field=error"]).ends(1);
    // A silence of what is switched off for once is not stale.
    folder.write("agents/agents.toml", "[[silence]]\nfile = \"one.md\"\nrule = \"unknown-field\"\nreason = \"-\"\n");
    folder.agentc(&["check", "--deny-warnings", "--rule", "unknown-field=allow"]).ends(0).prints("");
    // What is off by default can be asked for.
    folder.agentc(&["check", "--rule", "inherits-all-tools=error", "--rule", "unknown-field=allow"]).ends(1);
}

#[test]
fn a_rule_or_level_that_is_none_is_explained() {
    let folder = Folder::new();
    for (rule, answer) in [
        ("unknown-fild=warn", "unknown rule `unknown-fild`, did you mean `unknown-field`?"),
        ("colour=warn", "unknown rule `colour`: run `agentc explain` to list all rules"),
        ("unknown-field=warning", "unknown level `warning`: use `error`, `warn` or `allow`"),
        ("unknown-field", "expected NAME=LEVEL, such as `unknown-field=error`"),
        ("duplicate-name=warn", "the level of `duplicate-name` cannot be lowered"),
    ] {
        folder.agentc(&["check", "--rule", rule]).ends(2).says(answer);
    }
}

#[test]
fn settings_that_cannot_be_read_are_an_error() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    folder.write("agents/agents.toml", "[rules]\nunknown-field = \"loud\"\n");
    let outcome = folder.agentc(&["check", "--format", "short"]).ends(1);
    assert!(outcome.stdout.starts_with("agents/agents.toml:2:18: error: "), "{}", outcome.stdout);
    // Also where one file is asked for.
    folder.agentc(&["check", "agents/one.md"]).ends(1);
}

#[test]
fn a_key_is_never_shown() {
    let folder = Folder::new();
    let key = "ghp_R7kQ2mZx9LwT4vBn8YcJ5sHd3FgP6aEuXo1K";
    folder.agent("agents/one.md", &format!("token: {key}\ninitialPrompt: say: {key}\n"));
    for format in ["human", "short", "json", "sarif", "github"] {
        let outcome = folder.agentc(&["check", "--format", format]).ends(1);
        assert!(outcome.stdout.contains("possible GitHub personal access token"), "{}", outcome.stdout);
        assert!(!outcome.stdout.contains(&key[..12]), "{}", outcome.stdout);
    }
}

#[test]
fn a_name_that_is_said_often_hides_no_other() {
    let folder = Folder::new();
    folder.agent("agents/reviewer.md", "");
    let prompt = |order: &str| format!("---\nname: {{}}\ndescription: Helps.\n---\n{order}\n");
    let often = prompt(&"Then use the `main` agent to go on.\n".repeat(150)).replace("{}", "often");
    folder.write("agents/often.md", often);
    folder.write("agents/once.md", prompt("Then use the `reviewr` agent to go on.").replace("{}", "once"));
    let outcome = folder.agentc(&["check", "--format", "short"]).ends(0);
    assert!(outcome.stdout.contains("did you mean `reviewer`?"), "{}", outcome.stdout);
}

#[test]
fn statistics_count_by_rule_instead_of_showing_each_finding() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "modle: opus\nversion: 2\nauthor: x\n");
    folder.agent("agents/two.md", "version: 2\n");
    folder.agentc(&["check", "--statistics"]).ends(1).prints(
        "count  files  fixes  level  rule\n    3      2      0  warn   unknown-field\n    1      1      1  error  misspelled-field\n",
    );
    let outcome = folder.agentc(&["check", "--statistics", "--format", "json"]).ends(1);
    let counts: serde_json::Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(
        counts[1],
        serde_json::json!({ "rule": "misspelled-field", "level": "error", "count": 1, "files": 1, "fixes": 1 })
    );
    for format in ["sarif", "github"] {
        folder.agentc(&["check", "--statistics", "--format", format]).ends(2).prints("");
    }
    folder
        .agentc(&["check", "--statistics", "--rule", "unknown-field=allow", "--rule", "misspelled-field=allow"])
        .ends(0)
        .prints("");
}

#[test]
fn the_summary_of_many_findings_counts_them_by_rule() {
    let folder = Folder::new();
    for index in 0..7 {
        folder.agent(&format!("agents/agent-{index}.md"), "version: 1\nauthor: x\ncolor: chartreuse\n");
    }
    let outcome = folder.agentc(&["check"]).ends(0);
    assert!(outcome.stderr.ends_with("\nby rule: 14 unknown-field, 7 unknown-color\n"), "{}", outcome.stderr);
}

#[test]
fn a_field_that_many_agents_have_is_reported_once_to_people_and_each_time_to_programs() {
    let folder = Folder::new();
    for name in ["one", "two", "three"] {
        folder.agent(&format!("agents/{name}.md"), "owner: platform\n");
    }
    let few = folder.agentc(&["check"]).ends(0);
    assert_eq!(few.stdout.matches("unknown field `owner` [unknown-field]").count(), 3);
    folder.agent("agents/four.md", "owner: platform\n");
    folder.agent("agents/team/five.md", "owner: payments\n");
    let many = folder.agentc(&["check"]).ends(0).prints(
        "warning: unknown field `owner` in 5 files [unknown-field]
 --> agents/four.md:4:1
  |
4 | owner: platform
  | ^^^^^
  |
  = note: the same in `one.md`, `team/five.md`, `three.md`, and 1 more
  = note: Claude Code 2.1.331 ignores unknown fields; other programs may reject the whole file
  = help: remove the field; or, if your program reads it with `agent.extra(\"owner\")`, list it under `[fields] extra` in `agents.toml`

",
    );
    assert_eq!(many.summary(), "checked 5 agents: no errors, 5 warnings");
    let short = folder.agentc(&["check", "--format", "short"]).ends(0);
    assert_eq!(short.stdout.lines().count(), 5);
}
