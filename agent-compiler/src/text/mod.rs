//! What is found in text: code, instructions, calls, placeholders, invisible characters, mojibake and secrets.

pub mod calls;
pub mod code_spans;
mod containers;
pub mod fences;
pub mod index;
pub mod invisible;
pub mod lost;
pub mod markers;
pub mod mojibake;
pub mod names;
pub mod orders;
pub mod placeholders;
pub mod redact;
pub mod secrets;
pub mod template;
