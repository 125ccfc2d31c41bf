//! `agentc fix`: what it changes, and what it leaves alone.

use std::fs;
use std::process::Command;

use crate::folder::Folder;
use crate::project::given;

#[test]
fn safe_fixes_are_applied_and_the_rest_is_shown() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "tools: bash, Write\nmodel: sonet\n");
    folder.agent("agents/two.md", "");
    let before = fs::metadata(folder.path("agents/two.md")).unwrap().modified().unwrap();
    let outcome = folder.agentc(&["fix"]).ends(1);
    assert!(folder.read("agents/one.md").contains("tools: Bash, Write\nmodel: sonet\n"));
    assert!(outcome.stdout.starts_with("error: unknown model `sonet` [misspelled-model]"), "{}", outcome.stdout);
    assert_eq!(
        outcome.summary(),
        "applied 1 fix to 1 file; checked 2 agents: 1 error, no warnings; 1 can be fixed with `agentc fix --unsafe`"
    );
    assert_eq!(fs::metadata(folder.path("agents/two.md")).unwrap().modified().unwrap(), before);
    let outcome = folder.agentc(&["fix", "--unsafe"]).ends(0).prints("");
    assert!(folder.read("agents/one.md").contains("tools: Bash, Write\nmodel: sonnet\n"));
    assert_eq!(outcome.summary(), "applied 1 fix to 1 file; checked 2 agents: no errors, no warnings");
    let outcome = folder.agentc(&["fix", "--unsafe"]).ends(0);
    assert_eq!(outcome.summary(), "nothing to fix; checked 2 agents: no errors, no warnings");
}

#[test]
fn a_diff_writes_nothing_and_says_what_would_be_written() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "tools: bash\n");
    folder.write("agents/two.md", "---\r\nname: two\r\ndescription: Helps.\r\ntools: read\r\n---\r\nNo end of line");
    let before = (folder.read("agents/one.md"), folder.read("agents/two.md"));
    let outcome = folder.agentc(&["fix", "--diff"]).ends(0);
    assert!(
        outcome.stdout.starts_with(
            "--- a/agents/one.md\n+++ b/agents/one.md\n@@ -1,6 +1,6 @@\n ---\n name: one\n \
             description: Helps with one thing.\n-tools: bash\n+tools: Bash\n ---\n Do that thing.\n"
        ),
        "{}",
        outcome.stdout
    );
    assert_eq!((folder.read("agents/one.md"), folder.read("agents/two.md")), before);
    assert!(outcome.summary().starts_with("would apply 2 fixes to 2 files; "));
    // The diff is what patch takes, and it leads to what fix writes.
    folder.write("fixes.diff", &outcome.stdout);
    let patched = Command::new("git").args(["apply", "fixes.diff"]).current_dir(folder.path("")).status().unwrap();
    assert!(patched.success());
    let patched = (folder.read("agents/one.md"), folder.read("agents/two.md"));
    folder.write("agents/one.md", &before.0);
    folder.write("agents/two.md", &before.1);
    folder.agentc(&["fix"]).ends(0);
    assert_eq!((folder.read("agents/one.md"), folder.read("agents/two.md")), patched);
}

#[test]
fn a_diff_of_odd_files_is_what_patch_takes_too() {
    let folder = Folder::new();
    folder.write("agents/a b.md", "---\nname: ab\ndescription: Helps.\ntools: bash\n---\nBody\rmore.\n");
    folder.agent("agents/one.md", "tools: bash\n");
    let diff = folder.agentc(&["fix", "--diff"]).ends(0).stdout;
    folder.agentc(&["fix"]).ends(0);
    let fixed = (folder.read("agents/a b.md"), folder.read("agents/one.md"));
    folder.write("agents/a b.md", fixed.0.replace("Bash", "bash"));
    folder.write("agents/one.md", fixed.1.replace("Bash", "bash"));
    folder.write("fixes.diff", diff);
    for program in [&["git", "apply", "fixes.diff"][..], &["patch", "-p1", "-R", "-i", "fixes.diff"]] {
        let mut command = Command::new(program[0]);
        let output = command.args(&program[1..]).current_dir(folder.path("")).output().unwrap();
        assert!(output.status.success(), "{program:?}: {output:?}");
    }
    assert!(folder.read("agents/a b.md").contains("tools: bash\n"));
}

#[test]
fn white_space_behind_a_value_stays_outside_of_it() {
    let folder = Folder::new();
    for space in ["  ", "\t", "\u{a0}", " \r"] {
        folder.write("agents/one.md", format!("---\nname: one\ndescription: Use this: always{space}\n---\nDo it.\n"));
        folder.agentc(&["fix"]).ends(0);
        let shown = folder.agentc(&["show", "one", "--format", "json"]).json();
        assert_eq!(shown["fields"]["description"]["value"], "Use this: always", "{space:?}");
    }
}

#[test]
fn what_may_have_been_meant_as_a_field_is_not_taken_for_text_in_silence() {
    let folder = Folder::new();
    let text = "---\nname: one\ndescription: Use this: now.\nIt is good.\ncategory: security\n---\nDo it.\n";
    folder.write("agents/one.md", text);
    let outcome = folder.agentc(&["fix"]).ends(1);
    assert_eq!(folder.read("agents/one.md"), text);
    assert!(outcome.stdout.contains("if one of these lines was meant as a field"), "{}", outcome.stdout);
}

#[test]
fn only_the_files_that_are_asked_for_are_changed() {
    let folder = Folder::new();
    for name in ["one", "two"] {
        folder.agent(&format!("agents/{name}.md"), "tools: bash\n");
    }
    folder.agentc(&["fix", "agents/two.md"]).ends(0);
    assert!(folder.read("agents/one.md").contains("tools: bash\n"));
    assert!(folder.read("agents/two.md").contains("tools: Bash\n"));
}

#[test]
fn standard_input_goes_mended_to_standard_output() {
    let folder = Folder::new();
    let agent = |tool: &str| format!("---\nname: one\ndescription: Helps.\ntools: {tool}\n---\nPrint \u{1b}[31m.\n");
    let outcome = folder.agentc_with(agent("bash"), &["fix", "-"]).ends(1).prints(&agent("Bash"));
    assert!(outcome.stderr.contains("[hidden-text]") && !outcome.stderr.contains("\u{1b}[31m"));
    folder.agentc_with(agent("Bash"), &["fix", "-"]).prints(&agent("Bash"));
    folder.agentc_with("", &["fix", "-"]).ends(1).prints("");
    folder.agent("agents/one.md", "tools: bash\n");
    folder.agentc_with(agent("bash"), &["fix", "-", "--stdin-path", "agents/one.md"]).prints(&agent("Bash"));
    assert!(folder.read("agents/one.md").contains("tools: bash\n"));
    folder.agentc_with("", &["fix", "-", "agents/one.md"]).ends(2).says("`-` cannot be combined with other paths");
}

/// The frontmatter of a file, as another program reads it.
fn frontmatter(text: &str) -> Result<serde_yaml::Mapping, serde_yaml::Error> {
    serde_yaml::from_str(text.split("---\n").nth(1).unwrap())
}

#[test]
#[ignore = "set INCLUDE_AGENTS_SEEDS to the folder of the seed agents"]
fn the_seeds_become_yaml_with_the_same_values() {
    let seeds = given("INCLUDE_AGENTS_SEEDS");
    let folder = Folder::new();
    let mut names = Vec::new();
    for entry in fs::read_dir(&seeds).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        folder.write(&format!("agents/{name}"), fs::read(&path).unwrap());
        names.push(name);
    }
    let values = |name: &str| {
        let shown = folder.agentc(&["show", &format!("agents/{name}"), "--format", "json"]).ends(0).json();
        let fields = shown["fields"].as_object().unwrap().clone();
        let fields = fields.into_iter().map(|(field, shown)| (field, shown["value"].clone()));
        (fields.collect::<Vec<_>>(), shown["body"].clone(), shown["examples"].clone())
    };
    let before: Vec<_> = names.iter().map(|name| values(name)).collect();
    folder.agentc(&["fix"]).ends(0);
    for (name, before) in names.iter().zip(before) {
        let text = folder.read(&format!("agents/{name}"));
        let theirs = frontmatter(&text).unwrap();
        for (field, value) in &before.0 {
            assert_eq!(theirs.get(field.as_str()).unwrap().as_str(), value.as_str(), "{name}: {field}");
        }
        assert_eq!(theirs.len(), before.0.len());
        assert_eq!(values(name), before);
    }
    let rest = folder.agentc(&["check"]).ends(0);
    assert!(!rest.stdout.contains("[recovered-yaml]"), "{}", rest.stdout);
    assert!(!names.is_empty(), "no agent in {}", seeds.display());
}

#[cfg(unix)]
#[test]
fn a_file_that_somebody_else_changes_meanwhile_is_left_alone() {
    use std::io::Write as _;
    use std::process::Stdio;
    use std::time::{Duration, Instant};

    let folder = Folder::new();
    // Reading the settings, which are a pipe here, waits; the file changes in the meantime.
    folder.agent("agents/a.md", "tools: bash\n");
    folder.agent("agents/z.md", "tools: bash\n");
    let begun = Instant::now();
    let mut losses = 0;
    // A writer that never stops: whichever version is found at the end is one that was written as a whole.
    let path = folder.path("agents/a.md");
    while begun.elapsed() < Duration::from_secs(2) {
        let mut child = folder.command().arg("fix").stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mine = "---\nname: a\ndescription: Helps.\ntools: bash\n---\nMine.\n";
        let mut file = fs::File::create(&path).unwrap();
        file.write_all(mine.as_bytes()).unwrap();
        drop(file);
        let status = child.wait().unwrap();
        let text = folder.read("agents/a.md");
        assert!(text.contains("Mine.") || status.code() == Some(2), "my change is lost: {text}");
        losses += usize::from(!text.contains("Mine."));
    }
    assert_eq!(losses, 0);
}
