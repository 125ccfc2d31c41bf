use crate::base::diagnostic::Diagnostic;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;

rule! {
    /// All descriptions together are too long.
    ///
    /// ## What it does
    /// Descriptions, with their examples, of more than 15,000 tokens together; `[limits] description-tokens` sets another limit.
    /// A token counts as four characters or, in scripts without spaces between words, as one.
    ///
    /// ## Why is this bad?
    /// Every conversation carries all of them. Above this sum Claude Code warns at its start.
    ///
    /// ## Example
    /// 150 agents with 400 characters of description each.
    ///
    /// ## Use instead
    /// Shorten the longest, which the message names; move examples into the prompt.
    "description-budget": Folder, Warn, roster(check)
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
        RULE.diagnostic(format!("all descriptions together take about {sum} tokens, more than {limit}"))
            .note("every conversation carries all of them; Claude Code warns above 15000")
            .help(format!("shorten the longest: {}", longest.join(", ")))
            .help("or set `description-tokens` under `[limits]` in `agents.toml`"),
    );
}

/// About how many tokens a text takes.
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
