//! What a front end decides about the generated items.

use std::path::Path;

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

impl<'a> Item<'a> {
    /// `pub enum AgentKind`, for code that stands in a file of its own.
    #[must_use]
    pub fn file() -> Self {
        Self::plain(&embed_from_manifest)
    }

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

    pub(super) fn module(&self) -> String {
        hidden(self.name)
    }
}

/// Embeds a file in code that stands in a file of its own. No absolute path is written, so that two checkouts generate the same
/// bytes.
fn embed_from_manifest(path: &str) -> String {
    if Path::new(path).is_absolute() {
        return format!("::core::include_bytes!({path:?})");
    }
    let path = format!("/{path}");
    format!("::core::include_bytes!(::core::concat!(::core::env!(\"CARGO_MANIFEST_DIR\"), {path:?}))")
}

/// The name of what belongs to an enum and is for generated code alone, or the beginning of it.
#[must_use]
pub fn hidden(name: &str) -> String {
    format!("__{}", name.trim_start_matches("r#"))
}
