//! Many at once: started together, waited for together.

use std::{sync::Barrier, thread};

/// Lets every runner get ready, then lets all of them go at the same moment, and gives what came of each, in order.
///
/// # Panics
/// When one of them does.
pub fn at_once<T: Send, R: Send>(
    runners: Vec<T>,
    ready: impl Fn(&mut T) + Sync,
    run: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let (start, ready, run) = (Barrier::new(runners.len()), &ready, &run);
    thread::scope(|scope| {
        let begun = |mut runner: T| {
            let start = &start;
            scope.spawn(move || {
                ready(&mut runner);
                start.wait();
                run(runner)
            })
        };
        let running: Vec<_> = runners.into_iter().map(begun).collect();
        running.into_iter().map(|runner| runner.join().expect("a runner ends")).collect()
    })
}
