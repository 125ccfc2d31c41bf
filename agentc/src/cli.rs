//! The command line: commands, arguments and their help.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, Parser, Subcommand, ValueEnum, ValueHint};
use include_agents_compiler::base::rule::{Level, RuleInfo};
use include_agents_compiler::emit::rust::attribute::Attribute;
use include_agents_compiler::emit::rust::item;
use include_agents_compiler::emit::rust::visibility::Visibility;
use include_agents_compiler::emit::rust::without::Part;
use include_agents_compiler::resolve::identifier::Identifier;
use include_agents_compiler::rules;

/// Check, fix and compile AI agent definitions: Markdown files with YAML frontmatter
#[derive(Parser)]
#[command(name = "agentc", version, max_term_width = 100, arg_required_else_help = true, after_help = AFTER_HELP)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colors; `auto` depends on the terminal, `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: clap::ColorChoice,
}

const AFTER_HELP: &str = "Without a path, commands use the folder agents/ or, if it does not exist, .claude/agents/. Settings are \
read from the agents.toml in that folder.\n\nExit status:\n  0  no errors\n  1  errors found, or generated code out of date\n  \
2  the command failed";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Check agents, and report errors and warnings
    Check(CheckArguments),
    /// Apply safe fixes to agents
    Fix(FixArguments),
    /// List the agents of a folder
    List(ListArguments),
    /// Show an agent as the compiler reads it
    Show(ShowArguments),
    /// Print the finished prompt of an agent
    Render(RenderArguments),
    /// Write agent files with finished prompts
    Build(BuildArguments),
    /// Generate the Rust code that `include_agents!` expands to
    Generate(GenerateArguments),
    /// Draw which agents can start which, and which refer to which
    Graph(GraphArguments),
    /// Find the agents that a text is for, or check where the examples lead
    Route(RouteArguments),
    /// Explain a rule, or list all rules
    Explain(ExplainArguments),
    /// Create an agent that passes every rule
    New(NewArguments),
    /// Print a JSON Schema of the frontmatter, for editors
    Schema,
    /// Export the agents of a folder for another program
    Export(ExportArguments),
    /// Print shell completions
    Completions {
        /// Shell to complete for
        shell: clap_complete::Shell,
    },
    /// Print the manual page, or write the pages of all commands to a folder
    Man {
        /// Folder to write to
        #[arg(value_hint = ValueHint::DirPath)]
        folder: Option<PathBuf>,
    },
}

/// The agents to check, and the settings to use.
#[derive(Args)]
pub(crate) struct Input {
    /// Folders or files of agents; `-` reads an agent from standard input
    ///
    /// A file is checked together with the other agents of its folder: the nearest parent folder that has an agents.toml or is
    /// named `agents`, within the same repository or package. If there is none, the file is checked by itself, and references
    /// to other agents are not checked.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Path to assume for standard input
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_path: Option<PathBuf>,

    /// Set the level of a rule to `error`, `warn` or `allow`; overrides agents.toml
    #[arg(long = "rule", value_name = "NAME=LEVEL", value_parser = rule_level)]
    pub(crate) rules: Vec<(&'static RuleInfo, Level)>,

    /// Ignore agents.toml
    #[arg(long)]
    pub(crate) isolated: bool,
}

/// The folder of a command that needs all agents.
#[derive(Args)]
pub(crate) struct FolderArgument {
    /// Folder of agents
    #[arg(value_name = "PATH", value_hint = ValueHint::DirPath)]
    pub(crate) path: Option<PathBuf>,
}

#[derive(Args)]
#[command(after_help = "Examples:\n  agentc check\n  agentc check .claude/agents --deny-warnings\n  \
    agentc check --rule unknown-field=error --format sarif > agents.sarif\n  \
    agentc check - --stdin-path agents/reviewer.md < draft.md")]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub(crate) input: Input,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,

    /// Print how often each rule reports something, instead of the diagnostics
    #[arg(long)]
    pub(crate) statistics: bool,

    /// Exit with status 1 if there are warnings
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

/// The format of diagnostics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text with source lines, like rustc
    Human,
    /// One line per diagnostic
    Short,
    /// JSON array
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations for GitHub Actions
    Github,
}

#[derive(Args)]
#[command(after_help = "Diagnostics that remain are reported as by `agentc check`.\n\nExamples:\n  agentc fix\n  \
    agentc fix --diff\n  agentc fix - --stdin-path agents/reviewer.md < draft.md > fixed.md")]
pub(crate) struct FixArguments {
    #[command(flatten)]
    pub(crate) input: Input,

    /// Also apply fixes that may change what an agent means, such as correcting a typo
    #[arg(long = "unsafe")]
    pub(crate) is_unsafe: bool,

    /// Print the changes as a unified diff, and write nothing
    #[arg(long)]
    pub(crate) diff: bool,
}

#[derive(Args)]
#[command(
    after_help = "Token counts are estimates: one token per four characters or, in scripts without spaces, per character."
)]
pub(crate) struct ListArguments {
    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DataFormat,
}

/// The format of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// Text
    Human,
    /// JSON
    Json,
}

#[derive(Args)]
pub(crate) struct ShowArguments {
    /// File or name of the agent
    #[arg(value_name = "FILE|NAME", value_hint = ValueHint::FilePath)]
    pub(crate) agent: String,

    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DataFormat,
}

#[derive(Args)]
#[command(after_help = "Examples:\n  agentc render billing --set customer=Ada --set seats=3")]
pub(crate) struct RenderArguments {
    /// File or name of the agent
    #[arg(value_name = "FILE|NAME", value_hint = ValueHint::FilePath)]
    pub(crate) agent: String,

    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Value of a parameter; can be repeated, and gives the items of a list
    #[arg(long, value_name = "NAME=VALUE", value_parser = name_and_value)]
    pub(crate) set: Vec<(String, String)>,
}

#[derive(Args)]
#[command(
    after_help = "If there are errors, nothing is written. Files that are no longer agents are not removed.\n\nExamples:\n  \
    agentc build prompts --to claude-code -o .claude/agents\n  agentc build prompts --to claude-code -o .claude/agents --check"
)]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Program to write for
    #[arg(long, value_name = "PROGRAM")]
    pub(crate) to: BuildTarget,

    /// Folder to write to
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) output: PathBuf,

    /// Value of a parameter, for all agents that have it; can be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = name_and_value)]
    pub(crate) set: Vec<(String, String)>,

    /// Write nothing, and exit with status 1 if a file is out of date
    #[arg(long)]
    pub(crate) check: bool,
}

/// The programs that agent files can be written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum BuildTarget {
    /// Claude Code: one file per agent
    ClaudeCode,
}

#[derive(Args)]
#[command(
    after_help = "Diagnostics are printed to standard error. If there are errors, nothing is written.\n\nExamples:\n  \
    agentc generate agents -o src/agents.rs\n  agentc generate agents -o src/agents.rs --check\n  \
    agentc generate agents/backend -o src/backend.rs --name Backend --visibility 'pub(crate)'"
)]
pub(crate) struct GenerateArguments {
    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Write to FILE instead of standard output; its package is that of the nearest Cargo.toml
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Write nothing, and exit with status 1 if FILE is out of date
    #[arg(long, requires = "output")]
    pub(crate) check: bool,

    /// Name of the enum; `AgentKind` by default
    #[arg(long, value_name = "NAME", value_parser = item::name)]
    pub(crate) name: Option<Identifier>,

    /// Visibility of the items, such as `pub(crate)`; empty for private items
    #[arg(long, value_name = "VIS", default_value = "pub", value_parser = Visibility::new)]
    pub(crate) visibility: Visibility,

    /// Add an attribute to the enum, such as `#[derive(serde::Serialize)]`; can be repeated
    #[arg(long = "attribute", value_name = "ATTR", value_parser = Attribute::new)]
    pub(crate) attributes: Vec<Attribute>,

    /// Leave out items: `tools`, `models`, `groups`, `delegates`, `sections`, `fields` or `prompts`; can be repeated
    #[arg(long, value_name = "ITEMS", value_delimiter = ',', value_parser = Part::new)]
    pub(crate) without: Vec<Part>,
}

#[derive(Args)]
#[command(
    after_help = "A solid edge leads to an agent that `Agent(…)` in `tools` names, a dotted one to an agent that only the text \
    refers to. An agent that can start every agent has a double border, or is shaded in SVG. Cycles are named on standard error.\n\nExamples:\n  \
    agentc graph\n  agentc graph --connected --format svg > agents.svg"
)]
pub(crate) struct GraphArguments {
    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "mermaid")]
    pub(crate) format: GraphFormat,

    /// Leave out agents without edges
    #[arg(long)]
    pub(crate) connected: bool,
}

/// The format of a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum GraphFormat {
    /// Mermaid flowchart, which Markdown on GitHub and GitLab shows as a picture
    Mermaid,
    /// Graphviz
    Dot,
    /// Picture
    Svg,
    /// JSON
    Json,
}

#[derive(Args)]
#[command(
    override_usage = "agentc route [OPTIONS] <TEXT> [PATH]\n       agentc route [OPTIONS] --check [PATH]",
    after_help = "Agents are compared by words (BM25): name, description, examples and prompt. A model compares what they mean: \
    a low score is a hint, not a prediction."
)]
pub(crate) struct RouteArguments {
    /// What a user asks for
    #[arg(value_name = "TEXT", required_unless_present = "check")]
    pub(crate) text: Option<String>,

    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Ask each example for its agent, without that example, and count the mistakes
    #[arg(long)]
    pub(crate) check: bool,

    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DataFormat,
}

#[derive(Args)]
pub(crate) struct ExplainArguments {
    /// Rule to explain; without it, all rules are listed
    #[arg(value_parser = RuleParser, hide_possible_values = true)]
    pub(crate) rule: Option<&'static RuleInfo>,
}

#[derive(Args)]
#[command(after_help = "The folder is created if it does not exist. Without PATH, it is agents/ or .claude/agents/.")]
pub(crate) struct NewArguments {
    /// Name of the agent and its file, such as `code-reviewer`
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// When to use the agent
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) description: Option<String>,
}

#[derive(Args)]
pub(crate) struct ExportArguments {
    #[command(flatten)]
    pub(crate) folder: FolderArgument,

    /// Format to export to
    #[arg(long, value_name = "TARGET")]
    pub(crate) to: Destination,

    /// Value of a parameter, for all agents that have it; can be repeated
    #[arg(long, value_name = "NAME=VALUE", value_parser = name_and_value)]
    pub(crate) set: Vec<(String, String)>,
}

/// The formats that agents can be exported to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Destination {
    /// JSON for `claude --agents`
    ClaudeJson,
}

/// Parses the name of a rule. Completions list all rules, and the error for an unknown one suggests the closest.
#[derive(Clone)]
struct RuleParser;

impl TypedValueParser for RuleParser {
    type Value = &'static RuleInfo;

    fn parse_ref(&self, _: &clap::Command, _: Option<&Arg>, value: &OsStr) -> Result<Self::Value, clap::Error> {
        rule(&value.to_string_lossy()).map_err(|message| clap::Error::raw(ErrorKind::InvalidValue, message + "\n"))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(rules::all().map(|rule| PossibleValue::new(rule.name))))
    }
}

fn rule(name: &str) -> Result<&'static RuleInfo, String> {
    rules::find(name).ok_or_else(|| match rules::closest(name) {
        Some(close) => format!("unknown rule `{name}`, did you mean `{close}`?"),
        None => format!("unknown rule `{name}`: run `agentc explain` to list all rules"),
    })
}

fn name_and_value(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("expected NAME=VALUE, such as `customer=Ada`")?;
    Ok((name.to_owned(), value.to_owned()))
}

fn rule_level(text: &str) -> Result<(&'static RuleInfo, Level), String> {
    let (name, word) = text.split_once('=').ok_or("expected NAME=LEVEL, such as `unknown-field=error`")?;
    let rule = rule(name)?;
    let level = Level::WORDS.iter().find(|(known, _)| *known == word);
    let (_, level) = level.ok_or_else(|| format!("unknown level `{word}`: use `error`, `warn` or `allow`"))?;
    if !rule.may_be(*level) {
        return Err(format!(
            "the level of `{name}` cannot be lowered: without this error there would be no agent to build"
        ));
    }
    Ok((rule, *level))
}
