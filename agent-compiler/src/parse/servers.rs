//! The settings of one MCP server in; what is wrong with them out.

use std::borrow::Cow;

use crate::base::span::Span;
use crate::format::servers::{SERVERS, ServerKey};
use crate::parse::shape::{find, fits};
use crate::parse::yaml::{Entry, Yaml};

/// Something about the settings of a server.
#[derive(Debug)]
pub struct ServerProblem<'a> {
    /// The name of the server.
    pub server: Cow<'a, str>,
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub fault: ServerFault<'a>,
}

/// What is wrong with the settings of a server.
#[derive(Debug)]
pub enum ServerFault<'a> {
    /// There are none.
    NoSettings,
    /// There is no such type of servers.
    UnknownType(Yaml<'a>),
    /// A key is missing. Whether it is that of a server that runs here, while this one has a URL.
    MissingKey(&'static str, bool),
    /// A key does not hold what it must.
    WrongKey(&'static ServerKey, Yaml<'a>),
}

/// What is wrong with the settings of a server; the entry of anything but a map and nothing is not looked into.
#[must_use]
pub fn problems<'a>(server: &Entry<'a>) -> Vec<ServerProblem<'a>> {
    let name = &server.key;
    let problem = |span, fault| ServerProblem { server: name.value.clone(), span, fault };
    let settings = match &server.value.value {
        Yaml::Map(settings) => settings,
        Yaml::Null => return vec![problem(name.span, ServerFault::NoSettings)],
        _ => return Vec::new(),
    };
    let of_type = |written: &str| SERVERS.iter().find(|(known, _)| *known == written);
    let known = match find(settings, "type").map(|entry| &entry.value) {
        None => SERVERS.first(),
        Some(written) => {
            let known = if let Yaml::Text(text) = &written.value { of_type(text) } else { None };
            if known.is_none() {
                return vec![problem(written.span, ServerFault::UnknownType(written.value.clone()))];
            }
            known
        }
    };
    let Some((handled, keys)) = known else { return Vec::new() };
    let mut problems = Vec::new();
    for key in *keys {
        match find(settings, key.name).map(|entry| &entry.value) {
            Some(value) if !fits(key.shape, &value.value) => {
                problems.push(problem(value.span, ServerFault::WrongKey(key, value.value.clone())));
            }
            // Only what is started here must have something in it.
            Some(value) if key.is_required && *handled == "stdio" && is_empty(&value.value) => {
                problems.push(problem(value.span, ServerFault::MissingKey(key.name, false)));
            }
            None if key.is_required => {
                let is_remote = *handled == "stdio" && find(settings, "url").is_some();
                problems.push(problem(name.span, ServerFault::MissingKey(key.name, is_remote)));
            }
            _ => {}
        }
    }
    problems
}

fn is_empty(value: &Yaml) -> bool {
    matches!(value, Yaml::Text(text) if text.is_empty())
}
