//! Lists the agents of a folder, or prints the prompt of one.
//!
//! ```console
//! $ cargo run -p quickstart
//! $ cargo run -p quickstart -- backend-architect
//! ```
#![forbid(unsafe_code)]

use std::process::ExitCode;

// Relative to the folder of Cargo.toml. In a package of your own this is most likely "agents/".
include_agents::include_agents!("../../agents");

fn main() -> ExitCode {
    match std::env::args().nth(1) {
        None => {
            list();
            ExitCode::SUCCESS
        }
        Some(name) => match name.parse::<AgentKind>() {
            Ok(kind) => {
                println!("{}", kind.agent().prompt());
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{name}: {error}");
                eprintln!("run without a name to list all {} agents", AgentKind::COUNT);
                ExitCode::FAILURE
            }
        },
    }
}

fn list() {
    for &kind in AgentKind::ALL {
        let agent = kind.agent();
        let model = agent.model().map_or("any model", include_agents::Model::as_str);
        println!("{kind} ({model}, for {}, {} examples)", phase(kind), agent.examples().len());
        println!("    {}\n", agent.description());
    }
}

/// The `match` is exhaustive: an agent that is added, renamed or removed breaks it, and nothing else can.
fn phase(kind: AgentKind) -> &'static str {
    match kind {
        AgentKind::BackendArchitect | AgentKind::SeniorBackendArchitect => "design",
        AgentKind::SeniorBackendDeveloper => "construction",
        AgentKind::SeniorBackendExpert => "review",
        AgentKind::BackendSystemsArchitect => "operations",
    }
}
