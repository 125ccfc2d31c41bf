//! Phase 9: the roster in, Rust out.
//!
//! The code is text, which the compiler's own lexer reads much faster than a macro can hand over tokens one by one. It is
//! made to cost rustc little: one static per agent with few expressions in it, what agents have in common written once, and
//! tables as literals.

mod agent;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::document;
use super::link::Roster;
use super::names::Named;
use crate::lookup;
use agent::Written;

/// What the caller decides about the generated items.
pub struct Item<'a> {
    /// The path of the crate `include_agents`.
    pub krate: &'a str,
    /// Attributes of the enum.
    pub attributes: &'a str,
    /// Whether its documentation is among them.
    pub is_documented: bool,
    /// Who sees the items.
    pub visibility: &'a str,
    /// The name of the enum.
    pub name: &'a str,
    /// Whether the statics stand in a module of their own, whose attributes silence lints for all of them: an attribute for
    /// each would cost rustc a sixth of its time. Most lints do not look at a macro's items.
    pub has_module: bool,
    /// The expression that embeds the bytes of the file at a path.
    pub embed: &'a dyn Fn(&str) -> String,
}

/// Names and values come from the agents, not from the user's code, and are not its style.
const LINTS: &str = "#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]";

const DERIVES: &str = "#[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, \
    ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,)]";

impl<'a> Item<'a> {
    /// `pub enum AgentKind`, for code that stands in a file of its own.
    #[must_use]
    pub fn plain(embed: &'a dyn Fn(&str) -> String) -> Self {
        Self {
            krate: "::include_agents",
            attributes: "",
            is_documented: false,
            visibility: "pub",
            name: "AgentKind",
            has_module: true,
            embed,
        }
    }

    fn module(&self) -> String {
        hidden(self.name)
    }
}

/// The name of what belongs to an enum and is for generated code alone, or the beginning of it.
#[must_use]
pub fn hidden(name: &str) -> String {
    format!("__{}", name.trim_start_matches("r#"))
}

/// Writes the enum and one static per agent. No agent's identifier begins with two underscores, so the other items do, and
/// none of them hides an agent. An agent whose file is broken has its name and nothing else, so that code that uses it has no
/// errors of its own.
#[must_use]
pub fn generate(roster: &Roster, names: &[Named], item: &Item, broken: &BTreeSet<usize>) -> String {
    let Item { attributes, is_documented, visibility, name, embed, .. } = item;
    let mut code = String::new();
    // Cargo watches the settings as it does the agents.
    if let Some(settings) = roster.folder.settings.as_ref().filter(|source| source.is_readable) {
        let _ = writeln!(code, "const _: &[::core::primitive::u8] = {};\n", embed(&settings.path));
    }
    if !is_documented {
        let summary = format!(" The agents of `{}`.", roster.folder.path);
        let _ = writeln!(code, "#[doc = {summary:?}]");
    }
    let _ = writeln!(code, "{attributes}{LINTS}\n{DERIVES}\n{visibility} enum {name} {{");
    let documents: Vec<_> = names.iter().map(|named| document::agent(roster, named)).collect();
    for (named, document) in names.iter().zip(&documents) {
        let _ = writeln!(code, "{document}{},", named.variant);
    }
    code.push_str("}\n\n");
    let mut statics = Statics { item, options: BTreeMap::new(), code: String::new() };
    for (named, document) in names.iter().zip(&documents) {
        let source = roster.source(named.definition);
        let path = source.map_or("", |source| &source.path);
        let (written, embedded) = match source.filter(|_| !broken.contains(&named.definition.file)) {
            Some(source) => (agent::full(item, named.definition, source), Some(source.text.len())),
            None => (agent::name_only(named.name), None),
        };
        statics.add(&named.constant, document, path, &written, embedded);
    }
    if item.has_module {
        let module = item.module();
        let _ = writeln!(code, "{LINTS}\nmod {module} {{\n{}}}", statics.code);
        let _ = writeln!(code, "{LINTS}\n#[allow(unused_imports)]\n{visibility} use self::{module}::*;\n");
    } else {
        code.push_str(&statics.code);
    }
    implementation(&mut code, names, item);
    code
}

/// The statics of the agents, and those of the options that they share.
struct Statics<'a> {
    item: &'a Item<'a>,
    /// The number of each static with options.
    options: BTreeMap<String, usize>,
    code: String,
}

impl Statics<'_> {
    fn add(&mut self, constant: &str, document: &str, path: &str, written: &Written, embedded: Option<usize>) {
        let Item { krate, visibility, embed, .. } = self.item;
        let module = self.item.module();
        let Written { ranges, options, needs_source } = written;
        let source = embedded.map_or("&[]".to_owned(), |_| embed(path));
        let length = embedded.unwrap_or_default();
        let options_of = |options: &str| {
            let v1 = format!("{krate}::__private::v1");
            format!("{v1}::Options = {v1}::Options {{ {options} ..{v1}::Options::NONE }};")
        };
        let call = |source: &str, options: &str| {
            format!("{krate}::__private::v1::agent({path:?}, {source}, {length}, {ranges:?}, &{options})")
        };
        let value = if *needs_source {
            let options = options_of(options);
            let agent = call("__SOURCE", "__OPTIONS");
            format!("{{ static __SOURCE: &[::core::primitive::u8] = {source}; static __OPTIONS: {options} {agent} }}")
        } else {
            let next = self.options.len();
            let number = *self.options.entry(options.clone()).or_insert_with(|| {
                let options = options_of(options);
                let _ = writeln!(self.code, "#[doc(hidden)] static {module}_{next}: {options}");
                next
            });
            call(&source, &format!("{module}_{number}"))
        };
        let _ = writeln!(self.code, "{document}{visibility} static {constant}: {krate}::Agent = {value};");
    }
}

/// What the enum can do, with a `$` before each word that stands for something.
const IMPLEMENTATION: &str = include_str!("implementation.rs.in");

/// Writes what the enum can do.
fn implementation(code: &mut String, names: &[Named], item: &Item) {
    // By its full name, so that an item of the user's hides it from nobody.
    let module = if item.has_module { format!("{}::", item.module()) } else { String::new() };
    let (mut variants, mut agents) = (String::new(), String::new());
    for Named { variant, constant, .. } in names {
        let _ = write!(variants, "\nSelf::{variant},");
        let _ = write!(agents, "\n&{module}{constant},");
    }
    let spellings = names.iter().map(|named| named.variant.as_str()).collect::<Vec<_>>().join(" ");
    // An enum without variants has no number; it only ever stands beside an error.
    let (agent, debug) = if names.is_empty() {
        ("match self {}".to_owned(), "match *self {}".to_owned())
    } else {
        let index = "self as ::core::primitive::usize";
        let spelling = format!("{}::__private::v1::spelling({spellings:?}, *{index})", item.krate);
        (format!("Self::__agents()[{index}]"), format!("f.write_str({spelling})"))
    };
    // Of two words that begin alike, the longer comes first.
    let words = [
        ("lints", LINTS.to_owned()),
        ("krate", item.krate.to_owned()),
        ("name", item.name.to_owned()),
        ("count", names.len().to_string()),
        ("variants", variants),
        ("agents", agents),
        ("agent", agent),
        ("debug", debug),
        ("table", lookup::table(names.iter().map(|named| named.name)).escape_ascii().to_string()),
    ];
    let mut parts = IMPLEMENTATION.split('$');
    code.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let Some((rest, value)) = words.iter().find_map(|(word, value)| Some((part.strip_prefix(word)?, value))) {
            code.push_str(value);
            code.push_str(rest);
        }
    }
}
