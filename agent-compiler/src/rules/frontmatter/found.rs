use crate::parse::yaml::Yaml;

/// What a value is, in words.
#[must_use]
pub(super) fn found(value: &Yaml) -> &'static str {
    match value {
        Yaml::Null => "nothing",
        Yaml::Bool(true) => "`true`",
        Yaml::Bool(false) => "`false`",
        Yaml::Float(number) if number.fract() != 0.0 => "a number with a fraction",
        Yaml::Integer(_) | Yaml::Float(_) => "a number",
        Yaml::Text(_) => "text",
        Yaml::List(_) => "a list",
        Yaml::Map(_) => "a map",
    }
}
