//! What a product's files are: its fields, tools, models, colors and hooks, read from tables that say where each entry is
//! documented. The other phases take a [`Format`] and know no product.

pub mod claude_code;
pub mod colors;
pub mod fields;
pub mod hooks;
pub mod models;
pub mod servers;
pub mod shape;
mod suggest;
pub mod tables;
pub mod tool_entries;
pub mod tools;
pub mod types;

use colors::Colors;
use fields::Fields;
use hooks::Hooks;
use models::Models;
use tables::Table;
use tools::Tools;

/// What is known of the agents of a product.
#[derive(Debug)]
pub struct Format<'f> {
    /// The fields of the frontmatter, and names that people write instead.
    pub fields: Fields<'f>,
    /// The tools, and names that people write for them.
    pub tools: Tools,
    /// The models.
    pub models: Models,
    /// The colors, and words for others.
    pub colors: Colors,
    /// The events and handlers of hooks.
    pub hooks: Hooks,
    /// The fields that are ignored where a plugin sets them.
    pub ignored_in_plugins: &'f [&'f str],
    /// The built-in agents of the product.
    pub agents: Table<Vec<&'static str>>,
}
