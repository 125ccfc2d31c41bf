//! What is known of a rule. How it checks stands in the room of the rules.

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The build fails: the agent would be lost, or would run otherwise than written.
    Error,
    /// The build goes on: the agent works here, but something is off.
    Warn,
    /// Nothing is said.
    Allow,
}

impl Level {
    /// The words for the levels, in settings and in documentation.
    pub const WORDS: [(&'static str, Self); 3] = [("error", Self::Error), ("warn", Self::Warn), ("allow", Self::Allow)];

    /// The word for this level.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, level)| *level == self).map_or("", |(word, _)| word)
    }
}

/// What a rule is about: a heading in the documentation, and a folder of the rules.
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
    /// Agents that refer to others.
    References,
    /// The prompt, and the text of the whole file.
    Prompt,
}

impl Group {
    /// The heading.
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
    /// Its name, in kebab-case: in messages and in settings.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// The level of its diagnostics, unless the settings give it another.
    pub level: Level,
    /// Whether no setting can lower its level, since what it reports leaves no agent to build.
    pub is_fixed: bool,
    /// Its documentation, line by line, in Markdown.
    pub docs: &'static [&'static str],
}

impl RuleInfo {
    /// Whether a setting can give it this level.
    #[must_use]
    pub fn may_be(&self, level: Level) -> bool {
        !self.is_fixed || level == Level::Error
    }

    /// Its documentation in Markdown: a line of summary, then what it does, why that is bad, an example, what to use instead.
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
