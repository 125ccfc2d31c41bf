//! The file begins with a byte order mark.
//!
//! # What it finds
//! The character U+FEFF before the first `---`.
//!
//! # Why it matters
//! Several programs do not see the `---` behind it and skip the file; Claude Code did until 2.1.239.
//!
//! # Example
//! A file saved by an editor as "UTF-8 with BOM".
//!
//! # Cure
//! Save the file as UTF-8 without a byte order mark.

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::fix::Fix;
use crate::base::source::Span;

/// The rule.
pub static RULE: Rule = Rule::early("byte-order-mark", Level::Warn);

/// The file begins with one.
#[must_use]
pub fn report(at: Span) -> Diagnostic {
    Diagnostic::new(&RULE, "this file begins with a byte order mark")
        .at(at, "the invisible character U+FEFF stands before this")
        .note("several programs do not see the `---` behind it and skip the file; Claude Code did until 2.1.239")
        .help("save the file as UTF-8 without a byte order mark")
        .fix(Some(Fix::new(at, "", true)))
}
