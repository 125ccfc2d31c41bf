//! The compiler: a folder of agent files in, Rust and diagnostics out.
//!
//! Phases are files, and data flows one way:
//!
//! [`input`] → [`parse`] → [`text`] → [`resolve`] → [`rules`] → [`emit`]
//!
//! No phase panics on any input, and none stops at the first problem: each gives its value *and* its diagnostics.
#![forbid(unsafe_code)]

pub mod base;
pub mod emit;
pub mod format;
pub mod input;
pub mod parse;
pub mod resolve;
pub mod rules;
pub mod text;

use std::collections::BTreeMap;

use base::diagnostic::{Diagnostic, Level, has_errors};
use base::fix::{self, Fix};
use base::io::Files;
use base::parallel;
use base::source::Source;
use emit::rust::{self, Item};
use input::discover::{self, Folder};
use input::settings::{self, Settings};
use parse::definition::Definition;
use parse::{decode, frontmatter, recover, yaml};
use resolve::identifiers::{self, Identified};
use resolve::roster::Roster;
use rules::folder::unused_setting;

/// The most findings of one file that are reported. A file with more has one cause behind them.
const MOST_FINDINGS: usize = 100;

/// The most rounds of fixes. Each cures what the one before has brought to light.
const MOST_ROUNDS: usize = 10;

/// What became of a folder.
pub struct Compilation {
    /// The files it was made of.
    pub folder: Folder,
    /// The enum and the statics, also where there are errors.
    pub code: String,
    /// The findings in order of file, place and rule, at most 100 of one file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Compiles all agents of a folder.
#[must_use]
pub fn compile(files: &dyn Files, folder: &str, item: &Item) -> Compilation {
    let (folder, settings, mut found) = discover::discover(files, folder);
    let (code, diagnostics) = {
        let (definitions, unread) = parse_all(&folder);
        found.extend(unread);
        let roster = Roster::new(&folder, &settings, definitions);
        let (names, diagnostics) = check(&roster, found);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let broken = errors.filter_map(|diagnostic| Some(diagnostic.span()?.file)).collect();
        (rust::generate(&roster, &names, item, &broken), diagnostics)
    };
    let diagnostics = finalize(&folder, diagnostics);
    Compilation { folder, code, diagnostics }
}

/// Names all agents of a roster and runs all rules. `found` is what came to light before. The settings have had their say
/// about the findings, which are in no particular order.
#[must_use]
pub fn check<'r, 'a>(roster: &'r Roster<'a>, found: Vec<Diagnostic>) -> (Vec<Identified<'r, 'a>>, Vec<Diagnostic>) {
    let mut diagnostics = found;
    diagnostics.extend(rules::check(roster));
    let (names, found) = identifiers::identify(roster);
    diagnostics.extend(found);
    let Roster { folder, settings, .. } = roster;
    let path = |diagnostic: &Diagnostic| Some(folder.below(&folder.source(diagnostic.span()?.file)?.path));
    let (mut diagnostics, unused) = settings.apply(diagnostics, path);
    let level = settings.level(&unused_setting::RULE);
    if level != Level::Allow {
        diagnostics.extend(unused.into_iter().map(|span| Diagnostic { level, ..unused_setting::silence(span) }));
    }
    (names, diagnostics)
}

/// Makes findings ready to be shown: in an order that depends on the files alone, at most 100 of one file, without secrets.
#[must_use]
pub fn finalize(folder: &Folder, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut diagnostics = sort_and_cap(diagnostics);
    for diagnostic in &mut diagnostics {
        conceal(folder, diagnostic);
    }
    diagnostics
}

/// Applies the wanted fixes to the files of a folder, round after round, until there is none left to apply or ten rounds are
/// over: what comes to light only after a fix is cured in the next round. The result says how many were applied, by file.
pub fn fix_all(folder: &mut Folder, settings: &Settings, is_wanted: impl Fn(&Fix) -> bool) -> BTreeMap<usize, usize> {
    let mut applied = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let (definitions, found) = parse_all(folder);
        let (_, diagnostics) = check(&Roster::new(folder, settings, definitions), found);
        let mut by_file: BTreeMap<usize, Vec<Fix>> = BTreeMap::new();
        for diagnostic in diagnostics {
            let file = diagnostic.span().map_or(settings::SOURCE, |span| span.file);
            by_file.entry(file).or_default().extend(diagnostic.fix.filter(&is_wanted));
        }
        let mut is_changed = false;
        for (file, fixes) in by_file {
            if let Some(source) = folder.sources.get_mut(file).filter(|source| source.is_readable) {
                let (text, count) = fix::apply(&source.text, &fixes);
                if text != source.text {
                    is_changed = true;
                    *applied.entry(file).or_default() += count;
                    *source = Source::new(std::mem::take(&mut source.path), text);
                }
            }
        }
        if !is_changed {
            break;
        }
    }
    applied
}

/// Takes secrets out of a finding that quotes its file.
fn conceal(folder: &Folder, diagnostic: &mut Diagnostic) {
    let Some(source) = diagnostic.span().and_then(|span| folder.source(span.file)) else { return };
    for secret in source.secrets() {
        let value = source.text.get(secret.range.clone()).unwrap_or_default();
        let labels = diagnostic.labels.iter_mut().map(|label| &mut label.message);
        let texts = labels.chain(&mut diagnostic.notes).chain(&mut diagnostic.helps).chain([&mut diagnostic.message]);
        texts.filter(|text| text.contains(value)).for_each(|text| *text = text.replace(value, "…"));
        // A cure that spells it out is for `fix_all`, and not for a message.
        let spells = |fix: &mut Fix| fix.edits.iter().any(|edit| edit.text.contains(value));
        diagnostic.fix.take_if(spells);
    }
}

/// Reads each file of a folder by itself. One that could not be read at all has had its error.
#[must_use]
pub fn parse_all(folder: &Folder) -> (Vec<Definition<'_>>, Vec<Diagnostic>) {
    let parsed = parallel::map(&folder.sources, folder.is_large(), parse_file);
    let (definitions, diagnostics): (Vec<_>, Vec<_>) = parsed.into_iter().unzip();
    (definitions, diagnostics.into_iter().flatten().collect())
}

fn parse_file(file: usize, source: &Source) -> (Definition<'_>, Vec<Diagnostic>) {
    if !source.is_readable {
        return (Definition::nothing(file), Vec::new());
    }
    let (split, mut diagnostics) = frontmatter::frontmatter(file, source);
    let Some(split) = split else {
        return (Definition::nothing(file), diagnostics);
    };
    let (entries, found) = match yaml::parse(file, source, split.yaml.clone()) {
        Ok(entries) => (entries, Vec::new()),
        Err(refusal) => recover::recover(file, source, split.yaml, &refusal),
    };
    let has_invalid_yaml = has_errors(&found);
    diagnostics.extend(found);
    let (mut definition, found) = decode::decode(file, source, entries, split.body);
    diagnostics.extend(found);
    definition.has_invalid_yaml = has_invalid_yaml;
    (definition, diagnostics)
}

/// Brings the findings into an order that depends on the files alone, and leaves as many of each file as can be read.
fn sort_and_cap(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
