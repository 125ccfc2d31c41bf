use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::input::problem::{Reserved, SettingsProblem};
use crate::input::settings::SOURCE;
use crate::resolve::identifiers::NameProblem;
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;
use include_agents_core::__private::distance;

rule! {
    /// A mistake in `agents.toml`.
    ///
    /// ## What it does
    /// Checks `agents.toml` for invalid TOML, unknown keys and rules, invalid values and patterns, suppressions without a reason,
    /// and a lower level for a rule whose level is fixed.
    ///
    /// ## Why is this bad?
    /// An invalid setting has no effect: a check that you believe to be on may be off, or the other way round.
    ///
    /// ## Example
    /// ```toml agents/agents.toml
    /// [rules]
    /// unknown-feild = "error"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```toml agents/agents.toml
    /// [rules]
    /// unknown-field = "error"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// ---
    /// Read the change.
    /// ```
    "invalid-settings": Folder, Fixed, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    let Some(source) = &roster.folder.settings else { return };
    diagnostics.extend(roster.settings.problems.iter().map(|problem| describe(source, problem)));
    for problem in &roster.identifiers.problems {
        if let NameProblem::InvalidVariant(variant) = problem {
            diagnostics.push(wrong_value(variant.span, "a valid name for a Rust enum variant, such as `Artist3d`"));
        }
    }
}

const RENAME: &str = "choose another name for the field, here and in the agents";

const NOTE: &str = "an invalid setting has no effect";

fn describe(source: &Source, problem: &SettingsProblem) -> Diagnostic {
    match problem {
        SettingsProblem::Syntax(error) => syntax(source, error),
        SettingsProblem::UnknownKey(key, known) => {
            let label = distance::closest(&key.value, known.iter().copied());
            let label = label.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
            RULE.diagnostic(format!("unknown setting `{}`", key.value))
                .at(key.span, label)
                .note(NOTE)
                .help(format!("valid keys here: `{}`", known.join("`, `")))
        }
        SettingsProblem::UnknownRule { name, closest } => {
            let diagnostic = RULE.diagnostic(format!("unknown rule `{}`", name.value)).note(NOTE);
            match closest {
                Some(close) => diagnostic.at(name.span, format!("help: did you mean `{close}`?")),
                None => diagnostic.at(name.span, "").help("every message ends with the name of its rule in brackets"),
            }
        }
        SettingsProblem::WrongValue(span, wanted) => wrong_value(*span, wanted),
        SettingsProblem::ReservedField(name, reserved) => {
            let (reason, help) = match reserved {
                Reserved::Field => ("this field of the format is typed already", "remove the line"),
                Reserved::Method => ("every agent has a method of this name", RENAME),
                Reserved::Enum => ("another enum has this name", RENAME),
                Reserved::Setting => ("this is a setting", "put it above the first `[table]`, or choose another name"),
            };
            RULE.diagnostic(format!("a declared field cannot have the name `{}`", name.value))
                .at(name.span, reason)
                .note("the accessor of a declared field has the name of the field")
                .help(help)
        }
        SettingsProblem::SameField(first, second) => RULE
            .diagnostic(format!("the fields `{}` and `{}` become the same accessor", first.value, second.value))
            .at(second.span, "")
            .at(first.span, "the first of them")
            .note(NOTE)
            .help("declare the field once, by the name that the agents use"),
        SettingsProblem::InvalidPattern(span, error) => RULE
            .diagnostic("invalid pattern")
            .at(*span, error.to_string())
            .note("an invalid pattern matches no file")
            .help("`*` matches anything within a name, `**` any folders, and `{a,b}` either `a` or `b`"),
        SettingsProblem::FixedLevel(span, rule) => RULE
            .diagnostic(format!("the level of `{}` cannot be lowered", rule.name))
            .at(*span, "")
            .note("an agent or a settings file with this problem cannot be compiled")
            .help("fix the problem, or exclude the file: `exclude = [\"…\"]`"),
        SettingsProblem::MissingKey(span, key) => {
            let help = match *key {
                "file" => "add the path of the file, relative to this folder; for all files, use `[rules]`",
                "rule" => "add the name of the rule",
                _ => "add a reason, so that others know why nothing is reported here",
            };
            RULE.diagnostic(format!("`[[silence]]` has no `{key}`"))
                .at(*span, "")
                .note("an incomplete suppression has no effect")
                .help(help)
        }
    }
}

fn syntax(source: &Source, error: &toml_span::Error) -> Diagnostic {
    let from = (0..=error.span.start.min(source.text.len())).rfind(|at| source.text.is_char_boundary(*at));
    let from = from.unwrap_or_default();
    let is_on_line = source.text.get(from..error.span.end).is_some_and(|part| !part.contains('\n'));
    let to = if is_on_line { error.span.end } else { from };
    RULE.diagnostic(format!("`agents.toml` is not valid TOML: {error}"))
        .at(Span::new(SOURCE, from..to), "")
        .note("none of the settings has an effect")
        .help(
            "write text in quotes, lists in brackets, and each `[table]` on a line of its own; dates and very large numbers are not supported",
        )
}

fn wrong_value(span: Span, wanted: &str) -> Diagnostic {
    RULE.diagnostic("invalid value for a setting")
        .at(span, format!("expected {wanted}"))
        .note(NOTE)
        .help(format!("write {wanted}"))
}
