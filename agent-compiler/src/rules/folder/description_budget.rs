use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// Descriptions that are too long together.
    ///
    /// ## What it does
    /// Adds up the descriptions of all agents, with the examples in them, and reports a sum of more than 15,000 tokens.
    /// `description-tokens` under `[limits]` in `agents.toml` sets another limit.
    ///
    /// The count is an estimate: four characters are one token; in scripts without spaces between words, each character is one.
    ///
    /// ## Why is this bad?
    /// A program that chooses among agents sends all their descriptions to the model. They cost tokens in every conversation and
    /// leave less room for the task. Claude Code may warn at startup when they exceed 15,000 tokens.
    ///
    /// ## Example
    /// The limit is low here, to keep the example short.
    ///
    /// ```toml agents/agents.toml
    /// [limits]
    /// description-tokens = 20
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged. Looks for errors, missing tests, unclear names and outdated comments.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// Shorten the longest descriptions, which the message lists, or move details and examples into the prompt.
    ///
    /// ```toml agents/agents.toml
    /// [limits]
    /// description-tokens = 20
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change. Look for errors, missing tests, unclear names and outdated comments.
    /// ```
    "description-budget": Folder, Warn [own: Allow], roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let mut costs: Vec<_> = roster
        .definitions
        .iter()
        .filter_map(|definition| Some((tokens(&definition.description.as_ref()?.value), roster.name_of(definition))))
        .collect();
    let sum: usize = costs.iter().map(|(tokens, _)| tokens).sum();
    let limit = roster.settings.description_tokens;
    if sum <= limit {
        return;
    }
    costs.sort_by(|left, right| right.cmp(left));
    let longest: Vec<_> = costs.iter().take(3).map(|(tokens, name)| format!("`{name}` ({tokens})")).collect();
    diagnostics.push(
        RULE.diagnostic(format!("all descriptions together take about {sum} tokens, more than the limit of {limit}"))
            .note("a program that chooses among agents sends all descriptions in every conversation")
            .help(format!("shorten the longest descriptions: {}", longest.join(", ")))
            .help("or raise `description-tokens` under `[limits]` in `agents.toml`"),
    );
}

/// An estimate of how many tokens a text takes.
#[must_use]
pub fn tokens(text: &str) -> usize {
    if text.is_ascii() {
        return text.len().div_ceil(4);
    }
    let is_dense = |c: &char| {
        matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
    };
    let dense = text.chars().filter(is_dense).count();
    dense + (text.chars().count() - dense).div_ceil(4)
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn scripts_without_spaces_count_by_the_character() {
        assert_eq!(tokens("eight by"), 2);
        assert_eq!(tokens("审查代码"), 4);
        assert_eq!(tokens("größer"), 2);
    }
}
