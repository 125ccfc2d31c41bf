//! Who sees the generated items.

use std::fmt;

use super::code::{Piece, Rust, Writer, rust};
use crate::resolve::identifier::Identifier;

/// `pub`, `pub(crate)` and the like, or nothing.
#[derive(Clone, Debug)]
pub struct Visibility(Rust);

impl Default for Visibility {
    /// `pub`
    fn default() -> Self {
        Self(rust!["pub"])
    }
}

impl Visibility {
    /// The visibility of this spelling; with the empty text the items are private.
    ///
    /// # Errors
    /// What a visibility looks like, if this is not one.
    pub fn new(text: &str) -> Result<Self, String> {
        parse(text.trim()).map(Self).ok_or_else(|| {
            let text = text.escape_debug();
            format!("`{text}` is not a visibility, such as `pub`, `pub(crate)`, `pub(super)` or `pub(in crate::team)`")
        })
    }
}

impl Piece for &Visibility {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writer.push(&self.0)
    }
}

fn parse(text: &str) -> Option<Rust> {
    if text.is_empty() {
        return Some(Rust::default());
    }
    let scope = text.strip_prefix("pub")?.trim_start();
    if scope.is_empty() {
        return Some(rust!["pub"]);
    }
    let scope = scope.strip_prefix('(')?.strip_suffix(')')?.trim();
    if let Some(keyword) = keyword(scope) {
        return Some(rust!["pub(", keyword, ")"]);
    }
    let path = scope.strip_prefix("in")?.strip_prefix(char::is_whitespace)?.trim_start();
    let mut code = rust!["pub(in "];
    for (place, segment) in path.split("::").map(str::trim).enumerate() {
        match (place, segment) {
            (0, "") => continue,
            (0, _) => {}
            _ => code.push("::"),
        }
        match keyword(segment) {
            Some(keyword) => code.push(keyword),
            None => code.push(&Identifier::new(segment)?),
        }
    }
    code.push(")");
    Some(code)
}

fn keyword(text: &str) -> Option<&'static str> {
    ["crate", "self", "super"].into_iter().find(|keyword| *keyword == text)
}

#[cfg(test)]
mod tests {
    use super::{Visibility, parse};

    #[test]
    fn every_form_has_one_spelling() {
        for (text, spelling) in [
            ("", ""),
            (" pub ", "pub"),
            ("pub (crate)", "pub(crate)"),
            ("pub(super)", "pub(super)"),
            ("pub(self)", "pub(self)"),
            ("pub (in crate :: a :: r#b)", "pub(in crate::a::r#b)"),
            ("pub(in super::super)", "pub(in super::super)"),
            ("pub(in ::a)", "pub(in ::a)"),
        ] {
            assert_eq!(parse(text.trim()).as_ref().map(super::Rust::as_str), Some(spelling), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_a_visibility() {
        for text in [
            "public",
            "pub(team)",
            "pub(crate",
            "pub(in)",
            "pub(in a b)",
            "pub(in a::)",
            "pub enum X {} pub",
            "pub(in ::)",
        ] {
            assert!(Visibility::new(text).is_err_and(|problem| problem.contains("is not a visibility")), "{text}");
        }
    }
}
