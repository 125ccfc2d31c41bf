use crate::options::Options;
use crate::text::Text;
use crate::{
    CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess, Value,
};

/// The fields of an agent that is written in Rust, for the tests of code that takes an [`Agent`](crate::Agent).
///
/// What is not set is as in a file that does not set it. An agent refers to its fields, so that both belong into a
/// `static`, which may be inside a function.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::{Agent, AgentFields, Model, Tool};
///
/// // The code that is tested.
/// fn is_cheap(agent: &Agent) -> bool {
///     agent.model() == Some(Model::HAIKU) && !agent.may_use("Bash")
/// }
///
/// static REVIEWER: Agent = Agent::new(
///     &AgentFields::new("reviewer", "Reviews a change.", "You review.")
///         .model(Model::HAIKU)
///         .tools(&[Tool::new("Read"), Tool::new("Grep")]),
/// );
/// assert!(is_cheap(&REVIEWER));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AgentFields {
    pub(crate) path: &'static str,
    pub(crate) body: &'static str,
    pub(crate) options: Options,
}

/// Methods that set one field each.
macro_rules! setters {
    ($($(#[$meta:meta])* $field:ident($value:ident: $type:ty) $(= $stored:expr)?;)*) => {
        $(
            $(#[$meta])*
            #[must_use]
            pub const fn $field(mut self, $value: $type) -> Self {
                self.options.$field = setters!($value $($stored)?);
                self
            }
        )*
    };
    ($value:ident) => { $value };
    ($value:ident $stored:expr) => { $stored };
}

impl AgentFields {
    /// An agent with a name, a description and a body, the three that a file must have.
    #[must_use]
    pub const fn new(name: &'static str, description: &'static str, body: &'static str) -> Self {
        let options = Options {
            name: Some(name),
            description: Some(description),
            raw_description: Some(description),
            ..Options::NONE
        };
        Self { path: "", body, options }
    }

    /// Sets [`Agent::path`](crate::Agent::path), which is empty otherwise.
    #[must_use]
    pub const fn path(mut self, path: &'static str) -> Self {
        self.path = path;
        self
    }

    /// Sets [`Agent::tools`](crate::Agent::tools) to these and no other. Without this call the agent has every tool.
    #[must_use]
    pub const fn tools(mut self, tools: &'static [Tool]) -> Self {
        self.options.tools = ToolAccess::Only(tools);
        self
    }

    setters! {
        /// Sets [`Agent::raw_description`](crate::Agent::raw_description), which is the description otherwise.
        raw_description(text: &'static str) = Some(text);
        /// Sets [`Agent::examples`](crate::Agent::examples).
        examples(examples: &'static [Example]);
        /// Sets [`Agent::model`](crate::Agent::model).
        model(model: Model) = Some(model);
        /// Sets [`Agent::disallowed_tools`](crate::Agent::disallowed_tools).
        disallowed_tools(tools: &'static [Tool]);
        /// Sets [`Agent::color`](crate::Agent::color).
        color(color: Color) = Some(color);
        /// Sets [`Agent::skills`](crate::Agent::skills).
        skills(skills: &'static [&'static str]);
        /// Sets [`Agent::mcp_servers`](crate::Agent::mcp_servers).
        mcp_servers(servers: &'static [McpServer]);
        /// Sets [`Agent::max_turns`](crate::Agent::max_turns).
        max_turns(turns: u32) = Some(turns);
        /// Sets [`Agent::effort`](crate::Agent::effort).
        effort(effort: Effort) = Some(effort);
        /// Sets [`Agent::extras`](crate::Agent::extras).
        extra(fields: &'static [(&'static str, Value)]);
        /// Sets [`ClaudeCode::permission_mode`](crate::ClaudeCode::permission_mode).
        permission_mode(mode: PermissionMode) = Some(mode);
        /// Sets [`ClaudeCode::hooks`](crate::ClaudeCode::hooks).
        hooks(hooks: Value) = Some(hooks);
        /// Sets [`ClaudeCode::memory`](crate::ClaudeCode::memory).
        memory(memory: Memory) = Some(memory);
        /// Sets [`ClaudeCode::background`](crate::ClaudeCode::background).
        background(is_set: bool);
        /// Sets [`ClaudeCode::isolation`](crate::ClaudeCode::isolation).
        isolation(isolation: Isolation) = Some(isolation);
        /// Sets [`ClaudeCode::initial_prompt`](crate::ClaudeCode::initial_prompt).
        initial_prompt(text: &'static str) = Text::Literal(text);
        /// Sets [`ClaudeCode::omit_claude_md`](crate::ClaudeCode::omit_claude_md).
        omit_claude_md(is_set: bool);
        /// Sets [`ClaudeCode::cache_ttl`](crate::ClaudeCode::cache_ttl).
        cache_ttl(ttl: CacheTtl) = Some(ttl);
        /// Sets [`ClaudeCode::auto_compact_window`](crate::ClaudeCode::auto_compact_window).
        auto_compact_window(tokens: u32) = Some(tokens);
        /// Sets [`ClaudeCode::observer`](crate::ClaudeCode::observer).
        observer(name: &'static str) = Text::Literal(name);
        /// Sets [`ClaudeCode::observer_message`](crate::ClaudeCode::observer_message).
        observer_message(text: &'static str) = Text::Literal(text);
        /// Sets [`ClaudeCode::observe_tool_results`](crate::ClaudeCode::observe_tool_results), which is `true` otherwise.
        observe_tool_results(is_set: bool) = Some(is_set);
        /// Sets [`ClaudeCode::observe_subagents`](crate::ClaudeCode::observe_subagents), which is `true` otherwise.
        observe_subagents(is_set: bool) = Some(is_set);
    }
}

#[cfg(test)]
mod tests {
    use super::AgentFields;
    use crate::{
        Agent, CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess,
        Value,
    };
    use std::format;

    static FULL: Agent = Agent::new(
        &AgentFields::new("full", "Sets all.", "\nDo it.\n\n")
            .path("agents/full.md")
            .raw_description("Sets all. <example>")
            .examples(&[Example::new("Do it", "Done").with_context("Work").with_commentary("It is work")])
            .model(Model::OPUS)
            .tools(&[Tool::new("Read")])
            .disallowed_tools(&[Tool::new("Write")])
            .color(Color::RED)
            .skills(&["testing"])
            .mcp_servers(&[McpServer::new("github", None)])
            .max_turns(5)
            .effort(Effort::High)
            .extra(&[("team", Value::String("platform"))])
            .permission_mode(PermissionMode::Plan)
            .hooks(Value::Map(&[]))
            .memory(Memory::User)
            .background(true)
            .isolation(Isolation::Worktree)
            .initial_prompt("Begin.")
            .omit_claude_md(true)
            .cache_ttl(CacheTtl::OneHour)
            .auto_compact_window(200_000)
            .observer("auditor")
            .observer_message("Look twice.")
            .observe_tool_results(false)
            .observe_subagents(false),
    );

    #[test]
    fn what_is_set_is_read_back() {
        assert_eq!((FULL.name(), FULL.path(), FULL.description()), ("full", "agents/full.md", "Sets all."));
        assert_eq!(FULL.raw_description(), "Sets all. <example>");
        assert_eq!((FULL.body(), FULL.prompt()), ("\nDo it.\n\n", "Do it."));
        let example = FULL.examples()[0];
        assert_eq!((example.context(), example.user()), (Some("Work"), Some("Do it")));
        assert_eq!((example.assistant(), example.commentary()), (Some("Done"), Some("It is work")));
        assert_eq!((FULL.model(), FULL.color()), (Some(Model::OPUS), Some(Color::RED)));
        assert_eq!(FULL.tools(), const { ToolAccess::Only(&[Tool::new("Read")]) });
        assert_eq!(FULL.disallowed_tools(), [Tool::new("Write")]);
        assert!(FULL.may_use("Edit") && !FULL.may_use("Write"));
        assert_eq!(
            (FULL.skills(), FULL.mcp_servers()),
            (["testing"].as_slice(), [McpServer::new("github", None)].as_slice())
        );
        assert_eq!((FULL.max_turns(), FULL.effort()), (Some(5), Some(Effort::High)));
        assert_eq!((FULL.extra("team"), FULL.extra("x")), (Some(Value::String("platform")), None));

        let own = FULL.claude_code();
        assert_eq!((own.permission_mode(), own.hooks()), (Some(PermissionMode::Plan), Some(Value::Map(&[]))));
        assert_eq!((own.memory(), own.isolation()), (Some(Memory::User), Some(Isolation::Worktree)));
        assert_eq!((own.initial_prompt(), own.cache_ttl()), (Some("Begin."), Some(CacheTtl::OneHour)));
        assert!(own.background() && own.omit_claude_md());
        assert_eq!((own.observer(), own.observer_message()), (Some("auditor"), Some("Look twice.")));
        assert_eq!(own.auto_compact_window(), Some(200_000));
        assert!(!own.observe_tool_results() && !own.observe_subagents());
    }

    #[test]
    fn what_is_not_set_is_as_in_a_file_without_it() {
        static PLAIN: Agent = Agent::new(&AgentFields::new("plain", "Helps.", ""));
        assert_eq!((PLAIN.raw_description(), PLAIN.prompt(), PLAIN.path()), ("Helps.", "", ""));
        assert_eq!((PLAIN.tools(), PLAIN.model()), (ToolAccess::All, None));
        assert_eq!((PLAIN.claude_code().memory(), PLAIN.claude_code().initial_prompt()), (None, None));
        assert!(PLAIN.claude_code().observe_tool_results() && PLAIN.claude_code().observe_subagents());
        assert!(PLAIN.examples().is_empty() && PLAIN.extras().is_empty());
    }

    #[test]
    fn debug_shows_every_field() {
        let shown = format!("{FULL:?}");
        for text in ["agents/full.md", "\"opus\"", "\"Read\"", "Plan", "OneHour", "Begin.", "platform", "Do it."] {
            assert!(shown.contains(text), "{text}: {shown}");
        }
    }
}
