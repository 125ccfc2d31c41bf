//! One file per command. Each has a function `run` that takes the arguments of the command.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fix;
pub(crate) mod generate;
pub(crate) mod graph;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod render;
pub(crate) mod route;
pub(crate) mod schema;
pub(crate) mod shell;
pub(crate) mod show;
