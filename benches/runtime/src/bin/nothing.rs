//! Does nothing: what any program takes to start and to end.

fn main() {
    runtime::report(|| ());
}
