use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::rules::rule::{TextAgent, rule};

rule! {
    /// A key or a password.
    ///
    /// ## What it does
    /// Checks the file for keys of known providers, private keys, and passwords in URLs: values with the shape and the
    /// randomness of real ones. Samples from the documentation of vendors, placeholders and numbers that count up are not
    /// reported.
    ///
    /// ## Why is this bad?
    /// The file is committed and published, and this crate also puts it into the binary. The prompt is sent to a model with
    /// every request of the agent (measured on Claude Code 2.1.331). Anyone who can read one of these can use the key. Revoke it, and pass a new one to the program at run time.
    ///
    /// ## Example
    /// ```markdown
    /// ---
    /// name: analyst
    /// description: Answers questions about the orders of a bakery.
    /// tools: Bash
    /// ---
    /// Query the database at postgres://reports:Vq7mZt4Rk9Lw2XcN@db.bakery.invalid/orders.
    /// ```
    ///
    /// ## Use instead
    /// ```markdown
    /// ---
    /// name: analyst
    /// description: Answers questions about the orders of a bakery.
    /// tools: Bash
    /// ---
    /// Query the database whose URL is in the environment variable `DATABASE_URL`.
    /// ```
    "secret": Prompt, Error, text(check)
}

fn check(agent: &TextAgent, diagnostics: &mut Vec<Diagnostic>) {
    let TextAgent { definition, index, .. } = *agent;
    for secret in index.secrets() {
        let kind = match secret.provider {
            "PEM" => "private key".to_owned(),
            "URL" => "password in a URL".to_owned(),
            provider => format!("{provider} {}", secret.what),
        };
        diagnostics.push(
            RULE.diagnostic(format!("possible {kind}"))
                .at(Span::new(definition.file, secret.range.clone()), "")
                .note("the file is committed, sent to a model with every call, and embedded in the binary")
                .help("revoke it, and pass a new one to the program at run time")
                .help("if it is not a secret, add a `[[silence]]` entry to `agents.toml`"),
        );
    }
}
