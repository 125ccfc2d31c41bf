//! From the text of the code to the items of the user.
//!
//! This is done with rustc's own tokens: those of `proc_macro2` would be parsed twice.

use proc_macro::{Delimiter, Group, LexError, Span, TokenStream, TokenTree};
use quote::ToTokens;

use crate::input::Input;

/// What stands in the text for the attributes of the enum, and for the visibility of all items.
pub(crate) const ATTRIBUTES: char = '@';
pub(crate) const VISIBILITY: char = '~';

/// What is put in.
struct Place {
    span: Span,
    attributes: Vec<TokenTree>,
    visibility: Vec<TokenTree>,
}

/// Puts the user's own tokens into the code, and gives its names the place `span`.
pub(crate) fn place(code: &str, input: &Input, span: Span) -> Result<TokenStream, LexError> {
    let trees = |tokens: proc_macro2::TokenStream| TokenStream::from(tokens).into_iter().collect();
    let attributes = input.attributes.iter().map(ToTokens::to_token_stream).collect();
    let place = Place { span, attributes: trees(attributes), visibility: trees(input.visibility.to_token_stream()) };
    Ok(place.all(code.parse()?))
}

impl Place {
    /// Nobody goes to a name within parentheses or brackets, which are most of the code.
    fn all(&self, tokens: TokenStream) -> TokenStream {
        let mut placed = Vec::new();
        for mut token in tokens {
            match &mut token {
                TokenTree::Punct(punct) if punct.as_char() == ATTRIBUTES => {
                    placed.extend_from_slice(&self.attributes);
                    continue;
                }
                TokenTree::Punct(punct) if punct.as_char() == VISIBILITY => {
                    placed.extend_from_slice(&self.visibility);
                    continue;
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    *group = Group::new(Delimiter::Brace, self.all(group.stream()));
                    group.set_span(self.span);
                }
                TokenTree::Ident(name) => name.set_span(self.span),
                _ => {}
            }
            placed.push(token);
        }
        placed.into_iter().collect()
    }
}
