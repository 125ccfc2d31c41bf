//! Files that cannot be read, folders that lead back to themselves.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use crate::folder::{Folder, Outcome};

/// Calls the command as somebody whom permissions bind.
fn as_nobody(folder: &Folder, arguments: &[&str]) -> Outcome {
    let mut command = folder.command();
    if is_root() {
        fs::set_permissions(folder.path(""), Permissions::from_mode(0o755)).unwrap();
        // The binary may be in a folder that other users cannot read. A process that another test starts would inherit a file
        // that this one writes, and a file that is written cannot be run.
        let binary = folder.path("agentc");
        assert!(Command::new("cp").arg(env!("CARGO_BIN_EXE_agentc")).arg(&binary).status().unwrap().success());
        fs::set_permissions(&binary, Permissions::from_mode(0o755)).unwrap();
        command = Command::new(binary);
        command.current_dir(folder.path("")).uid(65_534).gid(65_534);
    }
    Outcome::of(&command.args(arguments).output().unwrap())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output().unwrap();
    id.stdout == b"0\n"
}

fn forbid(folder: &Folder, path: &str) {
    fs::set_permissions(folder.path(path), Permissions::from_mode(0o000)).unwrap();
}

#[test]
fn a_file_that_may_not_be_read_is_an_error_beside_the_others() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    folder.agent("agents/two.md", "");
    forbid(&folder, "agents/two.md");
    let outcome = as_nobody(&folder, &["check", "--format", "short"]).ends(1);
    let lines: Vec<_> = outcome.stdout.lines().collect();
    assert!(lines[0].starts_with("agents/one.md:4:1: warning: unknown field `version`"), "{lines:?}");
    assert!(lines[1].starts_with("agents/two.md:1:1: error: cannot read this file: permission denied"), "{lines:?}");
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_folder_without_permission_is_an_error() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    folder.agent("agents/team/two.md", "");
    forbid(&folder, "agents/team");
    let outcome = as_nobody(&folder, &["check", "--format", "short"]);
    fs::set_permissions(folder.path("agents/team"), Permissions::from_mode(0o755)).unwrap();
    assert!(outcome.ends(1).stdout.starts_with("agents/team:1:1: error: cannot read this file: permission denied"));
    forbid(&folder, "agents");
    let outcome = as_nobody(&folder, &["check", "agents", "--format", "short"]);
    fs::set_permissions(folder.path("agents"), Permissions::from_mode(0o755)).unwrap();
    assert!(outcome.ends(1).stdout.contains("cannot read the folder `agents`: permission denied"));
}

#[test]
fn a_folder_that_cannot_be_listed_is_told_also_for_one_file() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    fs::set_permissions(folder.path("agents"), Permissions::from_mode(0o111)).unwrap();
    let outcome = as_nobody(&folder, &["check", "agents/one.md"]);
    fs::set_permissions(folder.path("agents"), Permissions::from_mode(0o755)).unwrap();
    assert!(outcome.ends(1).stdout.contains("cannot read the folder `agents`: permission denied"));
}

#[test]
fn fix_keeps_the_owner() {
    use std::os::unix::fs::{MetadataExt as _, chown};

    let folder = Folder::new();
    folder.agent("agents/one.md", "tools: bash\n");
    let file = folder.path("agents/one.md");
    // Only root can give files away; the files of anybody else have to stay theirs.
    if is_root() {
        chown(&file, Some(1234), Some(4321)).unwrap();
    }
    let owner = || fs::metadata(&file).map(|metadata| (metadata.uid(), metadata.gid())).unwrap();
    let before = owner();
    folder.agentc(&["fix"]).ends(0);
    assert!(folder.read("agents/one.md").contains("tools: Bash\n"));
    assert_eq!(owner(), before);
}

#[test]
fn links_that_lead_in_a_circle_or_nowhere_end() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    symlink("..", folder.path("agents/again")).unwrap();
    symlink("loop.md", folder.path("agents/loop.md")).unwrap();
    symlink("gone.md", folder.path("agents/to-nowhere.md")).unwrap();
    let outcome = folder.agentc(&["check", "--format", "short"]).ends(1);
    let places: Vec<_> = outcome.stdout.lines().map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(places, ["agents/loop.md", "agents/one.md", "agents/to-nowhere.md"], "{}", outcome.stdout);
}

#[test]
fn what_is_no_text_is_an_error_and_stays_as_it_is() {
    let folder = Folder::new();
    let bytes = b"---\nname: one\ndescription: caf\xe9\n---\nDo it.\n";
    folder.write("agents/one.md", bytes);
    let outcome = folder.agentc(&["check", "--format", "short"]).ends(1);
    assert!(
        outcome.stdout.starts_with("agents/one.md:3:17: error: this file is not valid UTF-8"),
        "{}",
        outcome.stdout
    );
    folder.agentc(&["fix", "--unsafe"]).ends(1);
    assert_eq!(fs::read(folder.path("agents/one.md")).unwrap(), bytes);
    let mut command = folder.command();
    command.args(["fix", "-"]).stdin(fs::File::open(folder.path("agents/one.md")).unwrap());
    assert_eq!(command.output().unwrap().stdout, bytes);
}

#[test]
fn a_pipe_among_the_agents_is_not_waited_for() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "");
    assert!(Command::new("mkfifo").arg(folder.path("agents/pipe.md")).status().unwrap().success());
    let outcome = folder.agentc(&["check", "--format", "short"]).ends(1);
    assert!(outcome.stdout.starts_with("agents/pipe.md:1:1: error: cannot read this file: not a regular file"));
}

#[test]
fn fix_keeps_permissions_and_links_and_leaves_what_is_read_only() {
    let folder = Folder::new();
    folder.agent("agents/one.md", "tools: bash\n");
    fs::set_permissions(folder.path("agents/one.md"), Permissions::from_mode(0o640)).unwrap();
    folder.agent("elsewhere/two.md", "tools: bash\n");
    symlink("../elsewhere/two.md", folder.path("agents/two.md")).unwrap();
    folder.agentc(&["fix"]).ends(0);
    assert_eq!(fs::metadata(folder.path("agents/one.md")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(folder.read("elsewhere/two.md").contains("tools: Bash\n"));
    assert!(fs::symlink_metadata(folder.path("agents/two.md")).unwrap().is_symlink());
    // Nothing else is left there.
    assert_eq!(fs::read_dir(folder.path("agents")).unwrap().count(), 2);

    folder.agent("agents/three.md", "tools: bash\n");
    folder.agent("agents/zero.md", "tools: bash\nversion: 1\n");
    for path in ["agents", "agents/zero.md"] {
        fs::set_permissions(folder.path(path), Permissions::from_mode(0o777)).unwrap();
    }
    fs::set_permissions(folder.path("agents/three.md"), Permissions::from_mode(0o444)).unwrap();
    let arguments = ["fix", "agents/three.md", "agents/zero.md"];
    if is_root() {
        std::os::unix::fs::chown(folder.path("agents/zero.md"), Some(65_534), Some(65_534)).unwrap();
    }
    let outcome =
        as_nobody(&folder, &arguments).ends(2).says("error: cannot write `agents/three.md`: permission denied");
    assert!(folder.read("agents/three.md").contains("tools: bash\n"));
    assert!(outcome.stderr.contains("applied 1 fix to 1 file; checked 2 agents") && outcome.stdout.contains("`bash`"));
    // The other files are fixed all the same, and their remaining diagnostics are reported.
    assert!(folder.read("agents/zero.md").contains("tools: Bash\n"));
    assert!(outcome.stdout.contains("unknown field `version`"), "{}", outcome.stdout);
}
