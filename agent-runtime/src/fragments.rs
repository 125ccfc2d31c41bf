//! The fragments of a folder, each made once for all prompts that have it.

use std::collections::HashMap;

use include_agents_compiler::resolve::roster::Roster;
use include_agents_compiler::text::template::Piece;
use include_agents_core::__private::v1::{self, Fragment};

use crate::convert::{Template, keep};
use crate::kept::text;

/// Every version of every fragment that was loaded.
#[derive(Debug, Default)]
pub(crate) struct Fragments(HashMap<Version, &'static Fragment>);

/// A fragment as it was at some time: its text, what that is made of, and the addresses of the fragments in it. Each of these is
/// made once, and so its address stands for all that it has.
type Version = (&'static str, Vec<Piece>, Vec<usize>);

impl Fragments {
    /// What the prompt of a file is made of; nothing where it is one text.
    pub(crate) fn template(&mut self, roster: &Roster, file: usize) -> Template {
        if roster.prompts().template(file).is_none() {
            return Template::default();
        }
        let pieces = self.pieces(roster, file);
        let parameters = roster.prompts().parameters(file).iter().map(|parameter| &*parameter.name.clone().leak());
        Template { pieces: pieces.leak(), parameters: parameters.collect::<Vec<_>>().leak() }
    }

    fn pieces(&mut self, roster: &Roster, file: usize) -> Vec<v1::Piece> {
        // A loader reads no file that is too long for these.
        let place = |place: usize| u32::try_from(place).unwrap_or_default();
        let piece = |(piece, target): (&Piece, Option<usize>)| match (piece, target) {
            (_, Some(target)) => v1::Piece::Fragment(self.fragment(roster, target)),
            (Piece::Parameter(name), _) => v1::Piece::Parameter(place(name.start), place(name.end)),
            (Piece::Text(text) | Piece::Fragment(text), _) => v1::Piece::Text(place(text.start), place(text.end)),
        };
        roster.prompts().pieces(file).map(piece).collect()
    }

    /// The compiler has checked that no fragment includes itself, and how deep they are nested.
    fn fragment(&mut self, roster: &Roster, file: usize) -> &'static Fragment {
        let text = roster.folder.source(file).map_or("", text);
        let pieces = self.pieces(roster, file);
        let inner = pieces.iter().filter_map(|piece| match piece {
            v1::Piece::Fragment(fragment) => Some(std::ptr::from_ref(*fragment).addr()),
            _ => None,
        });
        let tags = roster.prompts().pieces(file).map(|(piece, _)| piece.clone());
        let version = (text, tags.collect(), inner.collect());
        self.0.entry(version).or_insert_with(|| keep(v1::fragment(text.as_bytes(), text.len(), pieces.leak())))
    }
}
