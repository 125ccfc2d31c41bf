//! The frontmatter has no end.
//!
//! # What it finds
//! A file that begins with `---` and has no second line of three dashes.
//!
//! # Why it matters
//! Programs find no frontmatter then and skip the file in silence, or take the whole prompt for YAML.
//!
//! # Example
//! A closing line of four dashes, or one that is indented.
//!
//! # Cure
//! Put a line of exactly three dashes between the last field and the prompt.

use super::Rule;
use crate::compiler::diagnostic::{Diagnostic, Level};
use crate::compiler::frontmatter::lines;
use crate::compiler::source::Span;

/// The rule.
pub static RULE: Rule = Rule { name: "unclosed-frontmatter", level: Level::Error };

/// Nothing closes the frontmatter that begins at `start`.
#[must_use]
pub fn report(file: usize, text: &str, start: usize) -> Diagnostic {
    let diagnostic = Diagnostic::new(&RULE, "the frontmatter is never closed")
        .at(Span::new(file, start..start + 3), "opened here")
        .note("programs find no frontmatter then, and skip the file in silence");
    let almost = lines(text, start).skip(1).find(|line| {
        let line = text.get(line.clone()).unwrap_or_default().trim();
        line.len() >= 3 && line.bytes().all(|byte| byte == b'-')
    });
    match almost {
        Some(line) => {
            let written = text.get(line.clone()).unwrap_or_default().trim_end();
            diagnostic
                .at(Span::new(file, line.start..line.start + written.len()), "this does not close it")
                .help("write exactly three dashes at the start of that line")
        }
        None => diagnostic.help("put a line `---` between the last field and the prompt"),
    }
}
