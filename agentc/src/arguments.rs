//! What can be asked of the command.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::ErrorKind;
use clap::{Arg, Args, Parser, Subcommand, ValueEnum, ValueHint};
use include_agents_compiler::base::rule::{Level, RuleInfo};
use include_agents_compiler::rules;

/// Checks, repairs and compiles AI agent definitions: Markdown files with YAML frontmatter, as Claude Code uses them.
#[derive(Parser)]
#[command(name = "agentc", version, max_term_width = 100, arg_required_else_help = true, after_help = AFTER_HELP)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// When to use colors; `auto` asks the terminal, `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: clap::ColorChoice,
}

const AFTER_HELP: &str = "Without a path, a command takes the folder agents/ or else .claude/agents/, and the settings of \
the agents.toml in it.\n\nExit status: 0 no errors; 1 errors found, or generated code is stale; 2 the command itself failed.";

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Finds everything that is wrong with agents
    Check(Check),
    /// Applies the fixes that are safe
    Fix(Fix),
    /// Lists the agents of a folder
    List(List),
    /// Shows one agent as the compiler sees it
    Show(Show),
    /// Writes the Rust code that `include_agents!` gives
    Generate(Generate),
    /// Explains a rule, or lists all of them
    Explain(Explain),
    /// Creates an agent that passes every rule
    New(New),
    /// Prints a JSON Schema of the frontmatter, for editors
    Schema,
    /// Prints the agents in the format of another program
    Export(Export),
    /// Prints the completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes those of all commands into a folder
    Man {
        /// The folder to write into
        #[arg(value_hint = ValueHint::DirPath)]
        folder: Option<PathBuf>,
    },
}

/// Which agents, and how they are looked at.
#[derive(Args)]
pub(crate) struct Input {
    /// Folders of agents, or files of such folders; `-` is an agent on standard input
    ///
    /// A file is checked together with the agents of its folder: the nearest folder above it that has an agents.toml or is
    /// called `agents`, within the repository or package. Where there is none, the file is checked alone, and references to
    /// other agents are not checked.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The path to assume for the agent on standard input
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_path: Option<PathBuf>,

    /// Gives a rule another level: `error`, `warn` or `allow`; wins over agents.toml
    #[arg(long = "rule", value_name = "NAME=LEVEL", value_parser = rule_level)]
    pub(crate) rules: Vec<(&'static RuleInfo, Level)>,

    /// Reads no agents.toml
    #[arg(long)]
    pub(crate) isolated: bool,
}

/// The one folder of a command that looks at a roster as a whole.
#[derive(Args)]
pub(crate) struct Folder {
    /// The folder of agents
    #[arg(value_name = "PATH", value_hint = ValueHint::DirPath)]
    pub(crate) path: Option<PathBuf>,
}

#[derive(Args)]
#[command(after_help = "Examples:\n  agentc check\n  agentc check .claude/agents --deny-warnings\n  \
    agentc check --rule unknown-field=error --format sarif > agents.sarif\n  \
    agentc check - --stdin-path agents/reviewer.md < draft.md")]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) input: Input,

    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: Format,

    /// Exits with status 1 for warnings too
    #[arg(long)]
    pub(crate) deny_warnings: bool,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the lines they speak of, as rustc does
    Human,
    /// One line each: path, line, column, what is wrong, what to do
    Short,
    /// A JSON array
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Args)]
#[command(after_help = "What is left to fix by hand is shown as `check` shows it. Examples:\n  agentc fix\n  \
    agentc fix --diff\n  agentc fix - --stdin-path agents/reviewer.md < draft.md > fixed.md")]
pub(crate) struct Fix {
    #[command(flatten)]
    pub(crate) input: Input,

    /// Applies also fixes that may change what an agent means, such as the correction of a slip
    #[arg(long = "unsafe")]
    pub(crate) all: bool,

    /// Prints what would change as a unified diff, and writes nothing
    #[arg(long)]
    pub(crate) diff: bool,
}

#[derive(Args)]
#[command(after_help = "Tokens are estimated: a token is four characters or, in scripts without spaces, one.")]
pub(crate) struct List {
    #[command(flatten)]
    pub(crate) folder: Folder,

    /// How the list is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DataFormat,
}

/// How data is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// For people
    Human,
    /// JSON
    Json,
}

#[derive(Args)]
pub(crate) struct Show {
    /// An agent's file, or its name
    #[arg(value_name = "FILE|NAME", value_hint = ValueHint::FilePath)]
    pub(crate) agent: String,

    #[command(flatten)]
    pub(crate) folder: Folder,

    /// How the agent is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) format: DataFormat,
}

#[derive(Args)]
#[command(after_help = "Findings go to standard error; with an error nothing is written. Examples:\n  \
    agentc generate agents -o src/agents.rs\n  agentc generate agents -o src/agents.rs --check")]
pub(crate) struct Generate {
    #[command(flatten)]
    pub(crate) folder: Folder,

    /// The file to write; without it the code is printed. The nearest Cargo.toml above it is that of its package
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,

    /// Writes nothing, and exits with status 1 where FILE is not what would be written
    #[arg(long, requires = "output")]
    pub(crate) check: bool,
}

#[derive(Args)]
pub(crate) struct Explain {
    /// The rule; without it all are listed with their levels
    #[arg(value_parser = RuleParser, hide_possible_values = true)]
    pub(crate) rule: Option<&'static RuleInfo>,
}

#[derive(Args)]
#[command(after_help = "The folder is created if it is not there; without PATH it is agents/ or .claude/agents/.")]
pub(crate) struct New {
    /// The agent's name, such as `code-reviewer`; its file is called so too
    pub(crate) name: String,

    #[command(flatten)]
    pub(crate) folder: Folder,

    /// When to hand over to the agent
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) description: Option<String>,
}

#[derive(Args)]
pub(crate) struct Export {
    #[command(flatten)]
    pub(crate) folder: Folder,

    /// The format to write
    #[arg(long, value_name = "TARGET")]
    pub(crate) to: Destination,
}

/// What agents are converted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Destination {
    /// The JSON that `claude --agents` takes
    ClaudeJson,
}

/// Takes the name of a rule; completions know them all, and a wrong one gets the closest for an answer.
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
        Some(close) => format!("there is no rule `{name}`, did you mean `{close}`?"),
        None => format!("there is no rule `{name}`: `agentc explain` lists them"),
    })
}

fn rule_level(text: &str) -> Result<(&'static RuleInfo, Level), String> {
    let (name, word) = text.split_once('=').ok_or("write NAME=LEVEL, such as `unknown-field=error`")?;
    let rule = rule(name)?;
    let level = Level::WORDS.iter().find(|(known, _)| *known == word);
    let (_, level) = level.ok_or_else(|| format!("`{word}` is no level: write `error`, `warn` or `allow`"))?;
    if !rule.may_be(*level) {
        return Err(format!("the level of `{name}` cannot be lowered: what it finds leaves no agent to build"));
    }
    Ok((rule, *level))
}
