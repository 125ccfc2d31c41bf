//! The format of Claude Code's agents: its fields, and the tables of its tools, models, colors and built-in agents.

use crate::format::Format;
use crate::format::colors::Colors;
use crate::format::fields::{Field, Fields};
use crate::format::hooks::Hooks;
use crate::format::models::Models;
use crate::format::tables::{self, Table};
use crate::format::tools::Tools;
use crate::format::types::{self, FieldType};

/// What is known of the agents of Claude Code.
pub static CLAUDE_CODE: Format = Format {
    fields: Fields::new(FIELDS, tables::FIELDS),
    tools: Tools::new(tables::TOOLS),
    models: Models::new(tables::MODELS),
    colors: Colors::new(tables::COLORS),
    hooks: Hooks::new(tables::HOOKS),
    ignored_in_plugins: IGNORED_IN_PLUGINS,
    agents: Table::new(tables::AGENTS, |table| tables::rows::<3>(table).map(|[name, ..]| name).collect()),
};

/// The fields that Claude Code 2.1.331 ignores in an agent of a plugin, as measured on 2026-11-26.
const IGNORED_IN_PLUGINS: &[&str] =
    &["permissionMode", "hooks", "mcpServers", "initialPrompt", "observer", "observerMessage", "observeSubagents"];

const REQUIRED: bool = true;
const OPTIONAL: bool = false;

const SUB_AGENTS: &str = "https://code.claude.com/docs/en/sub-agents";

/// The version on which was measured what no page documents.
const MEASURED: &str = "Claude Code 2.1.331";

/// Every field, in the order of the documentation, given to another macro, which makes of them what it needs.
///
/// A field is an entry: the member of a definition and of the `Options` in the core crate, its
/// [type](crate::format::types), its name in a file, whether an agent is lost without it, the version that brought it, where
/// it is documented or on which version it was measured, the day on which it was last compared with that, and what it is for.
macro_rules! claude_code_fields {
    ($then:ident) => {
        $then! {
            name: Name = "name" [REQUIRED, None, SUB_AGENTS, "2026-10-02"]
                "What the agent is called: words in lower case joined by dashes, unique among the agents.";
            description: Text = "description" [REQUIRED, None, SUB_AGENTS, "2026-10-02"]
                "When to hand over to the agent. The model that delegates reads it, so say when, not only what.";
            tools: Tools = "tools" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "The tools it may use, between commas or as a list. Without this field it may use all of them.";
            disallowed_tools: DeniedTools = "disallowedTools" [OPTIONAL, Some("2.0.30"), SUB_AGENTS, "2026-10-02"]
                "Tools it may not use, between commas or as a list. They win over `tools`.";
            model: Model = "model" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "The model it runs on: an alias such as `sonnet`, a full id, or `inherit` for that of the session.";
            permission_mode: PermissionMode = "permissionMode" [OPTIONAL, Some("2.0.43"), SUB_AGENTS, "2026-10-02"]
                "Which actions need no question. Without this field, as the session has it.";
            max_turns: PositiveInteger = "maxTurns" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "The most turns it may take.";
            skills: Names = "skills" [OPTIONAL, Some("2.0.43"), SUB_AGENTS, "2026-10-02"]
                "Skills whose content it starts with, between commas or as a list.";
            mcp_servers: McpServers = "mcpServers" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "The MCP servers it uses: names, or maps from a name to its configuration.";
            hooks: Hooks = "hooks" [OPTIONAL, Some("2.1.0"), SUB_AGENTS, "2026-10-02"]
                "Its hooks: a map from an event to what runs then.";
            memory: Memory = "memory" [OPTIONAL, Some("2.1.33"), SUB_AGENTS, "2026-10-02"]
                "Where it keeps its memory between runs. Gives it Read, Write and Edit.";
            background: Boolean = "background" [OPTIONAL, Some("2.1.49"), SUB_AGENTS, "2026-10-02"]
                "Whether it always runs in the background.";
            omit_claude_md: Boolean = "omitClaudeMd" [OPTIONAL, Some("2.1.271"), SUB_AGENTS, "2026-10-02"]
                "Whether it starts without the project's CLAUDE.md.";
            effort: Effort = "effort" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "How much it reasons: a word, or a whole number.";
            isolation: Isolation = "isolation" [OPTIONAL, Some("2.1.50"), SUB_AGENTS, "2026-10-02"]
                "In which copy of the repository it works: in a git worktree of its own, or on another machine.";
            color: Color = "color" [OPTIONAL, None, SUB_AGENTS, "2026-10-02"]
                "The color that marks it in a user interface.";
            initial_prompt: Text = "initialPrompt" [OPTIONAL, Some("2.1.83"), SUB_AGENTS, "2026-10-02"]
                "The first user turn when it runs as the main agent.";
            cache_ttl: Experimental = "experimental" [OPTIONAL, Some("2.1.248"), SUB_AGENTS, "2026-10-02"]
                "Settings that may still change: `cacheTtl`, how long its prompt cache lives.";
            auto_compact_window: Window = "autoCompactWindow" [OPTIONAL, None, MEASURED, "2026-11-26"]
                "The size of the context, in tokens, from which it is compacted: 100,000 or more.";
            observer: Text = "observer" [OPTIONAL, None, MEASURED, "2026-11-26"]
                "The agent that observes it.";
            observer_message: Text = "observerMessage" [OPTIONAL, None, MEASURED, "2026-11-26"]
                "A text for its observer.";
            observe_tool_results: OnByDefault = "observeToolResults" [OPTIONAL, None, MEASURED, "2026-11-26"]
                "Whether an observer is shown the results of tools. Without this field, it is.";
            observe_subagents: OnByDefault = "observeSubagents" [OPTIONAL, None, MEASURED, "2026-11-26"]
                "Whether the agents that it starts are observed too. Without this field, they are.";
        }
    };
}
pub(crate) use claude_code_fields;

macro_rules! list {
    ($($member:ident: $type:ident = $name:literal [$required:expr, $since:expr, $source:expr, $day:literal]
        $what:literal;)*) => {
        /// The fields of Claude Code's agents.
        ///
        /// | field | what it is for |
        /// |---|---|
        $(#[doc = concat!("| `", $name, "` | ", $what, " |")])*
        pub const FIELDS: &[Field<'static>] = &[$(
            Field {
                name: $name,
                kind: <types::$type as FieldType>::KIND,
                required: $required,
                what: $what,
                since: $since,
                source: $source,
                verified: $day,
            },
        )*];
    };
}
claude_code_fields!(list);

/// The only field of `experimental`.
pub static CACHE_TTL: Field = Field {
    name: "experimental.cacheTtl",
    kind: <types::CacheTtl as FieldType>::KIND,
    required: OPTIONAL,
    what: "How long its prompt cache lives.",
    since: None,
    source: SUB_AGENTS,
    verified: "2026-10-02",
};

#[cfg(test)]
mod tests {
    use super::{CACHE_TTL, FIELDS, MEASURED};

    #[test]
    fn every_field_has_its_source_and_date() {
        for field in FIELDS.iter().chain([&CACHE_TTL]) {
            assert!(field.source.starts_with("https://") || field.source == MEASURED, "{field:?}");
            assert!(!field.what.is_empty(), "{field:?}");
            assert!(field.verified.len() == 10 && field.verified.starts_with("20"), "{field:?}");
        }
    }
}
