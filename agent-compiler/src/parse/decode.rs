//! Phase 4: the tree of one frontmatter in, typed fields out, each with its place.

use std::borrow::Cow;

use crate::base::source::Source;
use crate::base::span::{Span, Spanned, SpannedText};
use crate::format::fields::{self, Field, FieldKind, Keywords};
use crate::format::tools;
use crate::parse::definition::{Definition, Word};
use crate::parse::examples;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{self, Entry, Node, Yaml};

/// Types the fields of one file. A duplicate key counts as its last value, as programs that accept it read it.
#[must_use]
pub fn decode<'a>(file: usize, source: &'a Source, entries: Vec<Entry<'a>>) -> Definition<'a> {
    let mut decoder = Decoder { source, problems: Vec::new() };
    let mut definition = Definition::nothing(file);
    for entry in &entries {
        // An absent value is `empty-field`; an unknown key is in `extra`.
        let (Some(field), false) = (fields::find(&entry.key.value), matches!(entry.value.value, Yaml::Null)) else {
            continue;
        };
        let before = decoder.problems.len();
        decoder.field(&mut definition, field, &entry.value);
        if decoder.problems.len() > before {
            definition.unread.push(field.name);
        }
    }
    if let Some(description) = &definition.description {
        definition.examples = examples::extract(source, description);
    }
    definition.entries = Some(entries);
    definition.problems = decoder.problems;
    definition
}

struct Decoder<'a> {
    source: &'a Source,
    problems: Vec<ParseProblem<'a>>,
}

impl<'a> Decoder<'a> {
    fn field(&mut self, definition: &mut Definition<'a>, field: &'static Field, node: &Node<'a>) {
        match (field.name, &field.kind) {
            ("name", _) => definition.name = self.text(field, node).map(trimmed),
            ("description", _) => definition.description = self.text(field, node),
            ("initialPrompt", _) => definition.initial_prompt = self.text(field, node),
            ("tools", _) => {
                // Beside other entries `*` is no wildcard, and a rule says so.
                definition.tools =
                    self.list(field, node).filter(|tools| !matches!(tools.as_slice(), [only] if only.value == "*"));
            }
            ("disallowedTools", _) => definition.disallowed_tools = self.list(field, node).unwrap_or_default(),
            ("skills", _) => {
                definition.skills = self.list(field, node).unwrap_or_default();
                definition.skills.retain(|skill| self.is_given(field, &skill.value, skill.span));
            }
            ("model", _) => definition.model = self.text(field, node).map(trimmed),
            ("maxTurns", _) => definition.max_turns = self.positive(field, node),
            ("background", _) => definition.background = self.boolean(field, node),
            ("omitClaudeMd", _) => definition.omit_claude_md = self.boolean(field, node),
            ("mcpServers", _) => definition.mcp_servers = self.servers(field, node),
            ("hooks", _) => definition.hooks = self.map(field, node).map(|_| node.clone()),
            ("experimental", _) => definition.cache_ttl = self.experimental(field, node),
            ("effort", _) => definition.effort = self.effort(field, node),
            ("permissionMode", FieldKind::Keyword(words)) => definition.permission_mode = self.word(field, words, node),
            ("memory", FieldKind::Keyword(words)) => definition.memory = self.word(field, words, node),
            ("isolation", FieldKind::Keyword(words)) => definition.isolation = self.word(field, words, node),
            ("color", FieldKind::Keyword(words)) => definition.color = self.word(field, words, node),
            // The field table holds no other name; a test walks through it.
            _ => {}
        }
    }

    fn wrong<T>(&mut self, field: &'static Field, node: &Node<'a>) -> Option<T> {
        self.problems.push(ParseProblem::WrongType(field, node.clone()));
        None
    }

    fn invalid<T>(&mut self, field: &'static Field, span: Span) -> Option<T> {
        self.problems.push(ParseProblem::InvalidValue(field, span));
        None
    }

    fn text(&mut self, field: &'static Field, node: &Node<'a>) -> Option<SpannedText<'a>> {
        match &node.value {
            Yaml::Text(value) => {
                Some(Spanned { value: value.clone(), span: node.span }).filter(|text| !text.value.trim().is_empty())
            }
            _ => self.wrong(field, node),
        }
    }

    fn map<'n>(&mut self, field: &'static Field, node: &'n Node<'a>) -> Option<&'n [Entry<'a>]> {
        match &node.value {
            Yaml::Map(entries) => Some(entries),
            _ => self.wrong(field, node),
        }
    }

    /// Names between commas, or a list of names. What stands in parentheses is not split.
    fn list(&mut self, field: &'static Field, node: &Node<'a>) -> Option<Vec<SpannedText<'a>>> {
        match &node.value {
            Yaml::Text(text) => Some(split(self.source, text, node.span)).filter(|_| !text.trim().is_empty()),
            Yaml::List(items) => {
                let mut names = Vec::new();
                for item in items {
                    match &item.value {
                        Yaml::Text(name) => names.push(trimmed(Spanned { value: name.clone(), span: item.span })),
                        _ => self.problems.push(ParseProblem::WrongItem(field, item.clone())),
                    }
                }
                Some(names)
            }
            _ => self.wrong(field, node),
        }
    }

    /// Whether a name in a list is one; an empty one is a problem.
    fn is_given(&mut self, field: &'static Field, name: &str, span: Span) -> bool {
        let is_given = !name.trim().is_empty();
        if !is_given {
            self.problems.push(ParseProblem::EmptyItem(field, span));
        }
        is_given
    }

    fn positive(&mut self, field: &'static Field, node: &Node<'a>) -> Option<u32> {
        let number = match &node.value {
            Yaml::Integer(number) => Some(*number),
            // A whole number that is too large for an integer is read as one with a fraction of zero.
            Yaml::Float(number) if number.fract() == 0.0 => None,
            // A number in quotes counts as that number.
            Yaml::Text(text) => match yaml::resolve(text.trim()) {
                Some(Yaml::Integer(number)) => Some(number),
                Some(Yaml::Float(number)) if number.fract() == 0.0 => None,
                _ => return self.wrong(field, node),
            },
            _ => return self.wrong(field, node),
        };
        match number.map(u32::try_from) {
            Some(Ok(number)) if number > 0 => Some(number),
            _ => self.invalid(field, node.span),
        }
    }

    fn boolean(&mut self, field: &'static Field, node: &Node<'a>) -> bool {
        match &node.value {
            Yaml::Bool(value) => *value,
            // In quotes it counts as the same.
            Yaml::Text(text) => match yaml::resolve(text.trim()) {
                Some(Yaml::Bool(value)) => value,
                _ => self.wrong(field, node).unwrap_or_default(),
            },
            _ => self.wrong(field, node).unwrap_or_default(),
        }
    }

    fn effort(&mut self, field: &'static Field, node: &Node<'a>) -> Option<Word<'a>> {
        match &node.value {
            Yaml::Integer(_) | Yaml::Float(_) => self.positive(field, node).map(Word::Number),
            Yaml::Text(text) if matches!(yaml::resolve(text.trim()), Some(Yaml::Integer(_) | Yaml::Float(_))) => {
                self.positive(field, node).map(Word::Number)
            }
            _ => self.word(field, &fields::EFFORT, node),
        }
    }

    fn word(&mut self, field: &'static Field, keywords: &Keywords, node: &Node<'a>) -> Option<Word<'a>> {
        match &node.value {
            Yaml::Text(text) => self.keyword(field, keywords, text, node.span),
            _ => self.wrong(field, node),
        }
    }

    fn keyword(
        &mut self,
        field: &'static Field,
        keywords: &Keywords,
        text: &Cow<'a, str>,
        span: Span,
    ) -> Option<Word<'a>> {
        let word = text.trim();
        if word.is_empty() {
            return None;
        }
        let word = keywords.aliases.iter().find(|(alias, _)| *alias == word).map_or(word, |(_, word)| word);
        if let Some((_, variant)) = keywords.words.iter().find(|(known, _)| *known == word) {
            return Some(Word::Variant(variant));
        }
        if keywords.open {
            return Some(Word::Other(trim(text.clone())));
        }
        self.invalid(field, span)
    }

    /// A list of names and of maps from name to configuration.
    fn servers(&mut self, field: &'static Field, node: &Node<'a>) -> Vec<(Cow<'a, str>, Option<Node<'a>>)> {
        let Yaml::List(items) = &node.value else {
            return self.wrong(field, node).unwrap_or_default();
        };
        let mut servers = Vec::new();
        for item in items {
            match &item.value {
                Yaml::Text(name) => {
                    if self.is_given(field, name, item.span) {
                        servers.push((trim(name.clone()), None));
                    }
                }
                // `- name: github` is a map of settings, not a server `name`.
                Yaml::Map(entries)
                    if entries.iter().all(|entry| matches!(entry.value.value, Yaml::Map(_) | Yaml::Null)) =>
                {
                    let given = entries.iter().filter(|entry| self.is_given(field, &entry.key.value, entry.key.span));
                    servers.extend(given.map(|entry| (entry.key.value.clone(), configuration(&entry.value))));
                }
                _ => self.problems.push(ParseProblem::WrongItem(field, item.clone())),
            }
        }
        servers
    }

    fn experimental(&mut self, field: &'static Field, node: &Node<'a>) -> Option<Word<'a>> {
        let entries = self.map(field, node)?;
        let entry = entries.iter().rfind(|entry| entry.key.value == "cacheTtl")?;
        match &entry.value.value {
            Yaml::Text(text) if !text.trim().is_empty() => {
                self.keyword(&fields::CACHE_TTL, &fields::CACHE_TTL_WORDS, text, entry.value.span)
            }
            Yaml::Text(_) | Yaml::Null => {
                self.problems.push(ParseProblem::EmptyValue(&fields::CACHE_TTL, entry.clone()));
                None
            }
            _ => self.invalid(&fields::CACHE_TTL, entry.value.span),
        }
    }
}

/// What stands with the name of a server, if anything does.
fn configuration<'a>(node: &Node<'a>) -> Option<Node<'a>> {
    (!matches!(node.value, Yaml::Null)).then(|| node.clone())
}

/// Takes white space off both ends, without giving up what was borrowed.
fn trim(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}

fn trimmed(text: SpannedText<'_>) -> SpannedText<'_> {
    Spanned { value: trim(text.value), span: text.span }
}

/// The entries of a comma list, each with its own place where the file holds it as it is. A comma at the end is nothing;
/// an empty entry within the list is kept for a rule to report.
fn split<'a>(source: &Source, text: &Cow<'a, str>, span: Span) -> Vec<SpannedText<'a>> {
    let is_comma = |character| character == ',';
    let mut entries: Vec<_> = match text {
        Cow::Borrowed(text) => tools::split_outside_parentheses(text, is_comma)
            .map(|entry| {
                let range = source.range_of(entry).unwrap_or(span.range());
                Spanned { value: Cow::Borrowed(entry), span: Span::new(span.file, range) }
            })
            .collect(),
        Cow::Owned(text) => {
            let mut from = span.start;
            let mut place = |entry: &str| {
                let start = from + source.text.get(from..span.end)?.find(entry)?;
                from = start + entry.len();
                Some(Span::new(span.file, start..from))
            };
            tools::split_outside_parentheses(text, is_comma)
                .map(|entry| Spanned { value: Cow::Owned(entry.to_owned()), span: place(entry).unwrap_or(span) })
                .collect()
        }
    };
    if entries.last().is_some_and(|entry| entry.value.is_empty()) {
        entries.pop();
    }
    entries
}

#[cfg(test)]
mod tests {
    use super::ParseProblem;
    use super::{Definition, Source, Word, decode};
    use crate::parse::yaml;

    /// Decodes a frontmatter and hands over the definition.
    fn with(text: &str, look: impl FnOnce(&Definition)) {
        let source = Source::new("x.md", text);
        let entries = yaml::parse(0, &source, 0..text.len()).expect("valid YAML");
        look(&decode(0, &source, entries));
    }

    #[test]
    fn every_field_of_the_table_is_typed() {
        let text = "name: x\ndescription: d\ntools: Read, Bash(git log:*, git diff:*),\ndisallowedTools: [Write]\n\
            model: opus\npermissionMode: manual\nmaxTurns: \"3\"\nskills: a, b\nmcpServers: [github, {own: {command: x}}]\n\
            hooks: {Stop: []}\nmemory: project\nbackground: 'true'\nomitClaudeMd: true\neffort: med\n\
            isolation: worktree\ncolor: teal\ninitialPrompt: go\nexperimental: {cacheTtl: 5m}\n";
        with(text, |definition| {
            assert!(definition.problems.is_empty(), "{:?}", definition.problems);
            let tools: Vec<_> = definition.tools.iter().flatten().map(|tool| (&*tool.value, tool.span.start)).collect();
            assert_eq!(tools, [("Read", 30), ("Bash(git log:*, git diff:*)", 36)]);
            assert_eq!(definition.disallowed_tools.len(), 1);
            assert_eq!(definition.permission_mode, Some(Word::Variant("Default")));
            assert_eq!(definition.max_turns, Some(3));
            assert_eq!(definition.skills.len(), 2);
            assert_eq!(definition.mcp_servers.len(), 2);
            assert!(definition.hooks.is_some());
            assert_eq!(definition.memory, Some(Word::Variant("Project")));
            assert!(definition.background && definition.omit_claude_md);
            assert_eq!(definition.effort, Some(Word::Variant("Medium")));
            assert_eq!(definition.isolation, Some(Word::Variant("Worktree")));
            assert_eq!(definition.color, Some(Word::Other("teal".into())));
            assert_eq!(definition.initial_prompt.as_ref().map(|text| &*text.value), Some("go"));
            assert_eq!(definition.cache_ttl, Some(Word::Variant("FiveMinutes")));
            assert_eq!(definition.entries.iter().flatten().count(), super::fields::all().len());
        });
    }

    #[test]
    fn absent_all_and_none_are_three_things() {
        with("name: x\n", |definition| assert!(definition.tools.is_none()));
        with("tools: '*'\n", |definition| assert!(definition.tools.is_none()));
        with("tools: []\n", |definition| assert_eq!(definition.tools.as_ref().map(Vec::len), Some(0)));
    }

    #[test]
    fn an_empty_name_is_a_problem_and_no_value() {
        for (text, skills, servers) in [
            ("skills: [a, ' ', b]\n", 2, 0),
            ("skills: a, , b\n", 2, 0),
            ("mcpServers: ['', github, {'': {command: x}, own: {}}]\n", 0, 2),
        ] {
            with(text, |definition| {
                let is_empty = |problem: &ParseProblem| matches!(problem, ParseProblem::EmptyItem(..));
                assert!(!definition.problems.is_empty() && definition.problems.iter().all(is_empty), "{text}");
                assert_eq!((definition.skills.len(), definition.mcp_servers.len()), (skills, servers), "{text}");
            });
        }
        with("skills: a, b,\n", |definition| assert!(definition.problems.is_empty()));
    }

    #[test]
    fn another_kind_is_a_wrong_type_and_another_value_is_invalid() {
        for text in [
            "name: 3000\n",
            "description: [a]\n",
            "tools: {Read: true}\n",
            "tools: [1]\n",
            "hooks: []\n",
            "maxTurns: many\n",
            "background: yes\n",
            "skills: true\n",
            "mcpServers: github\n",
        ] {
            let is_wrong =
                |problem: &ParseProblem| matches!(problem, ParseProblem::WrongType(..) | ParseProblem::WrongItem(..));
            with(text, |definition| {
                assert!(definition.problems.iter().all(is_wrong) && definition.problems.len() == 1, "{text}");
            });
        }
        for text in [
            "maxTurns: 0\n",
            "maxTurns: 99999999999\n",
            "permissionMode: Plan\n",
            "memory: global\n",
            "effort: huge\n",
            "effort: -1\n",
            "isolation: docker\n",
            "experimental: {cacheTtl: 5}\n",
        ] {
            with(text, |definition| {
                assert!(matches!(definition.problems[..], [ParseProblem::InvalidValue(..)]), "{text}");
            });
        }
    }
}
