//! The desk over async-openai.

use std::error::Error;

use async_openai::Client;
use async_openai::config::OpenAIConfig;
use async_openai::types::chat::{
    ChatCompletionMessageToolCalls, ChatCompletionRequestAssistantMessageArgs, ChatCompletionRequestMessage,
    ChatCompletionRequestSystemMessage, ChatCompletionRequestToolMessage, ChatCompletionRequestUserMessage,
    ChatCompletionTool, ChatCompletionTools, CreateChatCompletionRequestArgs, FunctionObject,
};

use crate::desk::{self, AgentKind, Called};

/// The answer of an agent to a question, after all calls of tools.
pub async fn answer(
    client: &Client<OpenAIConfig>,
    kind: AgentKind,
    customer: &str,
    question: &str,
) -> Result<String, Box<dyn Error>> {
    let tools = desk::tools(kind).map(|(tool, description, schema)| {
        let (name, parameters) = (tool.to_string(), Some(schema.to_value()));
        let function = FunctionObject { name, description: Some(description), parameters, strict: None };
        ChatCompletionTools::Function(ChatCompletionTool { function })
    });
    let tools: Vec<_> = tools.collect();
    let mut messages: Vec<ChatCompletionRequestMessage> = vec![
        ChatCompletionRequestSystemMessage::from(desk::system_prompt(kind, customer)).into(),
        ChatCompletionRequestUserMessage::from(question).into(),
    ];
    for _ in 0..desk::MOST_TURNS {
        let request = CreateChatCompletionRequestArgs::default()
            .model(desk::model(kind))
            .temperature(kind.temperature() as f32)
            .tools(tools.clone())
            .messages(messages.clone())
            .build()?;
        let response = client.chat().create(request).await?;
        let message = response.choices.into_iter().next().ok_or("the provider gave no answer")?.message;
        let calls = message.tool_calls.unwrap_or_default();
        if calls.is_empty() {
            return Ok(message.content.unwrap_or_default());
        }
        messages.push(ChatCompletionRequestAssistantMessageArgs::default().tool_calls(calls.clone()).build()?.into());
        for call in calls {
            let ChatCompletionMessageToolCalls::Function(call) = call else { return Err("not a function".into()) };
            let arguments = serde_json::from_str(&call.function.arguments)?;
            let result = match desk::call(kind, &call.function.name, arguments)? {
                Called::Result(result) => result,
                Called::HandOver(to, question) => Box::pin(answer(client, to, customer, &question)).await?,
            };
            messages.push(ChatCompletionRequestToolMessage { content: result.into(), tool_call_id: call.id }.into());
        }
    }
    Err(format!("`{kind}` gave no answer").into())
}
