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
    /// backslashes: Cleans C:\\new and C:\\app\\notes, knows \\nabla and \\neq of LaTeX, and splits text by \`\[^\\n\]+\\n\` or at \\n alone. *Model: not set. Tools: all. File: agents/backslashes.md*
    Backslashes,
    /// backslashes-literal: Cleans C:\\new. *Model: not set. Tools: all. File: agents/backslashes-literal.md*
    BackslashesLiteral,
    /// backslashes-recovered: Two folders: C:\\new and C:\\app\\notes. Splits text at \\n and at \`\\n\\n\`. *Model: not set. Tools: all. File: agents/backslashes-recovered.md*
    BackslashesRecovered,
    /// block: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/block.md*
    Block,
    /// bold: Finds memory leaks. *Model: not set. Tools: all. File: agents/bold.md*
    Bold,
    /// crlf: Use this agent to find dead code. *Model: not set. Tools: all. File: agents/crlf.md*
    Crlf,
    /// literal: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/literal.md*
    Literal,
    /// one-line: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/one-line.md*
    OneLine,
    /// parts: Use this agent to name things. *Model: not set. Tools: all. File: agents/parts.md*
    Parts,
    /// quoted: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/quoted.md*
    Quoted,
    /// remark: Draws maps of code bases. *Model: not set. Tools: all. File: agents/remark.md*
    Remark,
    /// turns: Use this agent to plan a release. *Model: not set. Tools: all. File: agents/turns.md*
    Turns,
    /// unquoted: Use this agent to explain an error message. It reads logs of any length. *Model: not set. Tools: all. File: agents/unquoted.md*
    Unquoted,
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
mod __AgentKind {
    #[doc(hidden)]
    static __AgentKind_0: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
        ..::include_agents::__private::v1::Options::NONE
    };
    /// backslashes: Cleans C:\\new and C:\\app\\notes, knows \\nabla and \\neq of LaTeX, and splits text by \`\[^\\n\]+\\n\` or at \\n alone. *Model: not set. Tools: all. File: agents/backslashes.md*
    pub static BACKSLASHES: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/backslashes.md",
        ::core::include_bytes!("agents/backslashes.md"),
        [
            0xa000000150000002300000090, 0x230000009000000095000000b1,
            0xb10000000000000095000000b0,
        ],
        &__AgentKind_0,
    );
    /// backslashes-literal: Cleans C:\\new. *Model: not set. Tools: all. File: agents/backslashes-literal.md*
    pub static BACKSLASHES_LITERAL: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/backslashes-literal.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            raw_description: ::core::option::Option::Some(
                "Cleans C:\\new.\n\nExamples:\n- <example>\n  Context: A full disk\n  user: \"Clean C:\\app\\notes\"\n  assistant: \"I'll use the backslashes-literal agent\"\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(96, 107),
                        ::include_agents::__private::v1::Text::Range(118, 136),
                        ::include_agents::__private::v1::Text::Range(153, 191),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/backslashes-literal.md",
            __SOURCE,
            [0xa0000001d0000002b00000039, 0xd1000000ed, 0xed00000000000000d1000000ec],
            &__OPTIONS,
        )
    };
    /// backslashes-recovered: Two folders: C:\\new and C:\\app\\notes. Splits text at \\n and at \`\\n\\n\`. *Model: not set. Tools: all. File: agents/backslashes-recovered.md*
    pub static BACKSLASHES_RECOVERED: ::include_agents::Agent = ::include_agents::__private::v1::agent(
        "agents/backslashes-recovered.md",
        ::core::include_bytes!("agents/backslashes-recovered.md"),
        [
            0xa0000001f0000002d00000073, 0x2d000000730000007800000094,
            0x94000000000000007800000093,
        ],
        &__AgentKind_0,
    );
    /// block: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/block.md*
    pub static BLOCK: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/block.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to review a change before it is merged.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to review a change before it is merged.\n\nExamples:\n<example>\nContext: A pull request is ready and its tests pass.\nuser: \"Can you look over my pull request?\"\nassistant: \"I'll ask the block agent to review it.\"\n<commentary>\nThe change is finished, so a review is due.\n</commentary>\n</example>\n<example>\nContext: Only the documentation was changed.\nuser: \"I rewrote the guide, is it right?\"\nassistant: \"The block agent will compare it with the code.\"\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A pull request is ready and its tests pass.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Can you look over my pull request?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll ask the block agent to review it.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The change is finished, so a review is due.",
                        ),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "Only the documentation was changed.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I rewrote the guide, is it right?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The block agent will compare it with the code.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/block.md",
            __SOURCE,
            [0xa0000000f0000000000000000, 0x21c0000026e, 0x26e000000000000021c0000026d],
            &__OPTIONS,
        )
    };
    /// bold: Finds memory leaks. *Model: not set. Tools: all. File: agents/bold.md*
    pub static BOLD: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/bold.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some("Finds memory leaks."),
            raw_description: ::core::option::Option::Some(
                "Finds memory leaks.\n<example>\n**Context:** A service grows over night.\n**User:** \"Where does it leak?\"\n**Assistant:** \"The bold agent will compare two heap dumps.\"\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A service grows over night.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Where does it leak?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The bold agent will compare two heap dumps.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/bold.md",
            __SOURCE,
            [0xa0000000e0000000000000000, 0xde000000f6, 0xf600000000000000de000000f5],
            &__OPTIONS,
        )
    };
    /// crlf: Use this agent to find dead code. *Model: not set. Tools: all. File: agents/crlf.md*
    pub static CRLF: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/crlf.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to find dead code.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to find dead code.\n\n<example>\nContext: A module seems unused.\nuser: \"Is anything here still called?\"\nassistant: \"I'll ask the crlf agent,\nwhich searches for callers.\"\n<commentary>\nA search for callers answers this.\n</commentary>\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A module seems unused.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Is anything here still called?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll ask the crlf agent,\nwhich searches for callers.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "A search for callers answers this.",
                        ),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/crlf.md",
            __SOURCE,
            [0xb0000000f0000000000000000, 0x1450000015f, 0x15f00000000000001450000015d],
            &__OPTIONS,
        )
    };
    /// literal: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/literal.md*
    pub static LITERAL: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/literal.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            raw_description: ::core::option::Option::Some(
                "Use this agent to review a change before it is merged.\n\nExamples:\n<example>\nContext: A pull request is ready and its tests pass.\nuser: \"Can you look over my pull request?\"\nassistant: \"I'll ask the literal agent to review it.\"\n<commentary>\nThe change is finished, so a review is due.\n</commentary>\n</example>\n<example>\nContext: Only the documentation was changed.\nuser: \"I rewrote the guide, is it right?\"\nassistant: \"The literal agent will compare it with the code.\"\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(120, 163),
                        ::include_agents::__private::v1::Text::Range(172, 206),
                        ::include_agents::__private::v1::Text::Range(221, 261),
                        ::include_agents::__private::v1::Text::Range(278, 321),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(370, 405),
                        ::include_agents::__private::v1::Text::Range(414, 447),
                        ::include_agents::__private::v1::Text::Range(462, 510),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/literal.md",
            __SOURCE,
            [0xa000000110000001f00000055, 0x21000000262, 0x262000000000000021000000261],
            &__OPTIONS,
        )
    };
    /// one-line: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/one-line.md*
    pub static ONE_LINE: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/one-line.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(115, 158),
                        ::include_agents::__private::v1::Text::Range(166, 200),
                        ::include_agents::__private::v1::Text::Range(214, 255),
                        ::include_agents::__private::v1::Text::Range(269, 312),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(354, 389),
                        ::include_agents::__private::v1::Text::Range(397, 430),
                        ::include_agents::__private::v1::Text::Range(444, 493),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/one-line.md",
            __SOURCE,
            [
                0xa000000120000002000000056, 0x20000001f8000001fd0000024f,
                0x24f00000000000001fd0000024e,
            ],
            &__OPTIONS,
        )
    };
    /// parts: Use this agent to name things. *Model: not set. Tools: all. File: agents/parts.md*
    pub static PARTS: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/parts.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some("Use this agent to name things."),
            raw_description: ::core::option::Option::Some(
                "Use this agent to name things.\n<example>user: \"Find a name for this module\"</example>\n<example>assistant: \"I'll propose three names.\"</example>\n<example>Nobody agrees on a name.</example>\n<example>\nuser: 'Tell the user: \"done\" when finished'\nassistant: \"It's settled: the user: field stays\"\n<commentary>Quotes in quotes, and a label within them.</commentary>\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(
                            "Find a name for this module",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll propose three names.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "Nobody agrees on a name.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(""),
                        ::include_agents::__private::v1::Text::Literal(
                            "Tell the user: \"done\" when finished",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "It's settled: the user: field stays",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Quotes in quotes, and a label within them.",
                        ),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/parts.md",
            __SOURCE,
            [0xa0000000f0000000000000000, 0x1a8000001d1, 0x1d100000000000001a8000001d0],
            &__OPTIONS,
        )
    };
    /// quoted: Use this agent to review a change before it is merged. *Model: not set. Tools: all. File: agents/quoted.md*
    pub static QUOTED: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/quoted.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to review a change before it is merged.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to review a change before it is merged.\n\n<example>\nContext: A pull request is ready.\nuser: \"Can you look over my pull request?\"\nassistant: \"I'll ask the quoted agent to review it.\"\n<commentary>The change is finished.</commentary>\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A pull request is ready.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Can you look over my pull request?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll ask the quoted agent to review it.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "The change is finished.",
                        ),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/quoted.md",
            __SOURCE,
            [0xa000000100000000000000000, 0x12f00000181, 0x181000000000000012f00000180],
            &__OPTIONS,
        )
    };
    /// remark: Draws maps of code bases. *Model: not set. Tools: all. File: agents/remark.md*
    pub static REMARK: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/remark.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Range(88, 116),
                        ::include_agents::__private::v1::Text::Range(124, 148),
                        ::include_agents::__private::v1::Text::Range(162, 215),
                        ::include_agents::__private::v1::Text::Range(217, 277),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/remark.md",
            __SOURCE,
            [
                0xa000000100000001f00000038, 0x1f0000011f0000012500000157,
                0x157000000000000012500000156,
            ],
            &__OPTIONS,
        )
    };
    /// turns: Use this agent to plan a release. *Model: not set. Tools: all. File: agents/turns.md*
    pub static TURNS: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/turns.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to plan a release.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to plan a release.\n\nExample:\n- <example>\n  Context: A release is due this week.\n  user: \"Plan the release for Friday.\"\n  assistant: \"Which branch shall it be made from?\"\n  user: \"From main.\"\n  assistant: \"I'll have the turns agent draw up the steps.\"\n  <function call omitted for brevity only for this example>\n  assistant: \"The plan is ready: freeze on Wednesday, candidate on Thursday.\"\n  <commentary>\n  Dates and branch are known now, so the plan can be made.\n  </commentary>\n  </example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A release is due this week.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Plan the release for Friday.\nFrom main.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Which branch shall it be made from?\nI'll have the turns agent draw up the steps.\nThe plan is ready: freeze on Wednesday, candidate on Thursday.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Dates and branch are known now, so the plan can be made.",
                        ),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/turns.md",
            __SOURCE,
            [0xa0000000f0000000000000000, 0x23b00000258, 0x258000000000000023b00000257],
            &__OPTIONS,
        )
    };
    /// unquoted: Use this agent to explain an error message. It reads logs of any length. *Model: not set. Tools: all. File: agents/unquoted.md*
    pub static UNQUOTED: ::include_agents::Agent = {
        static __SOURCE: &[::core::primitive::u8] = ::core::include_bytes!(
            "agents/unquoted.md"
        );
        static __OPTIONS: ::include_agents::__private::v1::Options = ::include_agents::__private::v1::Options {
            description: ::core::option::Option::Some(
                "Use this agent to explain an error message.\nIt reads logs of any length.",
            ),
            raw_description: ::core::option::Option::Some(
                "Use this agent to explain an error message.\n<example>\nCONTEXT: The build fails after an upgrade\nUser: What does this linker error mean?\nAssistant: I'll use the unquoted agent to explain it\n</example>\nIt reads logs of any length.\n<example>\nA test fails only on the build server.\nuser: Why does it fail there? The user: field of the log is empty.\nassistant: I'll compare both environments.\n</example>",
            ),
            examples: &[
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "The build fails after an upgrade",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "What does this linker error mean?",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll use the unquoted agent to explain it",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
                ::include_agents::__private::v1::example(
                    __SOURCE,
                    [
                        ::include_agents::__private::v1::Text::Literal(
                            "A test fails only on the build server.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "Why does it fail there? The user: field of the log is empty.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(
                            "I'll compare both environments.",
                        ),
                        ::include_agents::__private::v1::Text::Literal(""),
                    ],
                ),
            ],
            ..::include_agents::__private::v1::Options::NONE
        };
        ::include_agents::__private::v1::agent(
            "agents/unquoted.md",
            __SOURCE,
            [0xa000000120000000000000000, 0x1ce000001f8, 0x1f800000000000001ce000001f7],
            &__OPTIONS,
        )
    };
}
#[allow(dead_code, nonstandard_style, unreachable_pub, clippy::all, clippy::pedantic)]
#[allow(unused_imports)]
pub use self::__AgentKind::*;
::include_agents::__private::v1::agents! {
    AgentKind, variants = [Backslashes, BackslashesLiteral, BackslashesRecovered, Block,
    Bold, Crlf, Literal, OneLine, Parts, Quoted, Remark, Turns, Unquoted,], spellings =
    "Backslashes BackslashesLiteral BackslashesRecovered Block Bold Crlf Literal OneLine Parts Quoted Remark Turns Unquoted",
    agents = [& __AgentKind::BACKSLASHES, & __AgentKind::BACKSLASHES_LITERAL, &
    __AgentKind::BACKSLASHES_RECOVERED, & __AgentKind::BLOCK, & __AgentKind::BOLD, &
    __AgentKind::CRLF, & __AgentKind::LITERAL, & __AgentKind::ONE_LINE, &
    __AgentKind::PARTS, & __AgentKind::QUOTED, & __AgentKind::REMARK, &
    __AgentKind::TURNS, & __AgentKind::UNQUOTED,], table =
    b"\x00\x00\x00\x00\x00\x00\x00\x00\x08\x06\x14\'j\xc1\x8d\x11\x00\x00\x00\x00\xebTQ\xca\x00\x00\x00\x00\x00\x00\x00\x00E\xde_\xeb\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00&\r~\xa2\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00BB\xbdTA\xc6$\xaf\xe9Z\xcd!\x00\x00\x00\x00\xad3\xb45\x00\x00\x00\x00\x00\x00\x00\x00,u\xf1\x15\x00\x00\x00\x00d\xed\x08\xe4\xe3c#\x01\x00\x00\x00\x00\x00\x00\x00\x00\x07\x0b\xfb\xac",
}
::include_agents::__private::v1::agents_of! {
    #[doc =
    " The agents that it can start: all, none, or those that `Agent(…)` lists in its tools."]
    AgentKind::delegates, agents = [], ends = b"\x01", lists =
    b"\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
}
::include_agents::__private::v1::sections_of!(AgentKind);
