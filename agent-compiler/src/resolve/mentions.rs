//! Which agents of a roster the text of an agent names.
//!
//! Other than a reference, a mention is searched for by the names that there are: what is not the name of an agent is none.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::ops::Range;

use crate::resolve::roster::{Roster, RosterAgent};
use crate::text::code_spans::{self, CodeSpans};
use crate::text::markers::{Marker, MarkerIndex};
use crate::text::names::NameShapes;

/// The definitions that have identifiers, by name.
#[derive(Debug)]
pub struct Names<'r> {
    by_name: HashMap<&'r str, usize>,
    shapes: NameShapes,
}

impl<'r> Names<'r> {
    /// The names of a roster.
    #[must_use]
    pub fn new(roster: &'r Roster) -> Self {
        // Where names have folders, texts have those without: of several that are the same, none is meant.
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for (definition, _) in roster.identified() {
            *counts.entry(roster.own_name_of(definition)).or_default() += 1;
        }
        let agents = || roster.identified().map(|(definition, _)| (roster.own_name_of(definition), definition.file));
        let names = || agents().filter(|(name, _)| counts.get(name) == Some(&1));
        Self { by_name: names().collect(), shapes: NameShapes::new(names().map(|(name, _)| name)) }
    }

    /// The agents that an agent names in its description or prompt: by a word with a dash, after `@`, or as the whole of inline
    /// code. Examples and other code are not searched.
    #[must_use]
    pub fn mentioned_by(&self, agent: RosterAgent) -> Vec<usize> {
        let RosterAgent { definition, source, index, .. } = agent;
        if index.looked().has_no_mentions {
            return Vec::new();
        }
        let mut found = Vec::new();
        if definition.description.is_some() {
            let text = &*definition.examples.description;
            let markers = if text.contains('`') { MarkerIndex::of(text) } else { MarkerIndex::default() };
            self.find(text, 0..text.len(), &markers, || code_spans::of(text), &mut found);
        }
        self.find(&source.text, definition.body.clone(), index.markers(), || index.code_spans(), &mut found);
        index.note_mentions(!found.is_empty());
        found
    }

    /// Finds the names in a range of a text. Its code is asked for only if there are some.
    fn find<C: Borrow<CodeSpans>>(
        &self,
        text: &str,
        range: Range<usize>,
        markers: &MarkerIndex,
        code: impl FnOnce() -> C,
        found: &mut Vec<usize>,
    ) {
        let part = text.get(range.clone()).unwrap_or_default();
        let mut candidates = Vec::new();
        let mut look_up = |word: Range<usize>, is_quoted: bool| {
            if let Some(agent) = text.get(word.clone()).and_then(|word| self.by_name.get(word)) {
                candidates.push((word.start, is_quoted, *agent));
            }
        };
        for words in [self.shapes.dashed(part), self.shapes.addressed(part)] {
            for word in words {
                look_up(range.start + word.start..range.start + word.end, false);
            }
        }
        for word in self.shapes.quoted(text, markers.within(Marker::Backtick, &range)) {
            look_up(word, true);
        }
        if candidates.is_empty() {
            return;
        }
        let code = code();
        let code = code.borrow();
        let is_mention =
            |start: usize, is_quoted| if is_quoted { code.is_inline(text, start) } else { !code.is_code(start) };
        found.extend(
            candidates.into_iter().filter(|(start, is_quoted, _)| is_mention(*start, *is_quoted)).map(|found| found.2),
        );
    }
}
