//! The definitions of a folder before they are joined.

use std::collections::BTreeSet;

use crate::format::Format;
use crate::input::discover::Folder;
use crate::input::settings::Settings;
use crate::parse::definition::Definition;

/// The definitions of a folder, in order of file, and what they are read by.
#[derive(Clone, Copy)]
pub struct Definitions<'r, 'a> {
    /// The definitions.
    pub list: &'r [Definition<'a>],
    /// Their files.
    pub folder: &'r Folder,
    /// The settings of the folder.
    pub settings: &'r Settings,
    /// The format of the files.
    pub format: &'r Format<'a>,
    /// The files in which a typo counts as what was meant; all of them without it.
    pub broken: Option<&'r BTreeSet<usize>>,
}

impl Definitions<'_, '_> {
    /// Whether a typo in a file counts as what was meant.
    #[must_use]
    pub fn is_meant(self, definition: &Definition) -> bool {
        self.broken.is_none_or(|broken| broken.contains(&definition.file))
    }
}
