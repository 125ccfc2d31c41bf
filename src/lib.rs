//! Agent definitions as checked, typed source code.
//!
//! A folder of AI agents (Markdown files with YAML frontmatter, the format of Claude Code subagents) is compiled into an
//! enum and one static per agent. Whatever is wrong with a file fails the build, all of it at once, each error on its
//! line and column inside the Markdown. Nothing is parsed, allocated or looked up on disk at run time.
//!
//! ```
//! include_agents::include_agents!("agents/");
//!
//! // A new file in the folder makes this line fail to compile until somebody has thought of it.
//! fn is_designer(kind: AgentKind) -> bool {
//!     match kind {
//!         AgentKind::BackendArchitect | AgentKind::SeniorBackendArchitect => true,
//!         AgentKind::BackendSystemsArchitect => true,
//!         AgentKind::SeniorBackendDeveloper | AgentKind::SeniorBackendExpert => false,
//!     }
//! }
//!
//! fn main() {
//!     let kind: AgentKind = "backend-architect".parse().expect("it is in the folder");
//!     let agent = kind.agent();
//!     assert!(is_designer(kind));
//!     assert_eq!(agent.model(), Some(include_agents::Model::OPUS));
//!     assert_eq!(agent.prompt(), BACKEND_ARCHITECT.prompt());
//! }
//! ```
//!
//! # Features
//!
//! - `macros` (default): [`include_agents!`].
//!
//! A build script uses the crate `include-agents-build`. A program gains this crate and `include-agents-core`, both `no_std`
//! and without dependencies.
#![no_std]
#![forbid(unsafe_code)]

pub use include_agents_core::{
    Agent, AgentFields, AgentSet, CacheTtl, ClaudeCode, Color, Effort, Example, Isolation, McpServer, Memory, Model,
    PermissionMode, Tool, ToolAccess, UnknownAgent, Value,
};

/// What the macro and generated code need. Not public.
#[doc(hidden)]
pub mod __private {
    pub use include_agents_core::__private::v1;
    #[cfg(feature = "macros")]
    pub use include_agents_macros::include_agents;
}

/// Compiles the agents of a folder into an enum and one static per agent.
///
/// The folder is relative to the folder of Cargo.toml. All `*.md` files in it and below count, except README and its
/// like, and names that begin with `_` or `.`.
///
/// **A file that is added is not seen by itself.** Changed and removed files are; for added ones put this into
/// `build.rs`, with `include-agents-build` as a build dependency:
///
/// ```no_run
/// // in `fn main` of build.rs
/// include_agents_build::watch("agents/");
/// ```
///
/// # Items
///
/// The short form gives `pub enum AgentKind`:
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
/// The long form names the enum, with attributes and a visibility of your choice. Give each call a module of its own
/// where two folders have agents of one name:
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
/// The enum is `Clone`, `Copy`, `PartialEq`, `Eq`, `PartialOrd`, `Ord`, `Hash`, `Debug`, `Display`, `AsRef<str>`,
/// `FromStr`, `TryFrom<&str>`, and implements [`AgentSet`]. Its variants are in order of name; [`Agent`] says what there
/// is to know of each.
///
/// # Errors
///
/// Each problem of each file is an error or a warning of its own; more than 20 warnings fold into one per rule, which names
/// every place. Beside errors the enum is still there, so that the rest
/// of the crate has none that are only consequences.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! include_agents {
    ($($input:tt)*) => {
        $crate::__private::include_agents! { $crate; $($input)* }
    };
}
