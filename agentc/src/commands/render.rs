//! `agentc render`

use crate::Outcome;
use crate::cli::RenderArguments;
use crate::commands::show::unknown;
use crate::loaded::LoadedFolder;
use crate::output::{self, Result};
use crate::prompts::Values;
use crate::report::{self, FolderReport};
use crate::target;

/// Prints the finished prompt of an agent, unless there are errors in it.
pub(crate) fn run(arguments: &RenderArguments) -> Result<Outcome> {
    let mut loaded = LoadedFolder::new(&target::agent(&arguments.agent, arguments.folder.path.as_deref())?, &[]);
    let (file, files) = {
        let roster = loaded.roster();
        let by_path = loaded.requested.iter().flatten().next().copied();
        let file = by_path.or_else(|| roster.find(&arguments.agent).map(|agent| agent.file));
        let file = file.ok_or_else(|| unknown(&roster, &arguments.agent))?;
        (file, roster.prompts().fragments(file))
    };
    loaded.requested = Some(files.into_iter().chain([file]).collect());
    let (roster, diagnostics) = loaded.check();
    let report = FolderReport::of(&loaded, diagnostics);
    if report::outcome(std::slice::from_ref(&report)) == Outcome::Errors {
        report::write_to_stderr(&[report]);
        return Ok(Outcome::Errors);
    }
    let values = Values::new(&roster, &[file], &arguments.set)?;
    output::stdout_raw([values.render(&roster, file)? + "\n"])?;
    Ok(report::note_counts(&report.folder.path, &report))
}
