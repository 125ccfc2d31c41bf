//! What an editor shows over a variant: of an agent its description, model, tools and file, of another name whose it is.

use std::borrow::Cow;

use crate::base::span::SpannedText;
use crate::emit::rust::code::DocComment;
use crate::parse::definition::Definition;
use crate::resolve::roster::Roster;

/// The most characters of a description that are shown.
const SHOWN: usize = 400;

/// The documentation of an agent.
#[must_use]
pub fn agent(roster: &Roster, definition: &Definition) -> DocComment {
    let mut comment = DocComment::default();
    comment.push_text(roster.name_of(definition));
    let description = &*definition.examples.description;
    if !description.is_empty() {
        comment.push(": ");
        comment.push_text(&shortened(description));
    }
    comment.push(" *Model: ");
    match &definition.model {
        None => comment.push("not set"),
        Some(model) => comment.push_text(&model.value),
    }
    comment.push(". Tools: ");
    match &definition.tools {
        None => comment.push("all"),
        Some(tools) if tools.is_empty() => comment.push("none"),
        Some(tools) => comment.push_text(&list(tools)),
    }
    if !definition.disallowed_tools.is_empty() {
        comment.push(", without ");
        comment.push_text(&list(&definition.disallowed_tools));
    }
    let parameters = roster.prompts().parameters(definition.file);
    if !parameters.is_empty() {
        comment.push(". Parameters: ");
        let names: Vec<_> = parameters.iter().map(|parameter| parameter.name.as_str()).collect();
        comment.push_text(&names.join(", "));
    }
    comment.push(". File: ");
    comment.push_text(roster.source(definition).map_or("", |source| &source.path));
    comment.push("*");
    comment
}

/// How many agents are listed by name.
const LISTED: usize = 3;

/// The documentation of a tool, with the names of the agents that are granted or denied it.
#[must_use]
pub fn tool(name: &str, granted: &[&str], denied: &[&str]) -> DocComment {
    let mut comment = DocComment::default();
    comment.push_text(name);
    comment.push(": ");
    for (what, agents) in [("granted to ", granted), ("denied to ", denied)] {
        if !agents.is_empty() {
            comment.push(if what == "denied to " && !granted.is_empty() { ", " } else { "" });
            comment.push(what);
            comment.push_text(&some_of(agents));
        }
    }
    comment.push(if granted.is_empty() && denied.is_empty() { "implied by a memory." } else { "." });
    comment
}

/// The documentation of a model or a group, with the names of its agents.
#[must_use]
pub fn used(name: &str, what: &'static str, agents: &[&str]) -> DocComment {
    let mut comment = DocComment::default();
    comment.push_text(name);
    comment.push(what);
    comment.push_text(&some_of(agents));
    comment.push(".");
    comment
}

/// The first of some names, and how many more there are.
fn some_of(names: &[&str]) -> String {
    let shown = names.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

/// The beginning of a long text, up to its last whole word.
fn shortened(text: &str) -> Cow<'_, str> {
    // No character takes less than a byte.
    let end = if text.len() > SHOWN { text.char_indices().nth(SHOWN) } else { None };
    match end.and_then(|(end, _)| text.get(..end)) {
        None => text.into(),
        Some(start) => {
            let whole = start.rfind(' ').and_then(|end| start.get(..end)).unwrap_or(start);
            format!("{whole}…").into()
        }
    }
}

fn list(tools: &[SpannedText]) -> String {
    tools.iter().map(|tool| &*tool.value).collect::<Vec<_>>().join(", ")
}
