use humanloop::types::{ChatResponse, Usage};

pub fn response() -> ChatResponse {
    ChatResponse::default() //~ E0599
}

pub fn usage() -> Usage {
    Usage::new(1, 2, 3) //~ E0599
}
