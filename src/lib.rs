//! Compiles a folder of AI agent definitions into checked, typed Rust.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "build")]
pub use agent_core::build;
pub use agent_core::{
    Agent, AgentSet, CacheTtl, Color, Effort, Example, Isolation, McpServer, Memory, Model, PermissionMode, Tool,
    ToolAccess, UnknownAgent, Value,
};

/// What the macro and generated code need. Not public.
#[doc(hidden)]
pub mod __private {
    pub use agent_core::__private::v1;
    #[cfg(feature = "macros")]
    pub use agent_macros::include_agents;
}

/// Compiles the agents of a folder into an enum and one static per agent.
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! include_agents {
    ($($input:tt)*) => {
        $crate::__private::include_agents! { $crate; $($input)* }
    };
}
