use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use include_agents_compiler::base::io::Disk;
use include_agents_compiler::base::rule::Level;
use include_agents_compiler::emit::fold::fold;
use include_agents_compiler::emit::prepared;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::attribute::Attribute;
use include_agents_compiler::emit::rust::header;
use include_agents_compiler::emit::rust::item::{self, Facade, ItemOptions};
use include_agents_compiler::emit::rust::visibility::Visibility;
use include_agents_compiler::emit::rust::without::Part;
use include_agents_compiler::text::invisible::one_line;
use include_agents_compiler::{Compilation, compile_again, prepare};

use crate::{rerun_if_changed, watch_folder, watch_fragments};

/// Compiles a folder of agents with options: what the long form of `include_agents!` is to its short form.
///
/// ```no_run
/// use include_agents_build::Builder;
///
/// // in `fn main` of build.rs
/// Builder::new()
///     .name("Backend")
///     .visibility("pub(crate)")
///     .attribute("#[derive(serde::Serialize)]")
///     .compile("agents/backend");
/// Builder::new().name("Support").compile("agents/support");
/// ```
///
/// This gives `$OUT_DIR/backend.rs` and `$OUT_DIR/support.rs`. Each goes into a module of its own, since both have items for
/// generated code alone:
///
/// ```ignore
/// mod backend {
///     include!(concat!(env!("OUT_DIR"), "/backend.rs"));
/// }
/// ```
///
/// An option that Rust would not take is reported to Cargo, and fails the build.
#[derive(Clone, Debug, Default)]
#[must_use = "nothing is compiled until `compile` is called"]
pub struct Builder {
    name: Option<String>,
    visibility: Option<String>,
    attributes: Vec<String>,
    without: Vec<String>,
    output: Option<String>,
}

impl Builder {
    /// No option set: `pub enum AgentKind`, in a file that is named after the folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// The name of the enum, `AgentKind` otherwise.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Who sees the enum and the statics: `pub(crate)`, `pub(super)`, `pub(in crate::team)`, or nothing for the module alone.
    /// It is `pub` otherwise.
    pub fn visibility(mut self, visibility: impl Into<String>) -> Self {
        self.visibility = Some(visibility.into());
        self
    }

    /// Adds an attribute to the enum, such as `#[derive(serde::Serialize)]` or `#[serde(rename_all = "kebab-case")]`.
    ///
    /// ```no_run
    /// # use include_agents_build::Builder;
    /// Builder::new()
    ///     .attribute("#[doc = \"The people who review.\"]")
    ///     .attribute("#[repr(u8)]")
    ///     .compile("agents/review");
    /// ```
    pub fn attribute(mut self, attribute: impl Into<String>) -> Self {
        self.attributes.push(attribute.into());
        self
    }

    /// Leaves out items: `tools`, `models`, `groups`, `delegates`, `sections`, `fields` or `prompts`.
    ///
    /// ```no_run
    /// # use include_agents_build::Builder;
    /// Builder::new().without("models").without("groups").compile("agents");
    /// ```
    pub fn without(mut self, items: impl Into<String>) -> Self {
        self.without.push(items.into());
        self
    }

    /// The name of the file in `$OUT_DIR`; for the folder `agents/backend` it is `backend.rs` otherwise.
    ///
    /// ```no_run
    /// # use include_agents_build::Builder;
    /// // Two folders of one name.
    /// Builder::new().compile("agents/backend");
    /// Builder::new().output("legacy_backend.rs").compile("legacy/backend");
    /// ```
    pub fn output(mut self, file: impl Into<String>) -> Self {
        self.output = Some(file.into());
        self
    }

    /// Compiles the agents of a folder, given relative to the package, as [`compile`](crate::compile) does.
    pub fn compile(&self, folder: impl AsRef<Path>) {
        let folder = folder.as_ref();
        if let Err(problem) = self.try_compile(folder) {
            let (folder, problem) = (one_line(folder.display().to_string()), one_line(problem));
            println!("cargo::error=cannot compile the agents of `{folder}`: {problem}");
        }
    }

    /// Makes Cargo run the build script again when a file of the folder changes, as [`watch`](crate::watch) does, and prepares the
    /// call of `include_agents!` that has these options. Its name is that of the enum; its attributes need not be given, except
    /// for documentation.
    ///
    /// ```no_run
    /// # use include_agents_build::Builder;
    /// // For `include_agents! { pub(crate) enum Backend in "agents/backend" }`.
    /// Builder::new().name("Backend").visibility("pub(crate)").watch("agents/backend");
    /// ```
    pub fn watch(&self, folder: impl AsRef<Path>) {
        let folder = folder.as_ref();
        watch_folder(folder);
        if let Err(problem) = self.prepare(folder) {
            let (folder, problem) = (one_line(folder.display().to_string()), one_line(problem));
            println!("cargo::error=cannot prepare the agents of `{folder}`: {problem}");
        }
    }

    /// Leaves to the macro what its call becomes. Where that cannot be, the macro compiles the folder itself.
    fn prepare(&self, folder: &Path) -> Result<(), String> {
        let mut item = ItemOptions { has_module: false, ..self.item()? };
        item.facade = Facade::Alias(item.name.hidden());
        // The macro puts them before the code.
        item.attributes.clear();
        let variable = |name| env::var_os(name).map(PathBuf::from);
        let (Some(base), Some(out)) = (variable("CARGO_MANIFEST_DIR"), variable("OUT_DIR")) else { return Ok(()) };
        let Some(folder) = folder.to_str() else { return Ok(()) };
        let file = prepared::file(&out, &prepared::key(&base, folder, &item));
        let before = fs::read(&file).ok();
        // Without it, the file of the last time proves itself out of date.
        if let Some(bytes) = prepare(Disk::of_package(base), folder, &item, before.as_deref()) {
            // Whoever reads it at the same time finds the old file or the new one.
            let draft = file.with_extension("draft");
            let _ = fs::write(&draft, bytes).and_then(|()| fs::rename(draft, &file));
        }
        Ok(())
    }

    fn try_compile(&self, folder: &Path) -> Result<(), String> {
        let variable = |name: &str| {
            env::var_os(name).map(PathBuf::from).ok_or_else(|| format!("{name} is not set: call this in build.rs"))
        };
        let (base, out) = (variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?);
        let item = self.item()?;
        let folder = folder.to_str().ok_or("its path is not Unicode")?;
        rerun_if_changed(folder);
        watch_fragments(&base, Path::new(folder));
        let key = prepared::key(&base, folder, &item);
        let notes = prepared::file(&out, &key);
        let before = fs::read(&notes).ok();
        let (compilation, answers) = compile_again(Disk::of_package(base), folder, &item, &key, before.as_deref());
        if let Some(answers) = answers {
            // Without them, the next run looks through all texts.
            let _ = fs::write(notes, prepared::write(None, &key, &compilation.names, &answers, &compilation.looked));
        }
        let Compilation { folder, code, diagnostics, .. } = compilation;
        let diagnostics = fold(diagnostics, &folder);
        for (level, word) in [(Level::Error, "error"), (Level::Warn, "warning")] {
            for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.level == level) {
                println!("cargo::{word}={}", render::line(diagnostic, &folder, ""));
            }
        }
        let path = out.join(self.file(&folder.path)?);
        claim(&path)?;
        let code = header(&folder) + &code;
        // An editor reads the file again, and rustc the crate, only when there is something new.
        if fs::read_to_string(&path).is_ok_and(|written| written == code) {
            return Ok(());
        }
        fs::write(&path, code).map_err(|error| format!("cannot write `{}`: {error}", path.display()))
    }

    fn item(&self) -> Result<ItemOptions, String> {
        let mut item = ItemOptions::file();
        if let Some(name) = &self.name {
            item.name = item::name(name)?;
        }
        if let Some(visibility) = &self.visibility {
            item.visibility = Visibility::new(visibility)?;
        }
        for attribute in &self.attributes {
            item.add_attribute(Attribute::new(attribute)?);
        }
        for part in &self.without {
            item.without.insert(Part::new(part)?);
        }
        Ok(item)
    }

    /// The name of the file to write.
    fn file(&self, folder: &str) -> Result<String, String> {
        match &self.output {
            Some(file) if file.is_empty() || file.starts_with('.') || file.contains(['/', '\\']) => {
                Err(format!("`{file}` is not the name of a file in `$OUT_DIR`, such as `backend.rs`"))
            }
            Some(file) => Ok(file.clone()),
            None => {
                let name = folder.rsplit('/').next().filter(|name| !name.starts_with('.')).unwrap_or("agents");
                Ok(format!("{name}.rs"))
            }
        }
    }
}

/// The files that this run of the script has written.
static WRITTEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Refuses a file that was written before: the second folder would replace the first.
fn claim(path: &Path) -> Result<(), String> {
    let mut written = WRITTEN.lock().unwrap_or_else(PoisonError::into_inner);
    if written.insert(path.to_owned()) {
        return Ok(());
    }
    let file = path.file_name().unwrap_or_default().display();
    Err(format!("`{file}` was written for another folder: choose another name with `Builder::output`"))
}
