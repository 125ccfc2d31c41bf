use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::source::Source;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::invisible::{self, InvisibleKind, InvisibleRun};
use crate::text::mojibake::mojibake;

rule! {
    /// Characters that nobody sees and every model reads.
    ///
    /// ## What it does
    /// Anywhere in the file: controls that turn the direction of text, tag characters outside of flags, characters of no width
    /// and soft hyphens outside of the emoji and scripts that need them, stray variation selectors, control characters.
    ///
    /// ## Why is this bad?
    /// They can carry orders that no review shows. Mostly they are left over from a copied web page, and part words for the
    /// model where the reader sees one.
    ///
    /// ## Example
    /// `pass` U+200B `word`, which looks like `password`.
    ///
    /// ## Use instead
    /// Remove them. A file that shows such characters on purpose is silenced in `agents.toml`.
    "hidden-text": Prompt, Error, agent(check)
}

/// The most characters of a hidden message that are shown.
const SHOWN: usize = 40;

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, index, .. } = *agent;
    let mut found = invisible::find(&source.text, index.markers());
    if found.is_empty() {
        return;
    }
    // Damaged text has such characters too, and is `mojibake`.
    let damaged = mojibake(&source.text, index.markers());
    found.retain(|hidden| {
        let at = damaged.partition_point(|damage| damage.range.end <= hidden.range.start);
        damaged.get(at).is_none_or(|damage| damage.range.start >= hidden.range.end)
    });
    while let Some(kind) = found.first().map(|hidden| hidden.kind) {
        let (of_kind, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|hidden| hidden.kind == kind);
        found = others;
        // In code they may be meant: what a program is to look for, or to put in.
        let is_code = |hidden: &InvisibleRun| index.code_spans().is_code(hidden.range.start);
        let is_none_in_code = !of_kind.iter().any(is_code);
        diagnostics.push(report(definition.file, source, kind, &of_kind, is_none_in_code));
    }
}

fn report(
    file: usize,
    source: &Source,
    kind: InvisibleKind,
    found: &[InvisibleRun],
    is_none_in_code: bool,
) -> Diagnostic {
    let places: Vec<_> = found.iter().map(|hidden| hidden.range.clone()).collect();
    let count: usize = found.iter().map(|hidden| hidden.characters.len()).sum();
    let first = found.first().and_then(|hidden| hidden.characters.first()).map_or(0, |character| u32::from(*character));
    let message = match count {
        1 => format!("a {} that nobody sees", kind.name()),
        _ => format!("{count} {}s that nobody sees", kind.name()),
    };
    let mut diagnostic = RULE.diagnostic(message).at_all(file, &places, &format!("U+{first:04X}"));
    if let Some(spelled) = found.iter().find_map(InvisibleRun::spelled) {
        let mut shown: String = spelled.chars().take(SHOWN).collect();
        if spelled.chars().nth(SHOWN).is_some() {
            shown.push('…');
        }
        diagnostic = diagnostic.note(format!("it spells {shown:?}"));
    }
    let edits = places.into_iter().map(|place| Edit { span: Span::new(file, place), text: String::new() }).collect();
    let fix = match kind {
        // Some program sees a line break here, or a color: what was meant instead is not certain.
        InvisibleKind::LineSeparator | InvisibleKind::Control => None,
        _ => Some(Fix { edits, safe: is_none_in_code && kind != InvisibleKind::BidirectionalControl }),
    };
    let path = source.path.rsplit('/').next().unwrap_or_default();
    diagnostic
        .note(kind.reason())
        .help(format!("remove it; if `{path}` shows such characters on purpose, silence this in `agents.toml`"))
        .fix(fix)
}
