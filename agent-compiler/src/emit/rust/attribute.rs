//! Attributes that a caller gives as text. They are read token by token and written anew, so that no text gets into the code
//! that ends somewhere else than it seems to.

use std::fmt;
use std::iter::Peekable;
use std::str::CharIndices;

use super::code::{Piece, Quoted, Rust, Writer, rust};
use crate::resolve::identifier::{Identifier, KEYWORDS, is_word};

/// The traits that the enum has anyway.
const DERIVED: [&str; 8] = ["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug"];

/// Why the enum cannot have the attribute `cfg`.
pub const CFG: &str = "this would leave the agents without their enum: put `#[cfg]` on a module around them";

/// Why the enum cannot derive a trait of this name, if it cannot.
#[must_use]
pub fn derived(name: &str) -> Option<String> {
    DERIVED.contains(&name).then(|| format!("the enum is `{name}` already: leave it out"))
}

/// An attribute of the enum.
#[derive(Clone, Debug)]
pub struct Attribute {
    code: Rust,
    is_documentation: bool,
}

impl Attribute {
    /// The attribute of this spelling, such as `#[derive(serde::Serialize)]`. Its literals are texts and whole numbers.
    ///
    /// # Errors
    /// The reason, if it is not an attribute, or not one that the enum can have.
    pub fn new(text: &str) -> Result<Self, String> {
        // Cargo takes a message of one line.
        let refused =
            |why: &str| format!("`{}` is not an attribute for the enum: {why}", text.replace(['\n', '\r'], " "));
        let tokens = tokens(text).map_err(|why| refused(&why))?;
        let spellings: Vec<_> = tokens.iter().map(Rust::as_str).filter(|token| *token != " ").collect();
        let [hash, bracket, path, inner @ .., _] = spellings.as_slice() else { return Err(refused(FORM)) };
        if (*hash, *bracket) != ("#", "[") || !is_balanced(&spellings) || !is_word(path) {
            return Err(refused(FORM));
        }
        if *path == "cfg" {
            return Err(refused(CFG));
        }
        if let Some(problem) = inner.iter().filter(|_| *path == "derive").find_map(|name| derived(name)) {
            return Err(refused(&problem));
        }
        let is_documentation = *path == "doc" && inner.first() == Some(&"=");
        let mut code = Rust::default();
        for token in &tokens {
            code.push(token);
        }
        Ok(Self { code, is_documentation })
    }

    /// Whether it is documentation for readers, and not another `#[doc(…)]`.
    pub(super) fn is_documentation(&self) -> bool {
        self.is_documentation
    }
}

impl Piece for &Attribute {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        writer.push(&self.code)?;
        writer.push("\n")
    }
}

const FORM: &str = "write one in the form `#[name]` or `#[name(…)]`";

/// Whether what opens is closed in its order, and the last token closes the second.
fn is_balanced(tokens: &[&str]) -> bool {
    let mut open = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        match *token {
            "(" => open.push(")"),
            "[" => open.push("]"),
            "{" => open.push("}"),
            ")" | "]" | "}" if open.pop() != Some(*token) => return false,
            _ => {}
        }
        if open.is_empty() && place > 0 {
            return place + 1 == tokens.len();
        }
    }
    false
}

/// The signs that an attribute is made of. Without a slash it cannot have a comment.
const SIGNS: [&str; 24] = [
    "#", "[", "]", "(", ")", "{", "}", "=", ",", ":", ".", "+", "-", "*", "%", "^", "!", "&", "|", "<", ">", "?", ";",
    "@",
];

/// The tokens of an attribute; a blank for white space.
fn tokens(text: &str) -> Result<Vec<Rust>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim().char_indices().peekable();
    let text = text.trim();
    while let Some((start, first)) = rest.next() {
        if first.is_whitespace() {
            tokens.push(rust![" "]);
        } else if first == '"' {
            tokens.push(rust![Quoted(&literal(&mut rest)?)]);
        } else if first.is_alphanumeric() || first == '_' {
            while rest.next_if(|(_, c)| c.is_alphanumeric() || unicode_ident::is_xid_continue(*c)).is_some() {}
            let end = rest.peek().map_or(text.len(), |(end, _)| *end);
            tokens.push(word(text.get(start..end).unwrap_or_default())?);
            if rest.peek().is_some_and(|(_, next)| matches!(next, '"' | '\'' | '#')) {
                return Err("of literals it can have texts such as `\"a\"` and whole numbers".to_owned());
            }
        } else {
            let sign = SIGNS.into_iter().find(|sign| sign.starts_with(first));
            tokens.push(rust![sign.ok_or_else(|| format!("`{first}` cannot be a part of it"))?]);
        }
    }
    Ok(tokens)
}

/// An identifier, a keyword or a whole number.
fn word(text: &str) -> Result<Rust, String> {
    if let Some(keyword) = KEYWORDS.into_iter().chain(["_"]).find(|keyword| *keyword == text) {
        return Ok(rust![keyword]);
    }
    if let Ok(number) = text.parse::<u64>() {
        return Ok(rust![number]);
    }
    let identifier = Identifier::new(text).ok_or_else(|| format!("`{text}` is neither a word nor a whole number"))?;
    Ok(rust![&identifier])
}

/// The text of a literal after its first quote.
fn literal(rest: &mut Peekable<CharIndices>) -> Result<String, String> {
    let mut text = String::new();
    loop {
        match rest.next().map(|(_, c)| c) {
            None => return Err("a text in it is not closed".to_owned()),
            Some('"') => return Ok(text),
            Some('\\') => match rest.next().map(|(_, c)| c) {
                Some(c @ ('\\' | '"' | '\'')) => text.push(c),
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                _ => return Err(r#"of escapes it can have `\\`, `\"`, `\n`, `\t` and `\r`"#.to_owned()),
            },
            Some(c) => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Attribute;

    #[test]
    fn an_attribute_means_what_it_says() {
        for text in [
            "#[derive(serde::Serialize, clap::ValueEnum)]",
            r#"#[serde(rename_all = "kebab-case", crate = "a")]"#,
            r#"#[doc = "A \"team\" \\ ] // of five"]"#,
            "#[repr(u8)]",
            "#[repr(align(8))]",
            "#[strum::display(x = a::B::<C>, y = [1, 2])]",
            "#[non_exhaustive]",
        ] {
            let attribute = Attribute::new(&format!("  {text}\n")).map(|attribute| attribute.code);
            assert_eq!(attribute.as_ref().map(super::Rust::as_str), Ok(text));
        }
        let is_documentation = |text| Attribute::new(text).map(|attribute| attribute.is_documentation);
        assert_eq!(is_documentation("#[doc = \"The team.\"]"), Ok(true));
        assert_eq!(is_documentation("#[doc(alias = \"team\")]"), Ok(false));
    }

    #[test]
    fn anything_else_is_refused_with_a_reason() {
        for (text, reason) in [
            ("", "in the form"),
            ("derive(X)", "in the form"),
            ("#![allow(x)]", "in the form"),
            ("#[a] #[b]", "in the form"),
            ("#[a] pub struct X; #[b]", "in the form"),
            ("#[a(]", "in the form"),
            ("#[]", "in the form"),
            ("#[\"a\"]", "in the form"),
            ("#[a // ]", "`/` cannot be a part of it"),
            ("#[a = \"b]", "not closed"),
            ("#[a = r\"\\\"]", "of literals"),
            ("#[a = 'b']", "`'` cannot be a part of it"),
            ("#[a = 1.5f]", "`5f` is neither a word"),
            ("#[a = \"\\u{41}\"]", "of escapes"),
            ("#[cfg(test)]", "put `#[cfg]` on a module"),
            ("#[derive(Debug, X)]", "the enum is `Debug` already"),
        ] {
            let problem = Attribute::new(text).err().unwrap_or_default();
            assert!(problem.contains(reason), "{text}: {problem}");
        }
    }
}
