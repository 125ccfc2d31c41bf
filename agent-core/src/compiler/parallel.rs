//! Work on many things at once, with results that do not depend on who did what.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The results of a function for each item, in their order. Where the items are worth it, all processors help.
pub fn map<'i, T: Sync, R: Send>(items: &'i [T], is_worth_it: bool, work: impl Fn(usize, &'i T) -> R + Sync) -> Vec<R> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(items.len());
    if workers < 2 || !is_worth_it {
        return items.iter().enumerate().map(|(index, item)| work(index, item)).collect();
    }
    // Each worker takes what nobody has taken yet, so that one long item holds up nobody.
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(index, item)));
        }
    };
    let mut results: Vec<_> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..workers).map(|_| scope.spawn(take)).collect();
        let mut results = take();
        for helper in helpers {
            match helper.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_unstable_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<_> = (0..1000).collect();
        for is_worth_it in [false, true] {
            assert!(
                map(&items, is_worth_it, |index, item| index + item).into_iter().eq((0..1000).map(|item| 2 * item))
            );
        }
        assert_eq!(map(&[0; 0], true, |_, item| *item), [0; 0]);
    }
}
