//! Diagnostics as annotations of GitHub Actions, which are shown beside the lines of a pull request.

use include_agents_compiler::base::diagnostic::Diagnostic;
use include_agents_compiler::emit::render;
use include_agents_compiler::input::discover::Folder;
use include_agents_compiler::text::invisible::one_line;

use super::{notes_and_helps, region, word};

/// The workflow command that creates an annotation.
pub(super) fn annotation(diagnostic: &Diagnostic, folder: &Folder) -> String {
    let (file, region) = region(diagnostic.span(), folder);
    let location = region.map_or_else(String::new, |region| {
        // Columns are supported only within one line.
        let columns = if region.line == region.end_line {
            format!(",col={},endColumn={}", region.column, region.end_column)
        } else {
            String::new()
        };
        format!(",line={},endLine={}{columns}", region.line, region.end_line)
    });
    let mut text = diagnostic.message_with_reason().into_owned();
    // An annotation has one location: its text names the others.
    for other in render::others(diagnostic, folder, "") {
        text.push('\n');
        text.push_str(&other);
    }
    text.push_str(&notes_and_helps(diagnostic));
    format!(
        "::{} file={}{location},title={}::{}\n",
        word(diagnostic.level),
        // A path may have any character.
        property(&one_line(file.to_owned())),
        property(diagnostic.rule.name),
        data(&text),
    )
}

/// Escapes what would end the text of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes what would end a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn the_input_cannot_end_the_command() {
        assert_eq!(data("a: 100%\nb"), "a: 100%25%0Ab");
        assert_eq!(property("a,b: c"), "a%2Cb%3A c");
    }
}
