//! Derives Rust identifiers from the names of agents.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use heck::{ToShoutySnakeCase as _, ToSnakeCase as _, ToUpperCamelCase as _};
use unicode_normalization::UnicodeNormalization as _;

use crate::base::parallel;
use crate::base::span::Spanned;
use crate::input::settings::Settings;
use crate::resolve::identifier::Identifier;

/// The identifiers of the agents of a roster, and the problems with their names.
#[derive(Debug, Default)]
pub struct Identifiers {
    /// The agents in order of name. Names and identifiers are unique.
    pub list: Vec<Identified>,
    /// The problems.
    pub problems: Vec<NameProblem>,
}

/// The Rust identifiers of an agent.
#[derive(Debug)]
pub struct Identified {
    /// The index of the agent's definition.
    pub definition: usize,
    /// The name of its enum variant.
    pub variant: Identifier,
    /// The name of its static.
    pub constant: Identifier,
}

/// A problem with the name of an agent.
#[derive(Debug)]
pub enum NameProblem {
    /// No identifier can be derived from the name of this definition.
    NoIdentifier(usize),
    /// Two definitions would have the same identifier.
    Collision {
        /// The definition that has the identifier.
        first: usize,
        /// The definition that has none because of this.
        second: usize,
        /// The identifier.
        shared: Identifier,
    },
    /// The settings choose a variant for a name that no agent has.
    UnusedVariant {
        /// The name.
        name: String,
        /// The variant.
        variant: Spanned<String>,
    },
    /// The settings choose something that is not a valid variant.
    InvalidVariant(Spanned<String>),
}

/// The number of agents from which threads save more time than it takes to start them.
const MANY: usize = 500;

/// `Self` is a keyword, and `ALL` and `COUNT` are constants of the enum.
const RESERVED: [&str; 3] = ["Self", "ALL", "COUNT"];

/// A name to derive identifiers from.
#[derive(Clone, Copy, Debug)]
pub struct Name<'r> {
    /// The index of its definition.
    pub definition: usize,
    /// The name.
    pub text: &'r str,
    /// Whether the file sets it. If not, it is the stem of the file name.
    pub is_given: bool,
}

/// Derives the identifiers of every agent. If several agents would have the same, only the first gets them. A file that sets
/// no name gets those of its stem if no other agent has them.
#[must_use]
pub fn identify(names: &[Name], settings: &Settings) -> Identifiers {
    let mut result = Identifiers::default();
    let mut variants = BTreeMap::new();
    let mut constants = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut all = parallel::map(names, names.len() >= MANY, |_, name| identifiers_for(settings, name.text));
    for are_given in [true, false] {
        for (&Name { definition, text, is_given }, identifiers) in names.iter().zip(&mut all) {
            if is_given != are_given {
                continue;
            }
            // `duplicate-name` reports a name that occurs twice.
            if !seen.insert(text) {
                *identifiers = None;
                continue;
            }
            // `missing-field` or another rule reports a file without a name.
            let Some((variant, constant)) = &*identifiers else {
                if is_given {
                    result.problems.push(NameProblem::NoIdentifier(definition));
                }
                continue;
            };
            let by_variant = variants.get(variant).map(|&first| (first, variant));
            let by_constant = || constants.get(constant).map(|&first| (first, constant));
            if let Some((first, shared)) = by_variant.or_else(by_constant) {
                if is_given {
                    result.problems.push(NameProblem::Collision { first, second: definition, shared: shared.clone() });
                }
                *identifiers = None;
                continue;
            }
            variants.insert(variant.clone(), definition);
            constants.insert(constant.clone(), definition);
        }
    }
    for (name, identifiers) in names.iter().zip(all) {
        let identified = |(variant, constant)| Identified { definition: name.definition, variant, constant };
        result.list.extend(identifiers.map(identified));
    }
    for (name, variant) in &settings.names {
        if chosen(&variant.value).is_none() {
            result.problems.push(NameProblem::InvalidVariant(variant.clone()));
        } else if !seen.contains(name.as_str()) {
            result.problems.push(NameProblem::UnusedVariant { name: name.clone(), variant: variant.clone() });
        }
    }
    result
}

/// The identifiers that the settings choose for a name, or else those that are derived from it.
fn identifiers_for(settings: &Settings, name: &str) -> Option<(Identifier, Identifier)> {
    settings.names.get(name).and_then(|variant| chosen(&variant.value)).or_else(|| identifiers(name))
}

/// Whether an agent of this name has identifiers, if no other has them.
#[must_use]
pub fn exist(settings: &Settings, name: &str) -> bool {
    identifiers_for(settings, name).is_some()
}

/// The identifiers of a variant that the settings choose, if it is valid.
fn chosen(variant: &str) -> Option<(Identifier, Identifier)> {
    let (_, constant) = full(variant).filter(|_| is_variant(variant))?;
    Some((Identifier::new(variant)?, constant))
}

/// Whether two names become the same variant or static, which `identifier-collision` reports.
#[must_use]
pub fn collide(settings: &Settings, left: &str, right: &str) -> bool {
    let (left, right) = (identifiers_for(settings, left), identifiers_for(settings, right));
    left.zip(right).is_some_and(|(left, right)| left.0 == right.0 || left.1 == right.1)
}

/// Whether a text is a valid variant. `Self` is the only keyword that starts with an upper-case letter.
fn is_variant(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some_and(|first| unicode_ident::is_xid_start(first) && !first.is_ascii_lowercase())
        && characters.all(unicode_ident::is_xid_continue)
        && text.nfc().eq(text.chars())
        && !RESERVED.contains(&text)
}

/// The variant and the static for a name, or nothing if it has no character that Rust allows in an identifier.
#[must_use]
pub fn identifiers(name: &str) -> Option<(Identifier, Identifier)> {
    simple(name).or_else(|| full(name))
}

/// Does the same for names such as `code-reviewer`, which nearly all are, without the cost of Unicode.
fn simple(name: &str) -> Option<(Identifier, Identifier)> {
    let (mut camel, mut shouty) = (String::new(), String::new());
    let mut rest = name.as_bytes();
    while let [first @ (b'a'..=b'z' | b'0'..=b'9'), next @ ..] = rest {
        if !camel.is_empty() {
            shouty.push('_');
        } else if first.is_ascii_digit() {
            return None;
        }
        let first = char::from(first.to_ascii_uppercase());
        camel.push(first);
        shouty.push(first);
        rest = next;
        while let [letter @ (b'a'..=b'z' | b'0'..=b'9'), next @ ..] = rest {
            camel.push(char::from(*letter));
            shouty.push(char::from(letter.to_ascii_uppercase()));
            rest = next;
        }
        if let [b'-', next @ ..] = rest
            && !next.is_empty()
        {
            rest = next;
        }
    }
    (rest.is_empty() && !camel.is_empty() && !RESERVED.contains(&camel.as_str()))
        .then(|| (Identifier::of_letters(camel), Identifier::of_letters(shouty)))
}

/// The variant for a name that is not that of an agent, or nothing if it has no character that Rust allows in an identifier. It
/// begins with `prefix` where the name gives no beginning of an identifier.
#[must_use]
pub fn variant(name: &str, prefix: &str) -> Option<Identifier> {
    Identifier::new(begun(words(name)?.0, prefix))
}

/// The accessor and the enum of a declared field of this name.
#[must_use]
pub fn field(name: &str) -> Option<(Identifier, Identifier)> {
    let variant = variant(name, "Field")?;
    let accessor = variant.as_str().to_snake_case();
    Some((Identifier::new(accessor.clone()).or_else(|| Identifier::new(format!("r#{accessor}")))?, variant))
}

fn full(name: &str) -> Option<(Identifier, Identifier)> {
    let (variant, constant) = words(name)?;
    let constant = if is_start(&constant) { constant } else { format!("AGENT_{constant}") };
    Some((Identifier::new(begun(variant, "Agent"))?, Identifier::new(constant)?))
}

/// A variant that begins as an identifier does, and is not reserved.
fn begun(variant: String, prefix: &str) -> String {
    let is_free = is_start(&variant) && !RESERVED.contains(&variant.as_str());
    if is_free { variant } else { format!("{prefix}{variant}") }
}

fn is_start(identifier: &str) -> bool {
    identifier.starts_with(unicode_ident::is_xid_start)
}

/// The words of a name in the case of a variant and in that of a static, without what Rust does not allow in an identifier.
fn words(name: &str) -> Option<(String, String)> {
    // Rust compares identifiers after NFC normalization.
    let allowed: String = name.nfc().map(|c| if unicode_ident::is_xid_continue(c) { c } else { ' ' }).collect();
    // Combining marks, as in Hindi and Thai, would be lost: heck splits at every character that is not alphanumeric.
    let has_marks = allowed.chars().any(|c| unicode_ident::is_xid_continue(c) && !c.is_alphanumeric() && c != '_');
    let (camel, shouty) = if has_marks {
        let words: Vec<_> = allowed.split([' ', '_']).filter(|word| !word.is_empty()).collect();
        (words.concat(), words.join("_").to_uppercase())
    } else {
        (allowed.to_upper_camel_case(), allowed.to_shouty_snake_case())
    };
    // Changing the case can add characters that are not allowed in an identifier.
    let clean =
        |identifier: String| identifier.chars().filter(|c| unicode_ident::is_xid_continue(*c)).collect::<String>();
    let (variant, constant) = (clean(camel), clean(shouty));
    (!variant.is_empty() && !constant.is_empty()).then_some((variant, constant))
}

#[cfg(test)]
mod tests {
    use super::{Identifier, chosen, field, identifiers, is_variant};

    #[test]
    fn every_sensible_name_has_identifiers() {
        for (name, variant, constant) in [
            ("backend-architect", "BackendArchitect", "BACKEND_ARCHITECT"),
            ("self", "AgentSelf", "SELF"),
            ("3d-artist", "Agent3dArtist", "AGENT_3D_ARTIST"),
            ("C++ Pro", "CPro", "C_PRO"),
            ("Größe-prüfer", "GrößePrüfer", "GRÖSSE_PRÜFER"),
            ("gen", "Gen", "GEN"),
            ("agent_kind", "AgentKind", "AGENT_KIND"),
            ("a-l-l", "AgentALL", "A_L_L"),
            ("x²", "X", "X"),
            ("审查员", "审查员", "审查员"),
            ("हिन्दी", "हिन्दी", "हिन्दी"),
            ("ป่า-ป้า", "ป่าป้า", "ป่า_ป้า"),
        ] {
            let made = identifiers(name);
            let made = made.as_ref().map(|(variant, constant)| (variant.as_str(), constant.as_str()));
            assert_eq!(made, Some((variant, constant)), "{name}");
        }
    }

    #[test]
    fn plain_names_have_the_same_identifiers_either_way() {
        for name in ["a", "a-b", "ab-cd-ef", "a1-2b-3", "x-y2z", "agent-00042", "self", "all", "count", "a-l-l"] {
            assert!(super::simple(name).is_none_or(|plain| Some(plain) == super::full(name)), "{name}");
        }
        for other in ["", "-a", "a-", "a--b", "1a", "A", "a_b", "é", "self"] {
            assert_eq!(super::simple(other), None, "{other}");
        }
    }

    #[test]
    fn two_spellings_of_one_character_are_one_identifier() {
        assert_eq!(identifiers("cafe\u{301}"), identifiers("caf\u{e9}"));
    }

    #[test]
    fn a_field_has_an_accessor_and_an_enum() {
        for (name, accessor, type_name) in
            [("max-cost", "max_cost", "MaxCost"), ("type", "r#type", "Type"), ("2fa", "field2fa", "Field2fa")]
        {
            let made = field(name);
            let made = made.as_ref().map(|(accessor, type_name)| (accessor.as_str(), type_name.as_str()));
            assert_eq!(made, Some((accessor, type_name)), "{name}");
        }
    }

    #[test]
    fn a_chosen_variant_is_an_identifier() {
        for variant in ["Artist3d", "Größe", "审查员"] {
            assert!(is_variant(variant), "{variant}");
        }
        for other in ["", "3d", "match", "Self", "ALL", "A-B", "A B", "_", "Cafe\u{301}"] {
            assert!(!is_variant(other), "{other}");
        }
    }

    #[test]
    fn a_chosen_variant_has_the_static_of_a_name_spelled_so() {
        for variant in ["हिन्दी", "ป่าป้า", "Größe", "审查员"] {
            assert_eq!(chosen(variant), identifiers(variant), "{variant}");
            assert!(chosen(variant).is_some(), "{variant}");
        }
    }

    #[test]
    fn what_is_chosen_is_an_identifier_of_rust_or_refused() {
        // It begins identifiers, and is neither a letter nor a digit.
        let weierstrass = || Identifier::new("℘");
        assert_eq!(chosen("℘"), weierstrass().zip(weierstrass()));
        let is_identifier = |text: &str| {
            text.starts_with(unicode_ident::is_xid_start) && text.chars().all(unicode_ident::is_xid_continue)
        };
        for character in ('\u{80}'..=char::MAX).filter(|character| unicode_ident::is_xid_start(*character)) {
            if let Some((variant, constant)) = chosen(&character.to_string()) {
                assert!(is_identifier(variant.as_str()) && is_identifier(constant.as_str()), "{character}");
            }
        }
    }

    #[test]
    fn a_name_without_letters_has_none() {
        for name in ["🚀", "++", "", "²"] {
            assert_eq!(identifiers(name), None, "{name}");
        }
    }
}
