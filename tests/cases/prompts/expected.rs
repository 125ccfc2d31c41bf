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
    /// billing: Answers questions about invoices. *Model: not set. Tools: all. Parameters: customer, seats, plan, topics, mood, is-new, type. File: agents/billing.md*
    Billing,
    /// refunds: Pays money back. *Model: not set. Tools: all. Parameters: mood. File: agents/refunds.md*
    Refunds,
    /// sales: Sells seats. *Model: not set. Tools: all. File: agents/sales.md*
    Sales,
}
const _: &[::core::primitive::u8] = ::core::include_bytes!("agents/agents.toml");
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        pieces: &[
            ::include_agents::__private::v1::Piece::Text(69, 78),
            ::include_agents::__private::v1::Piece::Parameter(80, 88),
            ::include_agents::__private::v1::Piece::Text(90, 96),
            ::include_agents::__private::v1::Piece::Parameter(98, 103),
            ::include_agents::__private::v1::Piece::Text(105, 115),
            ::include_agents::__private::v1::Piece::Parameter(117, 121),
            ::include_agents::__private::v1::Piece::Text(123, 130),
            ::include_agents::__private::v1::Piece::Parameter(132, 138),
            ::include_agents::__private::v1::Piece::Text(140, 143),
            ::include_agents::__private::v1::Piece::Fragment(&__AgentKind_f0),
            ::include_agents::__private::v1::Piece::Text(153, 160),
            ::include_agents::__private::v1::Piece::Parameter(162, 168),
            ::include_agents::__private::v1::Piece::Text(170, 178),
            ::include_agents::__private::v1::Piece::Text(179, 196),
            ::include_agents::__private::v1::Piece::Parameter(198, 202),
            ::include_agents::__private::v1::Piece::Text(204, 232),
        ],
        parameters: &["customer", "seats", "plan", "topics", "mood", "is-new", "type"],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// billing: Answers questions about invoices. *Model: not set. Tools: all. Parameters: customer, seats, plan, topics, mood, is-new, type. File: agents/billing.md*
    pub static BILLING: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/billing.md",
        ::core::include_bytes!("agents/billing.md"),
        [
            0xa000000110000001f00000040, 0x1f0000004000000045000000e9,
            0xe90000000000000045000000e8,
        ],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_1: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        pieces: &[
            ::include_agents::__private::v1::Piece::Text(52, 65),
            ::include_agents::__private::v1::Piece::Fragment(&__AgentKind_f0),
            ::include_agents::__private::v1::Piece::Text(75, 76),
            ::include_agents::__private::v1::Piece::Fragment(&__AgentKind_f1),
        ],
        parameters: &["mood"],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// refunds: Pays money back. *Model: not set. Tools: all. Parameters: mood. File: agents/refunds.md*
    pub static REFUNDS: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/refunds.md",
        ::core::include_bytes!("agents/refunds.md"),
        [
            0xa000000110000001f0000002f, 0x1f0000002f000000340000005f,
            0x5f00000000000000340000005e,
        ],
        &__AgentKind_1,
    );
    #[doc(hidden)]
    static __AgentKind_2: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        ..::include_agents::__private::v1::Options::NONE
    };
    /// sales: Sells seats. *Model: not set. Tools: all. File: agents/sales.md*
    pub static SALES: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/sales.md",
        ::core::include_bytes!("agents/sales.md"),
        [
            0xa0000000f0000001d00000029, 0x1d000000290000002e00000038,
            0x38000000000000002e00000037,
        ],
        &__AgentKind_2,
    );
    #[doc(hidden)]
    static __AgentKind_f0: ::include_agents::__private::v1::Fragment = ::include_agents::__private::v1::fragment(
        ::core::include_bytes!("agents/_tone.md"),
        30,
        &[
            ::include_agents::__private::v1::Piece::Text(1, 4),
            ::include_agents::__private::v1::Piece::Parameter(6, 10),
            ::include_agents::__private::v1::Piece::Text(12, 14),
            ::include_agents::__private::v1::Piece::Fragment(&__AgentKind_f2),
        ],
    );
    #[doc(hidden)]
    static __AgentKind_f1: ::include_agents::__private::v1::Fragment = ::include_agents::__private::v1::fragment(
        ::core::include_bytes!("shared/legal/notice.md"),
        17,
        &[::include_agents::__private::v1::Piece::Text(0, 16)],
    );
    #[doc(hidden)]
    static __AgentKind_f2: ::include_agents::__private::v1::Fragment = ::include_agents::__private::v1::fragment(
        ::core::include_bytes!("shared/sign-off.md"),
        5,
        &[::include_agents::__private::v1::Piece::Text(0, 4)],
    );
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [Billing, Refunds, Sales,], spellings =
    "Billing Refunds Sales", agents = [& __AgentKind::BILLING, & __AgentKind::REFUNDS, &
    __AgentKind::SALES,], table =
    b"\x8bz\x03\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\"\xe5\x93\xd0q\xc5@\xcb\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::agents_of! {
    #[doc =
    " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools."]
    AgentKind::delegates, agents = [], ends = b"\x01", lists = b"\x01\x00\x00\x00",
}
::include_agents::__private::v1::sections_of!(AgentKind);
/// The prompts that have parameters or fragments, one struct for each.
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub mod prompt {
    /// The prompt of the agent billing: `render()` gives it with these values.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    pub struct Billing<'a> {
        /// {{customer}}, first in agents/billing.md:5:12
        pub customer: &'a dyn ::core::fmt::Display,
        /// {{seats}}, first in agents/billing.md:5:30
        pub seats: ::core::primitive::i64,
        /// {{plan}}, first in agents/billing.md:5:49
        pub plan: &'a ::core::primitive::str,
        /// {{topics}}, first in agents/billing.md:5:64
        pub topics: &'a [&'a ::core::primitive::str],
        /// {{mood}}, first in agents/\_tone.md:2:6
        pub mood: &'a dyn ::core::fmt::Display,
        /// {{is-new}}, first in agents/billing.md:9:8
        pub is_new: ::core::primitive::bool,
        /// {{type}}, first in agents/billing.md:9:44
        pub r#type: &'a dyn ::core::fmt::Display,
    }
    /// The prompt of the agent refunds: `render()` gives it with these values.
    #[derive(::core::clone::Clone, ::core::marker::Copy)]
    pub struct Refunds<'a> {
        /// {{mood}}, first in agents/\_tone.md:2:6
        pub mood: &'a dyn ::core::fmt::Display,
    }
}
::include_agents::__private::v1::prompt! {
    prompt::Billing <'_ >, & __AgentKind::BILLING, { customer = "customer", seats =
    "seats", plan = "plan", topics = "topics" joined by ", ", mood = "mood", is_new =
    "is-new", r#type = "type", }
}
::include_agents::__private::v1::prompt! {
    prompt::Refunds <'_ >, & __AgentKind::REFUNDS, { mood = "mood", }
}
