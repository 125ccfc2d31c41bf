//! What is wrong with invalid YAML, in words for the author of an agent.

use std::borrow::Cow;

use granit_parser::ErrorKind;

/// The first error in a text that is not valid YAML.
#[derive(Clone, Debug)]
pub struct YamlError {
    /// Where it is, in bytes of the file.
    pub offset: usize,
    /// What is wrong there.
    pub reason: String,
    /// What to do.
    pub help: Cow<'static, str>,
}

/// What an error of the parser means to the author of a frontmatter, and what to do.
pub(super) fn explain(kind: &ErrorKind) -> (String, &'static str) {
    let owned = |text: &str| text.to_owned();
    match kind {
        ErrorKind::MappingValueNotAllowed => {
            (owned("an unquoted value cannot contain `: `"), "put the value in quotes, or in a block: `|-`")
        }
        ErrorKind::UnexpectedCharacter { character } if !character.is_control() => {
            (cannot_begin_with(*character), "put the value in quotes")
        }
        ErrorKind::UnexpectedCharacter { .. } => {
            (owned("control characters are not allowed here"), "remove the control character")
        }
        ErrorKind::UnknownAnchor => (
            owned("no anchor of this name is defined above"),
            "put the value in quotes, or correct the name of the alias",
        ),
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey => (
            owned("this is neither a field nor part of the value above"),
            "write `key: value`, or indent the line to continue the value above",
        ),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            (owned("YAML does not allow tabs in indentation"), "indent with spaces")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            (owned("unexpected text after the closing quote"), "put the whole value in quotes, or none of it")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            (owned("a quote above this line is never closed"), "close the quote")
        }
        ErrorKind::MissingAnchorOrAliasName => (
            owned("YAML expects the name of an alias or an anchor here"),
            "begin list items with `- `, and put values that begin with `*` or `&` in quotes",
        ),
        ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedFlowSequenceSeparator => {
            (owned("the list is malformed here"), "separate the entries of a list with one comma each")
        }
        ErrorKind::RecursionLimitExceeded => (owned("lists and maps are nested too deeply here"), "reduce the nesting"),
        ErrorKind::BomInsideDocument => (owned("unexpected byte order mark"), "remove this invisible character"),
        ErrorKind::InvalidIndentation => {
            (owned("inconsistent indentation"), "indent all lines of a list or a map alike")
        }
        other => (other.to_string(), "close all quotes and brackets above, and indent with spaces"),
    }
}

/// What is wrong where an error of the parser has a cause that it does not see, or sees too late: where that is, what it is, and
/// what to do.
pub(super) fn hidden_cause(text: &str, offset: usize) -> Option<(usize, String, &'static str)> {
    let (before, rest) = text.split_at_checked(offset)?;
    if let Some(space) = no_blank(rest) {
        return Some((offset, format!("{space} is no indentation in YAML"), "indent with ordinary spaces"));
    }
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let item = before.get(start..)?;
    (item.trim() == "-").then(|| {
        let reason = "this is an item of a list, but the lines above are not".to_owned();
        let help = "write all lines as `key: value`, or all as `- item`";
        (start + item.len() - item.trim_start().len(), reason, help)
    })
}

/// How far behind the start of a value the control character is that the parser refuses in it.
pub(super) fn control_behind(text: &str, offset: usize, kind: &ErrorKind) -> usize {
    match kind {
        ErrorKind::UnexpectedCharacter { character } if character.is_control() => {
            text.get(offset..).and_then(|rest| rest.find(*character)).unwrap_or_default()
        }
        _ => 0,
    }
}

/// Whether a text begins with a control character that YAML does not allow.
#[must_use]
pub fn begins_with_control(text: &str) -> bool {
    text.starts_with(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// The white space with which a text begins, if it is not that of YAML and looks like it.
#[must_use]
pub fn no_blank(text: &str) -> Option<String> {
    match text.chars().next()? {
        '\u{a0}' => Some("a no-break space (U+00A0)".to_owned()),
        '\u{3000}' => Some("an ideographic space (U+3000)".to_owned()),
        c if c.is_whitespace() && !c.is_ascii() => Some(format!("the space U+{:04X}", u32::from(c))),
        _ => None,
    }
}

/// What is wrong with a line, and what to do, where an item of a list lacks the space after its dash: `-Write`.
pub(super) fn unspaced_item(text: &str, offset: usize) -> Option<(String, &'static str)> {
    let (before, line) = text.split_at_checked(offset)?;
    let begins_line =
        before.trim_end_matches([' ', '\t']).is_empty() || before.trim_end_matches([' ', '\t']).ends_with('\n');
    let item = line.strip_prefix('-')?;
    (begins_line && item.starts_with(|c: char| !c.is_whitespace() && c != '-'))
        .then(|| ("an item of a list must begin with `- `".to_owned(), "put a space after the `-`"))
}

/// Why a plain value is rejected at its first character.
#[must_use]
pub fn cannot_begin_with(character: char) -> String {
    let shown = if character == '`' { "a backtick".to_owned() } else { format!("`{character}`") };
    format!("an unquoted YAML value cannot begin with {shown}")
}
