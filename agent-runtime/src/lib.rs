//! The agents of a folder at run time, for programs whose users bring agents of their own.
//!
//! [`Loader`] reads a folder with the same front end, rules and settings as `include_agents!`, and gives the same
//! [`Agent`] and the same diagnostics. With the feature `live`, `Live` serves the agents that are compiled into a program,
//! and new texts of them while their files change.
//!
//! ```
//! use include_agents_runtime::Loader;
//!
//! # let folder = tempfile::tempdir()?;
//! # std::fs::write(
//! #     folder.path().join("reviewer.md"),
//! #     "---\nname: reviewer\ndescription: Reviews a change before it is merged.\ntools: Read, Grep\n---\nRead the change.\n",
//! # )?;
//! let roster = Loader::new(folder.path()).load();
//! eprint!("{}", roster.report());
//! if let Some(reviewer) = roster.get("reviewer") {
//!     assert_eq!(reviewer.prompt(), "Read the change.");
//!     assert!(!reviewer.may_use("Write"));
//! }
//! # assert_eq!(roster.len(), 1);
//! # Ok::<(), std::io::Error>(())
//! ```
#![forbid(unsafe_code)]

mod bounded;
mod convert;
mod fragments;
mod kept;
#[cfg(feature = "live")]
mod live;
mod loader;
mod report;
mod roster;

#[doc(no_inline)]
pub use include_agents_core::Agent;
#[cfg(feature = "live")]
pub use live::{Live, Update};
pub use loader::Loader;
pub use report::Report;
pub use roster::Roster;
