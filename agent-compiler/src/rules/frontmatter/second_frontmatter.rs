use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::parse::frontmatter::{is_delimiter, lines};
use crate::parse::yaml::{self, Entry};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A second frontmatter behind the first.
    ///
    /// ## What it does
    /// Checks whether the prompt begins with a block of fields between two lines `---`, of which the format knows at least one.
    ///
    /// ## Why is this bad?
    /// Only the first block is the frontmatter. Claude Code sends the second one to the model as part of the prompt and ignores its
    /// fields (measured on Claude Code 2.1.331): with `tools` in it, the agent runs with every tool.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// ---
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
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "second-frontmatter": Frontmatter, Warn, agent(check)
}

/// The lines `---` of a block, and its fields.
struct Block<'a> {
    open: Range<usize>,
    close: Range<usize>,
    fields: Vec<Entry<'a>>,
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let definition = agent.definition;
    let mut from = definition.body.start;
    if definition.entries.is_none() {
        return;
    }
    while let Some(block) = block(agent, from) {
        let known = |entry: &&Entry| agent.roster.format.fields.find(&entry.key.value).is_some();
        let known: Vec<_> = block.fields.iter().filter(known).map(|entry| &entry.key).collect();
        if let [first, others @ ..] = known.as_slice() {
            let names =
                others.iter().fold(format!("`{}`", first.value), |names, key| format!("{names}, `{}`", key.value));
            let mut diagnostic = RULE
                .diagnostic("the prompt begins with a second frontmatter")
                .at(
                    Span::new(definition.file, block.open.start..block.open.start + 3),
                    "this block is part of the prompt",
                )
                .note(format!("Claude Code ignores {names} in this block"))
                .help("move the fields to the first frontmatter, and remove this block");
            let is_first = from == definition.body.start;
            diagnostic = diagnostic.fix(is_first.then(|| join(agent, &block)).flatten());
            diagnostics.push(diagnostic);
        }
        from = block.close.end;
    }
}

/// The block with which a text begins, behind empty lines.
fn block<'a>(agent: &RosterAgent<'_, 'a>, from: usize) -> Option<Block<'a>> {
    let RosterAgent { definition, source, .. } = *agent;
    let text = &*source.text;
    // Most prompts begin with something else.
    let begin = from + text.get(from..)?.len() - text.get(from..)?.trim_start().len();
    if !text.get(begin..)?.starts_with("---") {
        return None;
    }
    let mut lines = lines(text, source.line_of(Span::new(definition.file, begin..begin)).start);
    let open = lines.next().filter(|line| is_delimiter(text, line))?;
    let close = lines.find(|line| is_delimiter(text, line))?;
    let fields = yaml::parse(definition.file, source, open.end..close.start).ok()?;
    (!fields.is_empty()).then_some(Block { open, close, fields })
}

/// Makes one frontmatter of two, unless a field is in both.
fn join(agent: &RosterAgent, block: &Block) -> Option<Fix> {
    let RosterAgent { definition, .. } = *agent;
    let is_there = |entry: &Entry| definition.entry(&entry.key.value).is_some();
    let span = Span::new(definition.file, definition.yaml.end..block.open.end);
    (definition.is_yaml() && !block.fields.iter().any(is_there)).then(|| Fix::new(span, "", false))
}
