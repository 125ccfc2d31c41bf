use std::error::Error;
use std::fmt;
use std::sync::Arc;

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::emit::fold::fold;
use include_agents_compiler::emit::render;
use include_agents_compiler::input::discover::Folder;

/// What was noticed about a folder of agents. `Display` shows it as the compiler does.
///
/// ```
/// use include_agents_runtime::Loader;
///
/// # let folder = tempfile::tempdir()?;
/// std::fs::write(folder.path().join("reviewer.md"), "---\nname: reviewer\ndescription: Reviews.\nmodel: sonet\n---\nRead.\n")?;
/// let roster = Loader::new(folder.path()).load();
/// let report = roster.report();
/// assert_eq!(report.errors(), 1);
/// assert!(report.to_string().contains("reviewer.md:4:8\n"));
/// assert!(report.to_string().contains("help: did you mean `sonnet`?"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct Report {
    noticed: Arc<(Folder, Vec<Diagnostic>)>,
    /// What follows from the types of a program, each with its level.
    sentences: Vec<(Level, String)>,
}

impl Report {
    /// The report of a folder.
    pub(crate) fn new(folder: Folder, diagnostics: Vec<Diagnostic>) -> Self {
        Self { noticed: Arc::new((folder, diagnostics)), sentences: Vec::new() }
    }

    /// The files that it is about.
    pub(crate) fn folder(&self) -> &Folder {
        &self.noticed.0
    }

    /// A report of nothing.
    #[cfg(feature = "live")]
    pub(crate) fn empty() -> Self {
        Self::new(Folder::empty(""), Vec::new())
    }

    /// The report with what follows from the types of a program.
    #[cfg(feature = "live")]
    pub(crate) fn with_sentences(mut self, sentences: Vec<(Level, String)>) -> Self {
        self.sentences = sentences;
        self
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Level::Error)
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Level::Warn)
    }

    /// Whether nothing was noticed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.noticed.1.is_empty() && self.sentences.is_empty()
    }

    /// The report in colors, as the compiler shows it on a terminal of so many columns.
    #[must_use]
    pub fn colored(&self, columns: usize) -> String {
        self.text(|diagnostic, folder| render::colored(diagnostic, folder, "", columns))
    }

    fn count(&self, wanted: Level) -> usize {
        let levels = self.noticed.1.iter().map(|diagnostic| diagnostic.level);
        levels.chain(self.sentences.iter().map(|(level, _)| *level)).filter(|level| *level == wanted).count()
    }

    fn text(&self, render: impl Fn(&Diagnostic, &Folder) -> String) -> String {
        let (folder, diagnostics) = &*self.noticed;
        let diagnostics = fold(diagnostics.clone(), folder);
        let texts = diagnostics.iter().map(|diagnostic| render(diagnostic, folder));
        let sentences = self.sentences.iter().map(|(level, sentence)| format!("{}: {sentence}", word(*level)));
        let mut text = texts.chain(sentences).collect::<Vec<_>>().join("\n\n");
        if !text.is_empty() {
            text.push('\n');
        }
        text
    }
}

/// The word for a level.
fn word(level: Level) -> &'static str {
    if level == Level::Error { "error" } else { "warning" }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            &self.text(|diagnostic, folder| {
                format!("{}: {}", word(diagnostic.level), render::text(diagnostic, folder, ""))
            }),
        )
    }
}

impl fmt::Debug for Report {
    /// Writes the text, which is what `Result::unwrap` shows.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Report {{ errors: {}, warnings: {} }}\n{self}", self.errors(), self.warnings())
    }
}

impl Error for Report {}
