//! Items that a caller leaves out.

use std::collections::BTreeSet;

use include_agents_core::__private::distance;

/// Items that belong together, and can be left out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The enum of tools, and what each agent may do with them.
    Tools,
    /// The enum of models, and the model of each agent.
    Models,
    /// The enum of groups, and the group of each agent.
    Groups,
    /// The agents that each agent delegates to, and those that it mentions.
    Delegates,
    /// The outline of each prompt.
    Sections,
    /// The fields that the settings declare.
    Fields,
    /// The structs of prompts with parameters.
    Prompts,
}

impl Part {
    /// The words for them.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("tools", Self::Tools),
        ("models", Self::Models),
        ("groups", Self::Groups),
        ("delegates", Self::Delegates),
        ("sections", Self::Sections),
        ("fields", Self::Fields),
        ("prompts", Self::Prompts),
    ];

    /// The part of this word.
    ///
    /// # Errors
    /// A message with all words, if it is none of them.
    pub fn new(word: &str) -> Result<Self, String> {
        let words = || Self::WORDS.into_iter().map(|(word, _)| word);
        Self::WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, part)| part).ok_or_else(|| {
            let word = word.escape_debug();
            match distance::closest(&word.to_string(), words()) {
                Some(close) => format!("`{word}` cannot be left out, did you mean `{close}`?"),
                None => format!("`{word}` cannot be left out: name some of {}", words().collect::<Vec<_>>().join(", ")),
            }
        })
    }
}

/// The parts that are left out.
pub type Without = BTreeSet<Part>;

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn a_part_has_one_word() {
        assert_eq!(Part::new("models"), Ok(Part::Models));
        assert_eq!(Part::new("model"), Err("`model` cannot be left out, did you mean `models`?".to_owned()));
        let message =
            "`*` cannot be left out: name some of tools, models, groups, delegates, sections, fields, prompts";
        assert_eq!(Part::new("*"), Err(message.to_owned()));
    }
}
