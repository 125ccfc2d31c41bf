//! One file in; a typed definition out, with a span for each value.

pub mod decode;
pub mod definition;
pub mod examples;
pub mod frontmatter;
pub mod problem;
pub mod recover;
pub mod yaml;

use crate::base::source::Source;
use crate::parse::definition::Definition;

/// Parses one file. Of one that could not be read, nothing is known.
#[must_use]
pub fn parse(file: usize, source: &Source) -> Definition<'_> {
    let mut definition = Definition::nothing(file);
    if !source.is_readable {
        return definition;
    }
    let (parts, mut problems) = frontmatter::frontmatter(source);
    if let Some(parts) = parts {
        let (entries, found) = match yaml::parse(file, source, parts.yaml.clone()) {
            Ok(entries) => (entries, Vec::new()),
            Err(error) => recover::recover(file, source, parts.yaml.clone(), &error),
        };
        problems.extend(found);
        definition = decode::decode(file, source, entries);
        definition.yaml = parts.yaml;
        definition.body = parts.body;
    }
    definition.problems.splice(..0, problems);
    definition
}
