//! A program whose users bring agents of their own, beside those that are built in.

use std::error::Error;
use std::process::ExitCode;

use include_agents_runtime::{Agent, Loader, Roster};

include_agents::include_agents!("agents/");

/// Lists the agents, or prints the prompt of one: `bring-your-own FOLDER [NAME]`.
fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let (folder, name) = match arguments.as_slice() {
        [folder] => (folder, None),
        [folder, name] => (folder, Some(name)),
        _ => return Err("usage: bring-your-own FOLDER [NAME]".into()),
    };
    // A folder of prompts is neither large nor full. One that is has something else in it.
    let loaded = Loader::new(folder).max_files(1_000).max_file_size(64 * 1024).load();
    // What is wrong with a file is for its author. The agents beside it are there.
    eprint!("{}", loaded.report());
    let agents = all(&loaded);
    match name {
        None => {
            for (agent, from) in &agents {
                println!("{:12} {from:9} {}", agent.name(), line(agent.description()));
            }
        }
        Some(name) => {
            let (agent, _) = agents.iter().find(|(agent, _)| name == agent.name()).ok_or("there is no such agent")?;
            println!("{}", prompt(agent)?);
        }
    }
    if loaded.is_empty() && loaded.report().errors() > 0 {
        return Err(format!("none of the agents of `{}` can be used", folder.display()).into());
    }
    Ok(())
}

/// The agents that are built in, and those of the user. What the program says of its own agents holds whatever is loaded, so
/// nobody replaces one.
fn all(loaded: &Roster) -> Vec<(&'static Agent, &'static str)> {
    let mut agents: Vec<_> = AgentKind::ALL.iter().map(|kind| (kind.agent(), "built in")).collect();
    for agent in loaded {
        if AgentKind::from_name(agent.name()).is_some() {
            eprintln!("warning: {}: `{}` is built in, and is not replaced", agent.path(), agent.name());
        } else {
            agents.push((agent, "yours"));
        }
    }
    agents
}

/// A text on one line. What others wrote must not look like another row of the list.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The finished prompt. A prompt that asks for more than the program gives is not sent with a hole in it.
fn prompt(agent: &Agent) -> Result<String, Box<dyn Error>> {
    Ok(agent.template().render(&[("program", &env!("CARGO_PKG_NAME"))])?)
}
