//! The list of fields, from a file that sets every one.

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::format::claude_code::{CLAUDE_CODE, FIELDS};
use include_agents_compiler::{compile, parse_all};

#[test]
fn every_field_is_decoded_and_emitted() {
    let case = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/every-field");
    let compilation = compile(&Disk::of_package(case), "agents/", &ItemOptions::file());
    let definitions = parse_all(&compilation.folder, &CLAUDE_CODE);
    let [definition] = &definitions[..] else { panic!("one agent: {}", definitions.len()) };
    assert!(definition.problems.is_empty() && definition.unread.is_empty(), "{:?}", definition.problems);
    for field in FIELDS {
        assert!(definition.entry(field.name).is_some(), "`{}` is missing in the file", field.name);
        assert!(definition.value(field.name).is_some(), "`{}` has no member", field.name);
    }
    let mut values = 0;
    for (member, _) in definition.values() {
        values += 1;
        // The file has the name as it is, so that the agent has its range.
        assert!(member == "name" || compilation.code.contains(&format!("{member}: ")), "`{member}` is not emitted");
    }
    assert_eq!(values, FIELDS.len());
}
