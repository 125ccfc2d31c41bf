//! `render` and `build`: finished prompts.

use std::fs;

use crate::folder::Folder;

fn desk() -> Folder {
    let folder = Folder::new();
    folder.write(
        "prompts/agents.toml",
        "runs-in = \"own\"\n[prompts.parameters]\nseats = \"integer\"\ntopics = { list = \", \" }\n",
    );
    folder.write(
        "prompts/billing.md",
        "---\nname: billing\ndescription: Answers questions about invoices.\n---\n\nYou help {{customer}} with {{seats}} seats: \
         {{topics}}.\n\n{{> tone}}\n",
    );
    folder.write(
        "prompts/team/sales.md",
        "---\nname: sales\ndescription: Sells.\n---\n\nYou sell \\{{seats}}. {{> tone}}\n\n",
    );
    folder.write("prompts/_tone.md", "Be kind.\n");
    folder
}

#[test]
fn a_prompt_is_printed_with_its_fragments_and_the_values_of_its_parameters() {
    let folder = desk();
    folder.agentc(&["render", "sales", "prompts"]).ends(0).prints("You sell {{seats}}. Be kind.\n");
    let values = ["--set", "customer=Ada", "--set", "seats=3", "--set", "topics=tax", "--set", "topics=refunds"];
    let prompt = "You help Ada with 3 seats: tax, refunds.\n\nBe kind.\n";
    folder.agentc(&[&["render", "billing", "prompts"], &values[..]].concat()).ends(0).prints(prompt);
    folder.agentc(&[&["render", "prompts/billing.md"], &values[..]].concat()).ends(0).prints(prompt);
}

#[test]
fn what_is_missing_unknown_or_of_another_type_is_named() {
    let folder = desk();
    folder
        .agentc(&["render", "billing", "prompts", "--set", "seats=3"])
        .ends(2)
        .says("error: `prompts/billing.md` needs values for the parameters `customer`, `topics`: set each with `--set customer=…`");
    for (value, message) in [
        ("seat=3", "error: unknown parameter `seat`, did you mean `seats`?"),
        ("seats=many", "error: the value of `seats` is `many`, expected a whole number"),
        ("seats", "expected NAME=VALUE, such as `customer=Ada`"),
    ] {
        folder.agentc(&["render", "billing", "prompts", "--set", value]).ends(2).says(message);
    }
    folder
        .agentc(&["render", "billing", "prompts", "--set", "customer=a", "--set", "customer=b"])
        .ends(2)
        .says("error: `customer` is set twice, and is no list");
    folder
        .agentc(&["render", "sales", "prompts", "--set", "seats=3"])
        .ends(2)
        .says("error: unknown parameter `seats`: the prompt has none");
    folder.agentc(&["render", "billling", "prompts"]).ends(2).says("did you mean `billing`?");

    folder.write("prompts/_tone.md", "Be {{#if new}}kind{{/if}}.\n");
    folder.agentc(&["render", "sales", "prompts"]).ends(1).says("the tag `{{#if new}}` has logic [invalid-template]");
}

#[test]
fn plain_agent_files_are_written_and_found_stale() {
    let folder = desk();
    let build = ["build", "prompts", "--to", "claude-code", "-o", ".claude/agents"];
    let values = ["--set", "customer=our customers", "--set", "seats=3", "--set", "topics=tax"];
    folder.agentc(&build).ends(2).says("`prompts/billing.md` needs values for the parameters");
    assert!(!folder.path(".claude").exists());

    let build = [&build[..], &values[..]].concat();
    let check = [&build[..], &["--check"]].concat();
    folder
        .agentc(&check)
        .ends(1)
        .says("`.claude/agents/billing.md` is missing: run the same command without `--check`");
    folder.agentc(&build).ends(0);
    let read = |path: &str| fs::read_to_string(folder.path(path)).unwrap();
    assert_eq!(
        read(".claude/agents/billing.md"),
        "---\nname: billing\ndescription: Answers questions about invoices.\n---\n\nYou help our customers with 3 seats: tax.\n\n\
         Be kind.\n"
    );
    assert_eq!(
        read(".claude/agents/team/sales.md"),
        "---\nname: sales\ndescription: Sells.\n---\n\nYou sell {{seats}}. Be kind.\n\n"
    );
    folder.agentc(&check).ends(0);

    folder.write("prompts/_tone.md", "Be brief.\n");
    let stale = folder.agentc(&check).ends(1);
    stale.says("`.claude/agents/billing.md` is out of date").says("`.claude/agents/team/sales.md` is out of date");

    folder
        .agentc(&["build", "prompts", "--to", "claude-code", "-o", "prompts/out"])
        .ends(2)
        .says("`prompts/out` is in the folder of agents: choose another folder");
}

#[test]
fn an_export_has_the_fragments_and_needs_the_parameters() {
    let folder = desk();
    let export = ["export", "prompts", "--to", "claude-json"];
    folder.agentc(&export).ends(2).says("`prompts/billing.md` needs values for the parameters");
    let values = ["--set", "customer=Ada", "--set", "seats=3", "--set", "topics=tax"];
    let exported = folder.agentc(&[&export[..], &values[..]].concat()).ends(0).json();
    assert_eq!(exported["sales"]["prompt"], "You sell {{seats}}. Be kind.");
    assert_eq!(exported["billing"]["prompt"], "You help Ada with 3 seats: tax.\n\nBe kind.");
}
