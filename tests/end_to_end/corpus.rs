//! What holds for every file: those of the cases, and real ones that nobody here wrote, from the folder that
//! `INCLUDE_AGENTS_CORPUS` names. What is found in these is in `docs/corpus.md`, which `BLESS=1` writes anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::fix::apply;
use include_agents_compiler::base::io::{Disk, Files};
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::emit::rust::Item;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::frontmatter::frontmatter;
use include_agents_compiler::rules;
use include_agents_compiler::{Compilation, compile, discover, fix_all, parse_all};

/// The folders of agents below a folder: the outermost ones that are called so, or that hold agents themselves.
fn rosters(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let is_called_so = folder.file_name().is_some_and(|name| name == "agents" || name == "agent");
    if is_called_so || paths.iter().any(|path| path.extension().is_some_and(|extension| extension == "md")) {
        found.push(folder.to_owned());
        return;
    }
    for path in paths.iter().filter(|path| path.is_dir()) {
        rosters(path, found);
    }
}

/// Each roster of the corpus with the format of its files, or nothing where there is no corpus.
fn corpus() -> Vec<(String, Disk, String)> {
    let Some(root) = std::env::var_os("INCLUDE_AGENTS_CORPUS") else {
        println!("INCLUDE_AGENTS_CORPUS is not set: no corpus is read");
        return Vec::new();
    };
    let mut found = Vec::new();
    rosters(Path::new(&root), &mut found);
    let roster = |path: PathBuf| {
        let format = path.strip_prefix(&root).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (format, Disk::of_package(path.parent().unwrap()), name)
    };
    found.into_iter().map(roster).collect()
}

/// Each folder of agents in the cases of this project, and each roster of the corpus.
fn everything() -> impl Iterator<Item = (Disk, String)> {
    let cases = fs::read_dir(Path::new(crate::ROOT).join("tests/cases")).unwrap();
    let cases = cases.map(|case| (Disk::of_package(case.unwrap().path()), "agents".to_owned()));
    cases.chain(corpus().into_iter().map(|(_, disk, folder)| (disk, folder)))
}

fn run(files: &dyn Files, folder: &str) -> Compilation {
    let embed = |path: &str| format!("::core::include_bytes!({path:?})");
    compile(files, folder, &Item::plain(&embed))
}

/// What a finding says, and where.
fn told(diagnostic: &Diagnostic, folder: &Folder) -> (String, (usize, usize), &'static str, String) {
    let place = diagnostic.span().and_then(|span| Some((folder.source(span.file)?, span.start)));
    let (path, at) =
        place.map_or_else(Default::default, |(source, start)| (source.path.clone(), source.line_column(start)));
    (path, at, diagnostic.rule.name, diagnostic.message.clone())
}

fn all_told(compilation: &Compilation) -> Vec<(String, (usize, usize), &'static str, String)> {
    compilation.diagnostics.iter().map(|diagnostic| told(diagnostic, &compilation.folder)).collect()
}

#[derive(Default)]
struct Counts {
    rosters: usize,
    files: usize,
    clean: usize,
    refused: usize,
    recovered: usize,
    with_examples: usize,
    examples: usize,
    complete: usize,
    findings: BTreeMap<&'static str, usize>,
    fixes: BTreeMap<&'static str, usize>,
    safe_fixes: BTreeMap<&'static str, usize>,
}

impl Counts {
    fn add(&mut self, compilation: &Compilation) {
        self.rosters += 1;
        let sources = &compilation.folder.sources;
        self.files += sources.len();
        let mut worst = vec![Level::Allow; sources.len()];
        for diagnostic in &compilation.diagnostics {
            *self.findings.entry(diagnostic.rule.name).or_default() += 1;
            if let Some(fix) = &diagnostic.fix {
                let fixes = if fix.safe { &mut self.safe_fixes } else { &mut self.fixes };
                *fixes.entry(diagnostic.rule.name).or_default() += 1;
            }
            if let Some(worst) = diagnostic.span().and_then(|span| worst.get_mut(span.file)) {
                *worst = diagnostic.level.min(*worst);
            }
        }
        self.clean += worst.iter().filter(|level| **level == Level::Allow).count();
        self.refused += worst.iter().filter(|level| **level == Level::Error).count();
        let definitions = parse_all(&compilation.folder);
        for (definition, source) in definitions.iter().zip(sources) {
            let is_recovered = |diagnostic: &&Diagnostic| {
                diagnostic.rule.name == "recovered-yaml"
                    && diagnostic.span().is_some_and(|span| span.file == definition.file)
            };
            self.recovered += usize::from(compilation.diagnostics.iter().any(|diagnostic| is_recovered(&diagnostic)));
            self.add_examples(definition, source);
        }
    }

    /// An example is complete if each part that is written in it came out.
    fn add_examples(&mut self, definition: &Definition, source: &Source) {
        let Some(description) = &definition.description else { return };
        let written: Vec<_> = description.value.split("<example>").skip(1).collect();
        if written.is_empty() || source.text.is_empty() {
            return;
        }
        self.with_examples += 1;
        self.examples += definition.examples.list.len();
        let is_complete = written.len() == definition.examples.list.len()
            && written.iter().zip(&definition.examples.list).all(|(written, example)| {
                let written = written.to_lowercase();
                let has = |word: &str| written.contains(word);
                (!has("context:") || !example.context.is_empty())
                    && (!has("user:") || !example.user.is_empty())
                    && (!has("assistant:") || !example.assistant.is_empty())
                    && (!has("<commentary>") || !example.commentary.is_empty())
            });
        self.complete += usize::from(is_complete);
        if !is_complete {
            println!("examples not complete: {}", source.path);
        }
    }
}

fn report(by_format: &BTreeMap<String, Counts>) -> String {
    let mut text = String::from(
        "# The corpus\n\nWhat the compiler finds in real agent files that nobody here wrote: numbers only.\n\
         `INCLUDE_AGENTS_CORPUS=<folder> cargo test --test end_to_end corpus` compares them; with `BLESS=1` it writes them.\n\
         A roster is the outermost folder that is called `agents`, or that holds agents.\n\n",
    );
    let row = |text: &mut String, title: &str, value: &dyn Fn(&Counts) -> usize| {
        let values: Vec<_> = by_format.values().map(value).collect();
        let cells = values.iter().map(usize::to_string).collect::<Vec<_>>().join(" | ");
        let _ = writeln!(text, "| {title} | {cells} | {} |", values.iter().sum::<usize>());
    };
    let head = |text: &mut String, first: &str| {
        let formats = by_format.keys().cloned().collect::<Vec<_>>().join(" | ");
        let _ = writeln!(text, "| {first} | {formats} | all |\n|---|{}", "---:|".repeat(by_format.len() + 1));
    };
    head(&mut text, "files");
    row(&mut text, "rosters", &|counts| counts.rosters);
    row(&mut text, "files", &|counts| counts.files);
    row(&mut text, "without a finding", &|counts| counts.clean);
    row(&mut text, "with an error", &|counts| counts.refused);
    row(&mut text, "recovered, being no YAML", &|counts| counts.recovered);
    row(&mut text, "with examples in the description", &|counts| counts.with_examples);
    row(&mut text, "of these, every example with all its parts", &|counts| counts.complete);
    row(&mut text, "examples", &|counts| counts.examples);
    text.push('\n');
    head(&mut text, "findings");
    for rule in rules::all() {
        row(&mut text, &format!("`{}` ({})", rule.name, rule.level.word()), &|counts| {
            counts.findings.get(rule.name).copied().unwrap_or_default()
        });
    }
    text.push_str("\nFindings with a fix:\n\n");
    text.push_str("| rule | safe | not safe |\n|---|---:|---:|\n");
    for rule in rules::all() {
        let sum = |fixes: fn(&Counts) -> &BTreeMap<&'static str, usize>| {
            by_format.values().filter_map(|counts| fixes(counts).get(rule.name)).sum::<usize>()
        };
        let (safe, other) = (sum(|counts| &counts.safe_fixes), sum(|counts| &counts.fixes));
        if safe + other > 0 {
            let _ = writeln!(text, "| `{}` | {safe} | {other} |", rule.name);
        }
    }
    text
}

#[test]
fn the_report_is_the_one_that_is_committed() {
    let corpus = corpus();
    if corpus.is_empty() {
        return;
    }
    let start = Instant::now();
    let compilations: Vec<_> = corpus.iter().map(|(format, disk, folder)| (format, run(disk, folder))).collect();
    let time = format!("Time: {} ms, unoptimised, from reading the files to the code.\n", start.elapsed().as_millis());
    let mut by_format: BTreeMap<String, Counts> = BTreeMap::new();
    for (format, compilation) in &compilations {
        by_format.entry((*format).clone()).or_default().add(compilation);
    }
    let report = report(&by_format);
    let path = Path::new(crate::ROOT).join("docs/corpus.md");
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{report}\n{time}")).unwrap();
    } else {
        let committed = fs::read_to_string(path).unwrap();
        assert!(committed.starts_with(&report), "BLESS=1 writes the report anew:\n{report}");
        println!("{time}");
    }
}

/// Every place lies in its file and begins and ends between characters.
fn assert_in_files(compilation: &Compilation) {
    for diagnostic in &compilation.diagnostics {
        for label in &diagnostic.labels {
            let text = &compilation.folder.source(label.span.file).unwrap().text;
            assert!(text.get(label.span.range()).is_some(), "{:?}", told(diagnostic, &compilation.folder));
        }
    }
}

#[test]
fn findings_lie_in_their_files_and_depend_on_nothing_else() {
    for (disk, folder) in everything() {
        let first = run(&disk, &folder);
        assert_in_files(&first);
        assert_eq!(all_told(&first), all_told(&run(&disk, &folder)));
    }
}

#[test]
fn line_ends_make_no_difference() {
    for (disk, folder) in everything() {
        let original = discover(&disk, &folder).0;
        let copy = |change: &dyn Fn(&str) -> String| {
            let files =
                original.sources.iter().map(|source| (source.path.clone(), change(&source.text.replace("\r\n", "\n"))));
            let compilation = run(&MemoryFiles::new(files).in_package("."), &folder);
            all_told(&compilation)
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
    }
}

#[test]
fn a_lone_carriage_return_may_stand_for_any_line_end() {
    for (disk, folder) in everything() {
        let original = discover(&disk, &folder).0;
        let stray = |text: &str| {
            let lines = text.split_inclusive('\n').enumerate();
            let line =
                |(number, line): (usize, &str)| if number % 5 == 3 { line.replace('\n', "\r") } else { line.into() };
            lines.map(line).collect::<String>()
        };
        let files = original.sources.iter().filter(|source| source.is_readable);
        let files = files.map(|source| (source.path.clone(), stray(&source.text)));
        let files = MemoryFiles::new(files).in_package(".");
        let first = run(&files, &folder);
        assert_in_files(&first);
        assert_eq!(all_told(&first), all_told(&run(&files, &folder)));
    }
}

/// The findings of one file by itself.
fn alone(path: &str, text: &str) -> Compilation {
    run(&MemoryFiles::new([(path, text)]).in_package("."), path.rsplit_once('/').unwrap().0)
}

#[test]
fn a_fix_removes_its_finding_and_nothing_else() {
    let mut count = 0;
    for (disk, folder) in everything() {
        for source in discover(&disk, &folder).0.sources.iter().filter(|source| source.is_readable) {
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
                let cured = (diagnostic.rule.name, diagnostic.message.clone());
                let mut left = said(&after);
                let line = |offset: usize| source.line_column(offset).0;
                let fixed: Vec<_> = fix.edits.iter().map(|edit| line(edit.span.start)).collect();
                for (other, told) in before.diagnostics.iter().zip(said(&before)) {
                    if std::ptr::eq(other, diagnostic) {
                        continue;
                    }
                    // A fix can bring others to light. It takes away those alone that speak of what it has changed.
                    // Where the frontmatter becomes YAML as a whole, an alias in it can be followed again.
                    let speaks_of_it = other.rule.name == "invalid-yaml"
                        || other.labels.iter().any(|label| fixed.contains(&line(label.span.start)));
                    match left.iter().position(|finding| *finding == told && *finding != cured) {
                        Some(at) => drop(left.remove(at)),
                        None => assert!(speaks_of_it, "{}: fixing {cured:?} lost {told:?}", source.path),
                    }
                }
                // The same may be said of another place.
                let count = |told: &[_]| told.iter().filter(|told| **told == cured).count();
                let (before, after) = (count(&said(&before)), count(&said(&after)));
                assert!(after < before, "{}: {cured:?} is still there in\n{text}", source.path);
            }
        }
    }
    println!("{count} fixes applied");
}

#[test]
fn all_fixes_twice_are_all_fixes_once() {
    for (disk, folder) in everything() {
        for all in [false, true] {
            let (mut once, settings) = discover(&disk, &folder);
            fix_all(&mut once, &settings, |fix| fix.safe || all);
            let texts = |folder: &Folder| folder.sources.iter().map(|source| source.text.clone()).collect::<Vec<_>>();
            let after = texts(&once);
            fix_all(&mut once, &settings, |fix| fix.safe || all);
            assert_eq!(after, texts(&once));
        }
    }
}

#[test]
fn a_recovered_file_that_is_fixed_is_yaml_with_the_same_values() {
    let mut count = 0;
    for (disk, folder) in everything() {
        let compilation = run(&disk, &folder);
        let definitions = parse_all(&compilation.folder);
        for definition in &definitions {
            let is_here = |diagnostic: &&Diagnostic| diagnostic.span().is_some_and(|span| span.file == definition.file);
            let findings: Vec<_> = compilation.diagnostics.iter().filter(is_here).collect();
            let recovered = findings.iter().filter(|diagnostic| diagnostic.rule.name == "recovered-yaml");
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
            assert_eq!(
                source.text[parts.body],
                compilation.folder.sources[definition.file].text[definition.body.clone()]
            );
        }
    }
    println!("{count} recovered files fixed");
}
