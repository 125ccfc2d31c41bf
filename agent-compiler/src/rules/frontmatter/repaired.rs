//! Whether a fix of a frontmatter changes no more than it says: the fixed file is read again.

use crate::base::fix::{self, Fix};
use crate::base::source::Source;
use crate::parse::definition::Definition;
use crate::parse::parse;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Entry, have_same_values};
use crate::resolve::roster::RosterAgent;

/// The most bytes that are read again for all fixes of a file.
const MOST_READ: usize = 1 << 22;

/// Whether a fix repairs a value that was read as text, and all fields have the same values afterwards. In a frontmatter that is
/// not YAML, a change to a line may change what others mean.
pub(super) fn repairs_alone(agent: &RosterAgent, fix: &Fix) -> bool {
    let recovered = |definition: &Definition| {
        definition.problems.iter().filter(|problem| matches!(problem, ParseProblem::Recovered(..))).count()
    };
    is_right(agent, fix, |before, after| {
        let fields = before.entries.as_ref().zip(after.entries.as_ref());
        fields.is_some_and(|(before, after)| have_same_values(before, after)) && recovered(after) < recovered(before)
    })
}

/// Whether a fix leaves the fields that it does not touch as they are.
pub(super) fn keeps_others(agent: &RosterAgent, fix: &Fix) -> bool {
    let is_touched = |entry: &Entry| {
        let lines = agent.source.line_of(entry.key.span).start..entry.value.span.end.max(entry.key.span.end);
        fix.edits.iter().any(|edit| edit.span.end > lines.start && edit.span.start <= lines.end)
    };
    is_right(agent, fix, |before, after| {
        let mut after = after.entries.iter().flatten();
        let mut kept = before.entries.iter().flatten().filter(|entry| !is_touched(entry));
        kept.all(|entry| after.any(|other| have_same_values(std::slice::from_ref(entry), std::slice::from_ref(other))))
    })
}

fn is_right(agent: &RosterAgent, fix: &Fix, compare: impl FnOnce(&Definition, &Definition) -> bool) -> bool {
    let RosterAgent { definition, source, .. } = *agent;
    let most_fixes = definition.problems.len().max(definition.entries.as_ref().map_or(0, Vec::len));
    if definition.yaml.len().saturating_mul(most_fixes) > MOST_READ {
        return false;
    }
    let (text, _) = fix::apply(&source.text, std::slice::from_ref(fix));
    let fixed = Source::new("", text);
    let after = parse(definition.file, &fixed, definition.format);
    compare(definition, &after) && source.text.get(definition.body.clone()) == fixed.text.get(after.body.clone())
}
