//! A graph in the language of Graphviz.

use std::fmt::Write as _;

use include_agents_compiler::text::invisible::one_line;

use crate::graph::Graph;

/// Writes a digraph. An agent that can start every agent has a double border; what only the text refers to has a dashed edge.
pub(crate) fn write(graph: &Graph) -> String {
    let mut text = "digraph agents {\n  rankdir=LR;\n  node [shape=box];\n".to_owned();
    for (number, (group, agents)) in graph.groups().into_iter().enumerate() {
        let indent = if group.is_some() { "    " } else { "  " };
        if let Some(group) = group {
            let _ = writeln!(text, "  subgraph cluster_{number} {{\n    label={};", quoted(group));
        }
        for (_, agent) in agents {
            let border = if agent.starts_all { " [peripheries=2]" } else { "" };
            let _ = writeln!(text, "{indent}{}{border};", quoted(agent.name));
        }
        if group.is_some() {
            text.push_str("  }\n");
        }
    }
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (graph.agents.get(edge.from), graph.agents.get(edge.to)) else { continue };
        let style = if edge.is_delegate { "" } else { " [style=dashed]" };
        let _ = writeln!(text, "  {} -> {}{style};", quoted(from.name), quoted(to.name));
    }
    text.push_str("}\n");
    text
}

/// A name as an identifier that is its own label: in a label, `\` begins an escape and `&` an entity of HTML.
fn quoted(name: &str) -> String {
    let name = one_line(name.to_owned());
    format!("\"{}\"", name.replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\""))
}
