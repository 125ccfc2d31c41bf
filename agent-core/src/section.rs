//! The outline of a prompt.
//!
//! It is written as numbers for each section: its level, the bytes from the end of what is before it to its heading, from there to
//! its title, the length of the title, the bytes from there to its text, the count of its items, and for each item the bytes to its
//! start and its length. A number has seven bits in each byte, the lowest first, and the eighth says that there are more.

use core::fmt;

use crate::Agent;

/// The outline of an agent's prompt: `kind.sections()`.
///
/// Sections are headings, and lines of strong emphasis that stand for one, such as `**Your role:**`. They are found by the rules of
/// Markdown: what looks like a heading in a block of code or HTML is none. Headings within a list or a quotation are left out.
#[derive(Clone)]
pub struct Sections {
    source: &'static [u8],
    numbers: Numbers,
}

/// A part of a prompt below a heading.
///
/// If the file was replaced during the build, see [Texts](crate::Agent#texts) of the agent.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Section;
///
/// fn checklist(section: &Section) -> String {
///     section.items().map(|item| format!("[ ] {item}\n")).collect()
/// }
/// ```
#[derive(Clone)]
pub struct Section {
    source: &'static [u8],
    level: u8,
    title: (usize, usize),
    text: (usize, usize),
    items: Numbers,
    count: usize,
}

/// What is left of the numbers, and how far in the file they have come.
#[derive(Clone)]
struct Numbers {
    bytes: &'static [u8],
    at: usize,
}

/// The outline of an agent's file: for generated code only.
#[must_use]
pub const fn sections(agent: &Agent, outline: &'static [u8]) -> Sections {
    Sections { source: agent.source(), numbers: Numbers { bytes: outline, at: 0 } }
}

impl Numbers {
    fn next(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let [byte, rest @ ..] = self.bytes else { return None };
            self.bytes = rest;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if *byte < 0x80 {
                return Some(number);
            }
        }
    }

    /// The place that is a number of bytes further on.
    fn step(&mut self) -> Option<usize> {
        self.at = self.at.checked_add(self.next()?)?;
        Some(self.at)
    }

    fn heading(&mut self) -> Option<Heading> {
        Some(Heading {
            level: u8::try_from(self.next()?).ok()?,
            start: self.step()?,
            title: (self.step()?, self.step()?),
            text: self.step()?,
            count: self.next()?,
        })
    }

    /// Goes over the items of a section.
    fn skip(&mut self, count: usize) -> Option<()> {
        (0..count).try_for_each(|_| self.step().and(self.step()).map(|_| ()))
    }
}

/// What comes before the items of a section.
struct Heading {
    level: u8,
    start: usize,
    title: (usize, usize),
    /// The start of what is below it.
    text: usize,
    /// How many items there are.
    count: usize,
}

fn part(source: &'static [u8], (start, end): (usize, usize)) -> &'static str {
    source.get(start..end).and_then(|part| core::str::from_utf8(part).ok()).unwrap_or_default()
}

fn lower(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

impl Sections {
    /// The section with this title; without one, the first whose title differs only in letter case or in white space at its ends.
    #[must_use]
    pub fn get(&self, title: &str) -> Option<Section> {
        let title = title.trim();
        let exact = self.clone().find(|section| section.title() == title);
        let is_same = |other: &str| lower(title).eq(lower(other));
        exact.or_else(|| self.clone().find(|section| is_same(section.title())))
    }
}

impl Iterator for Sections {
    type Item = Section;

    fn next(&mut self) -> Option<Section> {
        let Heading { level, title, text: start, count, .. } = self.numbers.heading()?;
        let items = self.numbers.clone();
        self.numbers.skip(count)?;
        let mut behind = self.numbers.clone();
        let mut end = self.source.len();
        while let Some(next) = behind.heading() {
            if next.level <= level {
                end = next.start;
                break;
            }
            behind.skip(next.count);
        }
        Some(Section { source: self.source, level, title, text: (start, end), items, count })
    }
}

impl fmt::Debug for Sections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}

impl Section {
    /// 1 to 6 for a heading, 7 for a line of strong emphasis, which is below every heading.
    #[must_use]
    pub const fn level(&self) -> u8 {
        self.level
    }

    /// The text of the heading, without what marks it as one. Other Markdown in it stays.
    #[must_use]
    pub fn title(&self) -> &'static str {
        part(self.source, self.title)
    }

    /// What is below the heading, up to the next one of the same or a higher level: the sections within it are part of it.
    #[must_use]
    pub fn text(&self) -> &'static str {
        part(self.source, self.text).trim()
    }

    /// The items of the lists directly below the heading, without their markers: not those of sections within it. An item within
    /// another is part of its text.
    pub fn items(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let (source, mut numbers) = (self.source, self.items.clone());
        (0..self.count).map_while(move |_| Some(part(source, (numbers.step()?, numbers.step()?))))
    }
}

impl fmt::Debug for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Section")
            .field("level", &self.level())
            .field("title", &self.title())
            .field("text", &self.text())
            .finish_non_exhaustive()
    }
}

/// Gives an enum of agents the outlines of their prompts. The outlines follow each other in `outlines`; `ends` and `lists` belong to
/// them.
#[doc(hidden)]
#[macro_export]
macro_rules! __sections {
    ($name:ident, outlines = $outlines:literal, ends = $ends:literal, lists = $lists:literal $(,)?) => {
        #[allow(dead_code, unreachable_pub)]
        impl $name {
            /// The outline of its prompt: the headings, in order.
            #[must_use]
            pub const fn sections(self) -> $crate::Sections {
                let outline = match $crate::__private::v1::list($outlines, $ends, $lists, self.__index()) {
                    ::core::option::Option::Some(outline) => outline,
                    ::core::option::Option::None => &[],
                };
                $crate::__private::v1::sections(self.agent(), outline)
            }

            /// The part of its prompt below the heading with this title. Letter case counts only where two titles differ in
            /// nothing else.
            #[must_use]
            pub fn section(self, title: &::core::primitive::str) -> ::core::option::Option<$crate::Section> {
                self.sections().get(title)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::sections;
    use crate::{Agent, AgentFields};
    use std::vec::Vec;

    static AGENT: Agent = Agent::new(&AgentFields::new("a", "b", "# One\n- x\n- y\n## Two\nz\n# one \nend\n"));
    const OUTLINE: &[u8] = &[1, 0, 2, 3, 1, 2, 2, 1, 3, 1, 2, 1, 3, 3, 1, 0, 1, 2, 2, 3, 2, 0];

    #[test]
    fn a_section_has_its_title_text_and_items() {
        let outline: Vec<_> =
            sections(&AGENT, OUTLINE).map(|section| (section.level(), section.title(), section.text())).collect();
        assert_eq!(outline, [(1, "One", "- x\n- y\n## Two\nz"), (2, "Two", "z"), (1, "one", "end")]);
        let items: Vec<_> = sections(&AGENT, OUTLINE).flat_map(|section| section.items()).collect();
        assert_eq!(items, ["x", "y"]);
    }

    #[test]
    fn a_title_is_found_in_any_letter_case() {
        let level = |title: &str| sections(&AGENT, OUTLINE).get(title).map(|section| section.text());
        assert_eq!((level("one"), level(" TWO "), level("three")), (Some("end"), Some("z"), None));
    }

    #[test]
    fn what_is_no_outline_has_no_text() {
        for length in 0..OUTLINE.len() {
            assert!(sections(&AGENT, &OUTLINE[..length]).count() <= 3);
        }
        let outline =
            sections(&AGENT, &[1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0]);
        assert_eq!(outline.count(), 0);
        assert!(sections(&AGENT, &[1, 100, 100, 100, 100, 1, 100, 100]).all(|section| section.title().is_empty()));
    }
}
