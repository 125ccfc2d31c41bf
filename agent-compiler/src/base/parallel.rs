//! Parallel work on many items, with results in a deterministic order.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many items a worker takes at a time.
const BLOCK: usize = 16;

/// Maps each item to the result of a function, in order. Uses all processors if that is worth it.
pub fn map<'i, T: Sync, R: Send>(items: &'i [T], is_worth_it: bool, work: impl Fn(usize, &'i T) -> R + Sync) -> Vec<R> {
    // To ask for the number of processors, the system reads files.
    let processors = || thread::available_parallelism().map_or(1, NonZero::get);
    let workers = if is_worth_it { items.len().div_ceil(BLOCK).min(processors()) } else { 1 };
    if workers < 2 {
        return items.iter().enumerate().map(|(index, item)| work(index, item)).collect();
    }
    // Each worker takes the next free block, so that a slow block does not delay the others.
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let block = next.fetch_add(1, Ordering::Relaxed);
            let start = block * BLOCK;
            let items = items.iter().enumerate().skip(start).take(BLOCK);
            if items.len() == 0 {
                return done;
            }
            done.push((block, items.map(|(index, item)| work(index, item)).collect::<Vec<_>>()));
        }
    };
    let done = thread::scope(|scope| {
        let helpers: Vec<_> = (1..workers).map(|_| scope.spawn(take)).collect();
        let mut done = take();
        for helper in helpers {
            match helper.join() {
                Ok(mut more) => done.append(&mut more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        done
    });
    // Putting each block into its place takes less code than sorting, which there would be for each type of result.
    let mut blocks: Vec<Vec<R>> = done.iter().map(|_| Vec::new()).collect();
    for (block, results) in done {
        if let Some(place) = blocks.get_mut(block) {
            *place = results;
        }
    }
    let mut all = Vec::with_capacity(items.len());
    for mut results in blocks {
        all.append(&mut results);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        for count in [0, 1, 15, 16, 17, 1000] {
            let items: Vec<_> = (0..count).collect();
            for is_worth_it in [false, true] {
                let doubled = map(&items, is_worth_it, |index, item| index + item);
                assert!(doubled.into_iter().eq((0..count).map(|item| 2 * item)));
            }
        }
    }
}
