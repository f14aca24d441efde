use humanloop::types::CompletionModelConfigRequest;

pub fn case() -> CompletionModelConfigRequest {
    CompletionModelConfigRequest::new("prv_1").stream(true) //~ E0599
}
