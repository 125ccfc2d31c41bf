//! What holds for a compilation, whatever the files are.

use std::thread;

use include_agents_compiler::base::memory::MemoryFiles;
use include_agents_compiler::emit::render;
use include_agents_compiler::emit::rust::item::ItemOptions;
use include_agents_compiler::{Compilation, compile};

/// Compiles the folder `agents`.
///
/// # Panics
/// Where the code is no Rust, or a diagnostic points outside of its file.
pub(crate) fn compiled(files: &MemoryFiles, item: &ItemOptions) -> Compilation {
    let compilation = compile(files, "agents", item);
    parse(&compilation.code);
    for diagnostic in &compilation.diagnostics {
        for label in &diagnostic.labels {
            let text = &compilation.folder.source(label.span.file).unwrap().text;
            assert!(text.get(label.span.range()).is_some(), "{} points outside of {text:?}", diagnostic.message);
        }
        let shown = render::text(diagnostic, &compilation.folder, "");
        assert!(shown.contains(diagnostic.rule.name), "{shown}");
        assert!(!render::line(diagnostic, &compilation.folder, "").contains(['\n', '\u{2028}']));
    }
    compilation
}

/// Parses code. For values that are deep in each other, an unoptimized parser takes more stack than a test has, and rustc more.
fn parse(code: &str) {
    thread::scope(|scope| {
        let parser = thread::Builder::new().stack_size(32 << 20);
        parser.spawn_scoped(scope, || drop(syn::parse_file(code).unwrap())).unwrap();
    });
}
