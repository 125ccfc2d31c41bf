//! The agents of a program while their files change.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test may"
)]

mod folder;
mod soak;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use folder::{Folder, SOON};
use include_agents_runtime::{Live, Loader};

mod agents {
    include_agents::include_agents!("tests/agents/");
}
mod prompts {
    include_agents::include_agents!("tests/prompts/");
}
use agents::AgentKind::{self, Reviewer, Translator, Writer};
use prompts::{AgentKind as PromptKind, prompt};

fn agents() -> (Folder, Live<AgentKind>) {
    let folder = Folder::of("tests/agents");
    let live = Live::watching(Loader::new(folder.path()));
    (folder, live)
}

fn prompts() -> (Folder, Live<PromptKind>) {
    let folder = Folder::of("tests/prompts");
    let live = Live::watching(Loader::new(folder.path()));
    (folder, live)
}

fn writer(prompt: &str) -> String {
    format!("---\nname: writer\ndescription: Writes the notes of a release.\ntools: Read, Write\n---\n\n{prompt}\n")
}

#[test]
fn a_changed_prompt_is_served_and_told_of_once() {
    let (folder, live) = agents();
    assert!(live.report().is_empty());
    assert_eq!(live.agent(Writer).prompt(), Writer.agent().prompt());

    folder.write("writer.md", &writer("Write two lines."));
    let update = live.wait(SOON).unwrap();
    assert_eq!((update.changed, update.report.is_empty()), (vec![Writer], true));
    assert_eq!(live.agent(Writer).prompt(), "Write two lines.");
    assert_eq!(live.agent(Reviewer).prompt(), Reviewer.agent().prompt());
    assert!(live.wait(Duration::ZERO).is_none());
}

#[test]
fn changes_that_nobody_asked_for_are_told_together() {
    let (folder, live) = agents();
    folder.write("writer.md", &writer("Write two lines."));
    folder.until(|| live.agent(Writer).prompt() == "Write two lines.");
    folder.replace("reviewer.md", "Read, Grep", "Read, Grep, Glob");
    folder.until(|| live.agent(Reviewer).may_use("Glob"));
    assert_eq!(live.wait(SOON).unwrap().changed, [Reviewer, Writer]);
}

#[test]
fn an_error_is_reported_and_the_last_good_text_stays() {
    let (folder, live) = agents();
    folder.write("writer.md", &writer("Write two lines."));
    assert_eq!(live.wait(SOON).unwrap().changed, [Writer]);

    folder.write("writer.md", &writer("Write three lines.").replace("tools:", "tolls:"));
    let update = live.wait(SOON).unwrap();
    assert!(update.changed.is_empty());
    assert!(update.report.to_string().contains("writer.md:4:1\n"), "{}", update.report);
    assert!(update.report.to_string().contains("help: did you mean `tools`?"), "{}", update.report);
    assert_eq!(live.agent(Writer).prompt(), "Write two lines.");

    folder.write("writer.md", &writer("Write three lines."));
    let update = live.wait(SOON).unwrap();
    assert_eq!((update.changed, update.report.is_empty()), (vec![Writer], true));
    assert_eq!(live.agent(Writer).prompt(), "Write three lines.");
}

#[test]
fn an_agent_that_is_gone_or_new_or_called_otherwise_is_reported() {
    let (folder, live) = agents();
    folder.replace("writer.md", "name: writer", "name: author");
    let report = folder.report(&live.wait(SOON).unwrap().report);
    let expected = "error: the agent `writer` is gone from the folder; the program still has its last text\n\n\
                    warning: agents/writer.md: the agent `author` is new; build the program again to use it\n";
    assert!(report.ends_with(expected), "{report}");
    // The other warning is that the file is called `writer.md`.
    assert_eq!((live.report().errors(), live.report().warnings()), (1, 2));
    assert_eq!(live.agent(Writer).prompt(), Writer.agent().prompt());
}

#[test]
fn a_folder_that_vanishes_and_comes_back_loses_nothing() {
    let (folder, live) = agents();
    let aside = folder.path().with_extension("aside");
    fs::rename(folder.path(), &aside).unwrap();
    let report = folder.report(&live.wait(SOON).unwrap().report);
    assert!(report.starts_with("error: cannot read the folder `agents`: no such file or directory"), "{report}");
    assert!(report.contains("error: the agent `writer` is gone from the folder"), "{report}");
    assert_eq!(live.agent(Writer).prompt(), Writer.agent().prompt());

    fs::rename(&aside, folder.path()).unwrap();
    assert!(live.wait(SOON).unwrap().report.is_empty());
    // The folder that came back is watched as the first one was.
    folder.write("writer.md", &writer("Write two lines."));
    assert_eq!(live.wait(SOON).unwrap().changed, [Writer]);
    assert_eq!(live.agent(Writer).prompt(), "Write two lines.");
}

#[test]
fn a_prompt_is_rendered_in_its_new_text_and_with_its_new_fragments() {
    let (folder, live) = prompts();
    let ada = prompt::Billing { customer: &"Ada" };
    assert_eq!(live.render(&ada), "You help Ada.\n\nBe friendly and brief.");
    assert_eq!(live.render(&ada), ada.render());

    folder.write("_tone.md", "Be brief, {{customer}}!\n");
    assert_eq!(live.wait(SOON).unwrap().changed, [PromptKind::Billing]);
    assert_eq!(live.render(&ada), "You help Ada.\n\nBe brief, Ada!");

    // A parameter may go, as the program still gives its value.
    folder.write("_tone.md", "Be kind.\n");
    folder.replace("billing.md", "{{customer}}", "everybody");
    folder.until(|| live.render(&ada) == "You help everybody.\n\nBe kind.");
}

#[test]
fn a_new_parameter_is_reported_and_the_last_text_stays() {
    let (folder, live) = prompts();
    folder.write("_tone.md", "Today is {{date}}.\n");
    let update = live.wait(SOON).unwrap();
    assert!(update.changed.is_empty());
    let expected = "error: agents/billing.md: the program gives no value to the new parameter `date` of `billing`; \
                    build the program again, which has the last text until then\n";
    assert_eq!(folder.report(&update.report), expected);
    let ada = prompt::Billing { customer: &"Ada" };
    assert_eq!(live.render(&ada), ada.render());
}

#[test]
fn a_prompt_that_was_text_alone_does_not_get_tags() {
    let (folder, live) = prompts();
    folder.replace("sales.md", "You sell.", "You sell to {{customer}}.");
    let expected = "error: agents/sales.md: the prompt of `sales` is no longer text alone, and the program uses it as such; \
                    build the program again, which has the last text until then\n";
    assert_eq!(folder.report(&live.wait(SOON).unwrap().report), expected);
    assert_eq!(live.agent(PromptKind::Sales).prompt(), "You sell.");
}

#[test]
fn an_error_in_a_fragment_is_one_in_its_prompts() {
    let (folder, live) = prompts();
    folder.write("_tone.md", "{{#if friendly}}Be friendly.{{/if}}\n");
    let update = live.wait(SOON).unwrap();
    assert!(update.changed.is_empty());
    assert!(update.report.to_string().contains("_tone.md:1:1\n"), "{}", update.report);
    assert!(live.render(&prompt::Billing { customer: &"Ada" }).ends_with("Be friendly and brief."));
}

#[test]
fn fragments_outside_of_the_folder_are_watched() {
    let shared = Folder::empty();
    let folder = Folder::of("tests/prompts");
    folder.remove("_tone.md");
    let setting = format!("runs-in = 'own'\nprompts.fragments = ['../../{}/agents']\n", shared.name());
    folder.write("agents.toml", &setting);
    shared.write("tone.md", "Be kind.\n");
    let live = Live::<PromptKind>::watching(Loader::new(folder.path()));
    assert!(live.report().is_empty(), "{}", live.report());
    let ada = prompt::Billing { customer: &"Ada" };
    assert_eq!(live.render(&ada), "You help Ada.\n\nBe kind.");
    shared.write("tone.md", "Be brief.\n");
    assert_eq!(live.wait(SOON).unwrap().changed, [PromptKind::Billing]);
    assert_eq!(live.render(&ada), "You help Ada.\n\nBe brief.");
}

#[test]
fn what_is_compiled_never_changes() {
    let live = Live::<AgentKind>::compiled();
    assert!(std::ptr::eq(live.agent(Translator), Translator.agent()));
    assert!(live.report().is_empty() && live.wait(Duration::from_millis(10)).is_none());
}

#[test]
fn no_thread_sees_a_part_of_a_text() {
    let (folder, live) = agents();
    let is_done = AtomicBool::new(false);
    let text = |number: usize| format!("{} ", number % 10).repeat(20_000);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_done.load(Ordering::Relaxed) {
                    let prompt = live.agent(Writer).prompt();
                    let first = prompt.split(' ').next().unwrap();
                    assert!(first == "Write" || prompt.split(' ').all(|word| word == first), "{prompt}");
                }
            });
        }
        for number in 0..12 {
            // As editors do: in place, then by a new file that takes the name of the old one.
            if number % 2 == 0 {
                folder.write("writer.md", &writer(&text(number)));
            } else {
                folder.write("writer.md~", &writer(&text(number)));
                fs::rename(folder.path().join("writer.md~"), folder.path().join("writer.md")).unwrap();
            }
            thread::sleep(Duration::from_millis(30));
        }
        folder.until(|| live.agent(Writer).prompt() == text(11).trim());
        is_done.store(true, Ordering::Relaxed);
    });
}

#[test]
fn a_missing_folder_is_an_error_and_the_compiled_texts_are_served() {
    let folder = Folder::empty();
    let live = Live::<AgentKind>::new(folder.path().join("no-such"));
    assert!(live.report().to_string().contains("cannot read the folder"), "{}", live.report());
    assert!(std::ptr::eq(live.agent(Writer), Writer.agent()));
    assert!(Path::new(live.agent(Writer).path()).ends_with("tests/agents/writer.md"));
}
