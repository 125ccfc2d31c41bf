//! Rules about the prompt and the text of the file.

pub mod empty_prompt;
pub mod hidden_text;
pub mod leftover_placeholder;
pub mod mojibake;
pub mod secret;
pub mod unclosed_fence;
pub mod ungranted_tool;
