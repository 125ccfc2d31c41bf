//! `agentc`: the compiler of `include-agents` as a command.
//!
//! A thin door: [`target`] finds out which agents are meant, `include_agents_compiler` does the work, each command has a file
//! of its own, and [`report`] writes findings in the format that was asked for.
#![forbid(unsafe_code)]

mod arguments;
mod check;
mod explain;
mod export;
mod fields;
mod fix;
mod generate;
mod list;
mod new;
mod output;
mod report;
mod roster;
mod schema;
mod shell;
mod show;
mod target;
mod view;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Command};
use output::Failure;

/// What a command that could do its work has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at the level of an error.
    Clean,
    /// At least one error, or what was asked to count as one.
    Findings,
}

fn main() -> ExitCode {
    let Arguments { command, color } = Arguments::parse();
    output::choose_color(color);
    let outcome = match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Schema => schema::run(),
        Command::Export(arguments) => export::run(&arguments),
        Command::Completions { shell } => shell::completions(shell),
        Command::Man { folder } => shell::man(folder.as_deref()),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(Failure(message)) => {
            output::error(&message);
            ExitCode::from(2)
        }
    }
}
