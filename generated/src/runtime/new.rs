//! The struct that a constructor makes.

/// A struct with the members that are given, and with the others unset:
/// `new! { Self { role: role.into() } unset { content, name } }`.
macro_rules! new {
    ($type:ident { $($field:ident $(: $value:expr)?),* $(,)? } unset { $($unset:ident),* $(,)? }) => {
        $type {
            $($field $(: $value)?,)*
            $($unset: ::core::default::Default::default(),)*
        }
    };
}
pub(crate) use new;
