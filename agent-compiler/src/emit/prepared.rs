//! What a call of the macro becomes, made ahead by the build script of the same package, with what proves it current.
//!
//! A build script runs when an agent has changed, and the macro whenever the crate is compiled.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use super::rust::item::{Embed, ItemOptions};
use crate::base::io::Disk;
use crate::base::path::normalize;
use crate::base::recorded::Answers;
use crate::base::stamp::Stamp;
use crate::text::index::Looked;

/// What stands for the way to the package, which the build script does not know: it depends on the file with the call. One
/// character, since that is found sooner than several, and one that hardly any text has.
pub const PACKAGE: char = '⟪';

/// What a call of the macro becomes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Prepared {
    /// The enum and the statics.
    pub code: String,
    /// The rule and the text of each warning.
    pub warnings: Vec<(String, String)>,
}

/// What decides about the result beside the files: the version, the folder, where it is, and the options of the call.
#[must_use]
#[allow(clippy::unnecessary_debug_formatting, reason = "two paths that are not Unicode stay different")]
pub fn key(base: &Path, folder: &str, item: &ItemOptions) -> String {
    let item = ItemOptions { embed: Embed::FromFile(PACKAGE.into()), ..item.clone() };
    let (version, base, folder) = (env!("CARGO_PKG_VERSION"), base.as_os_str(), normalize(folder));
    format!("{version} {base:?} {folder:?} {item:?}")
}

/// The file for a call in the folder of what a build script has made.
#[must_use]
pub fn file(out: &Path, key: &str) -> PathBuf {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    out.join(format!("include-agents-{:016x}", hasher.finish()))
}

/// The content of a file for [`Prepared::read`] and [`Before::read`]. Where nothing can be taken from it, what was looked through
/// is still known.
#[must_use]
pub fn write(
    prepared: Option<&Prepared>,
    key: &str,
    names: &str,
    answers: &Answers,
    looked: &[(String, Looked)],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    let text = |bytes: &mut Vec<u8>, text: &str| {
        bytes.extend_from_slice(&text.len().to_ne_bytes());
        bytes.extend_from_slice(text.as_bytes());
    };
    text(&mut bytes, key);
    text(&mut bytes, names);
    bytes.extend_from_slice(&answers.stamps.len().to_ne_bytes());
    for (path, stamp) in &answers.stamps {
        text(&mut bytes, path);
        bytes.push(u8::from(stamp.is_some()));
        for number in stamp.map_or([0; 7], |stamp| stamp.0) {
            bytes.extend_from_slice(&number.to_ne_bytes());
        }
    }
    bytes.extend_from_slice(&looked.len().to_ne_bytes());
    for (path, Looked { has_no_findings, has_no_references, has_no_mentions }) in looked {
        text(&mut bytes, path);
        bytes.extend([*has_no_findings, *has_no_references, *has_no_mentions].map(u8::from));
    }
    bytes.push(u8::from(prepared.is_some()));
    let nothing = Prepared::default();
    let Prepared { code, warnings } = prepared.unwrap_or(&nothing);
    for pairs in [&answers.identities, warnings] {
        bytes.extend_from_slice(&pairs.len().to_ne_bytes());
        for (first, second) in pairs {
            text(&mut bytes, first);
            text(&mut bytes, second);
        }
    }
    text(&mut bytes, code);
    bytes
}

/// What an earlier build script has looked through.
#[derive(Debug, Default)]
pub struct Before<'b> {
    names: &'b str,
    stamps: HashMap<&'b str, Option<Stamp>>,
    looked: HashMap<&'b str, Looked>,
}

impl<'b> Before<'b> {
    /// What was written for this key, current or not.
    #[must_use]
    pub fn read(bytes: &'b [u8], key: &str) -> Option<Self> {
        let mut reader = Reader(bytes);
        let names = reader.names(key)?;
        let stamps = reader.stamps()?.into_iter().collect();
        Some(Self { names, stamps, looked: reader.looked()?.into_iter().collect() })
    }

    /// The names of the agents.
    #[must_use]
    pub fn names(&self) -> &str {
        self.names
    }

    /// The stamp of a file as it was; nothing too if the file was not there.
    #[must_use]
    pub fn stamp(&self, path: &str) -> Option<Stamp> {
        *self.stamps.get(path)?
    }

    /// What was not found in a file as it was.
    #[must_use]
    pub fn looked(&self, path: &str) -> Option<Looked> {
        self.looked.get(path).copied()
    }
}

impl Prepared {
    /// What was written for this key, if the disk still gives the answers that it was made from.
    #[must_use]
    pub fn read(bytes: &[u8], key: &str, disk: &Disk) -> Option<Self> {
        let mut reader = Reader(bytes);
        reader.names(key)?;
        let stamps = reader.stamps()?.into_iter().map(|(path, stamp)| (path.to_owned(), stamp)).collect();
        reader.looked()?;
        let is_usable = *reader.take(1)?.first()? == 1;
        let answers = Answers { stamps, identities: reader.pairs()? };
        let warnings = reader.pairs()?;
        let code = reader.text()?;
        (is_usable && reader.0.is_empty() && answers.hold(disk)).then(|| Self { code: code.to_owned(), warnings })
    }

    /// The same with the ways to the package: from the file with the call, and from the reader of a message.
    #[must_use]
    pub fn placed(self, embedded: &str, shown: &str) -> Self {
        let warnings = self.warnings.into_iter();
        let warnings = warnings.map(|(rule, text)| (rule, text.replace(PACKAGE, shown))).collect();
        Self { code: self.code.replace(PACKAGE, embedded), warnings }
    }
}

/// The bytes of a file that are left.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        Some(usize::from_ne_bytes(self.take(size_of::<usize>())?.try_into().ok()?))
    }

    fn text(&mut self) -> Option<&'b str> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).ok()
    }

    /// The names of the agents, if what follows was written for this key.
    fn names(&mut self, key: &str) -> Option<&'b str> {
        let is_same = self.text()? == key;
        self.text().filter(|_| is_same)
    }

    /// The files that were read.
    fn stamps(&mut self) -> Option<Vec<(&'b str, Option<Stamp>)>> {
        let mut stamps = Vec::new();
        for _ in 0..self.number()? {
            let path = self.text()?;
            let is_there = *self.take(1)?.first()? == 1;
            let mut numbers = [0; 7];
            for number in &mut numbers {
                *number = u64::from_ne_bytes(self.take(size_of::<u64>())?.try_into().ok()?);
            }
            stamps.push((path, is_there.then_some(Stamp(numbers))));
        }
        Some(stamps)
    }

    /// What was not found in each file.
    fn looked(&mut self) -> Option<Vec<(&'b str, Looked)>> {
        let mut looked = Vec::new();
        for _ in 0..self.number()? {
            let path = self.text()?;
            let &[findings, references, mentions] = self.take(3)? else { return None };
            let [has_no_findings, has_no_references, has_no_mentions] = [findings == 1, references == 1, mentions == 1];
            looked.push((path, Looked { has_no_findings, has_no_references, has_no_mentions }));
        }
        Some(looked)
    }

    fn pairs(&mut self) -> Option<Vec<(String, String)>> {
        let mut pairs = Vec::new();
        for _ in 0..self.number()? {
            pairs.push((self.text()?.to_owned(), self.text()?.to_owned()));
        }
        Some(pairs)
    }
}
