//! What the rules about values that were read as text have in common.

use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::{Span, SpannedText};
use crate::format::fields::FieldKind;
use crate::parse::frontmatter;
use crate::parse::line_breaks;
use crate::parse::problem::{Literal, ParseProblem};
use crate::parse::recover;
use crate::parse::recover::retry::retry;
use crate::parse::yaml::{self, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::repaired::repairs_alone;

/// The most characters of a line, and the most lines, of the repaired field that a message shows.
const SHOWN: (usize, usize) = (60, 2);

/// The indentation of a block.
const INDENTATION: &str = "  ";

/// What Claude Code makes of a field that was read as text. A program of the user's own reads each.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It reads the field.
    Read,
    /// It does not load the agent, because the text continues at the start of a line.
    Unindented,
    /// It does not load the agent for another reason.
    Unread,
    /// It does not load the agent, because the values that it puts in quotes for this field include another one.
    Quoted,
}

/// A field that was read as text.
pub(super) type Recovered<'r, 'a> = (&'r SpannedText<'a>, &'r Literal<'a>, Fate);

/// The fields that were read as text, with what Claude Code makes of them.
pub(super) fn recovered<'r, 'a>(agent: &RosterAgent<'r, 'a>) -> Vec<Recovered<'r, 'a>> {
    let RosterAgent { definition, source, .. } = *agent;
    if !definition.problems.iter().any(is_recovered) {
        return Vec::new();
    }
    let read = definition.retry(source);
    let is_loaded = read.is_some_and(|read| read.is_loaded);
    let is_own = agent.roster.settings.is_own();
    let fate = |key: &SpannedText, literal: &Literal| {
        if is_own || is_loaded {
            return Fate::Read;
        }
        let lines = source.text.get(source.line_of(key.span).start..literal.written.end).unwrap_or_default();
        let goes_on = lines.split('\n').skip(1).any(|line| line.starts_with(|c: char| !c.is_whitespace()));
        match retry(lines) {
            Some(_) => Fate::Read,
            None if goes_on => Fate::Unindented,
            None => Fate::Unread,
        }
    };
    let mut fields: Vec<Recovered> = definition
        .problems
        .iter()
        .filter_map(|problem| match problem {
            ParseProblem::Recovered(key, literal) => Some((key, literal, fate(key, literal))),
            _ => None,
        })
        .collect();
    // What is missing or cannot be recovered is reported as such.
    let is_whole = definition.name.is_some() && definition.description.is_some();
    let has_other_cause = match read {
        Some(_) => !is_whole,
        None => definition.problems.iter().any(|problem| matches!(problem, ParseProblem::InvalidYaml(_))),
    };
    if !is_own && !is_loaded && !has_other_cause && fields.iter().all(|(.., fate)| *fate == Fate::Read) {
        for (.., fate) in &mut fields {
            *fate = Fate::Quoted;
        }
    }
    fields
}

fn is_recovered(problem: &ParseProblem) -> bool {
    matches!(problem, ParseProblem::Recovered(..))
}

/// Where the YAML becomes invalid.
pub(super) fn place(source: &Source, literal: &Literal) -> Span {
    let character = source.text.get(literal.offset..).and_then(|rest| rest.chars().next());
    let width = character.filter(|c| !c.is_control()).map_or(0, char::len_utf8);
    Span::new(literal.value.span.file, literal.offset..literal.offset + width)
}

/// Adds how a field that was read as text becomes valid.
pub(super) fn repair(agent: &RosterAgent, key: &str, literal: &Literal, diagnostic: Diagnostic) -> Diagnostic {
    let source = agent.source;
    let written = agent.index.redacted(literal.value.span.range());
    let mut repaired = String::new();
    for line in written.lines().take(SHOWN.1) {
        repaired.push_str("\n    ");
        let line = line.trim();
        repaired.extend(line.chars().take(SHOWN.0));
        if line.chars().nth(SHOWN.0).is_some() {
            repaired.push('…');
        }
    }
    if written.lines().nth(SHOWN.1).is_some() {
        repaired.push_str("\n    …");
    }
    // YAML has no control characters in a block either.
    if source.text.get(literal.offset..).is_some_and(yaml::begins_with_control) {
        return diagnostic.help("remove the control character");
    }
    let behind = source.text.get(literal.written.start..).unwrap_or_default();
    if yaml::no_blank(behind).is_some() {
        let fix = blank(agent, key, literal, behind).filter(|fix| repairs_alone(agent, fix));
        return diagnostic.help("write an ordinary space after the colon").fix(fix);
    }
    let diagnostic = diagnostic
        .help_with_example(
            format!("put the text in a block, `{key}: |-`, where no character needs escaping:"),
            &format!("  {key}: |-{repaired}"),
        )
        .fix(block(agent, key, literal).filter(|fix| repairs_alone(agent, fix)));
    if may_be_prompt(source, literal) {
        return diagnostic.help("if the text below the empty line is the prompt, put a line `---` above it");
    }
    if may_hold_field(source, key, literal) {
        return diagnostic
            .help("if one of these lines was meant as a field, put the text above it in quotes or a block");
    }
    if line_breaks::has_literal_breaks(&written) {
        return diagnostic
            .help("in the block, write line breaks instead of `\\n`, which other programs may keep as two characters");
    }
    diagnostic
}

/// A space in place of white space that looks like one, where that is all that is wrong.
fn blank(agent: &RosterAgent, key: &str, literal: &Literal, behind: &str) -> Option<Fix> {
    let start = literal.written.start;
    let length = behind.len() - behind.trim_start_matches(|c: char| c.is_whitespace() && c != '\r' && c != '\n').len();
    let value = agent.source.text.get(start + length..literal.written.end)?;
    let fixed = Source::new("", format!("{key}: {value}"));
    let is_valid = yaml::parse(0, &fixed, 0..fixed.text.len()).is_ok();
    let fix = Fix::new(Span::new(literal.value.span.file, start..start + length), " ", true);
    if is_valid { Some(fix) } else { block(agent, key, literal) }
}

/// The value as a block text, with the line ends of its file; none for characters that YAML does not allow, and for fields
/// that do not hold text.
fn block(agent: &RosterAgent, key: &str, literal: &Literal) -> Option<Fix> {
    let source = agent.source;
    let Yaml::Text(text) = &literal.value.value else { return None };
    // Beside what cannot be read, a block may make YAML of lines that are none.
    if agent.definition.problems.iter().any(|problem| matches!(problem, ParseProblem::InvalidYaml(_))) {
        return None;
    }
    if matches!(
        agent.roster.format.fields.find(key).map(|field| &field.kind),
        Some(FieldKind::Boolean | FieldKind::Integer(_) | FieldKind::Effort)
    ) {
        return None;
    }
    // White space after the value would become part of it, also that of a line which is longer than the indentation.
    let behind = source.text.get(literal.written.end..)?;
    let space = behind.get(..behind.len() - behind.trim_start().len())?;
    let (first, below) = space.split_once('\n').unwrap_or((space, ""));
    let (lines, _) = below.rsplit_once('\n').unwrap_or_default();
    let is_long = lines.split('\n').any(|line| line.trim_end_matches('\r').len() > INDENTATION.len());
    let blank = if is_long { first.len() + 1 + lines.len() } else { first.len() };
    let blank = space.get(..blank)?.trim_end_matches('\r').len();
    let span = Span::new(literal.value.span.file, literal.written.start..literal.written.end + blank);
    let is_printable = |c: char| !c.is_control() || matches!(c, '\t' | '\n');
    if !text.chars().all(is_printable) || text.contains(['\u{2028}', '\u{2029}', '\u{feff}', '\u{fffe}', '\u{ffff}']) {
        return None;
    }
    let end = if has_crlf(source.text.get(span.start..)?) { "\r\n" } else { "\n" };
    let mut block = " |-".to_owned();
    for line in text.split('\n') {
        block.push_str(end);
        if !line.is_empty() {
            block.push_str(INDENTATION);
            block.push_str(line);
        }
    }
    Some(Fix::new(span, block, !may_be_prompt(source, literal) && !may_hold_field(source, key, literal)))
}

/// Whether the text goes on at column 0 after an empty line: it may be a prompt whose closing `---` is missing.
fn may_be_prompt(source: &Source, literal: &Literal) -> bool {
    let written = source.text.get(literal.written.clone()).unwrap_or_default();
    let mut below = written.lines().skip(1).skip_while(|line| !line.trim().is_empty());
    // Examples with what people say in them are part of a description.
    !written.contains("<example>") && below.any(|line| line.starts_with(|c: char| !c.is_whitespace()))
}

/// Whether a line of the text may have been meant as a custom field, or the field itself as a turn of an example.
fn may_hold_field(source: &Source, key: &str, literal: &Literal) -> bool {
    let mut is_open = false;
    let lines = frontmatter::lines(&source.text, literal.written.start);
    let mut lines = lines.take_while(|line| line.start < literal.written.end);
    let is_field = |line: Range<usize>| {
        // What is said in an example is no field.
        let was_open = is_open;
        is_open = recover::is_in_example(source.text.get(line.clone()).unwrap_or_default(), is_open);
        let is_first = line.start <= literal.written.start;
        !is_first
            && !was_open
            && recover::key_at(&source.text, &line)
                .is_some_and(|key| !recover::is_speaker(source.text.get(key).unwrap_or_default()))
    };
    recover::is_speaker(key) || lines.any(is_field)
}

/// Whether the first line of a text ends in CRLF.
fn has_crlf(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'))
}
