//! The known models, from `data/models.tsv`, and how people and providers spell their ids.

use std::borrow::Cow;

use crate::format::tables::{self, Table};
use include_agents_core::__private::distance;

/// An alias or id of a model.
#[derive(Debug)]
pub struct KnownModel {
    /// The alias or the id.
    pub name: &'static str,
    /// Its status.
    pub status: ModelStatus,
    /// The model to write instead, if it is deprecated, retired or a word of the session.
    pub instead: Option<&'static str>,
    /// The model that Claude Code runs if a file has exactly this id.
    pub runs: Option<&'static str>,
    /// The day after which requests fail, if it has been announced.
    pub retires: Option<&'static str>,
}

/// The status of a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelStatus {
    /// A word for a current model of a family, or for the model of the session.
    Alias,
    /// A word with which a session chooses its model, and which an agent cannot use.
    Session,
    /// The id of a model in service. The newest of a family is listed first.
    Active,
    /// An id that works, but is announced to be retired.
    Deprecated,
    /// An id that the provider no longer serves.
    Retired,
}

impl KnownModel {
    /// Reads a row of the table.
    fn read([name, status, instead, runs, retires, ..]: [&'static str; 7]) -> Option<Self> {
        let status = match status {
            "alias" => ModelStatus::Alias,
            "session" => ModelStatus::Session,
            "active" => ModelStatus::Active,
            "deprecated" => ModelStatus::Deprecated,
            "retired" => ModelStatus::Retired,
            _ => return None,
        };
        let [instead, runs, retires] = [instead, runs, retires].map(tables::cell);
        Some(Self { name, status, instead, runs, retires })
    }
}

/// The models of a format.
#[derive(Debug)]
pub struct Models(Table<Vec<KnownModel>>);

impl Models {
    /// The models of a table.
    #[must_use]
    pub const fn new(table: &'static str) -> Self {
        Self(Table::new(table, |table| tables::rows(table).filter_map(KnownModel::read).collect()))
    }

    /// The month in which the table was last compared with its sources, such as `2026-10`.
    #[must_use]
    pub fn verified(&self) -> &'static str {
        tables::verified(self.0.text)
    }

    /// The names with a status.
    pub fn names(&self, status: ModelStatus) -> impl Iterator<Item = &'static str> {
        self.0.get().iter().filter(move |model| model.status == status).map(|model| model.name)
    }

    /// The aliases as part of a sentence.
    #[must_use]
    pub fn aliases(&self) -> String {
        self.names(ModelStatus::Alias).map(|alias| format!("`{alias}`")).collect::<Vec<_>>().join(", ")
    }

    /// Whether an agent may name a model: it is in the table or is an Amazon resource name.
    #[must_use]
    pub fn is_known(&self, model: &str) -> bool {
        model.starts_with("arn:") || self.find(model).is_some_and(|known| known.status != ModelStatus::Session)
    }

    /// The entry for a model, by its alias, its id, or that id as a provider spells it. Letter case counts only in what
    /// providers add to an id.
    #[must_use]
    pub fn find(&self, model: &str) -> Option<&KnownModel> {
        let (base, is_long) = without_context(model);
        // Amazon prefixes the id with region and vendor, and appends a version.
        let id = base.rsplit_once("anthropic.").map_or(base, |(_, id)| id);
        let version = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
        let (id, date) = id.split_once('@').map_or((id, ""), |(id, date)| (id, date));
        let id = id.rsplit_once("-v").filter(|(_, rest)| version(rest)).map_or(id, |(id, _)| id);
        let id = id.strip_suffix("-latest").unwrap_or(id);
        let id: Cow<str> = if date.is_empty() { id.into() } else { format!("{id}-{date}").into() };
        let is_plain = *id == *base;
        let is_id = |name: &str| name == id || (is_plain && name.eq_ignore_ascii_case(&id));
        self.0.get().iter().find(|model| match model.status {
            // `inherit[1m]` means the model of that name.
            ModelStatus::Alias => model.name.eq_ignore_ascii_case(base) && !(is_long && model.name == "inherit"),
            ModelStatus::Session => model.name.eq_ignore_ascii_case(base),
            _ => is_id(model.name) || is_id(without_date(model.name)),
        })
    }

    /// The usual spelling of a model whose alias or id has another letter case or white space, which Claude Code ignores.
    #[must_use]
    pub fn respell(&self, model: &str) -> Option<String> {
        let is_unusual = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_whitespace();
        if !model.bytes().any(is_unusual) {
            return None;
        }
        let (base, is_long) = without_context(model);
        let known = self.find(model)?;
        let is_named = known.name.eq_ignore_ascii_case(base) || without_date(known.name).eq_ignore_ascii_case(base);
        let context = if is_long { LONG_CONTEXT } else { "" };
        (is_named && known.status != ModelStatus::Session).then(|| base.to_ascii_lowercase() + context)
    }

    /// The alias or id that an unknown model was meant for.
    #[must_use]
    pub fn suggest(&self, model: &str) -> Option<&'static str> {
        let all = || self.names(ModelStatus::Alias).chain(self.names(ModelStatus::Active));
        // VS Code takes a list, and the first model of it that there is.
        if model.contains(',') {
            return model
                .split(',')
                .find_map(|one| all().find(|known| *known == one.trim()).or_else(|| self.suggest(one)));
        }
        let (model, _) = without_context(model);
        let spoken: String =
            model.to_lowercase().chars().map(|c| if matches!(c, ' ' | '.' | '_') { '-' } else { c }).collect();
        if let Some(same) = all().find(|known| *known == spoken) {
            return Some(same);
        }
        // Display names such as `Claude Sonnet 4.5` and `opus-4.1`. The id `claude-sonnet-9` may be newer than the table.
        let words = spoken.strip_prefix("claude-").unwrap_or(&spoken);
        let family = words.split('-').next().unwrap_or_default();
        let is_id = model.starts_with("claude-") && !model.contains([' ', '.', '_']);
        if self.names(ModelStatus::Active).any(|id| id.split('-').nth(1) == Some(family)) {
            let version: Vec<_> =
                words.split('-').skip(1).take_while(|word| word.bytes().all(|b| b.is_ascii_digit())).collect();
            let id = format!("claude-{family}-{}", version.join("-"));
            let is_version = !version.is_empty() && (!is_id || version.len() == words.split('-').count() - 1);
            let exact =
                self.names(ModelStatus::Active).find(|known| is_version && (*known == id || without_date(known) == id));
            return match exact {
                Some(exact) => Some(exact),
                None if is_id && words.contains('-') => None,
                None => self.names(ModelStatus::Alias).find(|known| *known == family),
            };
        }
        // A typo changes letters; other digits mean another model.
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let wanted = digits(model);
        distance::closest(model, all().filter(|known| digits(known) == wanted))
    }
}

/// What an alias or an id ends in to ask for a context of a million tokens.
const LONG_CONTEXT: &str = "[1m]";

/// A model without the ending that asks for a long context, and whether it had one.
fn without_context(model: &str) -> (&str, bool) {
    let model = model.trim();
    let ending = model.len().checked_sub(LONG_CONTEXT.len()).and_then(|at| model.split_at_checked(at));
    match ending.filter(|(_, ending)| ending.eq_ignore_ascii_case(LONG_CONTEXT)) {
        Some((base, _)) => (base.trim_end(), true),
        None => (model, false),
    }
}

/// An id without its date.
fn without_date(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((base, date)) if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) => base,
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::{KnownModel, ModelStatus, Models};
    use crate::format::tables;
    use include_agents_core::Model;
    use std::collections::BTreeSet;

    fn models() -> Models {
        Models::new(tables::MODELS)
    }

    #[test]
    fn every_row_is_a_model() {
        for row in tables::rows(tables::MODELS) {
            assert!(KnownModel::read(row).is_some(), "{row:?}");
        }
        assert!(KnownModel::read(["opus", "actve", "", "", "", "", ""]).is_none());
    }

    #[test]
    fn each_alias_has_a_constant() {
        let constants: BTreeSet<_> = Model::WORDS.iter().map(|(word, _)| *word).collect();
        let words =
            models().names(ModelStatus::Alias).chain(models().names(ModelStatus::Session)).collect::<BTreeSet<_>>();
        assert_eq!(words, constants);
    }

    #[test]
    fn an_id_without_its_date_is_the_same_model() {
        for model in ["claude-sonnet-4-5", "claude-sonnet-4-5-20250929", "claude-sonnet-4-5@20250929"] {
            assert_eq!(models().find(model).map(|model| model.status), Some(ModelStatus::Deprecated), "{model}");
        }
        assert_eq!(models().find("claude-3-5-haiku-latest").map(|model| model.status), Some(ModelStatus::Retired));
        assert_eq!(models().find("claude-opus-5").map(|model| model.status), Some(ModelStatus::Active));
    }

    #[test]
    fn retired_models_have_a_successor() {
        let models = models();
        let old =
            models.0.get().iter().filter(|model| !matches!(model.status, ModelStatus::Alias | ModelStatus::Active));
        old.for_each(|model| assert!(model.instead.is_some_and(|instead| models.is_known(instead)), "{}", model.name));
    }

    #[test]
    fn aliases_and_ids_are_known_as_providers_spell_them() {
        for model in [
            "sonnet",
            "Inherit",
            "Opus",
            "FABLE",
            "opus[1m]",
            "Sonnet [1M]",
            "Claude-Opus-5",
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
            assert!(models().is_known(model), "{model}");
        }
    }

    #[test]
    fn letter_case_and_white_space_are_not_part_of_a_model() {
        let models = models();
        for (written, model) in [
            ("Opus", Some("opus")),
            ("OpusPlan", Some("opusplan")),
            ("Sonnet [1M]", Some("sonnet[1m]")),
            ("Claude-Opus-5", Some("claude-opus-5")),
            ("Claude-Sonnet-4-5", Some("claude-sonnet-4-5")),
            ("opus", None),
            ("opus[1m]", None),
            ("Default", None),
            ("GPT-4o", None),
            ("Claude-Opus-9", None),
        ] {
            assert_eq!(models.respell(written).as_deref(), model, "{written}");
        }
    }

    #[test]
    fn typos_and_display_names_lead_to_the_model() {
        for (wrong, model) in [
            ("sonet", "sonnet"),
            ("inherit[1m]", "inherit"),
            ("opus, sonnet", "opus"),
            ("GPT-5, Claude Sonnet 4.5", "sonnet"),
            ("Claude Sonnet 4.5", "sonnet"),
            ("Claude Haiku 4.5 (copilot)", "claude-haiku-4-5-20251001"),
            ("claude-opus-4.1", "opus"),
            ("sonnet-4", "sonnet"),
            ("opus-4-8", "claude-opus-4-8"),
            ("Claude Opus", "opus"),
            ("claude-sonnet", "sonnet"),
            ("cluade-opus-5", "claude-opus-5"),
        ] {
            assert!(!models().is_known(wrong), "{wrong}");
            assert_eq!(models().suggest(wrong), Some(model), "{wrong}");
        }
    }

    #[test]
    fn other_models_are_not_typos() {
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
            "auto",
            "default",
            "Default[1m]",
            "gpt-4o, o3",
        ] {
            assert!(!models().is_known(model), "{model}");
            assert_eq!(models().suggest(model), None, "{model}");
        }
    }
}
