use core::fmt;
use core::ops::Range;

use crate::markdown::blocks::{Block, Blocks, Heading};

/// The outline of a Markdown text: `agent.sections()` gives that of a prompt.
///
/// Sections are headings, and lines of strong emphasis that stand for one, such as `**Your role:**`. They are found by the rules of
/// Markdown: what looks like a heading in a block of code or HTML is none. Headings within a list or a quotation are left out.
///
/// The text is read as far as it is asked for, without memory of its own.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Sections;
///
/// let titles: Vec<_> = Sections::of("# Role\nYou review.\n\n**Output:**\n- a verdict").map(|section| section.title()).collect();
/// assert_eq!(titles, ["Role", "Output"]);
/// ```
#[derive(Clone)]
pub struct Sections<'a> {
    text: &'a str,
    blocks: Blocks<'a>,
}

/// A part of a Markdown text below a heading.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Section;
///
/// fn checklist(section: &Section<'_>) -> String {
///     section.items().map(|item| format!("[ ] {item}\n")).collect()
/// }
/// ```
#[derive(Clone)]
pub struct Section<'a> {
    heading: Heading,
    text: &'a str,
    /// What is behind the heading.
    blocks: Blocks<'a>,
}

fn part(text: &str, range: Range<usize>) -> &str {
    text.get(range).unwrap_or_default()
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

impl<'a> Sections<'a> {
    /// The outline of a text.
    #[must_use]
    pub const fn of(text: &'a str) -> Self {
        Self { text, blocks: Blocks::new(text) }
    }

    /// The section with this title; without one, the first whose title differs only in letter case or in white space at its ends.
    #[must_use]
    pub fn get(&self, title: &str) -> Option<Section<'a>> {
        let title = title.trim();
        let exact = self.clone().find(|section| section.title() == title);
        let is_same = |other: &str| lower(title).eq(lower(other));
        exact.or_else(|| self.clone().find(|section| is_same(section.title())))
    }
}

impl<'a> Iterator for Sections<'a> {
    type Item = Section<'a>;

    fn next(&mut self) -> Option<Section<'a>> {
        let heading = self.blocks.find_map(|block| match block {
            Block::Heading(heading) => Some(heading),
            Block::Item(_) => None,
        })?;
        Some(Section { heading, text: self.text, blocks: self.blocks.clone() })
    }
}

impl fmt::Debug for Sections<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl<'a> Section<'a> {
    /// 1 to 6 for a heading, 7 for a line of strong emphasis, which is below every heading.
    #[must_use]
    pub const fn level(&self) -> u8 {
        self.heading.level
    }

    /// The text of the heading, without what marks it as one. Other Markdown in it stays.
    #[must_use]
    pub fn title(&self) -> &'a str {
        part(self.text, self.heading.title.clone())
    }

    /// What is below the heading, up to the next one of the same or a higher level: the sections within it are part of it.
    #[must_use]
    pub fn text(&self) -> &'a str {
        let end = self.blocks.clone().find_map(|block| match block {
            Block::Heading(next) if next.level <= self.level() => Some(next.range.start),
            _ => None,
        });
        part(self.text, self.heading.range.end..end.unwrap_or(self.text.len())).trim()
    }

    /// The items of the lists directly below the heading, without their markers: not those of sections within it. An item within
    /// another is part of its text.
    pub fn items(&self) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        let text = self.text;
        self.blocks.clone().map_while(move |block| match block {
            Block::Item(range) => Some(part(text, range)),
            Block::Heading(_) => None,
        })
    }
}

impl fmt::Debug for Section<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Section")
            .field("level", &self.level())
            .field("title", &self.title())
            .field("text", &self.text())
            .finish_non_exhaustive()
    }
}

/// Gives an enum of agents the outlines of their prompts.
#[doc(hidden)]
#[macro_export]
macro_rules! __sections {
    ($name:ident) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// The outline of its prompt: the headings, in order.
            #[must_use]
            pub const fn sections(self) -> $crate::Sections<'static> {
                self.agent().sections()
            }

            /// The part of its prompt below the heading with this title. Letter case counts only where two titles differ in
            /// nothing else.
            #[must_use]
            pub fn section(self, title: &::core::primitive::str) -> ::core::option::Option<$crate::Section<'static>> {
                self.sections().get(title)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::Sections;
    use std::vec::Vec;

    /// Levels and titles.
    fn outline(text: &str) -> Vec<(u8, &str)> {
        Sections::of(text).map(|section| (section.level(), section.title())).collect()
    }

    fn items(text: &str) -> Vec<&str> {
        Sections::of(text).flat_map(|section| section.items()).collect()
    }

    #[test]
    fn a_section_has_its_title_text_and_items() {
        let text = "before\n- no\n# One\n- x\n- y\n## Two\nz\n# one \nend\n";
        let parts: Vec<_> =
            Sections::of(text).map(|section| (section.level(), section.title(), section.text())).collect();
        assert_eq!(parts, [(1, "One", "- x\n- y\n## Two\nz"), (2, "Two", "z"), (1, "one", "end")]);
        assert_eq!(items(text), ["x", "y"]);
    }

    #[test]
    fn a_title_is_found_in_any_letter_case() {
        let sections = Sections::of("# One\n## Two\nz\n# one \nend");
        let text = |title: &str| sections.get(title).map(|section| section.text());
        assert_eq!((text("one"), text(" TWO "), text("three")), (Some("end"), Some("z"), None));
    }

    #[test]
    fn headings_are_those_of_markdown() {
        assert_eq!(
            outline("# A #\n##B\n### C#\n\nD\nE\n===\nF\n---\n    # G\n## **H:**\n"),
            [(1, "A"), (3, "C#"), (1, "D\nE"), (2, "F"), (2, "H")]
        );
        assert_eq!(outline("**A**\n\n__B:__\nc\n\n**D**:\n- e\n\n**F** g\n"), [(7, "A"), (7, "D")]);
        assert_eq!(outline("##\n# \n"), [(2, ""), (1, "")]);
    }

    #[test]
    fn code_html_and_tables_have_no_headings() {
        assert_eq!(outline("```\n# a\n~~~\n# b\n```\n# C\n~~~ x\n# d"), [(1, "C")]);
        assert_eq!(outline("<!--\n# a\n\n# b -->\n# C\n<div>\n# d\n\n# E"), [(1, "C"), (1, "E")]);
        assert_eq!(outline("| a |\n|---|\n| b |\n---\n"), []);
    }

    #[test]
    fn lists_and_quotations_have_no_headings() {
        assert_eq!(outline("- # a\n  # b\n# C\n> # d\n\n> e\n# F\n"), [(1, "C"), (1, "F")]);
    }

    #[test]
    fn an_item_ends_where_markdown_ends_it() {
        let text =
            "# A\n- a\nb\n\n  c\n- d\n\ne\n1. f\n   - g\n   ```\n   h\n\n   ```\n2. i\n+\n\n  j\n* k\n  > l\nm\n";
        assert_eq!(items(text), ["a\nb\n\n  c", "d", "f\n   - g\n   ```\n   h\n\n   ```", "i", "k\n  > l\nm"]);
    }

    #[test]
    fn a_line_may_be_of_ever_deeper_containers() {
        for deep in ["> ".repeat(100_000), "- ".repeat(100_000), "1. > ".repeat(50_000)] {
            assert_eq!(outline(&std::format!("{deep}a\n# B\n")), [(1, "B")]);
        }
    }
}
