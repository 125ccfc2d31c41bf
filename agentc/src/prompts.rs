//! Finished prompts: fragments and the values of parameters filled in.

use std::collections::{BTreeMap, BTreeSet};

use include_agents_compiler::input::prompt_settings::ParameterKind;
use include_agents_compiler::resolve::roster::Roster;
use include_agents_core::__private::distance;

use crate::output::{Failure, Result};

/// The values of parameters that the command line gives, by name.
pub(crate) struct Values(BTreeMap<String, String>);

impl Values {
    /// The values of `--set`. Each is for a parameter of one of these files; a list may have several.
    pub(crate) fn new(roster: &Roster, files: &[usize], set: &[(String, String)]) -> Result<Self> {
        let parameters = || files.iter().flat_map(|file| roster.prompts().parameters(*file));
        let mut values: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in set {
            if !parameters().any(|parameter| parameter.name == *name) {
                let known: BTreeSet<_> = parameters().map(|parameter| parameter.name.as_str()).collect();
                return Err(Failure(match distance::closest(name, known.iter().copied()) {
                    Some(close) => format!("unknown parameter `{name}`, did you mean `{close}`?"),
                    None if known.is_empty() => format!("unknown parameter `{name}`: the prompt has none"),
                    None => format!("unknown parameter `{name}`: the prompt has {}", quoted(&known)),
                }));
            }
            let kind = roster.settings.prompts.kind(name);
            let wanted = match kind {
                Some(ParameterKind::Integer) if value.parse::<i64>().is_err() => Some("a whole number"),
                Some(ParameterKind::Boolean) if value.parse::<bool>().is_err() => Some("`true` or `false`"),
                _ => None,
            };
            if let Some(wanted) = wanted {
                return Err(Failure(format!("the value of `{name}` is `{value}`, expected {wanted}")));
            }
            match (values.get_mut(name), kind) {
                (None, _) => {
                    values.insert(name.clone(), value.clone());
                }
                (Some(list), Some(ParameterKind::List(separator))) => list.extend([separator.as_str(), value]),
                (Some(_), _) => return Err(Failure(format!("`{name}` is set twice, and is no list"))),
            }
        }
        Ok(Self(values))
    }

    /// The prompt of an agent with these values.
    pub(crate) fn render(&self, roster: &Roster, file: usize) -> Result<String> {
        let parameters = roster.prompts().parameters(file).iter().map(|parameter| parameter.name.as_str());
        let missing: BTreeSet<_> = parameters.filter(|name| !self.0.contains_key(*name)).collect();
        if !missing.is_empty() {
            let path = roster.folder.source(file).map_or("", |source| &source.path);
            let (what, help) = if missing.len() == 1 { ("parameter", "it") } else { ("parameters", "each") };
            let first = missing.first().copied().unwrap_or_default();
            return Err(Failure(format!(
                "`{path}` needs values for the {what} {}: set {help} with `--set {first}=…`",
                quoted(&missing)
            )));
        }
        Ok(roster.prompts().render(roster.folder, file, &|name| self.0.get(name).cloned()))
    }
}

fn quoted(names: &BTreeSet<&str>) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
