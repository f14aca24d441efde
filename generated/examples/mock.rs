//! How to test a program that calls the API: `cargo test -p generated --features mock --example mock`

use humanloop::types::{ChatExperimentRequest, ChatMessage, ChatRole};
use humanloop::{Client, Result};

/// The program: asks, and answers in capitals.
async fn shout(client: &Client, question: &str) -> Result<String> {
    let question = ChatMessage::new(ChatRole::User).content(question);
    let request =
        ChatExperimentRequest::new("exp_Kd83vWq0ZtYs", [question]).project("harbour-guide");
    let samples = client
        .chat_experiment_stream(&request)
        .await?
        .samples()
        .await
        .into_result()?;
    Ok(samples
        .into_iter()
        .map(|sample| sample.text.to_uppercase())
        .collect())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    println!(
        "{}",
        shout(&Client::from_env()?, "When is high tide today?").await?
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::shout;
    use humanloop::endpoints::ChatExperiment;
    use humanloop::mock::{Fault, MockServer};

    type Outcome = Result<(), Box<dyn std::error::Error>>;

    #[tokio::test]
    async fn shouts_the_answer() -> Outcome {
        let server = MockServer::start()?;
        server.on::<ChatExperiment>().text("At 14:20.");
        assert_eq!(shout(&server.client()?, "When?").await?, "AT 14:20.");

        let request = server.requests().remove(0).json();
        assert_eq!(request["messages"][0]["content"], "When?");
        assert_eq!(request["stream"], true);
        Ok(())
    }

    #[tokio::test]
    async fn tells_when_the_answer_is_cut() -> Outcome {
        let server = MockServer::start()?;
        server
            .on::<ChatExperiment>()
            .text("At 14:20.")
            .fault(Fault::Cut);
        let error = shout(&server.client()?, "When?").await.unwrap_err();
        assert!(error.is_cut(), "{error}");
        Ok(())
    }
}
