//! Writes the part of a system prompt that lists the agents to which a model can delegate.
//!
//! ```console
//! $ cargo run -p build-script
//! ```
#![forbid(unsafe_code)]

use include_agents::AgentSet;

/// What the build script has written: `$OUT_DIR/agents.rs`, ordinary Rust that you can read.
mod agents {
    include!(concat!(env!("OUT_DIR"), "/agents.rs"));
}

fn main() {
    print!("{}", hand_over::<agents::AgentKind>());
}

/// Works for every roster, whichever enum it is.
fn hand_over<Kind: AgentSet>() -> String {
    let mut text = String::from("You can hand over to these agents:\n");
    for kind in Kind::ALL {
        let agent = kind.agent();
        text += &format!("\n## {kind}\n{}\n", agent.description());
        for example in agent.examples() {
            if let (Some(user), Some(assistant)) = (example.user(), example.assistant()) {
                text += &format!("- user: {user}\n  you: {assistant}\n");
            }
        }
    }
    text
}
