//! What is found in the text of one file. Each part is computed once, when a rule first needs it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use crate::text::code_spans::{self, CodeSpans};
use crate::text::fences::{self, Fences};
use crate::text::markers::MarkerIndex;
use crate::text::redact::redact;
use crate::text::secrets::{self, Secret};

/// What need not be looked for in a text, as an earlier look has not found it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// The rules about nothing but the text have nothing to say.
    pub has_no_findings: bool,
    /// It refers to no agent, known or not.
    pub has_no_references: bool,
    /// It has none of the names of the roster.
    pub has_no_mentions: bool,
}

/// The text of a file, and what was found in it.
#[derive(Debug)]
pub struct TextIndex<'a> {
    text: &'a str,
    /// The range of the prompt.
    body: Range<usize>,
    markers: OnceLock<MarkerIndex>,
    secrets: OnceLock<Vec<Secret>>,
    fences: OnceLock<Fences>,
    code_spans: OnceLock<CodeSpans>,
    has_findings: OnceLock<bool>,
    has_references: OnceLock<bool>,
    has_mentions: OnceLock<bool>,
}

impl<'a> TextIndex<'a> {
    /// An index in which nothing has been computed yet.
    #[must_use]
    pub fn new(text: &'a str, body: Range<usize>) -> Self {
        Self {
            text,
            body,
            markers: OnceLock::new(),
            secrets: OnceLock::new(),
            fences: OnceLock::new(),
            code_spans: OnceLock::new(),
            has_findings: OnceLock::new(),
            has_references: OnceLock::new(),
            has_mentions: OnceLock::new(),
        }
    }

    /// What is known not to be in the text.
    #[must_use]
    pub fn looked(&self) -> Looked {
        let is_without = |has: &OnceLock<bool>| has.get() == Some(&false);
        Looked {
            has_no_findings: is_without(&self.has_findings),
            has_no_references: is_without(&self.has_references),
            has_no_mentions: is_without(&self.has_mentions),
        }
    }

    /// Takes over what an earlier look at the same text has not found.
    pub fn know(&self, looked: Looked) {
        if looked.has_no_findings {
            self.note_findings(false);
        }
        if looked.has_no_references {
            self.note_references(false);
        }
        if looked.has_no_mentions {
            self.note_mentions(false);
        }
    }

    /// Notes whether the rules about nothing but the text had something to say.
    pub fn note_findings(&self, has_findings: bool) {
        let _ = self.has_findings.set(has_findings);
    }

    /// Notes whether it refers to agents.
    pub fn note_references(&self, has_references: bool) {
        let _ = self.has_references.set(has_references);
    }

    /// Notes whether it has names of the roster.
    pub fn note_mentions(&self, has_mentions: bool) {
        let _ = self.has_mentions.set(has_mentions);
    }

    /// The characters that most rules about prose search for.
    #[must_use]
    pub fn markers(&self) -> &MarkerIndex {
        self.markers.get_or_init(|| MarkerIndex::of(self.text))
    }

    /// The keys and passwords in the file, in order. In the frontmatter, they may be written with escapes.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        self.secrets.get_or_init(|| {
            let mut found = secrets::secrets(self.text, self.markers());
            let escaped = secrets::escaped_secrets(self.text.get(..self.body.start).unwrap_or_default());
            if !escaped.is_empty() {
                found.extend(escaped);
                secrets::put_in_order(&mut found);
            }
            found
        })
    }

    /// The fenced code blocks of the body.
    #[must_use]
    pub fn fences(&self) -> &Fences {
        self.fences.get_or_init(|| fences::fences(self.text, self.markers(), &self.body))
    }

    /// All code of the body.
    #[must_use]
    pub fn code_spans(&self) -> &CodeSpans {
        let fences = self.fences();
        self.code_spans.get_or_init(|| code_spans::code_spans(self.text, self.markers(), &self.body, fences))
    }

    /// A part of the text for display, without secrets and invisible characters.
    #[must_use]
    pub fn redacted(&self, range: Range<usize>) -> Cow<'a, str> {
        let secrets: Vec<_> = self.secrets().iter().map(|secret| secret.range.clone()).collect();
        redact(self.text, &secrets, range)
    }
}
