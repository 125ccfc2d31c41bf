//! What the `agents.toml` beside the agents decides. Without the file everything has its default.
//!
//! ```toml
//! runs-in = "claude-code"             # or "own": a program of your own
//! include = ["team/**/*.md"]          # the files that are agents; default: every .md file
//! exclude = ["drafts/**"]
//!
//! [rules]
//! unknown-field = "error"             # error, warn or allow
//!
//! [tools]
//! known = ["Deploy"]                  # also `[models]`
//!
//! [fields]
//! extra = ["owner"]
//! team = ["platform", "payments"]     # a field that is typed
//!
//! [agents]
//! external = ["release-manager"]      # agents that are defined elsewhere
//!
//! [names]
//! "3d-artist" = "Artist3d"            # the variant of an agent
//!
//! [prompts]
//! parameters = true                   # `{{name}}` is a field of a struct; more in `prompt_settings`
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

use crate::base::diagnostic::Diagnostic;
use crate::base::path;
use crate::base::rule::{Level, RuleInfo};
use crate::base::span::{Span, Spanned};
use crate::input::declared_field::DeclaredField;
use crate::input::problem::SettingsProblem;
use crate::input::prompt_settings::PromptSettings;

/// The name of the file.
pub const FILE: &str = "agents.toml";

/// The file of spans in the settings, which are not in the list of sources.
pub const SOURCE: usize = usize::MAX;

/// Which program runs the agents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RunsIn {
    /// Claude Code: its tools, models and agents are known, and so is what it does with a file.
    #[default]
    ClaudeCode,
    /// A program of the user's own: only what the settings declare is known.
    Own,
}

impl RunsIn {
    /// The words for them in the settings.
    pub const WORDS: [(&'static str, Self); 2] = [("claude-code", Self::ClaudeCode), ("own", Self::Own)];
}

/// What a folder's `agents.toml` decides.
#[derive(Debug)]
pub struct Settings {
    /// Which program runs the agents.
    pub runs_in: RunsIn,
    /// Which files are agents; empty means all.
    pub include: Vec<Spanned<String>>,
    /// Which of these are not.
    pub exclude: Vec<Spanned<String>>,
    /// Tools that are known, and used as they are.
    pub known_tools: BTreeSet<String>,
    /// Models that are known, and used as they are.
    pub known_models: BTreeSet<String>,
    /// Fields that are known, for the program to read.
    pub extra_fields: BTreeSet<String>,
    /// Fields whose values are declared, in order of name.
    pub declared_fields: Vec<DeclaredField>,
    /// Agents that are defined elsewhere.
    pub external_agents: BTreeSet<String>,
    /// Whether the name of an agent begins with its folders below that of the roster.
    pub has_qualified_names: bool,
    /// The variants of agents whose name gives another.
    pub names: BTreeMap<String, Spanned<String>>,
    /// What prompts are made of.
    pub prompts: PromptSettings,
    /// The most tokens that all descriptions together should take.
    pub description_tokens: usize,
    /// The largest file that is read, in bytes.
    pub file_size: usize,
    levels: BTreeMap<&'static str, Level>,
    pub(crate) suppressions: Vec<Suppression>,
    /// What is wrong with the file.
    pub problems: Vec<SettingsProblem>,
}

/// A `[[silence]]` of the settings: diagnostics of one rule in some files that are not reported.
#[derive(Debug)]
pub(crate) struct Suppression {
    pub(crate) rule: &'static RuleInfo,
    pub(crate) file: String,
    pub(crate) span: Span,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            runs_in: RunsIn::default(),
            include: Vec::new(),
            exclude: Vec::new(),
            known_tools: BTreeSet::new(),
            known_models: BTreeSet::new(),
            extra_fields: BTreeSet::new(),
            declared_fields: Vec::new(),
            external_agents: BTreeSet::new(),
            has_qualified_names: false,
            names: BTreeMap::new(),
            prompts: PromptSettings::default(),
            description_tokens: 15_000,
            file_size: 1 << 20,
            levels: BTreeMap::new(),
            suppressions: Vec::new(),
            problems: Vec::new(),
        }
    }
}

impl Settings {
    /// The level of a rule.
    #[must_use]
    pub fn level(&self, rule: &RuleInfo) -> Level {
        self.levels.get(rule.name).copied().unwrap_or_else(|| self.default_level(rule))
    }

    fn default_level(&self, rule: &RuleInfo) -> Level {
        match self.runs_in {
            RunsIn::ClaudeCode => rule.level,
            RunsIn::Own => rule.level_in_own,
        }
    }

    /// The declaration of a field.
    #[must_use]
    pub fn declared_field(&self, name: &str) -> Option<&DeclaredField> {
        self.declared_fields.iter().find(|field| field.name.value == name)
    }

    /// Whether a program of the user's own runs the agents.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.runs_in == RunsIn::Own
    }

    /// Whether `{{name}}` in a prompt is a parameter.
    #[must_use]
    pub fn has_parameters(&self) -> bool {
        self.prompts.has_parameters.unwrap_or(self.is_own())
    }

    /// The folders of fragments, as paths like that of the roster, each with its setting.
    pub fn fragment_folders(&self, folder: &str) -> impl Iterator<Item = (String, &Spanned<String>)> {
        let prefix = if folder == "." { String::new() } else { format!("{folder}/") };
        let is_used = self.has_parameters();
        let folders = self.prompts.fragments.iter().filter(move |_| is_used);
        folders.map(move |name| (path::normalize(&path::prefixed(&prefix, &path::normalize(&name.value))), name))
    }

    /// Gives a rule another level. Of one that no setting can lower it stays, and the result is `false`.
    pub fn set_level(&mut self, rule: &'static RuleInfo, level: Level) -> bool {
        let is_allowed = rule.may_be(level);
        if is_allowed {
            self.levels.insert(rule.name, level);
        }
        is_allowed
    }

    /// Gives diagnostics the levels of the settings, and leaves out those that are allowed or suppressed. `path` gives the path
    /// of a diagnostic's file below the folder. The second result has the spans of suppressions that suppressed nothing.
    #[must_use]
    pub fn apply<'p>(
        &self,
        diagnostics: Vec<Diagnostic>,
        path: impl Fn(&Diagnostic) -> Option<&'p str>,
    ) -> (Vec<Diagnostic>, Vec<Span>) {
        let mut is_used = vec![false; self.suppressions.len()];
        let mut kept = Vec::with_capacity(diagnostics.len());
        for mut diagnostic in diagnostics {
            let rule = diagnostic.rule;
            let level = self.level(rule);
            // A diagnostic that is milder than its rule stays so.
            let is_milder = diagnostic.level > rule.level && level >= rule.level;
            diagnostic.level = if is_milder { level.max(diagnostic.level) } else { level };
            let mut is_suppressed = diagnostic.level == Level::Allow;
            let path = path(&diagnostic);
            for (suppression, is_used) in self.suppressions.iter().zip(&mut is_used) {
                if suppression.rule.name == rule.name && path.is_some_and(|path| matches(&suppression.file, path)) {
                    *is_used = true;
                    is_suppressed = true;
                }
            }
            if !is_suppressed {
                kept.push(diagnostic);
            }
        }
        // A rule that is off reports nothing that could be suppressed.
        let is_on = |suppression: &Suppression| self.level(suppression.rule) != Level::Allow;
        let unused =
            self.suppressions.iter().zip(is_used).filter(|(suppression, is_used)| !is_used && is_on(suppression));
        (kept, unused.map(|(suppression, _)| suppression.span).collect())
    }
}

/// Whether a pattern means this path below the folder of agents. One without a `/` means a file's name at any depth.
#[must_use]
pub fn matches(pattern: &str, path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    fast_glob::glob_match(pattern, path) || (!pattern.contains('/') && fast_glob::glob_match(pattern, name))
}
