//! What `include_agents!` is given may be any tokens.
#![no_main]

#[path = "../../tests/invariants/compiled.rs"]
mod compiled;

#[path = "../../agent-macros/src/input.rs"]
mod input;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::rust::item::{Embed, ItemOptions};
use libfuzzer_sys::fuzz_target;

use compiled::compiled;

fuzz_target!(|text: &str| {
    // The facade puts its own path before what the user writes.
    let Ok(input) = syn::parse_str::<input::Input>(&format!("krate; {text}")) else { return };
    assert!(!input.krate.to_string().is_empty());
    let mut item = ItemOptions { has_module: false, embed: Embed::FromFile("../".to_owned()), ..ItemOptions::file() };
    item.visibility = input.visibility;
    item.without = input.without;
    item.is_documented = !input.attributes.is_empty();
    if let Some(name) = input.name {
        item.name = name;
    }
    let agent = b"---\nname: one\ndescription: d\nmodel: opus\ntools: Read\n---\nx {{y}}\n".as_slice();
    let folder = input.folder.value();
    compiled(&MemoryFiles::new([("agents/one.md", agent), (folder.as_str(), agent)]).in_package("."), &item);
});
