//! Each rule is declared once, in its own file. What is made from these declarations is current; `BLESS=1` writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::base::rule::RuleInfo;
use include_agents_compiler::compile;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::rules;

/// The folders of the rules, in the order of the documentation.
const GROUPS: [&str; 6] = ["folder", "frontmatter", "names", "tools", "references", "prompt"];

/// Compares a file with what it should hold, or writes it.
pub(crate) fn is_current(path: &str, expected: &str) {
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
            "//! The list of all rules. Generated from the `pub mod` lines of its folders: `BLESS=1 cargo test --test end_to_end rules` writes it.\n\n\
             use crate::rules::rule::Rule;\n\n\
             /// Every rule, by group and name.\n\
             pub static RULES: &[&Rule] = &[\n{list}];\n"
        ),
    );
}

/// The rules of each group, with the title of the group.
fn groups() -> Vec<(&'static str, Vec<&'static RuleInfo>)> {
    let mut groups: Vec<(&str, Vec<_>)> = Vec::new();
    for rule in rules::all() {
        match groups.last_mut() {
            Some((title, list)) if *title == rule.group.title() => list.push(rule),
            _ => groups.push((rule.group.title(), vec![rule])),
        }
    }
    groups
}

#[test]
fn the_readme_names_every_rule() {
    let mut table = String::from("| about | rules |\n|---|---|\n");
    for (title, rules) in groups() {
        let links: Vec<_> = rules.iter().map(|rule| format!("[`{0}`](docs/rules/{0}.md)", rule.name)).collect();
        let _ = writeln!(table, "| {title} | {} |", links.join(", "));
    }
    let readme = fs::read_to_string(Path::new(crate::ROOT).join("README.md")).unwrap();
    let (before, rest) = readme.split_once("<!-- rules -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /rules -->\n").unwrap();
    is_current("README.md", &format!("{before}<!-- rules -->\n{table}<!-- /rules -->\n{after}"));
}

const GENERATED: &str =
    "<!-- Generated from the rules: `BLESS=1 cargo test --test end_to_end rules` writes it. -->\n\n";

#[test]
fn the_reference_has_a_page_for_every_rule() {
    let text = "# Rules\n\n\
        A rule of level *error* fails the build: the agent would be lost, or would run otherwise than written. One of level *warn*\n\
        is reported, one of level *allow* is off. [settings.md](settings.md) says how to change that, and what `runs-in` means; the\n\
        level of a *fixed* rule cannot be lowered, because what it reports leaves no agent to build. `agentc explain RULE` prints\n\
        the same pages.\n";
    let mut list = String::new();
    for (title, rules) in groups() {
        let _ = write!(list, "\n**{title}**\n\n| rule | level | finds |\n|---|---|---|\n");
        for rule in rules {
            let (name, levels) = (rule.name, rule.levels());
            let mut finds = rule.summary().to_owned();
            finds.get_mut(..1).into_iter().for_each(str::make_ascii_lowercase);
            let _ = writeln!(list, "| [`{name}`](rules/{name}.md) | {levels} | {} |", finds.replace('|', "\\|"));
            let page = format!("{GENERATED}# {name}\n\nLevel: {levels}\n\n{}", rule.documentation());
            is_current(&format!("docs/rules/{name}.md"), &page);
        }
    }
    is_current("docs/rules.md", &(GENERATED.to_owned() + text + &list));
    let pages = fs::read_dir(Path::new(crate::ROOT).join("docs/rules")).unwrap();
    let pages: BTreeSet<_> = pages.map(|page| page.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(
        pages,
        rules::all().map(|rule| format!("{}.md", rule.name)).collect(),
        "a page is left of a rule that is gone"
    );
}

#[test]
fn the_book_lists_every_rule() {
    let summary = fs::read_to_string(Path::new(crate::ROOT).join("docs/SUMMARY.md")).unwrap();
    let mut expected = String::new();
    for line in summary.lines().filter(|line| !line.contains("](rules/")) {
        let _ = writeln!(expected, "{line}");
        if line.contains("](rules.md)") {
            for rule in rules::all() {
                let _ = writeln!(expected, "  - [{0}](rules/{0}.md)", rule.name);
            }
        }
    }
    is_current("docs/SUMMARY.md", &expected);
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

/// The files in the fenced blocks under a heading of a rule's documentation. The words after ` ``` ` are the language, then the
/// path where the file is not `agents/NAME.md`; `\u{feff}` and `\xE9` stand for what cannot be shown.
fn files(rule: &RuleInfo, heading: &str) -> Vec<(String, Vec<u8>)> {
    let documentation = rule.documentation();
    let (_, section) = documentation.split_once(&format!("## {heading}\n")).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let mut files = Vec::new();
    let mut lines = section.lines();
    while let Some(line) = lines.next() {
        let Some(fence) = line.strip_prefix("```") else { continue };
        let ticks = "```".to_owned() + &fence.chars().take_while(|c| *c == '`').collect::<String>();
        let text: String = lines.by_ref().take_while(|line| *line != ticks).flat_map(|line| [line, "\n"]).collect();
        let path = line.trim_start_matches('`').split_whitespace().nth(1).map(str::to_owned);
        let name = text.lines().find_map(|line| line.strip_prefix("name: ")).unwrap_or("reviewer");
        files.push((path.unwrap_or_else(|| format!("agents/{name}.md")), bytes(&text)));
    }
    files
}

/// The bytes of an example, with its escapes decoded.
fn bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        bytes.extend(before.as_bytes());
        let character = after.strip_prefix("u{").and_then(|after| after.split_once('}'));
        let byte = after.strip_prefix('x').and_then(|after| after.split_at_checked(2));
        rest = if let Some((digits, after)) = character {
            let character = char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
            bytes.extend(character.encode_utf8(&mut [0; 4]).as_bytes());
            after
        } else if let Some((digits, after)) = byte {
            bytes.push(u8::from_str_radix(digits, 16).unwrap());
            after
        } else {
            bytes.push(b'\\');
            after
        };
    }
    bytes.extend(rest.as_bytes());
    bytes
}

/// The rules that report something about files, with one that is off by default turned on.
fn reported(rule: &RuleInfo, mut files: Vec<(String, Vec<u8>)>) -> BTreeSet<&'static str> {
    let package = files.iter().find_map(|(path, _)| path.strip_suffix("Cargo.toml").map(str::to_owned));
    let settings = files.iter().any(|(path, _)| path.ends_with("agents.toml"));
    if rule.level == include_agents_compiler::base::rule::Level::Allow && !settings {
        files.push(("agents/agents.toml".into(), format!("[rules]\n{} = \"warn\"\n", rule.name).into_bytes()));
    }
    // The agents of a plugin are in its folder.
    let within = files.iter().find_map(|(path, _)| path.find("/agents/").and_then(|at| path.get(..=at)));
    let folder = within.filter(|path| !path.starts_with("agents/")).unwrap_or_default().to_owned() + "agents";
    let mut files = MemoryFiles::new(files);
    if let Some(package) = package {
        files = files.in_package(if package.is_empty() { "." } else { package.trim_end_matches('/') });
    }
    compile(&files, &folder, &ItemOptions::file()).diagnostics.iter().map(|diagnostic| diagnostic.rule.name).collect()
}

#[test]
fn the_example_of_a_rule_gives_that_rule_and_what_to_use_instead_gives_none() {
    for rule in rules::all() {
        let (example, instead) = (files(rule, "Example"), files(rule, "Use instead"));
        assert_eq!(reported(rule, example), BTreeSet::from([rule.name]), "{}", rule.name);
        assert!(!instead.is_empty(), "{}", rule.name);
        assert_eq!(reported(rule, instead), BTreeSet::new(), "{}", rule.name);
    }
}
