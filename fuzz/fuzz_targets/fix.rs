//! A fix changes what it names, and nothing else; all fixes twice are all fixes once.
#![no_main]

#[path = "../../tests/invariants/fixes.rs"]
mod fixes;

use libfuzzer_sys::fuzz_target;

use fixes::fault_of_fixes;

fuzz_target!(|text: &str| {
    if let Some(fault) = fault_of_fixes(text) {
        panic!("{fault}");
    }
});
