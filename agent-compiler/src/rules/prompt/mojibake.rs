use crate::base::diagnostic::Diagnostic;
use crate::base::fix::{Edit, Fix};
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use crate::text::mojibake::mojibake;

rule! {
    /// Text that was decoded with the wrong encoding.
    ///
    /// ## What it does
    /// Checks the file for sequences such as `â€™`: UTF-8 that was decoded as Windows-1252, Latin-1 or code page 437, once or
    /// several times. Inline code is not checked.
    ///
    /// ## Why is this bad?
    /// The model reads the wrong characters: the marker `🔴` has become four unrelated ones.
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
    "mojibake": Prompt, Warn, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, index, .. } = *agent;
    let mut found = mojibake(&source.text, index.markers());
    // Inline code shows such text on purpose.
    found.retain(|mojibake| !index.code_spans().is_inline(&source.text, mojibake.range.start));
    let Some(first) = found.first() else { return };
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
        .at_all(definition.file, &ranges, &label)
        .note("the model reads these characters instead of the original ones")
        .help("restore the original text, and save the file as UTF-8");
    let is_whole = !found.iter().any(|mojibake| is_lost(&mojibake.repaired));
    let edits = found
        .into_iter()
        .map(|mojibake| Edit { span: Span::new(definition.file, mojibake.range), text: mojibake.repaired });
    let fix = is_whole.then(|| Fix { edits: edits.collect(), safe: false });
    diagnostics.push(diagnostic.fix(fix));
}
