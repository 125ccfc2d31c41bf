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
    /// backend:reviewer: Reviews the server. *Model: not set. Tools: Read. File: agents/backend/reviewer.md*
    BackendReviewer,
    /// backend:tester: Tests the server. *Model: not set. Tools: Bash, Agent(reviewer). File: agents/backend/tester.md*
    BackendTester,
    /// frontend:web:reviewer: Reviews the pages again. *Model: not set. Tools: Read. File: agents/frontend/web/finding-duplicate.md*
    FrontendWebReviewer,
    /// lead: Plans the work. *Model: not set. Tools: Agent(backend:reviewer, tester). File: agents/lead.md*
    Lead,
}
const _: &[::core::primitive::u8] = ::core::include_bytes!("agents/agents.toml");
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("backend:reviewer"),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// backend:reviewer: Reviews the server. *Model: not set. Tools: Read. File: agents/backend/reviewer.md*
    pub static BACKEND_REVIEWER: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/backend/reviewer.md",
        ::core::include_bytes!("agents/backend/reviewer.md"),
        [0x2000000033, 0x20000000330000004400000056, 0x56000000000000004500000055],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_1: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("backend:tester"),
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::Tool::new("Bash"),
                ::include_agents::Tool::new("Agent(reviewer)"),
            ],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// backend:tester: Tests the server. *Model: not set. Tools: Bash, Agent(reviewer). File: agents/backend/tester.md*
    pub static BACKEND_TESTER: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/backend/tester.md",
        ::core::include_bytes!("agents/backend/tester.md"),
        [0x1e0000002f, 0x1e0000002f0000005100000061, 0x61000000000000005200000060],
        &__AgentKind_1,
    );
    #[doc(hidden)]
    static __AgentKind_2: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        name: ::core::option::Option::Some("frontend:web:reviewer"),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// frontend:web:reviewer: Reviews the pages again. *Model: not set. Tools: Read. File: agents/frontend/web/finding-duplicate.md*
    pub static FRONTEND_WEB_REVIEWER: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/frontend/web/finding-duplicate.md",
        ::core::include_bytes!("agents/frontend/web/finding-duplicate.md"),
        [0x2000000038, 0x20000000380000004900000053, 0x53000000000000004a00000052],
        &__AgentKind_2,
    );
    #[doc(hidden)]
    static __AgentKind_3: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Agent(backend:reviewer, tester)")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// lead: Plans the work. *Model: not set. Tools: Agent(backend:reviewer, tester). File: agents/lead.md*
    pub static LEAD: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/lead.md",
        ::core::include_bytes!("agents/lead.md"),
        [
            0xa0000000e0000001c0000002b, 0x1c0000002b0000005700000085,
            0x85000000000000005800000084,
        ],
        &__AgentKind_3,
    );
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [BackendReviewer, BackendTester, FrontendWebReviewer, Lead,],
    spellings = "BackendReviewer BackendTester FrontendWebReviewer Lead", agents = [&
    __AgentKind::BACKEND_REVIEWER, & __AgentKind::BACKEND_TESTER, &
    __AgentKind::FRONTEND_WEB_REVIEWER, & __AgentKind::LEAD,], table =
    b"\x00\x00\x00\x00\xac)\xcc]\x00\x00\x00\x00\x00\x00\x00\x00+\x0bn\xbc\x19\xa3\xcd\x98\x8a\xc5j\x8d\x00\x00\x00\x00",
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
    /// Agent: granted to backend:tester, lead.
    Agent,
    /// Bash: granted to backend:tester.
    Bash,
    /// Read: granted to backend:reviewer, frontend:web:reviewer.
    Read,
}
::include_agents::__private::v1::texts! {
    AgentTool, what = "tool", variants = [Agent, Bash, Read,], spellings =
    "Agent Bash Read", texts = ["Agent", "Bash", "Read",], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\xc1\xe7\xb9\xe1\x00\x00\x00\x00\x82\x17+\xed\xfb\x96\x9e\xa2\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::tools! {
    AgentKind, AgentTool, grants = [Read, Bash, Agent : "reviewer", Agent :
    "backend:reviewer, tester",], ends = b"\x01\x01\x03\x04", lists =
    b"\x01\x01\x02\x01\x03", allowed = b"\x04\x03\x01", rows = b"\x01\x00\x01\x00\x02",
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
    /// backend: the folder of backend:reviewer, backend:tester.
    Backend,
    /// frontend/web: the folder of frontend:web:reviewer.
    FrontendWeb,
}
::include_agents::__private::v1::texts! {
    AgentGroup, what = "group", variants = [Backend, FrontendWeb,], spellings =
    "Backend FrontendWeb", texts = ["backend", "frontend/web",], table =
    b"\x00\x00\x00\x00!i\xe7\x87z\x01:\x7f\x00\x00\x00\x00",
}
::include_agents::__private::v1::groups! {
    AgentKind, AgentGroup, b"\x01\x01\x01\x02\x00", agents = [BackendReviewer,
    BackendTester, FrontendWebReviewer,], ends = b"\x01\x02\x03", lists =
    b"\x01\x01\x02",
}
::include_agents::__private::v1::agents_of! {
    #[doc =
    " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools."]
    AgentKind::delegates, agents = [BackendReviewer, BackendReviewer, BackendTester,],
    ends = b"\x01\x00\x01\x03", lists = b"\x01\x01\x02\x01\x03",
}
::include_agents::__private::v1::sections_of!(AgentKind);
