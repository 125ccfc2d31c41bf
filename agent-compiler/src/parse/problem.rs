//! What was noticed while a file was parsed: facts, which the rules put into words.

use std::ops::Range;

use crate::base::span::{Span, SpannedText};
use crate::format::fields::Field;
use crate::parse::hooks::HookProblem;
use crate::parse::servers::ServerProblem;
use crate::parse::yaml::{Entry, Node, YamlError};

/// Something about one file.
#[derive(Debug)]
pub enum ParseProblem<'a> {
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// The first line, at this range, is not `---`.
    MissingFrontmatter(Range<usize>),
    /// Nothing closes the frontmatter that begins at this offset.
    UnclosedFrontmatter(usize),
    /// Three dashes at this offset are inside the frontmatter, before the line that closes it.
    InnerDelimiter(usize),
    /// A part of the frontmatter is not valid YAML, and what it means is not clear.
    InvalidYaml(YamlError),
    /// The lines above such a part, which are valid by themselves. They count for nothing.
    ReadInPart(Vec<Entry<'a>>),
    /// A field is not valid YAML, and was read as plain text.
    Recovered(SpannedText<'a>, Literal<'a>),
    /// A field holds a value of another type.
    WrongType(&'a Field<'a>, Node<'a>),
    /// A list holds an item of another type.
    WrongItem(&'a Field<'a>, Node<'a>),
    /// A field holds a value of its type that is outside its set or range.
    InvalidValue(&'a Field<'a>, Span),
    /// An event of the hooks, or one of its handlers, is not valid.
    Hook(HookProblem<'a>),
    /// The settings of a server are not valid.
    Server(ServerProblem<'a>),
    /// A list of names holds an empty one.
    EmptyItem(&'a Field<'a>, Span),
    /// A list holds more than [`MOST_VALUES`](crate::parse::yaml::MOST_VALUES) names.
    TooManyItems(&'a Field<'a>, Span),
    /// A part of a list of tools holds several, which are not separated by commas.
    SeveralTools(&'a Field<'a>, SpannedText<'a>),
    /// A list of tools holds, beside others, the one that stands for every tool.
    EveryTool(Span),
    /// A field within a field has no value.
    EmptyValue(&'a Field<'a>, Entry<'a>),
}

/// A value read as plain text.
#[derive(Debug)]
pub struct Literal<'a> {
    /// The value.
    pub value: Node<'a>,
    /// Where the YAML becomes invalid.
    pub offset: usize,
    /// Why it does.
    pub why: String,
    /// Everything behind the colon, up to the last character of the value.
    pub written: Range<usize>,
}
