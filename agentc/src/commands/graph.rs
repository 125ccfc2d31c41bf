//! `agentc graph`

use crate::Outcome;
use crate::cli::{GraphArguments, GraphFormat};
use crate::graph::{Graph, dot, mermaid, svg};
use crate::loaded::LoadedFolder;
use crate::output::{self, Result};
use crate::report::{self, FolderReport};
use crate::target;

/// The most agents of a cycle that a note names.
const MOST_NAMES: usize = 20;

/// The most edges that Mermaid 11 draws by default.
const MERMAID_EDGES: usize = 500;

/// Prints the graph of a folder.
pub(crate) fn run(arguments: &GraphArguments) -> Result<Outcome> {
    let loaded = LoadedFolder::new(&target::folder(arguments.folder.path.as_deref())?, &[]);
    let (roster, diagnostics) = loaded.check();
    let graph = Graph::new(&roster, arguments.connected);
    let text = match arguments.format {
        GraphFormat::Mermaid => mermaid::write(&graph),
        GraphFormat::Dot => dot::write(&graph),
        GraphFormat::Svg => svg::write(&graph)?,
        GraphFormat::Json => output::escaped(format!("{:#}\n", graph.json())),
    };
    output::stdout_raw([output::redacted(text)])?;
    let edges = graph.count_edges();
    if arguments.format == GraphFormat::Mermaid && edges > MERMAID_EDGES {
        output::note(&format!(
            "the graph has {edges} edges, and Mermaid draws at most {MERMAID_EDGES} unless `maxEdges` is configured"
        ));
    }
    for cycle in graph.cycles() {
        note(&cycle);
    }
    Ok(report::note_counts(&loaded.folder.path, &FolderReport::of(&loaded, diagnostics)))
}

/// Names the agents of a cycle.
fn note(cycle: &[&str]) {
    if let [agent] = cycle {
        return output::note(&format!("`{agent}` can start itself"));
    }
    let names: Vec<_> = cycle.iter().take(MOST_NAMES).map(|name| format!("`{name}`")).collect();
    let more = match cycle.len() - names.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let count = cycle.len();
    output::note(&format!("{count} agents lead to each other in a cycle: {}{more}", names.join(", ")));
}
