//! What the settings of an MCP server hold, as measured on Claude Code 2.1.331 on 2026-11-26.

use crate::format::shape::Shape;

/// A key of the settings.
#[derive(Debug)]
pub struct ServerKey {
    /// Its name.
    pub name: &'static str,
    /// Whether a server is not valid without it.
    pub is_required: bool,
    /// What it holds.
    pub shape: Shape,
}

/// The types of servers, each with its keys. Without a type, a server is of the first one. Other keys may hold anything.
pub const SERVERS: &[(&str, &[ServerKey])] = &[
    ("stdio", STDIO),
    ("http", REMOTE),
    ("sse", REMOTE),
    ("ws", REMOTE),
    ("streamable-http", REMOTE),
    ("sdk", &[required("name", Shape::Text)]),
];

const STDIO: &[ServerKey] = &[
    required("command", Shape::Text),
    optional("args", Shape::Texts),
    optional("env", Shape::TextMap),
    optional("timeout", Shape::Count),
];

const REMOTE: &[ServerKey] =
    &[required("url", Shape::Text), optional("headers", Shape::TextMap), optional("timeout", Shape::Count)];

const fn required(name: &'static str, shape: Shape) -> ServerKey {
    ServerKey { name, is_required: true, shape }
}

const fn optional(name: &'static str, shape: Shape) -> ServerKey {
    ServerKey { name, is_required: false, shape }
}
