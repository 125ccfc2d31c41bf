//! What is known of models: the table `data/models.tsv`, and the ways in which people and providers spell an id.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::format::tables;
use include_agents_core::__private::distance;

/// A model, by an alias or by its id.
#[derive(Debug)]
pub struct KnownModel {
    /// The alias or the id.
    pub name: &'static str,
    /// What it is.
    pub status: ModelStatus,
    /// What to write instead.
    pub instead: Option<&'static str>,
    /// The day after which requests fail, where it is known and was to come.
    pub retires: Option<&'static str>,
}

/// What a name of a model is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelStatus {
    /// A word that stands for the newest of a family, or for the session's.
    Alias,
    /// The id of a model in use, newest of a family first.
    Active,
    /// An id that still works, and will not for long.
    Deprecated,
    /// An id with which every request fails.
    Retired,
}

static MODELS: LazyLock<Vec<KnownModel>> = LazyLock::new(|| {
    let read = |[name, status, instead, retires, ..]: [&'static str; 6]| KnownModel {
        name,
        status: match status {
            "alias" => ModelStatus::Alias,
            "deprecated" => ModelStatus::Deprecated,
            "retired" => ModelStatus::Retired,
            _ => ModelStatus::Active,
        },
        instead: tables::cell(instead),
        retires: tables::cell(retires),
    };
    tables::rows(tables::MODELS).map(read).collect()
});

/// The month in which the table was last compared with its sources.
#[must_use]
pub fn verified() -> &'static str {
    tables::verified(tables::MODELS)
}

/// The names of one status.
pub fn names(status: ModelStatus) -> impl Iterator<Item = &'static str> {
    MODELS.iter().filter(move |model| model.status == status).map(|model| model.name)
}

/// The aliases, as a sentence names them.
#[must_use]
pub fn aliases() -> String {
    names(ModelStatus::Alias).map(|alias| format!("`{alias}`")).collect::<Vec<_>>().join(", ")
}

/// Whether a model is on the list, or has the form of a resource of Amazon.
#[must_use]
pub fn is_known(model: &str) -> bool {
    model.starts_with("arn:") || find(model).is_some()
}

/// What the table says of a model, by its alias, its id, or as a provider writes that id.
#[must_use]
pub fn find(model: &str) -> Option<&'static KnownModel> {
    let base = model.strip_suffix("[1m]").unwrap_or(model);
    // Amazon names a model by region, vendor and version.
    let id = base.rsplit_once("anthropic.").map_or(base, |(_, id)| id);
    let version = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let (id, date) = id.split_once('@').map_or((id, ""), |(id, date)| (id, date));
    let id = id.rsplit_once("-v").filter(|(_, rest)| version(rest)).map_or(id, |(id, _)| id);
    let id = id.strip_suffix("-latest").unwrap_or(id);
    let id: Cow<str> = if date.is_empty() { id.into() } else { format!("{id}-{date}").into() };
    // `inherit` is the one word that is free in case.
    let word = if base.eq_ignore_ascii_case("inherit") { "inherit" } else { base };
    MODELS.iter().find(|model| match model.status {
        ModelStatus::Alias => model.name == word,
        _ => model.name == id || without_date(model.name) == id,
    })
}

/// The alias or id that an unknown model was meant for.
#[must_use]
pub fn suggest(model: &str) -> Option<&'static str> {
    let all = || names(ModelStatus::Alias).chain(names(ModelStatus::Active));
    let spoken: String =
        model.to_lowercase().chars().map(|c| if matches!(c, ' ' | '.' | '_') { '-' } else { c }).collect();
    if let Some(same) = all().find(|known| *known == spoken) {
        return Some(same);
    }
    // `Claude Sonnet 4.5` and `opus-4.1` as people say them; `claude-sonnet-9` may be newer than the list.
    let words = spoken.strip_prefix("claude-").unwrap_or(&spoken);
    let family = words.split('-').next().unwrap_or_default();
    let is_id = model.starts_with("claude-") && !model.contains([' ', '.', '_']);
    if names(ModelStatus::Active).any(|id| id.split('-').nth(1) == Some(family)) {
        let version: Vec<_> =
            words.split('-').skip(1).take_while(|word| word.bytes().all(|b| b.is_ascii_digit())).collect();
        let id = format!("claude-{family}-{}", version.join("-"));
        let is_version = !version.is_empty() && (!is_id || version.len() == words.split('-').count() - 1);
        let exact = names(ModelStatus::Active).find(|known| is_version && (*known == id || without_date(known) == id));
        return match exact {
            Some(exact) => Some(exact),
            None if is_id && words.contains('-') => None,
            None => names(ModelStatus::Alias).find(|known| *known == family),
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
    use super::{ModelStatus, find, is_known, suggest};

    #[test]
    fn an_id_without_its_date_is_the_same_model() {
        for model in ["claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "claude-sonnet-4-5@20250929"] {
            assert_eq!(find(model).map(|model| model.status), Some(ModelStatus::Deprecated), "{model}");
        }
        assert_eq!(find("claude-3-5-haiku-latest").map(|model| model.status), Some(ModelStatus::Retired));
        assert_eq!(find("claude-opus-5").map(|model| model.status), Some(ModelStatus::Active));
    }

    #[test]
    fn what_is_retired_has_a_successor() {
        let old =
            super::MODELS.iter().filter(|model| matches!(model.status, ModelStatus::Deprecated | ModelStatus::Retired));
        old.for_each(|model| assert!(model.instead.is_some_and(is_known), "{}", model.name));
    }

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
            "us.anthropic.claude-opus-4-6-v1",
            "claude-3-5-sonnet-v2@20241022",
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
            assert_eq!(suggest(wrong), Some(model), "{wrong}");
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
            assert_eq!(suggest(model), None, "{model}");
        }
    }
}
