//! What `agentc check` takes as a roster grows, beside `wc` over the same files and beside reading them, the three in
//! turn: `cargo bench -p agentc`. Medians; the files are in the page cache.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark may"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs};

#[path = "../../benches/rosters/mod.rs"]
mod rosters;

use rosters::Rosters;

/// Runs of each size.
const RUNS: usize = 11;

/// The argument with which this program walks through a folder and reads each file, and does nothing else.
const READ: &str = "--read";

fn main() {
    let arguments: Vec<_> = env::args().collect();
    if let [_, option, folder] = &arguments[..]
        && option == READ
    {
        println!("{}", read(Path::new(folder)));
        return;
    }
    let rosters = Rosters::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../agents"));
    println!("| agents | MB | agentc check ms | wc ms | ratio | read ms | ratio | peak MB |");
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
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
        // A process of its own as the others are, so that its start counts too.
        let program = env::current_exe().unwrap();
        let read = [program.to_str().unwrap(), READ, "agents"];
        let (mut checks, mut counts, mut reads) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..=RUNS {
            checks.push(time(folder.path(), &check));
            counts.push(time(folder.path(), &count));
            reads.push(time(folder.path(), &read));
        }
        let (check_time, count_time, read_time) = (median(checks), median(counts), median(reads));
        println!(
            "| {agents} | {:.1} | {:.0} | {:.0} | {:.2} | {:.0} | {:.2} | {} |",
            f64::from(u32::try_from(bytes).unwrap()) / 1e6,
            check_time * 1e3,
            count_time * 1e3,
            check_time / count_time,
            read_time * 1e3,
            check_time / read_time,
            peak(folder.path(), &check),
        );
    }
}

/// The bytes of all files below a folder, each of which is read into a `String`.
fn read(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let bytes = |entry: fs::DirEntry| {
        let path = entry.path();
        if entry.file_type().unwrap().is_dir() { read(&path) } else { fs::read_to_string(path).unwrap().len() }
    };
    entries.map(bytes).sum()
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
    let output = call(folder, &[&["time", "-f", "%M"], command].concat());
    let kilobytes = output.and_then(|output| output.lines().last()?.parse::<u32>().ok());
    kilobytes.map_or_else(|| "-".to_owned(), |kilobytes| (kilobytes / 1024).to_string())
}
