//! Phase 0: `agents.toml` beside the agents in, settings out. Without the file everything has its default.
//!
//! ```toml
//! include = ["team/**/*.md"]          # the files that are agents; default: every .md file
//! exclude = ["drafts/**"]
//!
//! [rules]
//! unknown-field = "error"             # error, warn or allow
//!
//! [tools]
//! extra = ["Deploy"]                  # also `[models]` and `[fields]`
//!
//! [agents]
//! external = ["release-manager"]      # agents that are defined elsewhere
//!
//! [names]
//! "3d-artist" = "Artist3d"            # the variant of an agent
//!
//! [limits]
//! description-tokens = 15000
//! file-size = 1048576                 # in bytes
//!
//! [[silence]]
//! file = "translator.md"
//! rule = "hidden-text"
//! reason = "shows the characters that it explains"
//! ```

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml_span::Value;
use toml_span::value::Table;

use crate::base::diagnostic::{Diagnostic, Level, Rule};
use crate::base::source::{Source, Span, Spanned};
use crate::resolve::identifiers;
use crate::rules;
use crate::rules::folder::invalid_settings;

/// The name of the file.
pub const FILE: &str = "agents.toml";

/// The file of spans in the settings, which are not in the list of sources.
pub const SOURCE: usize = usize::MAX;

/// What a folder's `agents.toml` decides.
#[derive(Debug)]
pub struct Settings {
    /// Which files are agents; empty means all.
    pub include: Vec<Spanned<String>>,
    /// Which of these are not.
    pub exclude: Vec<Spanned<String>>,
    /// Tools that are known, and used as they are.
    pub extra_tools: BTreeSet<String>,
    /// Models that are known, and used as they are.
    pub extra_models: BTreeSet<String>,
    /// Fields that are known, for the program to read.
    pub extra_fields: BTreeSet<String>,
    /// Agents that are defined elsewhere.
    pub external_agents: BTreeSet<String>,
    /// The variants of agents whose name gives another.
    pub names: BTreeMap<String, Spanned<String>>,
    /// The most tokens that all descriptions together should take.
    pub description_tokens: usize,
    /// The largest file that is read, in bytes.
    pub file_size: usize,
    levels: BTreeMap<&'static str, Level>,
    silences: Vec<Silence>,
}

/// Findings of one rule in some files that are not reported.
#[derive(Debug)]
struct Silence {
    rule: &'static str,
    file: String,
    span: Span,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            include: Vec::new(),
            exclude: Vec::new(),
            extra_tools: BTreeSet::new(),
            extra_models: BTreeSet::new(),
            extra_fields: BTreeSet::new(),
            external_agents: BTreeSet::new(),
            names: BTreeMap::new(),
            description_tokens: 15_000,
            file_size: 1 << 20,
            levels: BTreeMap::new(),
            silences: Vec::new(),
        }
    }
}

impl Settings {
    /// The level of a rule.
    #[must_use]
    pub fn level(&self, rule: &Rule) -> Level {
        self.levels.get(rule.name).copied().unwrap_or(rule.level)
    }

    /// Gives a rule another level. Of one that no setting can lower it stays, and the result is `false`.
    pub fn set_level(&mut self, rule: &'static Rule, level: Level) -> bool {
        let is_allowed = rule.may_be(level);
        if is_allowed {
            self.levels.insert(rule.name, level);
        }
        is_allowed
    }

    /// Gives findings the levels of the settings, and leaves out those that are allowed or silenced. `path` gives the path
    /// of a finding's file below the folder. The places of silences that silenced nothing are the second result.
    #[must_use]
    pub fn apply<'p>(
        &self,
        diagnostics: Vec<Diagnostic>,
        path: impl Fn(&Diagnostic) -> Option<&'p str>,
    ) -> (Vec<Diagnostic>, Vec<Span>) {
        let mut is_used = vec![false; self.silences.len()];
        let mut kept = Vec::with_capacity(diagnostics.len());
        for mut diagnostic in diagnostics {
            let rule = diagnostic.rule;
            diagnostic.level = match self.level(rule) {
                // A finding that is milder than its rule stays so.
                level if level >= rule.level => level.max(diagnostic.level),
                level => level,
            };
            let mut is_silenced = diagnostic.level == Level::Allow;
            let path = path(&diagnostic);
            for (silence, is_used) in self.silences.iter().zip(&mut is_used) {
                if silence.rule == rule.name && path.is_some_and(|path| matches(&silence.file, path)) {
                    *is_used = true;
                    is_silenced = true;
                }
            }
            if !is_silenced {
                kept.push(diagnostic);
            }
        }
        // A rule that is off finds nothing to silence.
        let is_on = |silence: &Silence| rules::find(silence.rule).is_some_and(|rule| self.level(rule) != Level::Allow);
        let unused = self.silences.iter().zip(is_used).filter(|(silence, is_used)| !is_used && is_on(silence));
        (kept, unused.map(|(silence, _)| silence.span).collect())
    }
}

/// Whether a pattern means this path below the folder of agents. One without a `/` means a file's name at any depth.
#[must_use]
pub fn matches(pattern: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    fast_glob::glob_match(pattern, path) || (!pattern.contains('/') && fast_glob::glob_match(pattern, name))
}

/// Reads the settings. What is wrong there keeps its default.
#[must_use]
pub fn settings(source: &Source) -> (Settings, Vec<Diagnostic>) {
    let mut reader = Reader { source, settings: Settings::default(), diagnostics: Vec::new() };
    match toml_span::parse(&source.text) {
        Ok(root) => reader.root(&root),
        Err(error) => reader.diagnostics.push(invalid_settings::syntax(source, &error)),
    }
    (reader.settings, reader.diagnostics)
}

const KEYS: &[&str] =
    &["include", "exclude", "rules", "tools", "models", "fields", "agents", "names", "limits", "silence"];

struct Reader<'s> {
    source: &'s Source,
    settings: Settings,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn root(&mut self, root: &Value) {
        for (key, value) in root.as_table().into_iter().flatten() {
            match key.name.as_ref() {
                "include" => self.settings.include = self.patterns(value),
                "exclude" => self.settings.exclude = self.patterns(value),
                "rules" => self.levels(value),
                "tools" => self.settings.extra_tools = self.words(value, "extra"),
                "models" => self.settings.extra_models = self.words(value, "extra"),
                "fields" => self.settings.extra_fields = self.words(value, "extra"),
                "agents" => self.settings.external_agents = self.words(value, "external"),
                "names" => self.names(value),
                "limits" => self.limits(value),
                "silence" => {
                    for silence in self.list(value, "tables: `[[silence]]`") {
                        self.silence(silence);
                    }
                }
                name => self.unknown(name, key.span, KEYS),
            }
        }
    }

    fn unknown(&mut self, name: &str, span: toml_span::Span, known: &[&'static str]) {
        let span = self.span(span);
        self.diagnostics.push(invalid_settings::unknown(name, span, known));
    }

    fn wrong(&mut self, value: &Value, wanted: &str) {
        let span = self.span(value.span);
        self.diagnostics.push(invalid_settings::wrong(span, wanted));
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
            self.wrong(value, "text in quotes, which is not empty");
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
        if let Err(error) = &result {
            let span = self.span(value.span);
            self.diagnostics.push(invalid_settings::pattern(span, error));
        }
        result.is_ok()
    }

    fn words(&mut self, value: &Value, key: &'static str) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        for (name, span, value) in self.table(value, &format!("a table: `{{ {key} = [\"…\"] }}`")) {
            if name == key {
                for value in self.list(value, "a list of names") {
                    words.extend(self.text(value).map(str::to_owned));
                }
            } else {
                self.unknown(name, span, &[key]);
            }
        }
        words
    }

    fn levels(&mut self, value: &Value) {
        for (name, span, value) in self.table(value, "a table: `[rules]`") {
            let level = value.as_str().and_then(|word| Level::WORDS.iter().find(|(level, _)| *level == word));
            let rule = self.rule(name, span);
            match (rule, level) {
                (Some(rule), Some((_, level))) => {
                    if !self.settings.set_level(rule, *level) {
                        let span = self.span(value.span);
                        self.diagnostics.push(invalid_settings::fixed(rule.name, span));
                    }
                }
                (_, None) => self.wrong(value, "\"error\", \"warn\" or \"allow\""),
                (None, _) => {}
            }
        }
    }

    fn rule(&mut self, name: &str, span: toml_span::Span) -> Option<&'static Rule> {
        let rule = rules::find(name);
        if rule.is_none() {
            let span = self.span(span);
            self.diagnostics.push(invalid_settings::unknown_rule(name, span));
        }
        rule
    }

    fn names(&mut self, value: &Value) {
        for (name, _, value) in self.table(value, "a table: `[names]`") {
            let Some(variant) = self.text(value) else { continue };
            if identifiers::is_variant(variant) {
                let variant = Spanned { value: variant.to_owned(), span: self.span(value.span) };
                self.settings.names.insert(name.to_owned(), variant);
            } else {
                self.wrong(value, "an identifier of Rust that can be a variant, such as `Artist3d`");
            }
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

    fn silence(&mut self, table: &Value) {
        let (mut file, mut rule, mut reason) = (None, None, None);
        for (name, span, value) in self.table(table, "a table: `[[silence]]`") {
            match name {
                "file" => file = self.text(value).filter(|_| self.is_pattern(value)),
                "reason" => reason = self.text(value),
                "rule" => {
                    rule = self.text(value).and_then(|name| self.rule(name, value.span));
                    if let Some(fixed) = rule.filter(|rule| rule.is_fixed) {
                        let span = self.span(value.span);
                        self.diagnostics.push(invalid_settings::fixed(fixed.name, span));
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
                self.diagnostics.push(invalid_settings::missing(span, key));
            }
        }
        if let (Some(file), Some(rule), Some(_)) = (file, rule, reason) {
            let span = self.span(table.span);
            self.settings.silences.push(Silence { rule: rule.name, file: file.to_owned(), span });
        }
    }
}
