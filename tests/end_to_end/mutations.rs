//! What a fix may not change, on frontmatters that are made of pieces at random.
//!
//! `INCLUDE_AGENTS_MUTATIONS` is how many of them are tried, in a release build about two thousand each second.

use std::fmt::Write as _;

use include_agents_compiler::base::fix::{Fix, apply};
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::base::source::Source;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::parse;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::problem::ParseProblem;
use include_agents_compiler::parse::yaml::{Entry, Node, Yaml};
use include_agents_compiler::{discover, fix_all};

use crate::properties::run;

/// How many frontmatters are tried where nothing else is said.
const USUAL: usize = 1_000;

const BODY: &str = "\nDo it.\n";

/// What frontmatters are made of: signs of YAML, keys that the format knows, and what people write.
const PIECES: [&str; 66] = [
    "\n",
    "\n",
    "\n",
    "\n",
    "\r",
    "\r\n",
    " ",
    "  ",
    "\t",
    ":",
    ": ",
    ":\n",
    "- ",
    "-",
    "---",
    "#",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    ",",
    ">",
    "|",
    "|-",
    "&a ",
    "*a",
    "!x ",
    "?",
    "%",
    "@",
    "`",
    "<",
    "\\n",
    "\\",
    "\u{1c}",
    "\u{b}",
    "\u{2028}",
    "\u{a0}",
    "\u{feff}",
    "é",
    "a",
    "b",
    "name",
    "name: a\n",
    "name: a",
    "description: d\n",
    "description",
    "s: e",
    "tools: Read\n",
    "tools: Read, Read\n",
    "tools:\n  - Read\n",
    "model:\n",
    "model: opus\n",
    "color: \n",
    "s:\n",
    "user: \"x\"\n",
    "<example>",
    "</example>\n",
    "x: a: b\n",
    "x: |\n  t\n",
    "# --- c\n",
    "x: \"a ---- b\"\n",
    "Use this",
];

/// A fixed sequence that looks random.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn frontmatter(&mut self) -> String {
        let mut text = String::new();
        if self.below(2) == 0 {
            text.push_str("name: a\n");
        }
        if self.below(3) == 0 {
            text.push_str("description: Use this: now\n");
        }
        for _ in 0..=self.below(10) {
            text.push_str(PIECES[self.below(PIECES.len())]);
        }
        text
    }
}

/// A value without its places.
fn show(node: &Node) -> String {
    match &node.value {
        Yaml::List(items) => items.iter().fold("[".to_owned(), |text, item| text + &show(item) + ",") + "]",
        Yaml::Map(entries) => {
            let mut text = "{".to_owned();
            for entry in entries {
                let _ = write!(text, "{:?}={},", entry.key.value, show(&entry.value));
            }
            text + "}"
        }
        other => format!("{other:?}"),
    }
}

fn fields<'d>(definition: &'d Definition, keep: impl Fn(&Entry) -> bool) -> Vec<(&'d str, String)> {
    let entries = definition.entries.iter().flatten().filter(|entry| keep(entry));
    entries.map(|entry| (&*entry.key.value, show(&entry.value))).collect()
}

/// Which fields keep their values, besides those that no edit touches.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    None,
    /// Those that were read as text.
    Recovered,
    All,
}

/// What is wrong with a fix of a file, if anything is.
fn fault(text: &str, fixes: &[Fix], kept: Kept) -> Option<String> {
    let before = Source::new("x.md", text.to_owned());
    let (changed, _) = apply(text, fixes);
    let after = Source::new("x.md", changed.clone());
    let (old, new) = (parse::parse(0, &before, &CLAUDE_CODE), parse::parse(0, &after, &CLAUDE_CODE));
    let edits: Vec<_> = fixes.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span).collect();
    if old.entries.is_none()
        || new.entries.is_none()
        || edits.iter().any(|edit| edit.end > old.yaml.end || edit.start < old.yaml.start)
    {
        return None;
    }
    let is_untouched = |entry: &Entry| {
        let lines = before.line_of(entry.key.span).start..entry.value.span.end.max(entry.key.span.end);
        edits.iter().all(|edit| edit.end <= lines.start || edit.start > lines.end)
    };
    let is_recovered = |entry: &Entry| {
        kept == Kept::Recovered
            && old.problems.iter().any(|problem| match problem {
                ParseProblem::Recovered(key, _) => key.span == entry.key.span,
                _ => false,
            })
    };
    let new_fields = fields(&new, |_| true);
    let mut left = new_fields.iter();
    for field in fields(&old, |entry| kept == Kept::All || is_untouched(entry) || is_recovered(entry)) {
        if !left.any(|other| *other == field) {
            return Some(format!("{field:?} is not in {new_fields:?}"));
        }
    }
    (before.text[old.body.clone()] != after.text[new.body.clone()]).then(|| "another body".to_owned())
}

fn check(text: &str) -> Option<String> {
    let memory = MemoryFiles::new([("agents/x.md", text)]).in_package(".");
    let compilation = run(&memory, "agents");
    // A character that nobody sees may have been what kept a line from being a key.
    let found = compilation.diagnostics.iter().filter(|found| found.rule.name != "hidden-text");
    let fixes: Vec<_> = found.filter_map(|found| Some((found.rule.name, found.fix.clone()?))).collect();
    for (rule, fix) in &fixes {
        let kept = match *rule {
            "recovered-yaml" | "unindented-text" | "unreadable-yaml" => Kept::Recovered,
            "split-frontmatter" if fix.safe => Kept::All,
            _ => Kept::None,
        };
        if let Some(fault) = fault(text, std::slice::from_ref(fix), kept) {
            return Some(format!("{rule}: {fault}: {fix:?}"));
        }
    }
    let all: Vec<_> = fixes.into_iter().map(|(_, fix)| fix).collect();
    if let Some(fault) = fault(text, &all, Kept::None) {
        return Some(format!("all: {fault}: {all:?}"));
    }
    for is_wanted in [false, true] {
        let (mut once, settings) = discover(&memory, "agents");
        fix_all(&mut once, &settings, |fix| fix.safe || is_wanted);
        let first = once.sources[0].text.clone();
        fix_all(&mut once, &settings, |fix| fix.safe || is_wanted);
        if first != once.sources[0].text {
            return Some(format!("twice is not once: {first:?} and {:?}", once.sources[0].text));
        }
    }
    None
}

/// Frontmatters in which a fix once changed more than it names.
const FOUND: [&str; 11] = [
    "description: Use this: now\ndescription: d\né?# --- c\nname: a\nmodel:\n \u{2028}",
    "name: a\n:\n  ---",
    "name: a\ncolor: \n  &a ",
    "name: a\ns:\n:\n #\n  ---",
    "name: a\ns:\n>\nname: a\ns: e:",
    "e: \u{1c}\nmodel:\n:",
    "<\nmodel:\n\r:",
    "name: a\nb:\u{a0} #\n",
    "name: a\ndescription: Use this: now\ndescription: d\n\u{a0}model:\n   \u{a0}",
    "x: |\n  t\n'\u{1c}':",
    "description: d\n\"\u{1c}b\":\nname: a\n",
];

#[test]
fn what_was_found_once_stays_mended() {
    for text in FOUND {
        assert_eq!(check(&format!("---\n{text}\n---\n{BODY}")), None, "{text:?}");
    }
}

#[test]
fn a_fix_changes_what_it_names_alone() {
    let count = std::env::var("INCLUDE_AGENTS_MUTATIONS").map_or(USUAL, |count| count.parse().unwrap());
    let seed = std::env::var("INCLUDE_AGENTS_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut sequence = Sequence(seed);
    let mut faults = Vec::new();
    for _ in 0..count {
        let text = format!("---\n{}\n---\n{BODY}", sequence.frontmatter());
        if let Some(fault) = check(&text) {
            faults.push((text, fault));
        }
    }
    faults.sort_by_key(|(text, _)| text.len());
    let shown: Vec<_> = faults.iter().take(5).map(|(text, fault)| format!("{text:?}\n  {fault}")).collect();
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), shown.join("\n"));
}
