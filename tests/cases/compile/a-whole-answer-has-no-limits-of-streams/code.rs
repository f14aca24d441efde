use std::time::Duration;

use humanloop::Client;
use humanloop::types::ChatExperimentRequest;

pub fn case(client: &Client, request: &ChatExperimentRequest) {
    drop(client.chat_experiment(request).idle_timeout(Duration::from_secs(1))); //~ E0599
}
