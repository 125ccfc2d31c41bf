use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::mojibake::mojibake;

rule! {
    /// Text that was read in one encoding and saved in another.
    ///
    /// ## What it does
    /// Characters such as `â€™`, which were UTF-8 once and were read as Windows-1252, Latin-1 or code page 437, also twice.
    ///
    /// ## Why is this bad?
    /// The model reads what stands there: a marker `🔴` has become four letters that mean nothing.
    ///
    /// ## Example
    /// `donâ€™t` instead of `don’t`
    ///
    /// ## Use instead
    /// Write what the message gives, and save the file as UTF-8.
    "mojibake": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, index, .. } = *agent;
    let mut found = mojibake(&source.text, index.markers());
    // In inline code it is shown, not damaged.
    found.retain(|damage| !index.code_spans().is_inline(&source.text, damage.range.start));
    let Some(first) = found.first() else { return };
    let written = source.text.get(first.range.clone()).unwrap_or_default();
    let places: Vec<_> = found.iter().map(|damage| damage.range.clone()).collect();
    // Where a part of the bytes is lost, nobody can tell what was meant.
    let is_lost = |repaired: &str| repaired.contains(char::REPLACEMENT_CHARACTER);
    let label = if is_lost(&first.repaired) {
        "too little is left to tell what this was".to_owned()
    } else {
        format!("help: this was `{}`", first.repaired)
    };
    let diagnostic = RULE
        .diagnostic(format!("`{written}` is text that was read in a wrong encoding"))
        .at_all(definition.file, &places, &label)
        .note("the model reads these characters, not the ones that were meant")
        .help("write what was meant, and save the file as UTF-8");
    let is_whole = !found.iter().any(|damage| is_lost(&damage.repaired));
    let edits =
        found.into_iter().map(|damage| Edit { span: Span::new(definition.file, damage.range), text: damage.repaired });
    let fix = is_whole.then(|| Fix { edits: edits.collect(), safe: false });
    diagnostics.push(diagnostic.fix(fix));
}
