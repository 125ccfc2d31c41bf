//! One fact about many files as one diagnostic, for people. Programs get a diagnostic for each file.

use std::collections::HashMap;

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
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut numbers = HashMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let is_declarable = DECLARABLE.iter().any(|rule| rule.info.name == diagnostic.rule.name);
        if is_declarable && diagnostic.fix.is_none() {
            let fact = format!("{}\n{}", diagnostic.message, diagnostic.helps.join("\n"));
            let number = *numbers.entry(fact).or_insert(groups.len());
            match groups.get_mut(number) {
                Some(group) => group.push(index),
                None => groups.push(vec![index]),
            }
        }
    }
    let mut is_left_out = vec![false; diagnostics.len()];
    for group in groups.iter().filter(|group| group.len() > FEW) {
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
        for index in others {
            if let Some(is_left_out) = is_left_out.get_mut(*index) {
                *is_left_out = true;
            }
        }
    }
    let mut is_left_out = is_left_out.into_iter();
    diagnostics.retain(|_| is_left_out.next() == Some(false));
    diagnostics
}
