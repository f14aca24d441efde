use humanloop::types::ChatExperimentRequest;

pub fn case() -> ChatExperimentRequest {
    ChatExperimentRequest::new("exp_1") //~ E0061
}
