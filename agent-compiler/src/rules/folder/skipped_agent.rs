//! A file looks like an agent, and is skipped for its name.
//!
//! # What it finds
//! A file named as those that accompany agents (`README.md`, `SECURITY.md`, `CLAUDE.md` …), in any letter case, or with an
//! ending such as `.MD` and `.markdown`, whose frontmatter has a `name` and a `description`.
//!
//! # Why it matters
//! It is not compiled, and may have been meant to be: `agents/security.md` may be somebody's security reviewer.
//!
//! # Example
//! `agents/security.md` with `name: security`.
//!
//! # Cure
//! Give the file another name, such as `security-reviewer.md`; one that ends in `.md` can be named in `include` instead.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::io::Files;

/// The rule.
pub static RULE: Rule = Rule::early("skipped-agent", Level::Warn);

/// How much of a file is looked at, in bytes.
const LOOKED_AT: usize = 4096;

/// Whether the file at a path begins with the frontmatter of an agent.
#[must_use]
pub fn is_agent(files: &dyn Files, path: &str) -> bool {
    let bytes = files.read(path, LOOKED_AT).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let opens = lines.next().is_some_and(|line| line.trim_end() == "---");
    let keys = lines.take_while(|line| line.trim_end() != "---").filter_map(|line| line.split_once(':'));
    let keys: Vec<_> = keys.map(|(key, _)| key.trim_end().trim_matches(['"', '\''])).collect();
    opens && keys.contains(&"name") && keys.contains(&"description")
}

/// The file at a path is skipped.
#[must_use]
pub fn report(path: &str) -> Diagnostic {
    Diagnostic::new(&RULE, format!("`{path}` looks like an agent, and is skipped for its name"))
        .note("an agent is a file `*.md`, and not a README or the like")
        .help("give the file another name, or list it in `include` of `agents.toml` beside the pattern for the others")
}
