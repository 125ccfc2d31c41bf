//! The formats for programs.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::folder::{Folder, Outcome};
use crate::schema::Validator;

/// A roster with findings of every shape: with and without a place, with several places, with fixes of both kinds, beyond
/// ASCII, over several lines.
fn awkward() -> Folder {
    let folder = Folder::new();
    folder
        .write("agents/50% off, #1: ä.md", "---\nname: 🚀 déjà\ndescription: Uses: colons\nmodle: opus\n---\nDo it.\n");
    folder.write("agents/one.md", "\u{feff}---\r\nname: one\r\ndescription: Helps.\r\nversion: 1\r\n---\r\n");
    folder.write("agents/twin.md", "---\nname: one\ndescription: Helps.\n---\nKeep\u{200b} it.\n```\nopen\n");
    folder.write(
        "agents/agents.toml",
        "[limits]\ndescription-tokens = 1\n[[silence]]\nfile = \"x.md\"\nrule = \"secret\"\nreason = \"-\"\n",
    );
    folder
}

#[test]
fn json_has_what_the_documentation_says() {
    let folder = Folder::new();
    folder.write("agents/one.md", "---\nname: one\ndescription: Helps.\ntools: bash\n---\nDo it.\n");
    folder.write("agents/two.md", "---\nname: one\ndescription: Helps.\n---\nDo it.\n");
    let findings = folder.agentc(&["check", "--format", "json"]).ends(1).json();
    assert_eq!(
        findings[0],
        json!({
            "version": 1,
            "rule": "misspelled-tool",
            "level": "error",
            "message": "unknown tool `bash`",
            "notes": ["Claude Code refuses to start an agent if no entry of `tools` is a tool that it can have"],
            "help": "did you mean `Bash`?",
            "file": "agents/one.md",
            "line": 4, "column": 8, "end_line": 4, "end_column": 12,
            "labels": [{
                "file": "agents/one.md", "line": 4, "column": 8, "end_line": 4, "end_column": 12,
                "message": "help: did you mean `Bash`?",
            }],
            "fix": {
                "safe": true,
                "edits": [{
                    "file": "agents/one.md", "line": 4, "column": 8, "end_line": 4, "end_column": 12, "start": 41, "end": 45, "text": "Bash",
                }],
            },
        })
    );
    let duplicate = &findings.as_array().unwrap()[1..];
    let rules: Vec<_> = duplicate.iter().map(|finding| finding["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["duplicate-name"]);
    let [first, second] = duplicate[0]["labels"].as_array().unwrap().as_slice() else { panic!("{duplicate:?}") };
    assert_eq!((&first["file"], &second["file"]), (&json!("agents/two.md"), &json!("agents/one.md")));
}

#[test]
fn a_finding_about_the_folder_has_no_place() {
    let findings = awkward().agentc(&["check", "--format", "json"]).ends(1).json();
    let finding = findings.as_array().unwrap().iter().find(|finding| finding["rule"] == "description-budget").unwrap();
    assert_eq!(finding["file"], "agents");
    for part in ["line", "column", "end_line", "end_column", "fix"] {
        assert_eq!(finding[part], Value::Null, "{part}");
    }
    assert_eq!(finding["labels"], json!([]));
}

#[test]
fn an_empty_array_is_json_too() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    let outcome = folder.agentc(&["check", "--format", "json"]).ends(0).prints("[\n]\n");
    // Programs often read both outputs together.
    assert_eq!(outcome.stderr, "");
}

/// The place of a finding in characters, as the text of the file gives it.
fn excerpt(folder: &Folder, finding: &Value) -> String {
    let text = folder.read(finding["file"].as_str().unwrap());
    let number = |part: &str| usize::try_from(finding[part].as_u64().unwrap()).unwrap();
    let line = text.split('\n').nth(number("line") - 1).unwrap().trim_start_matches('\u{feff}');
    assert_eq!(number("line"), number("end_line"));
    line.chars().skip(number("column") - 1).take(number("end_column") - number("column")).collect()
}

#[test]
fn places_count_characters_from_1_and_end_behind_the_last() {
    let folder = awkward();
    let findings = folder.agentc(&["check", "--format", "json"]).ends(1).json();
    let excerpt = |rule: &str| {
        let finding = findings.as_array().unwrap().iter().find(|finding| finding["rule"] == rule).unwrap();
        excerpt(&folder, finding)
    };
    assert_eq!(excerpt("unconventional-name"), "🚀 déjà");
    assert_eq!(excerpt("misspelled-field"), "modle");
    assert_eq!(excerpt("unknown-field"), "version");
    assert_eq!(excerpt("hidden-text"), "\u{200b}");
    assert_eq!(excerpt("unclosed-fence"), "```");
}

#[test]
fn sarif_is_valid_by_the_schema_of_the_standard() {
    let log = awkward().agentc(&["check", "--format", "sarif"]).ends(1).json();
    let schema: Value = serde_json::from_str(include_str!("sarif-2.1.0.schema.json")).unwrap();
    let schema = Validator::new(&schema);
    schema.validate(&log).unwrap();
    let run = &log["runs"][0];
    let rules: Vec<_> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]).collect();
    for result in run["results"].as_array().unwrap() {
        assert!(rules.contains(&&result["ruleId"]));
        assert_eq!(result["locations"].as_array().unwrap().len(), 1);
    }
    let uris = run["results"].as_array().unwrap().iter();
    let uris: Vec<_> =
        uris.map(|result| &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
    assert!(uris.contains(&&json!("agents/50%25%20off,%20%231%3A%20%C3%A4.md")), "{uris:?}");
    schema.validate(&json!({ "version": "2.1.0" })).unwrap_err();
}

#[test]
fn github_annotations_are_one_line_each_and_nothing_in_them_ends_early() {
    let outcome = awkward().agentc(&["check", "--format", "github"]).ends(1);
    for line in outcome.stdout.lines() {
        assert!(line.starts_with("::error file=") || line.starts_with("::warning file="), "{line}");
    }
    assert!(outcome.stdout.contains("::error file=agents/50%25 off%2C #1%3A ä.md,line=4,endLine=4,col=1,endColumn=6,title=misspelled-field::unknown field `modle`%0Anote: "), "{}", outcome.stdout);
}

#[test]
fn all_formats_tell_of_the_same_findings() {
    let folder = awkward();
    let of = |format: &str| folder.agentc(&["check", "--format", format]).ends(1);
    let rules: Vec<_> = of("json")
        .json()
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect();
    assert!(rules.len() > 8, "{rules:?}");
    let sarif = of("sarif").json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.iter().map(|result| result["ruleId"].as_str().unwrap()).collect::<Vec<_>>(), rules);
    let titles = of("github").stdout;
    let titles = titles.lines().filter_map(|line| line.split_once("title=")?.1.split_once("::"));
    assert_eq!(titles.map(|(title, _)| title.to_owned()).collect::<Vec<_>>(), rules);
    for format in ["human", "short"] {
        let text = of(format).stdout;
        let reported = text.lines().filter_map(|line| line.rsplit_once(" [")?.1.split_once(']'));
        let reported = reported.map(|(rule, _)| rule).filter(|rule| rules.iter().any(|known| known == rule));
        assert_eq!(reported.collect::<Vec<_>>(), rules, "{text}");
    }
}

/// A fixture of the compiler, if it is checked without a package of its own.
fn fixtures() -> impl Iterator<Item = PathBuf> {
    let cases = fs::read_dir(Path::new(crate::ROOT).join("tests/cases")).unwrap();
    cases.map(|case| case.unwrap().path()).filter(|case| !case.join("package").exists())
}

#[test]
fn no_format_loses_what_a_label_says() {
    let mut labels = 0;
    for fixture in fixtures() {
        let folder = Folder::new();
        let of = |format: &str| {
            let mut command = folder.command();
            Outcome::of(&command.current_dir(&fixture).args(["check", "--format", format]).output().unwrap())
        };
        let (findings, sarif) = (of("json").json(), of("sarif").json());
        let (short, github) = (of("short").stdout, of("github").stdout);
        let findings = findings.as_array().unwrap().iter();
        let results = sarif["runs"][0]["results"].as_array().unwrap();
        for (((finding, short), github), sarif) in findings.zip(short.lines()).zip(github.lines()).zip(results) {
            let sarif = strings(sarif).join("\n");
            for label in finding["labels"].as_array().unwrap() {
                // What the message says already is not repeated.
                let label = label["message"].as_str().unwrap().trim_start_matches("this is ");
                labels += usize::from(!label.is_empty());
                assert!(short.contains(label), "{label}: {short}");
                assert!(sarif.contains(label), "{label}: {sarif}");
                assert!(github.contains(&label.replace('%', "%25")), "{label}: {github}");
            }
        }
    }
    assert!(labels > 200, "{labels}");
}

/// All texts in a value.
fn strings(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(entries) => entries.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}
