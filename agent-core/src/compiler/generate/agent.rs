//! The value of one agent's static.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote_spanned;

use super::Item;
use crate::Model;
use crate::compiler::decode::{Definition, Word};
use crate::compiler::examples::Example;
use crate::compiler::source::{Source, Text};
use crate::compiler::yaml::{Entry, Node, Yaml};

/// The agent with its name alone.
pub(super) fn name_only(item: &Item, name: &str, path: &str) -> TokenStream {
    let v1 = v1(item);
    quote_spanned! {item.span=>
        #v1::agent(#v1::Parts { name: #v1::Text::Literal(#name), path: #path, ..#v1::Parts::EMPTY })
    }
}

/// The agent with every field that its file sets.
pub(super) fn full(item: &Item, definition: &Definition, source: &Source) -> TokenStream {
    let mut fields = Fields { item, source, v1: v1(item), tokens: TokenStream::new() };
    fields.texts(definition);
    fields.tools(definition);
    fields.options(definition);
    fields.maps(definition);
    let Fields { v1, tokens, .. } = fields;
    let path = &source.path;
    let embedded = (item.embed)(path);
    let length = Literal::usize_unsuffixed(source.text.len());
    quote_spanned! {item.span=>
        {
            static __SOURCE: &::core::primitive::str = #embedded;
            #v1::agent(#v1::Parts {
                path: #path,
                source: __SOURCE,
                source_len: #length,
                #tokens
                ..#v1::Parts::EMPTY
            })
        }
    }
}

/// The path of everything that generated code is made of.
fn v1(item: &Item) -> TokenStream {
    let krate = &item.krate;
    quote_spanned!(item.span=> #krate::__private::v1)
}

/// The fields that are not as in an agent that sets none.
struct Fields<'a> {
    item: &'a Item<'a>,
    source: &'a Source,
    v1: TokenStream,
    tokens: TokenStream,
}

impl Fields<'_> {
    fn set(&mut self, field: &str, value: &TokenStream) {
        let span = self.item.span;
        let field = Ident::new(field, span);
        self.tokens.extend(quote_spanned!(span=> #field: #value,));
    }

    fn set_some(&mut self, field: &str, value: &TokenStream) {
        self.set(field, &quote_spanned!(self.item.span=> ::core::option::Option::Some(#value)));
    }

    fn set_list(&mut self, field: &str, values: &[TokenStream]) {
        if !values.is_empty() {
            self.set(field, &quote_spanned!(self.item.span=> &[#(#values),*]));
        }
    }

    fn set_text(&mut self, field: &str, text: &str) {
        let text = self.text(text);
        self.set(field, &text);
    }

    fn texts(&mut self, definition: &Definition) {
        if let Some(name) = &definition.name {
            self.set_text("name", &name.value);
        }
        if let Some(description) = &definition.description {
            self.set_text("raw_description", &description.value);
            self.set_text("description", &definition.examples.description);
        }
        if let Some(prompt) = &definition.initial_prompt {
            self.set_text("initial_prompt", &prompt.value);
        }
        let body = self.source.text.get(definition.body.clone()).unwrap_or_default();
        self.set_text("body", body);
        self.set_text("prompt", body.trim());
        let examples: Vec<_> = definition.examples.list.iter().map(|example| self.example(example)).collect();
        self.set_list("examples", &examples);
    }

    fn tools(&mut self, definition: &Definition) {
        if let Some(tools) = &definition.tools {
            let krate = &self.item.krate;
            let tools = tools.iter().map(|tool| self.tool(tool));
            let access = quote_spanned!(self.item.span=> #krate::ToolAccess::Only(&[#(#tools),*]));
            self.set("tools", &access);
        }
        let disallowed: Vec<_> = definition.disallowed_tools.iter().map(|tool| self.tool(tool)).collect();
        self.set_list("disallowed_tools", &disallowed);
        let span = self.item.span;
        let skills: Vec<_> = definition
            .skills
            .iter()
            .map(|skill| {
                let skill = &*skill.value;
                quote_spanned!(span=> #skill)
            })
            .collect();
        self.set_list("skills", &skills);
    }

    fn options(&mut self, definition: &Definition) {
        if let Some(model) = &definition.model {
            let model = self.model(&model.value);
            self.set_some("model", &model);
        }
        for (field, kind, word) in [
            ("color", "Color", &definition.color),
            ("permission_mode", "PermissionMode", &definition.permission_mode),
            ("memory", "Memory", &definition.memory),
            ("effort", "Effort", &definition.effort),
            ("isolation", "Isolation", &definition.isolation),
            ("cache_ttl", "CacheTtl", &definition.cache_ttl),
        ] {
            if let Some(word) = word {
                let word = self.word(kind, word);
                self.set_some(field, &word);
            }
        }
        let span = self.item.span;
        if let Some(turns) = definition.max_turns {
            let turns = Literal::u32_unsuffixed(turns);
            self.set_some("max_turns", &quote_spanned!(span=> #turns));
        }
        for (field, is_set) in [("background", definition.background), ("omit_claude_md", definition.omit_claude_md)] {
            if is_set {
                self.set(field, &quote_spanned!(span=> true));
            }
        }
    }

    fn maps(&mut self, definition: &Definition) {
        let servers: Vec<_> =
            definition.mcp_servers.iter().map(|(name, node)| self.server(name, node.as_ref())).collect();
        self.set_list("mcp_servers", &servers);
        if let Some(hooks) = &definition.hooks {
            let hooks = self.value(hooks);
            self.set_some("hooks", &hooks);
        }
        let extra: Vec<_> = definition.extra().map(|entry| self.pair(entry)).collect();
        self.set_list("extra", &extra);
    }

    /// A text: as a range where the file holds it as it is, so that it is in the binary once.
    fn text(&self, part: &str) -> TokenStream {
        let Self { item, source, v1, .. } = self;
        let small = |offset: usize| u32::try_from(offset).ok().map(Literal::u32_unsuffixed);
        let range = source.range_of(part).filter(|range| !range.is_empty());
        match range.and_then(|range| Some((small(range.start)?, small(range.end)?))) {
            Some((start, end)) => quote_spanned!(item.span=> #v1::Text::Range(#start, #end)),
            None => quote_spanned!(item.span=> #v1::Text::Literal(#part)),
        }
    }

    fn example(&self, example: &Example) -> TokenStream {
        let v1 = &self.v1;
        let Example { context, user, assistant, commentary } = example;
        let parts = [context, user, assistant, commentary].map(|part| self.text(part));
        quote_spanned!(self.item.span=> #v1::example(__SOURCE, [#(#parts),*]))
    }

    fn tool(&self, tool: &Text) -> TokenStream {
        let v1 = &self.v1;
        let entry = &*tool.value;
        quote_spanned!(self.item.span=> #v1::tool(#entry))
    }

    fn model(&self, model: &str) -> TokenStream {
        let krate = &self.item.krate;
        let span = self.item.span;
        // `inherit` is the one word that is free in case.
        let is_word = |word: &str| word == model || (word == "inherit" && model.eq_ignore_ascii_case(word));
        match Model::WORDS.iter().find(|(word, _)| is_word(word)) {
            Some((_, variant)) => {
                let variant = Ident::new(variant, span);
                quote_spanned!(span=> #krate::Model::#variant)
            }
            None => quote_spanned!(span=> #krate::Model::Other(#model)),
        }
    }

    fn word(&self, kind: &str, word: &Word) -> TokenStream {
        let krate = &self.item.krate;
        let span = self.item.span;
        let kind = Ident::new(kind, span);
        match word {
            Word::Variant(variant) => {
                let variant = Ident::new(variant, span);
                quote_spanned!(span=> #krate::#kind::#variant)
            }
            Word::Number(number) => {
                let number = Literal::u32_unsuffixed(*number);
                quote_spanned!(span=> #krate::#kind::Number(#number))
            }
            Word::Other(other) => quote_spanned!(span=> #krate::#kind::Other(#other)),
        }
    }

    fn server(&self, name: &str, configuration: Option<&Node>) -> TokenStream {
        let v1 = &self.v1;
        let span = self.item.span;
        let configuration = match configuration {
            Some(node) => {
                let value = self.value(node);
                quote_spanned!(span=> ::core::option::Option::Some(#value))
            }
            None => quote_spanned!(span=> ::core::option::Option::None),
        };
        quote_spanned!(span=> #v1::mcp_server(#name, #configuration))
    }

    fn value(&self, node: &Node) -> TokenStream {
        let krate = &self.item.krate;
        let span = self.item.span;
        match &node.value {
            Yaml::Null => quote_spanned!(span=> #krate::Value::Null),
            Yaml::Bool(value) => quote_spanned!(span=> #krate::Value::Bool(#value)),
            Yaml::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                quote_spanned!(span=> #krate::Value::Integer(#number))
            }
            Yaml::Float(number) => {
                let number = float(*number, span);
                quote_spanned!(span=> #krate::Value::Float(#number))
            }
            Yaml::Text(text) => quote_spanned!(span=> #krate::Value::String(#text)),
            Yaml::List(items) => {
                let items = items.iter().map(|node| self.value(node));
                quote_spanned!(span=> #krate::Value::List(&[#(#items),*]))
            }
            Yaml::Map(entries) => {
                let entries = entries.iter().map(|entry| self.pair(entry));
                quote_spanned!(span=> #krate::Value::Map(&[#(#entries),*]))
            }
        }
    }

    fn pair(&self, entry: &Entry) -> TokenStream {
        let key = &*entry.key.value;
        let value = self.value(&entry.value);
        quote_spanned!(self.item.span=> (#key, #value))
    }
}

/// A literal has to be finite.
fn float(number: f64, span: Span) -> TokenStream {
    if number.is_nan() {
        quote_spanned!(span=> ::core::primitive::f64::NAN)
    } else if number == f64::INFINITY {
        quote_spanned!(span=> ::core::primitive::f64::INFINITY)
    } else if number == f64::NEG_INFINITY {
        quote_spanned!(span=> ::core::primitive::f64::NEG_INFINITY)
    } else {
        let number = Literal::f64_unsuffixed(number);
        quote_spanned!(span=> #number)
    }
}
