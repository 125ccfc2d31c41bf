use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::format::fields::{Field, FieldKind};
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Node, Yaml};
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A value of the wrong type.
    ///
    /// ## What it does
    /// Checks that each field holds a value of its type: text for `description`, names for `tools`, `true` or `false` for
    /// `background`, a map for `hooks`. YAML reads `2024` as a number and `a: b` as a map, even where text is meant.
    ///
    /// ## Why is this bad?
    /// Programs may ignore the field or skip the agent. Claude Code 2.1.331 runs an agent whose `tools` is a map without any tools,
    /// and does not load one whose `description` is not text.
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
            ParseProblem::WrongType(field, node) => value(agent.source, field, node),
            ParseProblem::WrongItem(field, node) => item(agent.source, field, node),
            _ => continue,
        });
    }
}

/// The whole value is of another type.
fn value(source: &Source, field: &Field, node: &Node) -> Diagnostic {
    let written = source.text.get(node.span.range()).unwrap_or_default();
    let wanted = wanted(field);
    let found = found(&node.value);
    let name = field.name;
    let help = match (&field.kind, &node.value) {
        (FieldKind::Text, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_)) => {
            format!("put it in quotes: `{name}: \"{written}\"`")
        }
        (FieldKind::Text | FieldKind::Model, Yaml::Map(_)) if written.starts_with("{{") => {
            "a placeholder was not filled in; in quotes it would be text".to_owned()
        }
        (FieldKind::Text, Yaml::Map(_)) => {
            format!("text with a colon in it looks like a map to YAML: put it into a block, `{name}: |-`")
        }
        (FieldKind::Text, _) => "write text".to_owned(),
        (FieldKind::Model, _) => "write an alias such as `sonnet`, or the id of a model".to_owned(),
        (FieldKind::Tools, Yaml::Map(_)) => {
            format!("a map from tools to `true` is that of OpenCode: write those that are `true`, `{name}: Read, Grep`")
        }
        (FieldKind::Tools, _) => format!("write `{name}: Read, Grep`"),
        (FieldKind::Names, _) => format!("write `{name}: one, other`"),
        (FieldKind::McpServers, _) => {
            format!("write a list: `{name}: [github]`, or items `name: {{ … }}` with a configuration")
        }
        (FieldKind::Hooks, _) => {
            format!("write a map from event to hooks, as in settings.json: `{name}: {{ Stop: [ … ] }}`")
        }
        (FieldKind::Experimental, _) => format!("write `{name}: {{ cacheTtl: 5m }}`"),
        (FieldKind::Boolean, Yaml::Text(text)) => match text.trim().to_lowercase().as_str() {
            "yes" | "on" | "y" => format!("write `{name}: true`"),
            "no" | "off" | "n" => format!("write `{name}: false`"),
            _ => format!("write {wanted}, or remove the field"),
        },
        _ => format!("write {wanted}, or remove the field"),
    };
    RULE.diagnostic(format!("`{name}` must be {wanted}, and is {found}"))
        .at(node.span, format!("this is {found}"))
        .note("programs drop such a field, or the whole agent")
        .help(help)
        .fix(fix(&field.kind, node, written))
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
        Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_) => format!("put it in quotes: `\"{written}\"`"),
        Yaml::Map(_) if matches!(field.kind, FieldKind::McpServers) => {
            "write the server's name, a colon, and its settings indented below it".to_owned()
        }
        Yaml::Map(_) => "put an item with a colon in it in quotes".to_owned(),
        _ => format!("write {wanted}, or remove the item"),
    };
    RULE.diagnostic(format!("an item of `{}` must be {wanted}, and is {found}", field.name))
        .at(node.span, format!("this is {found}"))
        .note("programs drop such an item, or the whole agent")
        .help(help)
        .fix(fix(&FieldKind::Text, node, written))
}

/// What says the same in the kind that is wanted.
fn fix(kind: &FieldKind, node: &Node, written: &str) -> Option<Fix> {
    let instead = match (kind, &node.value) {
        (FieldKind::Text, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_)) => format!("\"{written}\""),
        (FieldKind::Boolean, Yaml::Text(text)) => match text.trim().to_lowercase().as_str() {
            "yes" | "on" | "y" => "true".to_owned(),
            "no" | "off" | "n" => "false".to_owned(),
            _ => return None,
        },
        _ => return None,
    };
    Some(Fix::new(node.span, instead, true))
}

fn wanted(field: &Field) -> String {
    let kind = match field.kind {
        FieldKind::Text => "text",
        FieldKind::Model => "the name of a model",
        FieldKind::Tools | FieldKind::Names => "names between commas or a list of names",
        FieldKind::Keyword(_) | FieldKind::Effort | FieldKind::PositiveInteger => return field.alternatives(),
        FieldKind::Boolean => "`true` or `false`",
        FieldKind::McpServers => "a list of servers",
        FieldKind::Hooks | FieldKind::Experimental => "a map",
    };
    kind.to_owned()
}

fn found(value: &Yaml) -> &'static str {
    match value {
        Yaml::Null => "nothing",
        Yaml::Bool(true) => "`true`",
        Yaml::Bool(false) => "`false`",
        Yaml::Float(number) if number.fract() != 0.0 => "a number with a fraction",
        Yaml::Integer(_) | Yaml::Float(_) => "a number",
        Yaml::Text(_) => "text",
        Yaml::List(_) => "a list",
        Yaml::Map(_) => "a map",
    }
}
