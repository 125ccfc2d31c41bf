//! A map of hooks in; what is wrong with its events and handlers out.

use std::borrow::Cow;

use crate::base::span::{Span, SpannedText};
use crate::format::hooks::Hooks;
use crate::format::shape::Shape;
use crate::parse::shape::{find, fits};
use crate::parse::yaml::{Entry, Node, Yaml};

/// Something about one event of the hooks.
#[derive(Debug)]
pub struct HookProblem<'a> {
    /// The event as the file spells it.
    pub event: SpannedText<'a>,
    /// Whether a hook of this event that is not valid takes the agent with it.
    pub is_guard: bool,
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub fault: HookFault<'a>,
}

/// What is wrong with an event or one of its hooks. The names are those of the documentation: an event has a list of
/// groups, each with a `matcher` and a list of handlers.
#[derive(Debug)]
pub enum HookFault<'a> {
    /// There is no such event.
    UnknownEvent {
        /// The event that may have been meant.
        meant: Option<&'static str>,
        /// Whether it would hold valid hooks under that name, and is not there itself.
        is_ready: bool,
    },
    /// The value of an event is not a list.
    NotGroups(Yaml<'a>),
    /// A group is not a map.
    NotGroup(Yaml<'a>),
    /// A group has no list of handlers. It is itself one of this type, if any.
    NoHandlers(Option<&'static str>),
    /// The `hooks` of a group is not a list.
    NotHandlers(Yaml<'a>),
    /// The `matcher` of a group is not text.
    WrongMatcher(Yaml<'a>),
    /// A handler is not a map.
    NotHandler(Yaml<'a>),
    /// A handler has no type; its keys are those of this one, if any.
    NoType(Option<&'static str>),
    /// There is no such type of handlers.
    UnknownType(Yaml<'a>),
    /// A handler of this type has no such key. It has another one in its place, if any.
    MissingKey {
        /// The type of the handler.
        handler: Cow<'a, str>,
        /// The key.
        key: &'static str,
        /// A key of another type of handlers.
        instead: Option<SpannedText<'a>>,
    },
    /// A key does not hold what it must.
    WrongKey {
        /// The key.
        key: &'static str,
        /// What it must hold.
        shape: Shape,
        /// Whether the handler is not valid without it.
        is_required: bool,
        /// What it holds.
        value: Yaml<'a>,
    },
}

/// What is wrong with the hooks of an agent, in order of file.
#[must_use]
pub fn problems<'a>(known: &Hooks, hooks: &[Entry<'a>]) -> Vec<HookProblem<'a>> {
    let mut problems = Vec::new();
    for entry in hooks {
        let is_guard = known.is_guard(&entry.key.value);
        let mut event = EventReader { known, event: &entry.key, is_guard: is_guard == Some(true), problems };
        if is_guard.is_none() {
            let meant = known.suggest(&entry.key.value);
            let before = event.problems.len();
            event.groups(&entry.value);
            let is_ready = event.problems.len() == before && meant.is_some_and(|meant| find(hooks, meant).is_none());
            event.problems.truncate(before);
            event.report(entry.key.span, HookFault::UnknownEvent { meant, is_ready });
        } else {
            event.groups(&entry.value);
        }
        problems = event.problems;
    }
    problems
}

/// Reads what belongs to one event.
struct EventReader<'r, 'a> {
    known: &'r Hooks,
    event: &'r SpannedText<'a>,
    is_guard: bool,
    problems: Vec<HookProblem<'a>>,
}

impl<'a> EventReader<'_, 'a> {
    fn report(&mut self, span: Span, fault: HookFault<'a>) {
        self.problems.push(HookProblem { event: self.event.clone(), is_guard: self.is_guard, span, fault });
    }

    fn groups(&mut self, node: &Node<'a>) {
        match &node.value {
            Yaml::List(groups) => groups.iter().for_each(|group| self.group(group)),
            // Without a value, the key is all there is to point at.
            Yaml::Null => self.report(self.event.span, HookFault::NotGroups(Yaml::Null)),
            other => self.report(node.span, HookFault::NotGroups(other.clone())),
        }
    }

    fn group(&mut self, node: &Node<'a>) {
        let Yaml::Map(entries) = &node.value else {
            return self.report(node.span, HookFault::NotGroup(node.value.clone()));
        };
        if let Some(Entry { value: matcher, .. }) = find(entries, "matcher")
            && !matches!(matcher.value, Yaml::Text(_))
        {
            self.report(matcher.span, HookFault::WrongMatcher(matcher.value.clone()));
        }
        match find(entries, "hooks") {
            None => self.report(first(node, entries), HookFault::NoHandlers(self.handler_of(entries))),
            Some(Entry { value: Node { value: Yaml::List(handlers), .. }, .. }) => {
                for handler in handlers {
                    self.handler(handler);
                }
            }
            Some(Entry { key, value }) => self.report(key.span, HookFault::NotHandlers(value.value.clone())),
        }
    }

    fn handler(&mut self, node: &Node<'a>) {
        let Yaml::Map(entries) = &node.value else {
            return self.report(node.span, HookFault::NotHandler(node.value.clone()));
        };
        let Some(Entry { value: written, .. }) = find(entries, "type") else {
            return self.report(first(node, entries), HookFault::NoType(self.handler_of(entries)));
        };
        let handler = match &written.value {
            Yaml::Text(handler) if self.known.handlers().contains(&handler.as_ref()) => handler,
            other => return self.report(written.span, HookFault::UnknownType(other.clone())),
        };
        for key in self.known.keys(handler) {
            match find(entries, key.name) {
                Some(Entry { value, .. }) if !fits(key.shape, &value.value) => {
                    let (shape, is_required) = (key.shape, key.is_required);
                    let fault = HookFault::WrongKey { key: key.name, shape, is_required, value: value.value.clone() };
                    self.report(value.span, fault);
                }
                None if key.is_required => {
                    let is_foreign = |entry: &&Entry| {
                        let other = self.known.handler_with(&entry.key.value);
                        other.is_some() && !self.known.keys(handler).any(|key| key.name == entry.key.value)
                    };
                    let instead = entries.iter().find(is_foreign).map(|entry| entry.key.clone());
                    let fault = HookFault::MissingKey { handler: handler.clone(), key: key.name, instead };
                    self.report(written.span, fault);
                }
                _ => {}
            }
        }
    }

    /// The type of handlers whose keys a map has.
    fn handler_of(&self, entries: &[Entry<'a>]) -> Option<&'static str> {
        let written = find(entries, "type").map(|entry| &entry.value.value);
        match written {
            Some(Yaml::Text(written)) => self.known.handlers().iter().copied().find(|known| known == written),
            _ => entries.iter().find_map(|entry| self.known.handler_with(&entry.key.value)),
        }
    }
}

/// The first key of a map, or the whole of an empty one.
fn first(node: &Node, entries: &[Entry]) -> Span {
    entries.first().map_or(node.span, |entry| entry.key.span)
}
