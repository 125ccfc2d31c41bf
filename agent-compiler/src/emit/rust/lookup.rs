//! The table by which generated code finds an agent by its name. `include_agents_core::__private::lookup` reads it.

use include_agents_core::__private::lookup::{SLOT, hash};

/// The table by which [`find`] finds these names, which differ.
pub(super) fn table<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut slots = vec![[0; SLOT]; if names.len() == 0 { 0 } else { (2 * names.len()).next_power_of_two() }];
    let mask = slots.len().wrapping_sub(1);
    for (name, number) in names.zip(1_usize..) {
        let (at, upper) = hash(name.as_bytes(), mask);
        let slot = u32::try_from(upper | number).unwrap_or_default().to_le_bytes();
        let free = (at..at + slots.len()).map(|at| at & mask).find(|&at| slots.get(at) == Some(&[0; SLOT]));
        if let Some(free) = free.and_then(|at| slots.get_mut(at)) {
            *free = slot;
        }
    }
    slots.into_flattened()
}

#[cfg(test)]
mod tests {
    use super::table;
    use include_agents_core::__private::lookup::find;
    use include_agents_core::__private::v1::{Options, agent};
    use include_agents_core::Agent;

    fn agents(names: &[String]) -> Vec<&'static Agent> {
        let agent_of = |name: &String| {
            let options = Options { name: Some(name.clone().leak()), ..Options::NONE };
            &*Box::leak(Box::new(agent("", &[], [0; 3], Box::leak(Box::new(options)))))
        };
        names.iter().map(agent_of).collect()
    }

    #[test]
    fn every_name_is_found_at_its_place_and_no_other() {
        for count in [0, 1, 2, 3, 5, 64, 1_000] {
            // Of every length up to thirty bytes, so that each way to read the last ones is taken.
            let names: Vec<_> = (0..count).map(|number| format!("{}{number}", "a-b".repeat(number % 10))).collect();
            let agents = agents(&names);
            let slots = table(names.iter().map(String::as_str)).leak();
            for (place, name) in names.iter().enumerate() {
                assert_eq!(find(&agents, slots, name), Some(place), "{name}");
                assert_eq!(find(&agents, slots, &format!("{name}-")), None, "{name}");
                assert_eq!(find(&agents, slots, &name.to_uppercase().replace(char::is_numeric, "x")), None, "{name}");
            }
            assert_eq!(find(&agents, slots, ""), None);
        }
    }

    #[test]
    fn a_broken_table_finds_nothing() {
        let agents = agents(&["a".to_owned()]);
        // No slot is free, and none belongs to an agent that is there.
        assert_eq!(find(&agents, &[0xff; 16], "a"), None);
        assert_eq!(find(&agents, &[1, 2, 3], "a"), None);
    }
}
