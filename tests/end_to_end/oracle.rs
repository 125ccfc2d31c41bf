//! Wherever `serde_yaml` accepts a frontmatter, every value that we read is the one it reads; and code is where
//! `pulldown-cmark` sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::frontmatter::frontmatter;
use include_agents_compiler::text::code_spans;
use pulldown_cmark::{CodeBlockKind, Event, Tag};

use crate::invariants::yaml::{is_read_as_by_serde_yaml, is_read_both_ways};
use crate::project::given;

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

/// How many of the frontmatters `serde_yaml` accepts; fails on the first that we read otherwise.
fn compare(paths: &[PathBuf]) -> usize {
    let texts =
        paths.iter().filter_map(|path| Some(Source::new(path.to_string_lossy(), fs::read_to_string(path).ok()?)));
    let accepted = texts.filter_map(|source| is_read_as_by_serde_yaml(&source).map(|is_ours| (source.path, is_ours)));
    accepted.inspect(|(path, is_ours)| assert!(is_ours, "{path} is refused")).count()
}

/// The Markdown files of the cases.
pub(crate) fn cases() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    files(&Path::new(crate::ROOT).join("tests/cases"), &mut paths);
    paths
}

/// The Markdown files of the corpus.
pub(crate) fn corpus() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    files(&given("INCLUDE_AGENTS_CORPUS"), &mut paths);
    paths
}

#[test]
fn fixtures_are_read_as_serde_yaml_reads_them() {
    assert!(compare(&cases()) > 200, "the fixtures are gone");
}

#[test]
#[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
fn the_corpus_is_read_as_serde_yaml_reads_it() {
    assert_ne!(compare(&corpus()), 0, "no frontmatter that serde_yaml accepts");
}

/// The code of a body for pulldown-cmark.
#[derive(Default)]
struct Theirs {
    /// Where the lines begin that open fenced blocks.
    fences: BTreeSet<usize>,
    /// Where inline code begins.
    inline: BTreeSet<usize>,
    html: Vec<Range<usize>>,
    indented: Vec<Range<usize>>,
}

impl Theirs {
    fn of(body: &str) -> Self {
        let mut theirs = Self::default();
        for (event, range) in pulldown_cmark::Parser::new(body).into_offset_iter() {
            let whole_lines = line_start(body, range.start)..range.end;
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => drop(theirs.fences.insert(whole_lines.start)),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => theirs.indented.push(whole_lines),
                Event::Start(Tag::HtmlBlock) => theirs.html.push(whole_lines),
                Event::Code(_) => drop(theirs.inline.insert(range.start)),
                _ => {}
            }
        }
        theirs
    }
}

fn line_start(body: &str, at: usize) -> usize {
    body[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Where a body has other code for us than for pulldown-cmark, by kind. What follows from a fence that one of the two does
/// not see is not counted.
fn differences(body: &str) -> Vec<(&'static str, usize)> {
    let (ours, theirs) = (code_spans::of(body), Theirs::of(body));
    // What begins in the middle of a line, or opens and closes on one, is not a fence.
    let is_fence = |code: &&Range<usize>| {
        let line = body[(*code).clone()].lines().next().unwrap_or_default();
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || " \t>-*+.)".contains(c));
        let is_opening =
            line.starts_with("~~~") || (line.starts_with("```") && !line.trim_start_matches('`').contains('`'));
        code.start == line_start(body, code.start) && is_opening
    };
    let (fences, inline): (Vec<_>, Vec<_>) = ours.code.iter().partition(is_fence);
    let fences: BTreeSet<_> = fences.into_iter().map(|code| code.start).collect();
    let fence = fences.symmetric_difference(&theirs.fences).next().copied();
    let here = |at: usize| fence.is_none_or(|fence| at < fence);
    let more = inline.into_iter().map(|code| code.start).filter(|at| !theirs.inline.contains(at));
    let fewer = theirs.inline.iter().copied().filter(|at| !ours.is_code(*at));
    let lies_in = |blocks: &[Range<usize>], at: usize| blocks.iter().any(|block| block.contains(&at));
    let of_inline = |at: usize| match at {
        at if lies_in(&theirs.html, at) => ("code in HTML", at),
        at if lies_in(&theirs.indented, at) => ("code in an indented block", at),
        at => ("unexplained code", at),
    };
    let of_fence = |at: usize| match at {
        at if lies_in(&theirs.html, at) => ("fence in HTML", at),
        at => ("unexplained fence", at),
    };
    more.chain(fewer).filter(|at| here(*at)).map(of_inline).chain(fence.map(of_fence)).collect()
}

/// The differences of each kind in each file, a line for each, and of how many bodies.
fn all_differences(root: &Path, paths: &[PathBuf]) -> (String, usize) {
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let mut bodies = 0;
    for path in paths {
        let Ok(text) = fs::read_to_string(path) else { continue };
        let source = Source::new("x.md", text);
        let Some(parts) = frontmatter(&source).0 else { continue };
        bodies += 1;
        let file = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        for (kind, at) in differences(&source.text[parts.body.clone()]) {
            println!("{file}:{}: {kind}", source.line_column(parts.body.start + at).0);
            *counts.entry((file.clone(), kind)).or_default() += 1;
        }
    }
    let line = |((file, kind), count): (&(String, &str), &usize)| format!("{count}\t{kind}\t{file}\n");
    (counts.iter().map(line).collect(), bodies)
}

#[test]
fn code_in_fixtures_is_where_pulldown_cmark_sees_it() {
    let (differences, bodies) = all_differences(Path::new(crate::ROOT), &cases());
    assert_eq!(differences, "");
    assert!(bodies > 200, "the fixtures are gone");
}

/// Within HTML and indented blocks Markdown knows no inline code, and whoever writes agents does. The known differences are
/// in a file, which `BLESS=1` writes anew: read it as a list of faults.
#[test]
#[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
fn code_in_the_corpus_is_where_pulldown_cmark_sees_it_but_for_what_is_known() {
    let (differences, _) = all_differences(&given("INCLUDE_AGENTS_CORPUS"), &corpus());
    let path = Path::new(crate::ROOT).join("tests/end_to_end/known-differences.tsv");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &differences).unwrap();
    }
    let known = fs::read_to_string(path).unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (known, found) = (lines(&known), lines(&differences));
    let new: Vec<_> = found.difference(&known).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(new.is_empty() && gone.is_empty(), "not known: {new:#?}\nknown, and not there: {gone:#?}");
    assert!(!found.iter().any(|line| line.contains("unexplained")), "{found:#?}");
}

/// Both ways to read a frontmatter give the same tree, with the same places, wherever the faster one gives any: for every
/// file, and for each with one byte of its frontmatter made something else.
fn assert_that_both_ways_agree(paths: &[PathBuf]) {
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
            plain += usize::from(is_read_both_ways(&source, range));
        }
    }
    assert!(plain * 4 > read, "{plain} of {read} frontmatters are plain");
}

#[test]
fn plain_lines_of_fixtures_are_read_as_all_of_yaml_is() {
    assert_that_both_ways_agree(&cases());
}

#[test]
#[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
fn plain_lines_of_the_corpus_are_read_as_all_of_yaml_is() {
    assert_that_both_ways_agree(&corpus());
}
