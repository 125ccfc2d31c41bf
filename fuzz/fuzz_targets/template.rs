//! A prompt and its fragments may hold anything; text without a tag stays as it is.
#![no_main]

#[path = "../../tests/invariants/compiled.rs"]
mod compiled;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::text::template::{Piece, Template};
use include_agents_fuzz::parts;
use libfuzzer_sys::fuzz_target;

use compiled::compiled;

fuzz_target!(|text: &str| {
    let template = Template::of(text, 0..text.len(), None);
    let mut before = 0;
    for piece in &template.pieces {
        let (Piece::Text(range) | Piece::Parameter(range) | Piece::Fragment(range)) = piece;
        assert!(before <= range.start && text.get(range.clone()).is_some());
        // What lies between is the signs of a tag.
        assert!(text[before..range.start].chars().all(|c| "{}>\\".contains(c) || c.is_whitespace()), "{template:?}");
        before = range.end;
    }
    assert!(text.contains("{{") || template.is_plain());
    let mut files = parts(text.as_bytes()).into_iter();
    let prompt = files.next().unwrap_or_default();
    let agent = [b"---\nname: one\ndescription: d\n---\n".as_slice(), &prompt].concat();
    let fragments = ["agents/_tone.md", "agents/_rules.md", "agents/team/_more.md"].into_iter().zip(files);
    let files = MemoryFiles::new([("agents/one.md", agent)].into_iter().chain(fragments));
    compiled(&files.in_package("."), &ItemOptions::file());
});
