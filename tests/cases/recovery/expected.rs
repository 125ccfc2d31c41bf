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
    /// at: @team asks, this agent answers *Model: not set. Tools: all. File: agents/at.md*
    At,
    /// backtick: \`make\` failures and what they mean *Model: not set. Tools: all. File: agents/backtick.md*
    Backtick,
    /// bracket: \[WIP\] text: more of it comes with the next version *Model: not set. Tools: Read, Grep. File: agents/bracket.md*
    Bracket,
    /// colon: Use this agent for migrations: schema, data and code *Model: opus. Tools: all. File: agents/colon.md*
    Colon,
    /// comment: Use this agent for logs: errors, warnings *Model: haiku. Tools: all. File: agents/comment.md*
    Comment,
    /// crlf: Use this agent on Windows: batch files, line ends and paths of all kinds *Model: not set. Tools: Read, Write. File: agents/crlf.md*
    Crlf,
    /// folded-quote: Use this agent for audits: the "big" ones and the small ones *Model: not set. Tools: all, without Write, Edit. File: agents/folded-quote.md*
    FoldedQuote,
    /// header: Use this agent for incidents. It keeps a timeline: what happened when, and user: lines are part of this text. *Model: sonnet. Tools: all. File: agents/header.md*
    Header,
    /// list: Use this agent when: a feature is to be built *Model: not set. Tools: Read, Write, without WebFetch, WebSearch. File: agents/list.md*
    List,
    /// literal-examples: Use this agent for tests. *Model: haiku. Tools: all. File: agents/literal-examples.md*
    LiteralExamples,
    /// next-line: Use this agent for fonts and this: their licences *Model: not set. Tools: Read. File: agents/next-line.md*
    NextLine,
    /// other-key: Use this agent for icons: new ones, old ones *Model: haiku. Tools: all. File: agents/other-key.md*
    OtherKey,
    /// percent: %s and other format strings *Model: not set. Tools: all. File: agents/percent.md*
    Percent,
    /// quoted-ends: "Plan" first, then "build" *Model: sonnet. Tools: all. File: agents/quoted-ends.md*
    QuotedEnds,
    /// quoted-words: "Plan" first, then "build": both in one go *Model: sonnet. Tools: all. File: agents/quoted-words.md*
    QuotedWords,
    /// quotes: Use this agent for "hot" paths: it's about speed *Model: not set. Tools: all. File: agents/quotes.md*
    Quotes,
    /// run-on: Use this agent to review interfaces. *Model: opus. Tools: Read, Grep. File: agents/run-on.md*
    RunOn,
    /// single-quotes: Use this agent when it's slow *Model: not set. Tools: all. File: agents/single-quotes.md*
    SingleQuotes,
    /// star: \*Every\* interface change goes through this agent *Model: not set. Tools: all. File: agents/star.md*
    Star,
    /// two-fields: Use this agent for forms: labels, errors *Model: not set. Tools: all. File: agents/two-fields.md*
    TwoFields,
}
const _: &[::core::primitive::u8] = ::core::include_bytes!("agents/agents.toml");
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        ..::include_agents::__private::v1::Options::NONE
    };
    /// at: @team asks, this agent answers *Model: not set. Tools: all. File: agents/at.md*
    pub static AT: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/at.md",
        ::core::include_bytes!("agents/at.md"),
        [
            0xa0000000c0000001a00000038, 0x1a000000380000003d0000005c,
            0x5c000000000000003d0000005b,
        ],
        &__AgentKind_0,
    );
    /// backtick: \`make\` failures and what they mean *Model: not set. Tools: all. File: agents/backtick.md*
    pub static BACKTICK: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/backtick.md",
        ::core::include_bytes!("agents/backtick.md"),
        [
            0xa000000120000002000000042, 0x2000000042000000470000005c,
            0x5c00000000000000470000005b,
        ],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_1: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read"), ::include_agents::Tool::new("Grep")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// bracket: \[WIP\] text: more of it comes with the next version *Model: not set. Tools: Read, Grep. File: agents/bracket.md*
    pub static BRACKET: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/bracket.md",
        ::core::include_bytes!("agents/bracket.md"),
        [
            0xa000000110000001f00000051, 0x1f000000510000006a0000007a,
            0x7a000000000000006a00000079,
        ],
        &__AgentKind_1,
    );
    #[doc(hidden)]
    static __AgentKind_2: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        model: ::core::option::Option::Some(::include_agents::Model::OPUS),
        max_turns: ::core::option::Option::Some(12),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// colon: Use this agent for migrations: schema, data and code *Model: opus. Tools: all. File: agents/colon.md*
    pub static COLON: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/colon.md",
        ::core::include_bytes!("agents/colon.md"),
        [
            0xa0000000f0000001d00000051, 0x1d0000005100000086000000a3,
            0xa30000000000000086000000a2,
        ],
        &__AgentKind_2,
    );
    #[doc(hidden)]
    static __AgentKind_3: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        model: ::core::option::Option::Some(::include_agents::Model::HAIKU),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// comment: Use this agent for logs: errors, warnings *Model: haiku. Tools: all. File: agents/comment.md*
    pub static COMMENT: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/comment.md",
        ::core::include_bytes!("agents/comment.md"),
        [
            0xa000000110000001f00000048, 0x1f000000480000008000000090,
            0x9000000000000000800000008f,
        ],
        &__AgentKind_3,
    );
    #[doc(hidden)]
    static __AgentKind_4: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        description: ::core::option::Option::Some(
            "Use this agent on Windows: batch files, line ends\nand paths\n\nof all kinds",
        ),
        raw_description: ::core::option::Option::Some(
            "Use this agent on Windows: batch files, line ends\nand paths\n\nof all kinds",
        ),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read"), ::include_agents::Tool::new("Write")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// crlf: Use this agent on Windows: batch files, line ends and paths of all kinds *Model: not set. Tools: Read, Write. File: agents/crlf.md*
    pub static CRLF: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/crlf.md",
        ::core::include_bytes!("agents/crlf.md"),
        [0xb0000000f0000000000000000, 0x8b000000a7, 0xa7000000000000008b000000a5],
        &__AgentKind_4,
    );
    #[doc(hidden)]
    static __AgentKind_5: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        description: ::core::option::Option::Some(
            "Use this agent for audits:\nthe \"big\" ones\nand the small ones",
        ),
        raw_description: ::core::option::Option::Some(
            "Use this agent for audits:\nthe \"big\" ones\nand the small ones",
        ),
        disallowed_tools: &[
            ::include_agents::Tool::new("Write"),
            ::include_agents::Tool::new("Edit"),
        ],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// folded-quote: Use this agent for audits: the "big" ones and the small ones *Model: not set. Tools: all, without Write, Edit. File: agents/folded-quote.md*
    pub static FOLDED_QUOTE: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/folded-quote.md",
        ::core::include_bytes!("agents/folded-quote.md"),
        [0xa000000160000000000000000, 0x8a000000a4, 0xa4000000000000008a000000a3],
        &__AgentKind_5,
    );
    #[doc(hidden)]
    static __AgentKind_6: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        description: ::core::option::Option::Some(
            "Use this agent for incidents.\n\n  It keeps a timeline: what happened when, and\nuser: lines are part of this text.",
        ),
        raw_description: ::core::option::Option::Some(
            "Use this agent for incidents.\n\n  It keeps a timeline: what happened when, and\nuser: lines are part of this text.",
        ),
        model: ::core::option::Option::Some(::include_agents::Model::SONNET),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// header: Use this agent for incidents. It keeps a timeline: what happened when, and user: lines are part of this text. *Model: sonnet. Tools: all. File: agents/header.md*
    pub static HEADER: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/header.md",
        ::core::include_bytes!("agents/header.md"),
        [0xa000000100000000000000000, 0xa3000000bc, 0xbc00000000000000a3000000bb],
        &__AgentKind_6,
    );
    #[doc(hidden)]
    static __AgentKind_7: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read"), ::include_agents::Tool::new("Write")],
        ),
        disallowed_tools: &[
            ::include_agents::Tool::new("WebFetch"),
            ::include_agents::Tool::new("WebSearch"),
        ],
        skills: &["testing", "style"],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// list: Use this agent when: a feature is to be built *Model: not set. Tools: Read, Write, without WebFetch, WebSearch. File: agents/list.md*
    pub static LIST: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/list.md",
        ::core::include_bytes!("agents/list.md"),
        [
            0xa0000000e0000001c00000049, 0x1c00000049000000af000000d1,
            0xd100000000000000af000000d0,
        ],
        &__AgentKind_7,
    );
    /// literal-examples: Use this agent for tests. *Model: haiku. Tools: all. File: agents/literal-examples.md*
    pub static LITERAL_EXAMPLES: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/literal-examples.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            raw_description: ::core::option::Option::Some(
                "Use this agent for tests. Examples: <example>\nContext: A bug was fixed.\nuser: \"Add a test for it\"\nassistant: \"I'll ask the literal-examples agent.\"\n</example>",
            ),
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
            model: ::core::option::Option::Some(::include_agents::Model::HAIKU),
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/literal-examples.md",
            __SOURCE,
            [0xa0000001a0000002800000041, 0xdc00000110, 0x11000000000000000dc0000010f],
            &__OPTIONS,
        )
    };
    #[doc(hidden)]
    static __AgentKind_8: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        description: ::core::option::Option::Some(
            "Use this agent for fonts\nand this: their licences",
        ),
        raw_description: ::core::option::Option::Some(
            "Use this agent for fonts\nand this: their licences",
        ),
        tools: ::include_agents::ToolAccess::Only(
            &[::include_agents::Tool::new("Read")],
        ),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// next-line: Use this agent for fonts and this: their licences *Model: not set. Tools: Read. File: agents/next-line.md*
    pub static NEXT_LINE: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/next-line.md",
        ::core::include_bytes!("agents/next-line.md"),
        [0xa000000130000000000000000, 0x6800000089, 0x89000000000000006800000088],
        &__AgentKind_8,
    );
    #[doc(hidden)]
    static __AgentKind_9: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        model: ::core::option::Option::Some(::include_agents::Model::HAIKU),
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
        ..::include_agents::__private::v1::Options::NONE
    };
    /// other-key: Use this agent for icons: new ones, old ones *Model: haiku. Tools: all. File: agents/other-key.md*
    pub static OTHER_KEY: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/other-key.md",
        ::core::include_bytes!("agents/other-key.md"),
        [
            0xa00000013000000210000004d, 0x210000004d000000840000009a,
            0x9a000000000000008400000099,
        ],
        &__AgentKind_9,
    );
    /// percent: %s and other format strings *Model: not set. Tools: all. File: agents/percent.md*
    pub static PERCENT: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/percent.md",
        ::core::include_bytes!("agents/percent.md"),
        [
            0xa000000110000001f0000003a, 0x1f0000003a0000003f00000076,
            0x76000000000000003f00000075,
        ],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_10: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        model: ::core::option::Option::Some(::include_agents::Model::SONNET),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// quoted-ends: "Plan" first, then "build" *Model: sonnet. Tools: all. File: agents/quoted-ends.md*
    pub static QUOTED_ENDS: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/quoted-ends.md",
        ::core::include_bytes!("agents/quoted-ends.md"),
        [
            0xa00000015000000230000003d, 0x230000003d0000005000000062,
            0x62000000000000005000000061,
        ],
        &__AgentKind_10,
    );
    /// quoted-words: "Plan" first, then "build": both in one go *Model: sonnet. Tools: all. File: agents/quoted-words.md*
    pub static QUOTED_WORDS: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/quoted-words.md",
        ::core::include_bytes!("agents/quoted-words.md"),
        [
            0xa00000016000000240000004e, 0x240000004e0000006100000073,
            0x73000000000000006100000072,
        ],
        &__AgentKind_10,
    );
    #[doc(hidden)]
    static __AgentKind_11: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        color: ::core::option::Option::Some(::include_agents::Color::RED),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// quotes: Use this agent for "hot" paths: it's about speed *Model: not set. Tools: all. File: agents/quotes.md*
    pub static QUOTES: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/quotes.md",
        ::core::include_bytes!("agents/quotes.md"),
        [
            0xa000000100000001f0000004f, 0x1f0000004f000000600000007a,
            0x7a000000000000006000000079,
        ],
        &__AgentKind_11,
    );
    /// run-on: Use this agent to review interfaces. *Model: opus. Tools: Read, Grep. File: agents/run-on.md*
    pub static RUN_ON: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/run-on.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to review interfaces.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to review interfaces.\n\n<example>\nContext: A new endpoint was added.\nuser: \"Is this endpoint all right?\"\nassistant: \"I'll ask the run-on agent to review it.\"\n<commentary>\nEndpoints are hard to change later.\n</commentary>\n</example>\n\n<example>\nContext: An endpoint is to be removed.\nuser: \"Can we drop /v1?\"\nassistant: \"The run-on agent will look for callers.\"\n</example>",
            ),
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
                        ::include_agents::__private::v1::Text::Literal(
                            "Can we drop /v1?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The run-on agent will look for callers.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            tools: ::include_agents::ToolAccess::Only(
                &[
                    ::include_agents::Tool::new("Read"),
                    ::include_agents::Tool::new("Grep"),
                ],
            ),
            model: ::core::option::Option::Some(::include_agents::Model::OPUS),
            color: ::core::option::Option::Some(::include_agents::Color::BLUE),
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/run-on.md",
            __SOURCE,
            [0xa000000100000000000000000, 0x1cf000001f2, 0x1f200000000000001cf000001f1],
            &__OPTIONS,
        )
    };
    #[doc(hidden)]
    static __AgentKind_12: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        color: ::core::option::Option::Some(::include_agents::Color::ORANGE),
        ..::include_agents::__private::v1::Options::NONE
    };
    /// single-quotes: Use this agent when it's slow *Model: not set. Tools: all. File: agents/single-quotes.md*
    pub static SINGLE_QUOTES: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/single-quotes.md",
        ::core::include_bytes!("agents/single-quotes.md"),
        [
            0xa000000170000002600000043, 0x26000000430000005700000066,
            0x66000000000000005700000065,
        ],
        &__AgentKind_12,
    );
    /// star: \*Every\* interface change goes through this agent *Model: not set. Tools: all. File: agents/star.md*
    pub static STAR: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/star.md",
        ::core::include_bytes!("agents/star.md"),
        [
            0xa0000000e0000001c0000004c, 0x1c0000004c0000005100000072,
            0x72000000000000005100000071,
        ],
        &__AgentKind_0,
    );
    #[doc(hidden)]
    static __AgentKind_13: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        memory: ::core::option::Option::Some(::include_agents::Memory::Project),
        initial_prompt: ::include_agents::__private::v1::Text::Range(90, 118),
        extra: &[("team", ::include_agents::Value::String("web"))],
        ..::include_agents::__private::v1::Options::NONE
    };
    /// two-fields: Use this agent for forms: labels, errors *Model: not set. Tools: all. File: agents/two-fields.md*
    pub static TWO_FIELDS: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/two-fields.md",
        ::core::include_bytes!("agents/two-fields.md"),
        [
            0xa00000014000000220000004a, 0x220000004a000000a8000000c6,
            0xc600000000000000a8000000c5,
        ],
        &__AgentKind_13,
    );
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [At, Backtick, Bracket, Colon, Comment, Crlf, FoldedQuote,
    Header, List, LiteralExamples, NextLine, OtherKey, Percent, QuotedEnds, QuotedWords,
    Quotes, RunOn, SingleQuotes, Star, TwoFields,], spellings =
    "At Backtick Bracket Colon Comment Crlf FoldedQuote Header List LiteralExamples NextLine OtherKey Percent QuotedEnds QuotedWords Quotes RunOn SingleQuotes Star TwoFields",
    agents = [& __AgentKind::AT, & __AgentKind::BACKTICK, & __AgentKind::BRACKET, &
    __AgentKind::COLON, & __AgentKind::COMMENT, & __AgentKind::CRLF, &
    __AgentKind::FOLDED_QUOTE, & __AgentKind::HEADER, & __AgentKind::LIST, &
    __AgentKind::LITERAL_EXAMPLES, & __AgentKind::NEXT_LINE, & __AgentKind::OTHER_KEY, &
    __AgentKind::PERCENT, & __AgentKind::QUOTED_ENDS, & __AgentKind::QUOTED_WORDS, &
    __AgentKind::QUOTES, & __AgentKind::RUN_ON, & __AgentKind::SINGLE_QUOTES, &
    __AgentKind::STAR, & __AgentKind::TWO_FIELDS,], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xc7T\x8bt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xc8\xa4Q\xd8\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x06\r~\xa2J\xa9+\xf3\x00\x00\x00\x00C\xd8\x1cI\x13{@\xfc\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x8e`\xd6\xfd\x00\x00\x00\x00\r\x01\xea\x8e\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x89h\xae\xc1\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xc5\xb6<\xe0\xcf\x1a\x12Y\x00\x00\x00\x00\x00\x00\x00\x00\xd4\x9a1\xcf\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x90o\xf7\xb4\x92\xef3\xd0\x8b\x88P#\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x11\x02\xdb\x9f\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00Lx\xc4\x8f\x00\x00\x00\x00\x82\xb71\x90\x00\x00\x00\x00\x00\x00\x00\x00\x01B\xe8\x17\x00\x00\x00\x00\x84\xce\xa2\xab\x00\x00\x00\x00\x00\x00\x00\x00",
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
    /// Edit: denied to folded-quote.
    Edit,
    /// Grep: granted to bracket, run-on.
    Grep,
    /// Read: granted to bracket, crlf, list and 2 more.
    Read,
    /// WebFetch: denied to list.
    WebFetch,
    /// WebSearch: denied to list.
    WebSearch,
    /// Write: granted to crlf, list, denied to folded-quote.
    Write,
}
::include_agents::__private::v1::texts! {
    AgentTool, what = "tool", variants = [Edit, Grep, Read, WebFetch, WebSearch, Write,],
    spellings = "Edit Grep Read WebFetch WebSearch Write", texts = ["Edit", "Grep",
    "Read", "WebFetch", "WebSearch", "Write",], table =
    b"\x00\x00\x00\x00\x11Lsp\x00\x00\x00\x00\x00\x00\x00\x00\xf3\x96\x9e\xa2\x00\x00\x00\x00\x00\x00\x00\x00\x86\n#A\x04\xbf\x8a\xb5\x00\x00\x00\x00\xc2\xdb\xc4G\x15\x95\x95\xf6\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::tools! {
    AgentKind, AgentTool, grants = [Read, Grep, Read, Write, Read,], ends =
    b"\x01\x02\x04\x05", lists =
    b"\x01\x00\x00\x01\x00\x00\x02\x00\x00\x02\x00\x03\x00\x00\x00\x00\x00\x01\x00\x00\x00",
    allowed = b"?\x06$\x1e$\x04?", rows =
    b"\x01\x00\x00\x01\x00\x00\x02\x03\x00\x04\x00\x05\x00\x00\x00\x00\x00\x01\x00\x00\x06",
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
    /// haiku: asked for by comment, literal-examples, other-key.
    Haiku,
    /// opus: asked for by colon, run-on.
    Opus,
    /// sonnet: asked for by header, quoted-ends, quoted-words.
    Sonnet,
}
::include_agents::__private::v1::texts! {
    AgentModel, what = "model", variants = [Haiku, Opus, Sonnet,], spellings =
    "Haiku Opus Sonnet", texts = ["haiku", "opus", "sonnet",], table =
    b"\x00\x00\x00\x00\x93\x97 .9+\xf5j\xda\xa4\x90\xa7\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::models! {
    AgentKind, AgentModel,
    b"\x01\x00\x00\x00\x02\x01\x00\x00\x03\x00\x01\x00\x01\x00\x03\x03\x00\x02\x00\x00\x00"
}
::include_agents::__private::v1::agents_of! {
    #[doc =
    " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools."]
    AgentKind::delegates, agents = [], ends = b"\x01\x00", lists =
    b"\x01\x00\x00\x01\x00\x00\x01\x00\x00\x01\x00\x01\x00\x00\x00\x00\x00\x01\x00\x00\x00",
}
::include_agents::__private::v1::sections_of!(AgentKind);
