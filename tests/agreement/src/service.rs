//! The model service that Claude Code talks to: it starts one agent after the other, and keeps what each of them asks for.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::future::{IntoFuture as _, ready};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::Uri;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

/// What the user asks the main session, by which its requests are told from those of the agents.
pub(crate) const START: &str = "START THE AGENTS";

/// How many agents are started at once.
const AT_ONCE: usize = 10;

/// What an agent asked for, when it was started.
#[derive(Clone, Debug)]
pub(crate) enum Started {
    /// The model and the tools of its first request.
    With { model: String, tools: Vec<String> },
    /// What Claude Code says instead of starting it.
    Refused(String),
}

/// What was seen in one run of Claude Code.
#[derive(Default)]
pub(crate) struct Seen {
    /// The list of agents that the model is given.
    pub(crate) list: String,
    /// The agents by name.
    pub(crate) started: BTreeMap<String, Started>,
}

/// A service on the loopback, for one run.
pub(crate) struct Service {
    pub(crate) address: String,
    seen: Arc<Mutex<Seen>>,
    /// It ends the service when it is dropped.
    _runtime: Runtime,
}

impl Service {
    /// Starts a service that asks for these agents.
    pub(crate) fn start(names: Vec<String>) -> std::io::Result<Self> {
        let runtime = Runtime::new()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let address = format!("http://{}", listener.local_addr()?);
        let seen = Arc::new(Mutex::new(Seen::default()));
        let (of_task, names) = (Arc::clone(&seen), Arc::new(names));
        let any = move |uri: Uri, text: String| ready(answer(uri.path(), &text, &names, &of_task));
        runtime
            .spawn(axum::serve(listener, Router::new().fallback(any).layer(DefaultBodyLimit::disable())).into_future());
        Ok(Self { address, seen, _runtime: runtime })
    }

    /// What has been seen.
    pub(crate) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn answer(path: &str, text: &str, names: &[String], seen: &Mutex<Seen>) -> impl IntoResponse + use<> {
    let body: Value = serde_json::from_str(text).unwrap_or_default();
    let (kind, text) = if path.contains("count_tokens") {
        ("application/json", json!({ "input_tokens": 10 }).to_string())
    } else {
        let calls = record(&body, text, names, &mut seen.lock().unwrap_or_else(PoisonError::into_inner));
        let (content, stop) = if calls.is_empty() {
            (vec![json!({ "type": "text", "text": "ok" })], "end_turn")
        } else {
            (calls, "tool_use")
        };
        match body.get("stream").and_then(Value::as_bool) {
            Some(true) => ("text/event-stream", stream(&body, &content, stop)),
            _ => ("application/json", message(&body, &content, Some(stop)).to_string()),
        }
    };
    ([(CONTENT_TYPE, kind)], text)
}

/// Keeps what a request shows, and gives the calls that answer it.
fn record(body: &Value, text: &str, names: &[String], seen: &mut Seen) -> Vec<Value> {
    let parts: Vec<&Value> =
        body.get("messages").and_then(Value::as_array).into_iter().flatten().flat_map(parts).collect();
    let tools: Vec<String> =
        list(body, "tools").filter_map(|tool| Some(tool.get("name")?.as_str()?.to_owned())).collect();
    if text.contains(START) {
        let is_list = |part: &&str| part.contains("Available agent types");
        if let Some(list) = parts.iter().filter_map(|part| part.get("text")?.as_str()).find(is_list) {
            list.clone_into(&mut seen.list);
        }
        for part in &parts {
            let index = part.get("tool_use_id").and_then(Value::as_str).and_then(index_of);
            if let Some(name) = index.and_then(|index| names.get(index)) {
                let said = part.get("content").map(Value::to_string).unwrap_or_default();
                seen.started.entry(name.clone()).or_insert(Started::Refused(said));
            }
        }
        let asked = parts.iter().filter(|part| part.get("type").is_some_and(|kind| kind == "tool_use")).count();
        let is_main = tools.iter().any(|tool| tool == "Agent");
        return names.iter().enumerate().skip(asked).take(if is_main { AT_ONCE } else { 0 }).map(call).collect();
    }
    let index = parts.iter().filter_map(|part| part.get("text")?.as_str()).find_map(index_of);
    if let Some(name) = index.and_then(|index| names.get(index)) {
        let model = body.get("model").and_then(Value::as_str).unwrap_or_default().to_owned();
        seen.started.entry(name.clone()).or_insert(Started::With { model, tools });
    }
    Vec::new()
}

fn list<'v>(body: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    body.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// The parts of a message, a text being one part.
fn parts(message: &Value) -> Vec<&Value> {
    match message.get("content") {
        Some(Value::Array(parts)) => parts.iter().collect(),
        Some(Value::String(_)) => vec![message],
        _ => Vec::new(),
    }
}

/// The call that starts an agent. Its number is in the identifier and in the prompt.
fn call((index, name): (usize, &String)) -> Value {
    let task = format!("task-{index}.");
    let input = json!({ "description": "t", "prompt": task, "subagent_type": name, "run_in_background": false });
    json!({ "type": "tool_use", "id": task, "name": "Agent", "input": input })
}

fn index_of(text: &str) -> Option<usize> {
    let (_, rest) = text.split_once("task-")?;
    rest.split('.').next()?.parse().ok()
}

fn message(body: &Value, content: &[Value], stop: Option<&str>) -> Value {
    json!({
        "id": "m", "type": "message", "role": "assistant", "model": body.get("model"), "content": content,
        "stop_reason": stop, "stop_sequence": null, "usage": { "input_tokens": 1, "output_tokens": 1 },
    })
}

fn stream(body: &Value, content: &[Value], stop: &str) -> String {
    let mut events = vec![json!({ "type": "message_start", "message": message(body, &[], None) })];
    for (index, part) in content.iter().enumerate() {
        let (start, delta) = match part.get("input") {
            Some(input) => {
                let mut start = part.clone();
                if let Some(empty) = start.get_mut("input") {
                    *empty = json!({});
                }
                (start, json!({ "type": "input_json_delta", "partial_json": input.to_string() }))
            }
            None => (json!({ "type": "text", "text": "" }), json!({ "type": "text_delta", "text": part.get("text") })),
        };
        events.push(json!({ "type": "content_block_start", "index": index, "content_block": start }));
        events.push(json!({ "type": "content_block_delta", "index": index, "delta": delta }));
        events.push(json!({ "type": "content_block_stop", "index": index }));
    }
    let delta = json!({ "stop_reason": stop, "stop_sequence": null });
    events.push(json!({ "type": "message_delta", "delta": delta, "usage": { "output_tokens": 1 } }));
    events.push(json!({ "type": "message_stop" }));
    let mut text = String::new();
    for event in events {
        let kind = event.get("type").and_then(Value::as_str).unwrap_or_default();
        let _ = write!(text, "event: {kind}\ndata: {event}\n\n");
    }
    text
}
