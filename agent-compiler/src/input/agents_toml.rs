//! The text of `agents.toml` in; settings out, and what is wrong with it.

use std::collections::BTreeSet;
use std::ops::Range;

use toml_span::Value;
use toml_span::value::Table;

use include_agents_core::__private::distance;

use crate::base::rule::{Level, RuleInfo};
use crate::base::source::Source;
use crate::base::span::{Span, Spanned};
use crate::format::fields::have_same_letters;
use crate::input::declared_field::DeclaredField;
use crate::input::problem::SettingsProblem;
use crate::input::prompt_settings::{DeclaredParameter, ParameterKind};
use crate::input::settings::{RunsIn, SOURCE, Settings, Suppression};

/// Reads the settings. What is wrong there keeps its default.
#[must_use]
pub fn read(source: &Source, rules: &[&'static RuleInfo]) -> Settings {
    let mut reader = Reader { source, rules, settings: Settings::default() };
    match toml_span::parse(&source.text) {
        Ok(root) => reader.root(&root),
        Err(error) => reader.problem(SettingsProblem::Syntax(error)),
    }
    reader.settings
}

const KEYS: &[&str] = &[
    "runs-in", "include", "exclude", "rules", "tools", "models", "fields", "agents", "names", "prompts", "limits",
    "silence",
];

const PROMPT_KEYS: &[&str] = &["parameters", "in-code", "fragments"];

/// The word for names that begin with their folders.
const QUALIFIED: &str = "qualified";

struct Reader<'s> {
    source: &'s Source,
    rules: &'s [&'static RuleInfo],
    settings: Settings,
}

impl Reader<'_> {
    fn problem(&mut self, problem: SettingsProblem) {
        self.settings.problems.push(problem);
    }

    fn root(&mut self, root: &Value) {
        for (key, value) in root.as_table().into_iter().flatten() {
            match key.name.as_ref() {
                "runs-in" => self.runs_in(value),
                "include" => self.settings.include = self.patterns(value),
                "exclude" => self.settings.exclude = self.patterns(value),
                "rules" => self.levels(value),
                "tools" => self.settings.known_tools = self.words(value, &["known", "extra"]),
                "models" => self.settings.known_models = self.words(value, &["known", "extra"]),
                "fields" => self.fields(value),
                "agents" => self.settings.external_agents = self.words(value, &["external"]),
                "names" => self.names(value),
                "prompts" => self.prompts(value),
                "limits" => self.limits(value),
                "silence" => {
                    for entry in self.list(value, "tables: `[[silence]]`") {
                        self.suppression(entry);
                    }
                }
                name => self.unknown(name, key.span, KEYS),
            }
        }
    }

    fn runs_in(&mut self, value: &Value) {
        let word = value.as_str();
        match RunsIn::WORDS.iter().find(|(known, _)| Some(*known) == word) {
            Some((_, program)) => self.settings.runs_in = *program,
            None => self.wrong(value, "\"claude-code\" or \"own\""),
        }
    }

    fn unknown(&mut self, name: &str, span: toml_span::Span, known: &'static [&'static str]) {
        let key = Spanned { value: name.to_owned(), span: self.span(span) };
        self.problem(SettingsProblem::UnknownKey(key, known));
    }

    fn wrong(&mut self, value: &Value, wanted: &str) {
        let span = self.span(value.span);
        self.problem(SettingsProblem::WrongValue(span, wanted.to_owned()));
    }

    /// The place of a value, within the file whatever the parser says.
    fn span(&self, span: toml_span::Span) -> Span {
        let range: Range<usize> = span.into();
        let is_inside = self.source.text.get(range.clone()).is_some();
        Span::new(SOURCE, if is_inside { range } else { 0..0 })
    }

    fn table<'v, 'de>(
        &mut self,
        value: &'v Value<'de>,
        wanted: &str,
    ) -> impl Iterator<Item = (&'v str, toml_span::Span, &'v Value<'de>)> + use<'v, 'de> {
        let table: Option<&'v Table<'de>> = value.as_table();
        if table.is_none() {
            self.wrong(value, wanted);
        }
        table.into_iter().flatten().map(|(key, value)| (key.name.as_ref(), key.span, value))
    }

    fn list<'v, 'de>(&mut self, value: &'v Value<'de>, wanted: &str) -> &'v [Value<'de>] {
        match value.as_array() {
            Some(list) => list,
            None => {
                self.wrong(value, wanted);
                &[]
            }
        }
    }

    fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        let text = value.as_str().filter(|text| !text.trim().is_empty());
        if text.is_none() {
            self.wrong(value, "text in quotes that is not empty");
        }
        text
    }

    fn patterns(&mut self, value: &Value) -> Vec<Spanned<String>> {
        let mut patterns = Vec::new();
        for value in self.list(value, "a list of patterns") {
            let Some(pattern) = self.text(value) else { continue };
            if self.is_pattern(value) {
                patterns.push(Spanned { value: pattern.to_owned(), span: self.span(value.span) });
            }
        }
        patterns
    }

    fn is_pattern(&mut self, value: &Value) -> bool {
        let result = fast_glob::validate(value.as_str().unwrap_or_default());
        let is_valid = result.is_ok();
        if let Err(error) = result {
            let span = self.span(value.span);
            self.problem(SettingsProblem::InvalidPattern(span, error));
        }
        is_valid
    }

    fn words(&mut self, value: &Value, keys: &'static [&'static str]) -> BTreeSet<String> {
        let key = keys.first().copied().unwrap_or_default();
        let mut words = BTreeSet::new();
        for (name, span, value) in self.table(value, &format!("a table: `{{ {key} = [\"…\"] }}`")) {
            if keys.contains(&name) {
                for value in self.list(value, "a list of names") {
                    words.extend(self.text(value).map(str::to_owned));
                }
            } else {
                self.unknown(name, span, keys);
            }
        }
        words
    }

    fn fields(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[fields]`") {
            let name = Spanned { value: name.to_owned(), span: self.span(span) };
            if name.value == "extra" {
                for value in self.list(value, "a list of names") {
                    let field = self.text(value).map(str::to_owned);
                    self.settings.extra_fields.extend(field);
                }
                continue;
            }
            let is_same = |field: &&DeclaredField| have_same_letters(&field.name.value, &name.value);
            if let Some(first) = self.settings.declared_fields.iter().find(is_same) {
                let first = first.name.clone();
                self.problem(SettingsProblem::SameField(first, name));
                continue;
            }
            match DeclaredField::read(name, value, KEYS, &|span| self.span(span)) {
                Ok(field) => self.settings.declared_fields.push(field),
                Err(problem) => self.problem(problem),
            }
        }
    }

    fn levels(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[rules]`") {
            let level = value.as_str().and_then(|word| Level::WORDS.iter().find(|(level, _)| *level == word));
            let rule = self.rule(name, span);
            match (rule, level) {
                (Some(rule), Some((_, level))) => {
                    if !self.settings.set_level(rule, *level) {
                        let span = self.span(value.span);
                        self.problem(SettingsProblem::FixedLevel(span, rule));
                    }
                }
                (_, None) => self.wrong(value, "\"error\", \"warn\" or \"allow\""),
                (None, _) => {}
            }
        }
    }

    fn rule(&mut self, name: &str, span: toml_span::Span) -> Option<&'static RuleInfo> {
        let rule = self.rules.iter().copied().find(|rule| rule.name == name);
        if rule.is_none() {
            let name = Spanned { value: name.to_owned(), span: self.span(span) };
            let closest = distance::closest(&name.value, self.rules.iter().map(|rule| rule.name));
            self.problem(SettingsProblem::UnknownRule { name, closest });
        }
        rule
    }

    fn names(&mut self, value: &Value) {
        if value.as_str() == Some(QUALIFIED) {
            self.settings.has_qualified_names = true;
            return;
        }
        for (name, _, value) in self.table(value, "\"qualified\", or a table: `[names]`") {
            let Some(variant) = self.text(value) else { continue };
            // No agent can have this name.
            if name == "*" {
                self.settings.has_qualified_names = variant == QUALIFIED;
                if variant != QUALIFIED {
                    self.wrong(value, "\"qualified\"");
                }
                continue;
            }
            let variant = Spanned { value: variant.to_owned(), span: self.span(value.span) };
            self.settings.names.insert(name.to_owned(), variant);
        }
    }

    fn prompts(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[prompts]`") {
            match name {
                "parameters" if value.as_table().is_some() => {
                    self.settings.prompts.has_parameters = Some(true);
                    self.parameters(value);
                }
                "parameters" => self.settings.prompts.has_parameters = self.truth(value),
                "in-code" => self.settings.prompts.in_code = self.truth(value).unwrap_or_default(),
                "fragments" => {
                    for folder in self.list(value, "a list of folders") {
                        let Some(text) = self.text(folder) else { continue };
                        let folder = Spanned { value: text.to_owned(), span: self.span(folder.span) };
                        self.settings.prompts.fragments.push(folder);
                    }
                }
                _ => self.unknown(name, span, PROMPT_KEYS),
            }
        }
    }

    fn truth(&mut self, value: &Value) -> Option<bool> {
        let truth = value.as_bool();
        if truth.is_none() {
            self.wrong(value, "`true` or `false`");
        }
        truth
    }

    fn parameters(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[prompts.parameters]`") {
            let word = value.as_str().unwrap_or_default();
            let known = ParameterKind::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, kind)| kind);
            let list = value.as_table().filter(|table| table.len() == 1).and_then(|table| table.get("list")?.as_str());
            let Some(kind) = known.or_else(|| list.map(|separator| ParameterKind::List(separator.to_owned()))) else {
                let close = distance::closest(word, ParameterKind::WORDS.iter().map(|(known, _)| *known));
                let all = "\"text\", \"integer\", \"boolean\", or `{ list = \", \" }`".to_owned();
                self.wrong(value, &close.map_or(all, |close| format!("\"{close}\"")));
                continue;
            };
            let name = Spanned { value: name.to_owned(), span: self.span(span) };
            self.settings.prompts.declared.push(DeclaredParameter { name, kind });
        }
    }

    fn limits(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[limits]`") {
            let limit = match name {
                "description-tokens" => &mut self.settings.description_tokens,
                "file-size" => &mut self.settings.file_size,
                _ => {
                    self.unknown(name, span, &["description-tokens", "file-size"]);
                    continue;
                }
            };
            // Ranges of text are numbers of 32 bits in generated code.
            match value.as_integer().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0) {
                Some(number) => *limit = usize::try_from(number).unwrap_or(usize::MAX),
                None => self.wrong(value, "a whole number from 1 to 4294967295"),
            }
        }
    }

    fn suppression(&mut self, table: &Value) {
        let (mut file, mut rule, mut reason) = (None, None, None);
        for (name, span, value) in self.table(table, "a table: `[[silence]]`") {
            match name {
                "file" => file = self.text(value).filter(|_| self.is_pattern(value)),
                "reason" => reason = self.text(value),
                "rule" => {
                    rule = self.text(value).and_then(|name| self.rule(name, value.span));
                    if let Some(fixed) = rule.filter(|rule| rule.is_fixed) {
                        let span = self.span(value.span);
                        self.problem(SettingsProblem::FixedLevel(span, fixed));
                        rule = None;
                    }
                }
                _ => self.unknown(name, span, &["file", "rule", "reason"]),
            }
        }
        let has = |key| table.as_table().is_some_and(|table| table.contains_key(key));
        for key in ["file", "rule", "reason"] {
            if table.as_table().is_some() && !has(key) {
                let span = self.span(table.span);
                self.problem(SettingsProblem::MissingKey(span, key));
            }
        }
        if let (Some(file), Some(rule), Some(_)) = (file, rule, reason) {
            let span = self.span(table.span);
            self.settings.suppressions.push(Suppression { rule, file: file.to_owned(), span });
        }
    }
}
