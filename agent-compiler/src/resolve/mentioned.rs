//! What a roster mentions by name, apart from its agents: tools, models, groups.

use include_agents_core::__private::distance;
use include_agents_core::Model;

use crate::base::span::Span;
use crate::input::declared_field::{DeclaredField, DeclaredKind};
use crate::parse::definition::Definition;
use crate::resolve::access::ToolUse;
use crate::resolve::definitions::Definitions;
use crate::resolve::named::{NameKind, NamedProblem, Names};

/// What the agents of a roster mention.
#[derive(Debug)]
pub struct Mentioned {
    /// Tools.
    pub tools: ToolUse,
    /// Models.
    pub models: Uses,
    /// The folders below that of the roster which agents are in.
    pub groups: Uses,
    /// The values of each declared field, in the order of the settings; none of a field whose values are no set.
    pub values: Vec<Names>,
}

/// Names of one kind, of which a definition has one or none.
#[derive(Debug)]
pub struct Uses {
    /// The names.
    pub names: Names,
    /// For each definition, the place of its name.
    pub of: Vec<Option<usize>>,
    has_typos: bool,
}

impl Mentioned {
    /// Collects what definitions mention.
    #[must_use]
    pub fn new(definitions: Definitions) -> Self {
        Self {
            tools: ToolUse::new(definitions),
            models: Uses::new(NameKind::Model, definitions, |definition| definitions.model(definition)),
            groups: Uses::new(NameKind::Group, definitions, |definition| definitions.group(definition)),
            values: definitions.settings.declared_fields.iter().map(values).collect(),
        }
    }

    /// Whether the files have typos.
    #[must_use]
    pub fn has_typos(&self) -> bool {
        self.tools.has_typos || self.models.has_typos
    }

    /// The names that do not become variants.
    pub fn problems(&self) -> impl Iterator<Item = &NamedProblem> {
        let names = [&self.tools.tools, &self.models.names, &self.groups.names];
        names.into_iter().chain(&self.values).flat_map(|names| &names.problems)
    }
}

fn values(field: &DeclaredField) -> Names {
    let DeclaredKind::Choice(values) = &field.kind else { return Names::default() };
    Names::new(NameKind::Value, values.iter().map(|value| (value.value.as_str(), value.span)))
}

impl Uses {
    fn new<'r>(
        kind: NameKind,
        definitions: Definitions<'r, '_>,
        name: impl Fn(&'r Definition) -> Option<Mention<'r>>,
    ) -> Self {
        let found: Vec<_> = definitions.list.iter().map(name).collect();
        let names = Names::new(kind, found.iter().flatten().map(|mention| (mention.name, mention.span)));
        let of = found.iter().map(|found| names.index(found.as_ref()?.name)).collect();
        let has_typos = found.iter().flatten().any(|mention| mention.is_typo);
        Self { names, of, has_typos }
    }
}

/// A name in a definition.
struct Mention<'r> {
    name: &'r str,
    span: Span,
    /// Whether the file has another name, and means this one.
    is_typo: bool,
}

impl<'r> Definitions<'r, '_> {
    fn model(self, definition: &'r Definition) -> Option<Mention<'r>> {
        let model = definition.model.as_ref()?;
        let name = if model.value.eq_ignore_ascii_case(Model::INHERIT.as_str()) {
            Model::INHERIT.as_str()
        } else if self.is_meant(definition) {
            self.meant(&model.value)
        } else {
            &model.value
        };
        Some(Mention { name, span: model.span, is_typo: name != &*model.value })
    }

    /// The model that is meant by a name.
    fn meant(self, model: &'r str) -> &'r str {
        let known = &self.settings.known_models;
        if known.contains(model) || self.format.models.is_known(model) {
            return model;
        }
        let meant = if self.settings.is_own() {
            distance::closest(model, known.iter().map(String::as_str))
        } else {
            let models = &self.format.models;
            models.suggest(model).or_else(|| models.find(model)?.instead)
        };
        meant.unwrap_or(model)
    }

    fn group(self, definition: &'r Definition) -> Option<Mention<'r>> {
        let name = self.folder.group(&self.folder.sources.get(definition.file)?.path)?;
        Some(Mention { name, span: Span::new(definition.file, 0..0), is_typo: false })
    }
}
