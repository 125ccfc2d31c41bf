//! The cost of loading agents at run time, beside loops that do nothing but split a file and read four of its fields:
//! `cargo bench -p include-agents-runtime`.
//!
//! The agents are those of `INCLUDE_AGENTS_CORPUS` where it names a folder, and else those of this project, over and over
//! under names of their own.
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
use std::time::Instant;

use gray_matter::Matter;
use gray_matter::engine::YAML;
use include_agents_runtime::Loader;
use rosters::Rosters;
use serde::Deserialize;

/// How many agents are loaded.
const AGENTS: usize = 1_000;

/// How often each contender loads them; the median counts.
const ROUNDS: usize = 31;

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
    ("`Loader`, new each time", |folder| {
        let roster = Loader::new(folder).load();
        let texts = roster.iter().map(|agent| agent.description().len() + agent.prompt().len());
        (roster.len(), texts.sum())
    }),
    ("`Loader`, of agents that it has loaded before", |folder| {
        static KNOWN: std::sync::OnceLock<Loader> = std::sync::OnceLock::new();
        let roster = KNOWN.get_or_init(|| Loader::new(folder)).load();
        let texts = roster.iter().map(|agent| agent.description().len() + agent.prompt().len());
        (roster.len(), texts.sum())
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
    let rosters = Rosters::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../agents"));
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = 0;
    for number in 0..AGENTS {
        let text = rosters.text(number);
        bytes += text.len();
        fs::write(folder.path().join(format!("agent-{number}.md")), text).unwrap();
    }
    let mut walls = CONTENDERS.map(|_| Vec::new());
    let mut cpus = CONTENDERS.map(|_| 0.0);
    for _ in 0..ROUNDS {
        for (index, (_, load)) in CONTENDERS.iter().enumerate() {
            let (start, cpu) = (Instant::now(), cpu());
            std::hint::black_box(load(folder.path()));
            walls[index].push(start.elapsed().as_secs_f64() * 1e3);
            cpus[index] += (self::cpu() - cpu) / f64::from(u32::try_from(ROUNDS).unwrap());
        }
    }
    println!("{AGENTS} agents, {bytes} bytes, {ROUNDS} rounds");
    println!("| loaded by | agents | median ms | ratio | mean CPU ms | ratio |");
    println!("|---|---:|---:|---:|---:|---:|");
    let walls = walls.map(|mut wall| {
        wall.sort_by(f64::total_cmp);
        wall[ROUNDS / 2]
    });
    for (index, (name, load)) in CONTENDERS.iter().enumerate() {
        let (agents, wall, cpu) = (load(folder.path()).0, walls[index], cpus[index]);
        println!(
            "| {name} | {agents} | {wall:.1} | {:.2} | {cpu:.1} | {:.2} |",
            wall / walls[0],
            if cpus[0] > 0.0 { cpu / cpus[0] } else { 0.0 },
        );
    }
}

/// The time that all threads have taken, in milliseconds, in steps of ten; nothing where the system does not say.
fn cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program comes before, and may hold blanks. User and system time are the 14th and 15th field.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() * 10.0
}
