use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::rule::Level;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::format::fields::{Field, FieldKind};
use crate::format::servers::SERVERS;
use crate::parse::problem::ParseProblem;
use crate::parse::servers::{ServerFault, ServerProblem};
use crate::parse::yaml::{MOST_VALUES, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::declared;
use crate::rules::frontmatter::found::found;
use crate::rules::frontmatter::invalid_hook::wrong_key;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// A value that a field cannot have.
    ///
    /// ## What it does
    /// Checks `permissionMode`, `memory`, `isolation`, `effort`, `maxTurns`, `autoCompactWindow` and `cacheTtl` for a value outside
    /// the set or the range that the field allows. Letter case counts, except in `effort`, and so does white space in quotes. Also
    /// checks the settings of servers in `mcpServers`: a server that is started needs a `command`, any other one a `type` and a `url`.
    ///
    /// A word for "none" in `memory` and `isolation` is only a warning, since without the field the agent has none. So is a whole
    /// number that Claude Code takes and the generated code cannot hold.
    ///
    /// ## Why is this bad?
    /// Claude Code ignores the field and runs the agent with the default, such as another permission mode or no limit of turns, or
    /// without the server (measured on Claude Code 2.1.331).
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// permissionMode: readonly
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// permissionMode: plan
    /// ---
    /// Read the change.
    /// ```
    "invalid-value": Frontmatter, Error, agent(check)
}

/// Words that are not valid, with the value that means the same.
const SYNONYMS: &[(&str, &str)] =
    &[("global", "user"), ("ask", "default"), ("bypass", "bypassPermissions"), ("readonly", "plan")];

/// Words for having none, which is what an agent has without the field.
const NONE: &[&str] = &["none", "off", "no"];

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &agent.definition.problems {
        match problem {
            ParseProblem::InvalidValue(field, span) => diagnostics.push(describe(agent.source, field, *span)),
            ParseProblem::TooManyItems(field, span) => {
                let message = format!("`{}` has more than {MOST_VALUES} entries", field.name);
                let first = Span::new(span.file, span.start..span.start);
                diagnostics.push(RULE.diagnostic(message).at(first, "").help("leave those that the agent needs"));
            }
            ParseProblem::Server(problem) => diagnostics.push(server(problem)),
            _ => {}
        }
    }
    declared::invalid_values(agent, &RULE, diagnostics);
}

fn describe(source: &Source, field: &Field, span: Span) -> Diagnostic {
    let written = source.text.get(span.range()).unwrap_or_default();
    let bare = written.trim_matches(['"', '\'']);
    let diagnostic = RULE.diagnostic(format!("invalid value `{bare}` for `{}`", field.name));
    if matches!(field.name, "memory" | "isolation") && NONE.contains(&bare.to_lowercase().as_str()) {
        // Where programs ignore the field, the agent runs as written.
        return Diagnostic { level: Level::Warn, ..diagnostic }
            .at(span, "")
            .note("Claude Code 2.1.331 ignores the field, which has the intended effect")
            .help(format!("remove the line: without it the agent has no `{}`", field.name));
    }
    let is_taken = |number: f64| {
        let is_in_range = match field.kind {
            FieldKind::Effort => true,
            FieldKind::Integer(least) => number >= f64::from(least),
            _ => false,
        };
        number.fract() == 0.0 && is_in_range
    };
    if bare.trim().parse().is_ok_and(is_taken) {
        return Diagnostic { level: Level::Warn, ..diagnostic }
            .at(span, "")
            .note(match field.kind {
                FieldKind::Effort => {
                    "Claude Code 2.1.331 takes any whole number, and requests no effort from the model then"
                }
                _ => "Claude Code 2.1.331 takes the number; the generated code has no limit then",
            })
            .help(format!("`{}` must be {}", field.name, field.alternatives()));
    }
    let values = field.values();
    let word = bare.trim();
    let synonym = SYNONYMS.iter().find(|(synonym, _)| *synonym == word).map(|(_, value)| *value);
    let known = values.iter().copied();
    let meant = synonym
        .filter(|synonym| known.clone().any(|value| value == *synonym))
        .or_else(|| distance::closest(word, known));
    let diagnostic = diagnostic.note("Claude Code 2.1.331 ignores the field and runs the agent with the default");
    if meant == Some(bare) {
        return diagnostic
            .at(span, "the line break after this word is part of the value")
            .help(format!("write `{}: {bare}` on one line", field.name));
    }
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    let fix = meant.and_then(|meant| {
        Fix::replace(source, span, bare, meant, meant.eq_ignore_ascii_case(word) && meant != "bypassPermissions")
    });
    diagnostic.at(span, label).help(format!("`{}` must be {}", field.name, field.alternatives())).fix(fix)
}

fn server(problem: &ServerProblem) -> Diagnostic {
    let name = &problem.server;
    let (message, label, help) = match &problem.fault {
        ServerFault::NoSettings => (
            format!("server `{name}` has no settings"),
            String::new(),
            "indent the settings below the name, or remove the colon if the server is configured elsewhere".into(),
        ),
        ServerFault::UnknownType(value) => {
            let types: Vec<_> = SERVERS.iter().map(|(name, _)| format!("`{name}`")).collect();
            let message = match value {
                Yaml::Text(text) => format!("unknown type `{text}` of server `{name}`"),
                other => format!("the type of server `{name}` must be text, found {}", found(other)),
            };
            (message, String::new(), format!("the types are {}", types.join(", ")).into())
        }
        ServerFault::MissingKey(key, true) => (
            format!("server `{name}` has no `{key}`"),
            "without a `type`, a server is started by its `command`".to_owned(),
            "add `type: http` for a server with a `url`".into(),
        ),
        ServerFault::MissingKey(key, false) => {
            (format!("server `{name}` has no `{key}`"), String::new(), format!("add `{key}:`").into())
        }
        ServerFault::WrongKey(key, value) => wrong_key(key.name, key.shape, key.is_required, value),
    };
    RULE.diagnostic(message)
        .at(problem.span, label)
        .note("Claude Code 2.1.331 ignores this item of `mcpServers`: the agent runs without the server")
        .help(help)
}
