use std::borrow::Cow;

use crate::base::diagnostic::{Diagnostic, Label};
use crate::base::rule::Level;
use crate::format::hooks::Hooks;
use crate::format::shape::Shape;
use crate::parse::hooks::{HookFault, HookProblem};
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::found::found;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// A hook that is not valid.
    ///
    /// ## What it does
    /// Checks the value of each event in `hooks`: a list of groups, each with an optional `matcher` and a list `hooks` of
    /// handlers. A handler has a `type` (`command`, `prompt`, `agent`, `http` or `mcp_tool`) and the keys of that type.
    ///
    /// An event without a value is only a warning, since it holds no hook that could be lost.
    ///
    /// ## Why is this bad?
    /// Measured on Claude Code 2.1.331: it does not load an agent with such a hook for `PreToolUse` or `PermissionRequest`, and
    /// ignores the hook for any other event.
    ///
    /// ## Example
    /// The handler is not in a list below `hooks`.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// hooks:
    ///   PreToolUse:
    ///     - matcher: Bash
    ///       command: ./scripts/deny-push.sh
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// hooks:
    ///   PreToolUse:
    ///     - matcher: Bash
    ///       hooks:
    ///         - type: command
    ///           command: ./scripts/deny-push.sh
    /// ---
    /// Read the change.
    /// ```
    "invalid-hook": Frontmatter, Error [own: Allow], agent(check)
}

/// The most places of one mistake that are shown.
const MOST_SPANS: usize = 5;

/// Message, label and help.
pub type Words = (String, String, Cow<'static, str>);

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    // The hooks of a plugin's agent are ignored as a whole, which is `ignored-field`.
    if agent.is_of_plugin() {
        return;
    }
    let from = diagnostics.len();
    let mut last = None;
    for problem in &agent.definition.problems {
        let ParseProblem::Hook(problem) = problem else { continue };
        let Some(diagnostic) = describe(problem, &agent.roster.format.hooks) else { continue };
        // The same mistake in several groups of an event is one.
        let event = problem.event.span;
        match diagnostics.get_mut(from..).and_then(<[_]>::last_mut) {
            Some(before) if last == Some(event) && before.message == diagnostic.message => {
                let is_shown = before.labels.len() < MOST_SPANS;
                let labels = diagnostic.labels.into_iter().filter(|_| is_shown);
                before.labels.extend(labels.map(|label| Label { message: "here too".to_owned(), ..label }));
            }
            _ => diagnostics.push(diagnostic),
        }
        last = Some(event);
    }
}

fn describe(problem: &HookProblem, hooks: &Hooks) -> Option<Diagnostic> {
    let event = &problem.event.value;
    let handler_of = |handler: Option<&'static str>| handler.unwrap_or("command");
    let (message, label, help): Words = match &problem.fault {
        HookFault::UnknownEvent { .. } => return None,
        HookFault::NotGroups(value) => (
            format!("the hooks of `{event}` must be a list, found {}", found(value)),
            is(value),
            match value {
                Yaml::Null => "write a list of hooks, or remove the event".into(),
                Yaml::Map(_) => "begin the entry with a dash: `- hooks: [ … ]`".into(),
                _ => "write a list: `- hooks: [ { type: command, command: … } ]`".into(),
            },
        ),
        HookFault::NotGroup(value) => (
            format!("an entry of `{event}` must be a map, found {}", found(value)),
            is(value),
            "write `- hooks: [ { type: command, command: … } ]`".into(),
        ),
        HookFault::NoHandlers(handler) => (
            format!("an entry of `{event}` has no list `hooks`"),
            match handler {
                Some(handler) => format!("this is a handler of type `{handler}`, not a list of them"),
                None => "no handlers in this entry".to_owned(),
            },
            format!("write the handler below `hooks:`, as an item that begins with `- type: {}`", handler_of(*handler))
                .into(),
        ),
        HookFault::NotHandlers(value) => (
            format!("`hooks` in an entry of `{event}` must be a list, found {}", found(value)),
            String::new(),
            "begin each handler with a dash: `- type: command`".into(),
        ),
        HookFault::WrongMatcher(value) => (
            format!("`matcher` must be text, found {}", found(value)),
            is(value),
            match value {
                Yaml::Null => "write `\"*\"`, or remove the line: both match all".into(),
                _ => "write the names of tools with `|` between them, such as `Edit|Write`".into(),
            },
        ),
        HookFault::NotHandler(value) => (
            format!("a handler of `{event}` must be a map, found {}", found(value)),
            is(value),
            "write the command as `- type: command` with `command:` below it".into(),
        ),
        HookFault::NoType(handler) => (
            format!("a handler of `{event}` has no `type`"),
            String::new(),
            format!("add `type: {}`", handler_of(*handler)).into(),
        ),
        HookFault::UnknownType(value) => unknown_type(value, hooks),
        HookFault::MissingKey { handler, key, instead } => (
            format!("a hook of type `{handler}` has no `{key}`"),
            instead.as_ref().map_or_else(String::new, |other| format!("it has `{}`", other.value)),
            match instead.as_ref().and_then(|other| hooks.handler_with(&other.value)) {
                Some(other) => format!("write `type: {other}`, or add `{key}:`").into(),
                None => format!("add `{key}:`").into(),
            },
        ),
        HookFault::WrongKey { key, shape, is_required, value } => wrong_key(key, *shape, *is_required, value),
    };
    let is_empty = matches!(problem.fault, HookFault::NotGroups(Yaml::Null));
    let note = match (is_empty, problem.is_guard) {
        (true, _) => Cow::Borrowed("Claude Code 2.1.331 ignores an event without a value"),
        (false, true) => {
            format!("Claude Code 2.1.331 does not load an agent with an invalid hook for `{event}`").into()
        }
        (false, false) => "Claude Code 2.1.331 ignores an invalid hook: it never runs".into(),
    };
    let diagnostic = RULE.diagnostic(message).at(problem.span, label).note(note).help(help);
    Some(Diagnostic { level: if is_empty { Level::Warn } else { diagnostic.level }, ..diagnostic })
}

fn unknown_type(value: &Yaml, hooks: &Hooks) -> Words {
    let names: Vec<_> = hooks.handlers().iter().map(|name| format!("`{name}`")).collect();
    let help = format!("the types are {}", names.join(", ")).into();
    let Yaml::Text(text) = value else {
        return (format!("the type of a hook must be text, found {}", found(value)), String::new(), help);
    };
    let meant = distance::closest(text, hooks.handlers().iter().copied());
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    (format!("unknown type of hook `{text}`"), label, help)
}

/// A key that does not hold what it must.
#[must_use]
pub fn wrong_key(key: &str, shape: Shape, is_required: bool, value: &Yaml) -> Words {
    let wanted = wanted(shape);
    let message = match (shape, value) {
        (Shape::Url, Yaml::Text(text)) => format!("`{text}` is not a URL"),
        (Shape::Words(_), Yaml::Text(text)) => format!("invalid value `{text}` for `{key}`"),
        (Shape::Seconds | Shape::Count, Yaml::Integer(number)) => format!("invalid value `{number}` for `{key}`"),
        (Shape::Texts, Yaml::List(_)) => format!("`{key}` must be {wanted}, found other items"),
        (Shape::TextMap, Yaml::Map(_)) => format!("`{key}` must be {wanted}, found other values"),
        _ => format!("`{key}` must be {wanted}, found {}", found(value)),
    };
    let or = if is_required { "" } else { ", or remove the key" };
    let help = match (shape, value) {
        (Shape::Texts, Yaml::List(_)) | (Shape::TextMap, Yaml::Map(_)) => "put what is not text in quotes".into(),
        (Shape::Seconds | Shape::Count, Yaml::Text(text)) if text.parse::<f64>().is_ok() => "remove the quotes".into(),
        (Shape::Boolean, Yaml::Text(text)) if matches!(text.as_ref(), "true" | "false") => "remove the quotes".into(),
        _ => format!("write {wanted}{or}").into(),
    };
    (message, String::new(), help)
}

fn is(value: &Yaml) -> String {
    if matches!(value, Yaml::Null) { String::new() } else { format!("this is {}", found(value)) }
}

fn wanted(shape: Shape) -> Cow<'static, str> {
    Cow::Borrowed(match shape {
        Shape::Text => "text",
        Shape::Url => "a URL such as `https://example.org/hook`",
        Shape::Seconds => "a number of seconds above 0",
        Shape::Count => "a whole number above 0",
        Shape::Boolean => "`true` or `false`",
        Shape::Texts => "a list of texts",
        Shape::Map => "a map",
        Shape::TextMap => "a map of texts",
        Shape::Words(words) => {
            return words.split(' ').map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" or ").into();
        }
    })
}
