use crate::base::diagnostic::Diagnostic;
use crate::base::fix::Fix;
use crate::base::source::Source;
use crate::base::span::Span;
use crate::format::claude_code::CACHE_TTL;
use crate::format::fields::{self, Field};
use crate::parse::decode;
use crate::parse::problem::ParseProblem;
use crate::parse::yaml::{Entry, Yaml};
use crate::resolve::roster::{Roster, RosterAgent};
use crate::rules::frontmatter::declared;
use crate::rules::frontmatter::found::found;
use crate::rules::frontmatter::wrong_type::wanted;
use crate::rules::rule::rule;

rule! {
    /// A misspelled field.
    ///
    /// ## What it does
    /// Checks for unknown fields that are close to a field of the format, such as `modle` and `max_turns`, or that are another
    /// word for one, such as `allowed-tools` and `modelOverride`. The names of fields are case-sensitive.
    ///
    /// Where the file sets the field itself too, the other one is `unknown-field`.
    ///
    /// It also reports merge keys (`<<`), and indented lines that look like a field but are part of the text above.
    ///
    /// ## Why is this bad?
    /// Claude Code 2.1.331 ignores unknown fields. An agent with `allowed-tools: Read, Grep` runs with every tool.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// allowed-tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: reviewer
    /// description: Reviews a change before it is merged.
    /// tools: Read, Grep
    /// ---
    /// Read the change.
    /// ```
    "misspelled-field": Frontmatter, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { roster, definition, source, .. } = *agent;
    let fields = &roster.format.fields;
    for entry in definition.entries.iter().flatten() {
        let key = &entry.key.value;
        if fields.find(key).is_some() {
            diagnostics.extend(within(agent, entry));
            continue;
        }
        match fields.suggest(key) {
            _ if roster.settings.extra_fields.contains(key.as_ref()) => {}
            _ if roster.settings.declared_field(key).is_some() => {}
            // The field itself applies, so that nothing is lost.
            Some(meant) if definition.set_entry(meant.name).is_some() => {}
            Some(meant) => {
                // Beside the field itself the fix would create a duplicate.
                let is_meant = |entry: &&Entry| {
                    let key = entry.key.value.as_ref();
                    fields.find(key).or_else(|| fields.suggest(key)).is_some_and(|field| field.name == meant.name)
                };
                let is_free = definition.entries.iter().flatten().filter(is_meant).count() == 1;
                let problems = decode::problems(source, meant, &entry.value, roster.format);
                let does_fit = problems.is_empty() && !matches!(entry.value.value, Yaml::Null);
                let is_other_type = problems.iter().any(|problem| matches!(problem, ParseProblem::WrongType(..)));
                let is_plain = fields.same_words(key).is_some();
                let fix = || Fix::replace(source, entry.key.span, key, meant.name, is_plain);
                let diagnostic =
                    typo(roster, key, entry.key.span, meant).fix((is_free && does_fit).then(fix).flatten());
                diagnostics.push(if is_other_type {
                    diagnostic.help(format!(
                        "`{}` must be {}, found {}",
                        meant.name,
                        wanted(meant),
                        found(&entry.value.value)
                    ))
                } else {
                    diagnostic
                });
            }
            None if key == "<<" => diagnostics.push(merge(entry.key.span)),
            None => diagnostics.extend(
                declared::meant(agent, key).map(|meant| declared::typo(agent, &RULE, key, entry.key.span, meant)),
            ),
        }
    }
}

fn typo(roster: &Roster, key: &str, at: Span, meant: &Field) -> Diagnostic {
    let name = meant.name.rsplit('.').next().unwrap_or_default();
    let consequence = if roster.settings.is_own() {
        format!("`{name}` is not set, and `{key}` has no effect")
    } else if meant.required {
        format!("Claude Code 2.1.331 does not load an agent without `{name}`")
    } else {
        format!("Claude Code 2.1.331 ignores unknown fields, so `{key}` has no effect")
    };
    RULE.diagnostic(format!("unknown field `{key}`")).at(at, format!("help: did you mean `{name}`?")).note(consequence)
}

fn merge(at: Span) -> Diagnostic {
    RULE.diagnostic("merge keys (`<<`) are not supported")
        .at(at, "these fields are not merged")
        .note("programs may merge these fields or ignore them")
        .help("write the fields in place of the merge key")
}

/// Misspelled fields within the value of a known field.
fn within(agent: &RosterAgent, entry: &Entry) -> Vec<Diagnostic> {
    let RosterAgent { roster, source, .. } = *agent;
    let fields = &roster.format.fields;
    let span = entry.value.span;
    match &entry.value.value {
        Yaml::Map(entries) if entry.key.value == "experimental" && set_cache_ttl(entries).is_none() => {
            let typos = cache_ttl_typos(entries);
            typos.map(|entry| typo(roster, &entry.key.value, entry.key.span, &CACHE_TTL)).collect()
        }
        // A plain value may go over several lines, and YAML takes an indented `tools:Read` for its text.
        Yaml::Text(_) if is_plain(source, entry) => {
            let text = source.text.get(span.range()).unwrap_or_default();
            let lines = text.split('\n').skip(1).filter_map(|line| Some((line.trim(), fields.suggest_in_line(line)?)));
            let diagnostics = lines.filter_map(|(line, (field, _))| {
                let message = format!("this line is part of `{}`, not the field `{}`", entry.key.value, field.name);
                Some(
                    RULE.diagnostic(message)
                        .at(Span::new(span.file, source.range_of(line)?), "an indented line continues the value above")
                        .note(format!("as part of the text, `{}` has no effect", field.name))
                        .help("remove the white space before the field name, and put a space after the colon"),
                )
            });
            diagnostics.collect()
        }
        _ => Vec::new(),
    }
}

/// The entry of `experimental` that sets the lifetime of the cache.
#[must_use]
pub fn set_cache_ttl<'e, 'a>(entries: &'e [Entry<'a>]) -> Option<&'e Entry<'a>> {
    entries.iter().rfind(|entry| entry.key.value == "cacheTtl" && !matches!(entry.value.value, Yaml::Null))
}

/// The entries of `experimental` that were meant for it.
pub fn cache_ttl_typos<'e, 'a>(entries: &'e [Entry<'a>]) -> impl Iterator<Item = &'e Entry<'a>> {
    let is_typo = |key: &str| key != "cacheTtl" && fields::have_same_letters(key, "cacheTtl");
    entries.iter().filter(move |entry| is_typo(&entry.key.value))
}

/// Whether a value begins on the line of its key, and not with a quote.
fn is_plain(source: &Source, entry: &Entry) -> bool {
    let between = source.text.get(entry.key.span.end..entry.value.span.start).unwrap_or("\n");
    let first = source.text.get(entry.value.span.start..).and_then(|value| value.chars().next());
    !between.contains('\n') && !matches!(first, None | Some('"' | '\''))
}
