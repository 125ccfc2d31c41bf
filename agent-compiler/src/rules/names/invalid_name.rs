use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A name that programs refuse.
    ///
    /// ## What it does
    /// A name with a colon, with a dash at its start, or with control characters.
    ///
    /// ## Why is this bad?
    /// Claude Code skips the agent since 2.1.218: a colon separates a plugin from its agent, and a leading dash looks like an
    /// option of the command line.
    ///
    /// ## Example
    /// `name: team:reviewer`
    ///
    /// ## Use instead
    /// Use letters, digits and single dashes: `team-reviewer`.
    "invalid-name": Names, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(name) = &agent.definition.name else { return };
    let Some(reason) = reason(&name.value) else { return };
    let parts: Vec<_> =
        name.value.split(|c: char| c == ':' || c == '-' || c.is_control()).filter(|part| !part.is_empty()).collect();
    let diagnostic = RULE
        .diagnostic(format!("invalid name `{}`", name.value))
        .at(name.span, reason)
        .note("Claude Code skips an agent with such a name");
    diagnostics.push(match parts.join("-") {
        better if better.is_empty() => diagnostic.help("use letters, digits and single dashes"),
        better => diagnostic.help(format!("write `{better}`")),
    });
}

/// Why programs refuse a name, if they do.
#[must_use]
pub fn reason(name: &str) -> Option<&'static str> {
    if name.contains(':') {
        Some("a name cannot hold a colon, which separates a plugin from its agent")
    } else if name.starts_with('-') {
        Some("a name cannot begin with a dash, which looks like an option")
    } else if name.contains(char::is_control) {
        Some("a name cannot hold a line break or another control character")
    } else {
        None
    }
}
