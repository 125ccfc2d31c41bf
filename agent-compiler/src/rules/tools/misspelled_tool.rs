use std::collections::BTreeSet;

use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::resolve::roster::RosterAgent;
use crate::resolve::tools::{self as entries, Unknown};
use crate::rules::rule::rule;

rule! {
    /// A tool's name is a slip.
    ///
    /// ## What it does
    /// A tool close to a known one, or in the wrong letter case; several tools with spaces between them.
    ///
    /// ## Why is this bad?
    /// Programs drop an entry they do not know, in silence: the agent lacks the tool. If nothing is left, it cannot run.
    ///
    /// ## Example
    /// `tools: bash, Reed`
    ///
    /// ## Use instead
    /// Write the name that the message gives. Names are exact, letter case included.
    "misspelled-tool": Tools, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    if definition.has_plain_tools() {
        return;
    }
    let granted = entries::granted(definition);
    let unknown = entries::unknown(definition, roster.settings);
    diagnostics.extend(unknown.filter_map(|unknown| finding(source, &unknown, &granted)));
}

/// What was meant by an unknown entry; nothing where that is no slip, which is `unknown-tool`.
fn finding(source: &Source, unknown: &Unknown, granted: &BTreeSet<&str>) -> Option<Diagnostic> {
    let (name, span) = (unknown.name, unknown.entry.span);
    let finding = |shown: &str| {
        RULE.diagnostic(format!("unknown tool `{shown}`")).note(if unknown.is_denied {
            "programs drop a tool they do not know in silence: it would not be denied"
        } else {
            "programs drop a tool they do not know in silence: the agent would run without it"
        })
    };
    if let Some(instead) = unknown.instead {
        return Some(finding(name).at(span, "this is no tool").help(instead));
    }
    if unknown.several.len() > 1 {
        let diagnostic = finding(&unknown.entry.value).at(span, "these are several tools");
        if unknown.is_item {
            return Some(
                diagnostic.help(format!("write each as an item of its own: `{}`", unknown.several.join("`, `"))),
            );
        }
        let list = unknown.several.join(", ");
        let fix = Fix::replace(source, span, &unknown.entry.value, &list, true);
        return Some(diagnostic.help(format!("put commas between them: `{list}`")).fix(fix));
    }
    let meant = unknown.suggest(granted)?;
    let fix = Fix::replace(source, span, name, meant, meant.eq_ignore_ascii_case(name));
    Some(finding(name).at(span, format!("help: did you mean `{meant}`?")).fix(fix))
}
