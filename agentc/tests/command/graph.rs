//! `agentc graph`.

use std::fmt::Write as _;

use serde_json::json;

use crate::folder::{Folder, in_root};
use crate::readme::{blocks, document};

fn agent(folder: &Folder, path: &str, name: &str, fields: &str, body: &str) {
    folder.write(path, format!("---\nname: {name}\ndescription: Helps with one thing.\n{fields}---\n{body}\n"));
}

fn crew() -> Folder {
    let folder = Folder::new();
    agent(&folder, "agents/lead.md", "lead", "tools: Read, Agent(code-writer, reader)\n", "Hand over to code-writer.");
    agent(&folder, "agents/alone.md", "alone", "tools: Read\n", "Do that thing.");
    agent(&folder, "agents/team/code-writer.md", "code-writer", "tools: Read, Write\n", "Report to `lead` at the end.");
    agent(&folder, "agents/team/reader.md", "reader", "disallowedTools: Write\n", "Ask @code-writer about the code.");
    folder
}

#[test]
fn a_flowchart_has_groups_and_two_kinds_of_edges() {
    crew()
        .agentc(&["graph"])
        .ends(0)
        .prints(
            "flowchart LR
  Alone[\"alone\"]
  Lead[\"lead\"]
  subgraph group_1[\"team\"]
    CodeWriter[\"code-writer\"]
    Reader[[\"reader\"]]
  end
  CodeWriter -.-> Lead
  Lead --> CodeWriter
  Lead --> Reader
  Reader -.-> CodeWriter
",
        )
        .says("note: 3 agents lead to each other in a cycle: `code-writer`, `lead`, `reader`\n");
}

#[test]
fn a_digraph_is_that_of_the_flowchart() {
    crew().agentc(&["graph", "--format", "dot", "--connected"]).ends(0).prints(
        "digraph agents {
  rankdir=LR;
  node [shape=box];
  \"lead\";
  subgraph cluster_1 {
    label=\"team\";
    \"code-writer\";
    \"reader\" [peripheries=2];
  }
  \"code-writer\" -> \"lead\" [style=dashed];
  \"lead\" -> \"code-writer\";
  \"lead\" -> \"reader\";
  \"reader\" -> \"code-writer\" [style=dashed];
}
",
    );
}

#[test]
fn json_has_the_facts() {
    let graph = crew().agentc(&["graph", "--format", "json"]).ends(0).json();
    assert_eq!(graph["agents"][0], json!({ "name": "alone", "group": null, "delegates": [], "mentions": [] }));
    let delegates = json!(["code-writer", "reader"]);
    assert_eq!(
        graph["agents"][2],
        json!({ "name": "lead", "group": null, "delegates": delegates, "mentions": ["code-writer"] })
    );
    assert_eq!(
        graph["agents"][3],
        json!({ "name": "reader", "group": "team", "delegates": "all", "mentions": ["code-writer"] })
    );
    assert_eq!(graph["cycles"], json!([["code-writer", "lead", "reader"]]));
}

#[test]
fn a_picture_has_each_agent_and_each_edge() {
    let picture = crew().agentc(&["graph", "--format", "svg"]).ends(0).stdout;
    assert!(picture.starts_with("<?xml") && picture.ends_with("</svg>\n"), "{picture}");
    for text in [">alone<", ">lead<", ">code-writer<", ">(team)<"] {
        assert!(picture.contains(text), "{text}: {picture}");
    }
    assert_eq!((picture.matches("<rect").count(), picture.matches("marker-").count()), (4, 4), "{picture}");
    let folder = Folder::new();
    folder.write("agents/notes.txt", "");
    let empty = folder.agentc(&["graph", "--format", "svg"]).ends(1).stdout;
    assert!(empty.ends_with("</svg>\n") && !empty.contains("<rect"), "{empty}");
    let all: String = (0..11).fold(String::new(), |mut all, number| {
        let _ = write!(all, " `agent{number}`");
        all
    });
    for number in 0..11 {
        agent(&folder, &format!("agents/agent{number}.md"), &format!("agent{number}"), "tools: Read\n", &all);
    }
    folder.agentc(&["graph", "--format", "svg"]).ends(2).prints("").says("cannot draw 110 edges, the most are 100");
    let outcome = folder.agentc(&["graph"]).ends(0).says("note: 11 agents lead to each other in a cycle: `agent0`");
    assert!(!outcome.stderr.contains("maxEdges"), "{}", outcome.stderr);
}

#[test]
fn a_name_is_a_text_in_each_format() {
    let folder = Folder::new();
    let names = [r#"'say "hi" %%1'"#, r"'<b>&amp; `a` \n'", "größe-prüfer", "\"tab\\there\""];
    for (number, name) in names.iter().enumerate() {
        agent(&folder, &format!("agents/{number}.md"), name, "tools: Read\n", "Ask größe-prüfer.");
    }
    let chart = folder.agentc(&["graph"]).stdout;
    for line in [
        "  SayHi1[\"say #34;hi#34; #37;#37;1\"]\n",
        "[\"#60;b#62;#38;amp#59; #96;a#96; #92;n\"]\n",
        "[\"größe-prüfer\"]\n",
        "[\"tab#92;there\"]\n",
        "  SayHi1 -.-> n",
    ] {
        assert!(chart.contains(line), "{line}: {chart}");
    }
    let graph = folder.agentc(&["graph", "--format", "dot"]).stdout;
    for line in [
        r#"  "say \"hi\" %%1";"#,
        r#"  "<b>&amp;amp; `a` \\n";"#,
        r#"  "tab\\there" -> "größe-prüfer" [style=dashed];"#,
    ] {
        assert!(graph.contains(line), "{line}: {graph}");
    }
    let picture = folder.agentc(&["graph", "--format", "svg"]).stdout;
    for text in [">say &quot;hi&quot; %%1<", ">&lt;b&gt;&amp;amp; `a` \\n<", ">größe-prüfer<"] {
        assert!(picture.contains(text), "{text}: {picture}");
    }
}

#[test]
fn the_documentation_shows_the_graph_of_our_agents() {
    let page = document("docs/agentc.md");
    let (_, shown) = blocks(&page, "graph").into_iter().next().unwrap();
    let printed = in_root(&["graph", "agents"]);
    assert_eq!(printed.stdout, shown);
    assert!(page.contains(&format!("```text\n{}```", printed.stderr)), "{}", printed.stderr);
}
