#[tokio::main]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
    println!("http://{}/agents", listener.local_addr()?);
    axum::serve(listener, roster_service::router()).await
}
