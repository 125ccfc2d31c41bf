//! What `[prompts]` in the settings decides: whether prompts have parameters, of which types, and where fragments are.
//!
//! ```toml
//! [prompts]
//! parameters = true                   # the default with `runs-in = "own"`
//! in-code = true                      # also in fenced code
//! fragments = ["../prompts"]          # folders of fragments, relative to this one
//!
//! [prompts.parameters]                # or their types, which are declared per name
//! seats = "integer"                   # text, integer or boolean
//! topics = { list = ", " }            # a list of texts, with this between them
//! ```

use crate::base::span::Spanned;

/// What `[prompts]` decides.
#[derive(Debug, Default)]
pub struct PromptSettings {
    /// Whether `{{name}}` in a prompt is a parameter. Without a setting, it is where a program of the user's own runs the agents.
    pub has_parameters: Option<bool>,
    /// Whether it is one in fenced code too.
    pub in_code: bool,
    /// The folders of fragments, relative to that of the agents.
    pub fragments: Vec<Spanned<String>>,
    /// The parameters whose types are declared, in order of name.
    pub declared: Vec<DeclaredParameter>,
}

/// A parameter whose type is declared.
#[derive(Debug)]
pub struct DeclaredParameter {
    /// Its name, as prompts have it.
    pub name: Spanned<String>,
    /// What its value is.
    pub kind: ParameterKind,
}

/// What the value of a parameter is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ParameterKind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// Texts, with this between them.
    List(String),
}

impl ParameterKind {
    /// The words for those that have one.
    pub const WORDS: [(&'static str, Self); 3] =
        [("text", Self::Text), ("integer", Self::Integer), ("boolean", Self::Boolean)];
}

impl PromptSettings {
    /// The type of a parameter, if it is declared.
    #[must_use]
    pub fn kind(&self, name: &str) -> Option<&ParameterKind> {
        self.declared.iter().find(|parameter| parameter.name.value == name).map(|parameter| &parameter.kind)
    }
}
