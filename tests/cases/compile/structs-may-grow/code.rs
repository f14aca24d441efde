use humanloop::types::{ChatMessage, ChatRole, FunctionName};

pub fn literal() -> FunctionName {
    FunctionName { name: "depth_at".to_owned() } //~ E0639
}

pub fn update(message: ChatMessage) -> ChatMessage {
    ChatMessage { role: ChatRole::User, ..message } //~ E0639
}
