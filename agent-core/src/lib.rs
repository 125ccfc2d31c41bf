//! The agent types of `include-agents` and, behind features, its compiler.
//!
//! Without features this crate is `no_std`, has no dependency and holds the data types alone: it is all that
//! reaches a user's binary. Use it through the `include-agents` crate, which re-exports every public type.
//!
//! - `compiler` adds [`compiler`]: source text in, Rust and diagnostics out.
//! - `build` adds [`build`]: the helper for build scripts.
//! - `format` adds what `agentc generate` needs: the same code, laid out for people.
#![cfg_attr(not(feature = "compiler"), no_std)]
#![forbid(unsafe_code)]

mod agent;
mod distance;
mod example;
mod keyword;
mod lookup;
mod model;
mod set;
mod text;
mod tool;
mod value;

#[cfg(feature = "build")]
pub mod build;
#[cfg(feature = "compiler")]
pub mod compiler;

pub use agent::Agent;
pub use example::Example;
pub use keyword::{CacheTtl, Color, Effort, Isolation, Memory, PermissionMode};
pub use model::Model;
pub use set::{AgentSet, UnknownAgent};
pub use tool::{Tool, ToolAccess};
pub use value::{McpServer, Value};

/// What generated code is made of. Not public: the number changes whenever an item in it does.
#[doc(hidden)]
pub mod __private {
    /// The items of this version.
    pub mod v1 {
        pub use crate::agent::{Options, agent};
        pub use crate::example::example;
        pub use crate::lookup::find;
        pub use crate::set::{spelling, unknown};
        pub use crate::text::Text;
        pub use crate::tool::tool;
        pub use crate::value::mcp_server;
    }
}
