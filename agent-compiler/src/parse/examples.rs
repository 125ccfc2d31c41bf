//! A description in, the text for a reader and the typed examples out.
//!
//! Three dialects are one here: real line breaks, a literal backslash and `n` for each, and everything on one line.

use std::borrow::Cow;

use crate::base::source::Source;
use crate::base::span::{Span, Spanned, SpannedText, slice};
use crate::parse::example::{ParsedExample, read};
use crate::parse::labels::{tags, trim};
use crate::parse::line_breaks;

const OPEN: &str = "<example>";
const CLOSE: &str = "</example>";

/// What a description holds.
#[derive(Debug, Default)]
pub struct Examples<'a> {
    /// The whole description, with line breaks where it has a backslash and `n` for them.
    pub raw: Cow<'a, str>,
    /// The description without its examples, for a reader.
    pub description: Cow<'a, str>,
    /// The examples in their order.
    pub list: Vec<ParsedExample<'a>>,
    /// The examples that could not be read.
    pub malformed: Vec<Malformed>,
}

/// An `<example>` that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Malformed {
    /// Its `</example>` is missing.
    Unclosed(Span),
    /// There is nothing in it.
    Empty(Span),
    /// It has the form of an example, but none of its labels is known.
    Unknown(Span),
    /// It is the first one of a description that is nothing but examples.
    Alone(Span),
}

/// Takes a description apart.
#[must_use]
pub fn extract<'a>(source: &'a Source, description: &SpannedText<'a>) -> Examples<'a> {
    let Spanned { value, span } = description;
    let lines = line_breaks::decode(value);
    match (value, &lines) {
        (Cow::Borrowed(text), Cow::Borrowed(_)) => {
            Examples { raw: Cow::Borrowed(text), ..extract_from(source, text, *span) }
        }
        _ => {
            let Examples { description, list, malformed, .. } = extract_from(source, &lines, *span);
            let restored = |part: Cow<str>| line_breaks::restore(value, &lines, &part);
            let list = list.into_iter().map(|example| ParsedExample {
                context: restored(example.context),
                user: restored(example.user),
                assistant: restored(example.assistant),
                commentary: restored(example.commentary),
            });
            let raw = line_breaks::restore(value, &lines, &lines);
            Examples { raw, description: restored(description), list: list.collect(), malformed }
        }
    }
}

fn extract_from<'t>(source: &Source, text: &'t str, span: Span) -> Examples<'t> {
    let mut examples = Examples::default();
    let mut prose = Vec::new();
    let mut rest = 0;
    let opened: Vec<usize> = tags(text, OPEN).collect();
    if opened.is_empty() {
        examples.description = Cow::Borrowed(text.trim());
        return examples;
    }
    // The same tags in the file: decoding never adds or takes away one.
    let written = source.text.get(span.range()).unwrap_or_default();
    let written: Vec<usize> = tags(written, OPEN).map(|at| span.start + at).collect();
    let place = |index: usize, tag: usize| {
        let range = source.range_of(slice(text, tag..tag + OPEN.len()));
        let start = written.get(index).copied();
        range.or(start.map(|start| start..start + OPEN.len())).map_or(span, |range| Span::new(span.file, range))
    };
    for (index, &tag) in opened.iter().enumerate() {
        let inner = tag + OPEN.len();
        let next = opened.get(index + 1).copied().unwrap_or(text.len());
        let Some(length) = tags(slice(text, inner..next), CLOSE).next() else {
            examples.malformed.push(Malformed::Unclosed(place(index, tag)));
            continue;
        };
        let (example, is_unknown) = read(slice(text, inner..inner + length));
        if example == ParsedExample::default() {
            examples.malformed.push(Malformed::Empty(place(index, tag)));
        } else {
            if is_unknown {
                examples.malformed.push(Malformed::Unknown(place(index, tag)));
            }
            examples.list.push(example);
        }
        prose.push(slice(text, rest..tag));
        rest = inner + length + CLOSE.len();
    }
    prose.push(slice(text, rest..text.len()));

    let mut prose = prose.into_iter().map(without_label).filter(|part| part.contains(char::is_alphanumeric));
    let first = prose.next().unwrap_or_default();
    examples.description = prose.fold(Cow::Borrowed(first), |description, part| description + "\n" + part);
    if let Some(&first) = opened.first().filter(|_| examples.description.is_empty() && !examples.list.is_empty()) {
        examples.malformed.push(Malformed::Alone(place(0, first)));
    }
    examples
}

/// Takes a label off the end that announced the examples.
fn without_label(text: &str) -> &str {
    let text = trim(text);
    for label in ["**Examples:**", "**Example:**", "For example:", "Examples:", "Example:"] {
        let Some(start) = text.len().checked_sub(label.len()) else { continue };
        if text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(label)) {
            let lead = slice(text, 0..start);
            if lead.is_empty() || lead.ends_with(char::is_whitespace) {
                return trim(lead);
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Examples, Malformed, Source, Span, Spanned, extract};

    fn with(text: &str, look: impl FnOnce(&Examples)) {
        let source = Source::new("x.md", text.to_owned());
        let description = Spanned { value: (&*source.text).into(), span: Span::new(0, 0..text.len()) };
        look(&extract(&source, &description));
    }

    fn parts(examples: &Examples) -> Vec<[String; 4]> {
        let part = |example: &crate::parse::example::ParsedExample| {
            [&example.context, &example.user, &example.assistant, &example.commentary].map(ToString::to_string)
        };
        examples.list.iter().map(part).collect()
    }

    #[test]
    fn the_three_dialects_are_one() {
        let lines = "Use it.\n\nExamples:\n- <example>\n  Context: A new API\n  user: \"Plan it\"\n  assistant: \"I'll ask planner\"\n  <commentary>\n  Plans.\n  </commentary>\n</example>";
        let one_line = "Use it. Examples: <example>Context: A new API user: 'Plan it' assistant: 'I'll ask planner' <commentary>Plans.</commentary></example>";
        let unquoted = "Use it.\n<example>\nCONTEXT: A new API\nUser: Plan it\nAssistant: I'll ask planner\n<commentary>Plans.</commentary>\n</example>";
        for text in [lines.to_owned(), lines.replace('\n', "\\n"), one_line.to_owned(), unquoted.to_owned()] {
            with(&text, |examples| {
                assert_eq!(examples.description, "Use it.", "{text}");
                let expected = ["A new API", "Plan it", "I'll ask planner", "Plans."].map(str::to_owned);
                assert_eq!(parts(examples), [expected], "{text}");
                assert!(examples.malformed.is_empty());
            });
        }
    }

    #[test]
    fn a_label_within_a_quote_is_what_somebody_said() {
        with("<example>user: 'Tell the user: no' assistant: 'Done'</example>", |examples| {
            assert_eq!(parts(examples), [["", "Tell the user: no", "Done", ""].map(str::to_owned)]);
        });
    }

    #[test]
    fn a_label_within_a_line_is_what_somebody_said_where_labels_begin_lines() {
        let text = "<example>\nuser: Why? The user: field is empty.\nassistant: I'll look\n</example>";
        with(text, |examples| {
            assert_eq!(parts(examples), [["", "Why? The user: field is empty.", "I'll look", ""].map(str::to_owned)]);
        });
    }

    #[test]
    fn several_turns_of_one_speaker_are_lines() {
        let text = "<example>\nuser: \"a\"\nassistant: \"b\"\n<function call omitted>\n<commentary>c</commentary>\nassistant: \"d\"\n</example>";
        with(text, |examples| assert_eq!(parts(examples), [["", "a", "b\nd", "c"].map(str::to_owned)]));
    }

    #[test]
    fn who_speaks_before_the_assistant_is_the_user() {
        let pairs = [
            ("Human", "Claude"),
            ("Developer", "Agent"),
            ("Daisy", "Assistant"),
            ("Ada Lovelace", "Claude Code"),
            ("**Human**", "**agent**"),
            ("用户", "助手"),
            ("agent", "assistant"),
        ];
        for (user, assistant) in pairs {
            for (between, colon) in [("\n", ":"), ("\n", "："), (" ", ":")] {
                let text = format!(
                    "<example>{between}Context: It broke.{between}{user}{colon} \"Help\"{between}{assistant}{colon} \"Done\"{between}</example>"
                );
                with(&text, |examples| {
                    assert_eq!(parts(examples), [["It broke.", "Help", "Done", ""].map(str::to_owned)], "{text}");
                    assert_eq!(examples.malformed.len(), 1, "{text}");
                });
            }
            let text = format!("<example>\n{user}: Help\n{assistant}: Done\n</example>");
            if user != "agent" {
                with(&text, |examples| {
                    assert_eq!(parts(examples), [["", "Help", "Done", ""].map(str::to_owned)], "{text}");
                });
            }
        }
    }

    #[test]
    fn a_colon_in_the_prose_of_an_example_is_no_label() {
        for text in ["Note: it is 10:30.", "See https://example.com: it broke.", "Error: E0308", "It says: \"no\"."] {
            let example = format!("<example>\n{text}\nassistant: \"Done\"\n</example>");
            with(&example, |examples| {
                assert_eq!(parts(examples), [[text, "", "Done", ""].map(str::to_owned)]);
            });
            let example = format!("<example>\nuser: \"a\n{text}\"\nassistant: \"Done\"\n</example>");
            with(&example, |examples| {
                assert_eq!(parts(examples), [["", &format!("a\n{text}"), "Done", ""].map(str::to_owned)]);
            });
        }
    }

    #[test]
    fn quoted_turns_may_share_a_line() {
        for text in [
            "<example> Context: A thing. user: \"Do\" assistant: \"Done\" </example>",
            "<example>\nContext: A thing.\nuser: \"Do\" assistant: \"Done\"\n</example>",
            "<EXAMPLE>\nContext: A thing. user: “Do” assistant: “Done”\n</Example>",
        ] {
            with(text, |examples| {
                assert_eq!(parts(examples), [["A thing.", "Do", "Done", ""].map(str::to_owned)], "{text}");
            });
        }
    }

    #[test]
    fn an_example_without_a_known_label_is_malformed() {
        for text in ["\nFrage: \"a\"\nAntwort: \"b\"\n", "<question>a</question>"] {
            with(&format!("Does it. <example>{text}</example>"), |examples| {
                assert_eq!(examples.malformed, [Malformed::Unknown(Span::new(0, 9..18))], "{text}");
                assert_eq!(examples.list.len(), 1);
            });
        }
        with("Does it. <example>A build broke, at 10:30.</example>", |examples| assert_eq!(examples.malformed, []));
    }

    #[test]
    fn a_remark_behind_the_quoted_words_is_the_commentary() {
        let text = "<example>user: 'Map it.' assistant: 'I'll ask mapper.' Since it's large, ask mapper.</example>";
        with(text, |examples| {
            let expected = ["", "Map it.", "I'll ask mapper.", "Since it's large, ask mapper."].map(str::to_owned);
            assert_eq!(parts(examples), [expected]);
        });
    }

    #[test]
    fn labels_may_be_bold_and_backslashes_written_twice() {
        with("<example>\n**Context:** A leak\n**User**: Find C:\\\\nginx\n</example>", |examples| {
            let expected = ["A leak", "Find C:\\\\nginx", "", ""].map(str::to_owned);
            assert_eq!(parts(examples), [expected]);
        });
    }

    #[test]
    fn a_backslash_and_n_are_a_line_break_only_where_lines_are_written_so() {
        for text in [
            r"Works on C:\notes and in LaTeX with \nabla and \neq.",
            r"Cleans C:\new\nginx\notes.",
            r"Splits at \n and joins with \r\n.",
            r"Matches `[^\n]+\n` and `\n\n`.",
            r"Ends lines with \n",
            r"The gradient: \nabla f",
            r"Knows C:\\new.",
        ] {
            with(text, |examples| assert_eq!(examples.description, text));
            let example = format!("{text}\n<example>\nuser: Read C:\\notes\nassistant: {text}\n</example>");
            with(&example, |examples| {
                assert_eq!(examples.description, text);
                assert_eq!(parts(examples), [["", r"Read C:\notes", text, ""].map(str::to_owned)]);
            });
        }
        for (text, description) in [
            (r"First.\nThen.", "First.\nThen."),
            (r"Use it for:\n- one\n- two", "Use it for:\n- one\n- two"),
            (r"Does it\n\nWhen: always", "Does it\n\nWhen: always"),
            (r"First.\nThen.\n", "First.\nThen."),
            (r"First.\r\n\r\nThen.", "First.\n\nThen."),
            (
                r"Cleans C:\new.\n\nExamples:\n<example>user: Clean D:\nginx\nassistant: Yes</example>",
                r"Cleans C:\new.",
            ),
        ] {
            with(text, |examples| assert_eq!(examples.description, description));
        }
    }

    #[test]
    fn words_without_a_label_tell_the_situation() {
        with("<example>A build broke. user: 'Help'</example>", |examples| {
            assert_eq!(parts(examples), [["A build broke.", "Help", "", ""].map(str::to_owned)]);
        });
    }

    #[test]
    fn text_between_and_after_examples_stays() {
        let text = "First.\\n\\nExample:\\n<example>user: a</example>\\nThen.\\n- <example>user: b</example>\\n-";
        with(text, |examples| assert_eq!(examples.description, "First.\nThen."));
        with("Says \"for example: this\".", |examples| assert_eq!(examples.description, "Says \"for example: this\"."));
    }

    #[test]
    fn a_description_of_examples_alone_is_known_and_one_without_any_stays_as_it_is() {
        for text in
            ["<example>user: a</example>", "Examples:\n- <example>user: a</example>\n- <example>user: b</example>"]
        {
            with(text, |examples| {
                let first = text.find("<example>").unwrap();
                assert_eq!(examples.malformed, [Malformed::Alone(Span::new(0, first..first + 9))]);
                assert_eq!(examples.description, "");
            });
        }
        for text in ["Finds it. <example>user: a</example>", "<example>user: a</example> Finds it."] {
            with(text, |examples| {
                assert_eq!(examples.malformed, []);
                assert_eq!(examples.description, "Finds it.");
            });
        }
        for text in ["🚀", "Examples:", "- Finds it -"] {
            with(text, |examples| assert_eq!(examples.description, text));
        }
    }

    #[test]
    fn an_unclosed_or_empty_example_is_malformed_and_an_unclosed_one_stays_in_the_text() {
        with("a <example>user: b <example> </example>", |examples| {
            assert_eq!(
                examples.malformed,
                [Malformed::Unclosed(Span::new(0, 2..11)), Malformed::Empty(Span::new(0, 19..28))]
            );
            assert_eq!(examples.description, "a <example>user: b");
        });
    }
}
