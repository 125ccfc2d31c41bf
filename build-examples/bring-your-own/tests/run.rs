//! The program as its user runs it.
#![allow(clippy::disallowed_methods, reason = "a test may")]

use std::fs;
use std::path::Path;
use std::process::Command;

const TRANSLATOR: &str =
    "---\nname: translator\ndescription: Translates into German.\ntools: Read\n---\nTranslate the text.\n";

/// Writes files into a folder, runs the program there, and gives its exit code and what it prints.
fn run(files: &[(&str, &str)], arguments: &[&str]) -> (i32, String, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join("mine").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let output =
        Command::new(env!("CARGO_BIN_EXE_bring-your-own")).args(arguments).current_dir(folder.path()).output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    (output.status.code().unwrap(), stdout, stderr)
}

/// A block of the page about run time.
fn block(marker: &str) -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/run-time.md");
    let page = fs::read_to_string(page).unwrap();
    let (_, rest) = page.split_once(&format!("<!-- {marker} -->\n```text\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_agents_of_the_user_stand_beside_those_that_are_built_in() {
    let (code, stdout, stderr) = run(&[("translator.md", TRANSLATOR)], &["mine"]);
    let expected = "proofreader  built in  Finds mistakes of spelling and grammar, and changes nothing else.\n\
                    summarizer   built in  Says in three sentences what a text is about.\n\
                    translator   yours     Translates into German.\n";
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, expected, ""));
    let (code, stdout, _) = run(&[("translator.md", TRANSLATOR)], &["mine", "translator"]);
    assert_eq!((code, stdout.as_str()), (0, "Translate the text.\n"));
}

#[test]
fn a_description_of_several_lines_is_one_row() {
    let text = TRANSLATOR.replace("Translates into German.", r#""Translates.\nproofreader  built in  Mine.""#);
    let (code, stdout, stderr) = run(&[("translator.md", &text)], &["mine"]);
    assert_eq!((code, stderr.as_str()), (0, ""));
    assert!(stdout.ends_with("\ntranslator   yours     Translates. proofreader built in Mine.\n"), "{stdout}");
    assert_eq!(stdout.lines().count(), 3, "{stdout}");
}

#[test]
fn a_broken_file_is_reported_and_the_others_are_there() {
    let broken = "---\nname: critic\ndescription: Says what is weak in a text.\nmodel: sonet\n---\nRead the text.\n";
    let (code, stdout, stderr) = run(&[("critic.md", broken), ("translator.md", TRANSLATOR)], &["mine"]);
    assert_eq!((code, stderr), (0, block("stderr: bring-your-own mine")));
    assert!(stdout.contains("translator   yours") && !stdout.contains("critic"), "{stdout}");
}

#[test]
fn an_agent_that_is_built_in_is_not_replaced() {
    let other = TRANSLATOR.replace("translator", "summarizer");
    let (code, stdout, stderr) = run(&[("summarizer.md", &other)], &["mine", "summarizer"]);
    assert!(stdout.starts_with("Read the text to its end."), "{stdout}");
    let expected = "warning: mine/summarizer.md: `summarizer` is built in, and is not replaced\n";
    assert_eq!((code, stderr.as_str()), (0, expected));
}

#[test]
fn a_prompt_with_parameters_is_filled_in_or_refused() {
    let settings = ("agents.toml", "prompts.parameters = true\n");
    let greeter = |text: &str| TRANSLATOR.replace("Translate the text.", text);
    let (_, stdout, _) =
        run(&[settings, ("translator.md", &greeter("You work in {{program}}."))], &["mine", "translator"]);
    assert_eq!(stdout, "You work in bring-your-own.\n");
    let (code, stdout, stderr) =
        run(&[settings, ("translator.md", &greeter("You work for {{company}}."))], &["mine", "translator"]);
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert_eq!(stderr, "error: the parameter `company` of the prompt has no value\n");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_is_an_error() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = OsStr::from_bytes(b"caf\xe9");
    let output = Command::new(env!("CARGO_BIN_EXE_bring-your-own")).arg(folder).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{stderr}");
    assert!(stderr.starts_with("error: cannot read the folder `caf\u{fffd}`: no such file or directory"), "{stderr}");
}

#[cfg(unix)]
#[test]
fn links_and_settings_lead_out_of_the_folder() {
    use std::os::unix::fs::symlink;

    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("mine")).unwrap();
    fs::create_dir(path("other")).unwrap();
    fs::write(path("other/notes.txt"), "Not for everybody.\n").unwrap();
    fs::write(path("other/_tone.md"), "Be brief.\n").unwrap();
    symlink(path("other/notes.txt"), path("mine/notes.md")).unwrap();
    fs::write(path("mine/agents.toml"), "[prompts]\nparameters = true\nfragments = [\"../other\"]\n").unwrap();
    fs::write(path("mine/translator.md"), TRANSLATOR.replace("Translate the text.", "{{> tone}}")).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_bring-your-own"))
        .args(["mine", "translator"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    assert_eq!((output.status.code(), stdout.as_str()), (Some(0), "Be brief.\n"), "{stderr}");
    assert!(stderr.contains("1 | Not for everybody.\n"), "{stderr}");
}

#[test]
fn what_cannot_be_read_is_an_error() {
    let (code, stdout, stderr) = run(&[], &["mine"]);
    assert!(code == 1 && stdout.lines().count() == 2, "{stdout}");
    assert!(stderr.starts_with("error: cannot read the folder `mine`: no such file or directory"), "{stderr}");
    assert!(stderr.ends_with("error: none of the agents of `mine` can be used\n"), "{stderr}");

    let large = TRANSLATOR.to_owned() + &"Once more. ".repeat(10_000);
    let (code, _, stderr) = run(&[("translator.md", &large)], &["mine"]);
    assert!(stderr.contains("it is larger than the 65536 bytes that the program allows"), "{stderr}");
    assert_eq!(code, 1);
}
