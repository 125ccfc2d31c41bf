use unicode_normalization::UnicodeNormalization as _;

use crate::base::diagnostic::Diagnostic;
use crate::base::rule::Level;
use crate::parse::yaml::Yaml;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A name that Claude Code refuses, or with a control character.
    ///
    /// ## What it does
    /// Checks for names that contain a colon (a full-width one counts too), start with a dash, or are longer than 256
    /// characters; and for names with a control character, such as a line break, which is a warning.
    ///
    /// ## Why is this bad?
    /// Claude Code does not load an agent with such a name, without a message (measured on Claude Code 2.1.331). A colon
    /// separates a plugin from its agent, and a leading dash looks like a command-line option. It loads a name with a control
    /// character, which other programs may not.
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
    "invalid-name": Names, Error [own: Allow], agent(check)
}

/// The most UTF-16 code units of a name.
const LONGEST: usize = 256;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let Some(name) = &agent.definition.name else { return };
    // White space around a name is no part of it, and yet Claude Code counts it.
    let written = agent.definition.entry("name").and_then(|entry| match &entry.value.value {
        Yaml::Text(text) => Some(text.as_ref()),
        _ => None,
    });
    let written = written.unwrap_or(&name.value);
    let Some(reason) = reason(&name.value).or_else(|| is_long(written).then_some(Reason::Long)) else { return };
    let is_loaded = reason == Reason::Control || (reason == Reason::Dash && !written.starts_with('-'));
    let diagnostic = RULE.diagnostic(format!("invalid name `{}`", name.value)).at(name.span, reason.text());
    let diagnostic = if is_loaded {
        Diagnostic { level: Level::Warn, ..diagnostic }
            .note("Claude Code 2.1.331 loads an agent with such a name, but other programs may not")
    } else {
        diagnostic.note("Claude Code 2.1.331 does not load an agent with such a name")
    };
    if reason == Reason::Long {
        diagnostics.push(diagnostic.help("shorten the name"));
        return;
    }
    let is_joint = |c: char| c == '-' || c.is_control() || is_colon(c);
    let parts: Vec<_> = name.value.split(is_joint).filter(|part| !part.is_empty()).collect();
    diagnostics.push(match parts.join("-") {
        better if better.is_empty() => diagnostic.help("use letters, digits and single dashes"),
        better => diagnostic.help(format!("write `{better}`")),
    });
}

/// Why a name is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It has a colon, or a character that stands for one.
    Colon,
    /// It starts with a dash.
    Dash,
    /// It is too long.
    Long,
    /// It has a control character, which Claude Code does not refuse.
    Control,
}

impl Reason {
    fn text(self) -> &'static str {
        match self {
            Self::Colon => "a name cannot contain a colon, which separates a plugin from its agent",
            Self::Dash => "a name cannot start with a dash, which looks like a command-line option",
            Self::Long => "a name cannot be longer than 256 characters",
            Self::Control => "a name cannot contain a line break or another control character",
        }
    }
}

/// Why a name is invalid, if it is.
#[must_use]
pub fn reason(name: &str) -> Option<Reason> {
    if name.contains(':') || (!name.is_ascii() && name.contains(is_colon)) {
        Some(Reason::Colon)
    } else if name.starts_with('-') {
        Some(Reason::Dash)
    } else if is_long(name) {
        Some(Reason::Long)
    } else if name.contains(char::is_control) {
        Some(Reason::Control)
    } else {
        None
    }
}

fn is_long(name: &str) -> bool {
    name.len() > LONGEST && name.encode_utf16().count() > LONGEST
}

/// Whether a character is a colon, or one in another width.
fn is_colon(character: char) -> bool {
    character == ':' || (!character.is_ascii() && character.encode_utf8(&mut [0; 4]).nfkc().any(|part| part == ':'))
}

#[cfg(test)]
mod tests {
    use super::{Reason, reason};

    #[test]
    fn a_name_is_invalid_where_claude_code_refuses_it() {
        for name in ["a:b", "a：b", "a﹕b", "a︓b", "a⩴b"] {
            assert_eq!(reason(name), Some(Reason::Colon), "{name}");
        }
        for name in ["a∶b", "a꞉b", "‐x", "－x", "x-", "a/b", "*", "yes", "2026-11-26"] {
            assert_eq!(reason(name), None, "{name}");
        }
        assert_eq!(reason("-x"), Some(Reason::Dash));
    }

    #[test]
    fn the_length_of_a_name_counts_utf_16() {
        for (letter, most) in [("a", 256), ("é", 256), ("審", 256), ("😀", 128)] {
            assert_eq!(reason(&letter.repeat(most)), None, "{letter}");
            assert_eq!(reason(&letter.repeat(most + 1)), Some(Reason::Long), "{letter}");
        }
    }
}
