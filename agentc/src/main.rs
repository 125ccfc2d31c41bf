//! `agentc`: the compiler of `include-agents` as a command.
//!
//! A thin front end: [`target`] resolves the paths of the command line, `include_agents_compiler` does the work, each command has
//! its own file in [`commands`], and [`report`] prints diagnostics in the requested format.
#![forbid(unsafe_code)]

mod cli;
mod commands;
mod fields;
mod graph;
mod loaded;
mod output;
mod overlay;
mod prompts;
mod report;
mod table;
mod target;

use std::process::ExitCode;

use clap::Parser as _;

use cli::{Cli, Command};
use commands::{
    build, check, explain, export, fix, generate, graph as graph_command, list, new, render, route, schema, shell, show,
};
use output::Failure;

/// The outcome of a command that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// No errors.
    Clean,
    /// At least one error, or something that was requested to count as one.
    Errors,
}

fn main() -> ExitCode {
    let Cli { command, color } = Cli::parse();
    output::choose_color(color);
    let outcome = match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Fix(arguments) => fix::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Build(arguments) => build::run(&arguments),
        Command::Generate(arguments) => generate::run(&arguments),
        Command::Graph(arguments) => graph_command::run(&arguments),
        Command::Route(arguments) => route::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Schema => schema::run(),
        Command::Export(arguments) => export::run(&arguments),
        Command::Completions { shell } => shell::completions(shell),
        Command::Man { folder } => shell::man(folder.as_deref()),
    };
    match outcome {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Errors) => ExitCode::from(1),
        Err(Failure(message)) => {
            output::error(&message);
            ExitCode::from(2)
        }
    }
}
