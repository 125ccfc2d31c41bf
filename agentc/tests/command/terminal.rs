//! What depends on who watches: colors, widths, pipes.

use std::io::Read as _;
use std::process::{Command, Stdio};

use crate::folder::{Folder, Outcome};

fn folder() -> Folder {
    let folder = Folder::new();
    folder.agent("agents/one.md", "version: 1\n");
    folder
}

fn is_colored(outcome: &Outcome) -> bool {
    outcome.stdout.contains('\u{1b}')
}

#[test]
fn a_pipe_gets_no_colors_unless_they_are_asked_for() {
    let folder = folder();
    let with = |variable: &str, arguments: &[&str]| {
        let mut command = folder.command();
        if !variable.is_empty() {
            command.env(variable, "1");
        }
        is_colored(&Outcome::of(&command.args(arguments).output().unwrap()))
    };
    assert!(!with("", &["check"]));
    assert!(with("", &["check", "--color", "always"]));
    assert!(with("", &["--color", "always", "check"]));
    assert!(with("CLICOLOR_FORCE", &["check"]));
    assert!(!with("CLICOLOR_FORCE", &["check", "--color", "never"]));
    // Data has no colors.
    for format in ["short", "json", "sarif", "github"] {
        assert!(!with("CLICOLOR_FORCE", &["check", "--format", format]), "{format}");
    }
}

/// Calls the command on a terminal of so many columns, with these variables set.
#[cfg(target_os = "linux")]
pub(crate) fn on_terminal(folder: &Folder, variables: &str, columns: usize, arguments: &str) -> Outcome {
    let agentc = env!("CARGO_BIN_EXE_agentc");
    let line = format!("stty -F /dev/tty rows 40 cols {columns}; {variables} {agentc} {arguments}");
    let mut command = Command::new("script");
    command.args(["-qec", &line, "/dev/null"]).current_dir(folder.path("")).env("TERM", "xterm").stdin(Stdio::null());
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI"] {
        command.env_remove(variable);
    }
    Outcome::of(&command.output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colors_unless_they_are_not_wanted() {
    let folder = folder();
    assert!(is_colored(&on_terminal(&folder, "", 100, "check")));
    assert!(!is_colored(&on_terminal(&folder, "NO_COLOR=1", 100, "check")));
    assert!(!is_colored(&on_terminal(&folder, "", 100, "check --color never")));
    assert!(!is_colored(&on_terminal(&folder, "TERM=dumb", 100, "check")));
}

#[cfg(target_os = "linux")]
#[test]
fn excerpts_and_tables_fit_the_terminal() {
    let folder = Folder::new();
    folder.agent("agents/one.md", &format!("version: {}\n", "2 ".repeat(100)));
    let tools: Vec<_> = (0..20).map(|number| format!("mcp__server{number}")).collect();
    folder.agent("agents/two.md", &format!("tools: {}\n", tools.join(", ")));
    for arguments in ["check --color never", "list"] {
        let outcome = on_terminal(&folder, "", 60, arguments);
        let shown: Vec<_> =
            outcome.stdout.lines().filter(|line| line.contains('|') || line.contains("mcp__")).collect();
        assert!(shown.len() > 1 && shown.iter().all(|line| line.trim_end().chars().count() <= 60), "{shown:#?}");
    }
}

#[test]
fn who_closes_the_pipe_has_read_enough() {
    let folder = Folder::new();
    for number in 0..2_000 {
        folder.agent(&format!("agents/agent-{number}.md"), "a: 1\nb: 1\nc: 1\nd: 1\ne: 1\n");
    }
    for format in ["human", "short", "json", "github"] {
        let mut child = folder
            .command()
            .args(["check", "--deny-warnings", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut some = [0; 100];
        child.stdout.take().unwrap().read_exact(&mut some).unwrap();
        let outcome = Outcome::of(&child.wait_with_output().unwrap());
        // The status is still that of what was found.
        let outcome = outcome.ends(1);
        assert!(!outcome.stderr.contains("panicked") && !outcome.stderr.contains("error:"), "{}", outcome.stderr);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_takes_nothing_is_a_failure() {
    let folder = folder();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = folder.command().arg("check").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("error: cannot write: no space left on device"));
}
