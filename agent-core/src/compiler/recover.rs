//! Phase 3b: frontmatter that YAML refuses, read field by field.
//!
//! A line at column 0 that begins with a key starts a field. A field whose own text is YAML keeps its meaning; of the
//! others the text after the colon is taken as it stands, where that is plainly what the author meant.

use std::borrow::Cow;
use std::ops::Range;

use super::diagnostic::Diagnostic;
use super::fields::{self, Kind};
use super::frontmatter::lines;
use super::rules::{invalid_yaml, recovered_yaml};
use super::source::{Source, Span, Spanned};
use super::yaml::{self, Entry, Node, Refusal, Yaml};

/// The lines of one field.
struct Chunk<'a> {
    key: Spanned<Cow<'a, str>>,
    range: Range<usize>,
    /// What YAML makes of these lines alone.
    parsed: Result<Vec<Entry<'a>>, Refusal>,
}

/// Reads what can be read of a range that YAML refused for the reason given.
#[must_use]
pub fn recover<'a>(
    file: usize,
    source: &'a Source,
    range: Range<usize>,
    refusal: &Refusal,
) -> (Vec<Entry<'a>>, Vec<Diagnostic>) {
    let mut entries = Vec::new();
    let mut diagnostics = Vec::new();
    let mut recovered = Vec::new();
    let chunks = chunks(file, source, &range);
    let begin = chunks.first().map_or(range.end, |chunk| chunk.range.start);
    if let Some(lost) =
        lines(&source.text, range.start).take_while(|line| line.start < begin).find(|line| is_content(source, line))
    {
        let reason = "this line belongs to no field".into();
        diagnostics.push(invalid_yaml::report(file, source, &Refusal { offset: lost.start, reason }));
    }
    for chunk in chunks {
        let Chunk { key, range: lines, parsed } = chunk;
        match parsed {
            Ok(parsed) => entries.extend(parsed),
            Err(refusal) => match literal(file, source, &key, &lines) {
                Some(value) => {
                    recovered.push((key.value.clone(), refusal.offset, value.span));
                    entries.push(Entry { key, value });
                }
                None => diagnostics.push(invalid_yaml::report(file, source, &refusal)),
            },
        }
    }
    for (key, offset, span) in &recovered {
        diagnostics.push(recovered_yaml::report(source, &range, key, *span, *offset));
    }
    if diagnostics.is_empty() {
        // Every field is fine by itself, so what is wrong lies between them.
        diagnostics.push(invalid_yaml::report(file, source, refusal));
    }
    (entries, diagnostics)
}

/// The fields, each with all its lines. Each line is given to the YAML parser once.
fn chunks<'a>(file: usize, source: &'a Source, range: &Range<usize>) -> Vec<Chunk<'a>> {
    let text = source.text.get(..range.end).unwrap_or_default();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut open: Option<(Spanned<Cow<'a, str>>, usize, Option<Refusal>)> = None;
    let mut close = |field: Option<(Spanned<Cow<'a, str>>, usize, Option<Refusal>)>, end: usize| {
        if let Some((key, start, refusal)) = field {
            let parsed = refusal.map_or_else(|| yaml::parse(file, source, start..end), Err);
            chunks.push(Chunk { key, range: start..end, parsed });
        }
    };
    for line in lines(text, range.start) {
        let Some(key) = key_at(text, &line) else { continue };
        let key =
            Spanned { value: Cow::Borrowed(text.get(key.clone()).unwrap_or_default()), span: Span::new(file, key) };
        if let Some((_, start, refusal)) = &mut open
            && fields::find(&key.value).is_none()
        {
            // `user:` or `Context:` within a description that is broken already belongs to its text.
            if refusal.is_none() {
                *refusal = yaml::parse(file, source, *start..line.start).err();
            }
            if refusal.is_some() {
                continue;
            }
        }
        close(open.take(), line.start);
        open = Some((key, line.start, None));
    }
    close(open, range.end);
    chunks
}

/// Whether a line holds more than white space and a comment.
fn is_content(source: &Source, line: &Range<usize>) -> bool {
    let content = source.text.get(line.clone()).unwrap_or_default().trim_start();
    !content.is_empty() && !content.starts_with('#')
}

/// The range of the key that begins at column 0 of a line, if one does.
fn key_at(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let content = text.get(line.clone())?;
    let end = content.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'))?;
    let after = content.get(end..)?.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let begins = content.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    (begins && (after.is_empty() || after.starts_with(char::is_whitespace))).then_some(line.start..line.start + end)
}

/// The value of a broken field as plain text, or nothing where its shape says that it was meant as something else.
fn literal<'a>(file: usize, source: &'a Source, key: &Spanned<Cow<'a, str>>, lines: &Range<usize>) -> Option<Node<'a>> {
    let kind = fields::find(&key.value).map(|field| &field.kind);
    if matches!(kind, Some(Kind::Hooks | Kind::McpServers | Kind::Experimental)) {
        return None;
    }
    let text = source.text.get(..lines.end)?;
    let colon = key.span.end + text.get(key.span.end..)?.find(':')?;
    let value = text.get(colon + 1..)?;
    let first_line = value.split('\n').next()?.trim();
    let trimmed = value.trim();
    if first_line.is_empty() && (!matches!(kind, Some(Kind::Text)) || trimmed.starts_with("- ")) {
        return None;
    }
    let is_header =
        first_line.starts_with(['|', '>']) && first_line.chars().skip(1).all(|c| matches!(c, '+' | '-' | '0'..='9'));
    let written = if is_header {
        value.split_once('\n').map_or("", |(_, rest)| rest).trim_end()
    } else if let Some(quote) = trimmed.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        unquote(trimmed, quote)?
    } else if trimmed.starts_with(['[', '{']) {
        // `[WIP] text` is text; `[a, @b]` was meant as a list, and `[a` was meant to be closed.
        let close = closing_bracket(trimmed)?;
        if close + 1 == trimmed.len() || !matches!(kind, Some(Kind::Text) | None) {
            return None;
        }
        trimmed
    } else {
        trimmed
    };
    let range = source.range_of(written)?;
    Some(Node { value: Yaml::Text(dedent(written)), span: Span::new(file, range) })
}

/// Takes one pair of quotes off the whole of a value; text that only begins with a quoted word stays as it is.
/// A quote that is never closed leaves open what was meant.
fn unquote(value: &str, quote: char) -> Option<&str> {
    let inner = value.strip_prefix(quote)?;
    if let Some(inner) = inner.strip_suffix(quote) {
        return Some(inner);
    }
    let (_, after) = inner.split_once(quote)?;
    after.starts_with([' ', '\t']).then_some(value)
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

#[cfg(test)]
mod tests {
    use super::super::yaml::{Yaml, parse};
    use super::{Source, recover};

    /// What recovery makes of a frontmatter: `key=value` for texts, and the rules that fired with line and column.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source::new("x.md", text);
        let refusal = parse(0, &source, 0..text.len()).expect_err("YAML refuses this");
        let (entries, diagnostics) = recover(0, &source, 0..text.len(), &refusal);
        let fields = entries
            .iter()
            .map(|entry| match &entry.value.value {
                Yaml::Text(value) => format!("{}={value}", entry.key.value),
                Yaml::List(items) => format!("{}=[{}]", entry.key.value, items.len()),
                other => format!("{}={other:?}", entry.key.value),
            })
            .collect();
        let rules = diagnostics
            .iter()
            .map(|diagnostic| {
                let (line, column) = source.line_column(diagnostic.labels[0].span.start);
                format!("{}@{line}:{column}", diagnostic.rule.name)
            })
            .collect();
        (fields, rules)
    }

    #[test]
    fn a_colon_in_a_plain_value_is_text() {
        let (fields, rules) = read("name: x\ndescription: Use this. Examples: <example>Context: a\nmodel: opus\n");
        assert_eq!(fields, ["name=x", "description=Use this. Examples: <example>Context: a", "model=opus"]);
        assert_eq!(rules, ["recovered-yaml@2:32"]);
    }

    #[test]
    fn other_fields_keep_their_yaml_meaning() {
        let (fields, rules) = read("description: a: b\ntools: [Read, Write]\nmaxTurns: 3 # few\n");
        assert_eq!(fields, ["description=a: b", "tools=[2]", "maxTurns=Integer(3)"]);
        assert_eq!(rules, ["recovered-yaml@1:15"]);
    }

    #[test]
    fn text_that_runs_on_at_column_zero_belongs_to_its_field() {
        let (fields, rules) =
            read("description: Use this.\n<example>\nContext: a\nuser: \"b\"\n</example>\ntools: Read\n");
        assert_eq!(fields, ["description=Use this.\n<example>\nContext: a\nuser: \"b\"\n</example>", "tools=Read"]);
        assert_eq!(rules, ["recovered-yaml@2:1"]);
    }

    #[test]
    fn a_block_whose_text_is_not_indented_is_text() {
        let (fields, _) = read("description: |\nUse this: now\nand then\nmodel: opus\n");
        assert_eq!(fields, ["description=Use this: now\nand then", "model=opus"]);
    }

    #[test]
    fn one_pair_of_quotes_around_the_whole_is_taken_off() {
        assert_eq!(read("description: \"Use \"this\" agent\"\n").0, ["description=Use \"this\" agent"]);
        assert_eq!(read("description: 'it's fine'\n").0, ["description=it's fine"]);
        assert_eq!(read("description: \"Plan\" first, then build\n").0, ["description=\"Plan\" first, then build"]);
    }

    #[test]
    fn indicators_at_the_start_are_text() {
        for text in ["@team lead", "*all* of it", "`x` and y", "%d of it", "[WIP] not yet", "- a: b", "x # y: z: a: b"]
        {
            let yaml = format!("description: {text}\n  more: here\n");
            assert_eq!(read(&yaml).0, [format!("description={text}\nmore: here")], "{text}");
        }
    }

    #[test]
    fn what_was_meant_to_be_closed_or_nested_is_not_guessed() {
        for yaml in [
            "description: \"Use this\nmodel: opus\n",
            "tools: [Read, Write\nmodel: opus\n",
            "tools: [Read, @x]\n",
            "tools:\n\t- Read\n",
            "hooks:\n  Stop: a: b\n",
            "metadata:\n  a: b: c\n",
            " name: x\nmodel: y\n",
        ] {
            let (_, rules) = read(yaml);
            assert!(rules.iter().all(|rule| rule.starts_with("invalid-yaml@")), "{yaml:?}: {rules:?}");
        }
    }

    #[test]
    fn line_ends_make_no_difference() {
        let text = "description: a: b\n  c\n\n  d\nmodel: x\n";
        assert_eq!(read(text), read(&text.replace('\n', "\r\n")));
    }
}
