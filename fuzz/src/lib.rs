//! What fuzz targets share.

/// What one input holds: several files, with a line of `====` between two.
#[must_use]
pub fn parts(input: &[u8]) -> Vec<Vec<u8>> {
    let mut parts = vec![Vec::new()];
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b"====") {
            parts.push(Vec::new());
        } else if let Some(last) = parts.last_mut() {
            last.extend_from_slice(line);
        }
    }
    parts
}
