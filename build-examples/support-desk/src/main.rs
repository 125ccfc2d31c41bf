use rig_core::providers::openai::OpenAI;
use support_desk::desk::AgentKind;
use support_desk::over_rig;

/// Asks the front desk, or the agent that is named first: `support-desk billing Ada "Where is my money?"`.
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let (kind, customer, question) = match arguments.as_slice() {
        [customer, question] => (AgentKind::FrontDesk, customer, question),
        [agent, customer, question] => (agent.parse()?, customer, question),
        _ => return Err("usage: support-desk [AGENT] CUSTOMER QUESTION".into()),
    };
    println!("{}", over_rig::answer(&OpenAI::from_env()?, kind, customer, question).await?);
    Ok(())
}
