//! Rules about the prompt and the text of the file.

pub mod circular_fragment;
pub mod empty_prompt;
pub mod hidden_text;
pub mod invalid_template;
pub mod leftover_placeholder;
pub mod mojibake;
pub mod parameter_collision;
pub mod secret;
pub mod unclosed_fence;
pub mod ungranted_tool;
pub mod unknown_fragment;
pub mod unused_fragment;
