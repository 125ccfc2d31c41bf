//! What it costs to find an agent by its name, beside other ways from a text to a value:
//! `cargo bench --manifest-path benches/runtime/Cargo.toml --bench lookup`.
//!
//! Every way gives the same enum. One pass asks for thousands of names; the ways take turns pass by pass, so that what
//! else the machine does falls on all of them. A figure is the median of all passes, in nanoseconds per look-up; in
//! brackets is the median of its ratios to phf's pass of the same round. `--features ptrhash` gives phf its other hash.

use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;

use include_agents::AgentSet;
use runtime::median;

const ROUNDS: usize = 301;

/// So many look-ups are a pass.
const QUERIES: usize = 8_192;

/// So many are one where each is a search for the closest name.
const SUGGESTIONS: usize = 64;

/// phf's place among the ways.
const PHF: usize = 2;

#[allow(clippy::pedantic)]
mod rosters {
    pub mod five {
        runtime::written!("names-5");
        runtime::written!("others-5");
    }
    pub mod hundred {
        runtime::written!("names-100");
        runtime::written!("others-100");
    }
    pub mod thousand {
        runtime::written!("names-1000");
        runtime::written!("others-1000");
    }
}

fn main() {
    use rosters::{five, hundred, thousand};

    println!("| names | asked for | `from_name` | `parse` | phf | `HashMap` | `match` |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    look_up(&five::MAP, five::by_match);
    look_up(&hundred::MAP, hundred::by_match);
    look_up(&thousand::MAP, thousand::by_match);
    println!();
    println!("| names | asked for | `parse` with the closest name, µs |");
    println!("|---:|---|---:|");
    suggest::<five::AgentKind>();
    suggest::<hundred::AgentKind>();
    suggest::<thousand::AgentKind>();
}

fn look_up<Kind: AgentSet>(map: &phf::Map<&'static str, Kind>, by_match: impl Fn(&str) -> Option<Kind>) {
    let names: HashMap<&str, Kind> = Kind::ALL.iter().map(|kind| (kind.name(), *kind)).collect();
    let parse = |name: &str| name.parse().ok();
    let by_map = |name: &str| map.get(name).copied();
    let by_names = |name: &str| names.get(name).copied();
    for (title, ask) in ASKED {
        let queries = queries::<Kind>(ask);
        for query in &queries {
            let answer = Kind::from_name(query);
            assert!(answer.map(AgentSet::name) == (title == KNOWN).then_some(query.as_str()));
            assert!([parse(query), by_map(query), by_names(query), by_match(query)] == [answer; 4]);
        }
        let ways: [&dyn Fn() -> f64; 5] = [
            &|| pass(&queries, Kind::from_name),
            &|| if title == KNOWN { pass(&queries, parse) } else { f64::NAN },
            &|| pass(&queries, by_map),
            &|| pass(&queries, by_names),
            &|| pass(&queries, &by_match),
        ];
        let rounds: Vec<_> = (0..ROUNDS).map(|round| take_turns(&ways, round)).collect();
        let cells = [0, 1, 2, 3, 4].map(|way| {
            let time = median(rounds.iter().map(|times| times[way]));
            let ratio = median(rounds.iter().map(|times| times[way] / times[PHF]));
            if time.is_nan() { "–".to_owned() } else { format!("{time:.1} ({ratio:.2})") }
        });
        println!("| {} | {title} | {} |", Kind::COUNT, cells.join(" | "));
    }
}

/// One pass of each, every round beginning with another.
fn take_turns<const COUNT: usize>(ways: &[&dyn Fn() -> f64; COUNT], round: usize) -> [f64; COUNT] {
    let mut times = [0.0; COUNT];
    for turn in 0..COUNT {
        let way = (round + turn) % COUNT;
        times[way] = ways[way]();
    }
    times
}

/// Nanoseconds per look-up.
fn pass<Answer>(queries: &[String], find: impl Fn(&str) -> Answer) -> f64 {
    let clock = Instant::now();
    for query in queries {
        black_box(find(black_box(query)));
    }
    clock.elapsed().as_secs_f64() * 1e9 / f64::from(u32::try_from(queries.len()).unwrap())
}

fn suggest<Kind: AgentSet>() {
    for (title, ask) in &ASKED[1..] {
        let queries = queries::<Kind>(*ask);
        let times = (0..ROUNDS).map(|_| pass(&queries[..SUGGESTIONS], str::parse::<Kind>));
        println!("| {} | {title} | {:.2} |", Kind::COUNT, median(times) / 1e3);
    }
}

const KNOWN: &str = "a known name";

/// A text to ask for, made of a known name and a number without meaning.
type Ask = fn(&str, usize) -> String;

const ASKED: [(&str, Ask); 4] = [
    (KNOWN, |name, _| name.to_owned()),
    ("one letter is another", |name, _| {
        let middle = name.len() / 2;
        format!("{}{}{}", &name[..middle], if &name[middle..=middle] == "x" { "y" } else { "x" }, &name[middle + 1..])
    }),
    ("longer, shorter or empty", |name, number| match number % 3 {
        0 => format!("{name}-{}", number % 7 + 2),
        1 => name[..name.len() - 1].to_owned(),
        _ => String::new(),
    }),
    ("another text", |name, number| match number % 4 {
        0 => name.chars().rev().collect(),
        1 => format!("read_file_{}", number % 100),
        2 => name.to_uppercase(),
        _ => format!("Summarise page {} of the minutes, please.", number % 100),
    }),
];

/// Names in an order without meaning, each with memory of its own, as those are that come from outside.
fn queries<Kind: AgentSet>(ask: Ask) -> Vec<String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut number = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("it has 31 bits")
    };
    (0..QUERIES).map(|_| ask(Kind::ALL[number() % Kind::COUNT].name(), number())).collect()
}
