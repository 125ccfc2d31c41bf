//! Code shared by both benchmarks and by the programs that `startup` runs.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use gray_matter::Matter;
use gray_matter::engine::YAML;
use serde::Deserialize;

/// The value in the middle.
#[must_use]
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<_> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints how many nanoseconds a start takes. What it gives is kept until the end, as the agents of a program are.
pub fn report<Kept>(start: impl FnOnce() -> Kept) {
    let clock = Instant::now();
    let kept = start();
    println!("{}", clock.elapsed().as_nanos());
    std::mem::forget(kept);
}

/// An argument of this program.
#[must_use]
pub fn argument(place: usize) -> String {
    env::args().nth(place).expect("startup gives the arguments")
}

/// Reads a prompt to its end: a compiled roster costs no memory until it is read.
pub fn take(prompt: &str) {
    black_box(prompt.bytes().fold(0_u8, u8::wrapping_add));
}

/// An agent as a program has it that reads the files when it runs.
pub struct Parsed {
    pub fields: Fields,
    pub prompt: String,
}

#[derive(Deserialize)]
pub struct Fields {
    pub name: String,
    pub description: String,
    pub tools: Option<String>,
    pub model: Option<String>,
}

/// All agents of a folder by name, and the prompt of one taken.
#[must_use]
pub fn parsed(parse: Parser, folder: &Path, name: &str) -> HashMap<String, Parsed> {
    let mut agents = HashMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let agent = parse(&fs::read_to_string(path).unwrap());
            agents.insert(agent.fields.name.clone(), agent);
        }
    }
    take(&agents[name].prompt);
    agents
}

/// From the text of a file to its agent.
pub type Parser = fn(&str) -> Parsed;

/// The parsers that programs take, each under the name of its crate.
pub const PARSERS: [(&str, Parser); 2] = [("gray_matter", gray_matter), ("serde_yaml", serde_yaml)];

fn gray_matter(text: &str) -> Parsed {
    let file = Matter::<YAML>::new().parse(text).unwrap();
    Parsed { fields: file.data.unwrap(), prompt: file.content }
}

fn serde_yaml(text: &str) -> Parsed {
    let (fields, prompt) = text.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap();
    Parsed { fields: serde_yaml::from_str(fields).unwrap(), prompt: prompt.to_owned() }
}

/// Includes a file that the build script has written.
#[macro_export]
macro_rules! written {
    ($file:literal) => {
        include!(concat!(env!("OUT_DIR"), "/", $file, ".rs"));
    };
}

/// A program that takes a prompt of a compiled roster.
#[macro_export]
macro_rules! compiled {
    ($roster:literal) => {
        #[allow(clippy::pedantic)]
        mod roster {
            $crate::written!($roster);
        }

        fn main() {
            let name = $crate::argument(1);
            $crate::report(|| $crate::take(roster::AgentKind::from_name(&name).unwrap().agent().prompt()));
        }
    };
}
