//! One fact about many files as one diagnostic, for people. Programs get a diagnostic for each file.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::diagnostic::Diagnostic;
use crate::input::discover::Folder;
use crate::rules::frontmatter::unknown_field;
use crate::rules::rule::Rule;
use crate::rules::tools::{unknown_model, unknown_tool};

/// The rules that report what a folder may have in common: a word that is not known, until `agents.toml` declares it.
const DECLARABLE: [&Rule; 3] = [&unknown_field::RULE, &unknown_model::RULE, &unknown_tool::RULE];

/// Up to so many files are reported one by one.
const FEW: usize = 3;

/// The most further files that a diagnostic names.
const MOST_NAMED: usize = 3;

/// Leaves the first of equal diagnostics about undeclared words in more than three files, with the number of files.
#[must_use]
pub fn fold(mut diagnostics: Vec<Diagnostic>, folder: &Folder) -> Vec<Diagnostic> {
    let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let is_declarable = DECLARABLE.iter().any(|rule| rule.info.name == diagnostic.rule.name);
        if is_declarable && diagnostic.fix.is_none() {
            groups.entry((diagnostic.message.clone(), diagnostic.helps.clone())).or_default().push(index);
        }
    }
    let mut left_out = BTreeSet::new();
    for group in groups.into_values().filter(|group| group.len() > FEW) {
        let [first, others @ ..] = group.as_slice() else { continue };
        let path = |index: &usize| {
            let source = folder.source(diagnostics.get(*index)?.span()?.file)?;
            Some(format!("`{}`", folder.below(&source.path)))
        };
        let mut named: Vec<_> = others.iter().take(MOST_NAMED).filter_map(path).collect();
        if others.len() > named.len() {
            named.push(format!("and {} more", others.len() - named.len()));
        }
        if let Some(diagnostic) = diagnostics.get_mut(*first) {
            diagnostic.message = format!("{} in {} files", diagnostic.message, group.len());
            diagnostic.notes.insert(0, format!("the same in {}", named.join(", ")));
        }
        left_out.extend(others.iter().copied());
    }
    let shown = diagnostics.into_iter().enumerate().filter(|(index, _)| !left_out.contains(index));
    shown.map(|(_, diagnostic)| diagnostic).collect()
}
