//! What a front end decides about the generated items.

use std::fmt;
use std::path::Path;

use super::attribute::Attribute;
use super::code::{Piece, Quoted, Rust, Writer, rust};
use super::visibility::Visibility;
use super::without::Without;
use crate::resolve::identifier::Identifier;

/// What a front end decides about the generated items.
#[derive(Clone, Debug)]
pub struct ItemOptions {
    /// How the code names the crate `include_agents`.
    pub facade: Facade,
    /// Attributes of the enum.
    pub attributes: Vec<Attribute>,
    /// Whether the enum has documentation of the caller's, and needs none.
    pub is_documented: bool,
    /// Who sees the items.
    pub visibility: Visibility,
    /// The name of the enum.
    pub name: Identifier,
    /// Whether the statics are in a module of their own, whose attributes silence lints for all of them: an attribute for
    /// each would cost rustc a sixth of its time. Most lints do not look at a macro's items.
    pub has_module: bool,
    /// How files are embedded.
    pub embed: Embed,
    /// Which items are left out.
    pub without: Without,
}

impl ItemOptions {
    /// `pub enum AgentKind`, for code in a file of its own.
    #[must_use]
    pub fn file() -> Self {
        Self {
            facade: Facade::Dependency,
            attributes: Vec::new(),
            is_documented: false,
            visibility: Visibility::default(),
            name: Identifier::fixed("AgentKind"),
            has_module: true,
            embed: Embed::FromManifest,
            without: Without::new(),
        }
    }

    /// Gives the enum an attribute.
    pub fn add_attribute(&mut self, attribute: Attribute) {
        self.is_documented |= attribute.is_documentation();
        self.attributes.push(attribute);
    }
}

/// The name of an enum that a caller has chosen.
///
/// # Errors
/// A message, if it is not an identifier.
pub fn name(text: &str) -> Result<Identifier, String> {
    let refused = || format!("`{}` cannot be the name of an enum: it is not a Rust identifier", text.escape_debug());
    Identifier::new(text).ok_or_else(refused)
}

/// How the code names the crate `include_agents`.
#[derive(Clone, Debug)]
pub enum Facade {
    /// By its name among the dependencies.
    Dependency,
    /// By a name in scope for its `__private::v1`, which has all that code needs. It is short, and code for a thousand agents
    /// names it often.
    Alias(Identifier),
}

/// The path before the name of a public type.
impl Piece for &Facade {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        match self {
            Facade::Dependency => writer.push("::include_agents"),
            Facade::Alias(name) => writer.push(name),
        }
    }
}

/// The path before the name of what is for generated code alone.
pub(super) struct Private<'a>(pub(super) &'a Facade);

impl Piece for Private<'_> {
    fn write(&self, writer: &mut Writer) -> fmt::Result {
        match self.0 {
            Facade::Dependency => writer.push("::include_agents::__private::v1"),
            Facade::Alias(name) => writer.push(name),
        }
    }
}

/// How files are embedded.
#[derive(Clone, Debug)]
pub enum Embed {
    /// From the folder of the package that is built. No absolute path is written, so that two checkouts generate the same
    /// bytes.
    FromManifest,
    /// From the folder of the file with the code, with this before each path.
    FromFile(String),
}

impl Embed {
    /// The expression that embeds the file at a path.
    pub(super) fn bytes(&self, path: &str) -> Rust {
        match self {
            _ if Path::new(path).is_absolute() => rust!["::core::include_bytes!(", Quoted(path), ")"],
            Self::FromFile(prefix) => rust!["::core::include_bytes!(", Quoted(&format!("{prefix}{path}")), ")"],
            Self::FromManifest => rust![
                "::core::include_bytes!(::core::concat!(::core::env!(\"CARGO_MANIFEST_DIR\"), ",
                Quoted(&format!("/{path}")),
                "))",
            ],
        }
    }
}
