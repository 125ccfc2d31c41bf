//! What a program takes from its start to the first prompt, with a compiled roster and with one that it parses:
//! `cargo bench --manifest-path benches/runtime/Cargo.toml --bench startup`.
//!
//! Each start is a new process, since a second one in the same would find its memory ready; the files are in the memory
//! of the operating system. A process takes the time from `main` to the prompt itself. From outside it is timed as a
//! whole, with what it takes to load a program that holds a roster, less what a program that does nothing takes in the
//! same round. The figures are medians.
//!
//! Allocations are counted in this process, so that no counting is timed. One that grows counts again, with its new
//! size.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use allocation_counter::measure;
use include_agents::{Agent, AgentSet};
use runtime::{PARSERS, median, parsed, take};

const ROUNDS: usize = 51;

#[allow(clippy::pedantic)]
mod rosters {
    pub mod five {
        runtime::written!("agents-5");
    }
    pub mod hundred {
        runtime::written!("agents-100");
    }
    pub mod thousand {
        runtime::written!("agents-1000");
    }
}

fn main() {
    use rosters::{five, hundred, thousand};

    println!("| agents | kB | roster | to the prompt, µs | to compiled | process, µs | allocations | kB allocated |");
    println!("|---:|---:|---|---:|---:|---:|---:|---:|");
    start_up::<five::AgentKind>(env!("CARGO_BIN_EXE_compiled-5"), "agents-5");
    start_up::<hundred::AgentKind>(env!("CARGO_BIN_EXE_compiled-100"), "agents-100");
    start_up::<thousand::AgentKind>(env!("CARGO_BIN_EXE_compiled-1000"), "agents-1000");
    println!();
    accessors::<hundred::AgentKind>();
}

/// What an accessor takes, which checks the text to be UTF-8 each time.
fn accessors<Kind: AgentSet>() {
    println!("| accessor | bytes | ns |\n|---|---:|---:|");
    accessor::<Kind>("`name()`", Agent::name);
    accessor::<Kind>("`description()`", Agent::description);
    accessor::<Kind>("`prompt()`", Agent::prompt);
}

fn accessor<Kind: AgentSet>(title: &str, accessor: fn(&'static Agent) -> &'static str) {
    let count = f64::from(u32::try_from(Kind::COUNT).unwrap());
    let nanoseconds = (0..ROUNDS).map(|_| {
        let clock = Instant::now();
        for kind in Kind::ALL {
            black_box(accessor(black_box(kind.agent())));
        }
        clock.elapsed().as_secs_f64() * 1e9 / count
    });
    let bytes = Kind::ALL.iter().map(|kind| accessor(kind.agent()).len()).sum::<usize>() / Kind::COUNT;
    println!("| {title} | {bytes} | {:.0} |", median(nanoseconds));
}

fn start_up<Kind: AgentSet>(compiled: &str, folder: &str) {
    let folder = Path::new(env!("OUT_DIR")).join(folder);
    let [(first, first_parse), (second, second_parse)] = PARSERS;
    let nothing = env!("CARGO_BIN_EXE_nothing");
    let parsing = env!("CARGO_BIN_EXE_parsed");
    let rounds: Vec<_> = (0..ROUNDS)
        .map(|round| {
            // Another agent each time, since those at the ends of a roster may be found sooner.
            let name = Kind::ALL[(round * 389 + 2) % Kind::COUNT].name();
            [(nothing, ""), (compiled, ""), (parsing, first), (parsing, second)].map(|(program, parser)| {
                // Each comes after the same, and not after one that has filled the caches with its own.
                start(nothing, name, "", &folder);
                start(program, name, parser, &folder)
            })
        })
        .collect();

    let name = Kind::ALL[0].name();
    let allocations = [
        measure(|| take(Kind::from_name(name).unwrap().agent().prompt())),
        measure(|| drop(parsed(first_parse, &folder, name))),
        measure(|| drop(parsed(second_parse, &folder, name))),
    ];
    let bytes: u64 = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
    for (place, title) in ["compiled", first, second].into_iter().enumerate() {
        println!(
            "| {} | {} | {title} | {:.1} | {:.0} | {:.0} | {} | {} |",
            Kind::COUNT,
            bytes / 1_000,
            median(rounds.iter().map(|starts| starts[place + 1].inside)),
            median(rounds.iter().map(|starts| starts[place + 1].inside / starts[1].inside)),
            median(rounds.iter().map(|starts| starts[place + 1].outside - starts[0].outside)),
            allocations[place].count_total,
            allocations[place].bytes_total / 1_000,
        );
    }
}

/// Microseconds of one start.
struct Start {
    /// From `main` to the prompt, as the process says.
    inside: f64,
    /// The whole process.
    outside: f64,
}

fn start(program: &str, name: &str, parser: &str, folder: &Path) -> Start {
    let clock = Instant::now();
    let output = Command::new(program).args([name, parser]).arg(folder).output().unwrap();
    let outside = clock.elapsed().as_secs_f64() * 1e6;
    assert!(output.status.success());
    let nanoseconds: f64 = str::from_utf8(&output.stdout).unwrap().trim().parse().unwrap();
    Start { inside: nanoseconds / 1e3, outside }
}
