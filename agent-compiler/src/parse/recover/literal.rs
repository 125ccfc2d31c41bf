//! The value of an invalid field as plain text, where its shape shows that text was meant.

use std::borrow::Cow;
use std::ops::Range;

use crate::base::source::Source;

use crate::base::span::{Span, SpannedText};
use crate::format::Format;
use crate::format::fields::{FieldKind, Fields};
use crate::parse::problem::Literal;
use crate::parse::yaml::{self, Node, Yaml, YamlError};

/// Reads the value in the lines of a field that is not valid YAML.
///
/// # Errors
/// Something other than text was meant: the error, at the position where a reader would look for it.
pub(super) fn literal<'a>(
    file: usize,
    source: &'a Source,
    key: &SpannedText<'a>,
    lines: &Range<usize>,
    error: YamlError,
    format: &Format,
) -> Result<Literal<'a>, YamlError> {
    let kind = format.fields.find(&key.value).map(|field| &field.kind);
    let text = source.text.get(..lines.end).unwrap_or_default();
    let colon = text.get(key.span.end..).and_then(|rest| rest.find(':')).map_or(lines.end, |at| key.span.end + at + 1);
    let value = text.get(colon..).unwrap_or_default();
    let shape = shape(value);
    let is_meant = match (kind, &shape) {
        (_, Shape::Quoted(None) | Shape::Unclosed) => return Err(unclosed(source, value, error)),
        (Some(FieldKind::Hooks | FieldKind::McpServers | FieldKind::Experimental), _)
        | (_, Shape::Nested)
        | (None, Shape::Below | Shape::Indicator('&' | '!'))
        // A list that is not valid YAML is not guessed at, since a wrong guess would grant tools that the author did not list.
        | (Some(FieldKind::Tools | FieldKind::Names), Shape::Quoted(_) | Shape::Indicator('&' | '!')) => false,
        (Some(FieldKind::Text), _) => true,
        (Some(FieldKind::Tools | FieldKind::Names), Shape::Indicator('*')) => value.trim() == "*",
        (Some(_), Shape::Bracketed | Shape::Below) => false,
        _ => true,
    };
    if let Some(lost) = swallowed(source, value, &key.value, &format.fields).filter(|_| is_meant) {
        return Err(lost);
    }
    let written = match &shape {
        Shape::Quoted(Some(inner)) => inner.trim(),
        Shape::Block(inner) => inner,
        _ => value.trim(),
    };
    let Some(range) = source.range_of(written).filter(|_| is_meant) else {
        return Err(error);
    };
    let (offset, why) = cause(source, value, &shape, &range, error);
    let whole = colon..lines.start + source.text.get(lines.clone()).map_or(0, |lines| lines.trim_end().len());
    let value = Node { value: Yaml::Text(unescape(&shape, value, dedent(written))), span: Span::new(file, range) };
    Ok(Literal { value, offset, why, written: whole })
}

/// Why a line below the first cannot belong to the text: it was meant as a field, or the field does not hold prose.
fn swallowed(source: &Source, value: &str, key: &str, fields: &Fields) -> Option<YamlError> {
    let is_prose = !matches!(fields.find(key), Some(field) if !matches!(field.name, "description" | "initialPrompt"));
    value.split('\n').skip(1).filter(|line| !line.trim().is_empty()).find_map(|line| {
        let offset = source.range_of(line.trim())?.start;
        let error = |reason: String, help: &'static str| Some(YamlError { offset, reason, help: help.into() });
        if line.starts_with("--- ") {
            return error("a second YAML document begins here".into(), "remove this line");
        }
        let missing_colon = || {
            let word = line.split_whitespace().next().filter(|_| !is_prose)?;
            Some((fields.find(word)?, "put a colon and a space after the field name"))
        };
        match fields.suggest_in_line(line).or_else(missing_colon) {
            Some((field, help)) => error(format!("this looks like the field `{}`", field.name), help),
            None if is_prose => None,
            None => error(
                "this is neither a field nor part of the value above".into(),
                "write `key: value`, or join the line to the one above",
            ),
        }
    })
}

/// What kind of value its first characters begin.
enum Shape<'a> {
    /// Plain text.
    Plain,
    /// Plain text that begins with a character which means something else to YAML.
    Indicator(char),
    /// A quote; what is in it if the pair encloses the whole value, the value if it encloses its first words.
    Quoted(Option<&'a str>),
    /// A bracket that is closed, with text behind it.
    Bracketed,
    /// A bracket that is never closed.
    Unclosed,
    /// `|` or `>`, and the text below.
    Block(&'a str),
    /// Nothing on the line of the key, text below.
    Below,
    /// A list or a closed bracket, not text.
    Nested,
}

fn shape(value: &str) -> Shape<'_> {
    let first_line = value.split('\n').next().unwrap_or_default().trim();
    let trimmed = value.trim();
    let Some(first) = trimmed.chars().next() else { return Shape::Plain };
    let is_header =
        first_line.starts_with(['|', '>']) && first_line.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'));
    match first {
        _ if first_line.is_empty() && trimmed.starts_with("- ") => Shape::Nested,
        _ if first_line.is_empty() => Shape::Below,
        _ if is_header => Shape::Block(
            value.split_once('\n').map_or("", |(_, below)| below).trim_end().trim_start_matches(['\r', '\n']),
        ),
        '"' | '\'' => Shape::Quoted(unquote(trimmed, first)),
        '[' | '{' => match closing_bracket(trimmed) {
            None => Shape::Unclosed,
            // `[a, @b]` was meant as a list; `[WIP] text` is text.
            Some(close) if close + 1 == trimmed.len() => Shape::Nested,
            Some(_) => Shape::Bracketed,
        },
        '@' | '`' | '%' | '*' | '&' | '!' | '|' | '>' | '-' | '?' | ']' | '}' | ',' => Shape::Indicator(first),
        _ => Shape::Plain,
    }
}

/// Takes one pair of quotes off the whole of a value; a value whose first quotes enclose a word stays as it is.
/// A quote that is never closed leaves open what was meant.
fn unquote(value: &str, quote: char) -> Option<&str> {
    let rest = value.strip_prefix(quote)?;
    let inner = rest.strip_suffix(quote);
    let text = inner.unwrap_or(rest);
    let before = |at: usize| text.get(..at).and_then(|before| before.chars().next_back());
    let after = |at: usize| text.get(at + 1..).and_then(|after| after.chars().next());
    // One that is escaped is part of the text, in the way of either kind of quote.
    let is_escaped = |at: usize| match quote {
        '"' => before(at) == Some('\\'),
        _ => before(at) == Some(quote) || after(at) == Some(quote),
    };
    let quotes = || text.match_indices(quote).map(|(at, _)| at).filter(|at| !is_escaped(*at));
    let closes = quotes().find(|&at| {
        before(at).is_some_and(|c| !c.is_whitespace())
            && after(at).is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation())
    });
    let opens = quotes().find(|&at| before(at).is_some_and(char::is_whitespace));
    match (closes, opens) {
        // The first quote inside opens a word, so the outer pair is one.
        (Some(close), Some(open)) if open < close => inner,
        (Some(_), _) => Some(value),
        (None, _) => inner,
    }
}

/// The text in a pair of quotes that was taken off, with the quotes in it that were escaped.
fn unescape<'a>(shape: &Shape, value: &str, text: Cow<'a, str>) -> Cow<'a, str> {
    let Shape::Quoted(Some(inner)) = shape else { return text };
    let (escaped, quote) = if value.trim_start().starts_with('"') { ("\\\"", "\"") } else { ("''", "'") };
    // The first quotes may enclose only a word, and then nothing was taken off.
    let is_whole = inner.len() < value.trim().len();
    if is_whole && text.contains(escaped) { Cow::Owned(text.replace(escaped, quote)) } else { text }
}

/// Where the bracket that begins a value is closed.
fn closing_bracket(value: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, character) in value.char_indices() {
        match character {
            '[' | '{' => depth += 1,
            ']' | '}' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The error at a quote or bracket that is never closed.
fn unclosed(source: &Source, value: &str, error: YamlError) -> YamlError {
    let Some(range) = source.range_of(value.trim()) else { return error };
    let bracket = value.trim().starts_with(['[', '{']);
    let (reason, help) = if bracket {
        ("this bracket is never closed", "close the bracket")
    } else {
        ("this quote is never closed", "close the quote, or put the text in a block: `|-`")
    };
    YamlError { offset: range.start, reason: reason.to_owned(), help: help.into() }
}

/// Where the YAML becomes invalid, and why.
fn cause(source: &Source, value: &str, shape: &Shape, written: &Range<usize>, error: YamlError) -> (usize, String) {
    let text = &*source.text;
    let begin = source.range_of(value.trim()).map_or(written.start, |range| range.start);
    let owned = |text: &str| text.to_owned();
    if let Some(space) = yaml::no_blank(value) {
        return (source.range_of(value).map_or(begin, |range| range.start), format!("{space} is no blank in YAML"));
    }
    match shape {
        _ if text.get(error.offset..).and_then(yaml::no_blank).is_some() => (error.offset, error.reason),
        _ if text.get(error.offset..).is_some_and(yaml::begins_with_control) => (error.offset, error.reason),
        Shape::Block(_) => (written.start, owned("the text of a block must be indented")),
        Shape::Indicator(character) if error.offset == begin => (begin, yaml::cannot_begin_with(*character)),
        Shape::Bracketed => (begin, owned("YAML reads this as the start of a list or a map")),
        Shape::Quoted(_) => {
            let before = text.get(begin + 1..error.offset).unwrap_or_default();
            let quote = before.rfind(['"', '\'']).map_or(begin, |at| begin + 1 + at);
            (quote, owned("the quoted text ends here"))
        }
        _ if text.get(error.offset..).is_some_and(|rest| rest.starts_with(':')) => {
            (error.offset, owned("an unquoted YAML value cannot contain `: ` or end with `:`"))
        }
        _ if text.get(..error.offset).is_some_and(|before| before.ends_with('\n')) => {
            (error.offset, owned("an unquoted YAML value cannot continue at the start of a line"))
        }
        _ => (error.offset, error.reason),
    }
}

/// Takes off the indentation that all lines but the first have in common, and makes each line end in LF.
fn dedent(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text.trim());
    }
    let indentation = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim();
    let rest: Vec<_> = lines.map(str::trim_end).collect();
    let common = rest.iter().filter(|line| !line.is_empty()).map(|line| indentation(line)).min().unwrap_or(0);
    let mut joined = first.to_owned();
    for line in rest {
        joined.push('\n');
        joined.push_str(line.get(common..).unwrap_or_default());
    }
    Cow::Owned(joined)
}
