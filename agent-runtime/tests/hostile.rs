//! Folders that somebody else has made: each bound and each strange entry is a diagnostic.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test may")]

use std::fs;
use std::path::Path;

use include_agents_runtime::{Agent, Loader, Roster};

const GOOD: &str = "---\nname: good\ndescription: Helps.\ntools: Read\n---\nHelp.\n";

fn names(roster: &Roster) -> Vec<&'static str> {
    roster.iter().map(Agent::name).collect()
}

fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What is reported, without the path of the folder.
fn report(roster: &Roster, folder: &Path) -> String {
    roster.report().to_string().replace(folder.to_str().unwrap(), "agents")
}

#[test]
fn a_file_may_be_so_large_and_the_settings_cannot_raise_that() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good.md", GOOD);
    write(folder.path(), "large.md", GOOD.replace("good", "large") + &"word ".repeat(100));
    write(folder.path(), "agents.toml", "[limits]\nfile-size = 1000000\n");

    let roster = Loader::new(folder.path()).max_file_size(200).load();
    assert_eq!(names(&roster), ["good"]);
    let expected = "\
error: cannot read this file: it is larger than the 200 bytes that the program allows [unreadable-file]
 --> agents/large.md:1:1
  |
1 |
  | ^
  |
  = note: the agent in it cannot be compiled
  = help: shorten the file
";
    assert_eq!(report(&roster, folder.path()), expected);

    write(folder.path(), "agents.toml", "[limits]\nfile-size = 100\n");
    assert_eq!(names(&Loader::new(folder.path()).max_file_size(200).load()), ["good"]);
    assert_eq!(names(&Loader::new(folder.path()).load()), ["good"]);
}

#[test]
fn there_may_be_so_many_files_at_any_depth() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a/good.md", GOOD);
    for number in 0..20 {
        write(folder.path(), &format!("b/agent-{number}.md"), GOOD.replace("good", &format!("agent-{number}")));
    }
    write(folder.path(), "c/late.md", GOOD.replace("good", "late"));

    let load = |number| Loader::new(folder.path()).max_files(number).load();
    assert_eq!(load(25).len(), 22, "{}", load(25).report());

    // Three folders, one file in the first of them, twenty in the second.
    let roster = load(23);
    assert_eq!(names(&roster), ["good"]);
    let shown = report(&roster, folder.path());
    assert!(shown.contains("there are more than the 23 files and folders that the program allows"), "{shown}");
    assert!(shown.contains("--> agents/b:1:1"), "{shown}");
    assert!(shown.contains("help: move files that are no agents to another folder"), "{shown}");
    assert_eq!(roster.report().errors(), 1, "{shown}");

    let roster = load(2);
    assert!(roster.is_empty());
    let shown = report(&roster, folder.path());
    assert!(shown.starts_with("error: cannot read the folder `agents`: there are more than the 2 files"), "{shown}");
    assert_eq!(roster.report().errors(), 1, "{shown}");
}

#[test]
fn what_is_no_text_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "good.md", GOOD);
    write(folder.path(), "latin.md", b"---\nname: latin\ndescription: Caf\xe9.\n---\nHelp.\n");
    write(folder.path(), "empty.md", "");
    write(folder.path(), "deep.md", format!("---\nname: deep\ndescription: d\nx: {}\n---\nx\n", "[".repeat(100_000)));
    let roster = Loader::new(folder.path()).load();
    assert_eq!(names(&roster), ["good"]);
    let shown = report(&roster, folder.path());
    assert!(shown.contains("this file is not valid UTF-8: byte 32 is 0xE9"), "{shown}");
    assert!(roster.report().errors() >= 3, "{shown}");
}

#[cfg(unix)]
#[test]
fn pipes_and_links_that_lead_nowhere_are_reported() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    write(folder.path(), "good.md", GOOD);
    // Opening a pipe would block for ever.
    assert!(Command::new("mkfifo").args([path("pipe.md"), path("agents.toml")]).status().unwrap().success());
    symlink(path("self.md"), path("self.md")).unwrap();
    symlink(path("gone"), path("dangling.md")).unwrap();
    symlink("/dev/zero", path("endless.md")).unwrap();
    symlink(folder.path(), path("loop")).unwrap();
    fs::create_dir(path("folder.md")).unwrap();

    let roster = Loader::new(folder.path()).load();
    assert_eq!(names(&roster), ["good"]);
    let shown = report(&roster, folder.path());
    for file in ["pipe.md", "agents.toml", "self.md", "dangling.md", "endless.md"] {
        assert!(shown.contains(&format!("--> agents/{file}:1:1")), "{file}: {shown}");
    }
    assert_eq!(roster.report().errors(), 5, "{shown}");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_names_no_folder() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let roster = Loader::new(OsStr::from_bytes(b"caf\xe9")).load();
    assert!(roster.is_empty());
    assert!(roster.report().to_string().contains("cannot read the folder"), "{}", roster.report());
}
