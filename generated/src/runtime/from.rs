//! Conversions from what a variant or a part holds.

/// Implements `From` for the payloads of a union or the parts of an overlap.
macro_rules! from {
    ($type:ident { $($variant:ident($payload:ty)),* $(,)? }) => {
        $(impl ::core::convert::From<$payload> for $type {
            fn from(value: $payload) -> Self {
                Self::$variant(value.into())
            }
        })*
    };
}
pub(crate) use from;
