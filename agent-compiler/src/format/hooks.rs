//! What a hook can be, from `data/hooks.tsv`: the events, the types of handlers, and what their keys hold.

use crate::format::fields::{have_same_letters, normalize};
use crate::format::shape::Shape;
use crate::format::tables::{self, Table};
use include_agents_core::__private::distance;

/// The hooks of a product.
#[derive(Debug)]
pub struct Hooks(Table<HookTable>);

#[derive(Debug, Default)]
struct HookTable {
    events: Vec<Event>,
    /// Other names of events, each with the event.
    wrong: Vec<(&'static str, &'static str)>,
    keys: Vec<HandlerKey>,
    /// The types of handlers.
    handlers: Vec<&'static str>,
}

#[derive(Debug)]
struct Event {
    name: &'static str,
    is_guard: bool,
}

/// A key of a handler.
#[derive(Debug)]
pub struct HandlerKey {
    /// Its name.
    pub name: &'static str,
    /// The types of handlers that have it, between spaces; empty for all.
    handlers: &'static str,
    /// Whether such a handler is not valid without it.
    pub is_required: bool,
    /// What it holds.
    pub shape: Shape,
}

/// What a row says.
enum Row {
    Event(Event),
    Wrong(&'static str, &'static str),
    Key(HandlerKey),
}

impl Row {
    fn read([name, kind, handlers, value, ..]: [&'static str; 6]) -> Option<Self> {
        Some(match kind {
            "event" | "guard" => Self::Event(Event { name, is_guard: kind == "guard" }),
            "wrong" => Self::Wrong(name, tables::cell(value)?),
            "required" | "optional" => {
                Self::Key(HandlerKey { name, handlers, is_required: kind == "required", shape: shape(value)? })
            }
            _ => return None,
        })
    }
}

/// The shape that a cell names.
fn shape(cell: &'static str) -> Option<Shape> {
    Some(match cell {
        "text" => Shape::Text,
        "url" => Shape::Url,
        "seconds" => Shape::Seconds,
        "boolean" => Shape::Boolean,
        "texts" => Shape::Texts,
        "map" => Shape::Map,
        "text-map" => Shape::TextMap,
        words if words.contains(' ') => Shape::Words(words),
        _ => return None,
    })
}

impl HandlerKey {
    /// Whether handlers of a type have it.
    #[must_use]
    pub fn is_of(&self, handler: &str) -> bool {
        self.handlers.is_empty() || self.handlers.split(' ').any(|name| name == handler)
    }
}

impl Hooks {
    /// The hooks of a table.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self(Table::new(table, |table| {
            let mut read = HookTable::default();
            for row in tables::rows(table).filter_map(Row::read) {
                match row {
                    Row::Event(event) => read.events.push(event),
                    Row::Wrong(name, event) => read.wrong.push((name, event)),
                    Row::Key(key) => read.keys.push(key),
                }
            }
            for handler in read.keys.iter().filter(|key| key.is_required).flat_map(|key| key.handlers.split(' ')) {
                if !read.handlers.contains(&handler) {
                    read.handlers.push(handler);
                }
            }
            read
        }))
    }

    /// Whether a hook of this event that is not valid takes the agent with it; nothing if there is no such event.
    #[must_use]
    pub fn is_guard(&self, event: &str) -> Option<bool> {
        self.0.get().events.iter().find(|known| known.name == event).map(|event| event.is_guard)
    }

    /// The event that an unknown one was meant for.
    #[must_use]
    pub fn suggest(&self, event: &str) -> Option<&'static str> {
        let HookTable { events, wrong, .. } = self.0.get();
        let events = || events.iter().map(|event| event.name);
        let by_words = events().find(|known| have_same_letters(known, event));
        let wrong = || wrong.iter().find(|(wrong, _)| have_same_letters(wrong, event)).map(|(_, event)| *event);
        by_words.or_else(wrong).or_else(|| distance::closest(&normalize(event), events()))
    }

    /// The types of handlers.
    #[must_use]
    pub fn handlers(&self) -> &[&'static str] {
        &self.0.get().handlers
    }

    /// The type of handler that must have this key; of two the first.
    #[must_use]
    pub fn handler_with(&self, key: &str) -> Option<&'static str> {
        let key = self.0.get().keys.iter().find(|known| known.is_required && known.name == key)?;
        key.handlers.split(' ').next()
    }

    /// The keys of a type of handler.
    pub fn keys(&self, handler: &str) -> impl Iterator<Item = &HandlerKey> {
        self.0.get().keys.iter().filter(move |key| key.is_of(handler))
    }
}

#[cfg(test)]
mod tests {
    use super::Row;
    use crate::format::claude_code::CLAUDE_CODE;
    use crate::format::tables;

    #[test]
    fn every_row_says_something() {
        for row in tables::rows(tables::HOOKS) {
            assert!(Row::read(row).is_some(), "{row:?}");
        }
        assert!(Row::read(["Stop", "evnt", "", "", "", ""]).is_none());
        assert!(Row::read(["input", "optional", "", "mpa", "", ""]).is_none());
    }

    #[test]
    fn the_rows_agree_with_each_other() {
        let hooks = &CLAUDE_CODE.hooks;
        let handlers = hooks.handlers();
        assert_eq!(handlers, ["command", "prompt", "agent", "http", "mcp_tool"]);
        for key in &hooks.0.get().keys {
            assert!(key.handlers.is_empty() || key.handlers.split(' ').all(|name| handlers.contains(&name)), "{key:?}");
        }
        for (wrong, event) in &hooks.0.get().wrong {
            assert!(hooks.is_guard(event).is_some() && hooks.is_guard(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn an_unknown_event_leads_to_the_one_that_was_meant() {
        for (event, meant) in [
            ("preToolUse", Some("PreToolUse")),
            ("PreToolUses", Some("PreToolUse")),
            ("pre_tool_use", Some("PreToolUse")),
            ("PreToolUs", Some("PreToolUse")),
            ("pre-tool", Some("PreToolUse")),
            ("BeforeTool", Some("PreToolUse")),
            ("subagent_stop", Some("SubagentStop")),
            ("stop", Some("Stop")),
            ("post", Some("Stop")),
            ("pre", None),
            ("pre_execution", None),
            ("on_error", None),
            ("BadEvent", None),
            ("", None),
        ] {
            assert_eq!(CLAUDE_CODE.hooks.suggest(event), meant, "{event}");
        }
    }
}
