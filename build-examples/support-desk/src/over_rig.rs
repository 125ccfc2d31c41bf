//! The desk over rig.

use std::error::Error;

use rig_core::completion::message::ToolResultContent;
use rig_core::completion::{CompletionRequest, Message, ToolDefinition};
use rig_core::providers::openai::OpenAI;
use serde_json::Value;

use crate::desk::{self, AgentKind, Called};

/// The answer of an agent to a question, after all calls of tools.
pub async fn answer(
    openai: &OpenAI,
    kind: AgentKind,
    customer: &str,
    question: &str,
) -> Result<String, Box<dyn Error>> {
    let tools = desk::tools(kind).map(|(tool, description, schema)| {
        Ok(ToolDefinition::new(tool.as_str().try_into()?, description, schema.to_value()))
    });
    let mut request = CompletionRequest::new(question)
        .preamble(desk::system_prompt(kind, customer))
        .temperature(kind.temperature())
        .tools(tools.collect::<Result<_, Box<dyn Error>>>()?);
    for _ in 0..desk::MOST_TURNS {
        let response = openai.chat(desk::model(kind)).call(request.clone()).await?;
        let mut results = Vec::new();
        for call in response.tool_calls() {
            let arguments = Value::Object(call.function.arguments.clone());
            let result = match desk::call(kind, call.function.name.as_str(), arguments)? {
                Called::Result(result) => result,
                Called::HandOver(to, question) => Box::pin(answer(openai, to, customer, &question)).await?,
            };
            results.push(call.result(vec![ToolResultContent::text(result)]));
        }
        let Some(message) = response.message().filter(|_| !results.is_empty()) else { return Ok(response.text()) };
        request.chat_history.extend([message, Message::tool_results(results)]);
    }
    Err(format!("`{kind}` gave no answer").into())
}
