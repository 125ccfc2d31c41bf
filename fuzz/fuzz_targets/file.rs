//! A file may hold anything.
#![no_main]

#[path = "../../tests/invariants/compiled.rs"]
mod compiled;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_core::Sections;
use libfuzzer_sys::fuzz_target;

use compiled::compiled;

fuzz_target!(|bytes: &[u8]| {
    for section in str::from_utf8(bytes).into_iter().flat_map(Sections::of) {
        assert!(section.level() <= 7 && section.text().len() <= bytes.len());
        section.items().for_each(drop);
    }
    let one = b"---\nname: one\ndescription: d\n---\nx\n";
    let files = [("agents/one.md", one.as_slice()), ("agents/two.md", bytes)];
    compiled(&MemoryFiles::new(files).in_package("."), &ItemOptions::file());
});
