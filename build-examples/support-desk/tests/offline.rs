//! The desk over both clients, against a provider on this machine.

use std::sync::{Arc, Mutex};

use async_openai::Client;
use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use rig_core::providers::openai::{OpenAI, OpenAIConfig};
use serde_json::{Value, json};
use support_desk::desk::AgentKind;
use support_desk::{over_async_openai, over_rig};

type Requests = Arc<Mutex<Vec<Value>>>;

/// Answers as a provider: the front desk hands over to billing, which looks for orders; whoever has a result passes it on.
async fn complete(State(requests): State<Requests>, Json(request): Json<Value>) -> Json<Value> {
    let messages = request["messages"].as_array().unwrap();
    let system = text_of(&messages[0]);
    let last = messages.last().unwrap();
    let call = |name: &str, arguments: Value| {
        let function = json!({"name": name, "arguments": arguments.to_string()});
        json!({"role": "assistant", "content": null, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]})
    };
    let message = if last["role"] == "tool" {
        json!({"role": "assistant", "content": format!("It says: {}", text_of(last))})
    } else if system.contains("front desk") {
        call("Agent", json!({"to": "billing", "question": "Was the order of Ada paid?"}))
    } else {
        call("search_orders", json!({"customer": "Ada"}))
    };
    let reason = if message["content"].is_null() { "tool_calls" } else { "stop" };
    let response = json!({
        "id": "x", "object": "chat.completion", "created": 0, "model": request["model"],
        "choices": [{"index": 0, "message": message, "finish_reason": reason, "logprobs": null}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    });
    requests.lock().unwrap().push(request);
    Json(response)
}

/// The text of a message, which is one text or a list of parts.
fn text_of(message: &Value) -> String {
    match &message["content"] {
        Value::String(text) => text.clone(),
        parts => parts.as_array().unwrap().iter().filter_map(|part| part["text"].as_str()).collect(),
    }
}

/// The address of a provider, and what it is asked.
async fn provider() -> (String, Requests) {
    let requests = Requests::default();
    let router = Router::new().route("/chat/completions", post(complete)).with_state(requests.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, router).await });
    (address, requests)
}

/// Two agents are asked twice each, with their own prompts, models and tools.
fn assert_conversation(answer: &str, requests: &Requests) {
    assert_eq!(answer, "It says: It says: Ada has the order 4711: a chain, paid, not delivered");
    let requests = requests.lock().unwrap();
    let sent = |request: &Value| {
        let tools = request["tools"].as_array().unwrap().iter();
        let names: Vec<_> = tools.map(|tool| tool["function"]["name"].as_str().unwrap().to_owned()).collect();
        (request["model"].as_str().unwrap().to_owned(), names.join(" "), request["messages"].as_array().unwrap().len())
    };
    let sent: Vec<_> = requests.iter().map(sent).collect();
    let (mini, full) = ("gpt-5-mini-2025-08-07".to_owned(), "gpt-5-2025-08-07".to_owned());
    assert_eq!(
        sent,
        [
            (mini.clone(), "Agent search_orders".to_owned(), 2),
            (full.clone(), "refund search_orders".to_owned(), 2),
            (full, "refund search_orders".to_owned(), 4),
            (mini, "Agent search_orders".to_owned(), 4),
        ]
    );
    let [first, second, ..] = requests.as_slice() else { panic!("{requests:?}") };
    let prompts = [first, second].map(|request| text_of(&request["messages"][0]));
    assert!(prompts[0].contains("Greet Ada, find out which order they mean"), "{prompts:?}");
    assert!(prompts[1].starts_with("You answer questions of Ada about payments."), "{prompts:?}");
    for prompt in &prompts {
        assert!(prompt.ends_with("Say so when you do not know something."), "{prompt}");
    }
    assert_eq!(text_of(&second["messages"][1]), "Was the order of Ada paid?");
    assert!((second["temperature"].as_f64().unwrap() - 0.2).abs() < 1e-6);
    let hand_over = &first["tools"][0]["function"];
    assert_eq!(hand_over["description"], "Hands the question over to another agent, and gives its answer.");
    assert_eq!(hand_over["parameters"]["properties"]["to"]["enum"], json!(["billing", "engineer"]));
}

#[tokio::test]
async fn the_desk_answers_over_rig() {
    let (address, requests) = provider().await;
    let openai: OpenAI = OpenAIConfig { base_url: address, ..OpenAIConfig::new("key") }.client();
    let answer = over_rig::answer(&openai, AgentKind::FrontDesk, "Ada", "Where is my money?").await.unwrap();
    assert_conversation(&answer, &requests);
}

#[tokio::test]
async fn the_desk_answers_over_async_openai() {
    let (address, requests) = provider().await;
    let config = async_openai::config::OpenAIConfig::new().with_api_base(address).with_api_key("key");
    let client = Client::with_config(config);
    let answer = over_async_openai::answer(&client, AgentKind::FrontDesk, "Ada", "Where is my money?").await.unwrap();
    assert_conversation(&answer, &requests);
}

#[test]
fn an_agent_calls_only_what_it_is_granted() {
    let refused = |kind, tool, arguments| support_desk::desk::call(kind, tool, arguments).err().unwrap().to_string();
    assert_eq!(refused(AgentKind::Engineer, "refund", json!({"order": 1})), "`engineer` may not use `refund`");
    assert_eq!(
        refused(AgentKind::FrontDesk, "Agent", json!({"to": "front-desk", "question": ""})),
        "`front-desk` may not hand over to `front-desk`"
    );
    assert_eq!(
        refused(AgentKind::FrontDesk, "Agent", json!({"to": "enginer", "question": ""})),
        "no agent has this name, did you mean `engineer`?"
    );
    assert_eq!(refused(AgentKind::Billing, "refnd", json!({})), "no tool has this name, did you mean `refund`?");
}
