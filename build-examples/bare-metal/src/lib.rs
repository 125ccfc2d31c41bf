//! Agents without an operating system: no standard library, no allocator, and nothing that is read or parsed when the program runs.
#![no_std]
#![forbid(unsafe_code, missing_docs)]

include_agents::include_agents!("agents/");

/// The prompt, a constant in read-only memory.
pub const PROMPT: &str = NIGHT_WATCH.prompt();

/// What this device does with its pins for a tool. A tool that the agent is granted, and that is missing here, does not compile.
#[must_use]
pub const fn pin(tool: AgentTool) -> u8 {
    match tool {
        AgentTool::OpenValve => 4,
        AgentTool::ReadSensor => 7,
    }
}

/// The pin that a call of the model is for, if the agent may use the tool.
#[must_use]
pub fn pin_of_call(kind: AgentKind, tool: &str) -> Option<u8> {
    AgentTool::from_name(tool).filter(|tool| kind.allows(*tool)).map(pin)
}

/// The rules of an agent, for a display that shows one line at a time.
pub fn rules(kind: AgentKind) -> impl Iterator<Item = &'static str> {
    kind.section("Rules").into_iter().flat_map(|rules| rules.items())
}

#[cfg(test)]
mod tests {
    use super::{AgentKind, PROMPT, pin_of_call, rules};

    #[test]
    fn all_of_it_is_there_without_a_standard_library() {
        assert!(PROMPT.starts_with("You watch a greenhouse"));
        assert_eq!(pin_of_call(AgentKind::NightWatch, "open_valve"), Some(4));
        assert_eq!(pin_of_call(AgentKind::NightWatch, "close_valve"), None);
        assert_eq!(rules(AgentKind::NightWatch).count(), 2);
    }
}
