//! A graph as a picture.

use include_agents_compiler::text::invisible::one_line;
use layout::backends::svg::SVGWriter;
use layout::core::base::Orientation;
use layout::core::color::Color;
use layout::core::geometry::Point;
use layout::core::style::{LineStyleKind, StyleAttr};
use layout::std_shapes::shapes::{Arrow, Element, LineEndKind, ShapeKind};
use layout::topo::layout::VisualGraph;

use crate::graph::{Agent, Graph};
use crate::output::{Failure, Result};

/// The most edges of a picture. The layout of a hundred takes up to a second, of more a multiple, and nobody can follow them.
const MOST_EDGES: usize = 100;

/// The size of letters, in pixels.
const LETTERS: usize = 15;

/// The width of a letter on average and that around a text, and the heights of a line and around it, in pixels.
const LETTER: [f64; 4] = [8.0, 24.0, 16.0, 16.0];

/// Draws a picture. An agent that can start every agent is shaded; what only the text refers to has a dashed edge.
pub(crate) fn write(graph: &Graph) -> Result<String> {
    let edges = graph.edges.len();
    if edges > MOST_EDGES {
        return Err(Failure(format!(
            "cannot draw {edges} edges, the most are {MOST_EDGES}: pass a sub-folder, or use `--format dot` and Graphviz"
        )));
    }
    let mut picture = VisualGraph::new(Orientation::LeftToRight);
    let nodes: Vec<_> = graph.agents.iter().map(|agent| picture.add_node(element(agent))).collect();
    for edge in &graph.edges {
        let style = if edge.is_delegate { LineStyleKind::Normal } else { LineStyleKind::Dashed };
        let arrow = Arrow::new(LineEndKind::None, LineEndKind::Arrow, style, "", &look("white"), &None, &None);
        if let (Some(from), Some(to)) = (nodes.get(edge.from), nodes.get(edge.to)) {
            picture.add_edge(arrow, *from, *to);
        }
    }
    let mut writer = SVGWriter::new();
    if !nodes.is_empty() {
        picture.do_it(false, false, false, &mut writer);
    }
    Ok(writer.finalize() + "\n")
}

/// A box with the name and, below it, the sub-folder.
fn element(agent: &Agent) -> Element {
    let name = one_line(agent.name.to_owned());
    let group = agent.group.map(|group| one_line(format!("({group})")));
    let longest = group.as_ref().map_or(0, |group| group.chars().count()).max(name.chars().count());
    let [letter, beside, line, around] = LETTER;
    #[allow(clippy::cast_precision_loss, reason = "a name is not that long")]
    let width = longest as f64 * letter + beside;
    let height = if group.is_some() { 2.0 } else { 1.0 } * line + around;
    let text = group.map_or_else(|| name.clone(), |group| format!("{name}\n{group}"));
    let fill = if agent.starts_all { "lightgray" } else { "white" };
    Element::create(ShapeKind::new_box(&text), look(fill), Orientation::LeftToRight, Point::new(width, height))
}

fn look(fill: &str) -> StyleAttr {
    StyleAttr::new(Color::fast("black"), 1, Some(Color::fast(fill)), 3, LETTERS)
}
