//! What a product's files are: its fields, tools and models, read from tables that say where each entry is documented.

pub mod fields;
pub mod models;
pub mod tables;
pub mod tools;
