//! What `agentc check` takes as a roster grows, beside `wc` over the same files, the two in turn:
//! `cargo bench -p agentc`. Medians; the files are in the page cache.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark may"
)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[path = "../../benches/rosters/mod.rs"]
mod rosters;

use rosters::Rosters;

/// Runs of each size.
const RUNS: usize = 11;

fn main() {
    let rosters = Rosters::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../agents"));
    println!("| agents | MB | agentc check ms | wc ms | ratio | peak MB |");
    println!("|---:|---:|---:|---:|---:|---:|");
    for agents in [100, 1_000, 10_000, 20_000] {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("agents");
        fs::create_dir(&path).unwrap();
        let mut bytes = 0;
        for number in 0..agents {
            let text = rosters.text(number);
            bytes += text.len();
            fs::write(path.join(format!("agent-{number}.md")), text).unwrap();
        }
        let check = [env!("CARGO_BIN_EXE_agentc"), "check", "--format", "short"];
        let count = ["sh", "-c", "find agents -type f -print0 | xargs -0 wc"];
        let (mut checks, mut counts) = (Vec::new(), Vec::new());
        for _ in 0..=RUNS {
            checks.push(time(folder.path(), &check));
            counts.push(time(folder.path(), &count));
        }
        let (check_time, count_time) = (median(checks), median(counts));
        println!(
            "| {agents} | {:.1} | {:.0} | {:.0} | {:.2} | {} |",
            f64::from(u32::try_from(bytes).unwrap()) / 1e6,
            check_time * 1e3,
            count_time * 1e3,
            check_time / count_time,
            peak(folder.path(), &check),
        );
    }
}

fn time(folder: &Path, command: &[&str]) -> Duration {
    let begun = Instant::now();
    call(folder, command);
    begun.elapsed()
}

fn call(folder: &Path, command: &[&str]) -> Option<String> {
    let mut call = Command::new(command[0]);
    let output = call.args(&command[1..]).current_dir(folder).stdout(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// In seconds, without the first run.
fn median(mut times: Vec<Duration>) -> f64 {
    times.remove(0);
    times.sort();
    times[times.len() / 2].as_secs_f64()
}

/// The most memory that a command takes, in MB, where GNU time is there to tell.
fn peak(folder: &Path, command: &[&str]) -> String {
    let told = call(folder, &[&["time", "-f", "%M"], command].concat());
    let kilobytes = told.and_then(|told| told.lines().last()?.parse::<u32>().ok());
    kilobytes.map_or_else(|| "-".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
