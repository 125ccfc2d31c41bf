//! `agentc explain`

use comfy_table::{ContentArrangement, Table, presets};
use include_agents_compiler::base::rule::RuleInfo;
use include_agents_compiler::rules;

use crate::Outcome;
use crate::cli::ExplainArguments;
use crate::output::{self, Result, TITLE};

/// Explains a rule, or lists all of them.
pub(crate) fn run(arguments: &ExplainArguments) -> Result<Outcome> {
    match arguments.rule {
        Some(rule) => {
            let title = format!("{TITLE}{}{TITLE:#}\n\nLevel: {}\n\n", rule.name, rule.levels());
            output::stdout_styled([title + &styled(rule)])?;
        }
        None => output::stdout_raw([table()])?,
    }
    Ok(Outcome::Clean)
}

/// The documentation of a rule, with styled headings.
fn styled(rule: &RuleInfo) -> String {
    let line = |line: &str| match line.strip_prefix("## ") {
        Some(title) => format!("{TITLE}{title}{TITLE:#}\n"),
        None => format!("{line}\n"),
    };
    rule.documentation().lines().map(line).collect()
}

fn table() -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Disabled);
    table.set_header(["rule", "level", "finds"]);
    for rule in rules::all() {
        table.add_row([rule.name, rule.level.word(), rule.summary()]);
    }
    table.column_iter_mut().for_each(|column| {
        column.set_padding((0, 2));
    });
    table.trim_fmt() + "\n"
}
