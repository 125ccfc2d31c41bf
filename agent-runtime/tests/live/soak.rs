//! Random changes, for as many seconds as `INCLUDE_AGENTS_SOAK` says; 3 otherwise. `INCLUDE_AGENTS_SEED` repeats a run.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use include_agents_runtime::{Live, Loader};

use crate::agents::AgentKind;
use crate::folder::Folder;

/// Numbers without a pattern, which a seed decides.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

const NAMES: [&str; 4] = ["reviewer", "translator", "writer", "stranger"];

/// A file with or without an error, which is large enough to be written in several steps.
fn text(random: &mut Random) -> String {
    let name = NAMES[random.below(NAMES.len())];
    let field = ["tools: Read\n", "", "tolls: Read\n", "model: sonet\n", "model: opus\n"][random.below(5)];
    let prompt = format!("Word {}. ", random.below(1000)).repeat(1 + random.below(2000));
    format!("---\nname: {name}\ndescription: Does something that is useful.\n{field}---\n{prompt}\n")
}

/// One change, as an editor, a checkout or a person makes it. What is not there cannot be changed, which is no failure.
fn change(random: &mut Random, folder: &Path) {
    let file = |random: &mut Random| folder.join(format!("{}.md", NAMES[random.below(NAMES.len())]));
    let path = file(random);
    let _ = match random.below(8) {
        0 => fs::remove_file(path),
        1 => fs::rename(path, file(random)),
        2 => fs::rename(folder, folder.with_extension("aside")).and_then(|()| {
            thread::sleep(Duration::from_millis(random.below(150) as u64));
            fs::rename(folder.with_extension("aside"), folder)
        }),
        3 => {
            let draft = path.with_extension("md~");
            fs::write(&draft, text(random)).and_then(|()| fs::rename(draft, path))
        }
        4 => fs::File::create(path).and_then(|mut file| {
            let text = text(random);
            let (first, second) = text.split_at(text.len() / 2);
            file.write_all(first.as_bytes())?;
            thread::sleep(Duration::from_millis(random.below(20) as u64));
            file.write_all(second.as_bytes())
        }),
        _ => fs::write(path, text(random)),
    };
}

#[test]
fn what_is_served_is_what_a_fresh_loader_reads_or_the_last_good_text() {
    let number = |name: &str| env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let limit = Duration::from_secs(number("INCLUDE_AGENTS_SOAK").unwrap_or(3));
    let seed = number("INCLUDE_AGENTS_SEED").unwrap_or_else(|| u64::from(std::process::id()));
    let mut random = Random(seed);
    let folder = Folder::of("tests/agents");
    let live = Live::<AgentKind>::watching(Loader::new(folder.path()));
    // What each agent was when the folder last held still with a good text of it.
    let mut good: HashMap<AgentKind, String> =
        AgentKind::ALL.iter().map(|&kind| (kind, kind.agent().prompt().to_owned())).collect();
    let (start, mut changes, mut pauses, mut kept) = (Instant::now(), 0, 0, 0);
    while start.elapsed() < limit {
        // Texts that were good for a moment may have been served, so the last good one is known only after one change.
        let burst = if random.below(2) == 0 { 1 } else { random.below(12) };
        let mut passed: HashMap<AgentKind, Vec<String>> = HashMap::new();
        for _ in 0..burst {
            change(&mut random, &folder.path());
            for agent in &Loader::new(folder.path()).load() {
                if let Some(kind) = AgentKind::from_name(agent.name()) {
                    passed.entry(kind).or_default().push(agent.prompt().to_owned());
                }
            }
            thread::sleep(Duration::from_millis(random.below(40) as u64));
        }
        changes += burst;
        pauses += 1;
        let fresh = Loader::new(folder.path()).load();
        for &kind in AgentKind::ALL {
            if let Some(agent) = fresh.get(kind.name()) {
                good.insert(kind, agent.prompt().to_owned());
            }
        }
        let is_served = |kind: AgentKind| {
            let prompt = live.agent(kind).prompt();
            let is_passed = || passed.get(&kind).is_some_and(|passed| passed.iter().any(|passed| passed == prompt));
            prompt == good[&kind] || fresh.get(kind.name()).is_none() && is_passed()
        };
        let is_reported = || live.report().errors() >= fresh.report().errors();
        let deadline = Instant::now() + crate::folder::SOON;
        while !(AgentKind::ALL.iter().all(|&kind| is_served(kind)) && is_reported()) {
            assert!(
                Instant::now() < deadline,
                "INCLUDE_AGENTS_SEED={seed}, pause {pauses}: {live:?}\n{}",
                fresh.report()
            );
            thread::sleep(Duration::from_millis(5));
        }
        for &kind in AgentKind::ALL {
            kept += usize::from(fresh.get(kind.name()).is_none());
            good.insert(kind, live.agent(kind).prompt().to_owned());
        }
    }
    assert!(changes > 0 && pauses > 0);
    println!("seed {seed}: {changes} changes, {pauses} pauses, {kept} times the last good text");
}
