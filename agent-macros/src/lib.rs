//! The procedural macro behind `include_agents!`: a thin front end of the crate `include_agents_compiler`.
//!
//! Use it through the `include-agents` crate, whose macro hands over the path under which that crate is known.
#![forbid(unsafe_code)]

mod input;
mod paths;
mod splice;

use std::path::PathBuf;

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::emit::prepared::{self, Prepared};
use include_agents_compiler::emit::rust::item::{Embed, Facade, ItemOptions};
use include_agents_compiler::{Expansion, compile};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Attribute;

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
    let mut item =
        ItemOptions { has_module: false, embed: Embed::FromFile(paths.embedded.clone()), ..ItemOptions::file() };
    item.is_documented = input.attributes.iter().any(is_documentation);
    item.visibility = input.visibility.clone();
    item.without.clone_from(&input.without);
    if let Some(name) = &input.name {
        item.name = name.clone();
    }
    let facade = item.name.hidden();
    item.facade = Facade::Alias(facade.clone());
    let disk = Disk::of_package(&paths.base);
    let folder = input.folder.value();
    let Expansion { code, errors, warnings } =
        prepared(&paths, &folder, &item).unwrap_or_else(|| Expansion::of(compile(&disk, &folder, &item), &paths.shown));
    // The items have the location of the literal, and are the macro's, so that lints treat them as generated.
    let span = Span::call_site().located_at(literal);
    let items = match splice::splice(&code, &input.attributes, span.unwrap()) {
        Ok(items) => items.into(),
        Err(error) => {
            let problem = format!("internal error: generated code does not parse; please report this: {error}");
            quote_spanned!(literal=> ::core::compile_error!(#problem);)
        }
    };
    // The name by which the code knows what it needs, for only `$crate` leads there for sure.
    let (krate, alias) = (&input.krate, Ident::new(facade.as_str(), span));
    let items = quote_spanned!(span=> #[doc(hidden)] use #krate::__private::v1 as #alias; #items);
    let errors = errors.iter().map(|text| quote_spanned!(literal=> ::core::compile_error!(#text);));
    let warnings = warnings.iter().map(|(rule, text)| warning(rule, text, literal));
    quote!(#(#errors)* #(#warnings)* #items)
}

/// What the build script of this package has made of the same call, if it is current.
#[allow(clippy::disallowed_methods, reason = "the macro is a front end")]
fn prepared(paths: &Paths, folder: &str, item: &ItemOptions) -> Option<Expansion> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR")?);
    let key = prepared::key(&paths.base, folder, item);
    let bytes = std::fs::read(prepared::file(&out, &key)).ok()?;
    let prepared = Prepared::read(&bytes, &key, &Disk::of_package(&paths.base))?;
    let Prepared { code, warnings } = prepared.placed(&paths.embedded, &paths.shown);
    Some(Expansion { code, errors: Vec::new(), warnings })
}

/// Whether an attribute is a comment for readers, and not another `#[doc(…)]`.
fn is_documentation(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc") && attribute.meta.require_name_value().is_ok()
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
