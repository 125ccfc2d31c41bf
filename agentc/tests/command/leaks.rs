//! No output has a character that acts on a terminal, one that nobody sees, or a key of the input.

use std::process::Command;

use crate::folder::{Folder, Outcome};
#[cfg(target_os = "linux")]
use crate::terminal::on_terminal;

/// A key as a provider makes them; in two pieces, so that no scanner takes this file for a leak.
const KEY: [&str; 2] = ["ghp_", "Zq4vT9xLmB2nYc7RkPd1WsHf6GjUe8XaQo3i"];

/// What a hostile file puts wherever it can.
const HOSTILE: &str = "x\\u001b[31m\\u202e\\u200b\\u2028\\r\\n::error::\\ncargo::rustc-env=A=B\\u0007\\u0085";

/// A folder in which every place that a message quotes has it.
fn folder() -> Folder {
    let folder = Folder::new();
    let key = KEY.concat();
    let raw = HOSTILE.replace("\\u001b", "\u{1b}").replace("\\u202e", "\u{202e}").replace("\\u200b", "\u{200b}");
    let raw = raw.replace("\\u2028", "\u{2028}").replace("\\u0007", "\u{7}").replace("\\u0085", "\u{85}");
    let fields = [
        "name",
        "description",
        "tools",
        "disallowedTools",
        "model",
        "color",
        "effort",
        "memory",
        "permissionMode",
        "skills",
        "maxTurns",
        "isolation",
        "background",
        "mcpServers",
        "hooks",
        "initialPrompt",
        "note",
        "toools",
    ];
    for field in fields {
        let others = if field == "name" { "" } else { "name: NAME\n" }.replace("NAME", field);
        let others = others + if field == "description" { "" } else { "description: Helps.\n" };
        for (kind, value) in [
            ("quoted", format!("\"{HOSTILE}\"")),
            ("list", format!("[\"{HOSTILE}\", \"{key}\"]")),
            ("map", format!("{{\"{HOSTILE}\": \"{HOSTILE} {key}\"}}")),
            ("key", key.clone()),
            ("plain", raw.clone()),
            ("colon", format!("a: {raw} {key}")),
        ] {
            let others = others.replace(&format!("name: {field}"), &format!("name: {field}-{kind}"));
            folder.write(
                &format!("agents/{field}-{kind}.md"),
                format!("---\n{others}{field}: {value}\n---\n{raw}\n{key}\nuse the {raw} agent\n{{{{{raw}}}}}\n"),
            );
        }
    }
    let path = "agents/x\u{1b}[31m\u{202e}\n::error::x\ncargo::rustc-env=A=B\u{7}.md";
    folder.write(path, "---\nname: path\ndescription: d\ntols: Read\n---\nx\n");
    folder
}

/// Settings in which every value is hostile.
fn hostile_settings() -> String {
    format!(
        "runs-in = \"{HOSTILE}\"\nexclude = [\"{HOSTILE}\"]\n[rules]\n\"{HOSTILE}\" = \"{HOSTILE}\"\nsecret = \"{HOSTILE}\"\n\
         [fields]\nextra = [\"{HOSTILE}\"]\n[names]\n\"{HOSTILE}\" = \"{HOSTILE}\"\n"
    )
}

/// The characters of an output that are not to be there.
fn forbidden(output: &str) -> String {
    let is_hidden = |c: &char| {
        (c.is_control() && *c != '\n' && *c != '\t')
            || matches!(*c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    output.chars().filter(is_hidden).collect()
}

/// Calls the command, and fails if it prints what it is not to print.
fn prints_nothing_hostile(folder: &Folder, arguments: &str) -> Outcome {
    let outcome = folder.agentc(&arguments.split(' ').collect::<Vec<_>>());
    for output in [&outcome.stdout, &outcome.stderr] {
        assert_eq!(forbidden(output), "", "{arguments}");
        assert!(!output.contains(&KEY.concat()), "{arguments} shows the key");
        let forged = output.lines().find(|line| line.starts_with("::error::") || line.starts_with("cargo::"));
        assert_eq!(forged, None, "{arguments}");
    }
    outcome
}

#[test]
fn no_report_has_what_a_hostile_file_puts_there() {
    let folder = folder();
    for settings in [hostile_settings(), String::new()] {
        folder.write("agents/agents.toml", &settings);
        for format in ["human", "short", "json", "sarif", "github"] {
            let outcome = prints_nothing_hostile(&folder, &format!("check --format {format}")).ends(1);
            // It has seen the keys and the characters that it does not show.
            for rule in ["secret", "hidden-text", "misspelled-field"] {
                assert!(outcome.stdout.contains(rule), "{format} without {rule}");
            }
        }
        for arguments in
            ["check --statistics", "list", "list --format json", "graph", "graph --format dot", "graph --format json"]
        {
            let outcome = prints_nothing_hostile(&folder, arguments).ends(1);
            assert!(outcome.stdout.len() > 300, "{arguments}: {}", outcome.stderr);
        }
        for arguments in [
            "show note-quoted",
            "show note-quoted --format json",
            "render note-quoted",
            "route --check",
            "export --to claude-json",
            "generate",
        ] {
            prints_nothing_hostile(&folder, arguments);
        }
    }
}

#[test]
fn data_has_hidden_characters_as_escapes() {
    let folder = Folder::new();
    folder.write("Cargo.toml", "[package]\nname = \"hidden\"\n");
    folder.write("agents/agents.toml", "[rules]\nhidden-text = \"allow\"\n");
    folder
        .write("agents/one.md", format!("---\nname: one\ndescription: \"{HOSTILE}\"\n---\nDo \u{202e}it\u{e0041}.\n"));
    for arguments in [
        "show one",
        "show one --format json",
        "list --format json",
        "export --to claude-json",
        "generate",
        "graph --format json",
        "graph --format svg",
    ] {
        prints_nothing_hostile(&folder, arguments).ends(0);
    }
    let exported = folder.agentc(&["export", "--to", "claude-json"]).ends(0).stdout;
    assert!(exported.contains(r"Do \u202eit\udb40\udc41."), "{exported}");
    let exported: serde_json::Value = serde_json::from_str(&exported).unwrap();
    assert_eq!(exported["one"]["prompt"], "Do \u{202e}it\u{e0041}.");
}

#[cfg(target_os = "linux")]
#[test]
fn a_diff_is_harmless_on_a_terminal_and_exact_in_a_pipe() {
    let folder = Folder::new();
    let key = KEY.concat();
    let text = format!("---\nname: one\ndescription: Uses {key}.\ntools: bash\n---\n{key}\nDo \u{1b}[31m\u{200b}it.\n");
    folder.write("agents/o\u{1b}[31mne\ncargo::x.md", &text);
    let outcome = on_terminal(&folder, "NO_COLOR=1", 200, "fix --diff --unsafe");
    let output = outcome.stdout.replace("\r\n", "\n");
    assert_eq!(forbidden(&output), "", "{output}");
    assert!(!output.contains(&key) && output.contains("-tools: bash\n+tools: Bash\n"), "{output}");

    let diff = folder.agentc(&["fix", "--diff", "--unsafe"]).stdout;
    assert!(diff.contains(r#"--- "a/agents/o\033[31mne\012cargo::x.md""#), "{diff}");
    folder.write("fixes.diff", diff);
    let git = Command::new("git").args(["apply", "fixes.diff"]).current_dir(folder.path("")).output().unwrap();
    assert!(git.status.success(), "{}", String::from_utf8_lossy(&git.stderr));
    assert!(folder.read("agents/o\u{1b}[31mne\ncargo::x.md").contains("tools: Bash\n"));
}
