//! The input of the macro.

use include_agents_compiler::emit::rust::attribute;
use include_agents_compiler::emit::rust::item;
use include_agents_compiler::emit::rust::visibility::Visibility;
use include_agents_compiler::emit::rust::without::{Part, Without};
use include_agents_compiler::resolve::identifier::Identifier;
use proc_macro2::{Ident, TokenTree};
use quote::ToTokens as _;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token};

/// `"agents/"`, or `pub enum Backend in "agents/backend", without(models);`, each behind the path of the facade and a semicolon.
pub(crate) struct Input {
    pub(crate) krate: TokenTree,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Option<Identifier>,
    pub(crate) folder: LitStr,
    pub(crate) without: Without,
}

impl Parse for Input {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let input = parse(input)?;
        input.attributes.iter().try_for_each(check)?;
        if input.folder.value().trim().is_empty() {
            return Err(syn::Error::new(
                input.folder.span(),
                "name the folder: `\"agents/\"`, or `\".\"` for the package",
            ));
        }
        Ok(input)
    }
}

fn parse(input: ParseStream) -> syn::Result<Input> {
    let krate = input.parse()?;
    input.parse::<Token![;]>()?;
    if input.is_empty() || input.peek(LitStr) {
        let folder = input
            .parse()
            .map_err(|error| syn::Error::new(error.span(), "name the folder: `include_agents!(\"agents/\")`"))?;
        input.parse::<Option<Token![,]>>()?;
        if !input.is_empty() {
            let message = "one folder per call; a second one takes the form `pub enum Name in \"folder\";`";
            return Err(input.error(message));
        }
        let (attributes, visibility, without) = (Vec::new(), Visibility::default(), Without::new());
        Ok(Input { krate, attributes, visibility, name: None, folder, without })
    } else {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = visibility(&input.parse()?)?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(error.span(), "expected a folder in quotes, or `pub enum Name in \"folder\";`")
        })?;
        let name: Ident = input.parse()?;
        let name = item::name(&name.to_string()).map_err(|problem| syn::Error::new(name.span(), problem))?;
        input.parse::<Token![in]>()?;
        let folder = input.parse()?;
        let has_more = input.parse::<Option<Token![,]>>()?.is_some() && !input.is_empty();
        let without = if has_more { without(input)? } else { Without::new() };
        input.parse::<Option<Token![;]>>()?;
        Ok(Input { krate, attributes, visibility, name: Some(name), folder, without })
    }
}

/// `without(models, groups)`, which leaves out items.
fn without(input: ParseStream) -> syn::Result<Without> {
    let word: Ident = input.parse()?;
    if word != "without" {
        return Err(syn::Error::new(word.span(), "expected `without(…)`, which names the items to leave out"));
    }
    let parts;
    syn::parenthesized!(parts in input);
    input.parse::<Option<Token![,]>>()?;
    let parts = parts.parse_terminated(Ident::parse, Token![,])?;
    parts
        .iter()
        .map(|part| Part::new(&part.to_string()).map_err(|problem| syn::Error::new(part.span(), problem)))
        .collect()
}

/// A visibility has no place of its own in the code: it is written anew for each item.
fn visibility(given: &syn::Visibility) -> syn::Result<Visibility> {
    let tokens = given.to_token_stream();
    Visibility::new(&tokens.to_string()).map_err(|problem| syn::Error::new_spanned(tokens, problem))
}

/// Refuses attributes that cannot mean what they say here.
fn check(attribute: &Attribute) -> syn::Result<()> {
    if attribute.path().is_ident("cfg") {
        return Err(syn::Error::new_spanned(attribute.path(), attribute::CFG));
    }
    if attribute.path().is_ident("derive") {
        attribute.parse_nested_meta(|derive| {
            let name = derive.path.get_ident().map(Ident::to_string);
            match name.and_then(|name| attribute::derived(&name)) {
                Some(problem) => Err(derive.error(problem)),
                None => Ok(()),
            }
        })?;
    }
    Ok(())
}
