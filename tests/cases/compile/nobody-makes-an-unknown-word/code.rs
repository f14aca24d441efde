use humanloop::types::ChatRole;

pub fn case() -> ChatRole {
    ChatRole::Unknown("user".into()) //~ E0277
}
