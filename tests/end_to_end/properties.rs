//! What holds for every file: for those of the cases, and for real ones of other people.

use std::fs;
use std::path::Path;

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::fix::apply;
use include_agents_compiler::base::io::{Disk, Files};
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::parse::frontmatter::frontmatter;
use include_agents_compiler::{Compilation, compile, discover, fix_all, parse_all};

/// Makes a test over the cases, and one over the corpus, of each of these functions, which say how often they have compared
/// something: a test that compares nothing fails.
macro_rules! properties {
    ($($property:ident),* $(,)?) => {
        mod cases {
            $(#[test]
            fn $property() {
                assert_ne!(super::cases().iter().map(|(disk, folder)| super::$property(disk, folder)).sum::<usize>(), 0);
            })*
        }

        mod corpus {
            $(#[test]
            #[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
            fn $property() {
                let corpus = crate::corpus::corpus();
                assert_ne!(corpus.iter().map(|(_, disk, folder)| super::$property(disk, folder)).sum::<usize>(), 0);
            })*
        }
    };
}

properties!(
    findings_lie_in_their_files_and_depend_on_nothing_else,
    line_ends_make_no_difference,
    a_lone_carriage_return_may_stand_for_any_line_end,
    a_fix_removes_its_finding_and_nothing_else,
    all_fixes_twice_are_all_fixes_once,
    a_recovered_file_that_is_fixed_is_yaml_with_the_same_values,
);

/// Each folder of agents in the cases of this project.
fn cases() -> Vec<(Disk, String)> {
    let cases = fs::read_dir(Path::new(crate::ROOT).join("tests/cases")).unwrap();
    cases.map(|case| (Disk::of_package(case.unwrap().path()), "agents".to_owned())).collect()
}

pub(crate) fn run(files: &dyn Files, folder: &str) -> Compilation {
    compile(files, folder, &ItemOptions::file())
}

/// What a finding says, and where.
fn reported(diagnostic: &Diagnostic, folder: &Folder) -> (String, (usize, usize), &'static str, String) {
    let place = diagnostic.span().and_then(|span| Some((folder.source(span.file)?, span.start)));
    let (path, at) =
        place.map_or_else(Default::default, |(source, start)| (source.path.clone(), source.line_column(start)));
    (path, at, diagnostic.rule.name, diagnostic.message.clone())
}

fn all_reported(compilation: &Compilation) -> Vec<(String, (usize, usize), &'static str, String)> {
    compilation.diagnostics.iter().map(|diagnostic| reported(diagnostic, &compilation.folder)).collect()
}

/// Every place lies in its file and begins and ends between characters.
fn assert_in_files(compilation: &Compilation) {
    for diagnostic in &compilation.diagnostics {
        for label in &diagnostic.labels {
            let text = &compilation.folder.source(label.span.file).unwrap().text;
            assert!(text.get(label.span.range()).is_some(), "{:?}", reported(diagnostic, &compilation.folder));
        }
    }
}

fn findings_lie_in_their_files_and_depend_on_nothing_else(disk: &Disk, folder: &str) -> usize {
    let first = run(disk, folder);
    assert_in_files(&first);
    assert_eq!(all_reported(&first), all_reported(&run(disk, folder)));
    first.diagnostics.len()
}

fn line_ends_make_no_difference(disk: &Disk, folder: &str) -> usize {
    let original = discover(disk, folder).0;
    let copy = |change: &dyn Fn(&str) -> String| {
        let files =
            original.sources.iter().map(|source| (source.path.clone(), change(&source.text.replace("\r\n", "\n"))));
        let compilation = run(&MemoryFiles::new(files).in_package("."), folder);
        all_reported(&compilation)
    };
    let mixed = |text: &str| {
        let lines = text.split_inclusive('\n').enumerate();
        let line =
            |(number, line): (usize, &str)| if number % 3 == 1 { line.replace('\n', "\r\n") } else { line.into() };
        lines.map(line).collect()
    };
    let unix = copy(&str::to_owned);
    assert_eq!(unix, copy(&|text| text.replace('\n', "\r\n")));
    assert_eq!(unix, copy(&mixed));
    unix.len()
}

fn a_lone_carriage_return_may_stand_for_any_line_end(disk: &Disk, folder: &str) -> usize {
    let original = discover(disk, folder).0;
    let stray = |text: &str| {
        let lines = text.split_inclusive('\n').enumerate();
        let line = |(number, line): (usize, &str)| if number % 5 == 3 { line.replace('\n', "\r") } else { line.into() };
        lines.map(line).collect::<String>()
    };
    let files = original.sources.iter().filter(|source| source.is_readable);
    let files = files.map(|source| (source.path.clone(), stray(&source.text)));
    let files = MemoryFiles::new(files).in_package(".");
    let first = run(&files, folder);
    assert_in_files(&first);
    assert_eq!(all_reported(&first), all_reported(&run(&files, folder)));
    first.diagnostics.len()
}

/// The findings of one file by itself.
fn alone(path: &str, text: &str) -> Compilation {
    run(&MemoryFiles::new([(path, text)]).in_package("."), path.rsplit_once('/').unwrap().0)
}

fn a_fix_removes_its_finding_and_nothing_else(disk: &Disk, folder: &str) -> usize {
    let mut count = 0;
    for source in discover(disk, folder).0.sources.iter().filter(|source| source.is_readable) {
        let before = alone(&source.path, &source.text);
        let said = |compilation: &Compilation| -> Vec<_> {
            let findings = compilation.diagnostics.iter();
            findings.map(|diagnostic| (diagnostic.rule.name, diagnostic.message.clone())).collect()
        };
        for diagnostic in &before.diagnostics {
            let Some(fix) = &diagnostic.fix else { continue };
            count += 1;
            let (text, _) = apply(&source.text, [fix]);
            let after = alone(&source.path, &text);
            let fixed_one = (diagnostic.rule.name, diagnostic.message.clone());
            let mut left = said(&after);
            let line = |offset: usize| source.line_column(offset).0;
            let fixed: Vec<_> = fix.edits.iter().map(|edit| line(edit.span.start)).collect();
            for (other, reported) in before.diagnostics.iter().zip(said(&before)) {
                if std::ptr::eq(other, diagnostic) {
                    continue;
                }
                // A fix can uncover others. It removes only those about what it has changed.
                // Where the frontmatter becomes YAML as a whole, an alias in it can be followed again.
                // Claude Code reads a block only in a file that is YAML, so that a fix can make another value unreadable to it.
                let speaks_of_it = matches!(other.rule.name, "invalid-yaml" | "recovered-yaml")
                    || other.labels.iter().any(|label| fixed.contains(&line(label.span.start)));
                match left.iter().position(|finding| *finding == reported && *finding != fixed_one) {
                    Some(at) => drop(left.remove(at)),
                    None => assert!(speaks_of_it, "{}: fixing {fixed_one:?} lost {reported:?}", source.path),
                }
            }
            // The same may be said of another place.
            let times = |reported: &[_]| reported.iter().filter(|reported| **reported == fixed_one).count();
            let (before, after) = (times(&said(&before)), times(&said(&after)));
            assert!(after < before, "{}: {fixed_one:?} is still there in\n{text}", source.path);
        }
    }
    count
}

fn all_fixes_twice_are_all_fixes_once(disk: &Disk, folder: &str) -> usize {
    let mut fixed = 0;
    for all in [false, true] {
        let (mut once, settings) = discover(disk, folder);
        fixed += fix_all(&mut once, &settings, |fix| fix.safe || all).len();
        let texts = |folder: &Folder| folder.sources.iter().map(|source| source.text.clone()).collect::<Vec<_>>();
        let after = texts(&once);
        fix_all(&mut once, &settings, |fix| fix.safe || all);
        assert_eq!(after, texts(&once));
    }
    fixed
}

fn a_recovered_file_that_is_fixed_is_yaml_with_the_same_values(disk: &Disk, folder: &str) -> usize {
    let compilation = run(disk, folder);
    let definitions = parse_all(&compilation.folder, &CLAUDE_CODE);
    let mut count = 0;
    for definition in &definitions {
        let is_here = |diagnostic: &&Diagnostic| diagnostic.span().is_some_and(|span| span.file == definition.file);
        let findings: Vec<_> = compilation.diagnostics.iter().filter(is_here).collect();
        let rules = ["recovered-yaml", "unindented-text", "unreadable-yaml"];
        let recovered = findings.iter().filter(|diagnostic| rules.contains(&diagnostic.rule.name));
        let fixes: Vec<_> = recovered.filter_map(|diagnostic| diagnostic.fix.as_ref()).collect();
        if fixes.is_empty() || findings.iter().any(|diagnostic| diagnostic.rule.name == "invalid-yaml") {
            continue;
        }
        count += 1;
        let (text, _) = apply(&compilation.folder.sources[definition.file].text, fixes);
        let source = Source::new("x.md", text);
        let parts = frontmatter(&source).0.unwrap();
        let theirs: serde_yaml::Mapping = serde_yaml::from_str(&source.text[parts.yaml]).unwrap();
        for (field, value) in [("name", &definition.name), ("description", &definition.description)] {
            let theirs = theirs.get(field).and_then(serde_yaml::Value::as_str);
            assert_eq!(theirs.map(str::trim), value.as_ref().map(|value| value.value.trim()), "{field}");
        }
        assert_eq!(theirs.len(), definition.entries.iter().flatten().count());
        assert_eq!(source.text[parts.body], compilation.folder.sources[definition.file].text[definition.body.clone()]);
    }
    count
}
