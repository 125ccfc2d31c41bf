//! `agentc check`

use std::time::Instant;

use crate::Outcome;
use crate::cli::{CheckArguments, Format};
use crate::loaded::LoadedFolder;
use crate::output::{Failure, Result};
use crate::report::{self, FolderReport};
use crate::target;

/// Reports all diagnostics.
pub(crate) fn run(arguments: &CheckArguments) -> Result<Outcome> {
    if arguments.statistics && matches!(arguments.format, Format::Sarif | Format::Github) {
        return Err(Failure("`--statistics` prints a table or, with `--format json`, an array".to_owned()));
    }
    let start = Instant::now();
    let targets = target::targets(&arguments.input)?;
    let loaded: Vec<_> = targets.into_iter().map(|target| LoadedFolder::new(&target, &arguments.input.rules)).collect();
    loaded.iter().for_each(LoadedFolder::report_skipped);
    let reports: Vec<_> = loaded.iter().map(|loaded| FolderReport::of(loaded, loaded.check().1)).collect();
    let is_for_people = matches!(arguments.format, Format::Human | Format::Short);
    let took = start.elapsed();
    if arguments.statistics {
        report::write_statistics(arguments.format, &reports)?;
    } else {
        report::write(arguments.format, &reports)?;
    }
    if is_for_people {
        report::summary("checked", &reports, took);
    }
    let is_denied = arguments.deny_warnings && reports.iter().any(|report| !report.diagnostics.is_empty());
    Ok(if is_denied { Outcome::Errors } else { report::outcome(&reports) })
}
