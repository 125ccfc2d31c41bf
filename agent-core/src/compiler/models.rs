//! What is known of models.
//!
//! Source: <https://code.claude.com/docs/en/model-config> and the provider's list of deprecations, read in 2026-10.

use std::borrow::Cow;

use crate::distance;

/// When the lists below were last compared with their source.
pub const VERIFIED: &str = "2026-10";

/// The families, which are aliases too.
const FAMILIES: &[&str] = &["sonnet", "opus", "haiku", "fable", "mythos"];

/// The words that stand for a model.
const ALIASES: &[&str] = &["sonnet", "opus", "haiku", "fable", "inherit", "default", "best", "opusplan"];

/// The ids in use, newest of a family first.
const IDS: &[&str] = &[
    "claude-fable-5-1",
    "claude-fable-5",
    "claude-mythos-5-1",
    "claude-mythos-5",
    "claude-opus-5-5",
    "claude-opus-5",
    "claude-opus-4-8",
    "claude-opus-4-7",
    "claude-opus-4-6",
    "claude-opus-4-5-20251101",
    "claude-sonnet-5-5",
    "claude-sonnet-5",
    "claude-sonnet-4-6",
    "claude-haiku-5-5",
    "claude-haiku-4-5-20251001",
];

/// Ids that are retired or about to be: known, and never suggested.
const RETIRED: &[&str] = &[
    "claude-sonnet-4-5-20250929",
    "claude-mythos-preview",
    "claude-opus-4-1-20250805",
    "claude-opus-4-20250514",
    "claude-opus-4-0",
    "claude-sonnet-4-20250514",
    "claude-sonnet-4-0",
    "claude-3-7-sonnet-20250219",
    "claude-3-5-sonnet-20241022",
    "claude-3-5-sonnet-20240620",
    "claude-3-5-haiku-20241022",
    "claude-3-opus-20240229",
    "claude-3-sonnet-20240229",
    "claude-3-haiku-20240307",
    "claude-2.1",
    "claude-2.0",
    "claude-instant-1.2",
];

/// Whether a model is on the lists, as an alias, as an id, or as a provider writes that id.
#[must_use]
pub fn is_known(model: &str) -> bool {
    let base = model.strip_suffix("[1m]").unwrap_or(model);
    // Amazon names a deployment by its ARN, and a model by region, vendor and version.
    if base.starts_with("arn:") {
        return true;
    }
    let id = base.rsplit_once("anthropic.").map_or(base, |(_, id)| id);
    let id = id.split_once("-v").filter(|(_, version)| version.contains(':')).map_or(id, |(id, _)| id);
    let id = id.strip_suffix("-latest").unwrap_or(id);
    let id: Cow<str> = if id.contains('@') { id.replace('@', "-").into() } else { id.into() };
    ALIASES.contains(&base)
        || base.eq_ignore_ascii_case("inherit")
        || IDS.iter().chain(RETIRED).any(|known| *known == id || without_date(known) == id)
}

/// The alias or id that an unknown model was meant for.
#[must_use]
pub fn meant(model: &str) -> Option<&'static str> {
    let all = || ALIASES.iter().chain(IDS).copied();
    let spoken: String =
        model.to_lowercase().chars().map(|c| if matches!(c, ' ' | '.' | '_') { '-' } else { c }).collect();
    if let Some(same) = all().find(|known| *known == spoken) {
        return Some(same);
    }
    // `Claude Sonnet 4.5` and `opus-4.1` as people say them; `claude-sonnet-9` may be newer than the list.
    let words = spoken.strip_prefix("claude-").unwrap_or(&spoken);
    let family = words.split('-').next().unwrap_or_default();
    let is_id = model.starts_with("claude-") && !model.contains([' ', '.', '_']);
    if let Some(alias) = FAMILIES.iter().find(|known| **known == family) {
        let version: Vec<_> =
            words.split('-').skip(1).take_while(|word| word.bytes().all(|b| b.is_ascii_digit())).collect();
        let id = format!("claude-{family}-{}", version.join("-"));
        let is_version = !version.is_empty() && (!is_id || version.len() == words.split('-').count() - 1);
        let exact = IDS.iter().find(|known| is_version && (**known == id || without_date(known) == id));
        return match exact {
            Some(exact) => Some(exact),
            None if is_id && words.contains('-') => None,
            None => ALIASES.iter().find(|known| *known == alias).copied(),
        };
    }
    // A slip of the hand changes letters; other digits are another model.
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let wanted = digits(model);
    distance::closest(model, all().filter(|known| digits(known) == wanted))
}

/// An id without its date, as it is written where the date is understood.
fn without_date(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((base, date)) if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) => base,
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_known, meant};

    #[test]
    fn aliases_ids_and_their_spellings_at_providers_are_known() {
        for model in [
            "sonnet",
            "Inherit",
            "opus[1m]",
            "claude-opus-5",
            "claude-sonnet-4-5",
            "claude-sonnet-4-20250514",
            "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
            "claude-haiku-4-5@20251001",
            "claude-3-5-haiku-latest",
            "arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc",
        ] {
            assert!(is_known(model), "{model}");
        }
    }

    #[test]
    fn slips_and_spoken_names_lead_to_the_model() {
        for (wrong, model) in [
            ("sonet", "sonnet"),
            ("Sonnet", "sonnet"),
            ("OPUS", "opus"),
            ("Claude Sonnet 4.5", "sonnet"),
            ("Claude Haiku 4.5 (copilot)", "claude-haiku-4-5-20251001"),
            ("claude-opus-4.1", "opus"),
            ("sonnet-4", "sonnet"),
            ("opus-4-8", "claude-opus-4-8"),
            ("Claude Opus", "opus"),
            ("claude-sonnet", "sonnet"),
            ("cluade-opus-5", "claude-opus-5"),
        ] {
            assert!(!is_known(wrong), "{wrong}");
            assert_eq!(meant(wrong), Some(model), "{wrong}");
        }
    }

    #[test]
    fn other_models_are_no_slips() {
        for model in [
            "gpt-4o",
            "gemini-2.5-pro",
            "claude-sonnet-9",
            "claude-opus-6-1",
            "claude-3-5-sonet",
            "claude-opus-5-preview",
            "claude-sonnet-4-6-thinking",
            "o3",
            "fast",
        ] {
            assert!(!is_known(model), "{model}");
            assert_eq!(meant(model), None, "{model}");
        }
    }
}
