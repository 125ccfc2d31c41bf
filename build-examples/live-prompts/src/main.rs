//! Prompts that are seen as they are written.

use std::error::Error;
use std::io::{Write as _, stdin, stdout};
use std::thread;
use std::time::Duration;

use include_agents_runtime::Live;

include_agents::include_agents!("agents/");

/// Prints the prompt of the guide, and again whenever it changes, until its input ends: `live-prompts [FOLDER]`.
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/agents").into());
    let live = Live::<AgentKind>::new(folder);
    print!("{}", live.report());
    show(&live)?;
    let input = thread::spawn(|| stdin().lines().for_each(drop));
    while !input.is_finished() {
        if let Some(update) = live.wait(Duration::from_millis(100)) {
            print!("{}", update.report);
            if !update.changed.is_empty() {
                show(&live)?;
            } else if update.report.is_empty() {
                println!("no problem is left");
            }
            stdout().flush()?;
        }
    }
    Ok(())
}

fn show(live: &Live<AgentKind>) -> std::io::Result<()> {
    println!("---\n{}\n---", live.render(&prompt::Guide { visitor: &"Ada" }));
    stdout().flush()
}
