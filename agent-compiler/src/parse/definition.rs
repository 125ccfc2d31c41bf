//! One agent as its file defines it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::base::span::SpannedText;
use crate::format::fields;
use crate::format::tools;
use crate::parse::examples::Examples;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Entry, Node};

/// One agent as its file defines it. Fields are absent where the file does not set them, or sets them wrongly.
#[derive(Debug, Default)]
pub struct Definition<'a> {
    /// Which file.
    pub file: usize,
    /// The frontmatter as it was read; absent where there is none to read.
    pub entries: Option<Vec<Entry<'a>>>,
    /// What was noticed while the file was parsed.
    pub problems: Vec<ParseProblem<'a>>,
    /// The lines between the two `---`.
    pub yaml: Range<usize>,
    /// The bytes after the closing `---`.
    pub body: Range<usize>,
    /// `name`
    pub name: Option<SpannedText<'a>>,
    /// `description`
    pub description: Option<SpannedText<'a>>,
    /// What the description holds: its text for a reader, and its examples.
    pub examples: Examples<'a>,
    /// `tools`; absent also where it grants all of them.
    pub tools: Option<Vec<SpannedText<'a>>>,
    /// `disallowedTools`
    pub disallowed_tools: Vec<SpannedText<'a>>,
    /// `model`
    pub model: Option<SpannedText<'a>>,
    /// `permissionMode`
    pub permission_mode: Option<Word<'a>>,
    /// `maxTurns`
    pub max_turns: Option<u32>,
    /// `skills`
    pub skills: Vec<SpannedText<'a>>,
    /// `mcpServers`: names, and the configurations that stand with them.
    pub mcp_servers: Vec<(Cow<'a, str>, Option<Node<'a>>)>,
    /// `hooks`
    pub hooks: Option<Node<'a>>,
    /// `memory`
    pub memory: Option<Word<'a>>,
    /// `background`
    pub background: bool,
    /// `omitClaudeMd`
    pub omit_claude_md: bool,
    /// `effort`
    pub effort: Option<Word<'a>>,
    /// `isolation`
    pub isolation: Option<Word<'a>>,
    /// `color`
    pub color: Option<Word<'a>>,
    /// `initialPrompt`
    pub initial_prompt: Option<SpannedText<'a>>,
    /// `experimental.cacheTtl`
    pub cache_ttl: Option<Word<'a>>,
    /// The fields that hold what they cannot hold, in whole or in part.
    pub unread: Vec<&'static str>,
    has_plain_tools: OnceLock<bool>,
}

impl<'a> Definition<'a> {
    /// An agent of whose file nothing could be read.
    #[must_use]
    pub fn nothing(file: usize) -> Self {
        Self { file, ..Self::default() }
    }

    /// The field of this name; of several the last, which counts.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&Entry<'a>> {
        self.entries.iter().flatten().rfind(|entry| entry.key.value == name)
    }

    /// Both lists of tools, each with whether it denies them.
    #[must_use]
    pub fn tool_lists(&self) -> [(&[SpannedText<'a>], bool); 2] {
        [(self.tools.as_deref().unwrap_or_default(), false), (&self.disallowed_tools, true)]
    }

    /// The entries of both lists of tools, each with whether it is denied.
    pub fn tool_entries(&self) -> impl Iterator<Item = (&SpannedText<'a>, bool)> {
        self.tool_lists().into_iter().flat_map(|(list, is_denied)| list.iter().map(move |entry| (entry, is_denied)))
    }

    /// Whether no rule about the entries of the two lists can have anything to say.
    pub fn has_plain_tools(&self) -> bool {
        *self.has_plain_tools.get_or_init(|| {
            self.disallowed_tools.is_empty() && tools::are_plain(self.tools.as_deref().unwrap_or_default())
        })
    }

    /// Whether a part of the frontmatter could not be read.
    #[must_use]
    pub fn has_invalid_yaml(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem, ParseProblem::InvalidYaml(_)))
    }

    /// The fields that are not part of the format.
    pub fn extra(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().flatten().filter(|entry| fields::find(&entry.key.value).is_none())
    }
}

/// A word of a fixed set.
#[derive(Clone, Debug, PartialEq)]
pub enum Word<'a> {
    /// The name of the variant that stands for it.
    Variant(&'static str),
    /// A number in its place.
    Number(u32),
    /// A word outside a set that is open.
    Other(Cow<'a, str>),
}
