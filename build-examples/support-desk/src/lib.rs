//! A support desk of three agents, over two clients of model providers.

pub mod desk;
pub mod over_async_openai;
pub mod over_rig;
