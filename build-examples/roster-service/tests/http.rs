//! The service as a client sees it.

use serde_json::Value;

/// The status and the body that a path has.
async fn get(path: &str) -> (u16, String) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, roster_service::router()).await });
    let response = reqwest::get(format!("http://{address}{path}")).await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

#[tokio::test]
async fn the_roster_is_a_list() {
    let (status, body) = get("/agents").await;
    let agents: Vec<Value> = serde_json::from_str(&body).unwrap();
    assert_eq!((status, agents.len(), agents[0]["name"].as_str()), (200, 5, Some("backend-architect")));
}

#[tokio::test]
async fn an_agent_has_a_page_and_its_prompt_another() {
    let (status, body) = get("/agents/senior-backend-expert").await;
    let agent: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, agent["model"].as_str()), (200, Some("opus")));
    let (status, prompt) = get("/agents/senior-backend-expert/prompt").await;
    assert_eq!((status, prompt.as_str()), (200, roster_service::SENIOR_BACKEND_EXPERT.prompt()));
}

#[tokio::test]
async fn a_name_that_is_not_there_gets_a_suggestion() {
    let answer = get("/agents/senior-backend-expart").await;
    assert_eq!(answer, (404, "no agent has this name, did you mean `senior-backend-expert`?".to_owned()));
}
