//! Wherever `serde_yaml` accepts a frontmatter, every value that we read is the one it reads.
//!
//! Over all fixtures and, where `INCLUDE_AGENTS_CORPUS` names a folder of agent files, over all of those.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::frontmatter::frontmatter;
use include_agents_compiler::parse::yaml::{self, Entry, Yaml};
use include_agents_compiler::text::code_spans;
use pulldown_cmark::{CodeBlockKind, Event, Tag};
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
        let Some(parts) = frontmatter(&source).0 else { continue };
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

/// How many fenced blocks a body has for pulldown-cmark, and where its inline code begins.
fn code(body: &str) -> (usize, Vec<usize>) {
    let (mut fences, mut inline) = (0, Vec::new());
    for (event, range) in pulldown_cmark::Parser::new(body).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => fences += 1,
            Event::Code(_) => inline.push(range.start),
            _ => {}
        }
    }
    (fences, inline)
}

#[test]
fn code_is_where_pulldown_cmark_sees_it() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut paths);
    if let Some(folder) = std::env::var_os("INCLUDE_AGENTS_CORPUS") {
        files(Path::new(&folder), &mut paths);
    }
    let (mut bodies, mut other) = (0, 0);
    let (mut spans, mut unseen) = (0, 0);
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let source = Source::new("x.md", text);
        let Some(parts) = frontmatter(&source).0 else { continue };
        let body = &source.text[parts.body];
        let ours = code_spans::of(body);
        let (fences, inline) = code(body);
        bodies += 1;
        for &at in &inline {
            assert!(ours.is_code(at), "{}: no code at {at} of the body", path.display());
        }
        let is_inline = |code: &&Range<usize>| ours.is_inline(body, code.start);
        // Inline code that Markdown does not see stands in HTML and in indented blocks.
        let more = ours.code.iter().filter(is_inline).filter(|code| !inline.contains(&code.start)).count();
        (spans, unseen) = (spans + inline.len(), unseen + more);
        let is_fence = |code: &&Range<usize>| {
            let written = body[(*code).clone()].trim_start_matches([' ', '\t', '>']);
            let begins_line = body[..code.start].is_empty() || body[..code.start].ends_with('\n');
            begins_line && (written.starts_with("```") || written.starts_with("~~~"))
        };
        other += usize::from(ours.code.iter().filter(is_fence).count() != fences);
    }
    println!("{other} of {bodies} bodies have another number of fences");
    // Within HTML Markdown knows no fence, and models do; and it tells a fence in a list from one behind it.
    assert!(other * 200 <= bodies, "{other} of {bodies}");
    println!("{unseen} more than {spans} pieces of inline code");
    assert!(unseen * 50 <= spans, "{unseen} more than {spans}");
}

/// Both ways to read a frontmatter give the same tree, with the same places, wherever the faster one gives any: for every
/// file, and for each with one byte of its frontmatter made something else.
#[test]
fn plain_lines_are_read_as_all_of_yaml_is() {
    let mut paths = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), &mut paths);
    if let Some(folder) = std::env::var_os("INCLUDE_AGENTS_CORPUS") {
        files(Path::new(&folder), &mut paths);
    }
    let (mut read, mut plain) = (0, 0);
    for (number, path) in paths.iter().enumerate() {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let Some(parts) = frontmatter(&Source::new("x.md", text.clone())).0 else { continue };
        let range = parts.yaml;
        let text = &text[..range.end];
        let mut variants = vec![text.to_owned()];
        let signs = ":# \n\r\t-'\"&*!|>%@{}[],?~.=0/\\aé";
        let every = range.len() / 8 + 1;
        let places = range.clone().filter(|at| at % every == number % every && text.is_char_boundary(*at));
        for (place, sign) in places.zip(signs.chars().cycle().skip(number)) {
            let mut variant = text.to_owned();
            variant.insert(place, sign);
            variants.push(variant);
        }
        for variant in variants {
            let range = range.start..variant.len();
            let source = Source::new("x.md", variant);
            read += 1;
            let Some(fast) = yaml::parse_simple(0, &source, range.clone()) else { continue };
            plain += 1;
            let all = yaml::parse_full(0, &source, range).unwrap();
            assert_eq!(format!("{fast:?}"), format!("{all:?}"), "{}:\n{}", path.display(), source.text);
        }
    }
    assert!(plain * 4 > read, "{plain} of {read} frontmatters are plain");
}
