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
                                        &[("RETRIES", ::include_agents::Value::Integer(3))],
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
            initial_prompt: ::include_agents::__private::v1::Text::Range(977, 1020),
            cache_ttl: ::core::option::Option::Some(::include_agents::CacheTtl::OneHour),
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
            1307,
            [10, 25, 0, 0, 0, 0, 1149, 1307, 1149, 1306],
            &__OPTIONS,
        )
    };
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl AgentKind {
    /// Every agent, in order of name.
    pub const ALL: &'static [Self] = &[Self::ReleaseManager];
    /// How many agents there are.
    pub const COUNT: ::core::primitive::usize = 1;
    /// The agent itself.
    #[must_use]
    pub const fn agent(self) -> &'static ::include_agents::Agent {
        Self::__agents()[self as ::core::primitive::usize]
    }
    /// The agent's name, as its file gives it.
    #[must_use]
    pub const fn name(self) -> &'static ::core::primitive::str {
        self.agent().name()
    }
    /// The agent of this very name.
    #[must_use]
    pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
        let index = ::include_agents::__private::v1::find(
            Self::__agents(),
            b"\x00\x00\x00\x00\xf3D(0",
            name,
        )?;
        Self::ALL.get(index).copied()
    }
    #[doc(hidden)]
    const fn __agents() -> &'static [&'static ::include_agents::Agent] {
        static __AGENTS: [&::include_agents::Agent; 1] = [&__AgentKind::RELEASE_MANAGER];
        &__AGENTS
    }
}
#[automatically_derived]
#[allow(clippy::as_conversions)]
impl ::core::fmt::Debug for AgentKind {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(
            ::include_agents::__private::v1::spelling(
                "ReleaseManager",
                *self as ::core::primitive::usize,
            ),
        )
    }
}
#[automatically_derived]
impl ::core::fmt::Display for AgentKind {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(self.name())
    }
}
#[automatically_derived]
impl ::core::convert::AsRef<::core::primitive::str> for AgentKind {
    fn as_ref(&self) -> &::core::primitive::str {
        self.name()
    }
}
#[automatically_derived]
impl ::core::str::FromStr for AgentKind {
    type Err = ::include_agents::UnknownAgent;
    fn from_str(
        name: &::core::primitive::str,
    ) -> ::core::result::Result<Self, ::include_agents::UnknownAgent> {
        match Self::from_name(name) {
            ::core::option::Option::Some(kind) => ::core::result::Result::Ok(kind),
            ::core::option::Option::None => {
                ::core::result::Result::Err(
                    ::include_agents::__private::v1::unknown(Self::__agents(), name),
                )
            }
        }
    }
}
#[automatically_derived]
impl ::core::convert::TryFrom<&::core::primitive::str> for AgentKind {
    type Error = ::include_agents::UnknownAgent;
    fn try_from(
        name: &::core::primitive::str,
    ) -> ::core::result::Result<Self, ::include_agents::UnknownAgent> {
        ::core::str::FromStr::from_str(name)
    }
}
#[automatically_derived]
impl ::core::convert::From<AgentKind> for &'static ::include_agents::Agent {
    fn from(kind: AgentKind) -> Self {
        kind.agent()
    }
}
#[automatically_derived]
impl ::include_agents::AgentSet for AgentKind {
    const ALL: &'static [Self] = Self::ALL;
    fn agent(self) -> &'static ::include_agents::Agent {
        self.agent()
    }
    fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
        Self::from_name(name)
    }
}
