//! An answer, token by token: `cargo xtask mock --delay 60 -- cargo run -q -p generated --example stream`

use std::io::{self, Write};

use humanloop::Client;
use humanloop::types::{ChatMessage, ChatModelConfigRequest, ChatRole};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Client::from_env()?;
    let question = ChatMessage::new(ChatRole::User).content("When is high tide today?");
    let request = ChatModelConfigRequest::new([question], "prv_4TqLmZ81xKd0aWfYc2Rj9")
        .project("harbour-guide");

    let mut tokens = client.chat_model_config_stream(&request).await?.text();
    while let Some(token) = tokens.next().await {
        print!("{}", token?);
        io::stdout().flush()?;
    }
    println!();
    Ok(())
}
