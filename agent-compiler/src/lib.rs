//! The compiler of `include-agents`: a folder of agent files in, Rust and diagnostics out.
//!
//! Its layers, in the order in which data flows; none uses a later one:
//!
//! [`base`] → [`mod@format`] → [`input`] → [`mod@parse`] → [`text`] → [`resolve`] → [`rules`] → [`emit`]
//!
//! No phase panics on any input, and none stops at the first problem: each gives its value *and* what it noticed. This crate
//! has no stable API; use `include-agents` or `agentc`.
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

use base::diagnostic::Diagnostic;
use base::fix::{self, Fix};
use base::io::{Disk, Files};
use base::parallel;
use base::path::{join, normalize};
use base::recorded::{Answers, Recorded};
use base::rule::Level;
use base::source::Source;
use emit::finalize::finalize;
use emit::fold::fold;
use emit::prepared::{self, Prepared};
use emit::render;
use emit::rust;
use emit::rust::item::{Embed, ItemOptions};
use format::Format;
use format::claude_code::CLAUDE_CODE;
use input::discover::{self, Folder};
use input::settings::{self, Settings};
use parse::definition::Definition;
use parse::parse;
use resolve::roster::Roster;
use text::index::{Looked, TextIndex};

/// The most rounds of fixes. Each fixes what the one before has uncovered.
const MOST_ROUNDS: usize = 10;

/// What became of a folder.
pub struct Compilation {
    /// The files it was made of.
    pub folder: Folder,
    /// The enum and the statics, also where there are errors.
    pub code: String,
    /// The diagnostics in order of file, span and rule, at most 100 of one file.
    pub diagnostics: Vec<Diagnostic>,
    /// What was not found in each file, by path.
    pub looked: Vec<(String, Looked)>,
    /// The names of the agents, as texts have them.
    pub names: String,
}

/// Compiles all agents of a folder, in the format of Claude Code.
#[must_use]
pub fn compile(files: &dyn Files, folder: &str, item: &ItemOptions) -> Compilation {
    compile_knowing(files, folder, item, |_, _| Looked::default())
}

/// The same, given what an earlier compilation has not found in a file of the same text, with the names of all agents.
pub fn compile_knowing(
    files: &dyn Files,
    folder: &str,
    item: &ItemOptions,
    known: impl Fn(&Source, &str) -> Looked,
) -> Compilation {
    let (folder, settings) = discover(files, folder);
    let (code, diagnostics, looked, names) = {
        let roster = Roster::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
        let names: Vec<_> = roster.identified().map(|(agent, _)| roster.own_name_of(agent)).collect();
        let names = names.join("\n");
        for (file, source) in folder.sources.iter().enumerate() {
            roster.index(file).into_iter().for_each(|index| index.know(known(source, &names)));
        }
        let diagnostics = rules::check(&roster);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        let broken = errors.filter_map(|diagnostic| Some(diagnostic.span()?.file)).collect();
        let code = rust::generate(&roster, item, &broken);
        let looked =
            folder.sources.iter().enumerate().map(|(file, source)| {
                (source.path.clone(), roster.index(file).map(TextIndex::looked).unwrap_or_default())
            });
        (code, finalize(&roster, diagnostics), looked.collect(), names)
    };
    Compilation { folder, code, diagnostics, looked, names }
}

/// What a call of the macro becomes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expansion {
    /// The enum and the statics, also where there are errors.
    pub code: String,
    /// The text of each error.
    pub errors: Vec<String>,
    /// The rule and the text of each warning.
    pub warnings: Vec<(String, String)>,
}

impl Expansion {
    /// What a compilation becomes. `shown` is the way to the package from the reader of a message.
    #[must_use]
    pub fn of(compilation: Compilation, shown: &str) -> Self {
        let Compilation { folder, code, diagnostics, .. } = compilation;
        let diagnostics = fold(diagnostics, &folder);
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        Self {
            code,
            errors: errors.map(|diagnostic| render::text(diagnostic, &folder, shown)).collect(),
            warnings: render::warnings(&diagnostics, &folder, shown),
        }
    }
}

/// Compiles a folder for a build script that leaves the result to the macro: the content of a file, whose name
/// [`prepared::file`] knows. `before` is that of the last time. Nothing where what proves it current cannot be had.
#[must_use]
pub fn prepare(disk: Disk, folder: &str, item: &ItemOptions, before: Option<&[u8]>) -> Option<Vec<u8>> {
    let key = prepared::key(&disk.base, folder, item);
    let item = ItemOptions { embed: Embed::FromFile(prepared::PACKAGE.into()), ..item.clone() };
    let (compilation, answers) = compile_again(disk, folder, &item, &key, before);
    let (looked, names) = (compilation.looked.clone(), compilation.names.clone());
    // Unlike `contains`, this is a search by the standard library's own optimised code.
    let is_marked =
        compilation.folder.sources.iter().any(|source| source.text.matches(prepared::PACKAGE).next().is_some());
    let Expansion { code, errors, warnings } = Expansion::of(compilation, &String::from(prepared::PACKAGE));
    // The way to a folder outside of the package is found step by step, and not by a part of a text.
    let is_outside = normalize(folder).starts_with("..");
    let is_usable = errors.is_empty() && !is_marked && (!is_outside || warnings.is_empty());
    let prepared = is_usable.then_some(Prepared { code, warnings });
    Some(prepared::write(prepared.as_ref(), &key, &names, &answers?, &looked))
}

/// Compiles a folder, given what [`prepared::write`] has made of the last time; with what the disk was asked for.
#[must_use]
pub fn compile_again(
    disk: Disk,
    folder: &str,
    item: &ItemOptions,
    key: &str,
    before: Option<&[u8]>,
) -> (Compilation, Option<Answers>) {
    let before = before.and_then(|bytes| prepared::Before::read(bytes, key)).unwrap_or_default();
    let files = Recorded::new(disk);
    let settings = join(&normalize(folder), settings::FILE);
    let known = |source: &Source, names: &str| {
        // With other settings, other rules are on.
        let is_same = |path: &str| before.stamp(path) == files.stamp(path);
        let is_known = is_same(&settings) && is_same(&source.path);
        let looked = before.looked(&source.path).filter(|_| is_known).unwrap_or_default();
        Looked { has_no_mentions: looked.has_no_mentions && before.names() == names, ..looked }
    };
    (compile_knowing(&files, folder, item, known), files.answers())
}

/// The agent files and the settings of a folder.
#[must_use]
pub fn discover(files: &dyn Files, folder: &str) -> (Folder, Settings) {
    discover::discover(files, folder, &rules::all().collect::<Vec<_>>())
}

/// The folders of fragments that the settings of a folder list: what lies outside of the folder and belongs to it.
#[must_use]
pub fn fragment_folders(files: &dyn Files, folder: &str) -> Vec<String> {
    let (settings, folder) = discover::settings_of(files, folder, &rules::all().collect::<Vec<_>>());
    settings.fragment_folders(&folder).map(|(folder, _)| folder).collect()
}

/// Parses each file of a folder by itself, in order of path.
#[must_use]
pub fn parse_all<'a>(folder: &'a Folder, format: &'a Format<'a>) -> Vec<Definition<'a>> {
    parallel::map(&folder.sources, folder.is_large(), |file, source| parse(file, source, format))
}

/// Checks all agents of a roster.
#[must_use]
pub fn check(roster: &Roster) -> Vec<Diagnostic> {
    finalize(roster, rules::check(roster))
}

/// Applies the wanted fixes to the files of a folder, round after round, until none is left or ten rounds are over: what only
/// a fix uncovers is fixed in the next round. The result says how many were applied, by file.
pub fn fix_all(folder: &mut Folder, settings: &Settings, is_wanted: impl Fn(&Fix) -> bool) -> BTreeMap<usize, usize> {
    let mut applied = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let diagnostics = rules::check(&Roster::new(folder, settings, &CLAUDE_CODE, parse_all(folder, &CLAUDE_CODE)));
        let mut by_file: BTreeMap<usize, Vec<Fix>> = BTreeMap::new();
        for diagnostic in diagnostics {
            let file = diagnostic.span().map_or(settings::SOURCE, |span| span.file);
            by_file.entry(file).or_default().extend(diagnostic.fix.filter(&is_wanted));
        }
        let mut is_changed = false;
        for (file, fixes) in by_file {
            if let Some(source) = folder.source_mut(file).filter(|source| source.is_readable) {
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
