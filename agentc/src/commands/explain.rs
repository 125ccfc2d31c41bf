//! `agentc explain`

use include_agents_compiler::rules;

use crate::Outcome;
use crate::cli::ExplainArguments;
use crate::output::{self, Result, TITLE};
use crate::table;

/// Explains a rule, or lists all of them.
pub(crate) fn run(arguments: &ExplainArguments) -> Result<Outcome> {
    match arguments.rule {
        Some(rule) => {
            let title = format!(
                "{TITLE}{}{TITLE:#}

Level: {}

",
                rule.name,
                rule.levels()
            );
            output::stdout_styled([title + &styled(&rule.documentation())])?;
        }
        None => output::stdout_raw([table()])?,
    }
    Ok(Outcome::Clean)
}

/// The documentation of a rule, with styled headings. A heading in an example is part of the example.
fn styled(documentation: &str) -> String {
    let mut fence = None;
    let mut line = |line: &str| {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open && ticks == line.len() => fence = None,
            _ => {}
        }
        match line.strip_prefix("## ").filter(|_| fence.is_none()) {
            Some(title) => format!("{TITLE}{title}{TITLE:#}\n"),
            None => format!("{line}\n"),
        }
    };
    documentation.lines().map(&mut line).collect()
}

fn table() -> String {
    let mut table = table::new(["rule", "level", "finds"], 0..0);
    for rule in rules::all() {
        table.add_row([rule.name, rule.level.word(), rule.summary()]);
    }
    table::text(&table)
}

#[cfg(test)]
mod tests {
    use super::styled;
    use crate::output::TITLE;

    #[test]
    fn a_heading_in_an_example_is_not_one_of_the_documentation() {
        let example = "````markdown\n## Run\n```sh\n## a\n```\n## Report\n````\n";
        let documentation = format!("## Example\n{example}\n## Use instead\n");
        let heading = |title: &str| format!("{TITLE}{title}{TITLE:#}\n");
        assert_eq!(styled(&documentation), format!("{}{example}\n{}", heading("Example"), heading("Use instead")));
    }
}
