//! The agents, and what the tools and models that they name are in this program.

use std::error::Error;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use serde_json::{Value, json};

include_agents::include_agents!("agents/");

/// Hands the question over to another agent, and gives its answer.
#[derive(Deserialize, JsonSchema)]
struct HandOver {
    #[schemars(with = "String")]
    to: AgentKind,
    question: String,
}

/// Finds the orders of a customer.
#[derive(Deserialize, JsonSchema)]
struct SearchOrders {
    customer: String,
}

/// Gives back the price of an order.
#[derive(Deserialize, JsonSchema)]
struct Refund {
    order: u32,
}

/// Shows the last lines of the log that contain a word.
#[derive(Deserialize, JsonSchema)]
struct ReadLogs {
    word: String,
}

/// How often an agent may call tools before it has to answer.
pub const MOST_TURNS: usize = 8;

/// What came of a call.
pub enum Called {
    /// The result for the model.
    Result(String),
    /// The question is for another agent.
    HandOver(AgentKind, String),
}

/// Calls a tool with the arguments of the model. A tool that an agent is granted, and that is missing here, does not compile.
pub fn call(kind: AgentKind, tool: &str, arguments: Value) -> Result<Called, Box<dyn Error>> {
    let tool: AgentTool = tool.parse()?;
    if !kind.allows(tool) {
        return Err(format!("`{kind}` may not use `{tool}`").into());
    }
    Ok(Called::Result(match tool {
        AgentTool::Agent => {
            let HandOver { to, question } = serde_json::from_value(arguments)?;
            if !kind.delegates().contains(&to) {
                return Err(format!("`{kind}` may not hand over to `{to}`").into());
            }
            return Ok(Called::HandOver(to, question));
        }
        AgentTool::ReadLogs => {
            let ReadLogs { word } = serde_json::from_value(arguments)?;
            format!("12:04 error: {word}: connection refused")
        }
        AgentTool::Refund => {
            let Refund { order } = serde_json::from_value(arguments)?;
            format!("order {order} is refunded")
        }
        AgentTool::SearchOrders => {
            let SearchOrders { customer } = serde_json::from_value(arguments)?;
            format!("{customer} has the order 4711: a chain, paid, not delivered")
        }
    }))
}

/// What a model is told of the tools that an agent may use: each with its description, and the schema of its parameters.
pub fn tools(kind: AgentKind) -> impl Iterator<Item = (AgentTool, String, Schema)> {
    kind.allowed_tools().map(move |tool| {
        let mut schema = match tool {
            AgentTool::Agent => schema_for!(HandOver),
            AgentTool::ReadLogs => schema_for!(ReadLogs),
            AgentTool::Refund => schema_for!(Refund),
            AgentTool::SearchOrders => schema_for!(SearchOrders),
        };
        if tool == AgentTool::Agent
            && let Some(to) = schema.pointer_mut("/properties/to")
        {
            to["enum"] = json!(kind.delegates());
        }
        let description = schema.remove("description").and_then(|text| text.as_str().map(str::to_owned));
        (tool, description.unwrap_or_default(), schema)
    })
}

/// The prompt of an agent that talks to a customer. A parameter that is new in its file does not compile until it has a value here.
pub fn system_prompt(kind: AgentKind, customer: &str) -> String {
    match kind {
        AgentKind::Billing => prompt::Billing { customer: &customer }.render(),
        AgentKind::Engineer => prompt::Engineer.render(),
        AgentKind::FrontDesk => prompt::FrontDesk { customer: &customer }.render(),
    }
}

/// The name that the provider has for the model of an agent.
pub fn model(kind: AgentKind) -> &'static str {
    match kind.model().unwrap_or(AgentModel::Gpt5Mini) {
        AgentModel::Gpt5 => "gpt-5-2025-08-07",
        AgentModel::Gpt5Mini => "gpt-5-mini-2025-08-07",
    }
}
