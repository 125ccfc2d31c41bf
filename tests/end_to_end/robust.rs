//! No input makes the compiler panic or point outside a file: every fixture, cut off and changed at many places.

use std::fs;
use std::path::Path;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::compile;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_core::Sections;

use crate::invariants::compiled::compiled;

/// A folder that holds one agent, or an agent and another file.
fn folder(name: &str, bytes: Vec<u8>) -> MemoryFiles {
    let one = b"---\nname: one\ndescription: d\n---\nx\n".to_vec();
    MemoryFiles::new([("agents/one.md".to_owned(), one), (format!("agents/{name}"), bytes)]).in_package(".")
}

fn check(bytes: Vec<u8>) {
    check_as("one.md", bytes);
}

fn check_as(name: &str, bytes: Vec<u8>) {
    for section in str::from_utf8(&bytes).into_iter().flat_map(Sections::of) {
        assert!(section.level() <= 7 && section.text().len() <= bytes.len());
        section.items().for_each(drop);
    }
    compiled(&folder(name, bytes), &ItemOptions::file());
}

fn fixtures() -> Vec<Vec<u8>> {
    let cases = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")).unwrap();
    let mut paths: Vec<_> = cases
        .flat_map(|case| fs::read_dir(case.unwrap().path().join("agents")).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn a_file_may_end_anywhere() {
    for fixture in fixtures() {
        for end in (0..fixture.len()).step_by(29) {
            check(fixture[..end].to_vec());
        }
    }
}

#[test]
fn any_piece_may_stand_anywhere() {
    let pieces: [&[u8]; 16] = [
        b"\r",
        b"\n",
        b"\t",
        b"---\n",
        b": ",
        b"\"",
        b"'",
        b"[",
        b"}",
        b"- ",
        b"<example>",
        b"</example>",
        b"\\n",
        b"user:",
        "\u{feff}é🚀\u{301}\u{2028}".as_bytes(),
        b"\xFF",
    ];
    // A fixed sequence that looks random: the same pieces at the same places in every run.
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for fixture in fixtures() {
        for _ in 0..12 {
            let mut bytes = fixture.clone();
            for _ in 0..=next(3) {
                let at = next(bytes.len() + 1);
                bytes.splice(at..at, pieces[next(pieces.len())].iter().copied());
            }
            check(bytes);
        }
    }
}

#[test]
fn settings_may_end_anywhere() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/invalid-settings/agents/agents.toml");
    let settings = fs::read(case).unwrap();
    for end in 0..settings.len() {
        check_as("agents.toml", settings[..end].to_vec());
        check_as("agents.toml", [&settings[..end], b"\xC3\xA9\"[", &settings[end..]].concat());
    }
}

#[test]
fn a_file_with_very_many_findings_is_reported_in_part() {
    let tools: Vec<_> = (0..3000).map(|index| format!("mcp__tool{index}(x)")).collect();
    let tools = tools.join(", ");
    let text = format!("---\nname: one\ndescription: Helps.\nmodle: x\ntools: {tools}\n---\nDo it.\n");
    let compilation = compile(&folder("one.md", text.into_bytes()), "agents", &ItemOptions::file());
    assert_eq!(compilation.diagnostics.len(), 100);
    // The one error is among them, though it is not the first kind of finding.
    assert!(compilation.diagnostics.iter().any(|diagnostic| diagnostic.rule.name == "misspelled-field"));
    let last = compilation.diagnostics.last().unwrap();
    assert!(last.notes.contains(&"2901 more findings in this file are not shown".to_owned()), "{last:?}");
}

#[test]
fn a_piece_may_be_repeated_without_end() {
    let pieces = [
        ">",
        "> ",
        "- ",
        "1. ",
        "#",
        "*",
        "`",
        "~",
        "[",
        "{",
        "(",
        "\"",
        "'",
        "\\",
        "\\n",
        "&a ",
        "*a ",
        "!a ",
        "? ",
        "a: ",
        "|",
        "<!--",
        "<example>",
        "user:",
        "{{",
        "`a` ",
        "Agent(",
        "mcp__",
        "a/",
        "\u{301}",
        "\u{200b}",
    ];
    for piece in pieces {
        let many = piece.repeat(50_000 / piece.len());
        for file in [
            format!("---\nname: one\ndescription: d\n---\n{many}```\n"),
            format!("---\nname: one\ndescription: d\n---\n- a\n\n{many}    ```\nb\n{many}```\n"),
            format!("---\nname: one\ndescription: {many}\n---\nb\n"),
            format!("---\nname: one\ndescription: d\ntools: {many}\n---\nb\n"),
            format!("---\nname: one\ndescription: d\n{many}\n---\nb\n"),
        ] {
            check(file.into_bytes());
        }
        check_as("agents.toml", format!("[rules]\n{many}\n").into_bytes());
        check_as("agents.toml", format!("names = {many}\n").into_bytes());
    }
}
