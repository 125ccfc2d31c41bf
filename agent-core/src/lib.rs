//! The agent types of `include-agents`.
//!
//! This crate is `no_std` and holds what agents are at run time: with the facade it is all that reaches a user's binary. Without one of its
//! features it has no dependency. Use it through the `include-agents` crate, which re-exports every public type.
#![no_std]
#![forbid(unsafe_code)]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(test)]
extern crate std;

mod access;
mod agent;
#[cfg(feature = "clap")]
mod clap;
mod claude_code;
mod color;
#[doc(hidden)]
pub mod distance;
mod effort;
mod example;
mod facts;
mod fields;
mod keyword;
#[doc(hidden)]
pub mod lookup;
#[doc(hidden)]
pub mod markdown;
mod model;
mod names;
mod options;
mod permission;
mod section;
#[cfg(feature = "serde")]
mod serde;
mod set;
mod table;
mod template;
mod text;
mod tool;
mod value;
mod word;

pub use access::{Access, Grant};
pub use agent::Agent;
pub use claude_code::ClaudeCode;
pub use color::Color;
pub use effort::Effort;
pub use example::Example;
pub use fields::AgentFields;
pub use keyword::{CacheTtl, Isolation, Memory, PermissionMode};
pub use model::Model;
pub use names::{UnknownAgent, UnknownName};
pub use section::{Section, Sections};
pub use set::AgentSet;
pub use template::{MissingParameter, Prompt, Template};
pub use tool::{Tool, ToolAccess};
pub use value::{McpServer, Value};

/// What generated code is made of. Not public: the number changes whenever an item in it does.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "clap")]
    pub use clap;
    #[cfg(feature = "serde")]
    pub use serde_core;

    /// What the compiler shares with generated code.
    pub use crate::{distance, lookup, markdown};

    /// What the rules decide by the same code as `Agent::may_use`.
    pub mod permission {
        pub use crate::permission::{ALIASES, OF_MEMORY, allows, current, denies, grants, name, server, specifier};
    }

    /// The items of this version.
    pub mod v1 {
        // By these one short path leads to all that generated code names.
        pub use crate::{
            Agent, CacheTtl, Color, Effort, Isolation, McpServer, Memory, Model, PermissionMode, Tool, ToolAccess,
            Value,
        };

        #[cfg(feature = "alloc")]
        pub use alloc::string::String;

        pub use crate::agent::agent;
        #[cfg(feature = "clap")]
        pub use crate::clap::summary;
        pub use crate::example::example;
        pub use crate::lookup::find;
        pub use crate::names::{spelling, unknown};
        pub use crate::options::Options;
        #[cfg(feature = "serde")]
        pub use crate::serde::deserialize;
        pub use crate::table::{bit, list, number, pick};
        pub use crate::template::{Fragment, Joined, Piece, Values, fragment};
        pub use crate::text::Text;
        pub use crate::{
            __agents as agents, __agents_of as agents_of, __field as field, __groups as groups, __models as models,
            __prompt as prompt, __sections as sections_of, __texts as texts, __tools as tools,
        };
    }
}
