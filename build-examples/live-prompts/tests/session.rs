//! A session as whoever writes a prompt has it: the files change, and the program shows what becomes of the prompt.
#![allow(clippy::disallowed_methods, reason = "a test may")]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

/// Longer than any change takes, on a machine that does much else.
const SOON: Duration = Duration::from_secs(30);

/// The program, in a folder with a copy of its agents.
struct Session {
    folder: TempDir,
    program: Child,
    lines: Receiver<String>,
}

impl Session {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let agents = folder.path().join("agents");
        fs::create_dir(&agents).unwrap();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("agents")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), agents.join(entry.file_name())).unwrap();
        }
        let mut program = Command::new(env!("CARGO_BIN_EXE_live-prompts"))
            .arg("agents")
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(program.stdout.take().unwrap());
        let (send, lines) = channel();
        thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Self { folder, program, lines }
    }

    fn replace(&self, file: &str, old: &str, new: &str) {
        let path = self.folder.path().join("agents").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(old), "{text}");
        fs::write(path, text.replace(old, new)).unwrap();
    }

    /// Asserts that the next lines are these.
    fn prints(&self, expected: &str) {
        for line in expected.lines() {
            assert_eq!(self.lines.recv_timeout(SOON).as_deref(), Ok(line), "in\n{expected}");
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.program.kill();
    }
}

/// The steps of the session on the page about run time: each a change, and what the program prints after it.
fn blocks() -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/run-time.md");
    let page = fs::read_to_string(page).unwrap();
    let blocks = page.split("<!-- live-prompts -->\n```text\n").skip(1);
    blocks.map(|rest| rest.split_once("```").unwrap().0.to_owned()).collect()
}

#[test]
fn a_session_goes_as_the_page_shows_it() {
    let mut session = Session::start();
    let blocks = blocks();
    let [at_start, changed, broken, repaired, new_parameter, without] = blocks.as_slice() else { panic!("{blocks:?}") };
    session.prints(at_start);
    session.replace("_tone.md", "calmly", "slowly");
    session.prints(changed);
    session.replace("guide.md", "description:", "descripton:");
    session.prints(broken);
    session.replace("guide.md", "descripton:", "description:");
    session.prints(repaired);
    session.replace("guide.md", "Begin with", "Today is {{date}}. Begin with");
    session.prints(new_parameter);
    session.replace("guide.md", "Today is {{date}}. Begin with", "End with");
    session.prints(without);
    drop(session.program.stdin.take());
    assert!(session.program.wait().unwrap().success());
}
