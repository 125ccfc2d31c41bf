//! Takes a prompt of a folder that is read and parsed.

use std::path::Path;

use runtime::{PARSERS, argument, parsed, report};

fn main() {
    let [name, parser, folder] = [1, 2, 3].map(argument);
    let (_, parse) = PARSERS.into_iter().find(|(title, _)| *title == parser).unwrap();
    report(|| parsed(parse, Path::new(&folder), &name));
}
