//! The compiler: a folder of agent files in, Rust and diagnostics out.
//!
//! Phases are files, and data flows one way:
//!
//! [`discover`] → [`frontmatter`] → [`yaml`] ([`recover`]) → [`decode`] → [`examples`] → [`link`] → [`rules`] →
//! [`names`] → [`generate`] → [`render`]
//!
//! No phase panics on any input, and none stops at the first problem: each gives its value *and* its diagnostics.

pub mod decode;
pub mod diagnostic;
pub mod discover;
pub mod document;
pub mod examples;
pub mod fields;
pub mod frontmatter;
pub mod generate;
pub mod link;
pub mod models;
pub mod names;
pub mod recover;
pub mod render;
pub mod rules;
pub mod source;
pub mod tools;
pub mod yaml;

use proc_macro2::TokenStream;

use decode::Definition;
use diagnostic::{Diagnostic, Level, has_errors};
use discover::{Files, Folder};
use generate::Item;

/// The most findings of one file that are reported. A file with more has one cause behind them.
const MOST_FINDINGS: usize = 100;

/// What became of a folder.
pub struct Compilation {
    /// The files it was made of.
    pub folder: Folder,
    /// The enum and the statics, also where there are errors.
    pub tokens: TokenStream,
    /// The findings in order of file, place and rule, at most 100 of one file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles all agents of a folder.
#[must_use]
pub fn compile(files: &dyn Files, folder: &str, item: &Item) -> Compilation {
    let (folder, mut diagnostics) = discover::discover(files, folder);
    let tokens = {
        let (definitions, found) = read(&folder);
        diagnostics.extend(found);
        let roster = link::link(&folder, definitions);
        diagnostics.extend(rules::check(&roster));
        let (names, found) = names::names(&roster);
        diagnostics.extend(found);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let broken = errors.filter_map(|diagnostic| Some(diagnostic.span()?.file)).collect();
        generate::generate(&roster, &names, item, &broken)
    };
    Compilation { folder, tokens, diagnostics: arrange(diagnostics) }
}

/// Reads each file by itself. One that could not be read at all has had its error.
fn read(folder: &Folder) -> (Vec<Definition<'_>>, Vec<Diagnostic>) {
    let mut definitions = Vec::new();
    let mut diagnostics = Vec::new();
    for (file, source) in folder.sources.iter().enumerate() {
        let nothing = Definition { file, ..Definition::default() };
        if !source.is_readable {
            definitions.push(nothing);
            continue;
        }
        let (split, found) = frontmatter::frontmatter(file, source);
        diagnostics.extend(found);
        let Some(split) = split else {
            definitions.push(nothing);
            continue;
        };
        let (entries, found) = match yaml::parse(file, source, split.yaml.clone()) {
            Ok(entries) => (entries, Vec::new()),
            Err(refusal) => recover::recover(file, source, split.yaml, &refusal),
        };
        let has_invalid_yaml = has_errors(&found);
        diagnostics.extend(found);
        let (definition, found) = decode::decode(file, source, entries, split.body);
        diagnostics.extend(found);
        definitions.push(Definition { has_invalid_yaml, ..definition });
    }
    (definitions, diagnostics)
}

/// Brings the findings into an order that depends on the files alone, and leaves as many of each file as can be read.
fn arrange(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let rank = |diagnostic: &Diagnostic| rules::RULES.iter().position(|rule| rule.name == diagnostic.rule.name);
    let file = |diagnostic: &Diagnostic| diagnostic.span().map(|span| span.file);
    // Errors first, so that none is left out for a warning.
    diagnostics.sort_by_key(|diagnostic| (file(diagnostic), diagnostic.level, diagnostic.span(), rank(diagnostic)));
    let mut arranged = Vec::with_capacity(diagnostics.len());
    for of_file in diagnostics.chunk_by(|left, right| file(left) == file(right)) {
        let mut shown: Vec<_> = of_file.iter().take(MOST_FINDINGS).cloned().collect();
        shown.sort_by_key(|diagnostic| (diagnostic.span(), rank(diagnostic)));
        let others = of_file.len() - shown.len();
        if let (Some(last), 1..) = (shown.last_mut(), others) {
            last.notes.push(format!("{others} more findings in this file are not shown"));
        }
        arranged.extend(shown);
    }
    arranged
}
