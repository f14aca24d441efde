//! One answer: `cargo xtask mock -- cargo run -q -p generated --example answer`

use humanloop::types::{ChatMessage, ChatModelConfigRequest, ChatRole};
use humanloop::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = Client::from_env()?;
    let question = ChatMessage::new(ChatRole::User).content("When is high tide today?");
    let request = ChatModelConfigRequest::new([question], "prv_4TqLmZ81xKd0aWfYc2Rj9")
        .project("harbour-guide")
        .user("visitor-3391");

    let reply = client.chat_model_config(&request).await?;
    for sample in &reply.data {
        println!("{}", sample.output);
    }
    if let Some(usage) = &reply.usage {
        println!("({} tokens)", usage.total_tokens);
    }
    Ok(())
}
