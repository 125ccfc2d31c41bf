//! One file in; a typed definition out, with a span for each value.

pub mod decode;
pub mod definition;
pub mod examples;
pub mod frontmatter;
pub mod recover;
pub mod yaml;
