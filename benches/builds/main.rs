//! The cost of whole builds with a roster of agents, compared with other ways to embed it, and by how much the program grows:
//! `cargo bench --bench builds -- 10 100 1000 10000 --rounds 5`.
//!
//! Each contender is a package in the folder for temporary files, with Cargo's default profiles. The packages and their target
//! folders stay there, so that the next run starts sooner. The first run fetches `include_dir` and `rust-embed`.
//!
//! The prompts come from the agents below `INCLUDE_AGENTS_CORPUS` if it is set, or else from those of this project.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark may"
)]

mod contenders;
#[path = "../rosters/mod.rs"]
#[allow(dead_code, reason = "only the function that reads a folder is used here")]
mod rosters;

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;
use std::time::SystemTime;
use std::{env, thread};

use contenders::{Agent, CONTENDERS, Contender, FLOOR, bodies};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// GNU time: the shell built-in does not measure memory, and other systems have no `-f`.
const TIME: &str = "/usr/bin/time";

/// The largest roster with a release build; larger ones take minutes.
const MOST_RELEASED: usize = 1_000;

/// One build.
struct Measure {
    wall: f64,
    user: f64,
    system: f64,
    /// In kilobytes, of the largest process.
    peak: f64,
}

/// A contender with a roster.
struct Package {
    contender: &'static Contender,
    folder: PathBuf,
    target: PathBuf,
    rounds: Vec<Measure>,
}

impl Package {
    fn new(contender: &'static Contender, size: usize) -> Self {
        let name = contender.name.replace(", ", "-").replace(' ', "-");
        let work = env::temp_dir().join("include-agents-builds");
        // The dependencies are the same for all sizes, and so they are built once.
        let (folder, target) = (work.join(size.to_string()).join(&name), work.join("target").join(&name));
        Self { contender, folder, target, rounds: Vec::new() }
    }

    /// Writes what is not yet as it should be.
    fn write(&self, agents: &[Agent]) {
        let head =
            "[package]\nname = \"program\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\n[workspace]\n";
        let rest = self.contender.manifest.replace("ROOT", &ROOT.replace('\\', "/"));
        self.write_file("Cargo.toml", &format!("{head}{rest}"));
        self.write_file("src/main.rs", &(self.contender.main)(agents));
        if let Some(script) = self.contender.build_script {
            self.write_file("build.rs", script);
        }
        for agent in agents {
            self.write_file(&format!("agents/{}.md", agent.name()), &agent.text());
        }
    }

    fn write_file(&self, path: &str, text: &str) {
        let path = self.folder.join(path);
        if fs::read(&path).is_ok_and(|written| written == text.as_bytes()) {
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn touch(&self) {
        let main = File::options().append(true).open(self.folder.join("src/main.rs")).unwrap();
        main.set_modified(SystemTime::now()).unwrap();
    }

    /// Runs Cargo with default settings; the error is its output.
    fn cargo(&self, arguments: &[&str]) -> Result<Measure, String> {
        let output = Command::new(TIME)
            .args(["-f", "%e %U %S %M", env!("CARGO")])
            .args(arguments)
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env_remove("CARGO_INCREMENTAL")
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .output()
            .unwrap();
        // The line of `time` follows the output of Cargo and rustc, such as our warnings.
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        let numbers: Vec<f64> =
            stderr.lines().last().into_iter().flat_map(str::split_whitespace).flat_map(str::parse).collect();
        match numbers[..] {
            [wall, user, system, peak] if output.status.success() => Ok(Measure { wall, user, system, peak }),
            _ => Err(stderr),
        }
    }

    /// Whether Cargo succeeds. If not, the end of its output is printed.
    fn succeeds(&mut self, arguments: &[&str]) -> bool {
        let outcome = self.cargo(arguments).map(|measure| self.rounds.push(measure));
        if let Err(stderr) = &outcome {
            let lines: Vec<_> = stderr.lines().collect();
            let end = lines[lines.len().saturating_sub(25)..].join("\n");
            println!("\n`{}` is left out: `cargo {}` fails.\n", self.contender.name, arguments.join(" "));
            println!("```text\n{end}\n```");
        }
        outcome.is_ok()
    }

    /// The bytes of the program that was built.
    fn size(&self, profile: &str) -> i64 {
        let folder = if profile == "dev" { "debug" } else { profile };
        let program = self.target.join(folder).join("program").with_extension(env::consts::EXE_EXTENSION);
        i64::try_from(fs::metadata(program).unwrap().len()).unwrap()
    }
}

fn main() {
    let (sizes, rounds) = arguments();
    let output = Command::new(TIME).args(["-f", "%e %U %S %M", "true"]).output();
    let is_missing = output.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound);
    assert!(
        output.is_ok_and(|output| output.status.success()),
        "{TIME} {}: install GNU time, which Debian, Ubuntu and Fedora call `time`",
        if is_missing { "is missing" } else { "is not GNU time" }
    );
    let (bodies, whose) = bodies();
    for size in sizes {
        // No two bodies are the same, or the linker would keep one of them.
        let body = |number: usize| format!("This is task number {number}.\n{}", bodies[number % bodies.len()]);
        let agent = |number| Agent { number, body: body(number) };
        compare((0..size).map(agent).collect(), rounds, whose);
    }
}

fn arguments() -> (Vec<usize>, usize) {
    // Cargo says `--bench` by itself.
    let mut words = env::args().skip(1).filter(|word| word != "--bench");
    let usage = "[NUMBER OF AGENTS]... [--rounds NUMBER]";
    let (mut sizes, mut rounds) = (Vec::new(), 5);
    while let Some(word) = words.next() {
        if word == "--rounds" {
            rounds = words.next().expect(usage).parse().expect(usage);
        } else {
            sizes.push(word.parse::<usize>().expect(usage).max(1));
        }
    }
    if sizes.is_empty() {
        sizes = vec![10, 100, 1_000];
    }
    (sizes, rounds.max(1))
}

fn compare(mut agents: Vec<Agent>, rounds: usize, whose: &str) {
    let version = Command::new("rustc").arg("--version").output().unwrap().stdout;
    println!(
        "{} agents with {:.2} MB of text, the prompts being those of {whose}; {}, {} cores, rounds: {rounds}, medians",
        agents.len(),
        float(text_size(&agents)) / 1e6,
        String::from_utf8_lossy(&version).trim(),
        thread::available_parallelism().map_or(1, usize::from),
    );
    let mut packages: Vec<_> = CONTENDERS.iter().map(|contender| Package::new(contender, agents.len())).collect();
    let mut empty = packages.remove(0);
    for verb in ["check", "build"] {
        // What depends on nothing that will change is built, and the package is as this verb left it last.
        packages.retain_mut(|package| {
            package.write(&agents);
            let succeeds = package.succeeds(&[verb]);
            package.rounds.clear();
            succeeds
        });
        for _ in 0..rounds {
            packages.retain_mut(|package| {
                package.touch();
                package.succeeds(&[verb])
            });
        }
        println!("\n`cargo {verb}` after `src/main.rs` was touched:\n");
        print_table(&packages);

        for package in &mut packages {
            package.rounds.clear();
        }
        for _ in 0..rounds {
            // Each round has another text.
            agents[0].body.push_str(" more");
            packages.retain_mut(|package| {
                package.write(&agents);
                package.succeeds(&[verb])
            });
        }
        println!("\n`cargo {verb}` after one agent was changed:\n");
        print_table(&packages);
    }
    print_sizes(&mut packages, &mut empty, &agents);
}

fn print_table(packages: &[Package]) {
    println!("| contender | wall s | user s | user and system s | × {FLOOR} | peak MB |");
    println!("|---|---:|---:|---:|---:|---:|");
    let floor = packages.iter().find(|package| package.contender.name == FLOOR);
    for Package { contender, rounds, .. } in packages {
        // The speed of the machine drifts: builds of one round are compared. `time` measures hundredths.
        let ratio = floor.map_or_else(
            || "-".to_owned(),
            |floor| {
                let ratios = rounds.iter().zip(&floor.rounds).map(|(own, floor)| own.user / floor.user.max(0.01));
                format!("{:.2}", median(ratios))
            },
        );
        println!(
            "| {} | {:.2} | {:.2} | {:.2} | {ratio} | {:.0} |",
            contender.name,
            median(rounds.iter().map(|round| round.wall)),
            median(rounds.iter().map(|round| round.user)),
            median(rounds.iter().map(|round| round.user + round.system)),
            median(rounds.iter().map(|round| round.peak)) / 1024.0,
        );
    }
}

/// What the program grows by, beyond the files of the agents and beyond a program that has none.
fn print_sizes(packages: &mut [Package], empty: &mut Package, agents: &[Agent]) {
    empty.write(&[]);
    let (count, text) = (i64::try_from(agents.len()).unwrap(), i64::try_from(text_size(agents)).unwrap());
    let mut rows: Vec<_> = packages.iter().map(|package| format!("| {} |", package.contender.name)).collect();
    for profile in ["dev", "release"] {
        let size = |package: &mut Package| {
            let is_wanted = profile == "dev" || agents.len() <= MOST_RELEASED;
            (is_wanted && package.succeeds(&["build", "--profile", profile])).then(|| package.size(profile))
        };
        let least = size(empty);
        for (package, row) in packages.iter_mut().zip(&mut rows) {
            let grown = size(package).zip(least).map(|(size, least)| (size - least - text) / count);
            *row += &grown.map_or_else(|| " - |".to_owned(), |bytes| format!(" {bytes} |"));
        }
    }
    println!("\nBytes per agent that the program has beyond the files of the agents and a program without any:\n");
    println!("| contender | dev | release |\n|---|---:|---:|\n{}\n", rows.join("\n"));
}

fn text_size(agents: &[Agent]) -> usize {
    agents.iter().map(|agent| agent.text().len()).sum()
}

fn float(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
