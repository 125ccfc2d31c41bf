use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

use crate::{Agent, UnknownAgent};

/// What every enum made by `include_agents!` has, for code generic over rosters.
///
/// Only generated code implements it: a later version may add items without a default.
///
/// ```
/// # extern crate include_agents_core as include_agents;
/// use include_agents::AgentSet;
///
/// fn menu<Kind: AgentSet>() -> String {
///     Kind::ALL.iter().map(|kind| format!("{kind}: {}\n", kind.agent().description())).collect()
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of agents",
    label = "not made by `include_agents!`",
    note = "`include_agents!(\"agents/\")` makes the enum `AgentKind`, which implements `AgentSet`"
)]
pub trait AgentSet:
    Copy
    + Ord
    + Hash
    + fmt::Debug
    + fmt::Display
    + AsRef<str>
    + FromStr<Err = UnknownAgent>
    + for<'a> TryFrom<&'a str, Error = UnknownAgent>
    + Into<&'static Agent>
    + Send
    + Sync
    + 'static
{
    /// Every agent, in order of name.
    const ALL: &'static [Self];

    /// How many agents there are.
    const COUNT: usize = Self::ALL.len();

    /// The agent itself.
    fn agent(self) -> &'static Agent;

    /// The agent's name, as its file gives it.
    fn name(self) -> &'static str {
        self.agent().name()
    }

    /// The agent of this very name.
    #[must_use]
    fn from_name(name: &str) -> Option<Self>;
}

/// Implements what an enum of agents has, beside what [`__names`](crate::__names) gives every enum of names. `agents` are
/// references to the agents, one per variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __agents {
    (
        $name:ident,
        variants = $variants:tt,
        spellings = $spellings:literal,
        agents = $agents:tt,
        table = $table:literal $(,)?
    ) => {
        $crate::__names! {
            $name,
            what = "agent",
            variants = $variants,
            spellings = $spellings,
            items = $agents of &'static $crate::Agent,
            table = $table,
        }

        #[allow(dead_code, unreachable_pub, clippy::indexing_slicing)]
        impl $name {
            /// The agent itself.
            #[must_use]
            pub const fn agent(self) -> &'static $crate::Agent {
                Self::__items()[self.__index()]
            }

            /// The agent's name, as its file gives it.
            #[must_use]
            pub const fn name(self) -> &'static ::core::primitive::str {
                self.agent().name()
            }

            /// The agent's name, as its file gives it.
            #[must_use]
            pub const fn as_str(self) -> &'static ::core::primitive::str {
                self.name()
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<$name> for &'static $crate::Agent {
            fn from(kind: $name) -> Self {
                kind.agent()
            }
        }

        #[automatically_derived]
        impl $crate::AgentSet for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn agent(self) -> &'static $crate::Agent {
                self.agent()
            }

            fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                Self::from_name(name)
            }
        }
    };
}
