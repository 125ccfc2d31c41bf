//! Which agents of a roster the text of an agent names.
//!
//! Other than a reference, a mention is searched for by the names that there are: what is not the name of an agent is none.

use std::collections::HashMap;

use crate::parse::definition::Definition;
use crate::resolve::roster::{Roster, RosterAgent};
use crate::text::code_spans::{self, CodeSpans};
use crate::text::names;

/// The definitions that have identifiers, by name.
#[derive(Debug)]
pub struct Names<'r> {
    by_name: HashMap<&'r str, usize>,
}

impl<'r> Names<'r> {
    /// The names of a roster.
    #[must_use]
    pub fn new(roster: &'r Roster) -> Self {
        let name = |definition: &'r Definition| (roster.name_of(definition), definition.file);
        let by_name = roster.identified().map(|(definition, _)| name(definition)).collect();
        Self { by_name }
    }

    /// The agents that an agent names in its description or prompt: by a word with a dash, after `@`, or as the whole of inline
    /// code. Examples and other code are not searched.
    #[must_use]
    pub fn mentioned_by(&self, agent: RosterAgent) -> Vec<usize> {
        let RosterAgent { definition, source, index, .. } = agent;
        let mut found = Vec::new();
        if definition.description.is_some() {
            let text = &*definition.examples.description;
            let code = if text.contains('`') { code_spans::of(text) } else { CodeSpans::default() };
            self.find(text, 0, text, || &code, &mut found);
        }
        let body = source.text.get(definition.body.clone()).unwrap_or_default();
        self.find(&source.text, definition.body.start, body, || index.code_spans(), &mut found);
        found
    }

    /// Finds the names in a part of a text, from an offset on.
    fn find<'c>(&self, text: &str, from: usize, part: &str, code: impl Fn() -> &'c CodeSpans, found: &mut Vec<usize>) {
        for word in names::dashed(part).chain(names::addressed(part)) {
            let agent = part.get(word.clone()).and_then(|word| self.by_name.get(word));
            found.extend(agent.filter(|_| !code().is_code(from + word.start)));
        }
        if part.contains('`') {
            let inline = code().code.iter().filter_map(|code| text.get(code.clone()));
            let names = inline.map(|code| code.trim_matches('`')).map(|name| name.strip_prefix('@').unwrap_or(name));
            found.extend(names.filter_map(|name| self.by_name.get(name)));
        }
    }
}
