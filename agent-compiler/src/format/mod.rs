//! What the files of a product may contain: fields, tools and models, from tables that name the source of each entry.

pub mod fields;
pub mod models;
pub mod tables;
pub mod tools;
