//! Whatever a definition says: written as YAML, in any of the usual styles, it reads back equal.

use include_agents_compiler::base::source::Source;
use include_agents_compiler::format::claude_code::CLAUDE_CODE;
use include_agents_compiler::parse;
use include_agents_compiler::parse::yaml::Yaml;

/// A fixed sequence that looks random.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn text(&mut self) -> String {
        (0..=self.below(9)).map(|_| PIECES[self.below(PIECES.len())]).collect()
    }
}

const PIECES: [&str; 40] = [
    "a",
    "Reviews",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    ": ",
    ":",
    " #",
    "#",
    "- ",
    "-",
    "'",
    "\"",
    "\\",
    "\\n",
    "{",
    "}",
    "[",
    "]",
    ", ",
    "&a",
    "*a",
    "!x",
    "|",
    ">",
    "%",
    "@",
    "`",
    "---",
    "é",
    "🚀",
    "\t",
    "true",
    "12",
    "~",
    "<example>",
    "</example>",
    "user: x",
];

/// A value of a field.
#[derive(Debug)]
enum Value {
    Text(String),
    List(Vec<String>),
    Map(Vec<(String, String)>),
}

/// A text between double quotes.
fn double(text: &str) -> String {
    let escape = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        '\n' => "\\n".to_owned(),
        '\t' => "\\t".to_owned(),
        _ => c.to_string(),
    };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

/// A text between single quotes, in which a line break is an empty line.
fn single(text: &str) -> Option<String> {
    (!text.contains('\n')).then(|| format!("'{}'", text.replace('\'', "''")))
}

/// A text in a block, whose indentation is given, since its first line may begin with a space.
fn literal(text: &str) -> Option<String> {
    // A block cannot end in white space that its lines do not show, nor hold nothing but line breaks.
    if text.trim_matches('\n').is_empty()
        || text.split('\n').any(|line| line.trim_matches([' ', '\t']).is_empty() && !line.is_empty())
    {
        return None;
    }
    let sign = match (text.ends_with('\n'), text.ends_with("\n\n")) {
        (false, _) => "-",
        (true, false) => "",
        (true, true) => "+",
    };
    let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
    let line = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("\n  {line}") };
    Some(format!("|2{sign}{}", lines.map(line).collect::<String>()))
}

/// A text without quotes, where `serde_yaml` writes it so.
fn plain(text: &str) -> Option<String> {
    let written = serde_yaml::to_string(text).unwrap();
    let written = written.trim_end_matches('\n');
    (!written.starts_with(['\'', '"', '|', '>', '?', '-'])).then(|| written.to_owned())
}

/// A text on one line, in one of the styles.
fn inline(text: &str, style: usize) -> String {
    let written = match style % 3 {
        0 => single(text),
        1 => plain(text).filter(|text| !text.contains([',', '[', ']', '{', '}'])),
        _ => None,
    };
    written.unwrap_or_else(|| double(text))
}

fn written(field: &str, value: &Value, style: usize) -> String {
    match value {
        Value::Text(text) => {
            let written = match style % 5 {
                0 => single(text),
                1 => literal(text),
                2 => plain(text),
                3 => {
                    let entry = serde_yaml::Mapping::from_iter([(field.into(), text.as_str().into())]);
                    return serde_yaml::to_string(&entry).unwrap();
                }
                _ => None,
            };
            format!("{field}: {}\n", written.unwrap_or_else(|| double(text)))
        }
        Value::List(items) if style.is_multiple_of(2) => {
            let items: Vec<_> = items.iter().map(|item| inline(item, style)).collect();
            format!("{field}: [{}]\n", items.join(", "))
        }
        Value::List(items) => {
            let items = items.iter().map(|item| format!("{}- {}\n", "  ".repeat(style % 3), inline(item, style)));
            format!("{field}:\n{}", items.collect::<String>())
        }
        Value::Map(entries) if style.is_multiple_of(2) => {
            let entries: Vec<_> =
                entries.iter().map(|(key, value)| format!("{}: {}", double(key), inline(value, style))).collect();
            format!("{field}: {{{}}}\n", entries.join(", "))
        }
        Value::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("  {}: {}\n", double(key), inline(value, style)));
            format!("{field}:\n{}", entries.collect::<String>())
        }
    }
}

fn is_same(value: &Value, read: &Yaml) -> bool {
    let is_text = |text: &str, read: &Yaml| matches!(read, Yaml::Text(read) if read == text);
    match (value, read) {
        (Value::Text(text), read) => is_text(text, read),
        (Value::List(items), Yaml::List(read)) => {
            items.len() == read.len() && items.iter().zip(read).all(|(item, read)| is_text(item, &read.value))
        }
        (Value::Map(entries), Yaml::Map(read)) => {
            entries.len() == read.len()
                && entries
                    .iter()
                    .zip(read)
                    .all(|((key, value), read)| *key == read.key.value && is_text(value, &read.value.value))
        }
        _ => false,
    }
}

#[test]
fn a_definition_reads_back_equal_in_every_style() {
    let mut sequence = Sequence(1);
    for _ in 0..4_000 {
        let mut fields = vec![("name".to_owned(), Value::Text(sequence.text()))];
        fields.push(("description".to_owned(), Value::Text(sequence.text())));
        for number in 0..sequence.below(4) {
            let value = match sequence.below(3) {
                0 => Value::Text(sequence.text()),
                1 => Value::List((0..=sequence.below(4)).map(|_| sequence.text()).collect()),
                _ => Value::Map(
                    (0..=sequence.below(3)).map(|key| (format!("{key}{}", sequence.text()), sequence.text())).collect(),
                ),
            };
            fields.push((format!("field{number}"), value));
        }
        let (style, line_end) = (sequence.below(30), ["\n", "\r\n"][sequence.below(2)]);
        let frontmatter: String = fields.iter().map(|(field, value)| written(field, value, style)).collect();
        let text = format!("---\n{frontmatter}---\nDo it.\n").replace('\n', line_end);
        let source = Source::new("x.md", text.clone());
        let definition = parse::parse(0, &source, &CLAUDE_CODE);
        let entries = definition.entries.as_deref().unwrap_or_else(|| panic!("{text}\n{:?}", definition.problems));
        assert_eq!(entries.len(), fields.len(), "{text}");
        for ((field, value), entry) in fields.iter().zip(entries) {
            assert!(
                entry.key.value == *field && is_same(value, &entry.value.value),
                "{value:?} is {:?} in\n{text}",
                entry.value.value
            );
        }
        assert_eq!(source.text[definition.body.clone()].trim_end(), "Do it.", "{text}");
    }
}
