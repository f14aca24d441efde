//! A gateway of one's own in front of the API: another base URL, its headers, its members, no key of ours:
//! `cargo xtask mock -- cargo run -q -p generated --example gateway`

use std::time::Duration;

use humanloop::types::{ChatMessage, ChatModelConfigRequest, ChatRole};
use humanloop::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let url = std::env::var("HUMANLOOP_BASE_URL")
        .unwrap_or_else(|_| "https://gateway.example/v4".to_owned());
    let client = Client::builder()
        .base_url(url)
        // The gateway adds the API's key; this is the one that it wants itself.
        .without_credentials()
        .default_header("x-api-key", "key-of-the-gateway")
        .default_header("x-tenant", "harbour")
        .timeout(Duration::from_secs(120))
        .retries(1)
        .idempotency_header("x-request-key")
        .build()?;

    let question = ChatMessage::new(ChatRole::User).content("When is high tide today?");
    let request = ChatModelConfigRequest::new([question], "prv_4TqLmZ81xKd0aWfYc2Rj9")
        .project("harbour-guide");
    let reply = client
        .chat_model_config(&request)
        .header("x-trace", "0042")
        .idempotency_key("visit-0042")
        .extra("routing", "cheapest")
        .send_with_meta()
        .await?;
    println!("{}", reply.value.data[0].output);
    println!(
        "status {}, attempts {}",
        reply.meta.status(),
        reply.meta.attempts()
    );
    Ok(())
}
