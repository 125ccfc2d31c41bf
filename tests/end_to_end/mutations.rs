//! What a fix may not change, on frontmatters that are made of pieces at random.
//!
//! `INCLUDE_AGENTS_MUTATIONS` is how many of them are tried, in a release build about two thousand each second.

use crate::invariants::fixes::fault_of_fixes;

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
        assert_eq!(fault_of_fixes(&format!("---\n{text}\n---\n{BODY}")), None, "{text:?}");
    }
    let text = "---\nn/me: \"C# Pro---\nname: valid-a\"\ndescription: Writes C# code-\nlias\ndescription: Reviews a change before it *)\"\n\
                ---\nRead the rite code for the currchent .NanETge..\n\n";
    assert_eq!(fault_of_fixes(text), None);
}

#[test]
fn a_fix_changes_what_it_names_alone() {
    let count = std::env::var("INCLUDE_AGENTS_MUTATIONS").map_or(USUAL, |count| count.parse().unwrap());
    let seed = std::env::var("INCLUDE_AGENTS_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut sequence = Sequence(seed);
    let mut faults = Vec::new();
    for _ in 0..count {
        let text = format!("---\n{}\n---\n{BODY}", sequence.frontmatter());
        if let Some(fault) = fault_of_fixes(&text) {
            faults.push((text, fault));
        }
    }
    faults.sort_by_key(|(text, _)| text.len());
    let shown: Vec<_> = faults.iter().take(5).map(|(text, fault)| format!("{text:?}\n  {fault}")).collect();
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), shown.join("\n"));
}
