use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::resolve::roster::RosterAgent;
use crate::rules::rule::rule;

rule! {
    /// A key or a password in the file.
    ///
    /// ## What it does
    /// Keys of known providers, private keys, and passwords in addresses: values with the shape and the randomness of real ones.
    /// Samples of vendors, placeholders and numbers that count up are none.
    ///
    /// ## Why is this bad?
    /// The file is committed, published, and sent to a model with every call; with this crate it is in the binary too. Who reads
    /// any of these has the key.
    ///
    /// ## Example
    /// A prompt with `curl -H "Authorization: Bearer ghp_…"`.
    ///
    /// ## Use instead
    /// Revoke the key, since it has been read already, and let the program pass a new one in at run time.
    "secret": Prompt, Error, agent(check)
}

fn check(agent: &RosterAgent, diagnostics: &mut Vec<Diagnostic>) {
    let RosterAgent { definition, index, .. } = *agent;
    for secret in index.secrets() {
        let whose = match secret.provider {
            "PEM" => "a private key".to_owned(),
            "URL" => "a password in an address".to_owned(),
            provider => format!("a key of {provider} ({})", secret.what),
        };
        diagnostics.push(
            RULE.diagnostic(format!("this looks like {whose}"))
                .at(Span::new(definition.file, secret.range.clone()), "")
                .note("it is committed, sent to a model with every call, and stands in the binary")
                .help("revoke it, since it has been read already, and pass a new one in at run time")
                .help("if it is none, silence this in `agents.toml`"),
        );
    }
}
