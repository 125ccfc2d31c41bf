use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A name with a colon, a leading dash or a control character.
    ///
    /// ## What it does
    /// Checks for names that contain a colon or a control character, such as a line break, and for names that start
    /// with a dash.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 does not load an agent whose name has a colon or a leading dash. A colon separates a plugin
    /// from its agent, and a leading dash looks like a command-line option. Control characters may have the same
    /// effect.
    ///
    /// ## Example
    /// ```markdown agents/team/reviewer.md
    /// ---
    /// name: team:reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown agents/team/reviewer.md
    /// ---
    /// name: team-reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change and list its defects.
    /// ```
    "invalid-name": Names, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(name) = &agent.definition.name else { return };
    let Some(reason) = reason(&name.value) else { return };
    let parts: Vec<_> =
        name.value.split(|c: char| c == ':' || c == '-' || c.is_control()).filter(|part| !part.is_empty()).collect();
    let is_refused = name.value.contains(':') || name.value.starts_with('-');
    let note = if is_refused {
        "Claude Code does not load an agent with such a name"
    } else {
        "programs may not load an agent with such a name"
    };
    let diagnostic = RULE.diagnostic(format!("invalid name `{}`", name.value)).at(name.span, reason).note(note);
    diagnostics.push(match parts.join("-") {
        better if better.is_empty() => diagnostic.help("use letters, digits and single dashes"),
        better => diagnostic.help(format!("write `{better}`")),
    });
}

/// Why a name is invalid, if it is.
#[must_use]
pub fn reason(name: &str) -> Option<&'static str> {
    if name.contains(':') {
        Some("a name cannot contain a colon, which separates a plugin from its agent")
    } else if name.starts_with('-') {
        Some("a name cannot start with a dash, which looks like a command-line option")
    } else if name.contains(char::is_control) {
        Some("a name cannot contain a line break or another control character")
    } else {
        None
    }
}
