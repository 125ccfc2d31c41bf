//! `agentc completions` and `agentc man`
#![allow(clippy::disallowed_methods, reason = "a command may access the file system")]

use std::fs;
use std::path::Path;

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::Outcome;
use crate::cli::Cli;
use crate::output::{self, Failure, Result};

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "agentc", &mut script);
    output::stdout_raw([script])?;
    Ok(Outcome::Clean)
}

/// Prints the manual page, or writes the pages of all commands to a folder.
pub(crate) fn man(folder: Option<&Path>) -> Result<Outcome> {
    let command = Cli::command();
    if let Some(folder) = folder {
        let failed = |error| Failure::io(&format!("cannot write to `{}`", folder.display()), &error);
        fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(command, folder)).map_err(failed)?;
    } else {
        let mut page = Vec::new();
        // Writing to a vector does not fail.
        let _ = clap_mangen::Man::new(command).render(&mut page);
        output::stdout_raw([page])?;
    }
    Ok(Outcome::Clean)
}
