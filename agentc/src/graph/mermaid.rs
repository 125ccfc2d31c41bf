//! A graph as a Mermaid flowchart.

use std::fmt::Write as _;

use include_agents_compiler::text::invisible::one_line;

use crate::graph::{Agent, Graph};

/// Writes a flowchart. An agent that can start every agent has a double border; what only the text refers to has a dotted edge.
pub(crate) fn write(graph: &Graph) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for (number, (group, agents)) in graph.groups().into_iter().enumerate() {
        let indent = if group.is_some() { "    " } else { "  " };
        if let Some(group) = group {
            let _ = writeln!(text, "  subgraph group_{number}[\"{}\"]", escaped(group));
        }
        for (index, agent) in agents {
            let name = escaped(agent.name);
            let (open, close) = if agent.starts_all { ("[[", "]]") } else { ("[", "]") };
            let _ = writeln!(text, "{indent}{}{open}\"{name}\"{close}", id(index, agent));
        }
        if group.is_some() {
            text.push_str("  end\n");
        }
    }
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (graph.agents.get(edge.from), graph.agents.get(edge.to)) else { continue };
        let arrow = if edge.is_delegate { "-->" } else { "-.->" };
        let _ = writeln!(text, "  {} {arrow} {}", id(edge.from, from), id(edge.to, to));
    }
    text
}

/// The identifier of a node. That of the variant is readable, and no word of Mermaid, all of which are in lower case; other
/// characters than those of ASCII are not certain to be read.
fn id(index: usize, agent: &Agent) -> String {
    let is_plain = agent.variant.starts_with(|c: char| c.is_ascii_uppercase()) && agent.variant.is_ascii();
    if is_plain { agent.variant.to_owned() } else { format!("n{index}") }
}

/// A name within quotes. What Mermaid, Markdown or HTML may read as more than a character is a number.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    for character in one_line(name.to_owned()).chars() {
        if character.is_ascii_punctuation() && !matches!(character, '-' | '/' | '.') {
            let _ = write!(text, "#{};", u32::from(character));
        } else {
            text.push(character);
        }
    }
    text
}
