//! Whether a value looks randomly generated rather than made up.

/// Words, in any letter case, that occur in made-up keys and almost never in random ones.
pub(super) const PLACEHOLDERS: &str = "example sample your fake dummy test demo mock placeholder change replace insert redact \
    secret passw p4ss pa55 ssw0rd s3cr3t token here xxxx 0000 asdf qwer dead c0ffee";

/// A part of each sample that vendors publish without labeling it as one.
const SAMPLES: &[&str] = &[
    "4eC39HqLyjWDar",   // Stripe, API reference
    "BQokikJOvBiI2H",   // Stripe, older API reference
    "16C7e42F292c69",   // GitHub, REST reference
    "1B4a2e77838347a7", // GitHub, refreshing tokens
    "HdqTcvCH1vGWJx",   // Telegram, Bot API
    "FD39kkdpWt3ywy",   // Telegram, tutorial
    "TE4NjIyNDgzNDc",   // Discord, API reference
    "TCMXJ0VXtFbnFj",   // Discord, older guides
    "Eby8vdM02xNOcq",   // Azure, storage emulator
    "CkEhVjf3pduRDt",   // Google, Maps samples
    "SyDMAScliyLx7F",   // Google, Firebase samples
    "SyAnLA7NfeLquW",   // Google, Firebase samples
    "SyDSb51JiIcB6O",   // Google, Dialogflow samples
    "N7UND0UgjKTVK-",   // Supabase, local development
    "pdFZKVeTuE8sk7",   // Slack, API tour
];

/// Whether a value looks randomly generated.
pub(super) fn is_random(key: &str) -> bool {
    let lower = key.to_ascii_lowercase();
    let is_made_up = PLACEHOLDERS.split_whitespace().any(|word| lower.contains(word)) || is_sequence(lower.as_bytes());
    let is_sample = SAMPLES.iter().any(|sample| key.contains(sample));
    // Some keys have an account number or a version before the random part.
    let part = key.split(['.', '_', '-', '/', '+', '%']).max_by_key(|part| part.len()).unwrap_or_default();
    !is_made_up && !is_sample && is_mixed(part)
}

/// Whether a value counts up, counts down or repeats: `123456`, `fedcba`, `xxxxxx`, `a1b2c3d4`.
fn is_sequence(key: &[u8]) -> bool {
    let step = |from: &u8, to: &u8| i16::from(*to) - i16::from(*from);
    let steps = |distance: usize| {
        let pairs = key.iter().zip(key.iter().skip(distance));
        pairs.filter(|(from, to)| step(from, to).abs() <= 1).count()
    };
    let is_straight = |six: &[u8]| {
        let mut pairs = six.iter().zip(six.iter().skip(1)).map(|(from, to)| step(from, to));
        let first = pairs.next().unwrap_or_default();
        first.abs() <= 1 && pairs.all(|other| other == first)
    };
    // 17 % of neighboring characters are this close in random hexadecimal digits, 5 % in other keys.
    steps(1).max(steps(2)) * 5 >= key.len() * 2 || key.windows(6).any(is_straight)
}

/// Whether a value has the entropy of a random one in its alphabet, and mixes letters and digits like one.
fn is_mixed(key: &str) -> bool {
    let mut counts = [0_u32; 128];
    for byte in key.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte)) {
            *count += 1;
        }
    }
    let length = f64::from(counts.iter().sum::<u32>().max(1));
    let repeated: f64 =
        counts.iter().filter(|count| **count > 0).map(|count| f64::from(*count)).map(|n| n * n.log2()).sum();
    let entropy = length.log2() - repeated / length;

    let both = has_both_cases(key);
    let symbols: f64 = if both {
        62.0
    } else if key.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        16.0
    } else {
        36.0
    };
    let class = |byte: u8| (byte.is_ascii_digit(), byte.is_ascii_uppercase());
    let changes = key.bytes().zip(key.bytes().skip(1)).filter(|(left, right)| class(*left) != class(*right)).count();
    // A word has no change, `deploymentKey` has two. With one letter case fewer are required, since digits are rare.
    let alternates = changes * if both { 4 } else { 8 } >= key.len();
    let is_base32 = key.len() == 16 && key.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7'));
    // `MyAccessKeyOfGitHub2024`: a third of the letters in words are vowels, and a fifth of random ones.
    let words = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_words = !words.contains(|c: char| c.is_ascii_digit())
        && words.bytes().filter(|byte| b"aeiouAEIOU".contains(byte)).count() * 3 >= words.len();
    key.len() >= 8 && entropy >= 0.75 * symbols.min(length).log2() && (alternates || is_base32) && !is_words
}

pub(super) fn has_both_cases(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_lowercase()) && text.contains(|c: char| c.is_ascii_uppercase())
}
