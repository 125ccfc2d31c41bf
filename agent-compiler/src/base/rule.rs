//! What is known about a rule, without its check, which is in the module of the rules.

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The build fails: the agent would be lost, or would not run as written.
    Error,
    /// The build continues: the agent works, but something is wrong.
    Warn,
    /// Nothing is reported.
    Allow,
}

impl Level {
    /// The words for the levels in settings and in documentation.
    pub const WORDS: [(&'static str, Self); 3] = [("error", Self::Error), ("warn", Self::Warn), ("allow", Self::Allow)];

    /// The word for this level.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, level)| *level == self).map_or("", |(word, _)| word)
    }
}

/// What a rule is about: a heading in the documentation, and a folder in the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The folder as a whole and its settings.
    Folder,
    /// The frontmatter and its fields.
    Frontmatter,
    /// Names of agents.
    Names,
    /// Models, tools and permissions.
    Tools,
    /// References between agents.
    References,
    /// The prompt, and the text of the whole file.
    Prompt,
}

impl Group {
    /// The heading in the documentation.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Folder => "The folder",
            Self::Frontmatter => "The frontmatter",
            Self::Names => "Names",
            Self::Tools => "Models, tools and permissions",
            Self::References => "References between agents",
            Self::Prompt => "The prompt",
        }
    }
}

/// A rule, without its check.
#[derive(Debug)]
pub struct RuleInfo {
    /// Its name in messages and settings, in kebab case.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The level of its diagnostics, unless the settings change it.
    pub level: Level,
    /// The same where a program of the user's own runs the agents: what is known of Claude Code does not matter there.
    pub level_in_own: Level,
    /// Whether no setting can lower its level, since there is no agent to build.
    pub is_fixed: bool,
    /// The lines of its documentation, in Markdown.
    pub docs: &'static [&'static str],
}

impl RuleInfo {
    /// Whether a setting can set this level.
    #[must_use]
    pub fn may_be(&self, level: Level) -> bool {
        !self.is_fixed || level == Level::Error
    }

    /// Its levels in words, for its documentation.
    #[must_use]
    pub fn levels(&self) -> String {
        let fixed = if self.is_fixed { " (fixed)" } else { "" };
        let own = match self.level_in_own {
            level if level == self.level => String::new(),
            level => format!("; {} with `runs-in = \"own\"`", level.word()),
        };
        format!("{}{fixed}{own}", self.level.word())
    }

    /// Its documentation in Markdown: a summary, what it does, why this is bad, an example, and what to use instead.
    #[must_use]
    pub fn documentation(&self) -> String {
        self.docs.iter().flat_map(|line| [line.strip_prefix(' ').unwrap_or(line), "\n"]).collect()
    }

    /// The first line of its documentation, without the final dot.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        self.docs.first().map_or("", |line| line.trim().trim_end_matches('.'))
    }
}
