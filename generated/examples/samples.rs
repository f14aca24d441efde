//! Two samples at once, side by side while they grow:
//! `cargo xtask mock --delay 60 -- cargo run -q -p generated --example samples`

use humanloop::types::CompletionModelConfigRequest;
use humanloop::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let client = Client::from_env()?;
    let request = CompletionModelConfigRequest::new("prv_9GxUe6SbC1iHn4OyT7VdM")
        .project("harbour-guide")
        .num_samples(2);

    let mut growing = client
        .completion_model_config_stream(&request)
        .await?
        .running();
    while let Some(samples) = growing.next().await {
        let texts: Vec<_> = samples
            .samples
            .iter()
            .map(|sample| sample.text.as_str())
            .collect();
        println!("{}", texts.join(" | "));
    }

    // Nothing is lost in silence: each sample says why it ended, and the whole says what went wrong.
    let samples = growing.into_samples();
    for sample in &samples.samples {
        println!(
            "{}: {:?} ({} pieces)",
            sample.key, sample.finish, sample.pieces
        );
    }
    samples.into_result().map(drop)
}
