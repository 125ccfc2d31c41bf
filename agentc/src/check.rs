//! `agentc check`

use std::time::Instant;

use crate::Outcome;
use crate::arguments::{Check, Format};
use crate::output::Result;
use crate::report::{self, Findings};
use crate::roster::Loaded;
use crate::target;

/// Reports all diagnostics.
pub(crate) fn run(arguments: &Check) -> Result<Outcome> {
    let begun = Instant::now();
    let targets = target::targets(&arguments.input)?;
    let loaded: Vec<_> = targets.into_iter().map(|target| Loaded::new(&target, &arguments.input.rules)).collect();
    loaded.iter().for_each(Loaded::tell_others);
    let findings: Vec<_> = loaded.iter().map(|loaded| Findings::of(loaded, loaded.check().1)).collect();
    let is_for_people = matches!(arguments.format, Format::Human | Format::Short);
    let took = begun.elapsed();
    report::write(arguments.format, &findings)?;
    if is_for_people {
        report::summary("checked", &findings, took);
    }
    let is_denied = arguments.deny_warnings && findings.iter().any(|findings| !findings.diagnostics.is_empty());
    Ok(if is_denied { Outcome::Findings } else { report::outcome(&findings) })
}
