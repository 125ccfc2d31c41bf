//! Frontmatter that is not valid YAML, read field by field.
//!
//! A line at column 0 that begins with a key starts a field. A field whose own text is YAML keeps its meaning; of the
//! others the text after the colon is taken as it is written, where that is clearly what the author meant.

mod literal;
pub mod retry;

use std::borrow::Cow;
use std::ops::Range;

use crate::base::source::Source;
use crate::base::span::{Span, Spanned, SpannedText};
use crate::format::Format;
use crate::parse::frontmatter::lines;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{self, Entry, YamlError};
use include_agents_core::__private::distance;
use literal::literal;

/// What turns of a conversation begin with, in lower case.
const SPEAKERS: &[&str] = &["context", "user", "assistant", "human", "commentary", "example", "examples"];

/// Whether a word begins a turn of a conversation.
#[must_use]
pub fn is_speaker(word: &str) -> bool {
    SPEAKERS.contains(&word.to_ascii_lowercase().as_str())
}

/// The lines of one field.
struct Chunk<'a> {
    key: SpannedText<'a>,
    range: Range<usize>,
    /// What these lines are as YAML by themselves.
    parsed: Result<Vec<Entry<'a>>, YamlError>,
}

/// Reads what can be read of a range whose YAML has the error given.
#[must_use]
pub fn recover<'a>(
    file: usize,
    source: &'a Source,
    range: Range<usize>,
    error: &YamlError,
    format: &Format,
) -> (Vec<Entry<'a>>, Vec<ParseProblem<'a>>) {
    let mut entries = Vec::new();
    let mut problems = Vec::new();
    let conflict = |line: &Range<usize>| source.text.get(line.clone()).is_some_and(|line| line.starts_with("<<<<<<< "));
    if let Some(line) = lines(&source.text, range.start).take_while(|line| line.end <= range.end).find(conflict) {
        let reason = "an unresolved merge conflict begins here".into();
        let conflict = YamlError { offset: line.start, reason, help: "resolve the conflict".into() };
        return (entries, vec![ParseProblem::InvalidYaml(conflict)]);
    }
    let chunks = chunks(file, source, &range, format);
    if chunks.len() > yaml::MOST_VALUES {
        return (entries, vec![ParseProblem::InvalidYaml(error.clone())]);
    }
    let begin = chunks.first().map_or(range.end, |chunk| chunk.range.start);
    let mut before = lines(&source.text, range.start).take_while(|line| line.start < begin);
    problems.extend(before.find_map(|line| stray_line(source, line, format)).map(ParseProblem::InvalidYaml));
    for Chunk { key, range: lines, parsed } in chunks {
        let read = parsed.or_else(|error: YamlError| -> Result<_, YamlError> {
            let error = unresolved_alias(source, &range, error)?;
            let recovered = literal(file, source, &key, &lines, error, format)?;
            let value = recovered.value.clone();
            problems.push(ParseProblem::Recovered(key.clone(), recovered));
            Ok(vec![Entry { key, value }])
        });
        match read {
            Ok(read) => entries.extend(read),
            Err(error) => {
                let above =
                    lines.start..source.line_of(Span::new(file, error.offset..error.offset)).start.max(lines.start);
                problems.extend(yaml::parse(file, source, above).map(ParseProblem::ReadInPart));
                problems.push(ParseProblem::InvalidYaml(error));
            }
        }
    }
    if problems.is_empty() {
        // Every field is fine by itself, so what is wrong lies between them.
        problems.push(ParseProblem::InvalidYaml(error.clone()));
    }
    (entries, problems)
}

/// A field that is still being collected.
struct Open<'a> {
    key: SpannedText<'a>,
    start: usize,
    /// The YAML error in what has been collected so far, once that was checked.
    error: Option<YamlError>,
    /// Whether its text goes on at column 0.
    runs_on: bool,
    in_example: bool,
}

/// The fields, each with all its lines. Each line is given to the YAML parser once, or twice before a speaker's word.
fn chunks<'a>(file: usize, source: &'a Source, range: &Range<usize>, format: &Format) -> Vec<Chunk<'a>> {
    let text = source.text.get(..range.end).unwrap_or_default();
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut open: Option<Open> = None;
    let last_example = text.rfind("</example>").unwrap_or_default();
    let mut close = |field: Option<Open<'a>>, end: usize| {
        if let Some(Open { key, start, error, runs_on, .. }) = field {
            let end = if runs_on { end } else { without_comments(text, start, end) };
            let parsed = error.map_or_else(|| yaml::parse(file, source, start..end), Err);
            chunks.push(Chunk { key, range: start..end, parsed });
        }
    };
    for line in lines(text, range.start) {
        let content = text.get(line.clone()).unwrap_or_default();
        if let Some(key) = key_at(text, &line) {
            let name = text.get(key.clone()).unwrap_or_default();
            let is_speech = open.as_mut().is_some_and(|open| {
                if format.fields.find(name).or_else(|| format.fields.suggest(name)).is_some()
                    || !(open.runs_on || open.in_example || is_speaker(name))
                {
                    return false;
                }
                // An example ends with its tag, not with what is said in it.
                if open.in_example && line.start < last_example {
                    return true;
                }
                // `user:` or `Context:` belongs to the text of a field that is already invalid.
                if open.error.is_none() {
                    // `Examples: …` is a field of its own unless an example follows at column 0.
                    let next = lines(text, line.end)
                        .next()
                        .filter(|next| text.get(next.clone()).is_some_and(|next| next.starts_with("<example>")));
                    let end = next.map_or(line.start, |next| next.end);
                    open.error = yaml::parse(file, source, open.start..end).err();
                }
                open.error.is_some()
            });
            if !is_speech {
                close(open.take(), line.start);
                let key = Spanned { value: Cow::Borrowed(name), span: Span::new(file, key) };
                open = Some(Open { key, start: line.start, error: None, runs_on: false, in_example: false });
            }
        } else if let Some(open) = &mut open {
            open.runs_on |= !content.starts_with(char::is_whitespace) && !content.starts_with(['#', '-']);
        }
        if let Some(open) = &mut open {
            open.in_example = is_in_example(content, open.in_example);
        }
    }
    close(open, range.end);
    chunks
}

/// Whether an example is open at the end of a line.
#[must_use]
pub fn is_in_example(line: &str, was_open: bool) -> bool {
    match (line.rfind("<example>"), line.rfind("</example>")) {
        (None, None) => was_open,
        (begin, end) => begin > end,
    }
}

/// The end of a field without the comments and empty lines behind it.
fn without_comments(text: &str, start: usize, end: usize) -> usize {
    let mut last = end;
    let text = text.get(..end).unwrap_or_default();
    for line in lines(text, start) {
        let content = text.get(line.clone()).unwrap_or_default();
        // Other white space is text in YAML.
        let is_empty = content.trim_matches([' ', '\t', '\r', '\n']).is_empty();
        if line.start == start || !(is_empty || content.starts_with('#')) {
            last = line.end;
        }
    }
    last
}

/// An alias of an anchor in another field cannot be resolved, since each field is read by itself. One without any anchor may be
/// misspelled.
fn unresolved_alias<'a>(source: &'a Source, range: &Range<usize>, error: YamlError) -> Result<YamlError, YamlError> {
    let rest = source.text.get(error.offset..).unwrap_or_default();
    let Some(alias) = rest.strip_prefix('*') else { return Ok(error) };
    let anchor = |text: &'a str| {
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).next().unwrap_or_default()
    };
    let name = anchor(alias);
    let text = source.text.get(range.clone()).unwrap_or_default();
    if name.is_empty() {
        return Ok(error);
    }
    let mut anchors = text.split('&').skip(1).map(anchor).filter(|anchor| !anchor.is_empty());
    if !anchors.clone().any(|anchor| anchor == name) {
        let help = match distance::closest(name, anchors.by_ref()) {
            Some(close) => format!("did you mean `*{close}`? if it is text, put the value in quotes"),
            None => format!("if it is text, put the value in quotes; an alias needs its anchor above, `&{name}`"),
        };
        return Ok(YamlError { help: help.into(), ..error });
    }
    let reason = "this alias cannot be resolved, because the frontmatter is not valid YAML".into();
    Err(YamlError { reason, help: "write the value in place of the alias".into(), ..error })
}

/// Why a line above the first field is not part of one, unless it holds only white space or a comment.
fn stray_line(source: &Source, line: Range<usize>, format: &Format) -> Option<YamlError> {
    let content = source.text.get(line.clone())?;
    let trimmed = content.trim_start();
    if trimmed.is_empty() || trimmed.starts_with('#') {
        return None;
    }
    if let Some((field, help)) = format.fields.suggest_in_line(content) {
        let reason = format!("this looks like the field `{}`", field.name);
        return Some(YamlError { offset: line.start + content.len() - trimmed.len(), reason, help: help.into() });
    }
    if let Some(space) = yaml::no_blank(content) {
        let reason = format!("{space} is no indentation in YAML");
        return Some(YamlError {
            offset: line.start,
            reason,
            help: "remove the white space at the start of the line".into(),
        });
    }
    let help = if trimmed.starts_with("- ") {
        "write fields as `key: value`, without dashes"
    } else if trimmed.len() < content.len() {
        "remove the white space at the start of the line"
    } else {
        "write `key: value`, or remove the line"
    };
    Some(YamlError { offset: line.start, reason: "this line is not part of a field".into(), help: help.into() })
}

/// The range of the key that begins at column 0 of a line, if one does. A key may be in quotes.
#[must_use]
pub fn key_at(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let content = text.get(line.clone())?;
    if let Some(quote) = content.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        let inner = content.get(1..)?;
        let end = inner.find(quote)?;
        let is_key = inner.get(end + 1..)?.trim_start_matches([' ', '\t']).starts_with(':');
        let is_word = !inner.get(..end)?.contains(char::is_whitespace);
        return (is_key && is_word).then_some(line.start + 1..line.start + 1 + end);
    }
    let end = content.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-'))?;
    let after = content.get(end..)?.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let begins = content.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    (begins && (after.is_empty() || after.starts_with(char::is_whitespace))).then_some(line.start..line.start + end)
}

#[cfg(test)]
mod tests {
    use super::{ParseProblem, Source, recover};
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::parse::yaml::{Yaml, parse};

    /// What recovery makes of a frontmatter: `key=value` for texts, and the problems with line and column.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let source = Source::new("x.md", text.to_owned());
        let error = parse(0, &source, 0..text.len()).expect_err("YAML refuses this");
        let (entries, problems) = recover(0, &source, 0..text.len(), &error, &CLAUDE_CODE);
        let fields = entries
            .iter()
            .map(|entry| match &entry.value.value {
                Yaml::Text(value) => format!("{}={value}", entry.key.value),
                Yaml::List(items) => format!("{}=[{}]", entry.key.value, items.len()),
                other => format!("{}={other:?}", entry.key.value),
            })
            .collect();
        let place = |problem: &ParseProblem| {
            let (what, offset) = match problem {
                ParseProblem::Recovered(_, literal) => ("recovered", literal.offset),
                ParseProblem::InvalidYaml(error) => ("invalid", error.offset),
                ParseProblem::ReadInPart(_) => return None,
                other => panic!("{other:?}"),
            };
            let (line, column) = source.line_column(offset);
            Some(format!("{what}@{line}:{column}"))
        };
        let problems = problems.iter().filter_map(place).collect();
        (fields, problems)
    }

    #[test]
    fn a_colon_in_a_plain_value_is_text() {
        let (fields, problems) = read("name: x\ndescription: Use this. Examples: <example>Context: a\nmodel: opus\n");
        assert_eq!(fields, ["name=x", "description=Use this. Examples: <example>Context: a", "model=opus"]);
        assert_eq!(problems, ["recovered@2:32"]);
    }

    #[test]
    fn other_fields_keep_their_yaml_meaning() {
        let (fields, problems) = read("description: a: b\ntools: [Read, Write]\nmaxTurns: 3 # few\n");
        assert_eq!(fields, ["description=a: b", "tools=[2]", "maxTurns=Integer(3)"]);
        assert_eq!(problems, ["recovered@1:15"]);
    }

    #[test]
    fn text_that_runs_on_at_column_zero_belongs_to_its_field() {
        let (fields, problems) =
            read("description: Use this.\n<example>\nContext: a\nuser: \"b\"\n</example>\ntools: Read\n");
        assert_eq!(fields, ["description=Use this.\n<example>\nContext: a\nuser: \"b\"\n</example>", "tools=Read"]);
        assert_eq!(problems, ["recovered@2:1"]);
    }

    #[test]
    fn an_open_example_goes_on_to_its_tag() {
        let example = "<example>\nContext: a\nuser: \"b\"\nassistant: \"c\"\n<call left out>\nNote: d\n</example>";
        let (fields, problems) = read(&format!("name: x\ndescription: Use this.\\n\\n{example}\nmodel: opus\n"));
        assert_eq!(fields, ["name=x", &format!("description=Use this.\\n\\n{example}"), "model=opus"]);
        assert_eq!(problems, ["recovered@6:1"]);
        let (fields, _) = read("description: Write <example> tags\nnote: a\nother: b: c\n");
        assert_eq!(fields, ["description=Write <example> tags", "note=a", "other=b: c"]);
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
    fn escaped_quotes_in_quotes_are_quotes() {
        let (fields, _) = read("description: \"Use it: \\\"hi\\\" and \"bye\"\"\n");
        assert_eq!(fields, ["description=Use it: \"hi\" and \"bye\""]);
    }

    #[test]
    fn a_label_before_an_example_at_column_zero_is_text() {
        let (fields, _) =
            read("description: Use this.\nExamples: one\n<example>\nuser: \"hi\"\n</example>\nmodel: x\n");
        assert_eq!(fields, ["description=Use this.\nExamples: one\n<example>\nuser: \"hi\"\n</example>", "model=x"]);
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
            let (_, problems) = read(yaml);
            assert!(problems.iter().all(|problem| problem.starts_with("invalid@")), "{yaml:?}: {problems:?}");
        }
    }

    #[test]
    fn line_ends_make_no_difference() {
        let text = "description: a: b\n  c\n\n  d\nmodel: x\n";
        assert_eq!(read(text), read(&text.replace('\n', "\r\n")));
    }
}
