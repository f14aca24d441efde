//! Chained setters.

/// Writes chained setters, one per row: `optional content: impl Into<Content>`.
///
/// The first word says what the field is: `optional` an `Option`, `maybe` a `Maybe`, `null` the
/// setter of a `Maybe`'s null, `plain` the value itself; `boxed` and `maybe_boxed` stand behind a
/// `Box`. The items of a list stand in brackets: `optional stop [impl Into<String>]`. A field whose
/// name is taken by a method is given behind the setter's: `optional new_ = new: String`; what a raw
/// name stands for is given too, as links need it: `optional r#type as type: String`.
macro_rules! setters {
    ($($(#[$attribute:meta])* $presence:ident $name:ident $(as $plain:ident)? $(= $field:ident)? $(: $type:ty)? $([$item:ty])?),+ $(,)?) => {
        $($crate::runtime::setters! {
            @one [$($plain)? $($field)? $name] $(#[$attribute])* $presence $name ($($field)? $name) $(: $type)? $([$item])?
        })+
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* null $name:ident ($field:ident $($_:ident)?)) => {
        #[doc = concat!("Sends null for [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self) -> Self {
            self.$field = $crate::runtime::Maybe::Null;
            self
        }
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* $presence:ident $name:ident ($field:ident $($_:ident)?) : $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = $crate::runtime::given::$presence(value);
            self
        }
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* $presence:ident $name:ident ($field:ident $($_:ident)?) [$item:ty]) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, values: impl IntoIterator<Item = $item>) -> Self {
            self.$field = $crate::runtime::given::lists::$presence(values);
            self
        }
    };
}
pub(crate) use setters;
