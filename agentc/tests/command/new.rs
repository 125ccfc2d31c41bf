//! `agentc new`: an agent to begin with.

use crate::folder::Folder;

#[test]
fn a_new_agent_passes_every_rule() {
    let folder = Folder::new();
    for name in ["code-reviewer", "审查员", "x2"] {
        folder.agentc(&["new", name]).ends(0).prints(&format!("agents/{name}.md\n"));
    }
    let opinions = ["check", "--deny-warnings", "--rule", "inherits-all-tools=warn", "--rule", "ungranted-tool=warn"];
    folder.agentc(&opinions).ends(0).prints("");
    assert!(folder.read("agents/code-reviewer.md").contains("\nYou are the code reviewer of this project.\n"));
}

#[test]
fn it_goes_into_the_folder_that_is_there_or_named() {
    let folder = Folder::new();
    folder.agent(".claude/agents/one.md", "");
    folder.agentc(&["new", "two"]).ends(0).prints(".claude/agents/two.md\n");
    folder.agentc(&["new", "two", "team/agents"]).ends(0).prints("team/agents/two.md\n");
}

#[test]
fn any_description_stays_what_it_is() {
    let folder = Folder::new();
    for (number, description) in [
        "Use it: now",
        "# one",
        "say \"yes\"",
        "a\nb",
        "- x",
        "yes",
        "ends with #1",
        "{a}",
        " 'quoted' ",
        "a\tb",
        "014",
        "=",
    ]
    .iter()
    .enumerate()
    {
        let name = format!("agent-{number}");
        folder.agentc(&["new", &name, "--description", description]).ends(0);
        let shown = folder.agentc(&["show", &name, "--format", "json"]).ends(0).json();
        assert_eq!(shown["fields"]["description"]["value"], *description);
        let text = folder.read(&format!("agents/{name}.md"));
        let theirs: serde_yaml::Value = serde_yaml::from_str(text.split("---\n").nth(1).unwrap()).unwrap();
        assert_eq!(theirs["description"].as_str(), Some(*description));
    }
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::new();
    folder.write("agents/one.md", "precious");
    folder.agentc(&["new", "one"]).ends(2).says("error: `agents/one.md` already exists");
    assert_eq!(folder.read("agents/one.md"), "precious");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("elsewhere.md", folder.path("agents/two.md")).unwrap();
        folder.agentc(&["new", "two"]).ends(2).says("`agents/two.md` already exists");
        assert!(!folder.path("agents/elsewhere.md").exists());
    }
}

#[test]
fn a_name_that_a_rule_minds_is_refused_with_the_reason() {
    let folder = Folder::new();
    for (name, reason) in [
        ("Code Reviewer", "[unconventional-name]"),
        ("🚀", "[no-identifier]"),
        ("a:b", "[invalid-name]"),
        ("../evil", "`../evil` is a path, not a name: run `agentc new evil ..`"),
        ("README", "`README.md` would be skipped, "),
        ("_draft", "`_draft.md` would be skipped, "),
        ("", "the name is empty"),
        (" lead", "the name ` lead` has leading or trailing white space: use `lead`"),
    ] {
        folder.agentc(&["new", name]).ends(2).says(reason);
        assert!(!folder.path("agents").exists(), "{name} left something behind");
    }
    folder.write("taken", "");
    folder.agentc(&["new", "one", "taken"]).ends(2).says("cannot create the folder `taken`");
    folder.agent("agents/team/taken.md", "");
    folder.agentc(&["new", "taken"]).ends(2).says("[duplicate-name]").says("`agents/taken.md` was not created");
    assert!(!folder.path("agents/taken.md").exists());
}
