//! The statics of agents, and of the options that they share.

use std::collections::BTreeMap;

use super::agent::AgentParts;
use super::code::{DocComment, Quoted, Rust, Separated, push, rust};
use super::item::ItemOptions;
use crate::resolve::identifier::Identifier;

/// Writes one static per agent.
pub(super) struct StaticsWriter<'a> {
    item: &'a ItemOptions,
    /// The number of each static with options.
    options: BTreeMap<Rust, usize>,
    code: Rust,
}

/// The file that a static embeds.
pub(super) struct File<'a> {
    pub(super) path: &'a str,
    /// Its length in bytes; nothing where the file is broken, and is not embedded.
    pub(super) length: Option<usize>,
}

impl<'a> StaticsWriter<'a> {
    pub(super) fn new(item: &'a ItemOptions) -> Self {
        Self { item, options: BTreeMap::new(), code: Rust::default() }
    }

    /// All that was written.
    pub(super) fn finish(self) -> Rust {
        self.code
    }

    pub(super) fn add(&mut self, constant: &Identifier, comment: &DocComment, file: &File, parts: &AgentParts) {
        let ItemOptions { facade, visibility, embed, .. } = self.item;
        let source = match file.length {
            Some(_) => embed.bytes(file.path),
            None => rust!["&[]"],
        };
        let (before, source, options, after) = if parts.needs_source {
            let before = rust![
                "{ static __SOURCE: &[::core::primitive::u8] = ",
                &source,
                "; static __OPTIONS: ",
                &self.options(&parts.options),
                " ",
            ];
            (before, rust!["__SOURCE"], rust!["__OPTIONS"], " }")
        } else {
            (Rust::default(), source, self.shared(&parts.options), "")
        };
        push!(self.code, comment, visibility, " static ", constant, ": ", facade, "::Agent = ", &before);
        push!(self.code, facade, "::__private::v1::agent(", Quoted(file.path), ", ", &source, ", ");
        push!(self.code, file.length.unwrap_or_default(), ", [", Separated(parts.ranges), "], &", &options, ")", after);
        push!(self.code, ";\n");
    }

    /// The name of the static with these options.
    fn shared(&mut self, options: &Rust) -> Rust {
        let module = self.item.name.hidden();
        let next = self.options.len();
        let number = self.options.get(options).copied().unwrap_or(next);
        if number == next {
            let value = self.options(options);
            push!(self.code, "#[doc(hidden)] static ", &module, "_", next, ": ", &value, "\n");
            self.options.insert(options.clone(), next);
        }
        rust![&module, "_", number]
    }

    /// The type and the value of a static with options.
    fn options(&self, options: &Rust) -> Rust {
        let facade = &self.item.facade;
        rust![
            facade,
            "::__private::v1::Options = ",
            facade,
            "::__private::v1::Options { ",
            options,
            "..",
            facade,
            "::__private::v1::Options::NONE };",
        ]
    }
}
