//! The templates of all prompts and fragments: which fragment each tag means, and which parameters each prompt has.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use crate::base::path::{self, join};
use crate::base::source::Source;
use crate::base::span::Span;
use crate::input::discover::Folder;
use crate::input::settings::Settings;
use crate::resolve::identifier::Identifier;
use crate::resolve::identifiers;
use crate::text::index::TextIndex;
use crate::text::placeholders;
use crate::text::template::{Piece, TagProblem, Template};
use include_agents_core::__private::distance;

/// How many fragments may be in each other. Rendering takes a part of the stack for each.
pub const DEEPEST: usize = 32;

/// The prompts of a roster. Without parameters in the settings there is nothing in it.
#[derive(Debug, Default)]
pub struct Prompts {
    /// The template of each file, the fragments behind the agents.
    templates: Vec<Template>,
    /// What each tag of each file means: a fragment by the number of its file.
    targets: Vec<HashMap<usize, usize>>,
    /// The parameters of each file, with those of its fragments.
    parameters: Vec<Vec<Parameter>>,
    /// The fragments that a prompt has, by the numbers of their files.
    pub used: BTreeSet<usize>,
    /// What is wrong with the prompts.
    pub problems: Vec<PromptProblem>,
}

/// A parameter of a prompt.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name, as the prompt has it.
    pub name: String,
    /// Its first place, which may be in a fragment.
    pub span: Span,
    /// The field that it becomes.
    pub field: Identifier,
}

/// Something about a prompt or a fragment.
#[derive(Debug)]
pub enum PromptProblem {
    /// A tag is not supported.
    Tag(Span, TagProblem),
    /// No file has the name of this fragment; the name that is closest, and the first path where it was looked for.
    UnknownFragment(Span, Option<String>, String),
    /// A fragment includes itself, through these tags.
    Circular(Vec<Span>),
    /// More fragments are in each other than may be.
    TooDeep(Span),
    /// With this fragment, the prompt is longer than a file may be.
    TooLarge(Span),
    /// A fragment begins with frontmatter.
    Frontmatter(Span),
    /// Two parameters of a prompt become the same field.
    SameField(Parameter, Parameter),
    /// No prompt has this fragment.
    Unused(usize),
}

impl Prompts {
    /// Reads the prompts of a roster. `bodies` are those of the agents, `indexes` of the agents and the fragments.
    #[must_use]
    pub fn new<'i, 'a: 'i>(
        folder: &'a Folder,
        settings: &Settings,
        bodies: &[Range<usize>],
        indexes: impl Fn(usize) -> Option<&'i TextIndex<'a>>,
    ) -> Self {
        if !settings.has_parameters() {
            return Self::default();
        }
        let count = folder.sources.len() + folder.fragments.len();
        let mut prompts = Self::default();
        for file in 0..count {
            let (Some(source), Some(index)) = (folder.source(file), indexes(file)) else { continue };
            let body = bodies.get(file).cloned().unwrap_or(0..source.text.len());
            prompts.templates.push(template(source, body, index, settings));
        }
        let bases: Vec<_> = std::iter::once(folder.path.clone())
            .chain(settings.fragment_folders(&folder.path).map(|(folder, _)| folder))
            .collect();
        let mut joiner = Joiner {
            folder,
            limit: settings.file_size,
            bases: &bases,
            files: (folder.sources.len()..count)
                .filter_map(|file| Some((folder.source(file)?.path.as_str(), file)))
                .collect(),
            templates: &prompts.templates,
            targets: vec![HashMap::new(); count],
            states: (0..count).map(|_| State::New).collect(),
            stack: Vec::new(),
            problems: Vec::new(),
        };
        for file in 0..count {
            joiner.visit(file);
        }
        prompts.targets = joiner.targets;
        prompts.problems = joiner.problems;
        let parameters = joiner.states.into_iter().map(|state| match state {
            State::Done(Done { parameters, .. }) => parameters,
            State::New | State::Open => Vec::new(),
        });
        prompts.parameters = parameters.collect();
        for agent in 0..folder.sources.len() {
            prompts.used.append(&mut prompts.fragments(agent));
            prompts.same_fields(agent);
        }
        prompts.unused(folder, settings);
        prompts
    }

    /// The template of a file, if it is more than text.
    #[must_use]
    pub fn template(&self, file: usize) -> Option<&Template> {
        self.templates.get(file).filter(|template| !template.is_plain())
    }

    /// The pieces of a file, a fragment with the number of its file. One that is missing is left out.
    pub fn pieces(&self, file: usize) -> impl Iterator<Item = (&Piece, Option<usize>)> {
        let pieces = self.templates.get(file).map_or([].as_slice(), |template| template.pieces.as_slice());
        let target = move |place| self.targets.get(file).and_then(|targets| targets.get(&place).copied());
        let pieces = pieces.iter().enumerate().map(move |(place, piece)| (piece, target(place)));
        pieces.filter(|(piece, target)| target.is_some() || !matches!(piece, Piece::Fragment(_)))
    }

    /// The parameters of a file and of its fragments, each once, in order of their first place.
    #[must_use]
    pub fn parameters(&self, file: usize) -> &[Parameter] {
        self.parameters.get(file).map_or(&[], Vec::as_slice)
    }

    /// The prompt of an agent, or the text of a fragment, with values for its parameters. Without one, the tag stays.
    #[must_use]
    pub fn render(&self, folder: &Folder, file: usize, value: &dyn Fn(&str) -> Option<String>) -> String {
        let mut text = String::new();
        self.render_to(&mut text, folder, file, value);
        text
    }

    fn render_to(&self, out: &mut String, folder: &Folder, file: usize, value: &dyn Fn(&str) -> Option<String>) {
        let text = folder.source(file).map_or("", |source| &*source.text);
        let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        for (piece, target) in self.pieces(file) {
            match (piece, target) {
                (_, Some(target)) => self.render_to(out, folder, target, value),
                (Piece::Parameter(name), _) => match value(slice(name)) {
                    Some(value) => out.push_str(&value),
                    None => out.extend(["{{", slice(name), "}}"]),
                },
                (Piece::Text(range) | Piece::Fragment(range), _) => out.push_str(slice(range)),
            }
        }
    }

    /// The fragments of a file and those in them, by the numbers of their files.
    #[must_use]
    pub fn fragments(&self, file: usize) -> BTreeSet<usize> {
        let direct = |file: usize| self.targets.get(file).into_iter().flat_map(HashMap::values).copied();
        let (mut left, mut all): (Vec<_>, _) = (direct(file).collect(), BTreeSet::new());
        while let Some(fragment) = left.pop() {
            if all.insert(fragment) {
                left.extend(direct(fragment));
            }
        }
        all
    }

    fn same_fields(&mut self, agent: usize) {
        let parameters = self.parameters(agent);
        let problems = parameters.iter().enumerate().filter_map(|(place, parameter)| {
            let first = parameters.iter().take(place).find(|other| other.field == parameter.field)?;
            Some(PromptProblem::SameField(first.clone(), parameter.clone()))
        });
        let problems: Vec<_> = problems.collect();
        self.problems.extend(problems);
    }

    fn unused(&mut self, folder: &Folder, settings: &Settings) {
        let shared: Vec<_> = settings.fragment_folders(&folder.path).map(|(folder, _)| folder + "/").collect();
        for (number, source) in folder.fragments.iter().enumerate() {
            let file = folder.sources.len() + number;
            // Other rosters may use those of a folder that is named, and a draft of an agent is not a fragment.
            let is_shared = shared.iter().any(|folder| source.path.starts_with(folder.as_str()));
            if !is_shared && frontmatter(source).is_none() && !self.used.contains(&file) {
                self.problems.push(PromptProblem::Unused(file));
            }
        }
    }
}

/// The template of a file, without white space at the ends of its text.
fn template(source: &Source, body: Range<usize>, index: &TextIndex, settings: &Settings) -> Template {
    let text = source.text.get(body).unwrap_or_default();
    let range = source.range_of(text.trim_start_matches('\u{feff}').trim()).unwrap_or_default();
    let is_code = |at: usize| index.code_spans().is_code(at);
    // Most prompts have no tag, and need not be looked through for fenced code.
    let has = |tag: &str| source.text.get(range.clone()).is_some_and(|text| text.contains(tag));
    let fences = (!settings.prompts.in_code && has("{{")).then(|| index.fences());
    let mut template = Template::of(&source.text, range.clone(), fences);
    if has("{%") || has("<%") {
        let found = placeholders::find(&source.text, index.markers(), &range).into_iter();
        let is_foreign = |range: &Range<usize>| {
            let tag = source.text.get(range.clone()).unwrap_or_default();
            (tag.starts_with("{%") || tag.starts_with("<%")) && !is_code(range.start)
        };
        template.add_foreign(found.map(|placeholder| placeholder.range).filter(is_foreign));
    }
    template
}

/// The first line of a file that begins with frontmatter.
fn frontmatter(source: &Source) -> Option<Range<usize>> {
    let line = source.text.lines().next().filter(|line| line.trim_end() == "---")?;
    source.range_of(line)
}

/// How far a file has been looked at.
enum State {
    New,
    /// Its fragments are being looked at.
    Open,
    Done(Done),
}

/// What is known of a file with its fragments.
#[derive(Clone, Default)]
struct Done {
    parameters: Vec<Parameter>,
    /// How many fragments are in each other.
    depth: usize,
    /// The bytes of all text.
    length: usize,
    /// Whether more fragments were named than there is room for.
    is_too_large: bool,
}

struct Joiner<'j> {
    folder: &'j Folder,
    limit: usize,
    /// The folders in which all fragments are looked for.
    bases: &'j [String],
    /// The fragments by their paths.
    files: HashMap<&'j str, usize>,
    templates: &'j [Template],
    targets: Vec<HashMap<usize, usize>>,
    states: Vec<State>,
    /// The tags that lead to the file which is looked at.
    stack: Vec<(usize, Span)>,
    problems: Vec<PromptProblem>,
}

impl Joiner<'_> {
    fn visit(&mut self, file: usize) {
        if !matches!(self.states.get(file), Some(State::New)) {
            return;
        }
        self.set(file, State::Open);
        let mut done = Done::default();
        let (Some(template), Some(source)) = (self.templates.get(file), self.folder.source(file)) else { return };
        let tags = template.problems.iter();
        self.problems.extend(tags.map(|(range, problem)| PromptProblem::Tag(Span::new(file, range.clone()), *problem)));
        for (place, piece) in template.pieces.iter().enumerate() {
            match piece {
                Piece::Text(range) => done.length = done.length.saturating_add(range.len()),
                Piece::Parameter(range) => {
                    let (name, span) =
                        (source.text.get(range.clone()).unwrap_or_default(), Span::new(file, range.clone()));
                    match identifiers::field(name) {
                        Some((field, _)) => done.add(&Parameter { name: name.to_owned(), span, field }),
                        None => self.problems.push(PromptProblem::Tag(span, TagProblem::Name)),
                    }
                }
                Piece::Fragment(range) => {
                    let span = Span::new(file, range.clone());
                    let name = source.text.get(range.clone()).unwrap_or_default();
                    if let Some(target) = self.find(source, name, span)
                        && self.join(target, span, &mut done)
                        && let Some(targets) = self.targets.get_mut(file)
                    {
                        targets.insert(place, target);
                    }
                }
            }
        }
        self.set(file, State::Done(done));
    }

    fn set(&mut self, file: usize, state: State) {
        if let Some(known) = self.states.get_mut(file) {
            *known = state;
        }
    }

    /// Adds what a fragment has to the file that names it. The result is whether it is a part of the file.
    fn join(&mut self, target: usize, span: Span, done: &mut Done) -> bool {
        if matches!(self.states.get(target), Some(State::Open)) {
            let from = self.stack.iter().position(|(file, _)| *file == target).map_or(self.stack.len(), |at| at + 1);
            let tags = self.stack.iter().skip(from).map(|(_, tag)| *tag).chain([span]);
            self.problems.push(PromptProblem::Circular(tags.collect()));
            return false;
        }
        if self.stack.len() < DEEPEST {
            self.stack.push((target, span));
            self.visit(target);
            self.stack.pop();
        }
        let Some(State::Done(inner)) = self.states.get(target) else {
            self.problems.push(PromptProblem::TooDeep(span));
            return false;
        };
        let (depth, length) = (inner.depth + 1, done.length.saturating_add(inner.length));
        if depth > DEEPEST {
            self.problems.push(PromptProblem::TooDeep(span));
            return false;
        }
        if length > self.limit {
            if !std::mem::replace(&mut done.is_too_large, true) {
                self.problems.push(PromptProblem::TooLarge(span));
            }
            return false;
        }
        (done.depth, done.length) = (done.depth.max(depth), length);
        for parameter in inner.parameters.clone() {
            done.add(&parameter);
        }
        true
    }

    /// The fragment of a name in a file: beside that file, in the folder of the roster, or in a folder of the settings.
    fn find(&mut self, source: &Source, name: &str, span: Span) -> Option<usize> {
        let beside = path::folder_of(&source.path);
        let bases = || std::iter::once(beside).chain(self.bases.iter().map(String::as_str));
        let (above, last) = name.rsplit_once('/').map_or(("", name), |(above, last)| (above, last));
        let folder_in = |base: &str| if above.is_empty() { base.to_owned() } else { join(base, above) };
        for base in bases() {
            for file in [format!("_{last}.md"), format!("{last}.md")] {
                if let Some(found) = self.files.get(join(&folder_in(base), &file).as_str()).copied() {
                    if let Some(line) = self.folder.source(found).and_then(frontmatter) {
                        self.problems.push(PromptProblem::Frontmatter(Span::new(found, line)));
                    }
                    return Some(found);
                }
            }
        }
        let names = self.files.keys().flat_map(|path| bases().filter_map(move |base| name_below(base, path)));
        let names: BTreeSet<_> = names.collect();
        let close = distance::closest(name, names.iter().map(String::as_str)).map(str::to_owned);
        let first = join(&folder_in(beside), &format!("_{last}.md"));
        self.problems.push(PromptProblem::UnknownFragment(span, close, first));
        None
    }
}

/// The name by which a file in a folder is a fragment.
fn name_below(base: &str, path: &str) -> Option<String> {
    let below = if base == "." { path } else { path.strip_prefix(base)?.strip_prefix('/')? };
    let (folder, name) = below.rsplit_once('/').map_or(("", below), |(folder, name)| (folder, name));
    let name = name.strip_suffix(".md")?;
    let name = name.strip_prefix('_').unwrap_or(name);
    Some(if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") })
}

impl Done {
    fn add(&mut self, parameter: &Parameter) {
        if !self.parameters.iter().any(|known| known.name == parameter.name) {
            self.parameters.push(parameter.clone());
        }
    }
}
