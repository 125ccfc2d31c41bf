//! `agentc fix`
#![allow(clippy::disallowed_methods, reason = "a command is a door")]

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;
use std::time::Instant;

use include_agents_compiler::fix_all;
use similar::TextDiff;
use tempfile::NamedTempFile;

use crate::Outcome;
use crate::arguments::{Fix, Format};
use crate::output::{self, Failure, Result};
use crate::report::{self, Findings, counted};
use crate::roster::Loaded;
use crate::target;

/// A file that fixes have changed.
struct Change {
    file: usize,
    path: String,
    before: String,
    after: String,
    fixes: usize,
}

/// Applies fixes, and reports what they leave.
pub(crate) fn run(arguments: &Fix) -> Result<Outcome> {
    let begun = Instant::now();
    let targets = target::targets(&arguments.input)?;
    let given = targets.iter().find_map(|target| target.view.given.clone());
    if given.is_some() && arguments.input.paths.len() > 1 {
        return Err(Failure("standard input is fixed alone: give no other path beside `-`".into()));
    }
    let is_shown_only = arguments.diff || given.is_some();
    let mut changes = Vec::new();
    let mut failures = Vec::new();
    let mut loaded = Vec::new();
    for target in targets {
        // One after the other, since folders may have files in common.
        let mut agents = Loaded::new(&target, &arguments.input.rules);
        drop(target);
        agents.tell_others();
        for change in repaired(&mut agents, arguments.all) {
            let written = if is_shown_only { Ok(()) } else { write(&change) };
            match written {
                Ok(()) => changes.push(change),
                Err(failure) => {
                    failures.push(failure);
                    agents.restore(change.file, change.before);
                }
            }
        }
        loaded.push(agents);
    }
    if arguments.diff {
        output::print(changes.iter().map(diff))?;
    } else if let Some((_, text)) = &given {
        // With nothing to fix it goes through as it came, also where it is no text.
        let fixed = changes.first().map(|change| change.after.as_bytes());
        output::print([fixed.unwrap_or(text)])?;
    }
    let findings: Vec<_> = loaded.iter().map(|loaded| Findings::of(loaded, loaded.check().1)).collect();
    if is_shown_only {
        report::tell(&findings);
    } else {
        report::write(Format::Human, &findings)?;
    }
    let fixed = counted(changes.iter().map(|change| change.fixes).sum(), "finding");
    let done = if arguments.diff { "would fix" } else { "fixed" };
    let done = format!("{done} {fixed} in {}; checked", counted(changes.len(), "file"));
    report::summary(&done, &findings, begun.elapsed());
    if let Some(last) = failures.pop() {
        for Failure(message) in &failures {
            output::error(message);
        }
        return Err(last);
    }
    Ok(report::outcome(&findings))
}

/// Applies fixes to the texts of the files that are asked for.
fn repaired(loaded: &mut Loaded, all: bool) -> Vec<Change> {
    let before: Vec<_> = loaded.folder.sources.iter().map(|source| source.text.clone()).collect();
    let Loaded { folder, settings, only, .. } = loaded;
    let applied = fix_all(folder, settings, |fix| {
        let is_asked_for = |file| only.as_ref().is_none_or(|only| only.contains(&file));
        (fix.safe || all) && fix.edits.first().is_some_and(|edit| is_asked_for(edit.span.file))
    });
    let change = |(file, fixes): (usize, usize)| {
        let source = folder.sources.get(file)?;
        let before = before.get(file)?.clone();
        Some(Change { file, path: source.path.clone(), before, after: source.text.clone(), fixes })
    };
    applied.into_iter().filter_map(change).collect()
}

fn diff(change: &Change) -> String {
    let Change { path, before, after, .. } = change;
    // A carriage return alone ends no line for the programs that take the diff.
    let before: Vec<_> = before.split_inclusive('\n').collect();
    let after: Vec<_> = after.split_inclusive('\n').collect();
    // A tab ends a name with a space in it. What is not below here has no place for `a/` and `b/`.
    let end = if path.contains(char::is_whitespace) { "\t" } else { "" };
    let is_below = !path.starts_with('/') && !path.starts_with("../");
    let (old, new) = if is_below { ("a/", "b/") } else { ("", "") };
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&before, &after);
    diff.unified_diff().header(&format!("{old}{path}{end}"), &format!("{new}{path}{end}")).to_string()
}

/// Puts the new text in the place of the old one, all at once, unless somebody else has changed the file meanwhile.
fn write(change: &Change) -> Result<()> {
    let Change { path, before, after, .. } = change;
    let failed = |error: io::Error| Failure::io(&format!("cannot write `{path}`"), &error);
    // What a link leads to is changed, and the link stays.
    let file = Path::new(path).canonicalize().map_err(failed)?;
    let metadata = fs::metadata(&file).map_err(failed)?;
    let permissions = metadata.permissions();
    // To replace a file takes no right to write it. Who has none does not mean to change it.
    OpenOptions::new().write(true).open(&file).map_err(failed)?;
    let mut new = NamedTempFile::new_in(file.parent().unwrap_or(Path::new("."))).map_err(failed)?;
    keep_owner(&metadata, &new).map_err(|error| Failure::io(&format!("cannot keep the owner of `{path}`"), &error))?;
    new.write_all(after.as_bytes()).and_then(|()| new.as_file().set_permissions(permissions)).map_err(failed)?;
    new.as_file().sync_all().map_err(failed)?;
    if fs::read(&file).map_err(failed)? != before.as_bytes() {
        return Err(Failure(format!("`{path}` was changed by somebody else meanwhile, and is left alone: try again")));
    }
    new.persist(&file).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Gives a new file to the owner and the group of the old one.
#[cfg(unix)]
fn keep_owner(old: &Metadata, new: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    let own = new.as_file().metadata()?;
    if (own.uid(), own.gid()) == (old.uid(), old.gid()) {
        return Ok(());
    }
    fchown(new.as_file(), Some(old.uid()), Some(old.gid()))
}

#[cfg(not(unix))]
fn keep_owner(_: &Metadata, _: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
