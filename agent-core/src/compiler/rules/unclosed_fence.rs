//! A fence of code is open at the end of the prompt.
//!
//! # What it finds
//! In the body, three or more backticks or tildes that no line closes.
//!
//! # Why it matters
//! Everything below counts as code. Often a fence within a fence has closed the outer one early, and what looks like prose is
//! code and the other way round.
//!
//! # Example
//! A fence of three backticks around an example that holds such a fence itself.
//!
//! # Cure
//! Close it; give the outer of two fences one backtick more.

use crate::compiler::diagnostic::{Diagnostic, Level, Rule};
use crate::compiler::link::Roster;
use crate::compiler::source::Span;

/// The rule.
pub static RULE: Rule = Rule::new("unclosed-fence", Level::Warn, check);

/// Checks the body of every agent.
pub fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for definition in &roster.definitions {
        let Some(source) = roster.source(definition) else { continue };
        if let Some(fence) = definition.outline(source).unclosed.clone() {
            diagnostics.push(
                Diagnostic::new(&RULE, "this fence is never closed")
                    .at(Span::new(definition.file, fence), "everything below counts as code")
                    .note("prose below is read as code, and what was meant as code as prose")
                    .help("close it with a line of backticks alone, since one with a word behind them opens another")
                    .help("give the outer of two fences one backtick more"),
            );
        }
    }
}
