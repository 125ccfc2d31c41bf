//! Why a text is no YAML, in words for the author of an agent.

use granit_parser::ErrorKind;

/// Why a text is no YAML, and the first place where it is not.
#[derive(Clone, Debug)]
pub struct YamlError {
    /// The place, in bytes of the file.
    pub offset: usize,
    /// What is wrong there.
    pub reason: String,
    /// What to do.
    pub help: &'static str,
}

/// What an error of the parser means to the author of a frontmatter, and what to do.
pub(super) fn explain(kind: &ErrorKind) -> (String, &'static str) {
    let says = |text: &str| text.to_owned();
    match kind {
        ErrorKind::MappingValueNotAllowed => {
            (says("`: ` cannot stand within a plain value"), "put the value in quotes, or into a block: `|-`")
        }
        ErrorKind::UnexpectedCharacter { character } if !character.is_control() => {
            (cannot_begin_with(*character), "put the value in quotes")
        }
        ErrorKind::UnexpectedCharacter { .. } => (says("a control character"), "remove it"),
        ErrorKind::UnknownAnchor => (says("there is no anchor of this name above"), "put the value in quotes"),
        ErrorKind::SimpleKeyExpected | ErrorKind::ExpectedBlockMappingKey => (
            says("this is neither a field nor a part of the value above"),
            "write `key: value`, or indent the line to make it part of the value above",
        ),
        ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation => {
            (says("YAML allows no tab in indentation"), "indent with spaces")
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            (says("the quoted text has ended before this"), "put the whole value in quotes, or nothing of it")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            (says("a quote above this is never closed"), "close the quote")
        }
        ErrorKind::MissingAnchorOrAliasName => (
            says("to YAML this begins the name of an alias or an anchor"),
            "begin list items with `- `, and put a value that begins with `*` or `&` in quotes",
        ),
        ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedFlowSequenceSeparator => {
            (says("this list is broken here"), "put one comma between two entries, and no other")
        }
        ErrorKind::RecursionLimitExceeded => (says("lists and maps nest too deeply here"), "nest fewer of them"),
        ErrorKind::BomInsideDocument => (says("a byte order mark within the text"), "remove this invisible character"),
        ErrorKind::InvalidIndentation => (
            says("this line is indented otherwise than its neighbours"),
            "give lines of one list or map one indentation",
        ),
        other => (other.to_string(), "close every quote and bracket above this place, and indent with spaces"),
    }
}

/// Why a plain value is refused at its first character.
#[must_use]
pub fn cannot_begin_with(character: char) -> String {
    let shown = if character == '`' { "a backtick".to_owned() } else { format!("`{character}`") };
    format!("a plain YAML value cannot begin with {shown}")
}
