//! The layers of the compiler are in the order in which data flows: a layer uses those before it, and none after it.
#![allow(clippy::disallowed_methods, clippy::panic, clippy::unwrap_used, reason = "a test may")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers in their order.
const LAYERS: [&str; 8] = ["base", "format", "input", "parse", "text", "resolve", "rules", "emit"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The file of a module path such as `base::span::Span`, by its longest part that is a module.
fn module_file(source: &Path, path: &str) -> Option<PathBuf> {
    let parts: Vec<_> = path.split("::").collect();
    (1..=parts.len()).rev().find_map(|length| {
        let base = parts.iter().take(length).fold(source.to_owned(), |path, part| path.join(part));
        [base.with_extension("rs"), base.join("mod.rs")].into_iter().find(|file| file.is_file())
    })
}

/// The paths that the code of a file uses, from the root of the crate, without those of its tests.
fn uses(source: &Path, file: &Path) -> Vec<String> {
    let code = fs::read_to_string(file).unwrap();
    let code = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut own: Vec<_> = file
        .strip_prefix(source)
        .unwrap()
        .with_extension("")
        .iter()
        .map(|part| part.to_str().unwrap().to_owned())
        .collect();
    let is_folder = own.last().is_some_and(|name| name == "mod" || name == "lib");
    if is_folder {
        own.pop();
    }
    let mut paths = Vec::new();
    for statement in code.split(';') {
        let statement = statement.trim_start();
        let line = statement.lines().skip_while(|line| line.trim_start().starts_with(['/', '#'])).collect::<String>();
        let Some((_, path)) = line
            .split_once("use ")
            .filter(|(before, _)| matches!(before.trim(), "" | "pub" | "pub(crate)" | "pub(super)"))
        else {
            continue;
        };
        expand("", path, &mut paths);
    }
    let inline = code
        .split("crate::")
        .skip(1)
        .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | ':')).next());
    paths.extend(inline.map(|path| format!("crate::{}", path.trim_end_matches(':'))));
    paths.into_iter().filter_map(|path| absolute(source, &own, is_folder, &path)).collect()
}

/// The single paths of `a::{b, c::{d, e}}`.
fn expand(prefix: &str, path: &str, found: &mut Vec<String>) {
    let path = path.trim();
    match path.split_once('{') {
        Some((before, list)) => {
            let list = list.trim_end().strip_suffix('}').unwrap_or(list);
            let mut depth = 0;
            let parts = list.split(move |c| {
                depth += i32::from(c == '{') - i32::from(c == '}');
                c == ',' && depth == 0
            });
            parts
                .filter(|part| !part.trim().is_empty())
                .for_each(|part| expand(&format!("{prefix}{before}"), part, found));
        }
        None => found.push(format!("{prefix}{path}").split(" as ").next().unwrap().to_owned()),
    }
}

/// A path from the root of the crate; nothing for one of another crate.
fn absolute(source: &Path, own: &[String], is_folder: bool, path: &str) -> Option<String> {
    let mut base = own.to_vec();
    let mut rest = path.split("::").peekable();
    match rest.peek().copied()? {
        "crate" => {
            base.clear();
            rest.next();
        }
        "super" => {
            while rest.next_if_eq(&"super").is_some() {
                base.pop();
            }
        }
        // A name without a prefix is a child of a folder, or another crate.
        child => {
            let folder = base.iter().fold(source.to_owned(), |path, part| path.join(part)).join(child);
            if !is_folder || !(folder.with_extension("rs").is_file() || folder.is_dir()) {
                return None;
            }
        }
    }
    base.extend(rest.map(str::to_owned));
    Some(base.join("::"))
}

#[test]
fn no_layer_uses_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    let place = |layer: &str| LAYERS.iter().position(|known| *known == layer);
    let mut seen = BTreeSet::new();
    for file in &all {
        let below = file.strip_prefix(&source).unwrap().to_str().unwrap().replace('\\', "/");
        let Some((layer, _)) = below.split_once('/') else { continue };
        let here = place(layer).unwrap_or_else(|| panic!("{below} is in no layer of the list"));
        seen.insert(layer.to_owned());
        for path in uses(&source, file) {
            let there = path.split("::").next().and_then(place);
            assert!(there.is_none_or(|there| there <= here), "{below} uses `{path}`, which is in a later layer");
        }
    }
    assert_eq!(seen.len(), LAYERS.len(), "a layer without a file");
}

#[test]
fn no_file_uses_one_that_uses_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    // The list of the rules names every rule, and is named by none.
    let graph: BTreeMap<PathBuf, BTreeSet<PathBuf>> = all
        .iter()
        .map(|file| {
            let used = uses(&source, file).into_iter().filter_map(|path| module_file(&source, &path));
            (file.clone(), used.filter(|used| used != file).collect())
        })
        .collect();
    assert!(graph.values().map(BTreeSet::len).sum::<usize>() > 100, "hardly any import was found");
    let reachable = |start: &PathBuf| {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&PathBuf> = graph.get(start).into_iter().flatten().collect();
        while let Some(file) = next.pop() {
            if reached.insert(file) {
                next.extend(graph.get(file).into_iter().flatten());
            }
        }
        reached.contains(start)
    };
    let in_circles: Vec<_> = graph.keys().filter(|start| reachable(start)).collect();
    assert!(in_circles.is_empty(), "in circles of imports: {in_circles:#?}");
}
