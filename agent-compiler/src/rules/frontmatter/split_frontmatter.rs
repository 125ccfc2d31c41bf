use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::rule::Level;
use crate::base::span::Span;
use crate::format::fields::{Field, FieldKind};
use crate::parse::problem::ParseProblem;
use crate::parse::recover::retry::{Retry, retry};
use crate::parse::yaml::{Entry, Yaml, for_each_text};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::repaired::keeps_others;
use crate::rules::rule::rule;

rule! {
    /// A `---` inside the frontmatter.
    ///
    /// ## What it does
    /// Checks for three dashes between the first line and the line that closes the frontmatter: in a value, in a table, in a
    /// comment, as a part of a longer row of dashes. The compiler reads the values as YAML does, in which they mean nothing.
    ///
    /// ## Why is this bad?
    /// Claude Code ends the frontmatter at the first `---` below the first line, wherever it is (measured on Claude Code 2.1.331).
    /// What follows is part of the prompt: with `name` or `description` below, the agent is not loaded; with `tools` below, it runs
    /// with every tool. This is a warning where no field of the format is lost.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// # --- permissions ---
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// # === permissions ===
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "split-frontmatter": Frontmatter, Error [own: Allow], agent(check)
}

/// What ends the frontmatter.
const DASHES: &str = "---";

/// The most fields that a message names, and the most rows of dashes that a fix replaces.
const MOST: usize = 16;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let problems = &agent.definition.problems;
    // What is not YAML at all is reported, and has to be mended first.
    let is_valid = || !problems.iter().any(|problem| matches!(problem, ParseProblem::InvalidYaml(_)));
    let inner = |problem: &ParseProblem| match problem {
        ParseProblem::InnerDelimiter(at) => Some(*at),
        _ => None,
    };
    diagnostics.extend(problems.iter().find_map(inner).filter(|_| is_valid()).map(|at| describe(agent, at)));
}

fn describe(agent: &RosterAgent, at: usize) -> Diagnostic {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let entries = definition.entries.as_deref().unwrap_or_default();
    let read = retry(source.text.get(definition.yaml.start..at).unwrap_or_default());
    let known = |entry: &&Entry| roster.format.fields.find(&entry.key.value).is_some();
    let is_below = |entry: &&Entry| entry.key.span.start > at;
    let is_cut = |entry: &&Entry| entry.key.span.start < at && entry.value.span.end > at;
    let below: Vec<_> = entries.iter().filter(known).filter(is_below).take(MOST).collect();
    let cut = entries.iter().find(is_cut);
    let is_whole = definition.name.is_some() && definition.description.is_some();
    let is_lost = is_whole && !read.as_ref().is_some_and(|read| read.is_loaded);
    // A text for the model that ends early is still that text.
    let is_prose = |field: &&Field| matches!(field.kind, FieldKind::Text) && field.name != "name";
    let changes =
        cut.and_then(|entry| roster.format.fields.find(&entry.key.value)).is_some_and(|field| !is_prose(&field));
    let mut diagnostic = RULE
        .diagnostic("the frontmatter contains `---`")
        .at(Span::new(definition.file, at..at + DASHES.len()), "Claude Code ends the frontmatter here");
    if !is_lost && below.is_empty() && !changes {
        diagnostic.level = Level::Warn;
    }
    for entry in &below {
        diagnostic = diagnostic.at(entry.key.span, "this is part of the prompt");
    }
    diagnostic = if is_lost {
        diagnostic.note(why_lost(read.as_ref()))
    } else if below.is_empty() && cut.is_none() {
        diagnostic.note("the lines below are part of the prompt")
    } else {
        consequences(diagnostic, &below, cut)
    };
    diagnostic.help(help(agent, at)).fix(fix(agent).filter(|fix| keeps_others(agent, fix)))
}

/// Why an agent is not loaded.
fn why_lost(read: Option<&Retry>) -> String {
    let missing = |read: &Retry| ["name", "description"].into_iter().find(|name| !read.has(name));
    match read.map(missing) {
        Some(Some(name)) => format!("Claude Code does not load the agent, because `{name}` is part of the prompt"),
        _ => "Claude Code does not load the agent, because the lines above are not valid YAML by themselves".to_owned(),
    }
}

/// What is lost of an agent that is loaded.
fn consequences(mut diagnostic: Diagnostic, below: &[&Entry], cut: Option<&Entry>) -> Diagnostic {
    let mut ignored = Vec::new();
    for entry in below {
        match &*entry.key.value {
            "tools" => {
                diagnostic = diagnostic.note("Claude Code runs the agent with every tool, because it ignores `tools`");
            }
            "disallowedTools" => {
                diagnostic =
                    diagnostic.note("Claude Code denies the agent no tool, because it ignores `disallowedTools`");
            }
            name => ignored.push(format!("`{name}`")),
        }
    }
    if !ignored.is_empty() {
        diagnostic = diagnostic.note(format!("Claude Code ignores {}", ignored.join(", ")));
    }
    match cut {
        Some(entry) => diagnostic.note(format!("Claude Code reads `{}` up to here", entry.key.value)),
        None => diagnostic,
    }
}

fn help(agent: &RosterAgent, at: usize) -> &'static str {
    if comment(agent, at) {
        "write other characters in the comment, such as `===`"
    } else {
        "write something else here, such as `***` for a rule or `--` for a dash, or move the text to the prompt"
    }
}

/// Whether an offset lies in a comment: in no key and no text, behind a `#` on its line.
fn comment(agent: &RosterAgent, at: usize) -> bool {
    let RosterAgent { definition, source, .. } = *agent;
    let mut is_text = false;
    for_each_text(definition.entries.as_deref().unwrap_or_default(), &mut |_, span| {
        is_text |= span.range().contains(&at);
    });
    let line = source.line_of(Span::new(definition.file, at..at)).start;
    !is_text && source.text.get(line..at).is_some_and(|before| before.contains('#'))
}

/// Writes each row of dashes in the frontmatter otherwise. None where one of them is in a key, or in a value that is not
/// valid YAML and is reported as such.
fn fix(agent: &RosterAgent) -> Option<Fix> {
    let RosterAgent { definition, source, .. } = *agent;
    let entries = definition.entries.as_deref().unwrap_or_default();
    if definition.problems.iter().any(|problem| matches!(problem, ParseProblem::Recovered(..))) {
        return None;
    }
    let yaml = source.text.get(definition.yaml.clone())?;
    let mut fix = Fix { edits: Vec::new(), safe: true };
    let mut done = 0;
    for (start, _) in yaml.match_indices(DASHES) {
        let start = definition.yaml.start + start;
        if start < done {
            continue;
        }
        let row = source.text.get(start..)?;
        let end = start + row.len() - row.trim_start_matches('-').len();
        done = end;
        if fix.edits.len() == MOST {
            return None;
        }
        let (text, is_same) = if comment(agent, start) {
            ("=".repeat(end - start), true)
        } else {
            let value = text_at(entries, start)?;
            let line = source.text.get(source.line_of(Span::new(definition.file, start..start)))?;
            if is_in_quotes(agent, value) {
                // An escape is the same character.
                let escaped = (start..end).map(|at| if (at - start).is_multiple_of(2) { "-" } else { "\\x2d" });
                (escaped.collect(), true)
            } else if line.trim().trim_matches('-').is_empty() {
                ("***".to_owned(), false)
            } else {
                ("--".to_owned(), false)
            }
        };
        fix.safe &= is_same;
        fix.edits.push(Edit { span: Span::new(definition.file, start..end), text });
    }
    (!fix.edits.is_empty()).then_some(fix)
}

/// Whether a text is in double quotes. That of a block, which may begin with one, is alone on its first line.
fn is_in_quotes(agent: &RosterAgent, value: Range<usize>) -> bool {
    let RosterAgent { definition, source, .. } = *agent;
    let line = source.line_of(Span::new(definition.file, value.start..value.start)).start;
    let is_behind_key = source.text.get(line..value.start).is_some_and(|before| !before.trim().is_empty());
    is_behind_key && source.text.get(value).is_some_and(|written| written.starts_with('"'))
}

/// The range of the text in which an offset lies, unless that is a key.
fn text_at(entries: &[Entry], at: usize) -> Option<Range<usize>> {
    let entry = entries.iter().find(|entry| entry.key.span.start <= at && at < entry.value.span.end)?;
    let mut nodes = vec![&entry.value];
    while let Some(node) = nodes.pop().filter(|_| !entry.key.span.range().contains(&at)) {
        match &node.value {
            Yaml::Text(_) if node.span.range().contains(&at) => return Some(node.span.range()),
            Yaml::List(items) => nodes.extend(items),
            Yaml::Map(entries) => {
                if entries.iter().any(|entry| entry.key.span.range().contains(&at)) {
                    return None;
                }
                nodes.extend(entries.iter().map(|entry| &entry.value));
            }
            _ => {}
        }
    }
    None
}
