//! A folder without an agent.
//!
//! # What it finds
//! A folder with no Markdown file that counts as an agent.
//!
//! # Why it matters
//! The enum would have no variant, which is hardly what was meant; most often the path is wrong.
//!
//! # Example
//! A folder that holds only a `README.md`.
//!
//! # Cure
//! Add an agent, or correct the path.

use crate::base::diagnostic::{Diagnostic, Level, Rule};

/// The rule.
pub static RULE: Rule = Rule::early("empty-roster", Level::Error).fixed();

/// The folder at `path` holds no agent.
#[must_use]
pub fn report(path: &str, has_patterns: bool) -> Diagnostic {
    Diagnostic::new(&RULE, format!("no agent in the folder `{path}`"))
        .note(
            "an agent is a file `*.md`; README, CHANGELOG and the like, and names that begin with `_` or `.`, are none",
        )
        .help(if has_patterns {
            "correct `include` and `exclude` in `agents.toml`, or add an agent file"
        } else {
            "add an agent file, or correct the path"
        })
}
