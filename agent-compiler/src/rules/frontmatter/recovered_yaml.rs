use crate::base::diagnostic::Diagnostic;
use crate::base::span::SpannedText;
use crate::parse::problem::{Literal, ParseProblem};
use crate::parse::recover::retry::{Retry, shown_controls};
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::recovered::{Fate, Recovered, place, recovered, repair};
use crate::rules::rule::rule;

rule! {
    /// Invalid YAML that was read as text.
    ///
    /// ## What it does
    /// Checks for fields that are not valid YAML, but whose value was clearly meant as text: an unquoted text that contains `: `,
    /// or begins with a character such as `*` or `@`, and a text with a control character. The compiler uses the text as it is
    /// written; the other fields keep their meaning in YAML. `unindented-text` and `unreadable-yaml` report those with which
    /// Claude Code does not load the agent.
    ///
    /// ## Why is this bad?
    /// Strict YAML parsers reject the file. Claude Code puts the value in quotes and loads the agent (measured on Claude Code
    /// 2.1.331), but it puts other values of the file in quotes as well, with the comments behind them, and it does not load the
    /// agent at all if the lines end in CRLF, as they may after a checkout on Windows. Control characters become part of its text.
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

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let fields = recovered(agent);
    let is_invalid = |problem: &ParseProblem| matches!(problem, ParseProblem::InvalidYaml(_));
    let is_read = |(.., fate): &Recovered| *fate == Fate::Read;
    let is_loaded = fields.iter().all(is_read) && !agent.definition.problems.iter().any(is_invalid);
    for (key, literal, _) in fields.iter().filter(|field| is_read(field)) {
        diagnostics.push(describe(agent, key, literal, is_loaded));
    }
}

fn describe(agent: &RosterAgent, key: &SpannedText, literal: &Literal, is_loaded: bool) -> Diagnostic {
    let is_own = agent.roster.settings.is_own();
    let read = agent.definition.retry(agent.source).filter(|_| is_loaded && !is_own);
    let consequence = if is_own {
        "strict YAML parsers reject this file"
    } else if !is_loaded {
        "strict YAML parsers reject this file, and so does Claude Code, because of another field"
    } else if read.is_some_and(|read| !read.is_quoted) {
        "strict YAML parsers reject this file; Claude Code loads the agent"
    } else if agent.source.text.get(agent.definition.yaml.clone()).is_some_and(|yaml| yaml.contains("\r\n")) {
        "strict YAML parsers reject this file, and Claude Code does not load the agent, because its lines end in CRLF"
    } else {
        "strict YAML parsers reject this file; Claude Code loads the agent, but not once its lines end in CRLF"
    };
    let mut diagnostic = RULE
        .diagnostic(format!("`{}` is not valid YAML; it was read as text", key.value))
        .at(place(agent.source, literal), &literal.why)
        .note(consequence);
    let others = read.map_or_else(Vec::new, |read| read_otherwise(agent, read));
    if !others.is_empty() {
        diagnostic =
            diagnostic.note(format!("it puts other values in quotes as well, and reads {}", others.join(", ")));
    }
    repair(agent, &key.value, literal, diagnostic)
}

/// The fields of which Claude Code reads another text, each with that text.
fn read_otherwise(agent: &RosterAgent, read: &Retry) -> Vec<String> {
    let fields = agent.definition.entries.iter().flatten();
    let known = fields.filter(|entry| agent.roster.format.fields.find(&entry.key.value).is_some());
    let differing = known.filter_map(|entry| {
        let Yaml::Text(ours) = &entry.value.value else { return None };
        let theirs = read.text(&entry.key.value).filter(|theirs| theirs.trim() != shown_controls(ours).trim())?;
        Some(format!("`{}` as `{theirs}`", entry.key.value))
    });
    differing.collect()
}
