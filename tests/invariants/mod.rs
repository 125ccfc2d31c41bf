//! What holds for every input: for the files of the tests, and for those that fuzzing makes.

pub(crate) mod compiled;
pub(crate) mod fixes;
pub(crate) mod yaml;
