//! What the compiler says of a folder of agents, file by file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::parse::definition::Definition;
use include_agents_compiler::parse::yaml::Yaml;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::{check, discover, parse_all};
use include_agents_core::{Agent, AgentFields, Memory, Tool, ToolAccess};

/// A file of agents, as the compiler reads it.
pub(crate) struct AgentFile {
    /// Its path below the folder that was asked for, in the notation of the corpus.
    pub(crate) path: String,
    /// Its path below the roster.
    pub(crate) below: String,
    pub(crate) content: Vec<u8>,
    /// The name, where the compiler takes the file for an agent and could read one.
    pub(crate) name: Option<String>,
    /// Whether the compiler could read its frontmatter.
    pub(crate) is_read: bool,
    /// The whole description.
    pub(crate) description: String,
    /// The model as it is written.
    pub(crate) model: String,
    /// The agent, as far as the use of tools goes.
    pub(crate) agent: Option<Agent>,
    /// The rules that report an error at it.
    pub(crate) errors: Vec<&'static str>,
    /// The messages and the notes of all that is reported at it.
    said: Vec<String>,
}

impl AgentFile {
    /// Whether it is said that Claude Code does not load the agent.
    pub(crate) fn is_said_lost(&self) -> bool {
        self.says("does not load")
    }

    /// Whether it is said that Claude Code does not start the agent.
    pub(crate) fn is_said_refused(&self) -> bool {
        self.says("refuses to start")
    }

    /// Whether it is said which other description Claude Code reads.
    pub(crate) fn is_said_other(&self) -> bool {
        self.says("reads `description` as")
    }

    fn says(&self, words: &str) -> bool {
        self.said.iter().any(|text| text.contains(words))
    }

    /// Whether a line of the file sets this name.
    pub(crate) fn holds(&self, name: &str) -> bool {
        String::from_utf8_lossy(&self.content).lines().any(|line| line.strip_prefix("name: ") == Some(name))
    }

    /// Whether the agent has tools of MCP servers alone.
    pub(crate) fn needs_servers(&self) -> bool {
        let Some(ToolAccess::Only(tools)) = self.agent.as_ref().map(Agent::tools) else { return false };
        !tools.is_empty() && tools.iter().all(|tool| tool.name().starts_with("mcp__"))
    }
}

/// The folders of agents below a folder: the outermost ones that are called so, or that hold agents themselves.
pub(crate) fn folders(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    let is_called_so = folder.file_name().is_some_and(|name| name == "agents" || name == "agent");
    if is_called_so || paths.iter().any(|path| path.extension().is_some_and(|extension| extension == "md")) {
        found.push(folder.to_owned());
        return Ok(());
    }
    for path in paths.iter().filter(|path| path.is_dir()) {
        folders(path, found)?;
    }
    Ok(())
}

/// Every Markdown file of a roster, with what the compiler says of it. `root` is the folder that was asked for.
pub(crate) fn read(root: &Path, roster: &Path) -> std::io::Result<Vec<AgentFile>> {
    let mut paths = Vec::new();
    markdown(roster, &mut paths)?;
    let parent = roster.parent().unwrap_or(roster);
    let name = roster.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (folder, settings) = discover(&Disk::of_package(parent), &name);
    let roster_of = Roster::new(&folder, &settings, &CLAUDE_CODE, parse_all(&folder, &CLAUDE_CODE));
    let diagnostics = check(&roster_of);
    let definitions: BTreeMap<_, _> =
        roster_of.agents().map(|(definition, source)| (folder.below(&source.path), definition)).collect();
    let file = |path: &PathBuf| {
        let below = path.strip_prefix(roster).unwrap_or(path).to_string_lossy().into_owned();
        let definition = definitions.get(below.as_str()).copied();
        let found = of_file(&diagnostics, definition);
        let errors = found.iter().filter(|found| found.level == Level::Error);
        Ok(AgentFile {
            path: path.strip_prefix(root).unwrap_or(path).to_string_lossy().into_owned(),
            content: fs::read(path)?,
            is_read: definition.is_some_and(|definition| definition.entries.is_some()),
            name: definition.and_then(|definition| Some(definition.name.as_ref()?.value.to_string())),
            description: definition.map(|it| it.examples.raw.to_string()).unwrap_or_default(),
            model: definition.and_then(|it| Some(it.model.as_ref()?.value.to_string())).unwrap_or_default(),
            agent: definition.map(agent),
            said: found.iter().flat_map(|found| [&found.message].into_iter().chain(&found.notes)).cloned().collect(),
            errors: errors.map(|error| error.rule.name).collect(),
            below,
        })
    };
    paths.iter().map(file).collect()
}

fn markdown(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            markdown(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}

fn of_file<'d>(diagnostics: &'d [Diagnostic], definition: Option<&Definition>) -> Vec<&'d Diagnostic> {
    let Some(definition) = definition else { return Vec::new() };
    let is_here = |diagnostic: &&Diagnostic| {
        let mut files = diagnostic.labels.iter().map(|label| label.span.file);
        files.any(|file| file == definition.file)
    };
    diagnostics.iter().filter(is_here).collect()
}

/// The agent as a program would get it. Its texts are kept until the program ends.
fn agent(definition: &Definition) -> Agent {
    let leak = |text: &str| -> &'static str { String::leak(text.to_owned()) };
    let list = |entries: &[_]| -> &'static [Tool] {
        let entry = |entry: &include_agents_compiler::base::span::SpannedText| Tool::new(leak(&entry.value));
        Vec::leak(entries.iter().map(entry).collect())
    };
    let mut fields = AgentFields::new("", "", "").disallowed_tools(list(&definition.disallowed_tools));
    // A value that is no list of tools grants none, as the error about it says.
    let is_nothing = definition.entry("tools").is_some_and(|entry| matches!(entry.value.value, Yaml::Null));
    let is_unread = is_nothing || definition.unread.contains(&"tools");
    if let Some(tools) = definition.tools.as_deref().or(is_unread.then_some(&[])) {
        fields = fields.tools(list(tools));
    }
    if definition.memory.is_some() {
        fields = fields.memory(Memory::User);
    }
    Agent::new(Box::leak(Box::new(fields)))
}
