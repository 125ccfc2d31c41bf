use core::fmt;

use crate::options::Options;
use crate::permission;
use crate::text::{self, Range};
use crate::{
    AgentFields, ClaudeCode, Color, Effort, Example, McpServer, Model, Sections, Template, Tool, ToolAccess, Value,
};

/// One agent definition, compiled: every field of its frontmatter, and its prompt.
///
/// `include_agents!` or the build script makes one of each file; [`AgentFields`] makes one in a test. Nothing is
/// allocated when it is used, and nothing is parsed but the outline of the prompt, by [`sections`](Self::sections).
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::Agent;
///
/// fn request(agent: &Agent, question: &str) -> String {
///     let model = agent.model().map_or("claude-sonnet-5", |model| model.as_str());
///     format!("{model}\n{}\n{question}", agent.prompt())
/// }
/// ```
///
/// # Texts
///
/// A text is a part of the embedded file, and is checked to be UTF-8 each time it is asked for, which takes less than a
/// microsecond for an ordinary prompt.
///
/// A file that changes while the crate is compiled, after it was read and before rustc embeds it, fails the build if its
/// length differs. **If the length is the same**, the texts are taken from the new file at the byte offsets of the old one;
/// a text that is not UTF-8 then is empty, and an optional one `None`. Cargo sees the change, and the next build is right.
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

/// Builds an agent: for generated code only. Each number holds four of 32 bits, the first in the highest: start and end of
/// name and description, of raw description and body, and of the prompt, behind the length of the file when it was compiled and a
/// zero. For rustc, one number is less work than four.
///
/// # Panics
/// While it is evaluated at compile time, where the embedded file is not the one that was compiled.
#[must_use]
#[allow(clippy::cast_possible_truncation, reason = "a part of a number is meant")]
pub const fn agent(
    path: &'static str,
    source: &'static [u8],
    [first, second, third]: [u128; 3],
    options: &'static Options,
) -> Agent {
    let length = (third >> 96) as usize;
    assert!(source.len() == length, "an agent file was changed while the crate was being compiled: build again");
    Agent {
        path,
        source,
        name: [(first >> 96) as u32, (first >> 64) as u32],
        description: [(first >> 32) as u32, first as u32],
        raw_description: [(second >> 96) as u32, (second >> 64) as u32],
        body: [(second >> 32) as u32, second as u32],
        prompt: [(third >> 32) as u32, third as u32],
        options,
    }
}

impl Agent {
    /// An agent that is written in Rust, for tests: [`AgentFields`] has an example.
    ///
    /// Its [`prompt`](Self::prompt) is the body without ASCII white space at its ends.
    ///
    /// # Panics
    /// Where the body is longer than 4 GiB.
    #[must_use]
    pub const fn new(fields: &'static AgentFields) -> Self {
        let source = fields.body.as_bytes();
        assert!(source.len() <= u32::MAX as usize, "the body of an agent is longer than 4 GiB");
        let start = source.len() - source.trim_ascii_start().len();
        let end = start + source.trim_ascii().len();
        let (length, start, end) = (source.len() as u128, start as u128, end as u128);
        agent(fields.path, source, [0, length, length << 96 | start << 32 | end], &fields.options)
    }

    /// The name, as the file gives it.
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.text(self.options.name, self.name)
    }

    /// A text, which is in the options where the file spells it differently.
    const fn text(&self, decoded: Option<&'static str>, range: Range) -> &'static str {
        match decoded {
            Some(text) => text,
            None => text::resolve(self.source, range),
        }
    }

    /// What it has in common with others, where that matters as it is written.
    #[cfg(feature = "serde")]
    pub(crate) const fn options(&self) -> &'static Options {
        self.options
    }

    /// The bytes of the name, for look-ups, which need not know that they are UTF-8.
    pub(crate) fn name_bytes(&self) -> &'static [u8] {
        match self.options.name {
            Some(text) => text.as_bytes(),
            None => text::part(self.source, self.name),
        }
    }

    /// When to use the agent, for a reader: the examples taken out, a literal `\n` made a line break.
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
    #[must_use]
    pub const fn description(&self) -> &'static str {
        self.text(self.options.description, self.description)
    }

    /// The description with everything in it, as Claude Code gives it to a model: a literal `\n` made a line break.
    ///
    /// Claude Code 2.1.331 does so with each backslash and `n`, also in a path such as `C:\new`, which stays here.
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
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
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
    #[must_use]
    pub const fn body(&self) -> &'static str {
        text::resolve(self.source, self.body)
    }

    /// The system prompt: the body without white space at its ends.
    ///
    /// Of a prompt with parameters or fragments, this is the text with its tags, such as `{{customer}}`: the struct of the prompt
    /// in the module `prompt`, or [`template`](Self::template), fills them in.
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
    #[must_use]
    pub const fn prompt(&self) -> &'static str {
        text::resolve(self.source, self.prompt)
    }

    /// The prompt as the text and the parameters that it is made of.
    #[must_use]
    pub const fn template(&self) -> Template {
        Template::new(self.source, self.prompt, self.options.pieces, self.options.parameters)
    }

    /// The outline of the body, which is read when it is asked for: [`Section`](crate::Section) has an example.
    ///
    /// If the file was replaced during the build, see [Texts](Self#texts).
    #[must_use]
    pub const fn sections(&self) -> Sections<'static> {
        Sections::of(self.body())
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

    /// How much reasoning it spends; `None` inherits that of the session.
    #[must_use]
    pub const fn effort(&self) -> Option<Effort> {
        self.options.effort
    }

    /// The fields that only Claude Code reads.
    #[must_use]
    pub const fn claude_code(&self) -> ClaudeCode {
        ClaudeCode::new(self.source, self.options)
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

    /// Whether it may use a tool: the tool is granted, and not denied.
    ///
    /// The answer is that of Claude Code, and *no* where Claude Code leaves it open:
    ///
    /// - Letter case counts. `Task` and `Agent` are the same tool, as are `KillShell` and `TaskStop`.
    /// - A specifier does not narrow: an agent that is granted `Bash(git diff:*)` may use `Bash`, and one that is denied it
    ///   may not. Only that of a granted `Agent` is a list: `Agent(Explore)` leaves no other agent.
    /// - `mcp__github` and `mcp__github__*` stand for every tool of that server; `mcp__*` denies every server. No other
    ///   pattern matches anything.
    /// - An agent with a memory and a list of tools may also use Read, Write and Edit.
    ///
    /// ```
    /// # extern crate include_agents_core as include_agents;
    /// use include_agents::{Agent, AgentFields, Tool};
    ///
    /// static TRIAGE: Agent = Agent::new(
    ///     &AgentFields::new("triage", "Sorts issues.", "You sort issues.")
    ///         .tools(&[Tool::new("Read"), Tool::new("mcp__github")])
    ///         .disallowed_tools(&[Tool::new("mcp__github__delete_repo")]),
    /// );
    /// assert!(TRIAGE.may_use("mcp__github__create_issue"));
    /// assert!(!TRIAGE.may_use("mcp__github__delete_repo"));
    /// assert!(!TRIAGE.may_use("Write"));
    /// ```
    #[must_use]
    pub fn may_use(&self, tool: &str) -> bool {
        let denied = self.disallowed_tools().iter().map(|denied| denied.as_str());
        permission::allows(self.tools().entries(), denied, self.options.memory.is_some(), tool)
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
            .field("max_turns", &self.max_turns())
            .field("skills", &self.skills())
            .field("mcp_servers", &self.mcp_servers())
            .field("effort", &self.effort())
            .field("claude_code", &self.claude_code())
            .field("extras", &self.extras())
            .field("body", &self.body())
            .field("parameters", &self.template().parameters())
            .finish()
    }
}
