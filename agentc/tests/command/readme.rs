//! What the documentation shows of the command is what it prints.

use std::fs;
use std::path::Path;

use crate::ROOT;
use crate::folder::Folder;

#[test]
fn nothing_yet() {
    let _ = (Folder::new(), fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap());
}
