//! What it costs to read and check a roster, as it grows, and one file that is as awkward as can be: `cargo bench --bench
//! rules`. Both are to grow as the text does.
//!
//! The agents are those of `INCLUDE_AGENTS_CORPUS` where it names a folder, and else those of this project, over and over
//! under names of their own.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark may")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use agent_core::compiler::discover::Folder;
use agent_core::compiler::settings::Settings;
use agent_core::compiler::source::Source;
use agent_core::compiler::{check, link, read};

/// Rounds of each size; the shortest counts.
const ROUNDS: usize = 5;

fn texts(folder: &Path, found: &mut Vec<String>) {
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.extend(fs::read_to_string(&path));
        }
    }
}

/// A text under another name, which each agent of a roster needs.
fn renamed(text: &str, number: usize) -> String {
    let is_name = |line: &&str| line.starts_with("name:");
    text.lines()
        .find(is_name)
        .map_or_else(|| text.to_owned(), |line| text.replacen(line, &format!("name: agent-{number}"), 1))
}

fn main() {
    rosters();
    println!();
    awkward_files();
}

fn rosters() {
    let corpus = std::env::var_os("INCLUDE_AGENTS_CORPUS");
    let folder = corpus.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("agents"), Into::into);
    let mut found = Vec::new();
    texts(&folder, &mut found);
    println!("| agents | MB | read ms | rules ms | µs per agent | MB/s |");
    println!("|---:|---:|---:|---:|---:|---:|");
    for agents in [1_000_u32, 2_000, 4_000, 8_000] {
        let number_of_texts = found.len();
        let source = |number: u32| {
            let number = usize::try_from(number).ok()?;
            let text = renamed(found.get(number % number_of_texts)?, number);
            Some(Source::new(format!("agents/agent-{number}.md"), text))
        };
        let texts =
            || Folder { path: "agents".into(), sources: (0..agents).filter_map(source).collect(), settings: None };
        let settings = Settings::default();
        let (mut reading, mut checking) = (Duration::MAX, Duration::MAX);
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            let folder = texts();
            bytes = folder.sources.iter().map(|source| source.text.len()).sum();
            let start = Instant::now();
            let (definitions, found) = read(&folder);
            reading = reading.min(start.elapsed());
            let start = Instant::now();
            let roster = link::link(&folder, &settings, definitions);
            let (names, diagnostics) = check(&roster, found);
            checking = checking.min(start.elapsed());
            assert!(!names.is_empty() && !diagnostics.is_empty());
        }
        let seconds = (reading + checking).as_secs_f64();
        let megabytes = f64::from(u32::try_from(bytes).unwrap()) / 1e6;
        println!(
            "| {agents} | {megabytes:.1} | {:.1} | {:.1} | {:.1} | {:.0} |",
            reading.as_secs_f64() * 1e3,
            checking.as_secs_f64() * 1e3,
            seconds * 1e6 / f64::from(agents),
            megabytes / seconds,
        );
    }
}

/// Fields and prompt of one file, each as often as it fits into so many bytes.
const AWKWARD: [(&str, &str, &str); 12] = [
    ("one tool, over and over", "tools: ", "Task, "),
    ("tools with dashes", "tools:\n", "  - LS\n"),
    ("unknown agents", "tools: Agent(x", ", y"),
    ("braces", "", "{"),
    ("placeholders on one line", "", "{{a}} \"{{b}} "),
    ("backticks", "", "` `` "),
    ("fences", "", "```\n```sh\n"),
    ("orders", "", "use the a-writer agent "),
    ("marks of direction", "", "\u{200f}"),
    ("damaged text", "", "\u{c3}\u{a9}\u{ad} "),
    ("text without an end", "description: a: ", "b "),
    ("keys that are none", "", "ghp_aB3dE5gH7jK9 "),
];

fn awkward_files() {
    println!("| one file of | 0.25 MB, ms | 0.5 MB, ms | 1 MB, ms |");
    println!("|---|---:|---:|---:|");
    for (title, field, piece) in AWKWARD {
        let cells = [250_000, 500_000, 1_000_000].map(|bytes| {
            let many = piece.repeat(bytes / piece.len());
            let (fields, prompt) = if field.is_empty() { ("", many.as_str()) } else { (many.as_str(), "x") };
            let text = format!("---\nname: one\ndescription: d\n{field}{fields}\n---\n{prompt}\n");
            let folder =
                Folder { path: "agents".into(), sources: vec![Source::new("agents/one.md", text)], settings: None };
            let settings = Settings::default();
            let start = Instant::now();
            let (definitions, found) = read(&folder);
            let roster = link::link(&folder, &settings, definitions);
            let (_, diagnostics) = check(&roster, found);
            drop(diagnostics);
            format!("{:.0}", start.elapsed().as_secs_f64() * 1e3)
        });
        println!("| {title} | {} |", cells.join(" | "));
    }
}
