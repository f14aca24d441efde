//! What goes wrong, and how it is told; a server of its own provides the faults:
//! `cargo run -q -p generated --features mock --example errors`

use std::time::Duration;

use humanloop::endpoints::ChatExperiment;
use humanloop::mock::{Fault, MockServer};
use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
use serde_json::json;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = MockServer::start()?;
    let client = server.client()?;
    let question = ChatMessage::new(ChatRole::User).content("When is high tide today?");
    let request =
        ChatExperimentRequest::new("exp_Kd83vWq0ZtYs", [question]).project("harbour-guide");

    // A busy server is asked again, after the time that it names.
    server
        .on::<ChatExperiment>()
        .reply_status(429, json!({"detail": "Slower, please."}))
        .header("retry-after-ms", "20")
        .then()
        .text("High tide is at 14:20.");
    let reply = client.chat_experiment(&request).send_with_meta().await?;
    println!(
        "{} (attempts: {})",
        reply.value.data[0].output,
        reply.meta.attempts()
    );

    // A refusal has a status, the body as the schema knows it, and the body as it came.
    server.on::<ChatExperiment>().status(422);
    if let Err(error) = client.chat_experiment(&request).await {
        println!("{error}");
        println!("typed: {:?}", error.failure::<ChatExperiment>().is_some());
    }

    // A stream that breaks gives everything before the break first.
    server
        .on::<ChatExperiment>()
        .text("High tide is at 14:20.")
        .fault_after(3, Fault::Reset);
    let samples = client
        .chat_experiment_stream(&request)
        .await?
        .samples()
        .await;
    println!(
        "{:?}, then: {:?}",
        samples.samples[0].text,
        samples.error.map(|error| error.is_cut())
    );

    // A server that falls silent is noticed.
    server.on::<ChatExperiment>().fault(Fault::Stall);
    let call = client
        .chat_experiment_stream(&request)
        .idle_timeout(Duration::from_millis(100));
    let samples = call.await?.samples().await;
    println!(
        "timeout: {:?}",
        samples.error.map(|error| error.is_timeout())
    );
    Ok(())
}
