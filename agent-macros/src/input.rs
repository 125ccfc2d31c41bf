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
