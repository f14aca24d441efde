use humanloop::Client;
use humanloop::types::{ChatExperimentRequest, CompletionModelConfigRequest};

pub fn case(client: &Client, chat: &ChatExperimentRequest, completion: &CompletionModelConfigRequest) {
    drop(client.chat_model_config(chat)); //~ E0308
    drop(client.chat_experiment_stream(completion)); //~ E0308
}
