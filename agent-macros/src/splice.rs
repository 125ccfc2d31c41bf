//! From the text of the code to the items of the user.
//!
//! This is done with rustc's own tokens: those of `proc_macro2` would be parsed twice.

use proc_macro::{Delimiter, Group, LexError, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Attribute;

/// Puts the user's own attributes before the code, which begins with the enum, and gives its names the place `span`.
pub(crate) fn splice(code: &str, attributes: &[Attribute], span: Span) -> Result<TokenStream, LexError> {
    let attributes: proc_macro2::TokenStream = attributes.iter().map(ToTokens::to_token_stream).collect();
    // Each stream that is made costs a call into the compiler, so there is one.
    let mut items = TokenStream::from(attributes).into_iter().collect();
    locate(code.parse()?, span, &mut items);
    Ok(items.into_iter().collect())
}

/// Adds tokens, and gives names a location. Names in parentheses or brackets, most of the code, need none.
fn locate(tokens: TokenStream, span: Span, items: &mut Vec<TokenTree>) {
    for mut token in tokens {
        match &mut token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let mut inner = Vec::new();
                locate(group.stream(), span, &mut inner);
                *group = Group::new(Delimiter::Brace, inner.into_iter().collect());
                group.set_span(span);
            }
            TokenTree::Ident(name) => name.set_span(span),
            _ => {}
        }
        items.push(token);
    }
}
