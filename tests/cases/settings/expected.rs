const _: &::core::primitive::str = ::core::include_str!("agents/agents.toml");
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
    /// 3d-artist: Reviews a change before it is merged.
    ///
    /// Model: claude-3-opus-20240229. Tools: Read. File: agents/3d-artist.md
    Artist3d,
    /// artist-everything: Reviews a change before it is merged.
    ///
    /// Model: house-model. Tools: Deploy, MultiEdit, Agent(release-manager). File: agents/everything.md
    ArtistEverything,
    /// ignored:
    ///
    /// Model: not set. Tools: all. File: agents/other/ignored.md
    Ignored,
    /// mapper: Reviews a change before it is merged.
    ///
    /// Model: not set. Tools: Cartography. File: agents/team/mapper.md
    Mapper,
    /// security: Reviews a change before it is merged.
    ///
    /// Model: not set. Tools: all. File: agents/security.md
    Security,
}
/// 3d-artist: Reviews a change before it is merged.
///
/// Model: claude-3-opus-20240229. Tools: Read. File: agents/3d-artist.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static ARTIST3D: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/3d-artist.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/3d-artist.md",
        source: __SOURCE,
        source_len: 158,
        name: ::include_agents::__private::v1::Text::Range(10, 19),
        raw_description: ::include_agents::__private::v1::Text::Range(33, 70),
        description: ::include_agents::__private::v1::Text::Range(33, 70),
        body: ::include_agents::__private::v1::Text::Range(117, 158),
        prompt: ::include_agents::__private::v1::Text::Range(118, 157),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::__private::v1::tool("Read")],
        ),
        model: ::core::option::Option::Some(
            ::include_agents::Model::Other("claude-3-opus-20240229"),
        ),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// artist-everything: Reviews a change before it is merged.
///
/// Model: house-model. Tools: Deploy, MultiEdit, Agent(release-manager). File: agents/everything.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static ARTIST_EVERYTHING: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/everything.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/everything.md",
        source: __SOURCE,
        source_len: 222,
        name: ::include_agents::__private::v1::Text::Range(10, 27),
        raw_description: ::include_agents::__private::v1::Text::Range(41, 78),
        description: ::include_agents::__private::v1::Text::Range(41, 78),
        body: ::include_agents::__private::v1::Text::Range(181, 222),
        prompt: ::include_agents::__private::v1::Text::Range(182, 221),
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::__private::v1::tool("Deploy"),
                ::include_agents::__private::v1::tool("MultiEdit"),
                ::include_agents::__private::v1::tool("Agent(release-manager)"),
            ],
        ),
        model: ::core::option::Option::Some(
            ::include_agents::Model::Other("house-model"),
        ),
        extra: &[
            ("owner", ::include_agents::Value::String("us")),
            ("allowed-tools", ::include_agents::Value::String("Read")),
        ],
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// ignored:
///
/// Model: not set. Tools: all. File: agents/other/ignored.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static IGNORED: ::include_agents::Agent = ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
    name: ::include_agents::__private::v1::Text::Literal("ignored"),
    path: "agents/other/ignored.md",
    ..::include_agents::__private::v1::Parts::EMPTY
});
/// mapper: Reviews a change before it is merged.
///
/// Model: not set. Tools: Cartography. File: agents/team/mapper.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static MAPPER: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/team/mapper.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/team/mapper.md",
        source: __SOURCE,
        source_len: 132,
        name: ::include_agents::__private::v1::Text::Range(10, 16),
        raw_description: ::include_agents::__private::v1::Text::Range(30, 67),
        description: ::include_agents::__private::v1::Text::Range(30, 67),
        body: ::include_agents::__private::v1::Text::Range(91, 132),
        prompt: ::include_agents::__private::v1::Text::Range(92, 131),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::__private::v1::tool("Cartography")],
        ),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// security: Reviews a change before it is merged.
///
/// Model: not set. Tools: all. File: agents/security.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static SECURITY: ::include_agents::Agent = ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
    name: ::include_agents::__private::v1::Text::Literal("security"),
    path: "agents/security.md",
    ..::include_agents::__private::v1::Parts::EMPTY
});
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl AgentKind {
    /// Every agent, in order of name.
    pub const ALL: &'static [Self] = &[
        Self::Artist3d,
        Self::ArtistEverything,
        Self::Ignored,
        Self::Mapper,
        Self::Security,
    ];
    /// How many agents there are.
    pub const COUNT: ::core::primitive::usize = 5;
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
        let index = ::include_agents::__private::v1::find(Self::__agents(), name)?;
        Self::ALL.get(index).copied()
    }
    #[doc(hidden)]
    const fn __agents() -> &'static [&'static ::include_agents::Agent] {
        #[allow(dead_code)]
        static __AGENTS: [&::include_agents::Agent; 5] = [
            &ARTIST3D,
            &ARTIST_EVERYTHING,
            &IGNORED,
            &MAPPER,
            &SECURITY,
        ];
        &__AGENTS
    }
}
#[automatically_derived]
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl ::core::fmt::Debug for AgentKind {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        #[allow(dead_code)]
        static __VARIANTS: [&::core::primitive::str; 5] = [
            "Artist3d",
            "ArtistEverything",
            "Ignored",
            "Mapper",
            "Security",
        ];
        f.write_str(__VARIANTS[*self as ::core::primitive::usize])
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
