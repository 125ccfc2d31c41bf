//! What is found in text: code, instructions, invisible characters, mojibake and secrets.

pub mod code_spans;
pub mod fences;
pub mod index;
pub mod invisible;
pub mod markers;
pub mod mojibake;
pub mod orders;
pub mod redact;
pub mod secrets;
