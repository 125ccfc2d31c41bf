//! What is found in real agent files of other people, in the folder that `INCLUDE_AGENTS_CORPUS` names. It is in
//! `docs/corpus.md`, which `BLESS=1` writes anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::rules;
use include_agents_compiler::{Compilation, parse_all};

use crate::project::given;
use crate::properties::run;

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

/// Each roster of the corpus with the format of its files.
pub(crate) fn corpus() -> Vec<(String, Disk, String)> {
    let root = given("INCLUDE_AGENTS_CORPUS");
    let mut found = Vec::new();
    rosters(&root, &mut found);
    let roster = |path: PathBuf| {
        let format = path.strip_prefix(&root).unwrap().iter().next().unwrap().to_string_lossy().into_owned();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (format, Disk::of_package(path.parent().unwrap()), name)
    };
    found.into_iter().map(roster).collect()
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
        let definitions = parse_all(&compilation.folder, &CLAUDE_CODE);
        for (definition, source) in definitions.iter().zip(sources) {
            let is_recovered = |diagnostic: &&Diagnostic| {
                matches!(diagnostic.rule.name, "recovered-yaml" | "unindented-text" | "unreadable-yaml")
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
        "# The corpus\n\nWhat the compiler finds in real agent files of other people: numbers only.\n\
         `INCLUDE_AGENTS_CORPUS=<folder> cargo test --test end_to_end corpus -- --ignored` compares them; with `BLESS=1` it writes them.\n\
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
#[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
fn the_report_is_the_one_that_is_committed() {
    let corpus = corpus();
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
        // What follows is from the package `agreement`.
        let before = fs::read_to_string(&path).unwrap_or_default();
        let agreement = before.find("\n## Agreement").and_then(|start| before.get(start..)).unwrap_or_default();
        fs::write(path, format!("{report}\n{time}{agreement}")).unwrap();
    } else {
        let committed = fs::read_to_string(path).unwrap();
        assert!(committed.starts_with(&report), "BLESS=1 writes the report anew:\n{report}");
        println!("{time}");
    }
}
