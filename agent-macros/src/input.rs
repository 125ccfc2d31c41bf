//! What stands between the parentheses.

use proc_macro2::{Ident, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, LitStr, Token, Visibility, parse_quote};

/// `"agents/"`, or `pub enum Backend in "agents/backend";`, each behind the path of the facade and a semicolon.
pub(crate) struct Input {
    pub(crate) krate: TokenTree,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) visibility: Visibility,
    pub(crate) name: Option<Ident>,
    pub(crate) folder: LitStr,
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
        Ok(Input { krate, attributes: Vec::new(), visibility: parse_quote!(pub), name: None, folder })
    } else {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![enum]>().map_err(|error| {
            syn::Error::new(error.span(), "expected a folder in quotes, or `pub enum Name in \"folder\";`")
        })?;
        let name = Some(input.parse()?);
        input.parse::<Token![in]>()?;
        let folder = input.parse()?;
        input.parse::<Option<Token![;]>>()?;
        Ok(Input { krate, attributes, visibility, name, folder })
    }
}

/// The traits that the enum has anyway.
const DERIVED: [&str; 8] = ["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Debug"];

/// Refuses attributes that cannot mean what they say here.
fn check(attribute: &Attribute) -> syn::Result<()> {
    if attribute.path().is_ident("cfg") {
        let message = "this would leave the agents without their enum: put `#[cfg]` on a module around the call";
        return Err(syn::Error::new_spanned(attribute.path(), message));
    }
    if attribute.path().is_ident("derive") {
        attribute.parse_nested_meta(|derive| match derive.path.get_ident().map(Ident::to_string) {
            Some(name) if DERIVED.contains(&name.as_str()) => {
                Err(derive.error(format!("the enum is `{name}` already: leave it out")))
            }
            _ => Ok(()),
        })?;
    }
    Ok(())
}
