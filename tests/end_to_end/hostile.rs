//! Agents that somebody has made to do harm: text that would be code or a link, and files that never end.

use std::fs;

use crate::project::Project;

/// Texts that would leave a literal, a comment or a paragraph if they were taken as they are.
const TEXTS: [&str; 16] = [
    "*/ compile_error!(\"out of the comment\"); /*",
    "\"; compile_error!(\"out of the literal\"); \"",
    "\"# ; compile_error!(\"out of the raw literal\"); r#\"",
    "a \\\" compile_error!() \\",
    "first\nsecond */ third\n\n/// fourth\n//! fifth",
    "before\r\n```\ncompile_error!(\"a test of the documentation\");\n```\nbehind",
    "    panic!(\"an indented test of the documentation\");",
    "\t~~~rust\n\tpanic!();\n\t~~~",
    "[a link](nowhere) [`Nowhere`] [nowhere][] [Nowhere]: Nowhere",
    "<https://example.org> https://example.org <b onclick=\"a()\"> </p> <script>",
    "] } ) ; #[doc = \"x\"] #![no_std] $crate $name",
    "# A heading\n\n- a list\n\n| a | table |\n|---|---|\n",
    "&lt;b&gt; &#x202e; {braces} {0} {{0}} %s",
    "right \u{202e}to\u{2066} left\u{200b} \u{feff}nothing \u{0}\u{7} \u{1b}[31mred",
    "\u{85}next\u{2028}line\u{2029}paragraph",
    "r###\"raw\"### b'\\xff' 'static '\\'' \\u{202e} \\n",
];

/// A text as YAML has it between double quotes.
fn quoted(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        _ => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

#[test]
fn text_that_would_be_code_is_text() {
    let project = Project::new("hostile-text");
    project.manifest(
        "hostile-text",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n[build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    project.write(
        "agents/agents.toml",
        "runs-in = \"own\"\n[rules]\nhidden-text = \"allow\"\nunknown-field = \"allow\"\ninvalid-value = \"allow\"\n\
         invalid-tool = \"allow\"\nunknown-tool = \"allow\"\nunknown-model = \"allow\"\n",
    );
    for (number, text) in TEXTS.iter().enumerate() {
        let text = quoted(text);
        project.write(
            &format!("agents/agent-{number}.md"),
            &format!(
                "---\nname: agent-{number}\ndescription: {text}\nnote: {text}\nmodel: {text}\ntools: [{text}]\n---\nx\n"
            ),
        );
    }
    project.write("build.rs", "fn main() {\n    include_agents_build::compile(\"agents\");\n}\n");
    let texts = format!("const TEXTS: &[&str] = &{TEXTS:?};\n");
    let test = r#"
#[test]
fn texts_are_what_the_files_say() {
    for (number, text) in TEXTS.iter().enumerate() {
        let name = format!("agent-{number}");
        for agent in [built::AgentKind::from_name(&name).unwrap().agent(), AgentKind::from_name(&name).unwrap().agent()] {
            assert_eq!(agent.extra("note").and_then(|note| note.as_str()), Some(*text));
        }
    }
}
"#;
    project.write(
        "src/lib.rs",
        &format!(
            "//! Hostile.\ninclude_agents::include_agents!(\"agents\");\n/// By the build script.\npub mod built {{\n    \
             include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));\n}}\n#[cfg(test)]\n{texts}#[cfg(test)]\nmod tests {{\n    use super::*;\n{test}}}\n"
        ),
    );
    let outcome = project.cargo(&["test"]);
    assert!(outcome.success, "{}{}", outcome.stdout, outcome.stderr);
    // Not one text has become a test of the documentation.
    assert!(outcome.stdout.contains("running 0 tests\n\ntest result: ok"), "{}", outcome.stdout);
    let outcome = project.cargo(&["rustdoc", "--", "-D", "warnings"]);
    assert!(outcome.success, "{}", outcome.stderr);
    let page = fs::read_to_string(project.target("doc/hostile_text/enum.AgentKind.html")).unwrap();
    for tag in ["<script>", "onclick=\"a()\"", "<b ", "href=\"nowhere\"", "href=\"https://example.org"] {
        let described = page.split("id=\"variant.Agent").skip(1).collect::<String>();
        let described = described.split("id=\"implementations\"").next().unwrap();
        assert!(!described.contains(tag), "{tag} in the documentation");
    }
}

#[cfg(unix)]
#[test]
fn a_line_break_is_no_order_to_cargo() {
    const ORDER: &str = "x\ncargo::rustc-env=FORGED=yes\ncargo::warning=forged";
    let project = Project::new("hostile-orders");
    project.manifest(
        "hostile-orders",
        "2024",
        "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n[build-dependencies]\ninclude-agents-build = { path = \"ROOT/agent-build\" }",
    );
    let order = quoted(ORDER);
    project.write(
        "agents/agents.toml",
        &format!("[prompts]\nparameters = true\nfragments = [{order}]\n[fields]\nextra = [{order}]\n"),
    );
    project.write(
        "agents/one.md",
        &format!("---\nname: one\ndescription: Helps.\nmodel: {order}\ncolor: {order}\n{order}: {order}\n---\nHelp.\n"),
    );
    project.agent(&format!("agents/{ORDER}.md"), "two");
    project.write(
        "build.rs",
        &format!("fn main() {{\n    include_agents_build::watch({ORDER:?});\n    include_agents_build::compile(\"agents\");\n}}\n"),
    );
    project.write("src/main.rs", "const _: () = assert!(option_env!(\"FORGED\").is_none());\nfn main() {}\n");
    let outcome = project.cargo(&["check"]).fails();
    let forged = outcome.stderr.lines().find(|line| line.starts_with("cargo::") || line.ends_with(": forged"));
    assert_eq!(forged, None, "{}", outcome.stderr);
    // What was refused is told, as one line.
    for said in [
        "unknown model `x\\ncargo::rustc-env",
        "x\\ncargo::rustc-env=FORGED=yes\\ncargo::warning=forged` cannot be watched",
    ] {
        assert!(outcome.stderr.contains(said), "expected {said} in\n{}", outcome.stderr);
    }
}

/// Ten lists of ten of the one before: a thousand million values.
fn bomb() -> String {
    let levels =
        (1..10).map(|level| format!("l{level}: &l{level} [{}]\n", vec![format!("*l{}", level - 1); 10].join(", ")));
    format!("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n{}", levels.collect::<String>())
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_an_error_in_bounded_memory() {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    let project = Project::new("hostile-files");
    let agent = |name: &str, more: &str| {
        project.write(
            &format!("agents/{name}.md"),
            &format!("---\nname: {name}\ndescription: Helps.\n{more}\n---\nHelp.\n"),
        );
    };
    agent("bomb", &bomb());
    agent("circle", "x: &x [*x]");
    agent("flow", &format!("x: {}", "[".repeat(100_000)));
    agent("maps", &format!("x: {}", "{a: ".repeat(100_000)));
    agent("block", &format!("x:\n {}1", "- ".repeat(100_000)));
    agent("quotes", &format!("> {}", ">".repeat(100_000)));
    agent("fields", &"a: b\n".repeat(10_001));
    let path = |name: &str| project.path(&format!("agents/{name}"));
    // Nothing of it is on the disk.
    fs::File::create(path("sparse.md")).unwrap().set_len(2 << 30).unwrap();
    assert!(Command::new("mkfifo").arg(path("pipe.md")).status().unwrap().success());
    symlink("/dev/zero", path("device.md")).unwrap();
    symlink("self.md", path("self.md")).unwrap();
    symlink("nowhere", path("nowhere.md")).unwrap();
    symlink("..", path("again")).unwrap();
    // A folder is none of these, whatever its name.
    project.agent("agents/folder.md/inside.md", "inside");
    let outside = Project::new("hostile-files-outside");
    outside.agent("outside.md", "outside");
    symlink(outside.path("outside.md"), path("outside.md")).unwrap();
    project.write("src/main.rs", "include_agents::include_agents!(\"agents\");\nfn main() {}\n");

    // What the macro may take, with rustc around it.
    let outcome = project.cargo_within(4 << 30, &["check"]).fails();
    for (file, message) in [
        ("bomb.md", "invalid-yaml"),
        ("circle.md", "this alias cannot be resolved"),
        ("flow.md", "invalid-yaml"),
        ("maps.md", "invalid-yaml"),
        ("block.md", "invalid-yaml"),
        ("fields.md", "more than 10000 values"),
        ("sparse.md", "this file is larger than"),
        ("pipe.md", "cannot read this file: not a regular file"),
        ("device.md", "cannot read this file: not a regular file"),
        ("self.md", "cannot read this file"),
        ("nowhere.md", "cannot read this file"),
        ("outside.md", "outside the package"),
    ] {
        let blocks = outcome.stderr.split("\nerror").filter(|block| block.contains(&format!("--> agents/{file}:")));
        let said: String = blocks.collect();
        assert!(said.contains(message), "{file}: expected `{message}` in\n{said}\n\n{}", outcome.stderr);
    }
    assert!(!outcome.stderr.contains("folder.md"), "{}", outcome.stderr);
}
