//! The procedural macro behind `include_agents!`: a thin door to the compiler in `agent_core`.
//!
//! Use it through the `include-agents` crate, whose macro hands over the path under which that crate is known.
#![forbid(unsafe_code)]

mod input;
mod paths;

use agent_core::compiler::diagnostic::Level;
use agent_core::compiler::files::Disk;
use agent_core::compiler::generate::Item;
use agent_core::compiler::{Compilation, compile, render};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use input::Input;
use paths::Paths;

/// See `include_agents::include_agents!`.
#[proc_macro]
pub fn include_agents(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expanded = match syn::parse::<Input>(input) {
        Ok(input) => expand(&input),
        Err(error) => error.into_compile_error(),
    };
    expanded.into()
}

fn expand(input: &Input) -> TokenStream {
    let literal = input.folder.span();
    let paths = match Paths::find(literal) {
        Ok(paths) => paths,
        Err(problem) => return quote_spanned!(literal=> ::core::compile_error!(#problem);),
    };
    let embed = |path: &str| {
        let path = paths.embed(path);
        quote_spanned!(literal=> ::core::include_str!(#path))
    };
    // The items stand where the literal stands, with the hygiene of the macro: by it lints know that nobody wrote them.
    let span = Span::mixed_site().located_at(literal);
    let item = Item {
        krate: input.krate.to_token_stream(),
        attributes: input.attributes.iter().map(ToTokens::to_token_stream).collect(),
        visibility: input.visibility.to_token_stream(),
        name: input.name.clone().unwrap_or_else(|| Ident::new("AgentKind", span)),
        span,
        embed: &embed,
    };
    let disk = Disk::of_package(&paths.base);
    let Compilation { folder, tokens, diagnostics } = compile(&disk, &input.folder.value(), &item);
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).map(|diagnostic| {
        let text = render::text(diagnostic, &folder, &paths.shown);
        quote_spanned!(literal=> ::core::compile_error!(#text);)
    });
    let warnings = render::warnings(&diagnostics, &folder, &paths.shown)
        .into_iter()
        .map(|(rule, text)| warning(rule, &text, literal));
    quote!(#(#errors)* #(#warnings)* #tokens)
}

/// A warning, which a macro cannot give on stable Rust: the use of a deprecated constant that bears the rule's name.
fn warning(rule: &str, text: &str, span: Span) -> TokenStream {
    let name = Ident::new(&rule.replace('-', "_"), span);
    quote_spanned! {span=>
        const _: () = {
            #[allow(non_upper_case_globals)]
            #[deprecated(note = #text)]
            const #name: () = ();
            #name
        };
    }
}
