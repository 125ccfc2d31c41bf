//! The tree of one frontmatter in, typed fields out, each with its place.

use crate::base::source::Source;
use crate::format::Format;
use crate::format::fields::Field;
use crate::parse::definition::Definition;
use crate::parse::examples;
use crate::parse::problem::ParseProblem;
use crate::parse::reader::ValueReader;
use crate::parse::yaml::{Entry, Node, Yaml};

/// Types the fields of one file. A duplicate key counts as its last value, as programs that accept it read it.
#[must_use]
pub fn decode<'a>(file: usize, source: &'a Source, entries: Vec<Entry<'a>>, format: &'a Format<'a>) -> Definition<'a> {
    let mut reader = ValueReader::new(source);
    let mut definition = Definition::nothing(file, format);
    for entry in &entries {
        // An absent value is `empty-field`; an unknown key is in `extra`.
        let (Some(field), false) = (format.fields.find(&entry.key.value), matches!(entry.value.value, Yaml::Null))
        else {
            continue;
        };
        let before = reader.problems.len();
        definition.set(&mut reader, field, &entry.value);
        if reader.problems.len() > before {
            definition.unread.push(field.name);
        }
    }
    if let Some(model) = &mut definition.model
        && let Some(usual) = format.models.respell(&model.value)
    {
        model.value = usual.into();
    }
    if let Some(description) = &definition.description {
        definition.examples = examples::extract(source, description);
    }
    definition.report_hooks(&mut reader);
    definition.entries = Some(entries);
    definition.problems = reader.problems;
    definition
}

/// What would be wrong with a value if a field held it.
#[must_use]
pub fn problems<'a>(
    source: &'a Source,
    field: &'a Field<'a>,
    node: &Node<'a>,
    format: &'a Format<'a>,
) -> Vec<ParseProblem<'a>> {
    let mut reader = ValueReader::new(source);
    let mut definition = Definition::nothing(node.span.file, format);
    definition.set(&mut reader, field, node);
    definition.report_hooks(&mut reader);
    reader.problems
}

#[cfg(test)]
mod tests {
    use super::{Definition, Source, decode};
    use crate::format::claude_code::{CLAUDE_CODE, FIELDS};
    use crate::format::types::{CacheTtl, Effort, Isolation, Memory, PermissionMode};
    use crate::parse::problem::ParseProblem;
    use crate::parse::types::WrittenColor;
    use crate::parse::yaml;

    /// Decodes a frontmatter and hands over the definition.
    fn with(text: &str, look: impl FnOnce(&Definition)) {
        let source = Source::new("x.md", text.to_owned());
        let entries = yaml::parse(0, &source, 0..text.len()).expect("valid YAML");
        look(&decode(0, &source, entries, &CLAUDE_CODE));
    }

    #[test]
    fn spaces_separate_tools_and_a_star_anywhere_grants_every_tool() {
        for (written, read) in [
            ("Read Bash (git log) Grep", &[("Read", 7), ("Bash (git log)", 12), ("Grep", 27)][..]),
            ("[Read, 'Grep, Glob']", &[("Read", 8), ("Grep", 15), ("Glob", 21)]),
            ("Read; Grep", &[("Read;", 7), ("Grep", 13)]),
            ("Read, \tGrep", &[("Read", 7), ("Grep", 14)]),
        ] {
            with(&format!("tools: {written}\n"), |definition| {
                let tools: Vec<_> =
                    definition.tools.iter().flatten().map(|tool| (&*tool.value, tool.span.start)).collect();
                assert_eq!(tools, read, "{written}");
            });
        }
        for every in ["'*'", "Read, *", "[Read, '*', Grep]"] {
            with(&format!("tools: {every}\n"), |definition| assert!(definition.tools.is_none(), "{every}"));
        }
    }

    #[test]
    fn every_field_of_the_table_is_typed() {
        let text = "name: x\ndescription: d\ntools: Read, Bash(git log:*, git diff:*),\ndisallowedTools: [Write]\n\
            model: opus\npermissionMode: manual\nmaxTurns: \"3\"\nskills: a, b\nmcpServers: [github, {own: {command: x}}]\n\
            hooks: {Stop: []}\nmemory: project\nbackground: 'true'\nomitClaudeMd: true\neffort: med\n\
            isolation: worktree\ncolor: teal\ninitialPrompt: go\nexperimental: {cacheTtl: 5m}\n\
            autoCompactWindow: 100000\nobserver: y\nobserverMessage: z\nobserveToolResults: false\nobserveSubagents: 'true'\n";
        with(text, |definition| {
            assert!(definition.problems.is_empty(), "{:?}", definition.problems);
            let tools: Vec<_> = definition.tools.iter().flatten().map(|tool| (&*tool.value, tool.span.start)).collect();
            assert_eq!(tools, [("Read", 30), ("Bash(git log:*, git diff:*)", 36)]);
            assert_eq!(definition.disallowed_tools.len(), 1);
            assert_eq!(definition.permission_mode, Some(PermissionMode::Default));
            assert_eq!(definition.max_turns, Some(3));
            assert_eq!(definition.skills.len(), 2);
            assert_eq!(definition.mcp_servers.len(), 2);
            assert!(definition.hooks.is_some());
            assert_eq!(definition.memory, Some(Memory::Project));
            assert!(definition.background && definition.omit_claude_md);
            assert_eq!(definition.effort, Some(Effort::Medium));
            assert_eq!(definition.isolation, Some(Isolation::Worktree));
            assert_eq!(definition.color, Some(WrittenColor::Other("teal".into())));
            assert_eq!(definition.initial_prompt.as_ref().map(|text| &*text.value), Some("go"));
            assert_eq!(definition.cache_ttl, Some(CacheTtl::FiveMinutes));
            assert_eq!(definition.auto_compact_window, Some(100_000));
            assert_eq!(definition.observer.as_ref().map(|text| &*text.value), Some("y"));
            assert_eq!((definition.observe_tool_results, definition.observe_subagents), (Some(false), Some(true)));
            assert_eq!(definition.entries.iter().flatten().count(), FIELDS.len());
        });
    }

    #[test]
    fn a_model_has_its_usual_spelling() {
        for (text, model) in [("model: Opus\n", "opus"), ("model: GPT-4o\n", "GPT-4o")] {
            with(text, |definition| {
                assert_eq!(definition.model.as_ref().map(|model| &*model.value), Some(model), "{text}");
            });
        }
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
            ("mcpServers: ['', github, {'': {command: x}, own: {command: y}}]\n", 0, 2),
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
            "autoCompactWindow: 99999\n",
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

    #[test]
    fn a_list_has_as_many_names_as_yaml_may_have_values() {
        for (separator, names) in [(", ", 10_000), (" ", 10_000), (",", 10_001), (" ", 10_001)] {
            let text = format!("tools: {}\n", vec!["Read"; names].join(separator));
            with(&text, |definition| {
                let is_too_long = |problem: &ParseProblem| matches!(problem, ParseProblem::TooManyItems(..));
                assert_eq!(definition.problems.iter().any(is_too_long), names > 10_000);
                assert_eq!(definition.tools.as_ref().map(Vec::len), (names <= 10_000).then_some(names));
            });
        }
    }
}
