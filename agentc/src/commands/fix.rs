//! `agentc fix`
#![allow(clippy::disallowed_methods, reason = "a command may access the file system")]

use std::fs::{self, Metadata, OpenOptions};
use std::io::{self, IsTerminal as _, Write as _};
use std::path::Path;
use std::time::Instant;

use include_agents_compiler::fix_all;
use include_agents_compiler::text::invisible::{one_line, visible};
use similar::TextDiff;
use tempfile::NamedTempFile;

use crate::Outcome;
use crate::cli::{FixArguments, Format};
use crate::loaded::LoadedFolder;
use crate::output::{self, Failure, Result};
use crate::report::{self, FolderReport, counted};
use crate::target;

/// A file changed by fixes.
struct Change {
    file: usize,
    path: String,
    before: String,
    after: String,
    fixes: usize,
}

/// Applies fixes, and reports the diagnostics that remain.
pub(crate) fn run(arguments: &FixArguments) -> Result<Outcome> {
    let start = Instant::now();
    let targets = target::targets(&arguments.input)?;
    let replacement = targets.iter().find_map(|target| target.overlay.replacement.clone());
    if replacement.is_some() && arguments.input.paths.len() > 1 {
        return Err(Failure("`-` cannot be combined with other paths".into()));
    }
    let is_dry_run = arguments.diff || replacement.is_some();
    let mut changes = Vec::new();
    let mut failures = Vec::new();
    let mut loaded = Vec::new();
    for target in targets {
        // In sequence, since folders may share files.
        let mut agents = LoadedFolder::new(&target, &arguments.input.rules);
        drop(target);
        agents.report_skipped();
        for change in fix(&mut agents, arguments.is_unsafe) {
            let written = if is_dry_run { Ok(()) } else { write(&change) };
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
        let shown = |diff: String| if io::stdout().is_terminal() { harmless(diff) } else { diff };
        output::stdout_raw(changes.iter().map(|change| shown(diff(change))))?;
    } else if let Some((_, text)) = &replacement {
        // Without changes, the input is passed through, even if it is not text.
        let fixed = changes.first().map(|change| change.after.as_bytes());
        output::stdout_raw([fixed.unwrap_or(text)])?;
    }
    let reports: Vec<_> = loaded.iter().map(|loaded| FolderReport::of(loaded, loaded.check().1)).collect();
    if is_dry_run {
        report::write_to_stderr(&reports);
    } else {
        report::write(Format::Human, &reports)?;
    }
    let files = counted(changes.len(), "file");
    let applied = counted(changes.iter().map(|change| change.fixes).sum(), "fix");
    let done = match arguments.diff {
        _ if changes.is_empty() => "nothing to fix".to_owned(),
        true => format!("would apply {applied} to {files}"),
        false => format!("applied {applied} to {files}"),
    };
    let done = done + "; checked";
    report::summary(&done, &reports, start.elapsed());
    if let Some(last) = failures.pop() {
        for Failure(message) in &failures {
            output::error(message);
        }
        return Err(last);
    }
    Ok(report::outcome(&reports))
}

/// Applies fixes to the texts of the requested files.
fn fix(loaded: &mut LoadedFolder, is_unsafe: bool) -> Vec<Change> {
    let files = loaded.folder.sources.iter().chain(&loaded.folder.fragments);
    let before: Vec<_> = files.map(|source| source.text.to_string()).collect();
    let LoadedFolder { folder, settings, requested, .. } = loaded;
    let applied = fix_all(folder, settings, |fix| {
        let is_requested = |file| requested.as_ref().is_none_or(|requested| requested.contains(&file));
        (fix.safe || is_unsafe) && fix.edits.first().is_some_and(|edit| is_requested(edit.span.file))
    });
    let change = |(file, fixes): (usize, usize)| {
        let source = folder.source(file)?;
        let before = before.get(file)?.clone();
        Some(Change { file, path: source.path.clone(), before, after: source.text.to_string(), fixes })
    };
    applied.into_iter().filter_map(change).collect()
}

fn diff(change: &Change) -> String {
    let Change { path, before, after, .. } = change;
    // For programs that apply the diff, a carriage return without a line feed does not end a line.
    let before: Vec<_> = before.split_inclusive('\n').collect();
    let after: Vec<_> = after.split_inclusive('\n').collect();
    // A path outside the current folder gets no `a/` and `b/`.
    let is_below = !path.starts_with('/') && !path.starts_with("../");
    let (old, new) = if is_below { ("a/", "b/") } else { ("", "") };
    let diff = TextDiff::configure().newline_terminated(true).diff_slices(&before, &after);
    diff.unified_diff().header(&name(old, path), &name(new, path)).to_string()
}

/// The name of a file in the head of a diff, as Git writes it.
fn name(prefix: &str, path: &str) -> String {
    let is_odd = |c: char| c.is_control() || matches!(c, '"' | '\\');
    if path.contains(is_odd) || one_line(path.to_owned()) != path {
        let byte = |byte: &u8| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(*byte)),
            b' '..=b'~' => char::from(*byte).to_string(),
            _ => format!("\\{byte:03o}"),
        };
        return format!("\"{prefix}{}\"", path.as_bytes().iter().map(byte).collect::<String>());
    }
    // A tab ends a name that contains a space.
    let end = if path.contains(char::is_whitespace) { "\t" } else { "" };
    format!("{prefix}{path}{end}")
}

/// A diff for people: without keys, and without characters that act on a terminal or that nobody sees. Programs that apply a diff
/// need it as it is.
fn harmless(diff: String) -> String {
    visible(output::redacted(diff))
}

/// Replaces the file atomically, unless it has changed on disk in the meantime.
fn write(change: &Change) -> Result<()> {
    let Change { path, before, after, .. } = change;
    let failed = |error: io::Error| Failure::io(&format!("cannot write `{path}`"), &error);
    // The target of a link is changed, and the link is kept.
    let file = Path::new(path).canonicalize().map_err(failed)?;
    let metadata = fs::metadata(&file).map_err(failed)?;
    let permissions = metadata.permissions();
    // Replacing a file does not require write permission for it, but a read-only file must not be changed.
    OpenOptions::new().write(true).open(&file).map_err(failed)?;
    let mut new = NamedTempFile::new_in(file.parent().unwrap_or(Path::new("."))).map_err(failed)?;
    keep_owner(&metadata, &new)
        .map_err(|error| Failure::io(&format!("cannot preserve the owner of `{path}`"), &error))?;
    new.write_all(after.as_bytes()).and_then(|()| new.as_file().set_permissions(permissions)).map_err(failed)?;
    new.as_file().sync_all().map_err(failed)?;
    if fs::read(&file).map_err(failed)? != before.as_bytes() {
        return Err(Failure(format!(
            "`{path}` changed on disk while it was being fixed, and was not written: run the command again"
        )));
    }
    new.persist(&file).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Sets the owner and the group of the new file to those of the old one.
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
