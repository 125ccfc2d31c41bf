//! Agent definitions as checked, typed source code.
//!
//! [`include_agents!`] compiles a folder of AI agents (Markdown files with YAML frontmatter, the format of Claude Code
//! subagents) into an enum and one static per agent. An invalid agent fails the build, with the error on its line and column
//! inside the Markdown. At run time, no agent is parsed, allocated or read from disk.
//!
//! ```
//! include_agents::include_agents!("agents/");
//!
//! // A new file in the folder breaks this match until somebody handles it.
//! const fn most_minutes(kind: AgentKind) -> u32 {
//!     match kind {
//!         AgentKind::SeniorBackendDeveloper | AgentKind::SeniorBackendExpert => 60,
//!         AgentKind::BackendArchitect
//!         | AgentKind::BackendSystemsArchitect
//!         | AgentKind::SeniorBackendArchitect => 20,
//!     }
//! }
//!
//! let kind: AgentKind = "backend-architect".parse()?;
//! assert_eq!(most_minutes(kind), 20);
//! assert_eq!(kind.agent().model(), Some(include_agents::Model::OPUS));
//! assert_eq!(kind.agent().prompt(), BACKEND_ARCHITECT.prompt());
//! # Ok::<(), include_agents::UnknownAgent>(())
//! ```
//!
//! # Questions
//!
//! - **A new agent is not seen?** `include_agents_build::watch("agents/")` in `build.rs`: a macro can make Cargo watch files, but not
//!   folders.
//! - **The editor shows old agents?** After adding a file, run *rust-analyzer: Rebuild proc macros*.
//! - **A build script instead?** `include_agents_build::compile("agents/")` writes the same items to a file.
//! - **A workspace?** The folder is relative to the package of the file with the call. Members that are not published can share one:
//!   `include_agents!("../agents")`.
//! - **Bazel, Buck?** Declare the agents, in Bazel as `compile_data`, and set `CARGO_MANIFEST_DIR`.
//!
//! The book in `docs/` has a guide, a page for every rule, and the generated items of a sample roster.
//!
//! # Features
//!
//! - `macros` (default): [`include_agents!`].
//! - `alloc` (default): `render` of prompts with parameters. Without it, they are written to a `core::fmt::Write`.
//! - `serde`: every generated enum is `Serialize` and `Deserialize` by name, also as the key of a map. The error for an unknown
//!   name suggests the closest. [`Agent`] serializes as the object that `claude --agents` takes for it.
//! - `clap`: every generated enum is a `clap::ValueEnum`, that of the agents with their descriptions as help.
//!
//! A build script uses the crate `include-agents-build` instead. The binary gains this crate and `include-agents-core`, both
//! `no_std` and, without the last two features, without dependencies.
#![no_std]
#![forbid(unsafe_code)]

pub use include_agents_core::{
    Access, Agent, AgentFields, AgentSet, CacheTtl, ClaudeCode, Color, Effort, Example, Grant, Isolation, McpServer,
    Memory, MissingParameter, Model, PermissionMode, Prompt, Section, Sections, Template, Tool, ToolAccess,
    UnknownAgent, UnknownName, Value,
};

/// What the macro and generated code need. Not public.
#[doc(hidden)]
pub mod __private {
    pub use include_agents_core::__private::{made_by, v1};
    #[cfg(feature = "macros")]
    pub use include_agents_macros::include_agents;
}

/// Compiles the agents of a folder into an enum and one static per agent.
///
/// The folder is relative to the package. All `*.md` files in it and in folders below count, except README and the like, and
/// names that begin with `_` or `.`.
///
/// # Errors
///
/// Each problem of each file is an error or a warning of its own:
///
/// ```text
/// error: unknown model `sonet` [misspelled-model]
///         --> agents/reviewer.md:5:8
///          |
///        5 | model: sonet
///          |        ^^^^^ help: did you mean `sonnet`?
/// ```
///
/// More than 20 warnings are folded into one per rule, which names every place. The enum exists in spite of errors, so that the
/// rest of the crate has none that only follow from them.
///
/// # Added files
///
/// Cargo notices changed and removed agents by itself. For **added** files put this into `build.rs`, with
/// `include-agents-build` as a build dependency. The build script then also compiles the agents, when one has changed, and the macro
/// takes the result while it is current:
///
/// ```no_run
/// // in `fn main` of build.rs
/// include_agents_build::watch("agents/");
/// ```
///
/// # Items
///
/// The short form gives `pub enum AgentKind`, with its variants in order of name:
///
/// ```
/// include_agents::include_agents!("agents/");
///
/// assert_eq!(AgentKind::COUNT, 5);
/// assert_eq!(AgentKind::ALL[0].name(), "backend-architect");
/// assert_eq!(AgentKind::from_name("backend-architect"), Some(AgentKind::BackendArchitect));
/// assert_eq!(BACKEND_ARCHITECT.path(), "agents/backend-architect.md");
///
/// let error = "backend-architct".parse::<AgentKind>().unwrap_err();
/// assert_eq!(error.to_string(), "no agent has this name, did you mean `backend-architect`?");
/// ```
///
/// The long form gives the enum a name, a visibility and attributes. Two folders with agents of one name need two modules:
///
/// ```
/// mod team {
///     include_agents::include_agents! {
///         /// The backend team.
///         pub(crate) enum Backend in "agents/";
///     }
/// }
/// assert!(team::Backend::ALL.len() > 1);
/// ```
///
/// # What agents mention
///
/// Each tool, model and sub-folder that the agents name is a variant of an enum of its own, so that a `match` does not compile while
/// one of them is not handled. What each agent has of it is known in constants:
///
/// ```
/// include_agents::include_agents!("agents/");
///
/// const fn cents(model: AgentModel) -> u32 {
///     match model {
///         AgentModel::Opus => 5,
///         AgentModel::Sonnet => 3,
///     }
/// }
/// assert_eq!(AgentKind::BackendArchitect.model().map(cents), Some(5));
///
/// let error = "sonet".parse::<AgentModel>().unwrap_err();
/// assert_eq!(error.to_string(), "no model has this name, did you mean `sonnet`?");
/// ```
///
/// | item | variants | what an agent has of it |
/// |---|---|---|
/// | `AgentTool` | the tools that are granted or denied, by their names of today; `mcp__github__close` is `McpGithubClose`, and a server is a tool | `tools()`, `allows(tool)`, `allowed_tools()` |
/// | `AgentModel` | aliases and ids of models | `model()` |
/// | `AgentGroup` | the folders below this one that have agents, by path | `group()`; `AgentGroup::X.agents()` |
///
/// `delegates()` are the agents that an agent can start: all, none, or those of `Agent(a, b)` in its tools. `mentions()` are those that
/// its description and prompt name: by a name with a dash, after `@`, in backticks, or in an instruction. With `ALL` they are
/// the delegation graph, as a constant.
///
/// `sections()` is the outline of the prompt, and `section("Approach")` a part of it, with its text and the items of its lists:
///
/// ```
/// include_agents::include_agents!("agents/");
///
/// let titles: Vec<_> = AgentKind::SeniorBackendDeveloper.sections().map(|section| section.title()).collect();
/// assert!(titles.contains(&"How you work"), "{titles:?}");
/// ```
///
/// A field that `agents.toml` declares has an accessor: `team = ["platform", "payments"]` under `[fields]` gives the enum `Team`, and
/// `team()`.
///
/// A prompt with `{{customer}}` has a struct in the module `prompt`, with a field for each parameter: a forgotten one does not compile,
/// and `prompt::Billing { customer: &"Ada" }.render()` gives the text. [`Prompt`](crate::Prompt) is its trait.
///
/// What the agents do not mention is not there. In the long form the names begin with that of the enum: `BackendTool`. It can also
/// leave items out: `pub enum Backend in "agents/", without(models, groups);` (`tools`, `models`,
/// `groups`, `delegates`, `sections`, `fields`, `prompts`).
///
/// # Traits
///
/// The enum is `Clone`, `Copy`, `PartialEq`, `Eq`, `PartialOrd`, `Ord`, `Hash`, `Debug`, `Display`, `AsRef<str>`, `FromStr` and
/// `TryFrom<&str>`, as are the others, and implements [`AgentSet`]. [`Agent`] documents what each agent has.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! include_agents {
    ($($input:tt)*) => {
        $crate::__private::include_agents! { $crate; $($input)* }
    };
}
