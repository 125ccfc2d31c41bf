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
    /// 3d-artist: Reviews a change before it is merged. *Model: claude-3-opus-20240229. Tools: Read. File: agents/3d-artist.md*
    Artist3d,
    /// artist-everything: Reviews a change before it is merged. *Model: house-model. Tools: Deploy, MultiEdit, Agent(release-manager). File: agents/everything.md*
    ArtistEverything,
    /// hindi: Translates what users read into Hindi. *Model: not set. Tools: Read. File: agents/hindi.md*
    हिन्दी,
    /// ignored *Model: not set. Tools: all. File: agents/other/ignored.md*
    Ignored,
    /// mapper: Reviews a change before it is merged. *Model: not set. Tools: Cartography. File: agents/team/mapper.md*
    Mapper,
    /// security: Reviews a change before it is merged. *Model: not set. Tools: all. File: agents/security.md*
    Security,
    /// weierstrass: Checks the formulas of a paper. *Model: not set. Tools: Read. File: agents/weierstrass.md*
    ℘,
}
const _: &[::core::primitive::u8] = ::core::include_bytes!("agents/agents.toml");
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        model: ::core::option::Option::Some(
            ::include_agents::Model::new("claude-3-opus-20240229"),
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// 3d-artist: Reviews a change before it is merged. *Model: claude-3-opus-20240229. Tools: Read. File: agents/3d-artist.md*
    pub static ARTIST3D: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/3d-artist.md",
        ::core::include_bytes!("agents/3d-artist.md"),
        [
            0xa000000130000002100000046, 0x2100000046000000750000009e,
            0x9e00000000000000760000009d,
        ],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_1: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::Tool::new("Deploy"),
                ::include_agents::Tool::new("MultiEdit"),
                ::include_agents::Tool::new("Agent(release-manager)"),
            ],
        ),
        model: ::core::option::Option::Some(::include_agents::Model::new("house-model")),
        extra: &[
            ("owner", ::include_agents::Value::String("us")),
            ("allowed-tools", ::include_agents::Value::String("Read")),
        ],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// artist-everything: Reviews a change before it is merged. *Model: house-model. Tools: Deploy, MultiEdit, Agent(release-manager). File: agents/everything.md*
    pub static ARTIST_EVERYTHING: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/everything.md",
        ::core::include_bytes!("agents/everything.md"),
        [
            0xa0000001b000000290000004e, 0x290000004e000000b5000000de,
            0xde00000000000000b6000000dd,
        ],
        &__AgentKind_1,
    );
    #[doc(hidden)]
    static __AgentKind_2: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// hindi: Translates what users read into Hindi. *Model: not set. Tools: Read. File: agents/hindi.md*
    pub static हिन्दी: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/hindi.md",
        ::core::include_bytes!("agents/hindi.md"),
        [
            0xa0000000f0000001d00000043, 0x1d000000430000005400000068,
            0x68000000000000005400000067,
        ],
        &__AgentKind_2,
    );
    #[doc(hidden)]
    static __AgentKind_3: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("ignored"),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// ignored *Model: not set. Tools: all. File: agents/other/ignored.md*
    pub static IGNORED: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/other/ignored.md",
        &[],
        [0x0, 0x0, 0x0],
        &__AgentKind_3,
    );
    #[doc(hidden)]
    static __AgentKind_4: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("mapper"),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// mapper: Reviews a change before it is merged. *Model: not set. Tools: Cartography. File: agents/team/mapper.md*
    pub static MAPPER: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/team/mapper.md",
        &[],
        [0x0, 0x0, 0x0],
        &__AgentKind_4,
    );
    #[doc(hidden)]
    static __AgentKind_5: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("security"),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// security: Reviews a change before it is merged. *Model: not set. Tools: all. File: agents/security.md*
    pub static SECURITY: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/security.md",
        &[],
        [0x0, 0x0, 0x0],
        &__AgentKind_5,
    );
    /// weierstrass: Checks the formulas of a paper. *Model: not set. Tools: Read. File: agents/weierstrass.md*
    pub static ℘: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/weierstrass.md",
        ::core::include_bytes!("agents/weierstrass.md"),
        [
            0xa000000150000002300000042, 0x23000000420000005300000067,
            0x67000000000000005300000066,
        ],
        &__AgentKind_2,
    );
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [Artist3d, ArtistEverything, हिन्दी, Ignored,
    Mapper, Security, ℘,], spellings =
    "Artist3d ArtistEverything हिन\u{94d}दी Ignored Mapper Security ℘",
    agents = [& __AgentKind::ARTIST3D, & __AgentKind::ARTIST_EVERYTHING, &
    __AgentKind::हिन्दी, & __AgentKind::IGNORED, & __AgentKind::MAPPER, &
    __AgentKind::SECURITY, & __AgentKind::℘,], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00b:\n\x00\x04t\xe9\x19\x00\x00\x00\x00e\x11{(&)\xf6\x04\xa3\x04|6\x00\x00\x00\x00\xf1\xe0\x16\xd4\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x17=\x0b\xe1",
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
    /// Agent: granted to artist-everything.
    Agent,
    /// Cartography: granted to mapper.
    Cartography,
    /// Deploy: granted to artist-everything.
    Deploy,
    /// MultiEdit: granted to artist-everything.
    MultiEdit,
    /// Read: granted to 3d-artist, hindi, weierstrass.
    Read,
}
::include_agents::__private::v1::texts! {
    AgentTool, what = "tool", variants = [Agent, Cartography, Deploy, MultiEdit, Read,],
    spellings = "Agent Cartography Deploy MultiEdit Read", texts = ["Agent",
    "Cartography", "Deploy", "MultiEdit", "Read",], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf5\x96\x9e\xa2\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x13\x0c\xbb\xf3\xc1\xe7\xb9\xe1DO\xa1$\x12y\xbe\xd4\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::tools! {
    AgentKind, AgentTool, grants = [Read, Deploy, MultiEdit, Agent : "release-manager",
    Cartography,], ends = b"\x01\x01\x04\x05", lists =
    b"\x01\x01\x02\x01\x00\x03\x00\x01", allowed = b"\x10\r\x1f\x02", rows =
    b"\x01\x00\x01\x00\x02\x03\x02\x00",
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
    /// claude-3-opus-20240229: asked for by 3d-artist.
    Claude3Opus20240229,
    /// house-model: asked for by artist-everything.
    HouseModel,
}
::include_agents::__private::v1::texts! {
    AgentModel, what = "model", variants = [Claude3Opus20240229, HouseModel,], spellings
    = "Claude3Opus20240229 HouseModel", texts = ["claude-3-opus-20240229",
    "house-model",], table = b"\x00\x00\x00\x00*;\x00\xcf\x00\x00\x00\x00\xed!ln",
}
::include_agents::__private::v1::models! {
    AgentKind, AgentModel, b"\x01\x01\x02\x00\x00\x00\x00\x00"
}
/// The folders of the agents of `agents`.
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
pub enum AgentGroup {
    /// other: the folder of ignored.
    Other,
    /// team: the folder of mapper.
    Team,
}
::include_agents::__private::v1::texts! {
    AgentGroup, what = "group", variants = [Other, Team,], spellings = "Other Team",
    texts = ["other", "team",], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x11\x86Ic\xc2v\x0f3",
}
::include_agents::__private::v1::groups! {
    AgentKind, AgentGroup, b"\x01\x00\x00\x00\x01\x02\x00\x00", agents = [Ignored,
    Mapper,], ends = b"\x01\x01\x02", lists = b"\x01\x01\x02",
}
::include_agents::__private::v1::agents_of! {
    #[doc =
    " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools."]
    AgentKind::delegates, agents = [], ends = b"\x01\x00", lists =
    b"\x01\x01\x01\x01\x00\x01\x00\x01",
}
::include_agents::__private::v1::sections_of!(AgentKind);
