//! The agent types of `include-agents`.
//!
//! This crate is `no_std`, has no dependency and holds the data types alone: with the facade it is all that reaches a user's
//! binary. Use it through the `include-agents` crate, which re-exports every public type.
#![no_std]
#![forbid(unsafe_code)]

mod agent;
#[doc(hidden)]
pub mod distance;
mod example;
mod keyword;
#[doc(hidden)]
pub mod lookup;
mod model;
mod set;
mod text;
mod tool;
mod value;

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
    /// What the compiler shares with generated code.
    pub use crate::{distance, lookup};

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
