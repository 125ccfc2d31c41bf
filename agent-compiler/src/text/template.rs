//! A prompt as the pieces of a template: text, parameters such as `{{customer}}`, and fragments such as `{{> tone}}`.
//!
//! It is Mustache without logic, escaping nothing. `\{{` stands for `{{`.

use std::ops::Range;

use crate::text::fences::Fences;
use crate::text::placeholders;

/// What a prompt is made of, and what in it is not supported.
#[derive(Debug, Default)]
pub struct Template {
    /// The pieces in order. Without a tag there is one text.
    pub pieces: Vec<Piece>,
    /// Whether a `\{{` is in it.
    has_escape: bool,
    /// The tags that are not supported, in order.
    pub problems: Vec<(Range<usize>, TagProblem)>,
}

/// A part of a prompt.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// Text as it is.
    Text(Range<usize>),
    /// The name of a parameter.
    Parameter(Range<usize>),
    /// The name of a fragment.
    Fragment(Range<usize>),
}

/// Why a tag is not supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagProblem {
    /// It is not closed on its line.
    Unclosed,
    /// It has logic: a condition, a loop, or the end of one.
    Logic,
    /// It is a comment or sets other delimiters.
    Other,
    /// It has three braces or an `&`, which ask for what is done anyway.
    Unescaped,
    /// It changes a value: `{{ name | upper }}`.
    Filter,
    /// It takes a part of a value: `{{ user.name }}`.
    Path,
    /// What it has is not a name.
    Name,
    /// What it has is not the name of a fragment.
    Fragment,
    /// It belongs to another template language: `{% if x %}`, `<%= x %>`.
    Language,
}

impl Template {
    /// Reads a part of a text. The fences are those in which tags are left alone.
    #[must_use]
    pub fn of(text: &str, part: Range<usize>, fences: Option<&Fences>) -> Self {
        let mut template = Self::default();
        let (mut from, mut at) = (part.start, part.start);
        while let Some(found) = text.get(at..part.end).and_then(|rest| rest.find("{{")) {
            let open = at + found;
            if let Some(block) = fences.and_then(|fences| fences.blocks.iter().find(|block| block.contains(&open))) {
                at = block.end.min(part.end);
                continue;
            }
            let before = text.get(from..open).unwrap_or_default();
            if before.ends_with('\\') {
                template.text(from..open - 1);
                template.has_escape = true;
                (from, at) = (open, open + "{{".len());
                continue;
            }
            let (end, tag) = tag(text.get(..part.end).unwrap_or_default(), open);
            match tag {
                Ok(piece) => {
                    template.text(from..open);
                    template.pieces.push(piece);
                    from = end;
                }
                Err(problem) => template.problems.push((open..end, problem)),
            }
            at = end;
        }
        template.text(from..part.end);
        template
    }

    /// Adds the tags of other template languages, which [`placeholders`](placeholders::find) found.
    pub fn add_foreign(&mut self, tags: impl Iterator<Item = Range<usize>>) {
        self.problems.extend(tags.map(|range| (range, TagProblem::Language)));
        self.problems.sort_by_key(|(range, _)| range.start);
    }

    fn text(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.pieces.push(Piece::Text(range));
        }
    }

    /// Whether it is one text, as the file has it.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        !self.has_escape && matches!(self.pieces.as_slice(), [] | [Piece::Text(_)])
    }
}

/// The tag that opens at an offset, and where it ends.
fn tag(text: &str, open: usize) -> (usize, Result<Piece, TagProblem>) {
    let start = open + "{{".len();
    let line = text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
    let Some(length) = line.find("}}") else { return (start, Err(TagProblem::Unclosed)) };
    let inner = line.get(..length).unwrap_or_default();
    let end = start + length + "}}".len();
    if let Some(inner) = inner.strip_prefix('{') {
        let has_third = text.get(end..).is_some_and(|rest| rest.starts_with('}'));
        let problem = if is_name(inner.trim()) { TagProblem::Unescaped } else { TagProblem::Name };
        return (end + usize::from(has_third), Err(problem));
    }
    let range = |part: &str| {
        // The part was cut out of the text.
        let at = start + (part.as_ptr() as usize - inner.as_ptr() as usize);
        at..at + part.len()
    };
    let name = inner.trim();
    let piece = match name.strip_prefix('>').map(str::trim) {
        Some(name) if is_path(name) => Ok(Piece::Fragment(range(name))),
        Some(_) => Err(TagProblem::Fragment),
        None if is_name(name) && !placeholders::is_closing(name) => Ok(Piece::Parameter(range(name))),
        None => Err(problem(name)),
    };
    (end, piece)
}

/// Why the inside of a tag is not a name.
fn problem(inner: &str) -> TagProblem {
    let first = inner.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    match inner.chars().next() {
        Some('#' | '/' | '^') => TagProblem::Logic,
        Some('!' | '=') => TagProblem::Other,
        Some('&') => TagProblem::Unescaped,
        _ if placeholders::is_closing(first) || (first.len() < inner.len() && placeholders::is_keyword(first)) => {
            TagProblem::Logic
        }
        _ if inner.split_once('|').is_some_and(|(name, _)| is_dotted(name.trim())) => TagProblem::Filter,
        _ if is_dotted(inner.split('[').next().unwrap_or_default()) => TagProblem::Path,
        _ => TagProblem::Name,
    }
}

/// Whether this can be the name of a parameter: a letter or `_`, and then letters, digits, `-` and `_`.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
}

fn is_dotted(name: &str) -> bool {
    name.split('.').all(|part| is_name(part) || part.is_empty()) && name.contains(char::is_alphabetic)
}

/// Whether this can be the name of a fragment: names with `/` between them, none of which leads out of a folder.
fn is_path(name: &str) -> bool {
    let is_part = |part: &str| {
        !part.starts_with('.') && !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c))
    };
    name.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::{Piece, TagProblem, Template};
    use crate::text::fences::fences;
    use crate::text::markers::MarkerIndex;

    /// The pieces of a text, a parameter as `$name` and a fragment as `>name`.
    fn pieces(text: &str) -> Vec<String> {
        let fences = fences(text, &MarkerIndex::of(text), &(0..text.len()));
        let template = Template::of(text, 0..text.len(), Some(&fences));
        let piece = |piece: &Piece| {
            let (sign, range) = match piece {
                Piece::Text(range) => ("", range),
                Piece::Parameter(range) => ("$", range),
                Piece::Fragment(range) => (">", range),
            };
            format!("{sign}{}", text.get(range.clone()).unwrap())
        };
        template.pieces.iter().map(piece).collect()
    }

    #[test]
    fn a_prompt_is_text_parameters_and_fragments() {
        assert_eq!(pieces("Hi {{ customer-name }}, {{größe}}!"), ["Hi ", "$customer-name", ", ", "$größe", "!"]);
        assert_eq!(pieces("{{>tone}}\n{{> team/rules.de }}"), [">tone", "\n", ">team/rules.de"]);
        assert_eq!(pieces("{{a}}{{b}}"), ["$a", "$b"]);
        assert_eq!(pieces("${{a}} `{{b}}`"), ["$", "$a", " `", "$b", "`"]);
        assert_eq!(pieces(""), Vec::<String>::new());
    }

    #[test]
    fn an_escaped_tag_and_one_in_a_fence_are_text() {
        assert_eq!(pieces("a \\{{b}} {{c}}"), ["a ", "{{b}} ", "$c"]);
        assert_eq!(pieces("\\{{"), ["{{"]);
        assert_eq!(pieces("```\n{{a}} \\{{\n```\n{{b}}"), ["```\n{{a}} \\{{\n```\n", "$b"]);
    }

    #[test]
    fn anything_else_is_a_problem_with_a_reason() {
        for (tag, problem) in [
            ("{{ a", TagProblem::Unclosed),
            ("{{#if a}}", TagProblem::Logic),
            ("{{/if}}", TagProblem::Logic),
            ("{{^a}}", TagProblem::Logic),
            ("{{else}}", TagProblem::Logic),
            ("{{endif}}", TagProblem::Logic),
            ("{{ if a }}", TagProblem::Logic),
            ("{{- end -}}", TagProblem::Name),
            ("{{! a}}", TagProblem::Other),
            ("{{=<% %>=}}", TagProblem::Other),
            ("{{{a}}}", TagProblem::Unescaped),
            ("{{&a}}", TagProblem::Unescaped),
            ("{{ a | upper }}", TagProblem::Filter),
            ("{{ user.name }}", TagProblem::Path),
            ("{{ .Values.x }}", TagProblem::Path),
            ("{{a['x']}}", TagProblem::Path),
            ("{{}}", TagProblem::Name),
            ("{{1}}", TagProblem::Name),
            ("{{ a b }}", TagProblem::Name),
            ("{{> ../a}}", TagProblem::Fragment),
            ("{{>}}", TagProblem::Fragment),
        ] {
            let found = Template::of(tag, 0..tag.len(), None);
            let length = if problem == TagProblem::Unclosed { 2 } else { tag.len() };
            assert_eq!(found.problems, [(0..length, problem)], "{tag}");
        }
    }

    #[test]
    fn a_keyword_of_others_is_a_name_where_it_stands_alone() {
        assert_eq!(pieces("{{from}} {{type}} {{case}}"), ["$from", " ", "$type", " ", "$case"]);
    }
}
