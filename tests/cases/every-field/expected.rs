/// The agents of `agents`.
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
pub enum AgentKind {
    /// release-manager: Use this agent to prepare a release: version, changelog and announcement. *Model: claude-opus-5. Tools: Read, Edit, Write, Bash(git log:\*, git tag:\*), mcp\_\_tracker\_\_search, without WebFetch, NotebookEdit. File: agents/release-manager.md*
    ReleaseManager,
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    /// release-manager: Use this agent to prepare a release: version, changelog and announcement. *Model: claude-opus-5. Tools: Read, Edit, Write, Bash(git log:\*, git tag:\*), mcp\_\_tracker\_\_search, without WebFetch, NotebookEdit. File: agents/release-manager.md*
    pub static RELEASE_MANAGER: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/release-manager.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to prepare a release: version, changelog and announcement.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to prepare a release: version, changelog and announcement.\n\n<example>\nContext: All changes for the next version are merged.\nuser: \"Prepare version 2.4\"\nassistant: \"I'll have the release-manager agent draft the changelog.\"\n<commentary>The changes are merged, so the release can be prepared.</commentary>\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "All changes for the next version are merged.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Prepare version 2.4",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll have the release-manager agent draft the changelog.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The changes are merged, so the release can be prepared.",
                        ),
                    ],
                ),
            ],
            tools: ::include_agents::ToolAccess::Only(
                &[
                    ::include_agents::Tool::new("Read"),
                    ::include_agents::Tool::new("Edit"),
                    ::include_agents::Tool::new("Write"),
                    ::include_agents::Tool::new("Bash(git log:*, git tag:*)"),
                    ::include_agents::Tool::new("mcp__tracker__search"),
                ],
            ),
            disallowed_tools: &[
                ::include_agents::Tool::new("WebFetch"),
                ::include_agents::Tool::new("NotebookEdit"),
            ],
            model: ::core::option::Option::Some(
                ::include_agents::Model::new("claude-opus-5"),
            ),
            permission_mode: ::core::option::Option::Some(
                ::include_agents::PermissionMode::AcceptEdits,
            ),
            max_turns: ::core::option::Option::Some(40),
            skills: &["changelog", "versioning"],
            mcp_servers: &[
                ::include_agents::McpServer::new(
                    "tracker",
                    ::core::option::Option::None,
                ),
                ::include_agents::McpServer::new(
                    "announcements",
                    ::core::option::Option::Some(
                        ::include_agents::Value::Map(
                            &[
                                (
                                    "command",
                                    ::include_agents::Value::String("announce-server"),
                                ),
                                (
                                    "args",
                                    ::include_agents::Value::List(
                                        &[
                                            ::include_agents::Value::String("--channel"),
                                            ::include_agents::Value::String("releases"),
                                        ],
                                    ),
                                ),
                                (
                                    "env",
                                    ::include_agents::Value::Map(
                                        &[("RETRIES", ::include_agents::Value::String("3"))],
                                    ),
                                ),
                            ],
                        ),
                    ),
                ),
            ],
            hooks: ::core::option::Option::Some(
                ::include_agents::Value::Map(
                    &[
                        (
                            "Stop",
                            ::include_agents::Value::List(
                                &[
                                    ::include_agents::Value::Map(
                                        &[
                                            (
                                                "hooks",
                                                ::include_agents::Value::List(
                                                    &[
                                                        ::include_agents::Value::Map(
                                                            &[
                                                                ("type", ::include_agents::Value::String("command")),
                                                                (
                                                                    "command",
                                                                    ::include_agents::Value::String(
                                                                        "./scripts/check-changelog.sh",
                                                                    ),
                                                                ),
                                                                ("timeout", ::include_agents::Value::Float(30.5)),
                                                            ],
                                                        ),
                                                    ],
                                                ),
                                            ),
                                        ],
                                    ),
                                ],
                            ),
                        ),
                    ],
                ),
            ),
            memory: ::core::option::Option::Some(::include_agents::Memory::Project),
            background: true,
            omit_claude_md: true,
            effort: ::core::option::Option::Some(::include_agents::Effort::High),
            isolation: ::core::option::Option::Some(
                ::include_agents::Isolation::Worktree,
            ),
            color: ::core::option::Option::Some(::include_agents::Color::PURPLE),
            initial_prompt: ::include_agents::__private::v1::Text::Range(979, 1022),
            cache_ttl: ::core::option::Option::Some(::include_agents::CacheTtl::OneHour),
            auto_compact_window: ::core::option::Option::Some(200000),
            observer: ::include_agents::__private::v1::Text::Range(1088, 1095),
            observer_message: ::include_agents::__private::v1::Text::Range(1113, 1148),
            observe_tool_results: ::core::option::Option::Some(true),
            observe_subagents: ::core::option::Option::Some(true),
            extra: &[
                (
                    "ownership",
                    ::include_agents::Value::Map(
                        &[
                            ("team", ::include_agents::Value::String("platform")),
                            (
                                "contacts",
                                ::include_agents::Value::List(
                                    &[
                                        ::include_agents::Value::String("ana"),
                                        ::include_agents::Value::String("ben"),
                                    ],
                                ),
                            ),
                            ("reviewed", ::include_agents::Value::Bool(true)),
                            ("since", ::include_agents::Value::Float(2.5)),
                            ("replaces", ::include_agents::Value::Null),
                        ],
                    ),
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/release-manager.md",
            __SOURCE,
            [0xa000000190000000000000000, 0x510000005ae, 0x5ae0000000000000510000005ad],
            &__OPTIONS,
        )
    };
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [ReleaseManager,], spellings = "ReleaseManager", agents = [&
    __AgentKind::RELEASE_MANAGER,], table = b"\x00\x00\x00\x00\xf3D(0",
}
/// The tools that are named by the agents of `agents`.
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
pub enum AgentTool {
    /// Bash: granted to release-manager.
    Bash,
    /// Edit: granted to release-manager.
    Edit,
    /// NotebookEdit: denied to release-manager.
    NotebookEdit,
    /// Read: granted to release-manager.
    Read,
    /// WebFetch: denied to release-manager.
    WebFetch,
    /// Write: granted to release-manager.
    Write,
    /// mcp\_\_tracker\_\_search: granted to release-manager.
    McpTrackerSearch,
}
::include_agents::__private::v1::texts! {
    AgentTool, what = "tool", variants = [Bash, Edit, NotebookEdit, Read, WebFetch,
    Write, McpTrackerSearch,], spellings =
    "Bash Edit NotebookEdit Read WebFetch Write McpTrackerSearch", texts = ["Bash",
    "Edit", "NotebookEdit", "Read", "WebFetch", "Write", "mcp__tracker__search",], table
    =
    b"\x00\x00\x00\x00\x12Lsp\x00\x00\x00\x00\x00\x00\x00\x00\xf4\x96\x9e\xa2\xd7\x80\xce\xaf\x00\x00\x00\x00S\xbchJ\x05\xbf\x8a\xb5\x86\n#A\x00\x00\x00\x00\x00\x00\x00\x00\x81\x17+\xed\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::tools! {
    AgentKind, AgentTool, grants = [Read, Edit, Write, Bash : "git log:*, git tag:*",
    McpTrackerSearch,], ends = b"\x01\x05", lists = b"\x01\x01", allowed = b"k", rows =
    b"\x01\x00",
}
/// The models that are asked for by the agents of `agents`.
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash,
)]
pub enum AgentModel {
    /// claude-opus-5: asked for by release-manager.
    ClaudeOpus5,
}
::include_agents::__private::v1::texts! {
    AgentModel, what = "model", variants = [ClaudeOpus5,], spellings = "ClaudeOpus5",
    texts = ["claude-opus-5",], table = b"\x00\x00\x00\x00#\xf8F\x12",
}
::include_agents::__private::v1::models! {
    AgentKind, AgentModel, b"\x01\x01"
}
::include_agents::__private::v1::sections_of!(AgentKind);
