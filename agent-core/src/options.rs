use crate::template::Piece;
use crate::text::Text;
use crate::{
    CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess, Value,
};

/// What agents can have in common, so that those of a roster share it; what an agent does not set comes from
/// [`Options::NONE`].
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the accessors of `Agent` say what each is")]
pub struct Options {
    /// The three texts where the file spells them differently: escaped, or folded.
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
    pub auto_compact_window: Option<u32>,
    pub observer: Text,
    pub observer_message: Text,
    pub observe_tool_results: Option<bool>,
    pub observe_subagents: Option<bool>,
    pub extra: &'static [(&'static str, Value)],
    /// What a prompt that is not plain text is made of, and the names of its parameters.
    pub pieces: &'static [Piece],
    pub parameters: &'static [&'static str],
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
        auto_compact_window: None,
        observer: Text::EMPTY,
        observer_message: Text::EMPTY,
        observe_tool_results: None,
        observe_subagents: None,
        extra: &[],
        pieces: &[],
        parameters: &[],
    };
}
