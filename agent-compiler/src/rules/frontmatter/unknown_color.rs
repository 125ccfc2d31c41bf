use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::parse::types::WrittenColor;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

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
    "unknown-color": Frontmatter, Warn [own: Allow], agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let (Some(WrittenColor::Other(color)), Some(entry)) = (&definition.color, definition.entry("color")) else {
        return;
    };
    let Some(field) = roster.format.fields.find("color") else { return };
    let lower = color.to_lowercase();
    let meant = roster.format.colors.suggest(&lower);
    let label = meant.map_or_else(String::new, |meant| format!("help: did you mean `{meant}`?"));
    let fix = meant.and_then(|meant| Fix::replace(source, entry.value.span, color, meant, meant == lower));
    diagnostics.push(
        RULE.diagnostic(format!("unknown color `{color}`"))
            .at(entry.value.span, label)
            .note("programs may ignore the field, so that the agent has no color")
            .help(format!("`color` must be {}", field.alternatives()))
            .fix(fix),
    );
}
