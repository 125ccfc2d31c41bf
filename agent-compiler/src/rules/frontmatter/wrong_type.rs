use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::format::fields::{Field, FieldKind, Keywords};
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Node, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::declared;
use crate::rules::frontmatter::found::found;
use crate::rules::rule::rule;

rule! {
    /// A value of the wrong type.
    ///
    /// ## What it does
    /// Checks that each field holds a value of its type: text for `description`, names for `tools`, `true` or `false` for
    /// `background`, a map for `hooks`. YAML reads `2024` as a number and `a: b` as a map, even where text is meant.
    ///
    /// ## Why is this bad?
    /// Measured on Claude Code 2.1.331: an agent whose `tools` is a map runs without any tools, and one whose `name` or
    /// `description` is not text, or whose `hooks` is not a map, is not loaded. Most other fields are ignored: an agent has no limit
    /// of turns, no skills, no servers, or is denied no tool. Other programs may skip the agent.
    ///
    /// ## Example
    /// The map is the format of `OpenCode`.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools:
    ///   read: true
    ///   grep: true
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
    "wrong-type": Frontmatter, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &agent.definition.problems {
        diagnostics.push(match problem {
            // `empty-field` reports these.
            ParseProblem::WrongType(_, Node { value: Yaml::Text(text), .. }) if text.trim().is_empty() => continue,
            ParseProblem::WrongType(field, node) => value(agent, field, node),
            ParseProblem::WrongItem(field, node) => item(agent.source, field, node),
            _ => continue,
        });
    }
    declared::wrong_types(agent, &RULE, diagnostics);
}

/// The whole value is of another type.
fn value(agent: &RosterAgent, field: &Field, node: &Node) -> Diagnostic {
    let written = agent.source.text.get(node.span.range()).unwrap_or_default();
    let wanted = wanted(field);
    let found = found(&node.value);
    let name = field.name;
    let help = match (&field.kind, &node.value) {
        (FieldKind::Text, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_)) => {
            format!("put the value in quotes: `{name}: \"{written}\"`")
        }
        (FieldKind::Text | FieldKind::Model, Yaml::Map(_)) if written.starts_with("{{") => {
            "replace the placeholder, or put it in quotes".to_owned()
        }
        (_, Yaml::Map(_)) if written.starts_with("{{") => "replace the placeholder".to_owned(),
        (FieldKind::Text, Yaml::Map(_)) => {
            format!("YAML reads text with a colon as a map: put the text in a block, `{name}: |-`")
        }
        (FieldKind::Text, _) => "write text".to_owned(),
        (FieldKind::Model, _) => "write an alias such as `sonnet`, or a model id".to_owned(),
        (FieldKind::Tools, Yaml::Map(_)) if name == "tools" => {
            "a map is the format of OpenCode: list the tools that are `true`, such as `tools: Read, Grep`".to_owned()
        }
        (FieldKind::Tools, Yaml::Bool(false)) if name == "tools" => {
            "write `tools: []`, which grants no tools".to_owned()
        }
        (FieldKind::Tools, _) if name == "tools" => {
            "list the tools, such as `tools: Read, Grep`, or write `[]` if the agent needs none".to_owned()
        }
        (FieldKind::Tools, _) => format!("list the tools to deny, such as `{name}: Write, Edit`"),
        (FieldKind::Names, _) => format!("list the names, such as `{name}: one, two`"),
        (FieldKind::McpServers, _) => {
            format!("write a list, such as `{name}: [github]`; an item with a configuration is `name: {{ … }}`")
        }
        (FieldKind::Hooks, _) => {
            format!("write a map from events to hooks, as in settings.json: `{name}: {{ Stop: [ … ] }}`")
        }
        (FieldKind::Experimental, _) => format!("write `{name}: {{ cacheTtl: 5m }}`"),
        (FieldKind::Boolean, Yaml::Text(text)) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => format!("write `{name}: true`"),
            "false" | "no" | "off" | "n" => format!("write `{name}: false`"),
            _ => format!("write {wanted}, or remove the field"),
        },
        _ => format!("write {wanted}, or remove the field"),
    };
    RULE.diagnostic(format!("`{name}` must be {wanted}, found {found}"))
        .at(node.span, format!("this is {found}"))
        .note(consequence(field, &node.value, agent.is_of_plugin()))
        .help(help)
        .fix(fix(&field.kind, node, written))
}

/// What programs do with the value. What names a version was measured.
fn consequence(field: &Field, value: &Yaml, is_of_plugin: bool) -> &'static str {
    match (field.name, value) {
        ("tools", _) => "Claude Code 2.1.331 runs such an agent without any tools",
        ("disallowedTools", _) => "Claude Code 2.1.331 denies such an agent no tool",
        // A plugin's agent is loaded without them.
        ("name" | "description" | "hooks", _) if is_of_plugin => MAY_IGNORE,
        ("name" | "description" | "hooks", _) => "Claude Code 2.1.331 does not load such an agent",
        ("model", _) => "Claude Code 2.1.331 runs such an agent with the model of the session",
        ("skills" | "mcpServers" | "omitClaudeMd", _) => "Claude Code 2.1.331 ignores the field",
        ("observeToolResults" | "observeSubagents", _) => MAY_IGNORE,
        _ if is_ignored(&field.kind, value) => {
            "Claude Code 2.1.331 ignores the field and runs the agent with the default"
        }
        _ => MAY_IGNORE,
    }
}

const MAY_IGNORE: &str = "Claude Code 2.1.331 loads the agent, and may ignore the field";

/// Whether Claude Code ignores a field with this value. It takes the only item of some lists, and the digits at the start of a
/// text for a number.
fn is_ignored(kind: &FieldKind, value: &Yaml) -> bool {
    match (kind, value) {
        (_, Yaml::List(_)) | (FieldKind::Effort, Yaml::Float(_)) => false,
        (FieldKind::Integer(_), Yaml::Text(text)) => !text.trim_start().starts_with(|c: char| c.is_ascii_digit()),
        (kind, _) => matches!(
            kind,
            FieldKind::Keyword(Keywords { open: false, .. })
                | FieldKind::Integer(_)
                | FieldKind::Boolean
                | FieldKind::Effort
        ),
    }
}

/// One item of a list is of another type.
fn item(source: &Source, field: &Field, node: &Node) -> Diagnostic {
    let found = found(&node.value);
    let written = source.text.get(node.span.range()).unwrap_or_default();
    let wanted = match field.kind {
        FieldKind::McpServers => "a name, or a map from a name to a map of its settings",
        _ => "a name",
    };
    let help = match node.value {
        Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_) => format!("put the item in quotes: `\"{written}\"`"),
        Yaml::Map(_) if matches!(field.kind, FieldKind::McpServers) => {
            "write the name of the server, a colon, and its settings indented below".to_owned()
        }
        Yaml::Map(_) => "put an item that contains a colon in quotes".to_owned(),
        _ => format!("write {wanted}, or remove the item"),
    };
    RULE.diagnostic(format!("an item of `{}` must be {wanted}, found {found}", field.name))
        .at(node.span, format!("this is {found}"))
        .note(match field.name {
            "skills" | "mcpServers" => "Claude Code 2.1.331 ignores the item",
            _ => "Claude Code 2.1.331 loads the agent, and may ignore the item",
        })
        .help(help)
        .fix(fix(&FieldKind::Text, node, written))
}

/// The same value in the type of the field.
fn fix(kind: &FieldKind, node: &Node, written: &str) -> Option<Fix> {
    let instead = match (kind, &node.value) {
        (FieldKind::Tools, Yaml::Bool(false)) => "[]".to_owned(),
        (FieldKind::Text, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_)) => format!("\"{written}\""),
        (FieldKind::Boolean, Yaml::Text(text)) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "on" | "y" => "true".to_owned(),
            "false" | "no" | "off" | "n" => "false".to_owned(),
            _ => return None,
        },
        _ => return None,
    };
    Some(Fix::new(node.span, instead, true))
}

/// What a field holds, in words.
#[must_use]
pub fn wanted(field: &Field) -> String {
    let kind = match field.kind {
        FieldKind::Text => "text",
        FieldKind::Model => "the name of a model",
        FieldKind::Tools | FieldKind::Names => "comma-separated names or a list of names",
        FieldKind::Keyword(_) | FieldKind::Effort | FieldKind::Integer(_) => return field.alternatives(),
        FieldKind::Boolean => "`true` or `false`",
        FieldKind::McpServers => "a list of servers",
        FieldKind::Hooks | FieldKind::Experimental => "a map",
    };
    kind.to_owned()
}
