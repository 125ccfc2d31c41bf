//! Rules about references between agents.

pub mod ambiguous_examples;
pub mod foreign_example;
pub mod malformed_example;
pub mod unknown_agent;
pub mod unknown_mention;
