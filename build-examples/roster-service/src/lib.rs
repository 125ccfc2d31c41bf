//! A roster over HTTP.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

include_agents::include_agents!("../../agents/");

/// The routes: all agents, one of them, and its prompt.
pub fn router() -> Router {
    Router::new()
        .route("/agents", get(async || Json(AgentKind::ALL.iter().copied().map(summary).collect::<Vec<_>>())))
        .route("/agents/{name}", get(async |Path(name): Path<String>| find(&name).map(summary).map(Json)))
        .route(
            "/agents/{name}/prompt",
            get(async |Path(name): Path<String>| find(&name).map(|kind| kind.agent().prompt())),
        )
}

/// The agent of a name. The error suggests the closest.
fn find(name: &str) -> Result<AgentKind, (StatusCode, String)> {
    name.parse().map_err(|error: include_agents::UnknownAgent| (StatusCode::NOT_FOUND, error.to_string()))
}

fn summary(kind: AgentKind) -> Value {
    let sections: Vec<_> = kind.sections().map(|section| section.title()).collect();
    json!({"name": kind, "description": kind.agent().description(), "model": kind.model(), "sections": sections})
}
