//! Wherever `serde_yaml` accepts a frontmatter, every value that we read is the one it reads.
//!
//! Over all fixtures and, where `INCLUDE_AGENTS_CORPUS` names a folder of agent files, over all of those.

use std::fs;
use std::path::{Path, PathBuf};

use agent_core::compiler::frontmatter::frontmatter;
use agent_core::compiler::source::Source;
use agent_core::compiler::yaml::{self, Entry, Yaml};
use serde_yaml::Value;

/// Every Markdown file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

fn is_same(ours: &Yaml, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Yaml::Null, Value::Null) => true,
        (Yaml::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Yaml::Integer(ours), Value::Number(theirs)) => theirs.as_i64() == Some(*ours),
        (Yaml::Float(ours), Value::Number(theirs)) => {
            let theirs = theirs.as_f64().unwrap();
            ours.to_bits() == theirs.to_bits() || (ours.is_nan() && theirs.is_nan())
        }
        (Yaml::Text(ours), Value::String(theirs)) => ours == theirs,
        (Yaml::List(ours), Value::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(&ours.value, theirs))
        }
        (Yaml::Map(ours), Value::Mapping(theirs)) => is_same_map(ours, theirs),
        (ours, Value::Tagged(tagged)) => is_same(ours, &tagged.value),
        _ => false,
    }
}

fn is_same_map(ours: &[Entry], theirs: &serde_yaml::Mapping) -> bool {
    let same_key = |entry: &Entry, key: &Value| match key {
        Value::String(key) => entry.key.value == *key,
        // A key that is no text counts as it is written.
        _ => true,
    };
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(theirs)
            .all(|(entry, (key, value))| same_key(entry, key) && is_same(&entry.value.value, value))
}

/// How many of the frontmatters `serde_yaml` accepts; fails on the first that we read otherwise.
fn compare(paths: &[PathBuf]) -> usize {
    let mut accepted = 0;
    for path in paths {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let source = Source::new(path.to_string_lossy(), text);
        let Some(parts) = frontmatter(0, &source).0 else { continue };
        let Ok(theirs) = serde_yaml::from_str::<Value>(&source.text[parts.yaml.clone()]) else { continue };
        let theirs = match theirs {
            Value::Mapping(mapping) => mapping,
            Value::Null => serde_yaml::Mapping::new(),
            _ => continue,
        };
        accepted += 1;
        match yaml::parse(0, &source, parts.yaml) {
            Ok(ours) => assert!(is_same_map(&ours, &theirs), "{}\n{ours:#?}\n{theirs:#?}", path.display()),
            Err(refusal) => panic!("{}: {refusal:?}", path.display()),
        }
    }
    accepted
}

#[test]
fn fixtures_are_read_as_serde_yaml_reads_them() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut paths);
    assert!(compare(&paths) > 200, "the fixtures are gone");
}

#[test]
fn the_corpus_is_read_as_serde_yaml_reads_it() {
    let Some(folder) = std::env::var_os("INCLUDE_AGENTS_CORPUS") else {
        println!("INCLUDE_AGENTS_CORPUS is not set: no corpus is compared");
        return;
    };
    let mut paths = Vec::new();
    files(Path::new(&folder), &mut paths);
    println!("{} of {} frontmatters accepted and read alike", compare(&paths), paths.len());
}
