use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::span::Span;
use crate::format::fields::Fields;
use crate::parse::frontmatter::lines;
use crate::parse::problem::ParseProblem;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A Markdown file without frontmatter.
    ///
    /// ## What it does
    /// Checks that the first line of each file is `---`.
    ///
    /// ## Why is this bad?
    /// The file defines no agent. Programs may treat it as documentation and silently skip it.
    ///
    /// ## Example
    /// ```markdown
    /// # Reviewer
    ///
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// Make `---` the first line. If the file is not an agent, begin its file name with `_`.
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// # Reviewer
    ///
    /// Read the change.
    /// ```
    "missing-frontmatter": Frontmatter, Fixed, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &agent.definition.problems {
        if let ParseProblem::MissingFrontmatter(first) = problem {
            diagnostics.push(describe(
                agent.definition.file,
                &agent.source.text,
                first.clone(),
                &agent.roster.format.fields,
            ));
        }
    }
}

fn describe(file: usize, text: &str, first: Range<usize>, fields: &Fields) -> Diagnostic {
    let line = text.get(first.clone()).unwrap_or_default().trim_end();
    let shown = Span::new(file, first.start..first.start + line.len());
    let diagnostic = RULE
        .diagnostic("this file has no frontmatter and does not define an agent")
        .at(shown, "the first line must be `---`")
        .note("programs may treat such a file as documentation and silently skip it");
    if line.trim_start() == "---" {
        let indentation = Span::new(file, first.start..first.start + line.len() - line.trim_start().len());
        diagnostic.help("remove the white space before `---`").fix(Some(Fix::new(indentation, "", true)))
    } else if (line.len() > 1 && line.bytes().all(|byte| byte == b'-')) || is_other_dash(line) {
        diagnostic.help("write exactly three dashes")
    } else if line.starts_with("--- ") || line.starts_with("---") && !line.contains(char::is_whitespace) {
        diagnostic.help("write nothing but `---` on the first line, and what follows it below")
    } else if is_field(line, fields) {
        let mut lines = text.get(first.start..).unwrap_or_default().lines().map(str::trim_end);
        diagnostic.help(if lines.find(|line| line.is_empty() || *line == "---") == Some("---") {
            "write `---` above this line"
        } else {
            "write `---` above this line, and below the last field"
        })
    } else if let Some(opening) = late_opening(text, first.start, fields) {
        let above = Span::new(file, first.start..opening.start);
        let is_empty = text.get(above.range()).is_some_and(|above| above.trim().is_empty());
        diagnostic
            .at(Span::new(file, opening.start..opening.start + 3), "this `---` is not on the first line")
            .help("remove everything above the frontmatter")
            .fix(is_empty.then(|| Fix::new(above, "", true)))
    } else {
        diagnostic.help(
            "begin the file with the lines `---`, `name: …`, `description: …`, `---`; \
             if it is not an agent, begin its file name with `_`",
        )
    }
}

/// Whether a line begins with a known field.
fn is_field(line: &str, fields: &Fields) -> bool {
    line.split_once(':').is_some_and(|(key, _)| fields.find(key.trim_start()).is_some())
}

/// Whether a line consists of dashes of other kinds, which an editor may have made of three.
fn is_other_dash(line: &str) -> bool {
    let is_dash = |c| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    !line.is_empty() && line.chars().all(is_dash) && !line.is_ascii()
}

/// A line `---` further down that opens a frontmatter: a known field follows. One in a code block is a
/// sample.
fn late_opening(text: &str, start: usize, fields: &Fields) -> Option<Range<usize>> {
    let content = |line: &Range<usize>| text.get(line.clone()).unwrap_or_default().trim_end();
    let mut lines = lines(text, start).peekable();
    let mut is_code = false;
    while let Some(line) = lines.next() {
        let begin = content(&line).trim_start();
        // A block that begins the file was put around all of it.
        is_code ^= line.start > start && (begin.starts_with("```") || begin.starts_with("~~~"));
        let opens = !is_code && content(&line) == "---";
        if opens && lines.peek().is_some_and(|next| is_field(content(next), fields)) {
            return Some(line);
        }
    }
    None
}
