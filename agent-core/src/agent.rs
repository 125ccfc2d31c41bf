use core::fmt;

use crate::text::Text;
use crate::{
    CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess, Value,
};

/// One agent definition, compiled: every field of its frontmatter, and its prompt.
///
/// Values are made by `include_agents!` or by the build script, never by hand. Nothing is parsed or allocated when
/// they are used.
pub struct Agent {
    parts: Parts,
}

/// The fields as generated code gives them; what an agent does not set comes from [`Parts::EMPTY`].
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "the accessors of `Agent` say what each is")]
pub struct Parts {
    pub path: &'static str,
    /// The whole file, and its length as the compiler saw it.
    pub source: &'static str,
    pub source_len: usize,
    pub name: Text,
    pub description: Text,
    pub raw_description: Text,
    pub body: Text,
    pub prompt: Text,
    pub examples: &'static [Example],
    pub model: Option<Model>,
    pub tools: ToolAccess,
    pub disallowed_tools: &'static [Tool],
    pub color: Option<Color>,
    pub permission_mode: Option<PermissionMode>,
    pub max_turns: Option<u32>,
    pub skills: &'static [&'static str],
    pub mcp_servers: &'static [McpServer],
    pub hooks: Option<Value>,
    pub memory: Option<Memory>,
    pub background: bool,
    pub omit_claude_md: bool,
    pub effort: Option<Effort>,
    pub isolation: Option<Isolation>,
    pub initial_prompt: Text,
    pub cache_ttl: Option<CacheTtl>,
    pub extra: &'static [(&'static str, Value)],
}

impl Parts {
    /// An agent with no field set.
    pub const EMPTY: Self = Self {
        path: "",
        source: "",
        source_len: 0,
        name: Text::EMPTY,
        description: Text::EMPTY,
        raw_description: Text::EMPTY,
        body: Text::EMPTY,
        prompt: Text::EMPTY,
        examples: &[],
        model: None,
        tools: ToolAccess::All,
        disallowed_tools: &[],
        color: None,
        permission_mode: None,
        max_turns: None,
        skills: &[],
        mcp_servers: &[],
        hooks: None,
        memory: None,
        background: false,
        omit_claude_md: false,
        effort: None,
        isolation: None,
        initial_prompt: Text::EMPTY,
        cache_ttl: None,
        extra: &[],
    };
}

/// Builds an agent: for generated code only.
///
/// # Panics
/// While it is evaluated at compile time, where the embedded file is not the one that was compiled.
#[must_use]
pub const fn agent(parts: Parts) -> Agent {
    assert!(
        parts.source.len() == parts.source_len,
        "an agent file was changed while the crate was being compiled: build again"
    );
    Agent { parts }
}

impl Agent {
    /// The name, as the file gives it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.parts.name.resolve(self.parts.source)
    }

    /// When to use the agent, for a reader: the examples taken out, a literal `\n` made a line break.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.parts.description.resolve(self.parts.source)
    }

    /// The description with everything in it, as other programs give it to a model.
    #[must_use]
    pub const fn raw_description(&self) -> &'static str {
        self.parts.raw_description.resolve(self.parts.source)
    }

    /// The examples of the description, in their order.
    #[must_use]
    pub const fn examples(&self) -> &'static [Example] {
        self.parts.examples
    }

    /// Everything after the line of the closing `---`, byte for byte.
    #[must_use]
    pub const fn body(&self) -> &'static str {
        self.parts.body.resolve(self.parts.source)
    }

    /// The system prompt: the body without white space at its ends.
    #[must_use]
    pub const fn prompt(&self) -> &'static str {
        self.parts.prompt.resolve(self.parts.source)
    }

    /// The model it asks for; `None` leaves the choice to the program that runs it.
    #[must_use]
    pub const fn model(&self) -> Option<Model> {
        self.parts.model
    }

    /// The tools it may use.
    #[must_use]
    pub const fn tools(&self) -> ToolAccess {
        self.parts.tools
    }

    /// The tools taken away from it, which wins over [`tools`](Self::tools).
    #[must_use]
    pub const fn disallowed_tools(&self) -> &'static [Tool] {
        self.parts.disallowed_tools
    }

    /// The color that marks it.
    #[must_use]
    pub const fn color(&self) -> Option<Color> {
        self.parts.color
    }

    /// Which actions need no question; `None` inherits the mode of the session.
    #[must_use]
    pub const fn permission_mode(&self) -> Option<PermissionMode> {
        self.parts.permission_mode
    }

    /// The most turns it may take, at least 1.
    #[must_use]
    pub const fn max_turns(&self) -> Option<u32> {
        self.parts.max_turns
    }

    /// The skills whose content it starts with.
    #[must_use]
    pub const fn skills(&self) -> &'static [&'static str] {
        self.parts.skills
    }

    /// The MCP servers it uses.
    #[must_use]
    pub const fn mcp_servers(&self) -> &'static [McpServer] {
        self.parts.mcp_servers
    }

    /// Its hooks, as a map from event to configuration.
    #[must_use]
    pub const fn hooks(&self) -> Option<Value> {
        self.parts.hooks
    }

    /// Where it keeps its memory.
    #[must_use]
    pub const fn memory(&self) -> Option<Memory> {
        self.parts.memory
    }

    /// Whether it always runs in the background.
    #[must_use]
    pub const fn background(&self) -> bool {
        self.parts.background
    }

    /// Whether it starts without the project's `CLAUDE.md`.
    #[must_use]
    pub const fn omit_claude_md(&self) -> bool {
        self.parts.omit_claude_md
    }

    /// How much reasoning it spends; `None` inherits that of the session.
    #[must_use]
    pub const fn effort(&self) -> Option<Effort> {
        self.parts.effort
    }

    /// In which copy of the repository it works.
    #[must_use]
    pub const fn isolation(&self) -> Option<Isolation> {
        self.parts.isolation
    }

    /// The first user turn when it runs as the main agent.
    #[must_use]
    pub const fn initial_prompt(&self) -> Option<&'static str> {
        self.parts.initial_prompt.resolve_option(self.parts.source)
    }

    /// How long its prompt cache lives.
    #[must_use]
    pub const fn cache_ttl(&self) -> Option<CacheTtl> {
        self.parts.cache_ttl
    }

    /// The value of a field that this crate does not know.
    #[must_use]
    pub fn extra(&self, key: &str) -> Option<Value> {
        Value::Map(self.parts.extra).get(key)
    }

    /// All fields that this crate does not know, in the order of the file.
    #[must_use]
    pub const fn extras(&self) -> &'static [(&'static str, Value)] {
        self.parts.extra
    }

    /// Whether it may use a tool of this name: it is granted, and not taken away. A tool that is denied with a specifier
    /// is denied whole, as Claude Code has it.
    #[must_use]
    pub fn may_use(&self, tool: &str) -> bool {
        self.tools().grants(tool) && !self.disallowed_tools().iter().any(|denied| denied.name() == tool)
    }

    /// The file, relative to the package, with `/` between folders.
    #[must_use]
    pub const fn path(&self) -> &'static str {
        self.parts.path
    }
}

impl fmt::Debug for Agent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Agent")
            .field("name", &self.name())
            .field("path", &self.path())
            .field("raw_description", &self.raw_description())
            .field("description", &self.description())
            .field("examples", &self.examples())
            .field("model", &self.model())
            .field("tools", &self.tools())
            .field("disallowed_tools", &self.disallowed_tools())
            .field("color", &self.color())
            .field("permission_mode", &self.permission_mode())
            .field("max_turns", &self.max_turns())
            .field("skills", &self.skills())
            .field("mcp_servers", &self.mcp_servers())
            .field("hooks", &self.hooks())
            .field("memory", &self.memory())
            .field("background", &self.background())
            .field("omit_claude_md", &self.omit_claude_md())
            .field("effort", &self.effort())
            .field("isolation", &self.isolation())
            .field("initial_prompt", &self.initial_prompt())
            .field("cache_ttl", &self.cache_ttl())
            .field("extra", &self.parts.extra)
            .field("body", &self.body())
            .finish()
    }
}
