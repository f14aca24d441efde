use humanloop::types::ChatRole;

pub fn case(role: &ChatRole) -> bool {
    match role { //~ E0004
        ChatRole::User | ChatRole::Assistant | ChatRole::System | ChatRole::Tool => true,
        ChatRole::Unknown(_) => false,
    }
}
