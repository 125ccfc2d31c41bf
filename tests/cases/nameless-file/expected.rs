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
    /// Tax Clerk: Looks up the rate of a tax. *Model: not set. Tools: Read. File: agents/clerk.md*
    TaxClerk,
    /// rates: Keeps the table of rates. *Model: not set. Tools: Read. File: agents/table-of-rates.md*
    Rates,
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// Tax Clerk: Looks up the rate of a tax. *Model: not set. Tools: Read. File: agents/clerk.md*
    pub static TAX_CLERK: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/clerk.md",
        ::core::include_bytes!("agents/clerk.md"),
        [
            0xa00000013000000210000003c, 0x210000003c0000004d0000005f,
            0x5f000000000000004d0000005e,
        ],
        &__AgentKind_0,
    );
    /// rates: Keeps the table of rates. *Model: not set. Tools: Read. File: agents/table-of-rates.md*
    pub static RATES: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/table-of-rates.md",
        ::core::include_bytes!("agents/table-of-rates.md"),
        [
            0xa0000000f0000001d00000036, 0x1d000000360000004700000057,
            0x57000000000000004700000056,
        ],
        &__AgentKind_0,
    );
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [TaxClerk, Rates,], spellings = "TaxClerk Rates", agents = [&
    __AgentKind::TAX_CLERK, & __AgentKind::RATES,], table =
    b"\x00\x00\x00\x00\x15n{N\xaa\x82~i\x00\x00\x00\x00",
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
    /// Read: granted to Tax Clerk, rates.
    Read,
}
::include_agents::__private::v1::texts! {
    AgentTool, what = "tool", variants = [Read,], spellings = "Read", texts = ["Read",],
    table = b"\xfb\x96\x9e\xa2\x00\x00\x00\x00",
}
::include_agents::__private::v1::tools! {
    AgentKind, AgentTool, grants = [Read,], ends = b"\x01\x01", lists = b"\x01\x01\x01",
    allowed = b"\x01\x01", rows = b"\x01\x00\x00",
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
    /// notes: the folder of .
    Notes,
}
::include_agents::__private::v1::texts! {
    AgentGroup, what = "group", variants = [Notes,], spellings = "Notes", texts =
    ["notes",], table = b"\x11j\x89X\x00\x00\x00\x00",
}
::include_agents::__private::v1::groups! {
    AgentKind, AgentGroup, b"\x01\x00\x00", agents = [], ends = b"\x01\x00", lists =
    b"\x01\x01",
}
::include_agents::__private::v1::sections_of!(AgentKind);
