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
    /// at: @team asks, this agent answers
    ///
    /// Model: not set. Tools: all. File: agents/at.md
    At,
    /// backtick: \`make\` failures and what they mean
    ///
    /// Model: not set. Tools: all. File: agents/backtick.md
    Backtick,
    /// bracket: \[WIP\] text: more of it comes with the next version
    ///
    /// Model: not set. Tools: Read, Grep. File: agents/bracket.md
    Bracket,
    /// colon: Use this agent for migrations: schema, data and code
    ///
    /// Model: opus. Tools: all. File: agents/colon.md
    Colon,
    /// comment: Use this agent for logs: errors, warnings
    ///
    /// Model: haiku. Tools: all. File: agents/comment.md
    Comment,
    /// crlf: Use this agent on Windows: batch files, line ends and paths of all kinds
    ///
    /// Model: not set. Tools: Read, Write. File: agents/crlf.md
    Crlf,
    /// folded-quote: Use this agent for audits: the "big" ones and the small ones
    ///
    /// Model: not set. Tools: all, without Write, Edit. File: agents/folded-quote.md
    FoldedQuote,
    /// header: Use this agent for incidents. It keeps a timeline: what happened when, and user: lines are part of this text.
    ///
    /// Model: sonnet. Tools: all. File: agents/header.md
    Header,
    /// list: Use this agent when: a feature is to be built
    ///
    /// Model: not set. Tools: Read, Write, without WebFetch, WebSearch. File: agents/list.md
    List,
    /// literal-examples: Use this agent for tests.
    ///
    /// Model: haiku. Tools: all. File: agents/literal-examples.md
    LiteralExamples,
    /// next-line: Use this agent for fonts and this: their licences
    ///
    /// Model: not set. Tools: Read. File: agents/next-line.md
    NextLine,
    /// other-key: Use this agent for icons: new ones, old ones
    ///
    /// Model: haiku. Tools: all. File: agents/other-key.md
    OtherKey,
    /// percent: %s and other format strings
    ///
    /// Model: not set. Tools: all. File: agents/percent.md
    Percent,
    /// quoted-ends: "Plan" first, then "build"
    ///
    /// Model: sonnet. Tools: all. File: agents/quoted-ends.md
    QuotedEnds,
    /// quoted-words: "Plan" first, then "build": both in one go
    ///
    /// Model: sonnet. Tools: all. File: agents/quoted-words.md
    QuotedWords,
    /// quotes: Use this agent for "hot" paths: it's about speed
    ///
    /// Model: not set. Tools: all. File: agents/quotes.md
    Quotes,
    /// run-on: Use this agent to review interfaces.
    ///
    /// Model: opus. Tools: Read, Grep. File: agents/run-on.md
    RunOn,
    /// single-quotes: Use this agent when it's slow
    ///
    /// Model: not set. Tools: all. File: agents/single-quotes.md
    SingleQuotes,
    /// star: \*Every\* interface change goes through this agent
    ///
    /// Model: not set. Tools: all. File: agents/star.md
    Star,
    /// two-fields: Use this agent for forms: labels, errors
    ///
    /// Model: not set. Tools: all. File: agents/two-fields.md
    TwoFields,
}
/// at: @team asks, this agent answers
///
/// Model: not set. Tools: all. File: agents/at.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static AT: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/at.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/at.md",
        source: __SOURCE,
        source_len: 92,
        name: ::include_agents::__private::v1::Text::Range(10, 12),
        raw_description: ::include_agents::__private::v1::Text::Range(26, 56),
        description: ::include_agents::__private::v1::Text::Range(26, 56),
        body: ::include_agents::__private::v1::Text::Range(61, 92),
        prompt: ::include_agents::__private::v1::Text::Range(61, 91),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// backtick: \`make\` failures and what they mean
///
/// Model: not set. Tools: all. File: agents/backtick.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static BACKTICK: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/backtick.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/backtick.md",
        source: __SOURCE,
        source_len: 92,
        name: ::include_agents::__private::v1::Text::Range(10, 18),
        raw_description: ::include_agents::__private::v1::Text::Range(32, 66),
        description: ::include_agents::__private::v1::Text::Range(32, 66),
        body: ::include_agents::__private::v1::Text::Range(71, 92),
        prompt: ::include_agents::__private::v1::Text::Range(71, 91),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// bracket: \[WIP\] text: more of it comes with the next version
///
/// Model: not set. Tools: Read, Grep. File: agents/bracket.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static BRACKET: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/bracket.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/bracket.md",
        source: __SOURCE,
        source_len: 122,
        name: ::include_agents::__private::v1::Text::Range(10, 17),
        raw_description: ::include_agents::__private::v1::Text::Range(31, 81),
        description: ::include_agents::__private::v1::Text::Range(31, 81),
        body: ::include_agents::__private::v1::Text::Range(106, 122),
        prompt: ::include_agents::__private::v1::Text::Range(106, 121),
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::__private::v1::tool("Read"),
                ::include_agents::__private::v1::tool("Grep"),
            ],
        ),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// colon: Use this agent for migrations: schema, data and code
///
/// Model: opus. Tools: all. File: agents/colon.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static COLON: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/colon.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/colon.md",
        source: __SOURCE,
        source_len: 163,
        name: ::include_agents::__private::v1::Text::Range(10, 15),
        raw_description: ::include_agents::__private::v1::Text::Range(29, 81),
        description: ::include_agents::__private::v1::Text::Range(29, 81),
        body: ::include_agents::__private::v1::Text::Range(134, 163),
        prompt: ::include_agents::__private::v1::Text::Range(134, 162),
        model: ::core::option::Option::Some(::include_agents::Model::Opus),
        max_turns: ::core::option::Option::Some(12),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// comment: Use this agent for logs: errors, warnings
///
/// Model: haiku. Tools: all. File: agents/comment.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static COMMENT: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/comment.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/comment.md",
        source: __SOURCE,
        source_len: 144,
        name: ::include_agents::__private::v1::Text::Range(10, 17),
        raw_description: ::include_agents::__private::v1::Text::Range(31, 72),
        description: ::include_agents::__private::v1::Text::Range(31, 72),
        body: ::include_agents::__private::v1::Text::Range(128, 144),
        prompt: ::include_agents::__private::v1::Text::Range(128, 143),
        model: ::core::option::Option::Some(::include_agents::Model::Haiku),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// crlf: Use this agent on Windows: batch files, line ends and paths of all kinds
///
/// Model: not set. Tools: Read, Write. File: agents/crlf.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static CRLF: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/crlf.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/crlf.md",
        source: __SOURCE,
        source_len: 167,
        name: ::include_agents::__private::v1::Text::Range(11, 15),
        raw_description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent on Windows: batch files, line ends\nand paths\n\nof all kinds",
        ),
        description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent on Windows: batch files, line ends\nand paths\n\nof all kinds",
        ),
        body: ::include_agents::__private::v1::Text::Range(139, 167),
        prompt: ::include_agents::__private::v1::Text::Range(139, 165),
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::__private::v1::tool("Read"),
                ::include_agents::__private::v1::tool("Write"),
            ],
        ),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// folded-quote: Use this agent for audits: the "big" ones and the small ones
///
/// Model: not set. Tools: all, without Write, Edit. File: agents/folded-quote.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static FOLDED_QUOTE: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/folded-quote.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/folded-quote.md",
        source: __SOURCE,
        source_len: 164,
        name: ::include_agents::__private::v1::Text::Range(10, 22),
        raw_description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for audits:\nthe \"big\" ones\nand the small ones",
        ),
        description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for audits:\nthe \"big\" ones\nand the small ones",
        ),
        body: ::include_agents::__private::v1::Text::Range(138, 164),
        prompt: ::include_agents::__private::v1::Text::Range(138, 163),
        disallowed_tools: &[
            ::include_agents::__private::v1::tool("Write"),
            ::include_agents::__private::v1::tool("Edit"),
        ],
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// header: Use this agent for incidents. It keeps a timeline: what happened when, and user: lines are part of this text.
///
/// Model: sonnet. Tools: all. File: agents/header.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static HEADER: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/header.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/header.md",
        source: __SOURCE,
        source_len: 188,
        name: ::include_agents::__private::v1::Text::Range(10, 16),
        raw_description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for incidents.\n\n  It keeps a timeline: what happened when, and\nuser: lines are part of this text.",
        ),
        description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for incidents.\n\n  It keeps a timeline: what happened when, and\nuser: lines are part of this text.",
        ),
        body: ::include_agents::__private::v1::Text::Range(163, 188),
        prompt: ::include_agents::__private::v1::Text::Range(163, 187),
        model: ::core::option::Option::Some(::include_agents::Model::Sonnet),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// list: Use this agent when: a feature is to be built
///
/// Model: not set. Tools: Read, Write, without WebFetch, WebSearch. File: agents/list.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static LIST: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/list.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/list.md",
        source: __SOURCE,
        source_len: 209,
        name: ::include_agents::__private::v1::Text::Range(10, 14),
        raw_description: ::include_agents::__private::v1::Text::Range(28, 73),
        description: ::include_agents::__private::v1::Text::Range(28, 73),
        body: ::include_agents::__private::v1::Text::Range(175, 209),
        prompt: ::include_agents::__private::v1::Text::Range(175, 208),
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::__private::v1::tool("Read"),
                ::include_agents::__private::v1::tool("Write"),
            ],
        ),
        disallowed_tools: &[
            ::include_agents::__private::v1::tool("WebFetch"),
            ::include_agents::__private::v1::tool("WebSearch"),
        ],
        skills: &["testing", "style"],
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// literal-examples: Use this agent for tests.
///
/// Model: haiku. Tools: all. File: agents/literal-examples.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static LITERAL_EXAMPLES: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/literal-examples.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/literal-examples.md",
        source: __SOURCE,
        source_len: 272,
        name: ::include_agents::__private::v1::Text::Range(10, 26),
        raw_description: ::include_agents::__private::v1::Text::Range(40, 202),
        description: ::include_agents::__private::v1::Text::Range(40, 65),
        body: ::include_agents::__private::v1::Text::Range(220, 272),
        prompt: ::include_agents::__private::v1::Text::Range(220, 271),
        examples: &[
            ::include_agents::__private::v1::example(
                __SOURCE,
                [
                    ::include_agents::__private::v1::Text::Range(96, 112),
                    ::include_agents::__private::v1::Text::Range(121, 138),
                    ::include_agents::__private::v1::Text::Range(153, 189),
                    ::include_agents::__private::v1::Text::Literal(""),
                ],
            ),
        ],
        model: ::core::option::Option::Some(::include_agents::Model::Haiku),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// next-line: Use this agent for fonts and this: their licences
///
/// Model: not set. Tools: Read. File: agents/next-line.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static NEXT_LINE: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/next-line.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/next-line.md",
        source: __SOURCE,
        source_len: 137,
        name: ::include_agents::__private::v1::Text::Range(10, 19),
        raw_description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for fonts\nand this: their licences",
        ),
        description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent for fonts\nand this: their licences",
        ),
        body: ::include_agents::__private::v1::Text::Range(104, 137),
        prompt: ::include_agents::__private::v1::Text::Range(104, 136),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::__private::v1::tool("Read")],
        ),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// other-key: Use this agent for icons: new ones, old ones
///
/// Model: haiku. Tools: all. File: agents/other-key.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static OTHER_KEY: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/other-key.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/other-key.md",
        source: __SOURCE,
        source_len: 154,
        name: ::include_agents::__private::v1::Text::Range(10, 19),
        raw_description: ::include_agents::__private::v1::Text::Range(33, 77),
        description: ::include_agents::__private::v1::Text::Range(33, 77),
        body: ::include_agents::__private::v1::Text::Range(132, 154),
        prompt: ::include_agents::__private::v1::Text::Range(132, 153),
        model: ::core::option::Option::Some(::include_agents::Model::Haiku),
        extra: &[
            ("version", ::include_agents::Value::String("1.2.0")),
            (
                "tags",
                ::include_agents::Value::List(
                    &[
                        ::include_agents::Value::String("design"),
                        ::include_agents::Value::String("icons"),
                    ],
                ),
            ),
        ],
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// percent: %s and other format strings
///
/// Model: not set. Tools: all. File: agents/percent.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static PERCENT: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/percent.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/percent.md",
        source: __SOURCE,
        source_len: 118,
        name: ::include_agents::__private::v1::Text::Range(10, 17),
        raw_description: ::include_agents::__private::v1::Text::Range(31, 58),
        description: ::include_agents::__private::v1::Text::Range(31, 58),
        body: ::include_agents::__private::v1::Text::Range(63, 118),
        prompt: ::include_agents::__private::v1::Text::Range(63, 117),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// quoted-ends: "Plan" first, then "build"
///
/// Model: sonnet. Tools: all. File: agents/quoted-ends.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static QUOTED_ENDS: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/quoted-ends.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/quoted-ends.md",
        source: __SOURCE,
        source_len: 98,
        name: ::include_agents::__private::v1::Text::Range(10, 21),
        raw_description: ::include_agents::__private::v1::Text::Range(35, 61),
        description: ::include_agents::__private::v1::Text::Range(35, 61),
        body: ::include_agents::__private::v1::Text::Range(80, 98),
        prompt: ::include_agents::__private::v1::Text::Range(80, 97),
        model: ::core::option::Option::Some(::include_agents::Model::Sonnet),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// quoted-words: "Plan" first, then "build": both in one go
///
/// Model: sonnet. Tools: all. File: agents/quoted-words.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static QUOTED_WORDS: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/quoted-words.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/quoted-words.md",
        source: __SOURCE,
        source_len: 115,
        name: ::include_agents::__private::v1::Text::Range(10, 22),
        raw_description: ::include_agents::__private::v1::Text::Range(36, 78),
        description: ::include_agents::__private::v1::Text::Range(36, 78),
        body: ::include_agents::__private::v1::Text::Range(97, 115),
        prompt: ::include_agents::__private::v1::Text::Range(97, 114),
        model: ::core::option::Option::Some(::include_agents::Model::Sonnet),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// quotes: Use this agent for "hot" paths: it's about speed
///
/// Model: not set. Tools: all. File: agents/quotes.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static QUOTES: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/quotes.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/quotes.md",
        source: __SOURCE,
        source_len: 122,
        name: ::include_agents::__private::v1::Text::Range(10, 16),
        raw_description: ::include_agents::__private::v1::Text::Range(31, 79),
        description: ::include_agents::__private::v1::Text::Range(31, 79),
        body: ::include_agents::__private::v1::Text::Range(96, 122),
        prompt: ::include_agents::__private::v1::Text::Range(96, 121),
        color: ::core::option::Option::Some(::include_agents::Color::Red),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// run-on: Use this agent to review interfaces.
///
/// Model: opus. Tools: Read, Grep. File: agents/run-on.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static RUN_ON: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/run-on.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/run-on.md",
        source: __SOURCE,
        source_len: 498,
        name: ::include_agents::__private::v1::Text::Range(10, 16),
        raw_description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent to review interfaces.\n\n<example>\nContext: A new endpoint was added.\nuser: \"Is this endpoint all right?\"\nassistant: \"I'll ask the run-on agent to review it.\"\n<commentary>\nEndpoints are hard to change later.\n</commentary>\n</example>\n\n<example>\nContext: An endpoint is to be removed.\nuser: \"Can we drop /v1?\"\nassistant: \"The run-on agent will look for callers.\"\n</example>",
        ),
        description: ::include_agents::__private::v1::Text::Literal(
            "Use this agent to review interfaces.",
        ),
        body: ::include_agents::__private::v1::Text::Range(463, 498),
        prompt: ::include_agents::__private::v1::Text::Range(463, 497),
        examples: &[
            ::include_agents::__private::v1::example(
                __SOURCE,
                [
                    ::include_agents::__private::v1::Text::Literal(
                        "A new endpoint was added.",
                    ),
                    ::include_agents::__private::v1::Text::Literal(
                        "Is this endpoint all right?",
                    ),
                    ::include_agents::__private::v1::Text::Literal(
                        "I'll ask the run-on agent to review it.",
                    ),
                    ::include_agents::__private::v1::Text::Literal(
                        "Endpoints are hard to change later.",
                    ),
                ],
            ),
            ::include_agents::__private::v1::example(
                __SOURCE,
                [
                    ::include_agents::__private::v1::Text::Literal(
                        "An endpoint is to be removed.",
                    ),
                    ::include_agents::__private::v1::Text::Literal("Can we drop /v1?"),
                    ::include_agents::__private::v1::Text::Literal(
                        "The run-on agent will look for callers.",
                    ),
                    ::include_agents::__private::v1::Text::Literal(""),
                ],
            ),
        ],
        tools: ::include_agents::ToolAccess::Only(
            &[
                ::include_agents::__private::v1::tool("Read"),
                ::include_agents::__private::v1::tool("Grep"),
            ],
        ),
        model: ::core::option::Option::Some(::include_agents::Model::Opus),
        color: ::core::option::Option::Some(::include_agents::Color::Blue),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// single-quotes: Use this agent when it's slow
///
/// Model: not set. Tools: all. File: agents/single-quotes.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static SINGLE_QUOTES: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/single-quotes.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/single-quotes.md",
        source: __SOURCE,
        source_len: 102,
        name: ::include_agents::__private::v1::Text::Range(10, 23),
        raw_description: ::include_agents::__private::v1::Text::Range(38, 67),
        description: ::include_agents::__private::v1::Text::Range(38, 67),
        body: ::include_agents::__private::v1::Text::Range(87, 102),
        prompt: ::include_agents::__private::v1::Text::Range(87, 101),
        color: ::core::option::Option::Some(::include_agents::Color::Orange),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// star: \*Every\* interface change goes through this agent
///
/// Model: not set. Tools: all. File: agents/star.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static STAR: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!("agents/star.md");
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/star.md",
        source: __SOURCE,
        source_len: 114,
        name: ::include_agents::__private::v1::Text::Range(10, 14),
        raw_description: ::include_agents::__private::v1::Text::Range(28, 76),
        description: ::include_agents::__private::v1::Text::Range(28, 76),
        body: ::include_agents::__private::v1::Text::Range(81, 114),
        prompt: ::include_agents::__private::v1::Text::Range(81, 113),
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
/// two-fields: Use this agent for forms: labels, errors
///
/// Model: not set. Tools: all. File: agents/two-fields.md
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
pub static TWO_FIELDS: ::include_agents::Agent = {
    static __SOURCE: &::core::primitive::str = ::core::include_str!(
        "agents/two-fields.md"
    );
    ::include_agents::__private::v1::agent(::include_agents::__private::v1::Parts {
        path: "agents/two-fields.md",
        source: __SOURCE,
        source_len: 198,
        name: ::include_agents::__private::v1::Text::Range(10, 20),
        raw_description: ::include_agents::__private::v1::Text::Range(34, 74),
        description: ::include_agents::__private::v1::Text::Range(34, 74),
        initial_prompt: ::include_agents::__private::v1::Text::Range(90, 118),
        body: ::include_agents::__private::v1::Text::Range(168, 198),
        prompt: ::include_agents::__private::v1::Text::Range(168, 197),
        memory: ::core::option::Option::Some(::include_agents::Memory::Project),
        extra: &[("team", ::include_agents::Value::String("web"))],
        ..::include_agents::__private::v1::Parts::EMPTY
    })
};
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl AgentKind {
    /// Every agent, in order of name.
    pub const ALL: &'static [Self] = &[
        Self::At,
        Self::Backtick,
        Self::Bracket,
        Self::Colon,
        Self::Comment,
        Self::Crlf,
        Self::FoldedQuote,
        Self::Header,
        Self::List,
        Self::LiteralExamples,
        Self::NextLine,
        Self::OtherKey,
        Self::Percent,
        Self::QuotedEnds,
        Self::QuotedWords,
        Self::Quotes,
        Self::RunOn,
        Self::SingleQuotes,
        Self::Star,
        Self::TwoFields,
    ];
    /// How many agents there are.
    pub const COUNT: ::core::primitive::usize = 20;
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
        static __AGENTS: [&::include_agents::Agent; 20] = [
            &AT,
            &BACKTICK,
            &BRACKET,
            &COLON,
            &COMMENT,
            &CRLF,
            &FOLDED_QUOTE,
            &HEADER,
            &LIST,
            &LITERAL_EXAMPLES,
            &NEXT_LINE,
            &OTHER_KEY,
            &PERCENT,
            &QUOTED_ENDS,
            &QUOTED_WORDS,
            &QUOTES,
            &RUN_ON,
            &SINGLE_QUOTES,
            &STAR,
            &TWO_FIELDS,
        ];
        &__AGENTS
    }
}
#[automatically_derived]
#[allow(clippy::as_conversions, clippy::indexing_slicing)]
impl ::core::fmt::Debug for AgentKind {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        #[allow(dead_code)]
        static __VARIANTS: [&::core::primitive::str; 20] = [
            "At",
            "Backtick",
            "Bracket",
            "Colon",
            "Comment",
            "Crlf",
            "FoldedQuote",
            "Header",
            "List",
            "LiteralExamples",
            "NextLine",
            "OtherKey",
            "Percent",
            "QuotedEnds",
            "QuotedWords",
            "Quotes",
            "RunOn",
            "SingleQuotes",
            "Star",
            "TwoFields",
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
