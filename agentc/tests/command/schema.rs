//! `agentc schema`: what an editor says is what the compiler says.

use boon::{Compiler, Draft, SchemaIndex, Schemas};
use serde_json::{Value, json};

use crate::folder::Folder;
use crate::project::given;

/// A schema, ready to check values.
pub(crate) struct Validator(Schemas, SchemaIndex);

impl Validator {
    pub(crate) fn new(schema: &Value) -> Self {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V7);
        compiler.add_resource("schema.json", schema.clone()).unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile("schema.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self(schemas, index)
    }

    pub(crate) fn validate(&self, value: &Value) -> Result<(), String> {
        self.0.validate(value, self.1).map_err(|error| error.to_string())
    }
}

fn schema() -> Value {
    Folder::new().agentc(&["schema"]).ends(0).json()
}

/// Frontmatter as an editor reads it.
fn frontmatter(fields: &str) -> Value {
    serde_yaml::from_str(&format!("name: x\ndescription: Helps.\n{fields}")).unwrap()
}

#[test]
fn the_schema_describes_every_field() {
    let schema = schema();
    for field in include_agents_compiler::format::claude_code::FIELDS {
        let description = schema["properties"][field.name]["description"].as_str().unwrap();
        assert!(description.starts_with(field.what) && !field.what.is_empty(), "{}", field.name);
    }
    assert_eq!(schema["required"], json!(["name", "description"]));
}

/// Fields that the compiler takes, and those that it refuses.
const TAKEN: [&str; 21] = [
    "",
    "tools: Read, Grep\n",
    "tools: [Read, mcp__x__y]\n",
    "tools: []\n",
    "model: my-own\n",
    "maxTurns: 3\n",
    "maxTurns: '3'\n",
    "permissionMode: manual\n",
    "effort: med\n",
    "effort: 5\n",
    "background: 'true'\n",
    "color: teal\n",
    "skills: a, b\n",
    "mcpServers: [github, {own: {command: x}}]\n",
    "hooks: {Stop: []}\n",
    "experimental: {cacheTtl: 5m}\n",
    "memory: user\n",
    "isolation: worktree\n",
    "isolation: remote\n",
    "effort: High\n",
    "whatever: [1, 2]\n",
];
const REFUSED: [&str; 20] = [
    "tools: {Read: true}\n",
    "tools: [1]\n",
    "model: 5\n",
    "maxTurns: 0\n",
    "maxTurns: many\n",
    "permissionMode: Plan\n",
    "effort: huge\n",
    "background: 1\n",
    "background: 'True'\n",
    "mcpServers: github\n",
    "hooks: []\n",
    "experimental: {cacheTtl: 9m}\n",
    "memory: global\n",
    "mcpServers: [{name: github}]\n",
    "allowedTools: Read\n",
    "allowed-tools: Read\n",
    "max_turns: 3\n",
    "Tools: Read\n",
    "permissionmode: plan\n",
    "initialPrompt: [x]\n",
];

#[test]
fn the_schema_takes_what_the_compiler_takes() {
    let schema = Validator::new(&schema());
    let folder = Folder::new();
    for (fields, is_taken) in
        TAKEN.map(|fields| (fields, true)).into_iter().chain(REFUSED.map(|fields| (fields, false)))
    {
        folder.agent("agents/x.md", fields);
        folder.agentc(&["check"]).ends(i32::from(!is_taken));
        let valid = schema.validate(&frontmatter(fields));
        assert_eq!(valid.is_ok(), is_taken, "{fields}: {valid:?}");
    }
}

#[test]
#[ignore = "set INCLUDE_AGENTS_CORPUS to a folder of agent files"]
fn the_schema_takes_every_agent_of_the_corpus_that_the_compiler_takes() {
    let corpus = given("INCLUDE_AGENTS_CORPUS");
    let schema = Validator::new(&schema());
    let claude = corpus.join("claude");
    let folder = Folder::new();
    let outcome = folder.agentc(&["check", claude.to_str().unwrap(), "--format", "json"]);
    // A value that is only warned of, such as `isolation: none`, an editor marks all the same.
    let is_refusal = |finding: &&Value| finding["level"] == "error" || finding["rule"] == "invalid-value";
    let refused: Vec<_> = outcome.json().as_array().unwrap().iter().filter(is_refusal).cloned().collect();
    let mut count = 0;
    let list = folder.agentc(&["list", claude.to_str().unwrap(), "--format", "json"]).json();
    for agent in list.as_array().unwrap() {
        let file = agent["file"].as_str().unwrap();
        let text = std::fs::read_to_string(file).unwrap_or_default().replace("\r\n", "\n");
        let yaml = text.trim_start_matches('\u{feff}').split("\n---").next().unwrap().trim_start_matches("---");
        // What is no YAML an editor cannot check by a schema.
        let Ok(value) = serde_yaml::from_str::<Value>(yaml) else { continue };
        if !value.is_object() || refused.iter().any(|finding| finding["file"] == file) {
            continue;
        }
        count += 1;
        schema.validate(&value).unwrap_or_else(|error| panic!("{file}: {error}"));
    }
    assert!(count > 1_000, "{count}");
}
