use core::fmt;

use crate::options::Options;
use crate::{CacheTtl, Isolation, Memory, PermissionMode, Value};

/// The fields of an agent that only Claude Code reads: [`Agent::claude_code`](crate::Agent::claude_code).
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{Agent, PermissionMode};
///
/// fn writes_unasked(agent: &Agent) -> bool {
///     agent.claude_code().permission_mode() == Some(PermissionMode::AcceptEdits)
/// }
/// ```
#[derive(Clone, Copy)]
pub struct ClaudeCode {
    source: &'static [u8],
    options: &'static Options,
}

impl ClaudeCode {
    pub(crate) const fn new(source: &'static [u8], options: &'static Options) -> Self {
        Self { source, options }
    }

    /// Which actions the agent may take without asking; `None` inherits the mode of the session.
    #[must_use]
    pub const fn permission_mode(self) -> Option<PermissionMode> {
        self.options.permission_mode
    }

    /// The agent's hooks, as a map from event to configuration.
    #[must_use]
    pub const fn hooks(self) -> Option<Value> {
        self.options.hooks
    }

    /// Where the agent keeps its memory between runs.
    #[must_use]
    pub const fn memory(self) -> Option<Memory> {
        self.options.memory
    }

    /// Whether the agent always runs in the background.
    #[must_use]
    pub const fn background(self) -> bool {
        self.options.background
    }

    /// In which copy of the repository the agent works.
    #[must_use]
    pub const fn isolation(self) -> Option<Isolation> {
        self.options.isolation
    }

    /// The first user turn when the agent runs as the main agent.
    ///
    /// If the file was replaced during the build, see [Texts](crate::Agent#texts).
    #[must_use]
    pub const fn initial_prompt(self) -> Option<&'static str> {
        self.options.initial_prompt.resolve(self.source)
    }

    /// Whether the agent starts without the project's `CLAUDE.md`.
    #[must_use]
    pub const fn omit_claude_md(self) -> bool {
        self.options.omit_claude_md
    }

    /// How long the agent's prompt cache lives.
    #[must_use]
    pub const fn cache_ttl(self) -> Option<CacheTtl> {
        self.options.cache_ttl
    }

    /// The size of the context, in tokens, from which it is compacted.
    #[must_use]
    pub const fn auto_compact_window(self) -> Option<u32> {
        self.options.auto_compact_window
    }

    /// The name of the agent that observes this one.
    ///
    /// If the file was replaced during the build, see [Texts](crate::Agent#texts).
    #[must_use]
    pub const fn observer(self) -> Option<&'static str> {
        self.options.observer.resolve(self.source)
    }

    /// A text for the observer.
    ///
    /// If the file was replaced during the build, see [Texts](crate::Agent#texts).
    #[must_use]
    pub const fn observer_message(self) -> Option<&'static str> {
        self.options.observer_message.resolve(self.source)
    }

    /// Whether the agent, where it observes another, is shown the results of tools. It is unless the file says otherwise.
    #[must_use]
    pub const fn observe_tool_results(self) -> bool {
        !matches!(self.options.observe_tool_results, Some(false))
    }

    /// Whether the agents that the agent starts are observed too. They are unless the file says otherwise.
    #[must_use]
    pub const fn observe_subagents(self) -> bool {
        !matches!(self.options.observe_subagents, Some(false))
    }
}

impl fmt::Debug for ClaudeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClaudeCode")
            .field("permission_mode", &self.permission_mode())
            .field("hooks", &self.hooks())
            .field("memory", &self.memory())
            .field("background", &self.background())
            .field("isolation", &self.isolation())
            .field("initial_prompt", &self.initial_prompt())
            .field("omit_claude_md", &self.omit_claude_md())
            .field("cache_ttl", &self.cache_ttl())
            .field("auto_compact_window", &self.auto_compact_window())
            .field("observer", &self.observer())
            .field("observer_message", &self.observer_message())
            .field("observe_tool_results", &self.observe_tool_results())
            .field("observe_subagents", &self.observe_subagents())
            .finish()
    }
}
