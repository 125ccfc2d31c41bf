//! One agent as its file defines it.

use std::ops::Range;
use std::sync::OnceLock;

use crate::base::source::Source;
use crate::base::span::SpannedText;
use crate::format::Format;
use crate::format::claude_code::claude_code_fields;
use crate::format::fields::Field;
use crate::format::types;
use crate::parse::examples::Examples;
use crate::parse::hooks;
use crate::parse::problem::ParseProblem;
use crate::parse::reader::ValueReader;
use crate::parse::recover::retry::{Retry, retry};
use crate::parse::types::{Decode, FieldValue, held};
use crate::parse::yaml::{Entry, Node, Yaml};

/// Makes a definition that has a member for each field of the format.
macro_rules! definition {
    ($($member:ident: $type:ident = $name:literal [$($about:tt)*] $what:literal;)*) => {
        /// One agent as its file defines it. Fields are absent where the file does not set them, or sets them wrongly.
        #[derive(Debug)]
        pub struct Definition<'a> {
            /// The format that the file is read by.
            pub format: &'a Format<'a>,
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
            /// What the description holds: its text for a reader, and its examples.
            pub examples: Examples<'a>,
            /// The fields that hold what they cannot hold, in whole or in part.
            pub unread: Vec<&'a str>,
            has_plain_tools: OnceLock<bool>,
            retry: OnceLock<Option<Retry>>,
            $(
                #[doc = concat!("`", $name, "`: ", $what)]
                pub $member: held::$type<'a>,
            )*
        }

        impl<'a> Definition<'a> {
            /// An agent of whose file nothing could be read.
            #[must_use]
            pub fn nothing(file: usize, format: &'a Format<'a>) -> Self {
                Self {
                    format,
                    file,
                    entries: None,
                    problems: Vec::new(),
                    yaml: 0..0,
                    body: 0..0,
                    examples: Examples::default(),
                    unread: Vec::new(),
                    has_plain_tools: OnceLock::new(),
                    retry: OnceLock::new(),
                    $($member: Default::default(),)*
                }
            }

            /// Decodes the value of a field. One that has no member stays in `entries`.
            pub(super) fn set(&mut self, reader: &mut ValueReader<'a>, field: &'a Field<'a>, node: &Node<'a>) {
                match field.name {
                    $($name => self.$member = <types::$type as Decode>::decode(reader, field, node),)*
                    _ => {}
                }
            }

            /// The value of the field of this name, if the agent has one.
            #[must_use]
            pub fn value(&self, name: &str) -> Option<FieldValue<'_, 'a>> {
                match name {
                    $($name => <types::$type as Decode>::view(&self.$member),)*
                    _ => None,
                }
            }

            /// The value of each field that has one, with the name of its member.
            pub fn values(&self) -> impl Iterator<Item = (&'static str, FieldValue<'_, 'a>)> {
                let values = [$((stringify!($member), <types::$type as Decode>::view(&self.$member)),)*];
                values.into_iter().filter_map(|(member, value)| Some((member, value?)))
            }
        }
    };
}
claude_code_fields!(definition);

impl<'a> Definition<'a> {
    /// A file that is a prompt and nothing else: a fragment.
    #[must_use]
    pub fn prompt_only(file: usize, source: &Source, format: &'a Format<'a>) -> Self {
        Self { body: 0..source.text.len(), ..Self::nothing(file, format) }
    }

    /// The field of this name; of several the last, which counts.
    #[must_use]
    pub fn entry(&self, name: &str) -> Option<&Entry<'a>> {
        self.entries.iter().flatten().rfind(|entry| entry.key.value == name)
    }

    /// Reports what is wrong within the hooks.
    pub(super) fn report_hooks(&self, reader: &mut ValueReader<'a>) {
        if let Some(Node { value: Yaml::Map(events), .. }) = &self.hooks {
            reader.problems.extend(hooks::problems(&self.format.hooks, events).into_iter().map(ParseProblem::Hook));
        }
    }

    /// Whether it sets tools, granted or denied, to what these fields cannot hold.
    #[must_use]
    pub fn has_unread_tools(&self) -> bool {
        self.unread.iter().any(|field| matches!(*field, "tools" | "disallowedTools"))
    }

    /// The field of this name, if it has a value: it applies, whatever else was meant for it.
    #[must_use]
    pub fn set_entry(&self, name: &str) -> Option<&Entry<'a>> {
        self.entry(name).filter(|entry| !matches!(entry.value.value, Yaml::Null))
    }

    /// Whether the frontmatter is valid YAML. One that is not is read field by field, and a change to its lines can change where
    /// other fields begin and end.
    #[must_use]
    pub fn is_yaml(&self) -> bool {
        let is_invalid =
            |problem: &ParseProblem| matches!(problem, ParseProblem::InvalidYaml(_) | ParseProblem::Recovered(..));
        self.entries.is_some() && !self.problems.iter().any(is_invalid)
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
            self.disallowed_tools.is_empty() && self.format.tools.are_plain(self.tools.as_deref().unwrap_or_default())
        })
    }

    /// Whether a part of the frontmatter could not be read.
    #[must_use]
    pub fn has_invalid_yaml(&self) -> bool {
        self.problems.iter().any(|problem| matches!(problem, ParseProblem::InvalidYaml(_)))
    }

    /// The frontmatter as Claude Code reads it, which ends it at the first `---`. Nothing where it cannot.
    pub fn retry(&self, source: &Source) -> Option<&Retry> {
        let seen = || source.text.get(self.yaml.clone())?.split("---").next();
        self.retry.get_or_init(|| retry(seen().unwrap_or_default())).as_ref()
    }

    /// The fields that are not part of the format.
    pub fn extra(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().flatten().filter(|entry| self.format.fields.find(&entry.key.value).is_none())
    }
}
