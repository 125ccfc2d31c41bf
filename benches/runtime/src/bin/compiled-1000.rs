//! Takes a prompt of a compiled roster.

runtime::compiled!("agents-1000");
