//! The packages that are compared: ours, and other ways to embed a folder of agents.

use std::env;
use std::path::Path;

use super::ROOT;
use super::rosters::texts;

/// The contender that the others are compared with.
pub(crate) const FLOOR: &str = "include_str";

/// Embeds nothing, and is measured for the size of its program alone.
pub(crate) const EMPTY: &str = "empty";

pub(crate) struct Contender {
    pub(crate) name: &'static str,
    /// What the manifest says after the package; `ROOT` stands for this checkout.
    pub(crate) manifest: &'static str,
    pub(crate) build_script: Option<&'static str>,
    /// `src/main.rs`, which sums up lengths as nothing else can be had from every contender. The optimiser must not
    /// know the texts, or it would leave them out.
    pub(crate) main: fn(&[Agent]) -> String,
}

pub(crate) const CONTENDERS: [Contender; 9] = [
    Contender { name: EMPTY, manifest: "", build_script: None, main: |_| include_str(&[]) },
    Contender { name: FLOOR, manifest: "", build_script: None, main: include_str },
    Contender { name: "literals", manifest: "", build_script: None, main: literals },
    Contender {
        name: "include_dir",
        manifest: "[dependencies]\ninclude_dir = \"0.7\"\n",
        build_script: None,
        main: |_| INCLUDE_DIR.to_owned(),
    },
    Contender {
        name: "rust-embed",
        manifest: "[dependencies]\nrust-embed = { version = \"8\", features = [\"debug-embed\"] }\n",
        build_script: None,
        main: |_| RUST_EMBED.to_owned(),
    },
    Contender {
        name: "macro",
        manifest: "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n",
        build_script: None,
        main: |_| ours("include_agents::include_agents!(\"agents/\");"),
    },
    Contender {
        name: "macro, watch",
        manifest: "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n[build-dependencies]\n\
                   include-agents-build = { path = \"ROOT/agent-build\" }\n",
        build_script: Some("fn main() {\n    include_agents_build::watch(\"agents/\");\n}\n"),
        main: |_| ours("include_agents::include_agents!(\"agents/\");"),
    },
    Contender {
        name: "macro, opt-level 3",
        manifest: "[dependencies]\ninclude-agents = { path = \"ROOT\" }\n[profile.dev.build-override]\nopt-level = 3\n",
        build_script: None,
        main: |_| ours("include_agents::include_agents!(\"agents/\");"),
    },
    Contender {
        name: "build script",
        manifest: "[dependencies]\ninclude-agents = { path = \"ROOT\", default-features = false }\n[build-dependencies]\n\
                   include-agents-build = { path = \"ROOT/agent-build\" }\n",
        build_script: Some("fn main() {\n    include_agents_build::compile(\"agents/\");\n}\n"),
        main: |_| ours("include!(concat!(env!(\"OUT_DIR\"), \"/agents.rs\"));"),
    },
];

const INCLUDE_DIR: &str = r#"
static AGENTS: include_dir::Dir = include_dir::include_dir!("$CARGO_MANIFEST_DIR/agents");

fn main() {
    println!("{}", AGENTS.files().map(|file| std::hint::black_box(file.contents()).len()).sum::<usize>());
}
"#;

const RUST_EMBED: &str = r#"
#[derive(rust_embed::RustEmbed)]
#[folder = "agents/"]
pub(crate) struct Agents;

fn main() {
    let text = |path: std::borrow::Cow<str>| Agents::get(&path).unwrap().data;
    println!("{}", Agents::iter().map(|path| std::hint::black_box(text(path)).len()).sum::<usize>());
}
"#;

fn ours(items: &str) -> String {
    let main = r#"
fn main() {
    let prompt = |kind: &AgentKind| kind.agent().prompt();
    println!("{}", AgentKind::ALL.iter().map(|kind| std::hint::black_box(prompt(kind)).len()).sum::<usize>());
}
"#;
    format!("{items}\n{main}")
}

/// A bare constant per file, which is the least that can be done.
fn include_str(agents: &[Agent]) -> String {
    let constants: Vec<_> = agents.iter().map(Agent::constant).collect();
    let statics = agents.iter().zip(&constants).map(|(agent, constant)| {
        format!("pub static {constant}: &str = include_str!(\"../agents/{}.md\");\n", agent.name())
    });
    let main = "
fn main() {
    let texts: &[&str] = &[CONSTANTS];
    println!(\"{}\", texts.iter().map(|text| std::hint::black_box(text).len()).sum::<usize>());
}
";
    statics.collect::<String>() + &main.replace("CONSTANTS", &constants.join(", "))
}

/// What one would write by hand, to have an enum and constants without any file.
fn literals(agents: &[Agent]) -> String {
    let variants: Vec<_> = agents.iter().map(Agent::variant).collect();
    let statics = agents.iter().map(|agent| {
        format!(
            "pub static {}: Agent = Agent {{ name: {:?}, description: {:?}, prompt: {:?} }};\n",
            agent.constant(),
            agent.name(),
            agent.description(),
            agent.body,
        )
    });
    let arms = agents.iter().map(|agent| format!("Self::{} => &{},\n", agent.variant(), agent.constant()));
    let main = "
pub struct Agent {
    pub name: &'static str,
    pub description: &'static str,
    pub prompt: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum AgentKind { VARIANTS }

impl AgentKind {
    pub const ALL: &[Self] = &[Self::ALL_OF_THEM];

    pub const fn agent(self) -> &'static Agent {
        match self { ARMS }
    }
}

fn main() {
    let prompt = |kind: &AgentKind| kind.agent().prompt;
    println!(\"{}\", AgentKind::ALL.iter().map(|kind| std::hint::black_box(prompt(kind)).len()).sum::<usize>());
}
";
    let main = main
        .replace("VARIANTS", &variants.join(", "))
        .replace("ALL_OF_THEM", &variants.join(", Self::"))
        .replace("ARMS", &arms.collect::<String>());
    statics.collect::<String>() + &main
}

pub(crate) struct Agent {
    pub(crate) number: usize,
    pub(crate) body: String,
}

impl Agent {
    pub(crate) fn name(&self) -> String {
        format!("agent-{:05}", self.number)
    }

    fn constant(&self) -> String {
        format!("AGENT_{:05}", self.number)
    }

    fn variant(&self) -> String {
        format!("Agent{:05}", self.number)
    }

    fn description(&self) -> String {
        format!("Use this agent for task number {} of the roster, when the work calls for it.", self.number)
    }

    /// The file of the agent, which has nothing wrong in its frontmatter.
    pub(crate) fn text(&self) -> String {
        let (name, description) = (self.name(), self.description());
        let model = ["sonnet", "opus", "haiku", "inherit"][self.number % 4];
        format!(
            "---\nname: {name}\ndescription: {description}\ntools: Read, Grep, Glob, Bash\nmodel: {model}\n---\n{}",
            self.body
        )
    }
}

/// What agents say below their frontmatter, and whose agents these are.
pub(crate) fn bodies() -> (Vec<String>, &'static str) {
    let mut found = Vec::new();
    if let Some(corpus) = env::var_os("INCLUDE_AGENTS_CORPUS") {
        texts(Path::new(&corpus), &mut found);
        let bodies: Vec<_> = found.iter().filter_map(|text| body(text)).filter(|body| is_usual(body)).collect();
        assert!(!bodies.is_empty(), "no agent of a usual size below INCLUDE_AGENTS_CORPUS");
        return (bodies.into_iter().map(str::to_owned).collect(), "`INCLUDE_AGENTS_CORPUS`");
    }
    texts(&Path::new(ROOT).join("agents"), &mut found);
    let bodies = found.iter().filter_map(|text| body(text));
    (bodies.map(|body| body.repeat((7_000 / body.len()).max(1))).collect(), "this project's agents")
}

fn body(text: &str) -> Option<&str> {
    Some(text.strip_prefix("---\n")?.split_once("\n---\n")?.1)
}

/// Neither very short nor very long, and without what our rules would refuse.
fn is_usual(body: &str) -> bool {
    let hidden = |character| matches!(character, '\0'..='\u{8}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fffd}');
    let length = body.chars().count();
    3_000 < length && length < 12_000 && !body.contains(hidden)
}
