//! Prompts with parameters and fragments at run time.
#![allow(clippy::disallowed_methods, clippy::indexing_slicing, clippy::unwrap_used, reason = "a test may")]

use std::fmt::Display;
use std::fs;
use std::path::Path;
use std::ptr;

use include_agents_runtime::Loader;

const HEAD: &str = "---\nname: billing\ndescription: Answers questions about invoices.\n---\n";

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_loaded_prompt_is_filled_in_by_the_names_of_its_parameters() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "agents.toml", "runs-in = 'own'\n");
    write(folder.path(), "billing.md", &format!("{HEAD}You help {{{{customer}}}}. {{{{> tone}}}}\n"));
    write(folder.path(), "_tone.md", "Be {{mood}}.\n");
    let loader = Loader::new(folder.path());
    let billing = loader.load().get("billing").unwrap();
    assert_eq!(billing.template().parameters(), ["customer", "mood"]);
    let values: &[(&str, &dyn Display)] = &[("mood", &"kind"), ("customer", &7)];
    assert_eq!(billing.template().render(values).unwrap(), "You help 7. Be kind.");
    let error = billing.template().render(&values[..1]).unwrap_err();
    assert_eq!(error.to_string(), "the parameter `customer` of the prompt has no value");

    // Another text of a fragment is another prompt.
    assert!(ptr::eq(loader.load().get("billing").unwrap(), billing));
    write(folder.path(), "_tone.md", "Be brief.\n");
    let brief = loader.load().get("billing").unwrap();
    assert_eq!(brief.template().render(values).unwrap(), "You help 7. Be brief.");
    assert_eq!(billing.template().render(values).unwrap(), "You help 7. Be kind.");

    // And so is the same text under other settings.
    write(folder.path(), "agents.toml", "runs-in = 'own'\nprompts.parameters = false\n");
    let plain = loader.load().get("billing").unwrap();
    assert_eq!(plain.template().render(&[]).unwrap(), "You help {{customer}}. {{> tone}}");
}

#[test]
#[cfg(unix)]
fn a_fragment_may_be_a_link() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "agents/agents.toml", "runs-in = 'own'\n");
    write(folder.path(), "agents/billing.md", &format!("{HEAD}You help. {{{{> tone}}}}\n"));
    write(folder.path(), "shared/tone.md", "Be kind.\n");
    std::os::unix::fs::symlink("../shared/tone.md", folder.path().join("agents/_tone.md")).unwrap();
    let roster = Loader::new(folder.path().join("agents")).load();
    assert!(roster.report().is_empty(), "{}", roster.report());
    assert_eq!(roster.get("billing").unwrap().template().render(&[]).unwrap(), "You help. Be kind.");
}

#[test]
fn an_error_in_a_fragment_is_one_in_each_prompt_that_has_it() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "agents.toml", "runs-in = 'own'\n");
    write(folder.path(), "billing.md", &format!("{HEAD}You help. {{{{> tone}}}}\n"));
    write(folder.path(), "sales.md", "---\nname: sales\ndescription: Sells.\n---\nYou sell.\n");
    write(folder.path(), "_tone.md", "Be kind. {{> moood}}\n");
    write(folder.path(), "_mood.md", "{{#if day}}\n");
    let roster = Loader::new(folder.path()).load();
    assert!(roster.get("billing").is_none() && roster.get("sales").is_some());
    let report = roster.report().to_string();
    assert!(report.contains("unknown fragment `moood`") && report.contains("did you mean `mood`?"), "{report}");
}

/// Numbers without a pattern, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

const TEXTS: [(&str, &str); 12] = [
    ("a b", "a b"),
    ("größe 🦀 { } }} ", "größe 🦀 { } }} "),
    ("\n\n- x\r\n", "\n\n- x\r\n"),
    ("\t`c`", "\t`c`"),
    ("\\{{", "{{"),
    ("\\{{x}} ", "{{x}} "),
    ("\\\\{{ y", "\\{{ y"),
    ("\n```\n{{raw}} \\{{ {{#if}}\n```\n", "\n```\n{{raw}} \\{{ {{#if}}\n```\n"),
    ("</b> & \"q\"", "</b> & \"q\""),
    ("\n> z ", "\n> z "),
    ("$", "$"),
    ("\\n", "\\n"),
];

const VALUES: [(&str, &str); 4] = [("one", ""), ("two_2", "{{one}}"), ("drei-3", "ß\n```\n"), ("vier", "\\{{> f0}}")];

/// Appends random pieces to a file, and what they become to the expected text. `fragments` are the expected texts of fragments.
fn pieces(random: &mut Random, fragments: &[String]) -> (String, String) {
    let (mut written, mut expected) = (String::new(), String::new());
    for _ in 0..random.below(12) {
        match random.below(5) {
            0 | 1 => {
                let (text, becomes) = TEXTS[random.below(TEXTS.len())];
                written += text;
                expected += becomes;
            }
            2 if !fragments.is_empty() => {
                let number = random.below(fragments.len());
                written.extend(["{{> f", &number.to_string(), "}}"]);
                expected += &fragments[number];
            }
            _ => {
                let (name, value) = VALUES[random.below(VALUES.len())];
                let blank = ["", " ", "\t"][random.below(3)];
                written.extend(["{{", blank, name, blank, "}}"]);
                expected += value;
            }
        }
        // So that no two pieces become a third, such as a fence.
        written += ".";
        expected += ".";
    }
    (written, expected)
}

#[test]
fn a_rendered_prompt_is_its_text_with_each_tag_replaced_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "agents.toml",
        "runs-in = 'own'\nrules.unused-fragment = 'allow'\nrules.unclosed-fence = 'allow'\n",
    );
    let mut random = Random(7);
    let values: Vec<(&str, &dyn Display)> = VALUES.iter().map(|(name, value)| (*name, value as &dyn Display)).collect();
    for round in 0..300 {
        let mut fragments = Vec::new();
        for number in 0..4 {
            let (written, expected) = pieces(&mut random, &fragments);
            write(folder.path(), &format!("_f{number}.md"), &format!("\n <{written}>\r\n"));
            fragments.push(format!("<{expected}>"));
        }
        let (written, expected) = pieces(&mut random, &fragments);
        write(folder.path(), "billing.md", &format!("{HEAD}\n<{written}>\n\n"));
        let roster = Loader::new(folder.path()).load();
        let billing = roster.get("billing").unwrap_or_else(|| unreachable!("{round}: {}\n{written}", roster.report()));
        assert_eq!(billing.template().render(&values).unwrap(), format!("<{expected}>"), "{round}: {written}");
    }
}
