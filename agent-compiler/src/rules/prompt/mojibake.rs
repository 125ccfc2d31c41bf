use std::ops::Range;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::source::Source;
use crate::base::span::Span;
use crate::rules::rule::{TextAgent, rule};
use crate::text::lost;
use crate::text::mojibake::{Mojibake, mojibake};

rule! {
    /// Text that was decoded with the wrong encoding.
    ///
    /// ## What it does
    /// Checks the file for sequences such as `â€™`: UTF-8 that was decoded as Windows-1252, Latin-1 or code page 437, once or
    /// several times. It also looks for U+FFFD (`�`), which programs write for what they cannot decode.
    ///
    /// Inline code is not checked, nor are signs that a line about encodings names, such as a list of what to search for.
    ///
    /// ## Why is this bad?
    /// The model reads the wrong characters, as Claude Code repairs none (measured on Claude Code 2.1.331): the marker `🔴` has become four unrelated ones, and `10 µs` has become `10 �s`.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Donâ€™t approve a change that lacks tests.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Don’t approve a change that lacks tests.
    /// ```
    "mojibake": Prompt, Warn, text(check)
}

fn check(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { definition, source, index, .. } = *agent;
    let garbled = mojibake(&source.text, index.markers());
    let mut lost = lost::find(&source.text, index.markers());
    if garbled.is_empty() && lost.is_empty() {
        return;
    }
    // Inline code shows such text on purpose.
    let is_inline = |range: &Range<usize>| index.code_spans().is_inline(&source.text, range.start);
    lost.retain(|lost| {
        let at = garbled.partition_point(|run| run.range.end <= lost.start);
        garbled.get(at).is_none_or(|run| run.range.start > lost.start) && !is_inline(lost)
    });
    let is_garbled = |run: &Mojibake| !is_inline(&run.range) && !lost::is_named(&source.text, &run.range);
    let garbled: Vec<_> = garbled.into_iter().filter(is_garbled).collect();
    diagnostics.extend(report(definition.file, source, garbled));
    if !lost.is_empty() {
        diagnostics.push(
            RULE.diagnostic("a character was lost")
                .at_all(definition.file, &lost, "U+FFFD is in its place")
                .note("a program that could not decode the text may have written this, and the model reads it")
                .help("restore the original character, and save the file as UTF-8"),
        );
    }
}

fn report(file: usize, source: &Source, found: Vec<Mojibake>) -> Option<Diagnostic> {
    let first = found.first()?;
    let written = source.text.get(first.range.clone()).unwrap_or_default();
    let ranges: Vec<_> = found.iter().map(|mojibake| mojibake.range.clone()).collect();
    // Without all bytes, the original character is not known.
    let is_lost = |repaired: &str| repaired.contains(char::REPLACEMENT_CHARACTER);
    let label = if is_lost(&first.repaired) {
        "too few bytes are left to restore this".to_owned()
    } else {
        format!("help: write `{}`", first.repaired)
    };
    let diagnostic = RULE
        .diagnostic(format!("`{written}` was decoded with the wrong encoding"))
        .at_all(file, &ranges, &label)
        .note("the model reads these characters instead of the original ones")
        .help("restore the original text, and save the file as UTF-8");
    let is_whole = !found.iter().any(|mojibake| is_lost(&mojibake.repaired));
    let edits =
        found.into_iter().map(|mojibake| Edit { span: Span::new(file, mojibake.range), text: mojibake.repaired });
    let fix = is_whole.then(|| Fix { edits: edits.collect(), safe: false });
    Some(diagnostic.fix(fix))
}
