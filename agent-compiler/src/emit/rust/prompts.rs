//! The structs of prompts with parameters, and the fragments that prompts share.

use super::code::{DocComment, Quoted, Rust, Separated, list, push, rust};
use super::enums::{LINTS, Typed};
use super::item::{ItemOptions, Private};
use super::without::Part;
use crate::input::prompt_settings::ParameterKind;
use crate::resolve::identifier::Identifier;
use crate::resolve::prompts::Parameter;
use crate::resolve::roster::Roster;
use crate::text::template::Piece;

/// What the prompt of a file is made of; nothing where it is one text.
pub(super) fn pieces(roster: &Roster, item: &ItemOptions, file: usize) -> Option<Rust> {
    roster.prompts().template(file)?;
    let facade = &item.facade;
    let pieces = roster.prompts().pieces(file).map(|(piece, target)| match (piece, target) {
        (Piece::Fragment(_), Some(target)) => {
            rust![Private(facade), "::Piece::Fragment(&", &fragment(roster, item, target), ")"]
        }
        (Piece::Parameter(name), _) => {
            rust![Private(facade), "::Piece::Parameter(", name.start, ", ", name.end, ")"]
        }
        (Piece::Text(text) | Piece::Fragment(text), _) => {
            rust![Private(facade), "::Piece::Text(", text.start, ", ", text.end, ")"]
        }
    });
    Some(list(&pieces.collect::<Vec<_>>()))
}

/// The names of a prompt's parameters.
pub(super) fn names(parameters: &[Parameter]) -> Rust {
    rust!["&[", Separated(parameters.iter().map(|parameter| Quoted(&parameter.name))), "]"]
}

/// The name of a fragment's static.
fn fragment(roster: &Roster, item: &ItemOptions, file: usize) -> Rust {
    rust![&item.name.hidden(), "_f", file.saturating_sub(roster.definitions.len())]
}

/// Writes one static per fragment that a prompt has.
pub(super) fn fragments(code: &mut Rust, roster: &Roster, item: &ItemOptions) {
    for &file in &roster.prompts().used {
        let Some(source) = roster.folder.source(file) else { continue };
        let facade = &item.facade;
        let plain = || {
            let text = roster.prompts().pieces(file).map(|(piece, _)| match piece {
                Piece::Text(text) | Piece::Parameter(text) | Piece::Fragment(text) => {
                    rust![Private(facade), "::Piece::Text(", text.start, ", ", text.end, ")"]
                }
            });
            list(&text.collect::<Vec<_>>())
        };
        let pieces = pieces(roster, item, file).unwrap_or_else(plain);
        push!(code, "#[doc(hidden)] static ", &fragment(roster, item, file), ": ", Private(facade), "::Fragment = ");
        push!(code, Private(facade), "::fragment(", &item.embed.bytes(&source.path), ", ", source.text.len(), ", ");
        push!(code, &pieces, ");\n");
    }
}

/// Writes the module with one struct for each prompt that is more than text, and what the structs can do.
pub(super) fn write(typed: &mut Typed) {
    let Typed { roster, item, agents, .. } = typed;
    let (roster, item) = (*roster, *item);
    let prompts: Vec<_> =
        agents.iter().filter(|(agent, _)| roster.prompts().template(agent.file).is_some()).copied().collect();
    if item.without.contains(&Part::Prompts) || prompts.is_empty() {
        return;
    }
    let module = item.name.prompts();
    let mut implementations = Rust::default();
    push!(typed.code, "/// The prompts that have parameters or fragments, one struct for each.\n", LINTS);
    push!(typed.code, &item.visibility, " mod ", &module, " {\n");
    for (agent, identified) in prompts {
        let mut comment = DocComment::default();
        comment.push("The prompt of the agent ");
        comment.push_text(roster.name_of(agent));
        comment.push(": `render()` gives it with these values.");
        push!(typed.code, &comment, "#[derive(::core::clone::Clone, ::core::marker::Copy)]\npub struct ");
        push!(typed.code, &identified.variant);
        let parameters = fields(roster.prompts().parameters(agent.file));
        let kind = |parameter: &Parameter| roster.settings.prompts.kind(&parameter.name);
        let is_borrowed =
            |kind: Option<&ParameterKind>| !matches!(kind, Some(ParameterKind::Integer | ParameterKind::Boolean));
        let has_lifetime = parameters.iter().any(|parameter| is_borrowed(kind(parameter)));
        push!(typed.code, if has_lifetime { "<'a>" } else { "" });
        push!(typed.code, if parameters.is_empty() { ";\n" } else { " {\n" });
        for parameter in &parameters {
            let type_of_value = match kind(parameter) {
                None => "&'a dyn ::core::fmt::Display",
                Some(ParameterKind::Text) => "&'a ::core::primitive::str",
                Some(ParameterKind::Integer) => "::core::primitive::i64",
                Some(ParameterKind::Boolean) => "::core::primitive::bool",
                Some(ParameterKind::List(_)) => "&'a [&'a ::core::primitive::str]",
            };
            push!(typed.code, &place(roster, parameter), "pub ", &parameter.field, ": ", type_of_value, ",\n");
        }
        push!(typed.code, if parameters.is_empty() { "" } else { "}\n" });
        push!(implementations, Private(&item.facade), "::prompt! {\n", &module, "::", &identified.variant);
        push!(implementations, if has_lifetime { "<'_>" } else { "" }, ", ");
        // By its full path, so that an item of the user cannot shadow it.
        let statics = if item.has_module { rust![&item.name.hidden(), "::"] } else { Rust::default() };
        push!(implementations, "&", &statics, &identified.constant, ", {");
        for parameter in &parameters {
            push!(implementations, &parameter.field, " = ", Quoted(&parameter.name));
            if let Some(ParameterKind::List(separator)) = kind(parameter) {
                push!(implementations, " joined by ", Quoted(separator));
            }
            implementations.push(", ");
        }
        implementations.push("} }\n");
    }
    push!(typed.code, "}\n", &implementations);
}

/// The parameters without those whose field another has: there is an error about them.
fn fields(parameters: &[Parameter]) -> Vec<&Parameter> {
    let first = |field: &Identifier| parameters.iter().find(|other| other.field == *field);
    let is_first =
        |parameter: &&Parameter| first(&parameter.field).is_some_and(|first| std::ptr::eq(first, *parameter));
    parameters.iter().filter(is_first).collect()
}

/// Where a parameter is.
fn place(roster: &Roster, parameter: &Parameter) -> DocComment {
    let mut comment = DocComment::default();
    comment.push_text(&format!("{{{{{}}}}}", parameter.name));
    if let Some(source) = roster.folder.source(parameter.span.file) {
        let (line, column) = source.line_column(parameter.span.start);
        comment.push_text(&format!(", first in {}:{line}:{column}", source.path));
    }
    comment
}
