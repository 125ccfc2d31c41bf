use core::fmt;
use core::hash::Hash;
use core::str::FromStr;

use crate::Agent;
use crate::distance;

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

/// No agent has the name that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownAgent {
    closest: Option<&'static str>,
    count: usize,
}

impl UnknownAgent {
    /// The known name that is most like the one asked for, if any is.
    #[must_use]
    pub const fn closest(&self) -> Option<&'static str> {
        self.closest
    }
}

impl fmt::Display for UnknownAgent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.closest {
            Some(name) => write!(f, "no agent has this name, did you mean `{name}`?"),
            None => write!(f, "no agent has this name, nor one like it ({} known)", self.count),
        }
    }
}

impl core::error::Error for UnknownAgent {}

/// The error for a name that `find` did not find: for generated code only.
#[must_use]
#[cold]
pub fn unknown(agents: &[&'static Agent], name: &str) -> UnknownAgent {
    UnknownAgent { closest: distance::closest(name, agents.iter().map(|agent| agent.name())), count: agents.len() }
}

/// The spelling of a variant, out of all of them with a blank between: for generated code only. One text takes less of the
/// binary, and of the compiler's time, than a table of texts.
#[must_use]
pub fn spelling(variants: &'static str, index: usize) -> &'static str {
    variants.split(' ').nth(index).unwrap_or_default()
}
