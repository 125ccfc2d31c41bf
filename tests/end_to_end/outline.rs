//! The outline of a text is that which `pulldown-cmark` sees.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use include_agents_core::Sections;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::oracle::{cases, corpus};

/// A heading with its level and title, or an item with its first line and its end.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Heading(u8, String, usize),
    Item(usize, usize),
}

/// The level of a line of strong emphasis that stands for a heading.
const STRONG: u8 = 7;

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count()
}

/// What we find in a body.
fn ours(body: &str) -> Vec<Found> {
    let start = |part: &str| part.as_ptr().addr() - body.as_ptr().addr();
    let mut found = Vec::new();
    for section in Sections::of(body) {
        let title = section.title();
        found.push(Found::Heading(section.level(), title.to_owned(), line_of(body, start(title))));
        found.extend(
            section.items().map(|item| Found::Item(line_of(body, start(item)), start(item) + item.trim_end().len())),
        );
    }
    found
}

/// A paragraph that is strong emphasis and nothing else.
fn strong_title(events: &[(Event, Range<usize>)], body: &str) -> Option<String> {
    let (Event::Start(Tag::Strong), range) = events.first()? else { return None };
    let rest = &events[events.iter().position(|event| event.0 == Event::End(TagEnd::Strong))? + 1..];
    let is_alone = match rest {
        [] => true,
        [(Event::Text(text), _)] => &**text == ":",
        _ => false,
    };
    let inner = body[range.start + 2..range.end - 2].to_owned();
    let inner = inner.strip_suffix(':').unwrap_or(&inner).trim_end().to_owned();
    (is_alone && !inner.contains('\n')).then_some(inner)
}

/// What `pulldown-cmark` finds in a body.
fn theirs(body: &str) -> Vec<Found> {
    let events: Vec<_> = Parser::new_ext(body, Options::ENABLE_TABLES).into_offset_iter().collect();
    let (mut found, mut depth) = (Vec::new(), 0_usize);
    let mut has_heading = false;
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                let end = at
                    + events[at..].iter().position(|event| matches!(event.0, Event::End(TagEnd::Heading(_)))).unwrap();
                let inner = &events[at + 1..end];
                let title = match inner {
                    [] => String::new(),
                    [first, ..] => {
                        let last = inner.iter().map(|event| event.1.end).max().unwrap();
                        strong_title(inner, body).unwrap_or_else(|| body[first.1.start..last].trim().to_owned())
                    }
                };
                found.push(Found::Heading(*level as u8, title, line_of(body, range.start)));
                has_heading = true;
            }
            Event::Start(Tag::Paragraph) if depth == 0 => {
                let end = at + events[at..].iter().position(|event| event.0 == Event::End(TagEnd::Paragraph)).unwrap();
                if let Some(title) = strong_title(&events[at + 1..end], body) {
                    found.push(Found::Heading(STRONG, title, line_of(body, range.start)));
                    has_heading = true;
                }
            }
            Event::Start(Tag::Item) => {
                depth += 1;
                let text = body[range.clone()].trim_end();
                if depth == 1 && has_heading && text.contains([' ', '\t', '\n']) {
                    let marker = text.find([' ', '\t', '\n']).unwrap();
                    let content = range.start + marker + (text.len() - marker - text[marker..].trim_start().len());
                    found.push(Found::Item(line_of(body, content), range.start + text.len()));
                }
            }
            // Items of a list in a quotation are deeper than those at the top.
            Event::Start(Tag::BlockQuote(_)) => depth += 1,
            Event::End(TagEnd::Item | TagEnd::BlockQuote(_)) => depth -= 1,
            _ => {}
        }
    }
    found
}

/// The bodies of files, without their frontmatter.
fn bodies(paths: &[PathBuf]) -> impl Iterator<Item = (&PathBuf, String)> {
    paths.iter().filter_map(|path| {
        let text = fs::read_to_string(path).ok()?;
        let body = text.strip_prefix("---").and_then(|rest| rest.split_once("\n---")).map_or(&*text, |(_, body)| body);
        Some((path, body.split_once('\n').map_or("", |(_, body)| body).to_owned()))
    })
}

fn assert_same(paths: &[PathBuf]) -> (usize, usize) {
    let (mut sections, mut items, mut wrong) = (0, 0, Vec::new());
    for (path, body) in bodies(paths) {
        let (ours, theirs) = (ours(&body), theirs(&body));
        sections += ours.iter().filter(|found| matches!(found, Found::Heading(..))).count();
        items += ours.iter().filter(|found| matches!(found, Found::Item(..))).count();
        let first = ours.iter().zip(&theirs).position(|(ours, theirs)| ours != theirs);
        if let Some(at) = first.or((ours.len() != theirs.len()).then_some(ours.len().min(theirs.len()))) {
            wrong.push(format!("{}\n  ours   {:?}\n  theirs {:?}", path.display(), ours.get(at), theirs.get(at)));
        }
    }
    assert!(wrong.is_empty(), "{} files\n{}", wrong.len(), wrong.join("\n"));
    (sections, items)
}

#[test]
fn the_outline_of_fixtures_is_that_of_pulldown_cmark() {
    assert_same(&cases());
}

#[test]
#[ignore = "needs INCLUDE_AGENTS_CORPUS"]
fn the_outline_of_the_corpus_is_that_of_pulldown_cmark() {
    let (sections, items) = assert_same(&corpus());
    println!("{sections} sections, {items} items");
}

#[test]
fn any_three_lines_have_the_outline_of_pulldown_cmark() {
    let lines = [
        "",
        "# a",
        "  ## b #",
        "a",
        "**b**",
        "__b:__",
        "**a** b",
        "- c",
        "-",
        "- - d",
        "-     e",
        "-\t- f",
        "10. g",
        "1) g",
        "2. g",
        "  a",
        "   - h",
        "    - h",
        "    a",
        "      a",
        "> a",
        "> > a",
        "> - c",
        "> ```",
        "  > a",
        "```",
        "  ```",
        "    ```",
        "- ```",
        "~~~",
        "---",
        "===",
        "***",
        "<div>",
        "<b>",
        "<pre>",
        "</pre>",
        "<!-- a",
        "-->",
        "| a | b |",
        "|---|---|",
        "- | a | b |",
    ];
    let mut wrong = Vec::new();
    for first in lines {
        for second in lines {
            for third in lines {
                let body = format!("# s\n{first}\n{second}\n{third}\n**x**\n- y\n");
                // With GitHub, indented code ends a table.
                let is_known = body.contains("|---|---|\n    ");
                if !is_known && ours(&body) != theirs(&body) {
                    wrong.push(format!("{body:?}\n  ours   {:?}\n  theirs {:?}", ours(&body), theirs(&body)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} texts\n{}", wrong.len(), wrong.join("\n"));
}
