//! What was noticed while a folder and its settings were read: facts, which the rules put into words.

use std::io;
use std::path::PathBuf;

use crate::base::rule::RuleInfo;
use crate::base::span::{Span, Spanned};

/// Something about a folder or the files in it.
#[derive(Debug)]
pub enum FolderProblem {
    /// The folder cannot be listed.
    UnreadableFolder {
        /// The folder as it was given.
        folder: String,
        /// What it is relative to.
        base: PathBuf,
        /// Why it cannot be listed.
        error: io::Error,
        /// The folders beside it.
        neighbours: Vec<String>,
    },
    /// The folder is outside the package.
    FolderOutside,
    /// No agent is in the folder.
    Empty,
    /// A file looks like an agent, and is skipped because of its name.
    SkippedAgent(String),
    /// A file of settings is where none is read.
    MisplacedSettings(String),
    /// A pattern of the settings matches no file.
    UnusedPattern {
        /// The pattern.
        pattern: Spanned<String>,
        /// Whether it names a folder.
        is_folder: bool,
    },
    /// A folder of fragments cannot be listed.
    UnreadableFragments(Spanned<String>, io::Error),
    /// A file cannot be opened or read.
    UnreadableFile(Span, io::Error),
    /// A file is larger than the limit, in bytes.
    TooLarge(Span, usize),
    /// A file is not UTF-8 from this byte on.
    NotUtf8(Span, u8),
    /// A file is behind a link that leads out of the package.
    FileOutside(Span),
}

/// Something about `agents.toml`.
#[derive(Debug)]
pub enum SettingsProblem {
    /// The text is not valid TOML.
    Syntax(toml_span::Error),
    /// A key does not exist; these do.
    UnknownKey(Spanned<String>, &'static [&'static str]),
    /// A rule does not exist.
    UnknownRule {
        /// The name that was given.
        name: Spanned<String>,
        /// The rule whose name is closest.
        closest: Option<&'static str>,
    },
    /// A value is not of the kind that is named.
    WrongValue(Span, String),
    /// A declared field cannot have this name, which belongs to something else.
    ReservedField(Spanned<String>, Reserved),
    /// Two declared fields have names that are the same without letter case, dashes and underscores.
    SameField(Spanned<String>, Spanned<String>),
    /// A pattern cannot be parsed.
    InvalidPattern(Span, fast_glob::Error),
    /// The level of a rule cannot be lowered.
    FixedLevel(Span, &'static RuleInfo),
    /// A `[[silence]]` has no such key.
    MissingKey(Span, &'static str),
}

/// What a name belongs to that a declared field cannot have.
#[derive(Clone, Copy, Debug)]
pub enum Reserved {
    /// A field of the format.
    Field,
    /// A method that every agent has.
    Method,
    /// An enum that is generated anyway.
    Enum,
    /// A setting, which is not in this table.
    Setting,
}
