//! Wherever `serde_yaml` accepts a frontmatter, every value that we read is the one it reads.

use std::collections::HashSet;

use include_agents_compiler::base::source::Source;
use include_agents_compiler::parse::frontmatter::frontmatter;
use include_agents_compiler::parse::yaml::{self, Entry, Yaml};
use serde_yaml::Value;

fn is_same(ours: &Yaml, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Yaml::Null, Value::Null) => true,
        (Yaml::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Yaml::Integer(ours), Value::Number(theirs)) => theirs.as_i64() == Some(*ours),
        (Yaml::Float(ours), Value::Number(theirs)) => {
            let theirs = theirs.as_f64().unwrap();
            ours.to_bits() == theirs.to_bits() || (ours.is_nan() && theirs.is_nan())
        }
        // In the core schema, a number may be too large, and none is binary. One of another base that is too large is text.
        (Yaml::Float(ours), Value::String(_)) => ours.is_infinite(),
        (Yaml::Text(ours), Value::Number(_)) => ["0b", "0o", "0x"].iter().any(|base| ours.contains(base)),
        (Yaml::Text(ours), Value::String(theirs)) => ours == theirs,
        (Yaml::List(ours), Value::Sequence(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| is_same(&ours.value, theirs))
        }
        (Yaml::Map(ours), Value::Mapping(theirs)) => is_same_map(ours, theirs),
        (ours, Value::Tagged(tagged)) => is_same(ours, &tagged.value),
        _ => false,
    }
}

fn is_same_map(ours: &[Entry], theirs: &serde_yaml::Mapping) -> bool {
    let same_key = |entry: &Entry, key: &Value| match key {
        Value::String(key) => entry.key.value == *key,
        // A key that is not text is taken as it is written.
        _ => true,
    };
    ours.len() == theirs.len()
        && ours
            .iter()
            .zip(theirs)
            .all(|(entry, (key, value))| same_key(entry, key) && is_same(&entry.value.value, value))
}

/// Whether a text has what YAML 1.1, which `serde_yaml` reads, and YAML 1.2 read differently: a byte order mark, some line
/// breaks, names of anchors that have more than letters, and words that begin with `?`, `:` or, as tags do, with `!`. Where an
/// anchor is defined twice, `serde_yaml` takes an alias for a third.
fn is_other_in_yaml_1_1(text: &str) -> bool {
    let words = || text.split(|c: char| c.is_whitespace() || ",[]{}".contains(c)).filter(|word| *word != "!!str");
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    let mut anchors = HashSet::new();
    text.contains(['\u{feff}', '\u{85}', '\u{2028}', '\u{2029}'])
        || words().any(|word| word.starts_with(['?', ':', '!']))
        || words().filter_map(|word| word.split_once(['&', '*'])).any(|(_, name)| !is_name(name))
        || words().filter(|word| word.contains('&')).any(|word| !anchors.insert(word))
}

/// Whether both we and `serde_yaml` accept the frontmatter of a file; nothing where `serde_yaml` does not, or reads another
/// language.
///
/// # Panics
/// Where both do, and the values differ.
pub(crate) fn is_read_as_by_serde_yaml(source: &Source) -> Option<bool> {
    let parts = frontmatter(source).0?;
    let text = &source.text[parts.yaml.clone()];
    let theirs = match serde_yaml::from_str::<Value>(text).ok()? {
        _ if is_other_in_yaml_1_1(text) => return None,
        Value::Mapping(mapping) => mapping,
        Value::Null => serde_yaml::Mapping::new(),
        _ => return None,
    };
    let Ok(ours) = yaml::parse(0, source, parts.yaml) else { return Some(false) };
    assert!(is_same_map(&ours, &theirs), "{}\n{ours:#?}\n{theirs:#?}", source.path);
    Some(true)
}

/// Whether the faster way reads the frontmatter of a file.
///
/// # Panics
/// Where it does, and the other way gives another tree, or other places.
pub(crate) fn is_read_both_ways(source: &Source, range: std::ops::Range<usize>) -> bool {
    let Some(fast) = yaml::parse_simple(0, source, range.clone()) else { return false };
    let all = yaml::parse_full(0, source, range);
    assert_eq!(format!("{:?}", Ok::<_, yaml::YamlError>(fast)), format!("{all:?}"), "{}", source.text);
    true
}
