//! The statics of agents, and of the options that they share.

use std::collections::BTreeMap;

use super::agent::AgentParts;
use super::code::{DocComment, Numbers, Quoted, Rust, push, rust};
use super::item::{Embed, ItemOptions, Private};
use super::visibility::Visibility;
use crate::resolve::identifier::Identifier;

/// Writes one static per agent. What is the same in all of them is made once: there may be thousands.
pub(super) struct StaticsWriter<'a> {
    embed: &'a Embed,
    /// The start of a static, up to its name.
    start: Rust,
    /// What follows the name, up to the value.
    type_of_agent: Rust,
    /// The function that makes an agent, up to its arguments.
    call: Rust,
    /// What follows the name of a static with options, up to its fields.
    options_before: Rust,
    /// What follows the fields.
    options_after: Rust,
    /// The start of the names of statics with options.
    prefix: Rust,
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
        let ItemOptions { facade, visibility, embed, name, has_module, .. } = item;
        // The items that leave a module have the visibility.
        let public = Visibility::default();
        let visibility = if *has_module { &public } else { visibility };
        Self {
            embed,
            start: rust![visibility, " static "],
            type_of_agent: rust![": ", facade, "::Agent = "],
            call: rust![Private(facade), "::agent("],
            options_before: rust![": ", Private(facade), "::Options = ", Private(facade), "::Options { ",],
            options_after: rust!["..", Private(facade), "::Options::NONE };"],
            prefix: rust![&name.hidden(), "_"],
            options: BTreeMap::new(),
            code: Rust::default(),
        }
    }

    /// All that was written.
    pub(super) fn finish(self) -> Rust {
        self.code
    }

    pub(super) fn add(&mut self, constant: &Identifier, comment: &DocComment, file: &File, parts: &AgentParts) {
        let source = match file.length {
            Some(_) => self.embed.bytes(file.path),
            None => rust!["&[]"],
        };
        if parts.needs_source {
            self.start(constant, comment);
            push!(self.code, "{ static __SOURCE: &[::core::primitive::u8] = ", &source, "; static __OPTIONS");
            push!(self.code, &self.options_before, &parts.options, &self.options_after, " ");
            self.call(file, &rust!["__SOURCE"], parts, &rust!["__OPTIONS"]);
            self.code.push(" };\n");
        } else {
            let options = self.shared(&parts.options);
            self.start(constant, comment);
            self.call(file, &source, parts, &options);
            self.code.push(";\n");
        }
    }

    fn start(&mut self, constant: &Identifier, comment: &DocComment) {
        push!(self.code, comment, &self.start, constant, &self.type_of_agent);
    }

    fn call(&mut self, file: &File, source: &Rust, parts: &AgentParts, options: &Rust) {
        let [name, name_end, text, text_end, raw, raw_end, body, body_end, prompt, prompt_end] = parts.ranges;
        let length = file.length.unwrap_or_default();
        let numbers = Numbers([
            [name, name_end, text, text_end],
            [raw, raw_end, body, body_end],
            [length, 0, prompt, prompt_end],
        ]);
        push!(self.code, &self.call, Quoted(file.path), ", ", source, ", ", numbers, ", &", options, ")");
    }

    /// The name of the static with these options.
    fn shared(&mut self, options: &Rust) -> Rust {
        let next = self.options.len();
        let number = self.options.get(options).copied().unwrap_or(next);
        let name = rust![&self.prefix, number];
        if number == next {
            push!(self.code, "#[doc(hidden)] static ", &name, &self.options_before, options, &self.options_after, "\n");
            self.options.insert(options.clone(), next);
        }
        name
    }
}
