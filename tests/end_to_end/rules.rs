//! Each rule is declared once, in its own file. What is made from these declarations is current; `BLESS=1` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use include_agents_compiler::rules;

/// The folders of the rules, in the order of the documentation.
const GROUPS: [&str; 6] = ["folder", "frontmatter", "names", "tools", "references", "prompt"];

/// Compares a file with what it should hold, or writes it.
fn is_current(path: &str, expected: &str) {
    let path = Path::new(crate::ROOT).join(path);
    if std::env::var_os("BLESS").is_some() {
        fs::write(path, expected).unwrap();
    } else {
        let current = fs::read_to_string(&path).unwrap_or_default();
        assert!(current == expected, "{} is stale: run this test with BLESS=1", path.display());
    }
}

#[test]
fn the_registry_lists_every_rule_of_every_group() {
    let mut list = String::new();
    for group in GROUPS {
        let path = Path::new(crate::ROOT).join("agent-compiler/src/rules").join(group).join("mod.rs");
        for line in fs::read_to_string(path).unwrap().lines() {
            if let Some(rule) = line.strip_prefix("pub mod ") {
                let _ = writeln!(list, "    &crate::rules::{group}::{}::RULE,", rule.trim_end_matches(';'));
            }
        }
    }
    is_current(
        "agent-compiler/src/rules/registry.rs",
        &format!(
            "//! The list of all rules. Generated from the folders of this room: `BLESS=1 cargo test --test end_to_end rules` writes it.\n\n\
             use crate::rules::rule::Rule;\n\n\
             /// Every rule, by group and name.\n\
             pub static RULES: &[&Rule] = &[\n{list}];\n"
        ),
    );
}

#[test]
fn every_rule_explains_itself_under_the_same_headings() {
    for rule in rules::all() {
        let documentation = rule.documentation();
        let headings: Vec<_> = documentation.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        assert_eq!(headings, ["What it does", "Why is this bad?", "Example", "Use instead"], "{}", rule.name);
        assert!(!rule.summary().is_empty(), "{}", rule.name);
    }
}

#[test]
fn a_rule_is_named_after_its_file_and_stands_in_the_folder_of_its_group() {
    for rule in rules::all() {
        let group = format!("{:?}", rule.group).to_lowercase();
        let file = format!("agent-compiler/src/rules/{group}/{}.rs", rule.name.replace('-', "_"));
        let code = fs::read_to_string(Path::new(crate::ROOT).join(&file));
        assert!(code.is_ok_and(|code| code.contains(&format!("\"{}\": {:?}, ", rule.name, rule.group))), "{file}");
    }
}
