use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::format::fields::{Field, FieldKind};
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Entry, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::repaired::keeps_others;
use crate::rules::rule::rule;

rule! {
    /// A field without a value.
    ///
    /// ## What it does
    /// Checks the fields of the format for a value that is missing, `null`, or only white space, and `skills` and `mcpServers`
    /// for an empty name.
    ///
    /// ## Why is this bad?
    /// Claude Code does not load an agent whose `name` or `description` is missing or `null`, ignores other empty fields, and runs an
    /// agent with an empty `tools` field without any tools, where its author may have meant all of them (measured on Claude Code
    /// 2.1.331). Other programs may reject the file.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools:
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// List the tools, or write `[]` if the agent needs none. An agent without a `tools` field gets every tool.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "empty-field": Frontmatter, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, .. } = *agent;
    let Some(entries) = &definition.entries else { return };
    for entry in entries {
        let is_empty = match &entry.value.value {
            Yaml::Null => true,
            Yaml::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        if let Some(field) = roster.format.fields.find(&entry.key.value).filter(|_| is_empty) {
            diagnostics.push(describe(agent, field, entry));
        }
    }
    for problem in &definition.problems {
        match problem {
            ParseProblem::EmptyValue(field, entry) => diagnostics.push(describe(agent, field, entry)),
            ParseProblem::EmptyItem(field, span) => diagnostics.push(
                RULE.diagnostic(format!("an entry of `{}` has no value", field.name))
                    .at(*span, "this is empty")
                    .note("nothing has an empty name: either a name was left out, or the entry means nothing")
                    .help("write the name, or remove the entry"),
            ),
            _ => {}
        }
    }
}

fn describe(agent: &RosterAgent, field: &Field, entry: &Entry) -> Diagnostic {
    let source = agent.source;
    let (key, value) = (entry.key.span, entry.value.span);
    let line = source.text.get(key.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let behind = line.trim_start_matches(':').trim_start();
    // Text that is white space alone is loaded.
    let is_white_space = matches!(&entry.value.value, Yaml::Text(text) if !text.is_empty());
    let written = source.text.get(value.range()).unwrap_or_default();
    let (note, help) = match field.kind {
        FieldKind::Tools if field.name == "tools" => (
            "Claude Code 2.1.331 runs an agent with an empty `tools` field without any tools",
            "list the tools, or write `[]` if the agent needs none",
        ),
        FieldKind::Tools => (
            "Claude Code 2.1.331 denies such an agent no tool, although some may have been meant",
            "list the tools to deny, or write `[]` to deny none",
        ),
        _ if field.required && is_white_space => ("programs may silently skip such an agent", "write the value"),
        _ if field.required => ("Claude Code 2.1.331 does not load such an agent", "write the value"),
        FieldKind::Hooks if is_white_space => ("Claude Code 2.1.331 does not load such an agent", "remove the line"),
        _ => (
            "Claude Code 2.1.331 ignores the field, but other programs may reject the file",
            "write the value, or remove the line",
        ),
    };
    let help = match field.kind {
        _ if behind.starts_with(['|', '>']) => {
            "indent the lines below: the text of a block must be indented more than its key"
        }
        FieldKind::Text if behind.starts_with('#') => {
            "the text after `#` is a comment: if it is the value, put it in quotes"
        }
        // No value of these begins with `#`: in quotes it would be a wrong one.
        _ if behind.starts_with('#') && !field.required && !matches!(field.kind, FieldKind::Tools) => {
            "the text after `#` is a comment: write a value in front of it, or remove the line"
        }
        _ => help,
    };
    // `null` may be meant as a word.
    let is_word = matches!(field.kind, FieldKind::Text) && written.starts_with(char::is_alphabetic);
    let help = if is_word {
        format!("{help}; if it is this word, put it in quotes: `\"{written}\"`")
    } else {
        help.to_owned()
    };
    let diagnostic = RULE.diagnostic(format!("the field `{}` has no value", field.name));
    let diagnostic = match entry.value.value {
        Yaml::Text(_) | Yaml::Null if !value.range().is_empty() => diagnostic.at(value, "this is empty"),
        _ => diagnostic.at(key, "no value follows"),
    };
    // Without the line the agent is the same, unless tools were meant.
    let is_removable = agent.definition.is_yaml()
        && !field.required
        && !matches!(field.kind, FieldKind::Tools)
        && !behind.starts_with(['|', '>']);
    // The span of a missing value may be far below.
    let end = if value.range().is_empty() { Span::new(key.file, key.end + 1..key.end + 1) } else { value };
    let fix = is_removable.then(|| Fix::remove_lines(source, key, end)).flatten();
    let fix = fix.filter(|fix| keeps_others(agent, fix));
    diagnostic.note(note).help(help).fix(fix)
}
