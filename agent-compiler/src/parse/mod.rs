//! One file in; a typed definition out, with a span for each value.

pub mod decode;
pub mod definition;
pub mod example;
pub mod examples;
pub mod frontmatter;
pub mod hooks;
mod labels;
pub mod line_breaks;
pub mod problem;
pub mod reader;
pub mod recover;
pub mod servers;
pub mod shape;
pub mod types;
pub mod yaml;

use crate::base::source::Source;
use crate::format::Format;
use crate::parse::definition::Definition;

/// Parses one file. Of one that could not be read, nothing is known.
#[must_use]
pub fn parse<'a>(file: usize, source: &'a Source, format: &'a Format<'a>) -> Definition<'a> {
    let mut definition = Definition::nothing(file, format);
    if !source.is_readable {
        return definition;
    }
    let (parts, mut problems) = frontmatter::frontmatter(source);
    if let Some(parts) = parts {
        let (entries, found) = match yaml::parse(file, source, parts.yaml.clone()) {
            Ok(entries) => (entries, Vec::new()),
            Err(error) => recover::recover(file, source, parts.yaml.clone(), &error, format),
        };
        problems.extend(found);
        definition = decode::decode(file, source, entries, format);
        definition.yaml = parts.yaml;
        definition.body = parts.body;
    }
    definition.problems.splice(..0, problems);
    definition
}
