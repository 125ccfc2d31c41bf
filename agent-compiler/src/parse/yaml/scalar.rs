//! What unquoted text means in YAML's core schema.

use super::tree::Yaml;

/// What an unquoted scalar means, unless it is text.
#[must_use]
pub fn resolve(text: &str) -> Option<Yaml<'static>> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some(Yaml::Null),
        "true" | "True" | "TRUE" => return Some(Yaml::Bool(true)),
        "false" | "False" | "FALSE" => return Some(Yaml::Bool(false)),
        ".nan" | ".NaN" | ".NAN" => return Some(Yaml::Float(f64::NAN)),
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let negative = text.starts_with('-');
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") {
        return Some(Yaml::Float(if negative { f64::NEG_INFINITY } else { f64::INFINITY }));
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = unsigned.strip_prefix(prefix) {
            let number = i64::from_str_radix(digits, radix).ok()?;
            return digits.bytes().all(|byte| byte.is_ascii_alphanumeric()).then_some(Yaml::Integer(if negative {
                -number
            } else {
                number
            }));
        }
    }
    // What is left to be a number begins with a digit, or a dot and a digit, and is made of these characters only.
    let mut bytes = unsigned.bytes();
    let numeric = match (bytes.next(), bytes.next()) {
        (Some(first), _) if first.is_ascii_digit() => true,
        (Some(b'.'), Some(second)) => second.is_ascii_digit(),
        _ => false,
    };
    if !numeric
        || !unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'))
    {
        return None;
    }
    // As most readers have it, digits that begin with a zero are text: a date, a version, a post code.
    if unsigned.len() > 1 && unsigned.starts_with('0') && unsigned.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Ok(integer) = text.parse() {
        return Some(Yaml::Integer(integer));
    }
    text.parse().ok().map(Yaml::Float)
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn scalars_follow_the_core_schema() {
        let texts = [
            "~",
            "true",
            "12",
            "-0x1F",
            "1.5e3",
            "1.2.3",
            "2024-01-01",
            "e3",
            "+.inf",
            "12e",
            "0b1",
            "yes",
            ".5",
            "-",
            "0o17",
            "017",
        ];
        let shown = texts.map(|text| resolve(text).map_or_else(|| text.to_owned(), |value| format!("{value:?}")));
        assert_eq!(
            shown,
            [
                "Null",
                "Bool(true)",
                "Integer(12)",
                "Integer(-31)",
                "Float(1500.0)",
                "1.2.3",
                "2024-01-01",
                "e3",
                "Float(inf)",
                "12e",
                "0b1",
                "yes",
                "Float(0.5)",
                "-",
                "Integer(15)",
                "017",
            ]
        );
    }
}
