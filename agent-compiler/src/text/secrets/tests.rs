use super::random::PLACEHOLDERS;
use super::{Alphabet, Secret, Shape, shapes_with};
use crate::base::span::slice;
use crate::text::markers::MarkerIndex;

fn secrets(text: &str) -> Vec<Secret> {
    super::secrets(text, &MarkerIndex::of(text))
}

/// Numbers that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn text(&mut self, symbols: &str, length: usize) -> String {
        (0..length).map(|_| char::from(symbols.as_bytes()[self.below(symbols.len())])).collect()
    }
}

const HEX: &str = "0123456789abcdef";
const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// A made-up key of a shape, generated here so that no scanner reports this file as a leak.
fn sample(shape: &Shape, random: &mut Random) -> String {
    let length = shape.length.start;
    let alnum = slice(BASE64, 0..62);
    let key = match shape.alphabet {
        Alphabet::Hex => random.text(HEX, length),
        Alphabet::Base32 => random.text(BASE32, length),
        Alphabet::Base64 => random.text(BASE64, length),
        Alphabet::Alnum if !shape.within.is_empty() => random.text(alnum, 20) + shape.within + &random.text(alnum, 20),
        Alphabet::ThreeParts => {
            format!("{}.{}.{}", random.text(alnum, 23), random.text(alnum, 6), random.text(&format!("{alnum}_-"), 27))
        }
        Alphabet::Path if shape.what == "webhook" && shape.provider == "Slack" => format!(
            "T{}/B{}/{}",
            random.text(slice(BASE32, 0..26), 8) + "07",
            random.text(BASE32, 10),
            random.text(alnum, 24)
        ),
        Alphabet::Path => random.text("123456789", 19) + "/" + &random.text(&format!("{alnum}_-"), 68),
        _ if shape.provider == "Slack" => {
            random.text("123456789", 12) + "-" + &random.text("123456789", 13) + "-" + &random.text(alnum, 34)
        }
        _ => {
            let half = length.saturating_sub(shape.within.len()) / 2;
            let symbols = if shape.alphabet == Alphabet::Alnum { alnum.to_owned() } else { alnum.to_owned() + "_-" };
            let rest = length - half - shape.within.len();
            random.text(&symbols, half) + shape.within + &random.text(&symbols, rest.max(1))
        }
    };
    let before = if shape.prefix.starts_with(':') { random.text("123456789", 10) } else { String::new() };
    format!("{before}{}{key}", shape.prefix)
}

fn shapes() -> impl Iterator<Item = &'static Shape> {
    (0..=u8::MAX).flat_map(shapes_with)
}

#[test]
fn every_line_of_the_table_is_a_shape() {
    let lines = crate::format::tables::SECRETS.lines().skip(1);
    assert_eq!(shapes().count(), lines.clone().count());
    for line in lines {
        let columns: Vec<_> = line.split('\t').collect();
        assert_eq!(columns.len(), 8, "{line}");
        assert!(columns[6].starts_with("https://") && columns[7].starts_with("20"), "{line}");
    }
    for shape in shapes() {
        let run = shape.prefix.len() - shape.head + shape.length.start;
        assert!(run >= super::SHORTEST_RUN && !shape.length.is_empty(), "{}", shape.prefix);
        let prefix = shape.prefix.to_ascii_lowercase();
        assert!(PLACEHOLDERS.split(' ').all(|word| !shape.within.to_ascii_lowercase().contains(word)), "{prefix}");
    }
}

#[test]
fn a_random_key_of_every_shape_is_found() {
    let mut random = Random(7);
    for shape in shapes() {
        let keys: Vec<String> = (0..100).map(|_| sample(shape, &mut random)).collect();
        let is_found = |key: &&String| {
            let text = format!("Überall `TOKEN={key}`.");
            let found = secrets(&text);
            found.iter().any(|secret| (secret.provider, secret.what) == (shape.provider, shape.what))
        };
        let found = keys.iter().filter(is_found).count();
        assert!(found >= 95, "{found} of 100 {} {}", shape.provider, shape.prefix);
    }
}

/// The secrets in a text, as `provider what: value`.
fn found(text: &str) -> Vec<String> {
    let show = |secret: &Secret| format!("{} {}: {}", secret.provider, secret.what, slice(text, secret.range.clone()));
    secrets(text).iter().map(show).collect()
}

const RANDOM: &str = "Kq7RtZ2mVx9LbN4cWp8YsD3fGh6JkQ5wEuTa";
const HASH: &str = "9f3b71c4e85d02a6b7d14c90e3f8a25d";

#[test]
fn a_key_is_found_wherever_it_stands() {
    let key = format!("ghp_{RANDOM}");
    let expected = [format!("GitHub personal access token: {key}")];
    for text in [
        key.clone(),
        format!("ключ：{key}。"),
        format!("Set \"GITHUB_TOKEN\": \"{key}\", then go."),
        format!("description: Use it.\\n{key}\\nThen go."),
        format!("It is **{key}**"),
        format!("It is __{key}__"),
        format!("git clone https://{key}@github.com/a/b"),
        format!("git clone https://x-access-token:{key}@github.com/a/b"),
        format!("The key is {key}."),
        format!("{}{key}", "-".repeat(50)),
        format!("https://hooks.acme.io/services/of/the/company/{key}"),
    ] {
        assert_eq!(found(&text), expected, "{text}");
    }
    assert_eq!(found(&format!("{key} {key}")).len(), 2);
    let gitlab = format!("glpat-{}", slice(RANDOM, 0..20));
    for text in [format!("It is {gitlab}."), format!("It is _{gitlab}_")] {
        assert_eq!(found(&text), [format!("GitLab personal access token: {gitlab}")]);
    }
}

#[test]
fn shapes_with_more_than_a_prefix_are_found() {
    let digits = "1840275936";
    let telegram = format!("{digits}:{}{}", "AA", slice(RANDOM, 0..33));
    assert_eq!(
        found(&format!("https://api.telegram.org/bot{telegram}/getMe")),
        [format!("Telegram bot token: {telegram}")]
    );
    let slack = format!("hooks.{}/services/T07Q2WZ5KMB/B06PXE3RTVN/{}", "slack.com", slice(RANDOM, 0..24));
    assert_eq!(found(&format!("POST https://{slack}")), [format!("Slack webhook: {slack}")]);
    let openai = format!("sk-{}{}{}", slice(RANDOM, 0..20), "T3BlbkFJ", slice(RANDOM, 16..RANDOM.len()));
    assert_eq!(found(&openai), [format!("OpenAI API key: {openai}")]);
    let databricks = format!("{}{HASH}-2", "dapi");
    assert_eq!(found(&databricks), [format!("Databricks access token: {}", slice(&databricks, 0..36))]);
}

#[test]
fn a_secret_key_of_aws_is_found_beside_its_id() {
    let id = format!("{}Q3XGZ7LTV5NWB2KD", "AKIA");
    let secret = format!("{}/{}", slice(RANDOM, 0..19), slice(RANDOM, 16..RANDOM.len()));
    for text in [format!("{id}:{secret}"), format!("ID={id}\nSECRET={secret}\n")] {
        let expected = [format!("AWS access key ID: {id}"), format!("AWS secret access key: {secret}")];
        assert_eq!(found(&text), expected);
    }
    assert_eq!(found(&secret), [""; 0]);
    // Few digits do not make a key look like words, and letters of other scripts do not shift offsets.
    let rare = format!("{}QWGZHLTVXNWBKDQ7", "AKIA");
    let expected = [format!("AWS secret access key: {secret}"), format!("AWS access key ID: {rare}")];
    assert_eq!(found(&format!("ключ {secret}, ключ {rare}")), expected);
    // A Git hash is as long.
    assert_eq!(found(&format!("{id} {HASH}{}", slice(HASH, 0..8))).len(), 1);
}

#[test]
fn a_private_key_is_found_in_lines_and_on_one_line() {
    let line = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";
    let second = "Zx4RqLm9TbW2vKp7YdNc3HsGf8JaEu5QoXi6BtMr1CkVz0SgPhDyOlFwInAeUjT/";
    for (kind, end) in [("RSA ", "\n"), ("", "\\n"), ("OPENSSH ", "\n    "), ("", "\r\n")] {
        let text = format!(
            "key: -----{} {kind}PRIVATE KEY-----{end}{line}{end}{second}{end}-----END {kind}PRIVATE KEY-----",
            "BEGIN"
        );
        let found = secrets(&text);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].provider, found[0].what, found[0].range.start), ("PEM", "private key", 5));
        assert!(slice(&text, found[0].range.clone()).contains(second));
        assert_eq!(secrets(&text.replace("PRIVATE", "PUBLIC")), []);
        assert_eq!(secrets(&text.replace(second, "...")), []);
    }
    let header = format!("-----{} RSA PRIVATE KEY-----", "BEGIN");
    for body in ["", "\n...\n", "\nMIIEpAIBAAKCAQEA...\n", "\n<your key>\n", &format!("\n{}\n", "x".repeat(64))] {
        assert_eq!(secrets(&format!("{header}{body}-----END RSA PRIVATE KEY-----")), [], "{body}");
    }
    let text = format!("{header}\\n...\\n-----END RSA PRIVATE KEY-----\nhash: {second}");
    assert_eq!(secrets(&text), []);
    let text = format!("{header}\n{}\n-----END RSA PRIVATE KEY-----", slice(second, 0..50));
    assert_eq!(secrets(&text), []);
    // The block of a public key after the end of a private one.
    let text = format!("-----END PRIVATE KEY-----\n-----{} CERTIFICATE-----\n{line}\n{second}\n", "BEGIN");
    assert_eq!(secrets(&text), []);
}

#[test]
fn a_random_password_in_a_url_is_found() {
    let password = slice(RANDOM, 0..16);
    let expected = [format!("URL password: {password}")];
    assert_eq!(found(&format!("postgres://app:{password}@db.acme.io:5432/app")), expected);
    for text in [
        "postgres://user:password@db.acme.io/app",
        "postgres://user:MyP4ssw0rd2024@db.acme.io/app",
        "postgres://user:${DB_PASSWORD_FROM_ENV}@db.acme.io/app",
        "postgres://<user>:<password>@db.acme.io/app",
        "postgres://user:Kq7RtZ2mVx9@db.acme.io/app",
        "postgres://user:correct-horse-battery@db.acme.io/app",
        "https://github.com:acme/repository@v1.2.3",
        &format!("postgres://app:{password}@localhost:5432/app"),
        &format!("postgres://app:{password}@db:5432/app"),
        &format!("postgres://app:{password}@db.example.com/app"),
        &format!("See https://a.io: {password}@acme.io"),
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_no_key_is_not_found() {
    for (prefix, rest) in [
        ("AKIA", ""),
        ("AKIA", "[0-9A-Z]{16}"),
        ("AKIA", "IOSFODNN7EXAMPLE"),
        ("AKIA", "IOSFODNN7EXAMPLE wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
        ("AKIA", "ABCDEFGHIJKLMNOP"),
        ("ghp_", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("ghp_", "1234567890abcdefghijklmnopqrstuvwxyz"),
        ("ghp_", "a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8"),
        ("ghp_", "aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789"),
        ("ghp_", "abc123abc123abc123abc123abc123abc123"),
        ("ghp_", "thisIsNoneOfTheirsItOnlyLooksLikeOne"),
        ("ghp_", "OurReleaseKeyForTheApiOfAcmeLine2024"),
        ("ghp_", "the3rdpersonalaccesskeyofourcompanyx"),
        ("ghp_", "Kz7abcdefQm2Kz7abcdefQm2Kz7abcdefQm2"),
        ("ghp_", "Kz7K2zKzK7z7K2KzKzK7z2KzK2z7KzK7K2zK"),
        ("ghp_", "Kq7Rt123456Vx9LbN4cWp8YsD3fGh6JkQ5wE"),
        ("sk-proj-", &RANDOM.repeat(3)),
        ("MSG.", &format!("{}.{}{}", slice(RANDOM, 0..22), RANDOM, slice(RANDOM, 0..7))),
        ("12345:AA", slice(RANDOM, 0..33)),
        ("184027593618:AA", slice(RANDOM, 0..33)),
        ("hf_", "getTheAccessOfTheModelOrLeaveItAsIs"),
        ("ghp_", "ReplaceMe4WithTheOne9YouGet2From7Git"),
        ("gho_", "16C7e42F292c6912E7710c838347Ae178B4a"),
        ("sb_secret_", "N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz"),
        ("sk_test_", "Kq7RtZ2mVx9LbN4cWp8YsD3f"),
        ("sk_live_", "4eC39HqLyjWDarjtT1zdp7dc"),
        ("sk-ant-", "api03-your-key-goes-in-this-place-and-it-has-to-be-long-enough-for-the-shape-of-a-key-AA"),
        ("sk-", "1234567890abcdef1234567890abcdef"),
        ("sk-", "deadbeefdeadbeefdeadbeefdeadbeef"),
        ("npm_", "package_config_registry_of_the_owner1"),
        ("key-", "value-stores-and-where-to-look-for-them"),
        ("hf_", "transformers_pipeline_for_token_names"),
        ("Module.method.", "attribute_of_a_very_long_name_that_goes_on_and_on_in_python"),
        ("https://hooks.slack.com/services/", "T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX"),
        (
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.",
            "eyJzdWIiOiIxMjM0NTY3ODkwIn0.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
        ),
        // Similar text: the prefix in a word, one character too many, a truncated key.
        ("desk-", HASH),
        ("xghp_", RANDOM),
        ("sk-", &format!("{HASH}9")),
        ("key-", &format!("{HASH}_2")),
        ("ghp_", &format!("{}...", &RANDOM)),
        ("ghp_", slice(RANDOM, 0..35)),
        ("commit ", "9f3b71c4e85d02a6b7d14c90e3f8a25d7c61b04e"),
    ] {
        let text = format!("Look: {prefix}{rest}");
        assert_eq!(found(&text), [""; 0], "{text}");
    }
}

#[test]
fn an_end_or_a_foreign_character_anywhere_does_no_harm() {
    let key = format!("é{}{RANDOM}é", "https://x:ghp_");
    for at in (0..=key.len()).filter(|at| key.is_char_boundary(*at)) {
        let (head, tail) = key.split_at(at);
        let lengths = [head, tail, &format!("{head}é@é{tail}")].map(|text| secrets(text).len());
        assert!(lengths.iter().all(|length| *length <= 1));
    }
    for text in ["", "@", "://:@", ":AA", "-----BEGIN PRIVATE KEY-----", "\u{feff}", "/".repeat(99).as_str()] {
        assert_eq!(secrets(text), []);
    }
}
