use crate::base::diagnostic::Diagnostic;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::input::problem::SettingsProblem;
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
            diagnostics
                .push(wrong_value(variant.span, "an identifier of Rust that can be a variant, such as `Artist3d`"));
        }
    }
}

const NOTE: &str = "a setting that is not understood does not apply";

fn describe(source: &Source, problem: &SettingsProblem) -> Diagnostic {
    match problem {
        SettingsProblem::Syntax(error) => syntax(source, error),
        SettingsProblem::UnknownKey(key, known) => {
            let label = distance::closest(&key.value, known.iter().copied());
            let label = label.map_or_else(String::new, |close| format!("help: did you mean `{close}`?"));
            RULE.diagnostic(format!("unknown setting `{}`", key.value))
                .at(key.span, label)
                .note(NOTE)
                .help(format!("here can stand `{}`", known.join("`, `")))
        }
        SettingsProblem::UnknownRule { name, closest } => {
            let diagnostic = RULE.diagnostic(format!("unknown rule `{}`", name.value)).note(NOTE);
            match closest {
                Some(close) => diagnostic.at(name.span, format!("help: did you mean `{close}`?")),
                None => diagnostic.at(name.span, "").help("a finding gives the name of its rule in brackets"),
            }
        }
        SettingsProblem::WrongValue(span, wanted) => wrong_value(*span, wanted),
        SettingsProblem::InvalidPattern(span, error) => RULE
            .diagnostic("a pattern cannot be understood")
            .at(*span, error.to_string())
            .note("it would match nothing")
            .help("`*` stands for anything within a name, `**` for any folders, `{a,b}` for one of both"),
        SettingsProblem::FixedLevel(span, rule) => RULE
            .diagnostic(format!("the level of `{}` cannot be lowered", rule.name))
            .at(*span, "")
            .note("what it finds leaves no agent that could be built, or no settings that could be read")
            .help("mend the file, or leave it out: `exclude = [\"…\"]`"),
        SettingsProblem::MissingKey(span, key) => {
            RULE.diagnostic(format!("a silence without `{key}`")).at(*span, "").note("it silences nothing").help(
                match *key {
                    "file" => "name the file, relative to this folder; for all files use `[rules]`",
                    "rule" => "name the rule",
                    _ => "write a reason, for whoever wonders later why the finding is not shown",
                },
            )
        }
    }
}

fn syntax(source: &Source, error: &toml_span::Error) -> Diagnostic {
    let from = (0..=error.span.start.min(source.text.len())).rfind(|at| source.text.is_char_boundary(*at));
    let from = from.unwrap_or_default();
    let is_on_line = source.text.get(from..error.span.end).is_some_and(|part| !part.contains('\n'));
    let to = if is_on_line { error.span.end } else { from };
    RULE.diagnostic(format!("these settings are no TOML: {error}"))
        .at(Span::new(SOURCE, from..to), "")
        .note("none of the settings applies")
        .help("write texts in quotes, lists in brackets, `[table]` on a line of its own, and no dates or huge numbers")
}

fn wrong_value(span: Span, wanted: &str) -> Diagnostic {
    RULE.diagnostic("a setting has a value that it cannot have")
        .at(span, format!("this must be {wanted}"))
        .note(NOTE)
        .help(format!("write {wanted}"))
}
