//! Phase 9: the roster in, Rust out.

mod agent;

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::document;
use super::link::Roster;
use super::names::Named;

/// What the caller decides about the generated items.
pub struct Item<'a> {
    /// The path of the crate `include_agents`.
    pub krate: TokenStream,
    /// Attributes of the enum, its documentation among them.
    pub attributes: TokenStream,
    /// Who sees the items.
    pub visibility: TokenStream,
    /// The name of the enum.
    pub name: Ident,
    /// Where the items are said to stand.
    pub span: Span,
    /// The expression that embeds the file at a path.
    pub embed: &'a dyn Fn(&str) -> TokenStream,
}

impl<'a> Item<'a> {
    /// `pub enum AgentKind`, for code that stands in a file of its own.
    #[must_use]
    pub fn plain(embed: &'a dyn Fn(&str) -> TokenStream) -> Self {
        Self {
            krate: quote!(::include_agents),
            attributes: TokenStream::new(),
            visibility: quote!(pub),
            name: Ident::new("AgentKind", Span::call_site()),
            span: Span::call_site(),
            embed,
        }
    }
}

/// Writes the enum and one static per agent. No agent's identifier begins with two underscores, so the items inside
/// functions do, and none of them hides an agent. An agent whose file is broken has its name and nothing else, so that code
/// that uses it has no errors of its own.
#[must_use]
#[allow(clippy::too_many_lines, reason = "a template is best read in one piece")]
pub fn generate(roster: &Roster, names: &[Named], item: &Item, broken: &BTreeSet<usize>) -> TokenStream {
    let Item { krate, attributes, visibility, name, span, .. } = item;
    let span = *span;
    let variants: Vec<_> = names.iter().map(|named| Ident::new(&named.variant, span)).collect();
    let constants: Vec<_> = names.iter().map(|named| Ident::new(&named.constant, span)).collect();
    let documents: Vec<_> = names
        .iter()
        .map(|named| {
            let lines = document::agent(roster, named);
            quote_spanned!(span=> #(#[doc = #lines])*)
        })
        .collect();
    let values = names.iter().map(|named| match roster.source(named.definition) {
        Some(source) if !broken.contains(&named.definition.file) => agent::full(item, named.definition, source),
        source => agent::name_only(item, named.name, source.map_or("", |source| &source.path)),
    });
    let spellings = names.iter().map(|named| &named.variant);
    let count = Literal::usize_unsuffixed(names.len());
    // Names and values come from the agents, not from the user's code, and are not its style.
    let lints =
        quote_spanned!(span=> #[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]);
    // A variant's number is the place of its agent in both tables.
    let indexes = quote_spanned!(span=> #[allow(clippy::as_conversions, clippy::indexing_slicing)]);
    let summary = if attributes.clone().into_iter().any(|token| token.to_string().starts_with("[doc =")) {
        TokenStream::new()
    } else {
        let text = format!(" The agents of `{}`.", roster.folder.path);
        quote_spanned!(span=> #[doc = #text])
    };
    // An enum without variants has no number; it only ever stands beside an error.
    let agent_of = if names.is_empty() {
        quote_spanned!(span=> match self {})
    } else {
        quote_spanned!(span=> Self::__agents()[self as ::core::primitive::usize])
    };
    let variant_of = if names.is_empty() {
        quote_spanned!(span=> self.name())
    } else {
        quote_spanned!(span=> __VARIANTS[*self as ::core::primitive::usize])
    };
    // Cargo watches the settings as it does the agents.
    let settings = roster.folder.settings.as_ref().filter(|source| source.is_readable).map(|source| {
        let embedded = (item.embed)(&source.path);
        quote_spanned!(span=> const _: &::core::primitive::str = #embedded;)
    });
    quote_spanned! {span=>
        #settings

        #summary
        #attributes
        #lints
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #visibility enum #name {
            #(#documents #variants,)*
        }

        #(
            #documents
            #lints
            #visibility static #constants: #krate::Agent = #values;
        )*

        #lints
        #indexes
        impl #name {
            /// Every agent, in order of name.
            pub const ALL: &'static [Self] = &[#(Self::#variants),*];

            /// How many agents there are.
            pub const COUNT: ::core::primitive::usize = #count;

            /// The agent itself.
            #[must_use]
            pub const fn agent(self) -> &'static #krate::Agent {
                #agent_of
            }

            /// The agent's name, as its file gives it.
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                self.agent().name()
            }

            /// The agent of this very name.
            #[must_use]
            pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                let index = #krate::__private::v1::find(Self::__agents(), name)?;
                Self::ALL.get(index).copied()
            }

            #[doc(hidden)]
            const fn __agents() -> &'static [&'static #krate::Agent] {
                #[allow(dead_code)]
                static __AGENTS: [&#krate::Agent; #count] = [#(&#constants),*];
                &__AGENTS
            }
        }

        #[automatically_derived]
        #indexes
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #[allow(dead_code)]
                static __VARIANTS: [&::core::primitive::str; #count] = [#(#spellings),*];
                f.write_str(#variant_of)
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.name())
            }
        }

        #[automatically_derived]
        impl ::core::convert::AsRef<::core::primitive::str> for #name {
            fn as_ref(&self) -> &::core::primitive::str {
                self.name()
            }
        }

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #krate::UnknownAgent;

            fn from_str(name: &::core::primitive::str) -> ::core::result::Result<Self, #krate::UnknownAgent> {
                match Self::from_name(name) {
                    ::core::option::Option::Some(kind) => ::core::result::Result::Ok(kind),
                    ::core::option::Option::None => {
                        ::core::result::Result::Err(#krate::__private::v1::unknown(Self::__agents(), name))
                    }
                }
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&::core::primitive::str> for #name {
            type Error = #krate::UnknownAgent;

            fn try_from(name: &::core::primitive::str) -> ::core::result::Result<Self, #krate::UnknownAgent> {
                ::core::str::FromStr::from_str(name)
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for &'static #krate::Agent {
            fn from(kind: #name) -> Self {
                kind.agent()
            }
        }

        #[automatically_derived]
        impl #krate::AgentSet for #name {
            const ALL: &'static [Self] = Self::ALL;

            fn agent(self) -> &'static #krate::Agent {
                self.agent()
            }

            fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                Self::from_name(name)
            }
        }
    }
}
