use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::parse::frontmatter::lines;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// Frontmatter that is never closed.
    ///
    /// ## What it does
    /// Checks that a file that begins with `---` has a second line of exactly three dashes, at the start of that line.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 ends the frontmatter at the next three dashes of the file, wherever they are. It does not load the agent if
    /// there are none. Other programs may read the prompt as YAML.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ----
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "unclosed-frontmatter": Frontmatter, Fixed, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &agent.definition.problems {
        if let ParseProblem::UnclosedFrontmatter(start) = *problem {
            diagnostics.push(describe(agent.definition.file, &agent.source.text, start));
        }
    }
}

fn describe(file: usize, text: &str, start: usize) -> Diagnostic {
    let diagnostic =
        RULE.diagnostic("the frontmatter is never closed").at(Span::new(file, start..start + 3), "opened here");
    // The prompt begins with the first line that is not part of a field; below it, dashes underline headings.
    let mut fields = lines(text, start).skip(1).take_while(|line| {
        let line = content(text, line);
        let is_inside = line.trim().is_empty() || line.starts_with([' ', '\t', '#', '-', '.', '—', '–']);
        is_inside || line.split_once(':').is_some_and(|(key, _)| !key.contains(char::is_whitespace))
    });
    let almost = fields.find(|line| {
        let line = content(text, line).trim();
        line.starts_with("---") || (line.starts_with(['-', '—', '–', '.']) && !line.contains(char::is_alphanumeric))
    });
    match almost {
        Some(line) => {
            let written = content(text, &line).trim_end();
            let span = Span::new(file, line.start..line.start + written.len());
            let is_line = !written.trim().contains(|c: char| !matches!(c, '-' | '—' | '–'));
            let note = if written.contains("---") {
                "Claude Code 2.1.331 ends the frontmatter at the first three dashes, and reads the rest of this line as part of the prompt"
            } else if text.get(line.end..).is_some_and(|below| below.contains("---")) {
                "Claude Code 2.1.331 ends the frontmatter at the first three dashes of the file, which are below this line"
            } else {
                "Claude Code 2.1.331 finds no frontmatter, and does not load the agent"
            };
            let help = if written.starts_with("---") && !is_line {
                "write nothing but three dashes on that line, and what follows them below it"
            } else {
                "write exactly three dashes at the start of that line"
            };
            diagnostic
                .at(span, "this does not close the frontmatter")
                .note(note)
                .help(help)
                .fix(is_line.then(|| Fix::new(span, "---", true)))
        }
        None => diagnostic
            .note("Claude Code 2.1.331 ends the frontmatter at the first three dashes of the file, and does not load the agent if there are none")
            .help("add a line `---` between the last field and the prompt"),
    }
}

fn content<'t>(text: &'t str, line: &Range<usize>) -> &'t str {
    text.get(line.clone()).unwrap_or_default()
}
