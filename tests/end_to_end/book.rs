//! The pages of the book that are made from the compiler, and the links of all pages. `BLESS=1` writes them anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anstyle_svg::Term;
use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::compile;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::item::ItemOptions;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::ROOT;
use crate::rules::is_current;

/// The errors of the gallery: the rule, whose case in `tests/cases` has it, and what it keeps from happening.
const GALLERY: [(&str, &str); 10] = [
    ("misspelled-field", "Two letters, and the agent is not loaded, or runs with every tool."),
    ("duplicate-name", "Of two agents with one name, programs load one."),
    ("recovered-yaml", "A colon in a description is not valid YAML."),
    ("misspelled-tool", "A tool that does not exist is a tool less."),
    ("conflicting-tools", "A tool that is granted and denied is denied."),
    ("unclosed-frontmatter", "Without the closing line, the whole file is frontmatter."),
    ("hidden-text", "A model reads what a person cannot see."),
    ("secret", "A key in a prompt is in every program, and goes to every provider. The message does not show it."),
    ("unknown-agent", "An agent is handed a task that no agent can take."),
    ("unknown-fragment", "A prompt asks for a text that is not there."),
];

const GENERATED: &str = "<!-- Generated: `BLESS=1 cargo test --test end_to_end book` writes it. -->\n\n";

#[test]
fn the_gallery_shows_what_the_compiler_says() {
    let mut page = format!(
        "{GENERATED}# Errors\n\nWhat a build says about a defective agent, as the macro, the build script and `agentc` show it. \
         Each has a page that explains it.\n"
    );
    let folder = Path::new(ROOT).join("docs/errors");
    fs::create_dir_all(&folder).unwrap();
    for (rule, why) in GALLERY {
        let case = Path::new(ROOT).join("tests/cases").join(rule);
        let compilation = compile(&Disk::of_package(case), "agents", &ItemOptions::file());
        let found = compilation.diagnostics.iter().find(|diagnostic| diagnostic.rule.name == rule).unwrap();
        let text = render::text(found, &compilation.folder, "");
        let term = Term::new();
        is_current(
            &format!("docs/errors/{rule}.svg"),
            &term.render_svg(&render::colored(found, &compilation.folder, "", 100)),
        );
        let said = text.lines().next().unwrap().replace(['[', ']', '`', '\\'], "");
        let _ = write!(page, "\n## [{rule}](rules/{rule}.md)\n\n{why}\n\n![{said}](errors/{rule}.svg)\n");
    }
    is_current("docs/errors.md", &page);
    let pictures = fs::read_dir(folder).unwrap().map(|picture| picture.unwrap().file_name().into_string().unwrap());
    let expected = GALLERY.iter().map(|(rule, _)| format!("{rule}.svg"));
    assert_eq!(pictures.collect::<BTreeSet<_>>(), expected.collect(), "a picture is left of an error that is gone");
}

/// The roster of the page about generated items.
const ROSTER: [(&str, &str); 4] = [
    (
        "agents/reviewer.md",
        "---\nname: reviewer\ndescription: Reviews a change before it is merged.\ntools: Read, Grep\nmodel: sonnet\n---\n\n\
         ## Approach\n\nRead the change and the code around it.\n",
    ),
    (
        "agents/billing.md",
        "---\nname: billing\ndescription: Answers questions about an invoice.\ntools: Read, Agent(reviewer)\n---\n\n\
         Answer {{customer}}. {{> tone}}\n",
    ),
    ("agents/_tone.md", "Be brief.\n"),
    ("agents/agents.toml", "[prompts]\nparameters = true\n"),
];

#[test]
fn the_page_of_items_has_the_code_of_its_roster() {
    let compilation = compile(&MemoryFiles::new(ROSTER).in_package("."), "agents", &ItemOptions::file());
    assert_eq!(compilation.diagnostics.len(), 0, "{:?}", compilation.diagnostics);
    let code = prettyplease::unparse(&syn::parse_file(&compilation.code).unwrap());
    let mut page = format!(
        "{GENERATED}# Generated items\n\nWhat a roster of two agents and a fragment becomes. `agentc generate` prints the same for your \
         own folder. Names that begin with two underscores, and what is in `__private`, belong to one version, and are not for other code; \
         the macros there implement what the [README](https://docs.rs/include-agents) lists for each enum.\n"
    );
    for (path, text) in ROSTER {
        let language = path.rsplit('.').next().unwrap().replace("md", "markdown");
        let _ = write!(page, "\n`{path}`:\n\n```{language}\n{text}```\n");
    }
    let _ = write!(page, "\nThe items:\n\n```rust,ignore\n{code}```\n");
    is_current("docs/items.md", &page);
}

/// The Markdown files of the documentation.
fn pages() -> Vec<PathBuf> {
    let folder = |path: &str| {
        let entries = fs::read_dir(Path::new(ROOT).join(path)).unwrap().map(|entry| entry.unwrap().path());
        entries.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect::<Vec<_>>()
    };
    ["", "docs", "docs/rules", "agent-core", "agent-runtime", "agentc"].into_iter().flat_map(folder).collect()
}

/// The anchors of a page, as GitHub and mdBook make them of its headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let (mut anchors, mut heading) = (BTreeSet::new(), None::<String>);
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
            Event::End(TagEnd::Heading(_)) => {
                let text = heading.take().unwrap_or_default().to_lowercase().replace(' ', "-");
                anchors.insert(text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect());
            }
            _ => {}
        }
    }
    anchors
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let mut count = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for event in Parser::new(&text) {
            let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event else {
                continue;
            };
            if dest_url.contains("://") {
                continue;
            }
            count += 1;
            let (path, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            let target = if path.is_empty() { page.clone() } else { page.parent().unwrap().join(path) };
            assert!(target.exists(), "{}: {dest_url} leads nowhere", page.display());
            if !anchor.is_empty() {
                let there = anchors(&fs::read_to_string(&target).unwrap());
                assert!(there.contains(anchor), "{}: {dest_url} is none of {there:?}", page.display());
            }
        }
    }
    assert!(count > 200, "{count} links");
}

#[test]
fn every_page_is_in_the_book() {
    let summary = fs::read_to_string(Path::new(ROOT).join("docs/SUMMARY.md")).unwrap();
    let docs = Path::new(ROOT).join("docs");
    for page in
        pages().iter().filter_map(|page| page.strip_prefix(&docs).ok()).filter(|page| !page.ends_with("SUMMARY.md"))
    {
        let path = page.to_str().unwrap().replace('\\', "/");
        assert!(summary.contains(&format!("]({path})")), "{path} is not in docs/SUMMARY.md");
    }
}
