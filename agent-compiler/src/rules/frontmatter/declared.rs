//! What several rules say of the fields that the settings declare.

use include_agents_core::__private::distance;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::input::declared_field::{DeclaredField, DeclaredKind};
use crate::parse::yaml::{Node, Yaml};
use crate::resolve::declared::{NoValue, value};
use crate::resolve::roster::RosterAgent;
use crate::rules::frontmatter::found::found;
use crate::rules::rule::Rule;

const NOTE: &str = "`agents.toml` declares this field";

/// Values of the wrong type.
pub(super) fn wrong_types(agent: &RosterAgent, rule: &'static Rule, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(faults(agent).filter_map(|(field, fault)| match fault {
        NoValue::WrongType(node) => Some(wrong_type(agent, rule, field, node)),
        _ => None,
    }));
}

/// Values that are not among those of their set.
pub(super) fn invalid_values(agent: &RosterAgent, rule: &'static Rule, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.extend(faults(agent).filter_map(|(field, fault)| match fault {
        NoValue::NotAmong(text, span) => Some(invalid_value(agent, rule, field, text, span)),
        _ => None,
    }));
}

/// Required fields that are not set.
pub(super) fn missing(agent: &RosterAgent, rule: &'static Rule, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let start = source.text.find("---").unwrap_or_default();
    let is_typo = |field: &DeclaredField| {
        definition.extra().any(|entry| meant(agent, &entry.key.value) == Some(field.name.value.as_str()))
    };
    let missing = roster.settings.declared_fields.iter().filter(|field| {
        field.is_required && matches!(value(field, definition), Err(NoValue::NotSet)) && !is_typo(field)
    });
    diagnostics.extend(missing.map(|field| {
        let name = &field.name.value;
        rule.diagnostic(format!("missing field `{name}`"))
            .at(Span::new(definition.file, start..start + 3), format!("no `{name}` in this frontmatter"))
            .note("`agents.toml` declares this field as required")
            .help(format!("add the field, which must be {}", field.wanted()))
    }));
}

/// The declared field that was meant by a typo, unless it is set too.
pub(super) fn meant<'r>(agent: &RosterAgent<'r, '_>, key: &str) -> Option<&'r str> {
    let RosterAgent { roster, definition, .. } = *agent;
    let settings = roster.settings;
    if settings.declared_field(key).is_some() || settings.extra_fields.contains(key) {
        return None;
    }
    let names = settings.declared_fields.iter().map(|field| field.name.value.as_str());
    distance::closest(key, names).filter(|name| definition.set_entry(name).is_none())
}

/// A field that was meant for a declared one.
pub(super) fn typo(agent: &RosterAgent, rule: &'static Rule, key: &str, at: Span, meant: &str) -> Diagnostic {
    rule.diagnostic(format!("unknown field `{key}`"))
        .at(at, format!("help: did you mean `{meant}`?"))
        .note(format!("`agents.toml` declares `{meant}`, and nothing reads `{key}`"))
        .fix(Fix::replace(agent.source, at, key, meant, false))
}

fn faults<'r, 'a>(agent: &RosterAgent<'r, 'a>) -> impl Iterator<Item = (&'r DeclaredField, NoValue<'r, 'a>)> {
    let RosterAgent { roster, definition, .. } = *agent;
    roster.settings.declared_fields.iter().filter_map(|field| Some((field, value(field, definition).err()?)))
}

fn wrong_type(agent: &RosterAgent, rule: &'static Rule, field: &DeclaredField, node: &Node) -> Diagnostic {
    let (name, found, wanted) = (&field.name.value, found(&node.value), field.wanted());
    let written = agent.source.text.get(node.span.range()).unwrap_or_default();
    let is_scalar = matches!(node.value, Yaml::Bool(_) | Yaml::Integer(_) | Yaml::Float(_));
    let would_be_text = is_scalar && field.kind == DeclaredKind::Text;
    let help = match &node.value {
        Yaml::List(_) => format!("write {wanted}"),
        _ if would_be_text => format!("put the value in quotes: `\"{written}\"`"),
        _ if field.is_list => format!("write a list, such as `{name}: [{written}]`"),
        _ => format!("write {wanted}"),
    };
    rule.diagnostic(format!("`{name}` must be {wanted}, found {found}"))
        .at(node.span, format!("this is {found}"))
        .note(NOTE)
        .help(help)
        .fix(would_be_text.then(|| Fix::new(node.span, format!("\"{written}\""), true)))
}

fn invalid_value(
    agent: &RosterAgent,
    rule: &'static Rule,
    field: &DeclaredField,
    text: &str,
    span: Span,
) -> Diagnostic {
    let name = &field.name.value;
    let meant = distance::closest(text, field.values());
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    rule.diagnostic(format!("invalid value `{text}` for `{name}`"))
        .at(span, label)
        .note(NOTE)
        .help(format!("`{name}` must be {}", field.wanted()))
        .fix(meant.and_then(|meant| Fix::replace(agent.source, span, text, meant, false)))
}
