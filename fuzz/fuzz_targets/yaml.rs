//! YAML is read as `serde_yaml` reads it, by both of our ways.
#![no_main]

#[path = "../../tests/invariants/yaml.rs"]
mod yaml;

use include_agents_compiler::base::source::Source;
use libfuzzer_sys::fuzz_target;

use yaml::{is_read_as_by_serde_yaml, is_read_both_ways};

fuzz_target!(|text: &str| {
    let source = Source::new("x.md", format!("---\n{text}\n---\n"));
    is_read_as_by_serde_yaml(&source);
    is_read_both_ways(&source, 4..4 + text.len());
});
