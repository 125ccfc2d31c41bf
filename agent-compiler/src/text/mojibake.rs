//! UTF-8 that was decoded with another encoding before it was saved, once or several times.
//!
//! Nearly every such pair of characters also occurs in correct text: `Ã»` is a garbled `û` in `goÃ»t`, and a letter before
//! a closing quote in `«Ã»`. A sequence is evidence by itself only if no prose puts these characters side by side.
//! Otherwise its neighbors and the rest of the file decide.

use std::ops::Range;

use crate::text::markers::{Marker, MarkerIndex};

/// A run of garbled text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// The byte range of the run in the text.
    pub range: Range<usize>,
    /// The original text, with U+FFFD for each character that cannot be restored.
    pub repaired: String,
}

/// Finds UTF-8 that was decoded as Windows-1252, Latin-1 or code page 437, the encoding of a console.
#[must_use]
pub fn mojibake(text: &str, markers: &MarkerIndex) -> Vec<Mojibake> {
    let (mut has_cp437, mut has_latin) = (false, false);
    let mut offsets = markers.offsets(Marker::Latin);
    while let [at, rest @ ..] = offsets {
        offsets = rest;
        match text.as_bytes().get(*at) {
            Some(0xCE | 0xC6) => has_cp437 = true,
            Some(0xC2 | 0xC3) => has_latin = true,
            _ => {}
        }
    }
    // In code page 437, the first byte of most punctuation is `Γ`, and the first two of emoji are `≡ƒ`.
    if has_cp437 && (text.contains('Γ') || text.contains("≡ƒ")) {
        let found = decoded_as(text, markers, Encoding::CodePage437);
        if !found.is_empty() {
            return found;
        }
    }
    // In UTF-8, every character of Latin-1 begins with one of two bytes.
    if has_latin {
        return decoded_as(text, markers, Encoding::Windows1252);
    }
    Vec::new()
}

#[derive(Clone, Copy, PartialEq)]
enum Encoding {
    Windows1252,
    CodePage437,
}

impl Encoding {
    /// Whether garbled text may begin with this character. For code page 437, these are only the beginnings of punctuation, emoji
    /// and Latin letters: the others are letters and boxes of correct text.
    fn may_begin(self, character: char) -> bool {
        match self {
            Self::Windows1252 => matches!(character, '\u{80}'..='\u{FF}' | '€'),
            Self::CodePage437 => matches!(character, 'Γ' | '≡' | '∩' | '├' | '┬'),
        }
    }

    /// The byte above ASCII that was decoded to this character.
    fn byte(self, character: char) -> Option<u8> {
        /// From 0x80. The five bytes that Windows-1252 does not define became control characters, like all 32 in Latin-1.
        const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
        const CODE_PAGE_437: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡";
        let table = match self {
            Self::Windows1252 => match u8::try_from(character) {
                Ok(byte) => return (byte >= 0x80).then_some(byte),
                Err(_) => WINDOWS_1252,
            },
            Self::CodePage437 => CODE_PAGE_437,
        };
        let index = table.chars().position(|entry| entry == character)?;
        u8::try_from(index + 0x80).ok()
    }
}

/// An original character, and the range of what replaced it.
struct Piece {
    range: Range<usize>,
    meant: char,
    evidence: Evidence,
}

#[derive(Clone, Copy, PartialEq)]
enum Evidence {
    /// No prose has these characters side by side.
    Certain,
    /// Prose may have them, but not in a file that is garbled elsewhere.
    Likely,
    /// Prose has them, but not twice in a row.
    Weak,
}

fn decoded_as(text: &str, markers: &MarkerIndex, encoding: Encoding) -> Vec<Mojibake> {
    let mut runs: Vec<Vec<Piece>> = Vec::new();
    let mut done = 0;
    // The first bytes of what `Encoding::may_begin` accepts.
    let may_begin = |text: &[u8]| matches!(text, [0xC2 | 0xC3 | 0xCE, ..] | [0xE2, 0x82 | 0x88 | 0x89 | 0x94, ..]);
    for start in markers.unusual(text, may_begin) {
        let Some(character) = text.get(start..).and_then(|rest| rest.chars().next()) else { continue };
        if start < done || !encoding.may_begin(character) {
            continue;
        }
        let last = runs.last().and_then(|run| run.last()).filter(|last| last.range.end == start);
        let piece = piece(text, start, encoding, last.map(|last| last.meant));
        let Some(piece) = piece.or_else(|| halved(text, start..start + character.len_utf8())) else { continue };
        done = piece.range.end;
        match runs.last_mut() {
            Some(run) if last_end(run) == piece.range.start => run.push(piece),
            _ => runs.push(vec![piece]),
        }
    }
    let is_certain = |run: &Vec<Piece>| run.len() > 1 || run.iter().any(|piece| piece.evidence == Evidence::Certain);
    let is_garbled = runs.iter().any(is_certain);
    runs.retain(|run| is_certain(run) || (is_garbled && run.iter().all(|piece| piece.evidence == Evidence::Likely)));
    let found = runs.into_iter().filter_map(|run| {
        let range = run.first()?.range.start..last_end(&run);
        Some(Mojibake { range, repaired: restore_again(run.iter().map(|piece| piece.meant).collect()) })
    });
    found.collect()
}

fn last_end(run: &[Piece]) -> usize {
    run.last().map_or(0, |piece| piece.range.end)
}

/// Restores text that was garbled more than once. Each round makes the text shorter, so the recursion ends.
fn restore_again(text: String) -> String {
    let found = mojibake(&text, &MarkerIndex::of(&text));
    if found.is_empty() {
        return text;
    }
    let mut repaired = String::with_capacity(text.len());
    let mut rest = 0;
    for Mojibake { range, repaired: part } in found {
        repaired += text.get(rest..range.start).unwrap_or_default();
        repaired += &part;
        rest = range.end;
    }
    repaired + text.get(rest..).unwrap_or_default()
}

/// Decodes one character of UTF-8 from the characters at `start`.
fn piece(text: &str, start: usize, encoding: Encoding, before: Option<char>) -> Option<Piece> {
    let mut characters = text.get(start..)?.chars();
    let first = characters.next()?;
    let lead = encoding.byte(first)?;
    let length = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = vec![lead];
    let mut shown = vec![first];
    let mut end = start + first.len_utf8();
    while bytes.len() < length {
        let Some(next) = characters.clone().next() else { break };
        let Some(byte @ 0x80..=0xBF) = encoding.byte(next) else { break };
        bytes.push(byte);
        shown.push(next);
        end += next.len_utf8();
        characters.next();
    }
    let next = characters.next();
    if bytes.len() == length {
        let meant = std::str::from_utf8(&bytes).ok()?.chars().next().filter(|&meant| is_plausible(meant))?;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let evidence = evidence(encoding, lead, &shown, before, next)?;
        return Some(Piece { range: start..end, meant, evidence });
    }
    // The end is lost: Windows-1252 has no character for five of the bytes. Programs drop them or write U+FFFD.
    let is_replaced = next == Some('\u{FFFD}');
    let evidence = match (bytes.as_slice(), shown.get(1).copied()) {
        ([0xC3 | 0xE2 | 0xEF | 0xF0], _) if is_replaced => Evidence::Certain,
        ([0xF0, 0x9F, ..] | [0xEF, 0xB8 | 0xBF], _) => Evidence::Certain,
        ([0xE2, 0x80..=0x9F], Some(second)) if !is_stop(second) || is_replaced => Evidence::Certain,
        ([0xE2, 0x80..=0x9F], _) => Evidence::Likely,
        _ => return None,
    };
    let meant = match (bytes.as_slice(), next) {
        ([0xEF, 0xB8], _) => '\u{FE0F}',
        // An editor may have turned a quotation mark that was part of the sequence into an ASCII one.
        ([0xE2, 0x80], Some('"' | '\'')) => '\u{FFFD}',
        ([0xE2, 0x80], _) if before.is_some_and(|before| before >= '\u{2600}') => '\u{200D}',
        ([0xE2, 0x80], _) if !text.get(..start)?.ends_with(char::is_whitespace) && start > 0 => '”',
        _ => '\u{FFFD}',
    };
    let end = if is_replaced { end + char::REPLACEMENT_CHARACTER.len_utf8() } else { end };
    Some(Piece { range: start..end, meant, evidence })
}

fn evidence(
    encoding: Encoding,
    lead: u8,
    shown: &[char],
    before: Option<char>,
    after: Option<char>,
) -> Option<Evidence> {
    let second = *shown.get(1)?;
    let is_lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
    Some(match lead {
        // Box-drawing characters are side by side in boxes; they are evidence only within a word.
        0xC2..=0xDF if encoding == Encoding::CodePage437 => match second {
            '│' | '┤' | '┐' | '└' | '┴' => return None,
            _ if is_lower(before) || is_lower(after) => Evidence::Certain,
            _ if lead == 0xC2 && before.is_some_and(|c| c.is_ascii_digit()) => Evidence::Certain,
            _ => Evidence::Weak,
        },
        // Only text that was garbled twice contains a decoded control character.
        0xC2 if matches!(second, '\u{80}'..='\u{9F}') || second > '\u{FF}' => Evidence::Weak,
        // `×` and `Ø` are before many kinds of characters.
        0xD4..=0xDF => Evidence::Weak,
        // A combining mark needs a letter to combine with.
        0xCC..=0xCD if !before.is_some_and(char::is_alphabetic) => Evidence::Weak,
        0xC2..=0xCF => {
            // A capital letter within a word is enough, and so is a multiplication sign or a space after a number.
            let within = is_lower(before)
                || (is_lower(after) && matches!(second, '“' | '”' | '‘' | '«' | '»' | '‹' | '›' | '•' | '™' | '·'))
                || (lead <= 0xC3 && before.is_some_and(|c| c.is_ascii_digit()))
                || (matches!(second, '—' | '·') && before == Some(' ') && after == Some(' '));
            // `Å` is also a unit.
            let is_stop = is_stop(second) || (lead == 0xC5 && matches!(second, '¹' | '²' | '³' | '±' | '°'));
            if !is_stop || within { Evidence::Certain } else { Evidence::Likely }
        }
        // Symbols, punctuation and emoji, whose first character rarely ends a word.
        0xE2 if second == '\u{A0}' => Evidence::Likely,
        0xE2 | 0xEF | 0xF0 if shown.iter().skip(1).any(|&c| !is_stop(c)) => Evidence::Certain,
        // `é` and `à` end words, so what comes next must be something that never follows a word.
        0xE0..=0xED if !is_stop(second) && !matches!(second, '¹' | '²' | '³' | '†' | '‡' | '®' | '°') => {
            Evidence::Certain
        }
        // This also applies to Cyrillic, since a single letter is more likely a Latin one before a symbol.
        _ => Evidence::Likely,
    })
}

/// Whether prose has this character right after a letter.
fn is_stop(c: char) -> bool {
    matches!(c, '\u{A0}' | '«' | '»' | '‹' | '›' | '‘' | '’' | '“' | '”' | '…' | '–' | '—' | '•' | '·' | '™')
}

/// Whether this is a plausible original character.
fn is_plausible(c: char) -> bool {
    matches!(c,
        // Latin, and the symbols of Latin-1
        '\u{80}'..='\u{17F}' | '\u{192}' | '\u{1CD}'..='\u{1DC}' | '\u{218}'..='\u{21B}' | '\u{2C6}'..='\u{2DD}'
        | '\u{300}'..='\u{345}' | '\u{1EA0}'..='\u{1EF9}'
        // Greek, Cyrillic, Armenian, Hebrew, Arabic, the scripts from India to Georgia, Khmer
        | '\u{384}'..='\u{3CE}' | '\u{400}'..='\u{491}' | '\u{531}'..='\u{58A}' | '\u{5D0}'..='\u{5EA}' | '\u{60C}'..='\u{6F9}'
        | '\u{900}'..='\u{10FF}' | '\u{1780}'..='\u{17FF}'
        // Punctuation, symbols and box drawing
        | '\u{2000}'..='\u{2BFF}'
        // Chinese, Japanese, Korean
        | '\u{3000}'..='\u{30FF}' | '\u{3131}'..='\u{318E}' | '\u{3200}'..='\u{33FF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FFE6}'
        // Emoji with their modifiers, the byte order mark, and the replacement character
        | '\u{FE0E}'..='\u{FE0F}' | '\u{1F000}'..='\u{1FAFF}' | '\u{E0061}'..='\u{E007F}' | '\u{FEFF}' | '\u{FFFD}')
}

/// Finds an emoji that lost the upper half of each of its two UTF-16 units, where emoji are common: `## =Ê `.
///
/// The lower halves are not enough to restore it.
fn halved(text: &str, lower: Range<usize>) -> Option<Piece> {
    let before = text.get(..lower.start)?.strip_suffix(['<', '=', '>'])?;
    let hashes = before.strip_suffix("# ")?.trim_end_matches('#');
    let is_heading = (hashes.is_empty() || hashes.ends_with('\n')) && text.get(lower.end..)?.starts_with(' ');
    let range = before.len()..lower.end;
    is_heading.then_some(Piece { range, meant: char::REPLACEMENT_CHARACTER, evidence: Evidence::Certain })
}

#[cfg(test)]
mod tests {
    use super::mojibake;
    use crate::text::markers::MarkerIndex;

    /// The text with each run in it repaired.
    fn repaired(text: &str) -> String {
        let mut repaired = text.to_owned();
        for found in mojibake(text, &MarkerIndex::of(text)).into_iter().rev() {
            repaired.replace_range(found.range, &found.repaired);
        }
        repaired
    }

    #[test]
    fn garbled_text_is_restored() {
        let cases = [
            // Windows-1252
            ("ðŸ”´ ðŸŸ\u{A0} ðŸŸ¡", "🔴 🟠 🟡"),
            ("a â€” b â€“ c", "a — b – c"),
            ("â€œItâ€™sâ€\u{9D}â€¦", "“It’s”…"),
            ("âœ… â†’ â”œâ”€â”€ â‰¥ â‚¬", "✅ → ├── ≥ €"),
            ("â””â”€â”€", "└──"),
            ("âš\u{A0}ï¸\u{8F} ðŸ›¡ï¸\u{8F}", "⚠\u{FE0F} 🛡\u{FE0F}"),
            ("cafÃ© naÃ¯ve goÃ»t voilÃ\u{A0} Å“uvre", "café naïve goût voilà œuvre"),
            ("prÃ¼fen, SystemÃ¼berwachung, GrÃ¶ÃŸe", "prüfen, Systemüberwachung, Größe"),
            ("gÃ¼venlik iÃ§in deÄŸiÅŸken sayÄ±sÄ±", "güvenlik için değişken sayısı"),
            ("tiáº¿ng Viá»‡t", "tiếng Việt"),
            ("20Â°, Â§ 3, 4Ã—, 2 Ã— 3, Â© x", "20°, § 3, 4×, 2 × 3, © x"),
            ("Î±, Î”t, Ï€", "α, Δt, π"),
            ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
            ("×©×œ×•×\u{9D}", "שלום"),
            ("ä¸\u{AD}æ–‡", "中文"),
            ("ï»¿---", "\u{FEFF}---"),
            // Latin-1
            ("a â\u{80}\u{94} b, P\u{C3}\u{81}GINA", "a — b, PÁGINA"),
            // Twice and three times
            ("Ã¢â‚¬â€œ Ã°Å¸Ëœâ‚¬ ÃƒÂ©", "– 😀 é"),
            ("ÃƒÂ¢Ã¢â‚¬Å¡Ã‚Â¬", "€"),
            // Lost bytes
            ("âš–ï¸ â€œquotedâ€ ðŸ§‘â€âš–ï¸", "⚖\u{FE0F} “quoted” 🧑\u{200D}⚖\u{FE0F}"),
            ("endâ€\u{FFFD} x", "end” x"),
            ("a â€\" b, ðŸ x, pÃ\u{FFFD}gina", "a \u{FFFD}\" b, \u{FFFD} x, p\u{FFFD}gina"),
            // In a file that is certainly garbled, less certain evidence counts.
            ("âœ… (Ã—)", "✅ (×)"),
            // Code page 437
            ("9.1ΓÇô9.4 ΓÇ£aΓÇ¥ ≡ƒÄ» 45┬░ m├╝de", "9.1–9.4 “a” 🎯 45° müde"),
            // Halved emoji
            ("# =€ A\n## =Ê B\n## <¯ C", "# \u{FFFD} A\n## \u{FFFD} B\n## \u{FFFD} C"),
        ];
        for (text, meant) in cases {
            assert_eq!(repaired(text), meant, "{text}");
        }
    }

    #[test]
    fn correct_text_is_not_changed() {
        let cases = [
            "plain",
            "SÃO PAULO, MAÇÃ, «Ã», “Ã” – «naïve»",
            "«cliché»… «\u{A0}café\u{A0}», à «\u{A0}Paris\u{A0}», à\u{A0}«\u{A0}Rome\u{A0}», référencé\u{A0}§\u{A0}3",
            "«Ya está»—dijo. ¿Qué? ¡ESPAÑA! ESPAÑ… naïveté²»",
            "„Ä“ und „Ü“, Ä–Ö–Ü, Ä·Ö·Ü, GROẞ, Größe: Ø±0,1, Ø\u{A0}5",
            "employé·e·s, ÉMOTION\u{A0}! É… CAFÉ’s",
            "GÜVENLİK – Şöyle: “İYİ”… ÇÖZÜM»",
            "TIẾNG VIỆT: “Â”, “â”… cà phê",
            "140 Å², 1.5Å–2.0Å, 3×½, 2×£5, 2×\u{A0}3, 10× faster, 90° ± 5°",
            "© 2025 • a·b™ § 3 « x » 5\u{A0}€ 10 µs",
            "├── a\n│   └── b ┌┬┐├┼┤└┴┘ api├┤db",
            "Γειά σου, Γ: ΓΑΜΜΑ ≡ α",
            "\u{4E2D}\u{6587} \u{3042} ไทย हिन्दी שלום مرحبا 👩\u{200D}💻 ⚠\u{FE0F}",
            "a =Ê b, x =± 3\n# = A\n## <T> x",
            "lost: \u{FFFD}",
        ];
        for text in cases {
            assert_eq!(mojibake(text, &MarkerIndex::of(text)), [], "{text}");
        }
    }

    #[test]
    fn adjacent_characters_are_one_run() {
        let text = "- ðŸ”´ðŸŸ¡ x";
        let found = mojibake(text, &MarkerIndex::of(text));
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].range.clone(), found[0].repaired.as_str()), (2..19, "🔴🟡"));
    }
}
