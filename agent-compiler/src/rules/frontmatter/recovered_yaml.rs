use std::cell::LazyCell;
use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::format::fields::FieldKind;
use crate::parse::frontmatter;
use crate::parse::line_breaks;
use crate::parse::problem::{Literal, ParseProblem};
use crate::parse::recover;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// Invalid YAML that was read as text.
    ///
    /// ## What it does
    /// Checks for fields that are not valid YAML, but whose value was clearly meant as text: an unquoted text that contains `: `,
    /// begins with a character such as `*` or `@`, or continues at the start of a line, and quotes inside quotes. The compiler uses
    /// the text as it is written; the other fields keep their meaning in YAML.
    ///
    /// ## Why is this bad?
    /// Strict YAML parsers reject the file. Claude Code may load it, but Claude Code 2.1.331 does not if the lines end in CRLF, as
    /// they may after a checkout on Windows, or if the text continues at the start of a line.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change. Reports three things: errors, missing tests and unclear names.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// In a block, no character needs escaping.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: |-
    ///   Reviews a change. Reports three things: errors, missing tests and unclear names.
    /// ---
    /// Read the change.
    /// ```
    "recovered-yaml": Frontmatter, Warn, agent(check)
}

/// The most characters of a line, and the most lines, of the repaired field that a message shows.
const SHOWN: (usize, usize) = (60, 2);

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    let yaml = LazyCell::new(|| YamlShape::of(source.text.get(definition.yaml.clone()).unwrap_or_default()));
    for problem in &definition.problems {
        if let ParseProblem::Recovered(key, literal) = problem {
            diagnostics.push(describe(agent, *yaml, &key.value, literal));
        }
    }
}

fn describe(agent: &RosterAgent, yaml: YamlShape, key: &str, literal: &Literal) -> Diagnostic {
    let source = agent.source;
    let Literal { value, offset, why, .. } = literal;
    let character = source.text.get(*offset..).and_then(|rest| rest.chars().next()).filter(|c| !c.is_control());
    let written = agent.index.redacted(value.span.range());
    let span = Span::new(value.span.file, *offset..offset + character.map_or(0, char::len_utf8));
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
    let diagnostic = RULE
        .diagnostic(format!("`{key}` is not valid YAML; it was read as text"))
        .at(span, why)
        .note(consequence(yaml, &written))
        .help(format!(
            "put the text in a block, `{key}: |-`, where no character needs escaping:\n  {key}: |-{repaired}"
        ))
        .fix(block(agent, key, literal));
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

/// The value as a block text, with the line ends of its file; none for characters that YAML does not allow, and for fields
/// that do not hold text.
fn block(agent: &RosterAgent, key: &str, literal: &Literal) -> Option<Fix> {
    let source = agent.source;
    let Yaml::Text(text) = &literal.value.value else { return None };
    if matches!(
        agent.roster.format.fields.find(key).map(|field| &field.kind),
        Some(FieldKind::Boolean | FieldKind::Integer(_) | FieldKind::Effort)
    ) {
        return None;
    }
    // White space after the value would become part of it.
    let behind = source.text.get(literal.written.end..)?;
    let blank = behind.len() - behind.trim_start_matches(|c: char| c.is_whitespace() && c != '\r' && c != '\n').len();
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
            block.push_str("  ");
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
    let lines = frontmatter::lines(&source.text, literal.written.start).skip(1);
    let mut lines = lines.take_while(|line| line.start < literal.written.end);
    let is_field = |line: Range<usize>| {
        recover::key_at(&source.text, &line)
            .is_some_and(|key| !recover::is_speaker(source.text.get(key).unwrap_or_default()))
    };
    recover::is_speaker(key) || lines.any(is_field)
}

/// Whether the first line of a text ends in CRLF.
fn has_crlf(text: &str) -> bool {
    text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'))
}

/// What the YAML around a recovered field is like.
#[derive(Clone, Copy)]
struct YamlShape {
    has_crlf: bool,
    has_inline_list: bool,
}

impl YamlShape {
    fn of(yaml: &str) -> Self {
        let has_inline_list = yaml.lines().any(|line| {
            let value = line.split_once(": ").map_or("", |(_, value)| value).trim();
            value.starts_with('[') && value.ends_with(']')
        });
        Self { has_crlf: yaml.contains("\r\n"), has_inline_list }
    }
}

/// What other programs may do with the same file.
fn consequence(yaml: YamlShape, value: &str) -> &'static str {
    if yaml.has_crlf {
        "strict YAML parsers reject this file, and Claude Code may too, because its lines end in CRLF"
    } else if value.contains('\n') {
        "strict YAML parsers reject this file, and Claude Code may too, because the text spans several lines"
    } else if yaml.has_inline_list {
        "strict YAML parsers reject this file; Claude Code may load it without the first and the last entry of a list in \
         brackets, and reject it once its lines end in CRLF"
    } else {
        "strict YAML parsers reject this file; Claude Code may load it, but reject it once its lines end in CRLF"
    }
}
