//! The macro behind emitted enums of answers by status.

/// Implements [`Decode`] for an enum of answers by status.
///
/// Exact statuses come first, then classes (`class 4` is `4XX`), then `default`. A case is a kind of body
/// (`Json`, `Text`, `Raw`) and a variant that holds its value, or a variant alone for one without a body.
/// `reply` enums also take the place of successes; those of `failure`s never do.
///
/// ```ignore
/// answers! { reply FindPetReply { 200 => Found(Json), 304 => NotModified, class 2 => Other(Raw) } }
/// answers! { failure FindPetFailure { 422 => Invalid(Json), default => Other(Json) } }
/// ```
#[allow(
    unused_macros,
    reason = "whether an endpoint answers by status depends on the document"
)]
macro_rules! answers {
    (reply $name:ident { $($cases:tt)* }) => {
        $crate::runtime::answers! { @impl $name (true) { $($cases)* } }
    };
    (failure $name:ident { $($cases:tt)* }) => {
        $crate::runtime::answers! { @impl $name (false) { $($cases)* } }
    };
    (@impl $name:ident ($reply:literal) {
        $($exact:literal => $variant:ident $(($kind:ident))?),*
        $($(,)? class $class:literal => $in_class:ident $(($class_kind:ident))?)*
        $($(,)? default => $other:ident $(($other_kind:ident))?)? $(,)?
    }) => {
        impl $crate::runtime::Decode for $name {
            type Value = Self;
            const ACCEPT: &'static str = "application/json, */*;q=0.5";

            fn accepts(status: ::http::StatusCode) -> bool {
                let listed: &[u16] = &[$($exact),*];
                status.is_success() || ($reply && listed.contains(&status.as_u16()))
            }

            fn decode(
                answer: &$crate::runtime::Answer<'_>,
            ) -> ::core::result::Result<Self, $crate::runtime::JsonError> {
                let status = answer.status.as_u16();
                $(if status == $exact {
                    return $crate::runtime::answers!(@case answer $variant $(($kind))?);
                })*
                $(if status / 100 == $class {
                    return $crate::runtime::answers!(@case answer $in_class $(($class_kind))?);
                })*
                $crate::runtime::answers!(@case answer $($other $(($other_kind))?)?)
            }
        }
    };
    (@case $answer:ident) => {
        ::core::result::Result::Err($crate::runtime::no_case())
    };
    (@case $answer:ident $variant:ident (Json)) => {
        <$crate::runtime::Json<_> as $crate::runtime::Decode>::decode($answer).map(Self::$variant)
    };
    (@case $answer:ident $variant:ident ($kind:ident)) => {
        <$crate::runtime::$kind as $crate::runtime::Decode>::decode($answer).map(Self::$variant)
    };
    (@case $answer:ident $variant:ident) => {
        ::core::result::Result::Ok(Self::$variant)
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use answers;
