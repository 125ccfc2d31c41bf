//! What an editor shows over a variant: the agent's description, model, tools and file.

use super::link::Roster;
use super::names::Named;

/// The most characters of a description that are shown.
const SHOWN: usize = 400;

/// The lines of documentation of an agent, with everything from its file escaped: Markdown in it would become links,
/// headings or code that rustdoc tries to run.
#[must_use]
pub fn agent(roster: &Roster, named: &Named) -> [String; 3] {
    let definition = named.definition;
    let description = &definition.examples.description;
    let mut shown: String = description.chars().take(SHOWN).collect();
    if description.chars().nth(SHOWN).is_some() {
        // Back to the last whole word.
        shown.truncate(shown.rfind(' ').unwrap_or(shown.len()));
        shown.push('…');
    }
    let model = definition.model.as_ref().map_or("not set".to_owned(), |model| escape(&model.value));
    let tools = match &definition.tools {
        None => "all".to_owned(),
        Some(tools) if tools.is_empty() => "none".to_owned(),
        Some(tools) => escape(&tools.iter().map(|tool| &*tool.value).collect::<Vec<_>>().join(", ")),
    };
    let path = roster.source(definition).map_or_else(String::new, |source| escape(&source.path));
    [
        format!(" {}: {}", escape(named.name), escape(&shown)),
        String::new(),
        format!(" Model: {model}. Tools: {tools}. File: {path}"),
    ]
}

/// Escapes what Markdown or HTML would take for its own, and joins the lines.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !escaped.is_empty() {
            escaped.push(' ');
        }
        for character in word.chars() {
            if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '&') {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    // An address would become a link by itself.
    escaped.replace("://", "\\://")
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_in_a_description_is_markdown() {
        assert_eq!(escape("a\n    b-c"), "a b-c");
        assert_eq!(escape("[x] <b> `c` https://d.e"), r"\[x\] \<b\> \`c\` https\://d.e");
    }
}
