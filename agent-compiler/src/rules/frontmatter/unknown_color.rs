use std::sync::LazyLock;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::format::fields;
use crate::format::tables;
use crate::parse::definition::Word;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// An unknown color.
    ///
    /// ## What it does
    /// Checks that `color` is `red`, `blue`, `green`, `yellow`, `purple`, `orange`, `pink` or `cyan`, in lower case.
    ///
    /// ## Why is this bad?
    /// Programs may ignore another color, so that the agent has none.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// color: magenta
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// color: pink
    /// ---
    /// Read the change.
    /// ```
    "unknown-color": Frontmatter, Warn, agent(check)
}

/// Words for other colors, with the nearest valid one.
static OTHERS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    let rows = tables::rows::<5>(tables::COLORS).filter(|[_, status, ..]| *status == "wrong");
    rows.map(|[name, _, instead, ..]| (name, instead)).collect()
});

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, source, .. } = *agent;
    let (Some(Word::Other(color)), Some(entry)) = (&definition.color, definition.entry("color")) else { return };
    let Some(field) = fields::find("color") else { return };
    let lower = color.to_lowercase();
    let words = || include_agents_core::Color::WORDS.iter().map(|(word, _)| *word);
    let same = words().find(|word| *word == lower);
    let other = || OTHERS.iter().find(|(other, _)| *other == lower).map(|(_, near)| *near);
    let meant = same.or_else(other).or_else(|| distance::closest(&lower, words()));
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    let fix = meant.and_then(|meant| Fix::replace(source, entry.value.span, color, meant, same.is_some()));
    diagnostics.push(
        RULE.diagnostic(format!("unknown color `{color}`"))
            .at(entry.value.span, label)
            .note("programs may ignore the field, so that the agent has no color")
            .help(format!("`color` must be {}", field.alternatives()))
            .fix(fix),
    );
}
