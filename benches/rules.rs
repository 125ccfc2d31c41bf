//! The cost of reading, checking and writing a roster as it grows, and of checking one file made to be slow:
//! `cargo bench --bench rules`; `--profile dev` measures it unoptimised, as in most macros. Both should grow linearly with the
//! text. All processors are used; `taskset -c 0` before the command leaves one.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark may"
)]

mod rosters;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use include_agents_compiler::base::source::Source;
use include_agents_compiler::emit::rust::{
    generate,
    item::{Embed, ItemOptions},
};
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::input::settings::Settings;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::{check, parse_all};
use rosters::Rosters;

/// Rounds of each size; the shortest counts.
const ROUNDS: usize = 3;

fn main() {
    growth();
    println!();
    awkward_files();
}

fn growth() {
    let rosters = Rosters::new(concat!(env!("CARGO_MANIFEST_DIR"), "/agents"));
    println!("| agents | MB | read ms | rules ms | read and rules, MB/s | code ms | all, µs per agent | agents/s |");
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for agents in [1_000_u32, 2_000, 5_000, 10_000, 20_000] {
        let source = |number| Source::new(format!("agents/agent-{number}.md"), rosters.text(number));
        let texts = || Folder {
            path: "agents".into(),
            sources: (0..agents as usize).map(source).collect(),
            fragments: Vec::new(),
            settings: None,
            plugins: BTreeSet::new(),
            problems: Vec::new(),
        };
        let settings = Settings::default();
        let (mut reading, mut checking, mut writing) = (Duration::MAX, Duration::MAX, Duration::MAX);
        let mut bytes = 0;
        for _ in 0..ROUNDS {
            let folder = texts();
            bytes = folder.sources.iter().map(|source| source.text.len()).sum();
            let start = Instant::now();
            let definitions = parse_all(&folder, &CLAUDE_CODE);
            reading = reading.min(start.elapsed());
            let start = Instant::now();
            let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, definitions);
            let diagnostics = check(&roster);
            checking = checking.min(start.elapsed());
            let start = Instant::now();
            let item = ItemOptions { embed: Embed::FromFile(String::new()), ..ItemOptions::file() };
            let code = generate(&roster, &item, &BTreeSet::new());
            writing = writing.min(start.elapsed());
            assert!(!code.is_empty() && !diagnostics.is_empty());
        }
        let checked = (reading + checking).as_secs_f64();
        let all = checked + writing.as_secs_f64();
        let megabytes = f64::from(u32::try_from(bytes).unwrap()) / 1e6;
        println!(
            "| {agents} | {megabytes:.1} | {:.1} | {:.1} | {:.0} | {:.1} | {:.1} | {:.0} |",
            reading.as_secs_f64() * 1e3,
            checking.as_secs_f64() * 1e3,
            megabytes / checked,
            writing.as_secs_f64() * 1e3,
            all * 1e6 / f64::from(agents),
            f64::from(agents) / all,
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
            let folder = Folder {
                path: "agents".into(),
                sources: vec![Source::new("agents/one.md", text)],
                fragments: Vec::new(),
                settings: None,
                plugins: BTreeSet::new(),
                problems: Vec::new(),
            };
            let settings = Settings::default();
            let start = Instant::now();
            let definitions = parse_all(&folder, &CLAUDE_CODE);
            let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, definitions);
            let diagnostics = check(&roster);
            drop(diagnostics);
            format!("{:.0}", start.elapsed().as_secs_f64() * 1e3)
        });
        println!("| {title} | {} |", cells.join(" | "));
    }
}
