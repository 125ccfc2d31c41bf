//! Three agents and their settings may hold anything, and agents may refer to each other.
#![no_main]

#[path = "../../tests/invariants/compiled.rs"]
mod compiled;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_fuzz::parts;
use libfuzzer_sys::fuzz_target;

use compiled::compiled;

const PATHS: [&str; 4] = ["agents/agents.toml", "agents/one.md", "agents/two.md", "agents/team/three.md"];

fuzz_target!(|bytes: &[u8]| {
    let files = MemoryFiles::new(PATHS.into_iter().zip(parts(bytes))).in_package(".");
    let (first, again) = (compiled(&files, &ItemOptions::file()), compiled(&files, &ItemOptions::file()));
    assert_eq!(first.code, again.code);
    assert_eq!(format!("{:?}", first.diagnostics), format!("{:?}", again.diagnostics));
});
