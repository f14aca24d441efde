use humanloop::types::{ChatExperimentRequest, CompletionResponse};

pub fn request(request: ChatExperimentRequest) -> ChatExperimentRequest {
    request.suffix("end") //~ E0599
}

pub fn answer(response: &CompletionResponse) -> bool {
    response.tool_choice.is_some() //~ E0609
}
