//! What is found in prose and bytes: code, orders, invisible characters, encoding damage, secrets.

pub mod code_spans;
pub mod index;
pub mod invisible;
pub mod markers;
pub mod mojibake;
pub mod orders;
pub mod redact;
pub mod secrets;
