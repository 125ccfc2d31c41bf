use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::prompts::{DEEPEST, PromptProblem};
use crate::resolve::roster::Roster;
use crate::rules::rule::rule;
use crate::text::template::TagProblem;

rule! {
    /// A tag in a prompt that is neither a parameter nor a fragment.
    ///
    /// ## What it does
    /// Checks prompts and fragments whose `{{name}}` are parameters for tags that are not supported: conditions, loops, comments,
    /// filters, parts of values, and tags of other template languages. `{{name}}` is filled in with the value of a parameter,
    /// and `{{> name}}` with a fragment. Also checks that a fragment has no frontmatter, and that prompts with their fragments are
    /// neither too long nor too deep.
    ///
    /// ## Why is this bad?
    /// The model would read the tag itself, and both branches of a condition. A prompt is data: what decides about it is
    /// code of the program, which the compiler checks.
    ///
    /// ## Example
    /// ```toml agents/agents.toml
    /// runs-in = "own"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: billing
    /// description: Answers questions about invoices.
    /// ---
    /// You help {{ customer.name }}.
    /// ```
    ///
    /// ## Use instead
    /// ```toml agents/agents.toml
    /// runs-in = "own"
    /// ```
    ///
    /// ```markdown
    /// ---
    /// name: billing
    /// description: Answers questions about invoices.
    /// ---
    /// You help {{ customer_name }}.
    /// ```
    "invalid-template": Prompt, Error, roster(check)
}

fn check(roster: &Roster, diagnostics: &mut Vec<Diagnostic>) {
    for problem in &roster.prompts().problems {
        diagnostics.push(match problem {
            PromptProblem::Tag(span, problem) => tag(roster, *span, *problem),
            PromptProblem::Frontmatter(span) => RULE
                .diagnostic("a fragment has no frontmatter")
                .at(*span, "this line would be a part of the prompt")
                .note("a fragment is text alone, and all of it is put into the prompts that name it")
                .help("remove the frontmatter, or rename the file if it is an agent"),
            PromptProblem::TooDeep(span) => RULE
                .diagnostic(format!("fragments are nested more than {DEEPEST} deep"))
                .at(*span, "")
                .note("the fragment is left out")
                .help("join some of the fragments to one"),
            PromptProblem::TooLarge(span) => RULE
                .diagnostic("the prompt with its fragments is longer than a file may be")
                .at(*span, "with this fragment")
                .note("fragments that repeat each other can make a short prompt very long")
                .help("shorten the prompt, or set `file-size` under `[limits]` in `agents.toml`"),
            _ => continue,
        });
    }
}

/// What to write where a tag is meant as text.
const AS_TEXT: &str = "where the braces are meant as they are, write `\\{{`";

fn tag(roster: &Roster, span: Span, problem: TagProblem) -> Diagnostic {
    let written = roster.folder.source(span.file).and_then(|source| source.text.get(span.range())).unwrap_or_default();
    let (what, help) = match problem {
        TagProblem::Unclosed => {
            return RULE
                .diagnostic("the tag is not closed on its line")
                .at(span, "expected `}}` behind the name")
                .note("the model would read the tag itself")
                .help("close the tag: `{{name}}`")
                .help(AS_TEXT);
        }
        TagProblem::Logic => ("has logic", "write two prompts, or give the text as the value of a parameter"),
        TagProblem::Other => ("is not supported", "remove it"),
        TagProblem::Unescaped => ("has more than a name", "write `{{name}}`: no value is escaped"),
        TagProblem::Filter => ("has a filter", "write `{{name}}`, and change the value in the program"),
        TagProblem::Path => {
            ("takes a part of a value", "write `{{name}}`, one parameter for each value: `{{customer_name}}`")
        }
        TagProblem::Name => ("has no valid name", "a name has letters, digits, `-` and `_`, and begins with no digit"),
        TagProblem::Fragment => (
            "has no valid name",
            "a fragment is named by its path in the folder of the agents or of fragments, without `_` and `.md`: `{{> team/tone}}`",
        ),
        TagProblem::Language => {
            return RULE
                .diagnostic(format!("the tag `{written}` belongs to another template language"))
                .at(span, "")
                .note("the model would read the tag itself; supported are parameters, `{{name}}`, and fragments, `{{> name}}`")
                .help("write a parameter instead; what decides about the text is code of the program");
        }
    };
    RULE.diagnostic(format!("the tag `{written}` {what}"))
        .at(span, "")
        .note("the model would read the tag itself; supported are parameters, `{{name}}`, and fragments, `{{> name}}`")
        .help(help)
        .help(AS_TEXT)
}
