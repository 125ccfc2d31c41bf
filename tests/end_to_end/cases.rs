//! Folders of agent files in, diagnostics and code out.
//!
//! Each folder of `tests/cases` holds `agents/` and, beside it, what the compiler says of them: `expected.txt`, and
//! `expected.rs` where the code matters too. `BLESS=1 cargo test --test end_to_end cases` writes both anew, for review.
//!
//! A folder that bears the name of a rule shows what the rule finds in its files `finding*`, and its nearest valid
//! neighbours in its files `valid*`.

use std::fs;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::diagnostic::Diagnostic;

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::item::{Embed, ItemOptions};
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::rules;
use include_agents_compiler::text::invisible;
use include_agents_compiler::text::markers::MarkerIndex;
use include_agents_compiler::text::secrets;
use include_agents_compiler::{Compilation, compile};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn run(case: &Path) -> Compilation {
    let item = ItemOptions { embed: Embed::FromFile(String::new()), ..ItemOptions::file() };
    // A case with a package has its agents outside of it.
    let package = case.join("package");
    if package.exists() {
        return compile(&Disk::of_package(package), "../agents/", &item);
    }
    compile(&Disk::of_package(case), "agents/", &item)
}

/// Everything a user would read, one block per finding, with what its fix would change.
fn report(compilation: &Compilation) -> String {
    let blocks = compilation.diagnostics.iter().map(|diagnostic| {
        let level = match diagnostic.level {
            Level::Error => "error",
            Level::Warn | Level::Allow => "warning",
        };
        let text = render::text(diagnostic, &compilation.folder, "");
        format!("{level}: {text}\n{}", fix(diagnostic, &compilation.folder))
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn fix(diagnostic: &Diagnostic, folder: &Folder) -> String {
    let Some(fix) = &diagnostic.fix else { return String::new() };
    let kind = if fix.safe { "safe fix" } else { "fix" };
    let edits = fix.edits.iter().map(|edit| {
        let source = folder.source(edit.span.file).unwrap();
        let (line, column) = source.line_column(edit.span.start);
        format!("{kind} at {line}:{column}: {:?} becomes {:?}\n", &source.text[edit.span.range()], edit.text)
    });
    edits.collect()
}

fn compare(path: &Path, actual: &str, failures: &mut Vec<String>) {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, actual).unwrap();
    } else if expected != actual {
        failures.push(format!("{}\n--- expected\n{expected}\n--- actual\n{actual}", path.display()));
    }
}

#[test]
fn every_case_gives_what_stands_beside_it() {
    let mut failures = Vec::new();
    for case in cases() {
        let compilation = run(&case);
        compare(&case.join("expected.txt"), &report(&compilation), &mut failures);
        let code = case.join("expected.rs");
        if code.exists() {
            let file = syn::parse_file(&compilation.code).unwrap();
            compare(&code, &prettyplease::unparse(&file), &mut failures);
        }
    }
    assert!(failures.is_empty(), "{}\nBLESS=1 writes what is expected anew", failures.join("\n"));
}

#[test]
fn every_rule_has_a_case_with_a_finding_and_an_valid_neighbour() {
    for rule in rules::all() {
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(rule.name);
        let compilation = run(&case);
        let (mut found, mut valid_files) = (false, 0);
        for diagnostic in &compilation.diagnostics {
            let path =
                diagnostic.span().map_or("the folder", |span| &compilation.folder.source(span.file).unwrap().path);
            assert!(!path.contains("/valid"), "{}: a finding in {path}: {}", rule.name, diagnostic.message);
            found |= diagnostic.rule.name == rule.name;
        }
        for source in &compilation.folder.sources {
            valid_files += usize::from(source.path.contains("/valid"));
        }
        assert!(found, "{}: nothing found", rule.name);
        assert!(valid_files > 0 || rule.name == "empty-roster", "{}: no valid neighbour", rule.name);
    }
}

#[test]
fn every_finding_says_where_why_and_what_to_do() {
    for case in cases() {
        let compilation = run(&case);
        for diagnostic in &compilation.diagnostics {
            let what = format!("{}: {}", case.display(), diagnostic.message);
            assert!(!diagnostic.message.ends_with('.') && !diagnostic.message.contains('\n'), "{what}");
            assert!(!diagnostic.message.starts_with(char::is_uppercase), "{what}");
            assert!(!diagnostic.notes.is_empty(), "no reason: {what}");
            let is_help = diagnostic.labels.iter().any(|label| label.message.starts_with("help: "));
            assert!(is_help || !diagnostic.helps.is_empty(), "no help: {what}");
            for label in &diagnostic.labels {
                let text = &compilation.folder.source(label.span.file).unwrap().text;
                assert!(text.get(label.span.range()).is_some(), "a place outside the file: {what}");
            }
        }
    }
}

#[test]
fn no_message_shows_a_key_or_hides_a_character() {
    for case in cases() {
        let Compilation { folder, diagnostics, .. } = run(&case);
        for diagnostic in &diagnostics {
            for shown in [render::text(diagnostic, &folder, ""), render::line(diagnostic, &folder, "")] {
                // A byte order mark is shown as it is: it has its own rule, which says where it stands.
                let shown = shown.replace('\u{feff}', "");
                assert_eq!(invisible::find(&shown, &MarkerIndex::of(&shown)), [], "{}: {shown}", case.display());
                for source in &folder.sources {
                    let found = secrets::secrets(&source.text, &MarkerIndex::of(&source.text)).into_iter();
                    let mut values = found
                        .chain(secrets::escaped_secrets(&source.text))
                        .map(|secret| &source.text[secret.range.clone()]);
                    // Nor a part of it that is long enough to be used.
                    assert!(!values.any(|value| shown.contains(&value[..value.len().min(12)])), "{}", case.display());
                }
            }
        }
    }
}

#[test]
fn the_line_of_a_finding_has_all_that_its_labels_say() {
    for case in cases() {
        let Compilation { folder, diagnostics, .. } = run(&case);
        for diagnostic in &diagnostics {
            let line = render::line(diagnostic, &folder, "");
            for label in &diagnostic.labels {
                // What the message says already is not repeated.
                let label = label.message.trim_start_matches("this is ");
                assert!(line.contains(label), "{}: {label}: {line}", case.display());
            }
        }
    }
}
