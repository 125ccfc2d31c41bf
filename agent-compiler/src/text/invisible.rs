//! Characters that a model reads and a person cannot see.
//!
//! Whether such a character is needed depends on its neighbours: joiners hold an emoji of several people together, and Persian,
//! Hindi and Thai cannot be written without zero-width characters.

use std::ops::Range;

use crate::base::diagnostic;
use crate::text::markers::MarkerIndex;

/// The most letters and digits in the code of a region that has a flag.
const LONGEST_CODE: usize = 6;

/// How far, in bytes, a directional mark may be from the right-to-left text that needs it.
const NEAR: usize = 400;

/// A run of invisible characters of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvisibleRun {
    /// The byte range of the run in the text.
    pub range: Range<usize>,
    /// What the characters do.
    pub kind: InvisibleKind,
    /// The characters themselves, for a message that names them.
    pub characters: Vec<char>,
}

/// What invisible characters do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvisibleKind {
    /// Changes the order in which text is displayed.
    BidirectionalControl,
    /// An invisible copy of an ASCII character.
    Tag,
    /// A variation selector without a character to vary. Each one can carry a byte.
    VariationSelector,
    /// Has no width.
    ZeroWidth,
    /// Marks where a word may be hyphenated.
    SoftHyphen,
    /// Ends a line for some programs and not for others.
    LineSeparator,
    /// A control character, such as one that starts a terminal sequence.
    Control,
}

impl InvisibleKind {
    /// The kind in words, for one character of it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BidirectionalControl => "bidirectional control",
            Self::Tag => "tag character",
            Self::VariationSelector => "stray variation selector",
            Self::ZeroWidth => "zero-width character",
            Self::SoftHyphen => "soft hyphen",
            Self::LineSeparator => "Unicode line separator",
            Self::Control => "control character",
        }
    }

    /// Why it matters, as a note.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::BidirectionalControl => "a person sees the text in a different order than the model reads it",
            Self::Tag | Self::VariationSelector => "it can carry text that the model reads and a person cannot see",
            Self::ZeroWidth | Self::SoftHyphen => "a person cannot see it, and it splits words for the model",
            Self::LineSeparator => "some programs start a new line here, and others do not",
            Self::Control => "a person cannot see it, and it has no meaning in a prompt",
        }
    }
}

impl InvisibleRun {
    /// The text that tag characters or variation selectors encode, if any.
    #[must_use]
    pub fn spelled(&self) -> Option<String> {
        let byte = |character: char| match u32::from(character) {
            code @ 0xE_0020..=0xE_007E => u8::try_from(code - 0xE_0000).ok(),
            code @ 0xFE00..=0xFE0F => u8::try_from(code - 0xFE00).ok(),
            code @ 0xE_0100..=0xE_01EF => u8::try_from(code - 0xE_0100 + 16).ok(),
            _ => None,
        };
        let bytes = self.characters.iter().filter_map(|&character| byte(character)).collect();
        String::from_utf8(bytes).ok().filter(|text| !text.is_empty() && !text.contains(char::is_control))
    }
}

/// All invisible characters of a text, in order.
///
/// A byte order mark at the start is not included; the rule `byte-order-mark` reports it.
#[must_use]
pub fn find(text: &str, markers: &MarkerIndex) -> Vec<InvisibleRun> {
    let mut found: Vec<InvisibleRun> = Vec::new();
    for start in markers.unusual(text, may_begin) {
        let Some(character) = text.get(start..).and_then(|rest| rest.chars().next()) else { continue };
        let range = start..start + character.len_utf8();
        let Some(kind) = kind(text, &range, character) else { continue };
        match found.last_mut() {
            Some(last) if last.kind == kind && last.range.end == start => {
                last.range.end = range.end;
                last.characters.push(character);
            }
            _ => found.push(InvisibleRun { range, kind, characters: vec![character] }),
        }
    }
    found
}

/// Escapes line breaks and invisible characters of the input, so that a message stays on one line.
#[must_use]
pub fn one_line(text: String) -> String {
    visible(diagnostic::one_line(text))
}

/// Escapes invisible characters of the input, so that they are visible in a message.
#[must_use]
pub fn visible(mut text: String) -> String {
    // As nearly all messages are.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return text;
    }
    for run in find(&text, &MarkerIndex::of(&text)).into_iter().rev() {
        let escaped: String = run.characters.iter().flat_map(|character| character.escape_unicode()).collect();
        text.replace_range(run.range, &escaped);
    }
    // A line separator ends a line for some of those who show a message.
    for separator in ['\u{2028}', '\u{2029}'] {
        if text.contains(separator) {
            text = text.replace(separator, &separator.escape_unicode().to_string());
        }
    }
    text
}

/// Whether an invisible character may begin here: the first two bytes exclude nearly all others.
fn may_begin(text: &[u8]) -> bool {
    matches!(
        text,
        [0..=0x7F, ..]
            | [0xC2, 0x80..=0x9F | 0xAD, ..]
            | [0xCD, 0x8F, ..]
            | [0xD8, 0x9C, ..]
            | [0xE1, 0x85 | 0x9E | 0xA0, ..]
            | [0xE2, 0x80 | 0x81, ..]
            | [0xE3, 0x85, ..]
            | [0xEF, 0xB8..=0xBF, ..]
            | [0xF0, 0x9B | 0x9D, ..]
            | [0xF3, 0xA0, ..]
    )
}

fn kind(text: &str, range: &Range<usize>, character: char) -> Option<InvisibleKind> {
    let before = || text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = || text.get(range.end..).and_then(|after| after.chars().next());
    let beside = |is: fn(char) -> bool| before().is_some_and(is) || after().is_some_and(is);
    // Malayalam words end in a joiner and a non-joiner.
    let beside_joining = || {
        let first =
            text.get(..range.start).map(|before| before.strip_suffix(['\u{200C}', '\u{200D}']).unwrap_or(before));
        first.is_some_and(|first| first.ends_with(is_joining)) || after().is_some_and(is_joining)
    };
    let unless = |is_needed: bool, kind: InvisibleKind| (!is_needed).then_some(kind);
    match character {
        '\t' | '\n' | '\r' | ' '..='~' => None,
        '\u{00}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Some(InvisibleKind::Control),
        '\u{2028}' | '\u{2029}' => Some(InvisibleKind::LineSeparator),
        '\u{AD}' => Some(InvisibleKind::SoftHyphen),

        // Embeddings, overrides and isolates reorder whole sentences. No script needs them in a prompt.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => Some(InvisibleKind::BidirectionalControl),
        // The three marks move only the punctuation beside them. Right-to-left text needs them, often beside a Latin word
        // or a number, so the whole line is searched.
        '\u{200E}' | '\u{200F}' | '\u{61C}' => {
            unless(line(text, range).contains(is_right_to_left), InvisibleKind::BidirectionalControl)
        }

        '\u{E0020}'..='\u{E007F}' => unless(is_in_flag(text, range), InvisibleKind::Tag),
        '\u{E0000}'..='\u{E001F}' | '\u{E0080}'..='\u{E00FF}' | '\u{E01F0}'..='\u{E0FFF}' => Some(InvisibleKind::Tag),

        '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {
            let is_needed = !beside(is_variation_selector) && before().is_some_and(|base| varies(base, character));
            unless(is_needed, InvisibleKind::VariationSelector)
        }

        '\u{200D}' => unless(joins_emoji(text, range) || beside_joining(), InvisibleKind::ZeroWidth),
        '\u{200C}' | '\u{34F}' => unless(beside_joining(), InvisibleKind::ZeroWidth),
        '\u{200B}' => unless(beside(is_without_spaces), InvisibleKind::ZeroWidth),
        '\u{180E}' => unless(beside(|c| matches!(c, '\u{1820}'..='\u{18AA}')), InvisibleKind::ZeroWidth),
        // Fillers replace a missing part of a Korean syllable. Beside anything else they are blank.
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => unless(beside(is_jamo), InvisibleKind::ZeroWidth),
        '\u{FEFF}' => unless(range.start == 0, InvisibleKind::ZeroWidth),
        '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{17B4}'..='\u{17B5}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' => Some(InvisibleKind::ZeroWidth),
        _ => None,
    }
}

/// The line around a range. It is limited to [`NEAR`] bytes on each side, since a line may be as long as the file.
fn line<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (range.start.saturating_sub(NEAR)..=range.start).find(is_boundary).unwrap_or(range.start);
    let to = (range.end..=(range.end + NEAR).min(text.len())).rfind(is_boundary).unwrap_or(range.end);
    let before = text.get(from..range.start).and_then(|before| before.rfind('\n')).map_or(from, |at| from + at);
    let after = text.get(range.end..to).and_then(|after| after.find('\n')).map_or(to, |at| range.end + at);
    text.get(before..after).unwrap_or_default()
}

/// Whether a tag is part of the flag of a region such as Scotland: a black flag, a code of three to six letters and
/// digits, and the tag that ends it. Anything longer is a message disguised as a flag.
fn is_in_flag(text: &str, range: &Range<usize>) -> bool {
    let is_tag = |c: &char| matches!(c, '\u{E0020}'..='\u{E007E}');
    let Some((before, rest)) = text.split_at_checked(range.start) else { return false };
    // One more than a code may have, so that a longer run is recognized without reading all of it.
    let before: Vec<char> = before.chars().rev().take(LONGEST_CODE + 2).collect();
    let after: Vec<char> = rest.chars().take(LONGEST_CODE + 2).collect();
    let (left, right) =
        (before.iter().take_while(|c| is_tag(c)).count(), after.iter().take_while(|c| is_tag(c)).count());
    let mut tags = before.iter().take(left).chain(after.iter().take(right));
    before.get(left) == Some(&'\u{1F3F4}')
        && after.get(right) == Some(&'\u{E007F}')
        && (3..=LONGEST_CODE).contains(&(left + right))
        && tags.all(|c| matches!(c, '\u{E0030}'..='\u{E0039}' | '\u{E0061}'..='\u{E007A}'))
}

/// Whether a joiner is between two emoji. The first one may be followed by a variation selector.
fn joins_emoji(text: &str, range: &Range<usize>) -> bool {
    let first = text.get(..range.start).map(|before| before.strip_suffix('\u{FE0F}').unwrap_or(before));
    let second = text.get(range.end..);
    first.and_then(|first| first.chars().next_back()).is_some_and(is_emoji)
        && second.and_then(|second| second.chars().next()).is_some_and(is_emoji)
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Whether a character has variants that this selector chooses from.
fn varies(base: char, selector: char) -> bool {
    // One of text and emoji. The digits are those of keycaps.
    let has_styles = is_emoji(base) || matches!(base, '#' | '*' | '0'..='9' | '©' | '®' | '\u{203C}'..='\u{3299}');
    // Mathematical operators, Myanmar and 'Phags-pa letters.
    let has_forms = matches!(base, '\u{2205}'..='\u{2AFF}' | '\u{1000}'..='\u{109F}' | '\u{A840}'..='\u{A877}');
    let is_ideograph = matches!(base,
        '\u{2E80}'..='\u{2FDF}' | '\u{3000}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => has_styles || is_ideograph,
        '\u{FE00}'..='\u{FE0D}' => has_forms || is_ideograph,
        _ => is_ideograph,
    }
}

/// Letters and marks of scripts whose letters join: Hebrew, Arabic, the scripts of India, Khmer, Mongolian and others. A
/// joiner or non-joiner beside one of them selects its form.
fn is_joining(c: char) -> bool {
    matches!(c,
        '\u{591}'..='\u{DFF}' | '\u{F40}'..='\u{109F}' | '\u{1700}'..='\u{18AA}' | '\u{1900}'..='\u{1C4F}'
        | '\u{A800}'..='\u{AAFF}' | '\u{ABC0}'..='\u{ABFF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10A00}'..='\u{10A5F}' | '\u{10AC0}'..='\u{10FFF}' | '\u{11000}'..='\u{11FFF}' | '\u{1E900}'..='\u{1E95F}')
        && c != '\u{61C}'
}

/// Scripts that are written without spaces, in which a zero-width space marks where a word or a line may end.
fn is_without_spaces(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{1950}'..='\u{19FF}' | '\u{1A20}'..='\u{1AAF}'
        | '\u{A980}'..='\u{A9FF}' | '\u{AA60}'..='\u{AADF}' | '\u{2E80}'..='\u{3163}' | '\u{3165}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FF01}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{5D0}'..='\u{60B}' | '\u{61B}' | '\u{61D}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The letters that make up Korean syllables, without the fillers.
fn is_jamo(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{115E}' | '\u{1161}'..='\u{11FF}' | '\u{A960}'..='\u{A97C}' | '\u{D7B0}'..='\u{D7FB}'
        | '\u{3131}'..='\u{3163}' | '\u{3165}'..='\u{318E}' | '\u{FFA1}'..='\u{FFDC}')
}

#[cfg(test)]
mod tests {
    use super::{InvisibleKind, InvisibleRun};
    use crate::text::markers::MarkerIndex;

    fn runs(text: &str) -> Vec<InvisibleRun> {
        super::find(text, &MarkerIndex::of(text))
    }

    fn found(text: &str) -> Vec<(InvisibleKind, usize, usize)> {
        runs(text).into_iter().map(|run| (run.kind, run.range.start, run.characters.len())).collect()
    }

    #[test]
    fn each_kind_is_found_as_one_run() {
        let cases = [
            ("abc\u{202E}\u{2066}txt.exe", InvisibleKind::BidirectionalControl, 3, 2),
            ("Never\u{200E}.", InvisibleKind::BidirectionalControl, 5, 1),
            ("a\u{E0068}\u{E0069}", InvisibleKind::Tag, 1, 2),
            ("\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}", InvisibleKind::Tag, 4, 3),
            ("a\u{E0001}", InvisibleKind::Tag, 1, 1),
            ("\u{1F600}\u{E0158}\u{E0159}", InvisibleKind::VariationSelector, 4, 2),
            ("\u{1F600}\u{FE0F}\u{FE01}", InvisibleKind::VariationSelector, 4, 2),
            ("a\u{E0158}", InvisibleKind::VariationSelector, 1, 1),
            ("## \u{FE0F} Title", InvisibleKind::VariationSelector, 3, 1),
            ("pa\u{200B}ss", InvisibleKind::ZeroWidth, 2, 1),
            ("pa\u{200C}\u{200D}\u{2060}\u{FEFF}ss", InvisibleKind::ZeroWidth, 2, 4),
            ("\u{FEFF}\u{FEFF}a", InvisibleKind::ZeroWidth, 3, 1),
            ("a\u{3164}b", InvisibleKind::ZeroWidth, 1, 1),
            ("\u{1F468}\u{200D} b", InvisibleKind::ZeroWidth, 4, 1),
            ("## =\u{AD} Style", InvisibleKind::SoftHyphen, 4, 1),
            ("a\u{2028}b", InvisibleKind::LineSeparator, 1, 1),
            ("a\u{1B}[31m", InvisibleKind::Control, 1, 1),
            ("\u{0}", InvisibleKind::Control, 0, 1),
            ("a\u{7F}b", InvisibleKind::Control, 1, 1),
            ("a\u{85}\u{90}", InvisibleKind::Control, 1, 2),
        ];
        for (text, kind, start, count) in cases {
            assert_eq!(found(text), [(kind, start, count)], "{}", text.escape_debug());
            // With any text around it.
            for filler in 1..40 {
                let padded = format!("{}\n{text}\n\t{}", "x".repeat(filler), "y".repeat(40));
                let expected = if text.starts_with('\u{FEFF}') {
                    (kind, filler + 1, 2)
                } else {
                    (kind, filler + 1 + start, count)
                };
                assert_eq!(found(&padded), [expected], "{}", padded.escape_debug());
            }
        }
    }

    #[test]
    fn no_character_is_overlooked() {
        for character in '\0'..=char::MAX {
            let text = format!("a{character}b");
            let kind = super::kind(&text, &(1..1 + character.len_utf8()), character);
            assert_eq!(found(&text).first().map(|(kind, ..)| *kind), kind, "{}", character.escape_unicode());
        }
    }

    #[test]
    fn what_emoji_and_scripts_need_is_not_found() {
        let cases = [
            ("plain", "Line\r\n\tline ~ and so on\n"),
            ("byte order mark", "\u{FEFF}---\nname: a\n---\n"),
            ("family", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}"),
            ("skin tone", "\u{1F469}\u{1F3FD}\u{200D}\u{1F4BB}"),
            ("wizard", "\u{1F9D9}\u{200D}\u{2642}\u{FE0F}"),
            ("heart on fire", "\u{2764}\u{FE0F}\u{200D}\u{1F525}"),
            ("rainbow flag", "\u{1F3F3}\u{FE0F}\u{200D}\u{1F308}"),
            ("Scotland", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}"),
            ("Wales", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}"),
            ("England", "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"),
            ("keycap", "1\u{FE0F}\u{20E3} #\u{FE0F}\u{20E3}"),
            ("symbol as text", "\u{26A0}\u{FE0F} \u{2139}\u{FE0F} \u{A9}\u{FE0E} \u{303D}\u{FE0F}"),
            ("Persian", "\u{645}\u{6CC}\u{200C}\u{62E}\u{648}\u{627}\u{647}\u{645}"),
            ("Hindi", "\u{915}\u{94D}\u{200D}\u{937}"),
            ("Malayalam with both joiners", "\u{D32}\u{D4D}\u{200D}\u{200C} \u{D2A}"),
            ("Sinhala", "\u{DC1}\u{DCA}\u{200D}\u{DBB}\u{DD3}"),
            ("Hebrew with a mark", "\u{5E9}\u{5DC}\u{5D5}\u{5DD} C++\u{200E}, \u{200F}(1)"),
            ("Arabic with a mark", "\u{639}\u{61C}-1"),
            ("Thai", "\u{E01}\u{200B}\u{E02}"),
            ("Japanese beside emphasis", "**\u{300C}\u{6587}\u{300D}**\u{200B}\u{3068}"),
            ("ideograph with a variant", "\u{845B}\u{E0100}"),
            ("Mongolian", "\u{182D}\u{180E}\u{1820}"),
            ("Korean parts", "\u{1112}\u{1160}\u{11AB}"),
            ("French spaces", "Attention\u{202F}: 5\u{A0}km"),
            ("private use", "\u{E0B0} \u{F0156}"),
        ];
        for (name, text) in cases {
            assert_eq!(found(text), [], "{name}");
        }
    }

    #[test]
    fn a_long_message_disguised_as_a_flag_is_found() {
        let message: String =
            "ignore".chars().chain("all".chars()).filter_map(|c| char::from_u32(0xE_0000 + u32::from(c))).collect();
        assert_eq!(found(&format!("\u{1F3F4}{message}\u{E007F}")), [(InvisibleKind::Tag, 4, 10)]);
    }

    #[test]
    fn a_mark_is_found_on_a_line_without_right_to_left_text() {
        assert_eq!(found("\u{5E9}\na\u{200F}b\n\u{5E9}"), [(InvisibleKind::BidirectionalControl, 4, 1)]);
    }

    #[test]
    fn what_is_spelled_is_decoded() {
        let spelled = |text: &str| runs(text).first().and_then(InvisibleRun::spelled);
        assert_eq!(spelled("a\u{E0001}\u{E0068}\u{E0069}\u{E007F}").as_deref(), Some("hi"));
        assert_eq!(spelled("\u{1F600}\u{E0158}\u{E0159}").as_deref(), Some("hi"));
        assert_eq!(spelled("a\u{200B}b"), None);
    }
}
