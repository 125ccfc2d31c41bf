//! What a build script prepares for the macro is what the macro would make, and is used only while it is current.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::emit::prepared::{self, Prepared};
use include_agents_compiler::emit::rust::item::{Embed, Facade, ItemOptions};
use include_agents_compiler::{Expansion, compile, prepare};

use crate::project::Project;

/// The options of the short form of the macro.
fn item() -> ItemOptions {
    let item = ItemOptions { has_module: false, ..ItemOptions::file() };
    ItemOptions { facade: Facade::Alias(item.name.hidden()), ..item }
}

/// What was prepared for a package, if it is current.
fn read(bytes: &[u8], package: &Path) -> Option<Prepared> {
    Prepared::read(bytes, &prepared::key(package, "agents", &item()), &Disk::of_package(package))
}

#[test]
fn every_case_is_prepared_as_the_macro_makes_it() {
    let (mut prepared, mut with_warnings) = (0, 0);
    for case in fs::read_dir(Path::new(crate::ROOT).join("tests/cases")).unwrap() {
        let case = case.unwrap().path();
        let in_macro = ItemOptions { embed: Embed::FromFile("../".to_owned()), ..item() };
        let expansion = Expansion::of(compile(&Disk::of_package(&case), "agents/", &in_macro), "crates/app/");
        let bytes = prepare(Disk::of_package(&case), "agents", &item(), None).unwrap();
        let read = read(&bytes, &case);
        assert_eq!(read.is_some(), expansion.errors.is_empty(), "{}", case.display());
        let Some(Prepared { code, warnings }) = read.map(|read| read.placed("../", "crates/app/")) else { continue };
        assert_eq!((code, &warnings), (expansion.code, &expansion.warnings), "{}", case.display());
        prepared += 1;
        with_warnings += usize::from(!warnings.is_empty());
    }
    assert!(prepared > 20 && with_warnings > 10, "{prepared} {with_warnings}");
}

/// A package with two agents, one of them in a sub-folder.
fn package(name: &str) -> PathBuf {
    let package = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("prepared-{name}"));
    let _ = fs::remove_dir_all(&package);
    write(&package, "Cargo.toml", "[package]\nname = \"x\"\nversion = \"0.1.0\"\n");
    write(&package, "agents/alpha.md", "---\nname: alpha\ndescription: Helps.\n---\nDo one.\n");
    write(&package, "agents/team/beta.md", "---\nname: beta\ndescription: Helps.\n---\nDo two.\n");
    package
}

fn write(package: &Path, path: &str, text: &str) {
    let path = package.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Asserts that what was prepared is current before a change of the package, and not after it.
fn is_refused_after(name: &str, change: impl FnOnce(&Path)) {
    let package = package(name);
    let bytes = prepare(Disk::of_package(&package), "agents", &item(), None).unwrap();
    assert!(read(&bytes, &package).is_some(), "{name}");
    change(&package);
    assert!(read(&bytes, &package).is_none(), "{name}");
}

#[test]
fn what_is_prepared_is_refused_after_any_change() {
    let text = "---\nname: alpha\ndescription: Helps.\n---\nDo six.\n";
    is_refused_after("added", |package| write(package, "agents/gamma.md", text));
    is_refused_after("added-in-a-new-folder", |package| write(package, "agents/new/gamma.md", text));
    is_refused_after("changed", |package| write(package, "agents/alpha.md", text));
    is_refused_after("removed", |package| fs::remove_file(package.join("agents/team/beta.md")).unwrap());
    is_refused_after("renamed", |package| {
        fs::rename(package.join("agents/alpha.md"), package.join("agents/omega.md")).unwrap();
    });
    is_refused_after("moved", |package| {
        fs::rename(package.join("agents/alpha.md"), package.join("agents/team/alpha.md")).unwrap();
    });
    is_refused_after("folder-renamed", |package| {
        fs::rename(package.join("agents/team"), package.join("agents/staff")).unwrap();
    });
    is_refused_after("folder-gone", |package| fs::remove_dir_all(package.join("agents")).unwrap());
    is_refused_after("touched", |package| {
        fs::File::open(package.join("agents/alpha.md")).unwrap().set_modified(SystemTime::now()).unwrap();
    });
    is_refused_after("settings", |package| write(package, "agents/agents.toml", "runs-in = \"own\"\n"));
    is_refused_after("manifest", |package| write(package, "Cargo.toml", "[package]\nname = \"x\"\npublish = false\n"));
    is_refused_after("plugin", |package| write(package, ".claude-plugin/plugin.json", "{}"));
}

#[test]
fn a_file_that_is_restored_with_its_old_time_is_another_file() {
    let alpha = |package: &Path| package.join("agents/alpha.md");
    let text = "---\nname: alpha\ndescription: Helps.\n---\nDo six.\n";
    is_refused_after("in-place", |package| {
        let modified = fs::metadata(alpha(package)).unwrap().modified().unwrap();
        fs::write(alpha(package), text).unwrap();
        fs::File::options().write(true).open(alpha(package)).unwrap().set_modified(modified).unwrap();
    });
    is_refused_after("replaced", |package| {
        let modified = fs::metadata(alpha(package)).unwrap().modified().unwrap();
        let other = package.join("other");
        fs::write(&other, text).unwrap();
        fs::File::options().write(true).open(&other).unwrap().set_modified(modified).unwrap();
        fs::rename(other, alpha(package)).unwrap();
    });
}

#[test]
fn a_file_that_was_just_written_is_read_when_its_time_is_over() {
    let package = package("just-written");
    // Each is prepared within the same step of a clock as the change, and the next change follows at once.
    for number in 10..60 {
        let text = |number: u32| format!("---\nname: alpha\ndescription: Helps.\n---\nDo {number}.\n");
        write(&package, "agents/alpha.md", &text(number));
        let bytes = prepare(Disk::of_package(&package), "agents", &item(), None).unwrap();
        write(&package, "agents/alpha.md", &text(number + 1));
        assert!(read(&bytes, &package).is_none(), "{number}");
    }
}

#[test]
#[cfg(unix)]
fn what_is_behind_a_link_counts() {
    use std::os::unix::fs::symlink;
    let text = "---\nname: gamma\ndescription: Helps.\n---\nDo it.\n";
    let package = package("link");
    write(&package, "elsewhere/gamma.md", text);
    write(&package, "other/gamma.md", text);
    symlink("../elsewhere", package.join("agents/linked")).unwrap();
    let prepared = || prepare(Disk::of_package(&package), "agents", &item(), None).unwrap();
    let bytes = prepared();
    assert!(read(&bytes, &package).is_some());
    write(&package, "elsewhere/gamma.md", &text.replace("Do it", "Do so"));
    assert!(read(&bytes, &package).is_none());
    let bytes = prepared();
    fs::remove_file(package.join("agents/linked")).unwrap();
    symlink("../other", package.join("agents/linked")).unwrap();
    assert!(read(&bytes, &package).is_none());

    // A link that leads nowhere yet. Of a package that is never published, nobody asks where it leads.
    write(&package, "Cargo.toml", "[package]\nname = \"x\"\npublish = false\n");
    symlink("../later", package.join("agents/dangling")).unwrap();
    let bytes = prepared();
    assert!(read(&bytes, &package).is_some());
    write(&package, "later/delta.md", &text.replace("gamma", "delta"));
    assert!(read(&bytes, &package).is_none());
}

#[test]
fn what_belongs_to_another_call_or_place_is_refused() {
    let package = package("elsewhere");
    let bytes = prepare(Disk::of_package(&package), "agents", &item(), None).unwrap();
    let disk = || Disk::of_package(&package);
    let of = |base: &Path, folder: &str, item: &ItemOptions| {
        Prepared::read(&bytes, &prepared::key(base, folder, item), &disk()).is_some()
    };
    assert!(of(&package, "agents/", &item()));
    assert!(!of(Path::new("/elsewhere"), "agents", &item()));
    assert!(!of(&package, "agents/team", &item()));
    assert!(!of(&package, "agents", &ItemOptions { is_documented: true, ..item() }));
    let other = ItemOptions { name: include_agents_compiler::emit::rust::item::name("Other").unwrap(), ..item() };
    assert!(!of(&package, "agents", &other));
    // A file that is damaged is none.
    for end in 0..bytes.len() {
        assert!(read(&bytes[..end], &package).is_none());
    }
}

#[test]
fn a_folder_of_another_member_is_prepared_unless_there_are_warnings() {
    let workspace = package("members");
    let member = workspace.join("member");
    write(&member, "Cargo.toml", "[package]\nname = \"member\"\npublish = false\n");
    let prepared = || {
        let bytes = prepare(Disk::of_package(&member), "../agents", &item(), None).unwrap();
        Prepared::read(&bytes, &prepared::key(&member, "../agents", &item()), &Disk::of_package(&member))
    };
    let expansion = |shown: &str| {
        let in_macro = ItemOptions { embed: Embed::FromFile("../".to_owned()), ..item() };
        Expansion::of(compile(&Disk::of_package(&member), "../agents/", &in_macro), shown)
    };
    let Prepared { code, warnings } = prepared().unwrap().placed("../", "member/");
    assert_eq!((code, warnings), (expansion("member/").code, Vec::new()));
    // The way to such a file is shortened, which takes the names of the folders.
    write(&workspace, "agents/alpha.md", "---\nname: alpha\ndescription: Helps.\nowner: me\n---\nDo one.\n");
    assert!(expansion("member/").warnings.iter().any(|(_, text)| text.contains("--> agents/alpha.md:4:1")));
    assert!(prepared().is_none());
}

#[test]
fn a_text_with_the_mark_of_the_package_is_left_to_the_macro() {
    let package = package("marked");
    write(
        &package,
        "agents/alpha.md",
        &format!("---\nname: alpha\ndescription: Helps {}.\n---\nDo one.\n", prepared::PACKAGE),
    );
    let bytes = prepare(Disk::of_package(&package), "agents", &item(), None).unwrap();
    assert!(read(&bytes, &package).is_none());
}

/// A package whose build script prepares the macro's call only while there is a file `prepare`.
fn project(name: &str) -> Project {
    let project = Project::new(name);
    project.agent("agents/alpha.md", "alpha");
    project.agent("agents/beta.md", "beta");
    project.manifest(
        name,
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n\
         [build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    project.write(
        "build.rs",
        "fn main() {\n    println!(\"cargo::rerun-if-changed=prepare\");\n    println!(\"cargo::warning=out {}\", \
         std::env::var(\"OUT_DIR\").unwrap());\n    if std::path::Path::new(\"prepare\").exists() {\n        \
         include_agents_build::watch(\"agents/\");\n        include_agents_build::Builder::new().name(\"Team\")\
         .visibility(\"pub(crate)\").without(\"groups\").watch(\"agents\");\n    }\n}\n",
    );
    project.write(
        "src/main.rs",
        "include_agents::include_agents!(\"agents/\");\nmod team {\n    include_agents::include_agents! {\n        \
         pub(crate) enum Team in \"agents/\", without(groups);\n    }\n}\nfn main() {\n    \
         for (kind, member) in AgentKind::ALL.iter().zip(team::Team::ALL) {\n        \
         println!(\"{kind:?} {member:?} {}\", kind.agent().prompt());\n    }\n}\n",
    );
    project.write("prepare", "");
    project
}

#[test]
fn the_macro_takes_what_is_prepared_and_makes_the_rest_itself() {
    let project = project("prepared");
    let outcome = project.cargo(&["run"]).succeeds();
    assert_eq!(outcome.stdout, "Alpha Alpha Do that thing.\nBeta Beta Do that thing.\n");
    let out = outcome.stderr.lines().find_map(|line| line.split_once(": out ")).unwrap().1.to_owned();
    let files = fs::read_dir(out).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("include-agents-"));

    // Another name in what is prepared for the two calls shows that it is used.
    for file in files {
        fs::write(&file, replace(&fs::read(&file).unwrap(), b"Alpha", b"Gamma")).unwrap();
    }
    project.write("src/main.rs", &(fs::read_to_string(project.path("src/main.rs")).unwrap() + "\n"));
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "Gamma Gamma Do that thing.\nBeta Beta Do that thing.\n");

    // The build script runs once more and prepares nothing; what was prepared is out of date.
    project.remove("prepare");
    thread::sleep(Duration::from_millis(20));
    project.write("agents/beta.md", "---\nname: beta\ndescription: Helps.\n---\nDo another.\n");
    assert_eq!(project.cargo(&["run"]).succeeds().stdout, "Alpha Alpha Do that thing.\nBeta Beta Do another.\n");
}

fn replace(bytes: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut replaced = bytes.to_vec();
    for at in 0..replaced.len() - old.len() {
        if replaced[at..].starts_with(old) {
            replaced[at..at + old.len()].copy_from_slice(new);
        }
    }
    replaced
}

#[test]
fn what_was_looked_through_before_makes_no_difference() {
    let package = package("looked");
    for fixture in ["secret", "hidden-text", "mojibake", "unclosed-fence", "leftover-placeholder", "foreign-example"] {
        let folder = Path::new(crate::ROOT).join("tests/cases").join(fixture).join("agents");
        for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let name = format!("agents/{fixture}/{}", file.file_name().unwrap().to_str().unwrap());
            fs::create_dir_all(package.join(&name).parent().unwrap()).unwrap();
            fs::write(package.join(&name), fs::read(file).unwrap()).unwrap();
        }
    }
    // Errors would leave nothing to compare.
    let rules = |rules: &str| {
        format!(
            "names = \"qualified\"\n[rules]\nwrong-type = \"warn\"\nsecret = \"warn\"\nhidden-text = \"warn\"\n{rules}"
        )
    };
    write(&package, "agents/agents.toml", &rules(""));
    let prepared = |before: Option<&[u8]>| prepare(Disk::of_package(&package), "agents", &item(), before).unwrap();
    let mut before = prepared(None);
    // A text that had no finding gets one, one that had some has none, and settings change which rules look.
    let alpha = |prompt: &str| format!("---\nname: alpha\ndescription: Helps.\n---\n{prompt}\n");
    let changes = [
        ("agents/alpha.md", alpha("Ask the beta-tester agent about {{THIS}}.\n```")),
        ("agents/secret/finding.md", alpha("Do it.").replace("alpha", "finding")),
        ("agents/agents.toml", rules("mojibake = \"allow\"\nunclosed-fence = \"allow\"\n")),
        ("agents/agents.toml", rules("")),
        // A name that a text has had all along becomes that of an agent, and is none again.
        ("agents/alpha.md", alpha("Wait for @newcomer.")),
        ("agents/team/beta.md", alpha("Do two.").replace("alpha", "newcomer")),
        ("agents/team/beta.md", alpha("Do two.").replace("alpha", "beta")),
        ("agents/alpha.md", alpha("Do one.")),
    ];
    for (path, text) in changes {
        write(&package, path, &text);
        let (fresh, after) = (prepared(None), prepared(Some(&before)));
        assert!(fresh == after, "{path}: {text}");
        assert!(prepared(Some(&after)) == fresh, "{path}: {text}");
        assert!(read(&fresh, &package).is_some_and(|read| !read.warnings.is_empty()), "{path}: {text}");
        before = after;
    }
}
