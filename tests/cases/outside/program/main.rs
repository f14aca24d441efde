//! A program outside of the workspace, with a test of its own against the mock server.

use humanloop::endpoints::ChatModelConfig;
use humanloop::mock::MockServer;
use humanloop::types::{ChatMessage, ChatModelConfigRequest, ChatRole};
use humanloop::{Client, Result};

async fn ask(client: &Client, question: &str) -> Result<String> {
    let question = ChatMessage::new(ChatRole::User).content(question);
    let request = ChatModelConfigRequest::new([question], "prv_1").project("outside");
    let mut text = client.chat_model_config_stream(&request).await?.text();
    let mut answer = String::new();
    while let Some(piece) = text.next().await {
        answer.push_str(&piece?.text);
    }
    Ok(answer)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let server = MockServer::start()?;
    server.on::<ChatModelConfig>().text("It works outside, too.");
    println!("{}", ask(&server.client()?, "Does it?").await?);
    Ok(())
}
