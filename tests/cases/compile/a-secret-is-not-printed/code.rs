use humanloop::Secret;

pub fn case(secret: &Secret) -> String {
    format!("{secret}") //~ E0277
}
