//! The cost of loading agents at run time, beside loops that do nothing but split a file and read four of its fields:
//! `cargo bench -p include-agents-runtime`.
//!
//! The agents are those of `INCLUDE_AGENTS_CORPUS` where it names a folder, and else those of this project, over and over
//! under names of their own. Each contender loads them in processes of its own, in turn with the others, so that none finds the
//! memory that another has left: the first time as a program does when it starts, then again and again.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark may"
)]

#[path = "../../benches/rosters/mod.rs"]
mod rosters;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;
use std::time::Instant;

use gray_matter::Matter;
use gray_matter::engine::YAML;
use include_agents_runtime::{Loader, Roster};
use rosters::Rosters;
use serde::Deserialize;

/// How many agents are loaded.
const AGENTS: usize = 1_000;

/// How many processes each contender has, and how often each loads the agents; medians count.
const PROCESSES: usize = 21;
const LOADS: usize = 9;

/// What the loops read of a frontmatter. A file whose fields have other types is not loaded.
#[derive(Deserialize)]
struct Fields {
    name: String,
    description: String,
    tools: Option<serde_yaml::Value>,
    model: Option<String>,
}

/// An agent as the loops make it.
struct Plain {
    fields: Fields,
    prompt: String,
}

/// A name, and a function that loads a folder and gives the number of agents and the bytes of their texts.
type Contender = (&'static str, fn(&Path) -> (usize, usize));

const CONTENDERS: [Contender; 4] = [
    ("`Loader`, new each time", |folder| texts(&Loader::new(folder).load())),
    ("`Loader`, the same each time", |folder| {
        static LOADER: OnceLock<Loader> = OnceLock::new();
        texts(&LOADER.get_or_init(|| Loader::new(folder)).load())
    }),
    ("`gray_matter`", |folder| {
        let matter = Matter::<YAML>::new();
        sum(&each_file(folder, |text| {
            let parsed = matter.parse::<Fields>(text).ok()?;
            Some(Plain { fields: parsed.data?, prompt: parsed.content })
        }))
    }),
    ("`serde_yaml`", |folder| {
        sum(&each_file(folder, |text| {
            let (yaml, body) = text.strip_prefix("---\n")?.split_once("\n---\n")?;
            Some(Plain { fields: serde_yaml::from_str(yaml).ok()?, prompt: body.trim().to_owned() })
        }))
    }),
];

fn texts(roster: &Roster) -> (usize, usize) {
    let texts = roster.iter().map(|agent| agent.description().len() + agent.prompt().len());
    (roster.len(), texts.sum())
}

fn each_file(folder: &Path, parse: impl Fn(&str) -> Option<Plain>) -> Vec<Plain> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.filter_map(|path| parse(&fs::read_to_string(path).unwrap())).collect()
}

fn sum(agents: &[Plain]) -> (usize, usize) {
    let texts = agents.iter().map(|Plain { fields, prompt }| {
        // What is not used, the optimiser would leave out.
        std::hint::black_box((&fields.name, &fields.tools, &fields.model));
        fields.description.len() + prompt.len()
    });
    (agents.len(), texts.sum())
}

fn main() {
    let arguments: Vec<_> = std::env::args().collect();
    match arguments.as_slice() {
        [_, contender, folder] => one_process(CONTENDERS[contender.parse::<usize>().unwrap()].1, Path::new(folder)),
        _ => compare(),
    }
}

/// Prints the number of agents, the milliseconds of the first load, the median of the later ones, and the processor time of
/// one load.
fn one_process(load: fn(&Path) -> (usize, usize), folder: &Path) {
    let mut agents = 0;
    let mut walls: Vec<_> = (0..LOADS)
        .map(|_| {
            let start = Instant::now();
            agents = std::hint::black_box(load(folder)).0;
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    let first = walls.remove(0);
    println!("{agents} {first} {} {}", median(walls), cpu() / f64::from(u32::try_from(LOADS).unwrap()));
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers[numbers.len() / 2]
}

fn compare() {
    let rosters = Rosters::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../agents"));
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = 0;
    for number in 0..AGENTS {
        let text = rosters.text(number);
        bytes += text.len();
        fs::write(folder.path().join(format!("agent-{number}.md")), text).unwrap();
    }
    let mut measured: [[Vec<f64>; 4]; 4] = Default::default();
    for _ in 0..PROCESSES {
        for (index, measured) in measured.iter_mut().enumerate() {
            let mut command = Command::new(std::env::current_exe().unwrap());
            let output = command.arg(index.to_string()).arg(folder.path()).output().unwrap();
            let line = String::from_utf8(output.stdout).unwrap();
            for (numbers, number) in measured.iter_mut().zip(line.split_whitespace()) {
                numbers.push(number.parse().unwrap());
            }
        }
    }
    let medians = measured.map(|numbers| numbers.map(median));
    println!("{AGENTS} agents, {bytes} bytes; {PROCESSES} processes, {LOADS} loads in each");
    println!("| loaded by | agents | first ms | ratio | later ms | ratio | CPU ms of a load |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    let [.., serde_yaml] = medians;
    for ((name, _), [agents, first, later, cpu]) in CONTENDERS.iter().zip(medians) {
        let (to_first, to_later) = (first / serde_yaml[1], later / serde_yaml[2]);
        println!("| {name} | {agents} | {first:.1} | {to_first:.2} | {later:.1} | {to_later:.2} | {cpu:.1} |");
    }
}

/// The time that all threads have taken, in milliseconds, in steps of ten; nothing where the system does not say.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program comes before, and may hold blanks. User and system time are the 14th and 15th field.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
}
