//! `agreement CLAUDE FOLDER`: where the compiler and Claude Code differ on real agent files. With `BLESS=1` it writes its tables
//! to `docs/corpus.md`.
#![forbid(unsafe_code)]
#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command for developers reads files and prints"
)]

mod claude_code;
mod compare;
mod roster;
mod service;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use compare::Comparison;
use roster::AgentFile;

/// Set where the loopback is the only network.
const ISOLATED: &str = "AGREEMENT_ISOLATED";

/// The heading of the tables in the document.
const HEADING: &str = "## Agreement with Claude Code\n";

/// An agent with every tool, beside the others: what it is given is what there is.
const CONTROL: &str = "agreement-control";

/// The most files of one run of Claude Code.
const MOST_FILES: usize = 150;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, root] = arguments.as_slice() else {
        eprintln!(
            "usage: agreement CLAUDE FOLDER\n\nCLAUDE is the program of Claude Code; CONTRIBUTING.md says how to get it."
        );
        return ExitCode::from(2);
    };
    let result = if std::env::var_os(ISOLATED).is_some() { compare_all(program, root) } else { isolated() };
    result.unwrap_or_else(|message| {
        eprintln!("not compared: {message}");
        ExitCode::FAILURE
    })
}

/// Runs this program again where nothing but the loopback can be reached.
fn isolated() -> Result<ExitCode, String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    let script = "ip link set lo up && exec \"$0\" \"$@\"";
    let mut command = Command::new("unshare");
    command.args(["-rn", "sh", "-c", script]).arg(this).args(std::env::args_os().skip(1)).env(ISOLATED, "1");
    let status = command.status().map_err(|error| format!("`unshare` does not start: {error}"))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn compare_all(program: &Path, root: &Path) -> Result<ExitCode, String> {
    let version = claude_code::version(program)?;
    let mut folders = Vec::new();
    roster::folders(root, &mut folders).map_err(|error| format!("{}: {error}", root.display()))?;
    let rosters: Result<Vec<_>, _> = folders.iter().map(|folder| roster::read(root, folder)).collect();
    let rosters = rosters.map_err(|error| error.to_string())?;
    let mut comparison = Comparison::new(version);
    for batch in batches(rosters) {
        let mut files: Vec<_> = batch.iter().map(|(path, file)| (path.clone(), file.content.clone())).collect();
        let control = format!("---\nname: {CONTROL}\ndescription: Has every tool.\n---\nAnswer.\n");
        files.push((format!("{CONTROL}.md"), control.into_bytes()));
        let loaded = claude_code::load(program, &files)?;
        comparison.add(&batch, loaded)?;
    }
    let tables = comparison.tables();
    println!("{tables}\n{}", comparison.lines());
    if std::env::var_os("BLESS").is_some() {
        write(&tables).map_err(|error| format!("docs/corpus.md: {error}"))?;
    }
    Ok(if comparison.is_explained() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes the tables under their heading, which is the last one of the document.
fn write(tables: &str) -> std::io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/corpus.md");
    let text = fs::read_to_string(&path)?;
    let before = text.split_once(HEADING).map_or(text.as_str(), |(before, _)| before);
    fs::write(path, format!("{}\n{HEADING}\n{tables}", before.trim_end().to_owned() + "\n"))
}

/// Files of one run, each with its path in the folder of the run.
type Batch = Vec<(String, AgentFile)>;

/// Whole rosters in as few runs as possible, such that no agent of one hides an agent of another.
fn batches(rosters: Vec<Vec<AgentFile>>) -> Vec<Batch> {
    let (mut taken, mut batches): (Vec<BTreeSet<String>>, Vec<Batch>) = Default::default();
    for (number, roster) in rosters.into_iter().enumerate() {
        let names: BTreeSet<_> = roster.iter().filter_map(|file| file.name.clone()).collect();
        let fits = |(taken, batch): (&BTreeSet<String>, &Batch)| {
            taken.is_disjoint(&names) && batch.len() + roster.len() <= MOST_FILES
        };
        let index = taken.iter().zip(&batches).position(fits).unwrap_or(batches.len());
        if index == batches.len() {
            taken.push(BTreeSet::new());
            batches.push(Batch::new());
        }
        if let (Some(taken), Some(batch)) = (taken.get_mut(index), batches.get_mut(index)) {
            taken.extend(names);
            batch.extend(roster.into_iter().map(|file| (format!("{number:04}/{}", file.below), file)));
        }
    }
    batches
}
