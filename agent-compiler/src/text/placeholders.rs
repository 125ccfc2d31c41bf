//! Placeholders and tags of templates in prose: `{{NAME}}`, `[INSERT …]`, `<YOUR_NAME>`, `{% if x %}`, `TODO:`.

use std::collections::HashSet;
use std::ops::Range;

use crate::text::markers::{Marker, MarkerIndex};

/// Something that a person or a program has to replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    /// Where it is.
    pub range: Range<usize>,
    /// Whether it is a tag such as `{{#if x}}`, which a template does not leave a value for.
    pub is_tag: bool,
}

/// How much of a line is read around a placeholder, in bytes.
const NEAR: usize = 200;

/// The most characters of a placeholder.
const MOST_CHARACTERS: usize = 80;

/// The most placeholders of one kind that are found, since each one requires reading its line.
const MOST_PLACEHOLDERS: usize = 200;

/// Words that mark unfinished text, each with its rarest letter and the offset of that letter.
const TO_DO: [(Marker, usize, &str); 2] = [(Marker::O, 1, "TODO"), (Marker::X, 2, "FIXME")];

/// Words that begin a tag without a value.
const KEYWORDS: [&str; 43] = [
    "if",
    "else",
    "elif",
    "elsif",
    "elseif",
    "endif",
    "unless",
    "endunless",
    "for",
    "endfor",
    "foreach",
    "each",
    "endeach",
    "while",
    "endwhile",
    "range",
    "with",
    "endwith",
    "end",
    "include",
    "extends",
    "block",
    "endblock",
    "set",
    "endset",
    "macro",
    "endmacro",
    "import",
    "from",
    "define",
    "template",
    "partial",
    "raw",
    "endraw",
    "case",
    "when",
    "switch",
    "endcase",
    "comment",
    "endcomment",
    "assign",
    "capture",
    "endcapture",
];

/// Whether a word begins a tag without a value in some template language.
#[must_use]
pub fn is_keyword(word: &str) -> bool {
    KEYWORDS.contains(&word)
}

/// Whether a word alone ends or divides a part of a template, and is unlikely to be the name of a value.
#[must_use]
pub fn is_closing(word: &str) -> bool {
    is_keyword(word)
        && (word.starts_with("els") || word.starts_with("elif") || (word.starts_with("end") && word != "end"))
}

/// The placeholders in a part of a text, in no order; in code as well.
#[must_use]
pub fn find(file: &str, markers: &MarkerIndex, part: &Range<usize>) -> Vec<Placeholder> {
    let text = file.get(part.clone()).unwrap_or_default();
    let mut found = Vec::new();
    for marker in [Marker::Brace, Marker::Bracket, Marker::Angle] {
        let mut left = MOST_PLACEHOLDERS;
        let mut offsets = markers.within(marker, part);
        while let ([at, rest @ ..], 1..) = (offsets, left) {
            offsets = rest;
            if let Some(placeholder) = placeholder(text, at - part.start, marker) {
                found.push(placeholder);
                left -= 1;
            }
        }
    }
    if found.iter().any(|placeholder| constant(text, &placeholder.range).is_some()) {
        let sections = sections(text, markers.within(Marker::Angle, part), part.start);
        found.retain(|placeholder| constant(text, &placeholder.range).is_none_or(|name| !sections.contains(name)));
    }
    for (marker, skipped, word) in TO_DO {
        for at in markers.within(marker, part) {
            let range = (at - part.start).checked_sub(skipped).and_then(|at| to_do(text, at, word));
            found.extend(range.map(|range| Placeholder { range, is_tag: false }));
        }
    }
    found.retain(|placeholder| !is_about(text, &placeholder.range));
    for Placeholder { range, .. } in &mut found {
        *range = part.start + range.start..part.start + range.end;
    }
    found
}

/// The placeholder or tag that begins with the marker at an offset.
fn placeholder(text: &str, at: usize, marker: Marker) -> Option<Placeholder> {
    // Most markers start something else, and comparing bytes is faster than slicing text.
    let (open, close) = match (marker, text.as_bytes().get(at + 1..)?) {
        (Marker::Brace, [b'{', ..]) => ("{{", "}}"),
        (Marker::Brace, [b'%', ..]) => ("{%", "%}"),
        (Marker::Bracket, [b'I', b'N', b'S', ..]) => ("[", "]"),
        (Marker::Angle, [b'%', ..]) => ("<%", "%>"),
        (Marker::Angle, [b'A'..=b'Z', b'A'..=b'Z' | b'0'..=b'9' | b'_', ..]) => ("<", ">"),
        _ => return None,
    };
    let inner = text.get(at + open.len()..)?;
    let end = inner.char_indices().nth(MOST_CHARACTERS).map_or(inner.len(), |(end, _)| end);
    let (name, _) = inner.get(..end)?.split_once(close)?;
    let behind = at + open.len() + name.len() + close.len();
    let is_before = |of: fn(char) -> bool| text.get(..at).is_some_and(|before| before.ends_with(of));
    let is_tag = match open {
        // `${{ x }}` is syntax of GitHub Actions, `\frac{{a}}{{b}}` is LaTeX, `style={{ x }}` is JSX.
        "{{" if is_before(|c| c.is_alphanumeric() || matches!(c, '$' | '\\' | '{' | '}' | '=')) => return None,
        "{{" => is_tag(name)?,
        // `{{%x%}}` shows how a placeholder is written.
        "{%" if is_before(|c| c == '{') => return None,
        "{%" => is_expression(name.trim_matches('-').trim()).then_some(true)?,
        "<%" => {
            let value = name.strip_prefix(['=', '-']);
            is_expression(value.unwrap_or(name).trim()).then_some(value.is_none())?
        }
        // Followed by a URL in parentheses, it is a link.
        "[" => (name.starts_with("INSERT ") && !text.get(behind..)?.starts_with('(')).then_some(false)?,
        _ => is_constant(name).then_some(false)?,
    };
    Some(Placeholder { range: at..behind, is_tag })
}

/// Whether this is the inside of a tag such as `#if x`, or of a placeholder such as `NAME`, `user.name` and `name | upper`.
fn is_tag(inner: &str) -> Option<bool> {
    let inner = inner.trim_matches(['-', '~']).trim();
    if let Some(tag) = inner.strip_prefix(['#', '/', '>', '^', '&']) {
        return is_expression(tag.trim_start()).then_some(true);
    }
    let word = inner.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    if is_keyword(word) {
        return is_expression(inner).then_some(true);
    }
    let name = inner.strip_prefix('.').unwrap_or(inner);
    let name = name.split(['|', '[']).next().unwrap_or_default();
    let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ' '));
    (is_name && is_expression(inner.trim_start_matches('.'))).then_some(false)
}

/// Whether this may be code of a template: it begins with a name, and is on one line.
fn is_expression(code: &str) -> bool {
    code.starts_with(|c: char| c.is_alphabetic() || c == '_') && !code.contains(['\n', '\\', '{', '}', ';', '`'])
}

/// The word at an offset, if it starts its line and a colon or a parenthesis follows: `TODO:`.
fn to_do(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    if text.as_bytes().get(at) != word.as_bytes().first() {
        return None;
    }
    let rest = text.get(at..)?.strip_prefix(word)?.trim_start_matches('*');
    let is_markup = |c: char| " \t-*#>[]".contains(c) || c.is_ascii_digit() || c == '.';
    let begins = before(text, at).chars().all(is_markup);
    (begins && rest.starts_with([':', '('])).then(|| at..at + word.len())
}

/// Whether a range is in quotation marks, or on a line about placeholders.
fn is_about(text: &str, range: &Range<usize>) -> bool {
    let before = before(text, range.start);
    let after = text.get(range.end..).and_then(|after| after.split('\n').next()).unwrap_or_default();
    let after = after.char_indices().nth(NEAR).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
    let mentions_placeholders =
        |text: &str| ["placeholder", "platzhalter"].iter().any(|word| text.to_lowercase().contains(word));
    before.matches('"').count() % 2 == 1
        || before.rfind('“') > before.rfind('”')
        || mentions_placeholders(before)
        || mentions_placeholders(after)
}

/// The text before an offset on its line. It is limited, since a line may be as long as the file.
fn before(text: &str, at: usize) -> &str {
    let from = (at.saturating_sub(NEAR)..=at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    text.get(from..at).and_then(|near| near.rsplit('\n').next()).unwrap_or_default()
}

/// Whether this is a name such as `PROJECT_NAME`. One word alone, such as `URL`, usually describes a syntax.
fn is_constant(name: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    name.contains('_') && name.split('_').all(is_part)
}

/// The name of `<PROJECT_NAME>`.
fn constant<'t>(text: &'t str, range: &Range<usize>) -> Option<&'t str> {
    text.get(range.clone())?.strip_prefix('<')?.strip_suffix('>').filter(|name| !name.starts_with('%'))
}

/// The names of all `</NAME>`: between that and `<NAME>` is a section.
fn sections<'t>(text: &'t str, angles: &[usize], base: usize) -> HashSet<&'t str> {
    let name = |at: &usize| {
        let name = text.get(at - base..)?.strip_prefix("</")?;
        let end = name.bytes().take(MOST_CHARACTERS).position(|byte| byte == b'>')?;
        name.get(..end).filter(|name| is_constant(name))
    };
    angles.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::{MarkerIndex, find};

    fn found(text: &str) -> Vec<(&str, bool)> {
        let found = find(text, &MarkerIndex::of(text), &(0..text.len())).into_iter();
        found.map(|placeholder| (text.get(placeholder.range).unwrap(), placeholder.is_tag)).collect()
    }

    #[test]
    fn a_tag_is_not_a_placeholder() {
        for tag in [
            "{{ if X == \"y\" }}",
            "{{ if .Values.x }}",
            "{{#if x}}",
            "{{/if}}",
            "{{> p}}",
            "{{else}}",
            "{{- end -}}",
            "{% if x %}",
            "{%- endfor -%}",
            "<% cache x do %>",
            "{{#each items}}",
        ] {
            assert_eq!(found(tag), [(tag, true)]);
        }
        for placeholder in [
            "{{NAME}}",
            "{{ user.name }}",
            "{{ x | upper }}",
            "{{a['x']}}",
            "{{ .Values.x }}",
            "<%= x %>",
            "<PROJECT_NAME>",
            "[INSERT the name]",
            "{{ ifname }}",
        ] {
            assert_eq!(found(placeholder), [(placeholder, false)]);
        }
    }

    #[test]
    fn other_braces_and_angles_are_neither() {
        for text in [
            "${{ x }}",
            "\\frac{{a}}{{b}}",
            "style={{ color: x }}",
            "{{ color: 'red' }}",
            "{{{ x",
            "{{}}",
            "{{ }}",
            "{{1}}",
            "{{a\nb}}",
            "{{%X%}}",
            "{%}",
            "<%>",
            "<URL>",
            "<b>",
            "<HARD_RULES>Do it.</HARD_RULES>",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
