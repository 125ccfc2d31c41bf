//! Agents that a text names in a fixed form: `subagent_type: "code-reviewer"`, and `@agent-code-reviewer`.

use std::ops::Range;

use crate::text::orders::is_negated;

/// An agent that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The range of the name.
    pub name: Range<usize>,
    /// Whether it is in quotes or backticks. What is not may be a word of the sentence.
    pub is_quoted: bool,
}

/// Words that stand for a name in an instruction for writing calls.
const STAND_INS: &str = "agent agents subagent sub name names type id slug your my the a an some any other another custom example \
    sample selected chosen specific appropriate relevant best this that foo bar baz x xx xxx n here string null none undefined \
    matching target new one built in or";

/// How much of the line before a call is read, in bytes: a line may be as long as the file.
const NEAR: usize = 200;

/// The value of the `subagent_type` whose `agent` is at an offset. It counts in code as well: a call is code.
#[must_use]
pub fn call(text: &str, at: usize) -> Option<Call> {
    let key = text.get(at..)?.strip_prefix("agent_type")?;
    let before = text.get(..at)?.strip_suffix("sub")?;
    let from = (before.len().saturating_sub(NEAR)..=before.len()).find(|from| before.is_char_boundary(*from))?;
    let line = before.get(from..)?.rsplit('\n').next().unwrap_or_default();
    if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') || line.contains('❌') || is_negated(line) {
        return None;
    }
    let behind = key.trim_start_matches(is_markup).trim_start_matches([' ', '\t']);
    let (value, has_sign) = match behind.strip_prefix([':', '=', '：']) {
        Some(value) => (value.trim_start_matches([' ', '\t', '*']), true),
        None => (behind, false),
    };
    let name = value.trim_start_matches(is_markup);
    let start = text.len() - name.len();
    let is_quoted = name.len() < value.len();
    let length = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(name.len());
    let (name, end) = name.split_at_checked(length)?;
    let ends = if is_quoted {
        end.starts_with(is_markup)
    } else {
        has_sign && !end.trim_start_matches(['.', ' ']).starts_with(|c: char| c.is_alphanumeric() || is_opening(c))
    };
    (ends && is_literal(name)).then_some(Call { name: start..start + length, is_quoted })
}

/// Quotes and emphasis around a key or a value.
fn is_markup(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '*' | '\\')
}

/// What follows a name only where it is part of an expression.
fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '$' | '|' | ':' | '/')
}

/// Whether this is the name of an agent, and not what stands for one: `AGENT_NAME`, `your-agent`.
fn is_literal(name: &str) -> bool {
    let is_stand_in = |part: &str| STAND_INS.split(' ').any(|word| word.eq_ignore_ascii_case(part));
    name.starts_with(char::is_alphanumeric)
        && name.chars().any(|c| c.is_alphabetic() && !c.is_uppercase())
        && !name.split(['-', '_']).all(|part| is_stand_in(part) || part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The name in the `@agent-…` whose `agent` is at an offset.
#[must_use]
pub fn mention(text: &str, at: usize) -> Option<Range<usize>> {
    let name = text.get(at..)?.strip_prefix("agent-")?;
    let before = text.get(..at)?.strip_suffix('@')?;
    let start = text.len() - name.len();
    let length = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(name.len());
    let (name, behind) = name.split_at_checked(length)?;
    let is_apart = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.'));
    // Other things are called so too: a file, a package, an agent of a plugin.
    let is_longer = behind.starts_with(['/', ':', '*', '@'])
        || behind.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    (is_apart && !is_longer && is_literal(name)).then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::{call, mention};
    use crate::text::orders::nouns;

    fn names(text: &str) -> Vec<(&str, bool)> {
        let calls = nouns(text, "agent").into_iter().filter_map(|at| call(text, at));
        calls.map(|call| (text.get(call.name).unwrap(), call.is_quoted)).collect()
    }

    #[test]
    fn the_value_of_a_call_is_found() {
        for text in [
            "Call Agent(subagent_type: \"fixer\").",
            "`Task(subagent_type=\"fixer\")`",
            "Task({ subagent_type: 'fixer', prompt })",
            "{ \"subagent_type\": \"fixer\" }",
            "{ \\\"subagent_type\\\": \\\"fixer\\\" }",
            "- **subagent_type**: `fixer`",
            "- **subagent_type:** `fixer`",
            "- `subagent_type`：`fixer`",
            "with subagent_type \"fixer\"",
        ] {
            assert_eq!(names(text), [("fixer", true)], "{text}");
        }
        for text in [
            "subagent_type: fixer",
            "(subagent_type=fixer, prompt)",
            "subagent_type: fixer.\n",
            "subagent_type: fixer — it",
        ] {
            assert_eq!(names(text), [("fixer", false)], "{text}");
        }
    }

    #[test]
    fn what_stands_for_a_name_is_not_one() {
        for text in [
            "subagent_type: \"<name>\"",
            "subagent_type: \"{name}\"",
            "subagent_type: \"${agent}\"",
            "subagent_type: \"...\"",
            "subagent_type: \"agent-name\"",
            "subagent_type: \"your_agent\"",
            "subagent_type: \"agent-1\"",
            "subagent_type: \"AGENT_NAME\"",
            "subagent_type: \"plugin:fixer\"",
            "subagent_type: \"fixer",
            "subagent_type: plugin:fixer",
            "subagent_type: string | null",
            "subagent_type: input.subagent_type,",
            "subagent_type: agent name from the list",
            "subagent_type: f(x)",
            "the subagent_type of it",
            "by_subagent_type: \"fixer\"",
            "Never write subagent_type: \"fixer\"",
            "❌ subagent_type: \"fixer\"",
            "subagent_types: \"fixer\"",
            "subagent_type",
            "subagent_type: ",
        ] {
            assert_eq!(names(text), [], "{text}");
        }
    }

    #[test]
    fn a_mention_begins_with_an_at_sign() {
        let names = |text: &'static str| -> Vec<_> {
            nouns(text, "agent").into_iter().filter_map(|at| text.get(mention(text, at)?)).collect()
        };
        assert_eq!(names("Ask @agent-test-runner, or (@agent-fixer)."), ["test-runner", "fixer"]);
        for text in ["@agent-name", "@agent-tools/cli", "@agent-x.md", "me@agent-x.org", "@agent-p:fixer", "@agent-*"] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
