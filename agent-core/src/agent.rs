use core::fmt;

use crate::text::{self, Range, Text};
use crate::{
    CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess, Value,
};

/// One agent definition, compiled: every field of its frontmatter, and its prompt.
///
/// Values are made by `include_agents!` or by the build script, never by hand. Nothing is parsed or allocated when
/// they are used. A text is a part of the embedded file, and is checked to be UTF-8 when it is asked for, which takes less
/// than a microsecond for an ordinary prompt.
pub struct Agent {
    path: &'static str,
    source: &'static [u8],
    name: Range,
    description: Range,
    raw_description: Range,
    body: Range,
    prompt: Range,
    options: &'static Options,
}

/// What agents can have in common, so that those of a roster share it; what an agent does not set comes from
/// [`Options::NONE`].
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "the accessors of `Agent` say what each is")]
pub struct Options {
    /// The three texts where the file holds them otherwise than they are read: escaped, or folded.
    pub name: Option<&'static str>,
    pub description: Option<&'static str>,
    pub raw_description: Option<&'static str>,
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

impl Options {
    /// No field set.
    pub const NONE: Self = Self {
        name: None,
        description: None,
        raw_description: None,
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

/// Builds an agent: for generated code only. `length` is that of the file when it was compiled, and the ranges are start
/// and end of name, description, raw description, body and prompt.
///
/// # Panics
/// While it is evaluated at compile time, where the embedded file is not the one that was compiled.
#[must_use]
pub const fn agent(
    path: &'static str,
    source: &'static [u8],
    length: usize,
    ranges: [u32; 10],
    options: &'static Options,
) -> Agent {
    assert!(source.len() == length, "an agent file was changed while the crate was being compiled: build again");
    let [name, name_end, text, text_end, raw, raw_end, body, body_end, prompt, prompt_end] = ranges;
    Agent {
        path,
        source,
        name: [name, name_end],
        description: [text, text_end],
        raw_description: [raw, raw_end],
        body: [body, body_end],
        prompt: [prompt, prompt_end],
        options,
    }
}

impl Agent {
    /// The name, as the file gives it.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.text(self.options.name, self.name)
    }

    /// A text that stands in the options where the file holds it otherwise.
    const fn text(&self, decoded: Option<&'static str>, range: Range) -> &'static str {
        match decoded {
            Some(text) => text,
            None => text::resolve(self.source, range),
        }
    }

    /// The bytes of the name, for look-ups, which need not know that they are UTF-8.
    pub(crate) fn name_bytes(&self) -> &'static [u8] {
        match self.options.name {
            Some(text) => text.as_bytes(),
            None => text::part(self.source, self.name),
        }
    }

    /// When to use the agent, for a reader: the examples taken out, a literal `\n` made a line break.
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.text(self.options.description, self.description)
    }

    /// The description with everything in it, as other programs give it to a model.
    #[must_use]
    pub const fn raw_description(&self) -> &'static str {
        self.text(self.options.raw_description, self.raw_description)
    }

    /// The examples of the description, in their order.
    #[must_use]
    pub const fn examples(&self) -> &'static [Example] {
        self.options.examples
    }

    /// Everything after the line of the closing `---`, byte for byte.
    #[must_use]
    pub const fn body(&self) -> &'static str {
        text::resolve(self.source, self.body)
    }

    /// The system prompt: the body without white space at its ends.
    #[must_use]
    pub const fn prompt(&self) -> &'static str {
        text::resolve(self.source, self.prompt)
    }

    /// The model it asks for; `None` leaves the choice to the program that runs it.
    #[must_use]
    pub const fn model(&self) -> Option<Model> {
        self.options.model
    }

    /// The tools it may use.
    #[must_use]
    pub const fn tools(&self) -> ToolAccess {
        self.options.tools
    }

    /// The tools taken away from it, which wins over [`tools`](Self::tools).
    #[must_use]
    pub const fn disallowed_tools(&self) -> &'static [Tool] {
        self.options.disallowed_tools
    }

    /// The color that marks it.
    #[must_use]
    pub const fn color(&self) -> Option<Color> {
        self.options.color
    }

    /// Which actions need no question; `None` inherits the mode of the session.
    #[must_use]
    pub const fn permission_mode(&self) -> Option<PermissionMode> {
        self.options.permission_mode
    }

    /// The most turns it may take, at least 1.
    #[must_use]
    pub const fn max_turns(&self) -> Option<u32> {
        self.options.max_turns
    }

    /// The skills whose content it starts with.
    #[must_use]
    pub const fn skills(&self) -> &'static [&'static str] {
        self.options.skills
    }

    /// The MCP servers it uses.
    #[must_use]
    pub const fn mcp_servers(&self) -> &'static [McpServer] {
        self.options.mcp_servers
    }

    /// Its hooks, as a map from event to configuration.
    #[must_use]
    pub const fn hooks(&self) -> Option<Value> {
        self.options.hooks
    }

    /// Where it keeps its memory.
    #[must_use]
    pub const fn memory(&self) -> Option<Memory> {
        self.options.memory
    }

    /// Whether it always runs in the background.
    #[must_use]
    pub const fn background(&self) -> bool {
        self.options.background
    }

    /// Whether it starts without the project's `CLAUDE.md`.
    #[must_use]
    pub const fn omit_claude_md(&self) -> bool {
        self.options.omit_claude_md
    }

    /// How much reasoning it spends; `None` inherits that of the session.
    #[must_use]
    pub const fn effort(&self) -> Option<Effort> {
        self.options.effort
    }

    /// In which copy of the repository it works.
    #[must_use]
    pub const fn isolation(&self) -> Option<Isolation> {
        self.options.isolation
    }

    /// The first user turn when it runs as the main agent.
    #[must_use]
    pub const fn initial_prompt(&self) -> Option<&'static str> {
        self.options.initial_prompt.resolve(self.source)
    }

    /// How long its prompt cache lives.
    #[must_use]
    pub const fn cache_ttl(&self) -> Option<CacheTtl> {
        self.options.cache_ttl
    }

    /// The value of a field that this crate does not know.
    #[must_use]
    pub fn extra(&self, key: &str) -> Option<Value> {
        Value::Map(self.options.extra).get(key)
    }

    /// All fields that this crate does not know, in the order of the file.
    #[must_use]
    pub const fn extras(&self) -> &'static [(&'static str, Value)] {
        self.options.extra
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
        self.path
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "what the accessors give is all there is to see")]
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
            .field("extra", &self.options.extra)
            .field("body", &self.body())
            .finish()
    }
}
