//! Enums of names that are not agents.

use super::code::{Bytes, DocComment, Quoted, Rust, Separated, push};
use super::item::{ItemOptions, Private};
use super::lookup;
use crate::parse::definition::Definition;
use crate::resolve::identifier::Identifier;
use crate::resolve::identifiers::Identified;
use crate::resolve::named::Names;
use crate::resolve::roster::Roster;

/// Names and values come from the agents, not from the user's code, and are not its style.
pub(super) const LINTS: &str =
    "#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]\n";

pub(super) const DERIVES: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, \
    ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,)]\n";

/// The code of typed items, as far as it is written.
pub(super) struct Typed<'c, 'r, 'a> {
    pub(super) code: &'c mut Rust,
    pub(super) roster: &'r Roster<'a>,
    pub(super) item: &'r ItemOptions,
    /// The agents, in the order of the variants.
    pub(super) agents: Vec<(&'r Definition<'a>, &'r Identified)>,
}

impl Typed<'_, '_, '_> {
    /// The names of agents, in order.
    pub(super) fn names(&self, mut agents: Vec<usize>) -> Vec<&str> {
        agents.sort_unstable();
        agents.iter().filter_map(|agent| Some(self.roster.name_of(self.agents.get(*agent)?.0))).collect()
    }

    /// Writes an enum of names. `word` is for one of them.
    pub(super) fn names_enum(
        &mut self,
        name: &Identifier,
        word: &str,
        summary: &str,
        names: &Names,
        comments: &[DocComment],
    ) {
        let ItemOptions { facade, visibility, .. } = self.item;
        push!(self.code, "#[doc = ", Quoted(summary), "]\n", LINTS, DERIVES, visibility, " enum ", name, " {\n");
        for (item, comment) in names.list.iter().zip(comments) {
            push!(self.code, comment, &item.variant, ",\n");
        }
        let variants = || names.list.iter().map(|item| &item.variant);
        let texts = || names.list.iter().map(|item| item.name.as_str());
        let spellings: Vec<_> = variants().map(Identifier::as_str).collect();
        push!(self.code, "}\n", Private(facade), "::texts! {\n", name, ",\nwhat = ", Quoted(word));
        push!(self.code, ",\nvariants = [", Separated(variants()), "],\nspellings = ", Quoted(&spellings.join(" ")));
        push!(self.code, ",\ntexts = [", Separated(texts().map(Quoted)), "],\ntable = ");
        push!(self.code, Bytes(&lookup::table(texts())), ",\n}\n");
    }
}
