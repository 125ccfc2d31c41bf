//! Names of one kind that a roster has, such as those of tools: each once, with the identifier of its variant.

use std::collections::BTreeMap;

use crate::base::span::Span;
use crate::resolve::identifier::Identifier;
use crate::resolve::identifiers;

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// Tools, granted or denied.
    Tool,
    /// Models.
    Model,
    /// Folders below that of the roster.
    Group,
    /// Values of a declared field.
    Value,
}

/// Names of one kind, in order, without repetition.
#[derive(Debug, Default)]
pub struct Names {
    /// Those that have a variant.
    pub list: Vec<NamedItem>,
    /// Those that have none, or one that another has.
    pub problems: Vec<NamedProblem>,
    by_name: BTreeMap<String, usize>,
}

/// A name, and the variant that it becomes.
#[derive(Debug)]
pub struct NamedItem {
    /// The name.
    pub name: String,
    /// Its variant.
    pub variant: Identifier,
    /// A place where it is.
    pub span: Span,
}

/// A name that does not become a variant.
#[derive(Debug)]
pub enum NamedProblem {
    /// No identifier can be derived from it.
    NoIdentifier(NameKind, String, Span),
    /// Another name becomes the same variant.
    Collision {
        /// What is named.
        kind: NameKind,
        /// The name that has the variant.
        first: (String, Span),
        /// The name that has none because of this.
        second: (String, Span),
        /// The variant.
        shared: Identifier,
    },
}

impl Names {
    /// Collects names, each with its place.
    #[must_use]
    pub fn new<'n>(kind: NameKind, found: impl IntoIterator<Item = (&'n str, Span)>) -> Self {
        let mut places = BTreeMap::new();
        for (name, span) in found {
            places.entry(name).or_insert(span);
        }
        let mut names = Self::default();
        let mut variants = BTreeMap::new();
        for (name, span) in places {
            let Some(variant) = identifiers::variant(name, kind.prefix()) else {
                names.problems.push(NamedProblem::NoIdentifier(kind, name.to_owned(), span));
                continue;
            };
            let index = *variants.entry(variant.clone()).or_insert(names.list.len());
            if let Some(first) = names.list.get(index) {
                names.problems.push(NamedProblem::Collision {
                    kind,
                    first: (first.name.clone(), first.span),
                    second: (name.to_owned(), span),
                    shared: variant,
                });
            } else {
                names.by_name.insert(name.to_owned(), index);
                names.list.push(NamedItem { name: name.to_owned(), variant, span });
            }
        }
        names
    }

    /// The place of a name in the list.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }
}

impl NameKind {
    /// What a variant begins with whose name gives no beginning of an identifier.
    const fn prefix(self) -> &'static str {
        match self {
            Self::Tool => "Tool",
            Self::Model => "Model",
            Self::Group => "Group",
            Self::Value => "Value",
        }
    }

    /// The word for one of them.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tool => "tool",
            Self::Model => "model",
            Self::Group => "group",
            Self::Value => "value",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NameKind, NamedProblem, Names};
    use crate::base::span::Span;

    fn names(kind: NameKind, texts: &[&'static str]) -> Names {
        Names::new(kind, texts.iter().enumerate().map(|(file, text)| (*text, Span::new(file, 0..1))))
    }

    #[test]
    fn each_name_is_a_variant_once() {
        let tools = names(NameKind::Tool, &["mcp__github__create_issue", "Read", "2captcha", "Read", "search-orders"]);
        let list: Vec<_> = tools.list.iter().map(|tool| (tool.name.as_str(), tool.variant.as_str())).collect();
        assert_eq!(
            list,
            [
                ("2captcha", "Tool2captcha"),
                ("Read", "Read"),
                ("mcp__github__create_issue", "McpGithubCreateIssue"),
                ("search-orders", "SearchOrders")
            ]
        );
        assert_eq!((tools.index("Read"), tools.index("Write"), tools.problems.len()), (Some(1), None, 0));
    }

    #[test]
    fn two_names_of_one_variant_are_a_problem() {
        let groups = names(NameKind::Group, &["a/b", "a-b", "++"]);
        assert_eq!(groups.list.len(), 1);
        assert_eq!((groups.index("a-b"), groups.index("a/b")), (Some(0), None));
        let problems = groups.problems.iter().map(|problem| match problem {
            NamedProblem::NoIdentifier(_, name, _) => (name.as_str(), ""),
            NamedProblem::Collision { first, second, .. } => (first.0.as_str(), second.0.as_str()),
        });
        let problems: Vec<_> = problems.collect();
        assert_eq!(problems, [("++", ""), ("a-b", "a/b")]);
    }
}
