//! Chained setters.

/// Writes chained setters, one per row: `optional content: impl Into<Content>`.
///
/// The first word says what the field is: `optional` an `Option`, `maybe` a `Maybe`, `null` the
/// setter of a `Maybe`'s null, `plain` the value itself; `boxed` and `maybe_boxed` stand behind a
/// `Box`. A field whose name is taken by a method is given behind the setter's:
/// `optional new_ = new: String`; what a raw name stands for is given too, as links need it:
/// `optional r#type as type: String`.
macro_rules! setters {
    ($($(#[$attribute:meta])* $presence:ident $name:ident $(as $plain:ident)? $(= $field:ident)? $(: $type:ty)?),+ $(,)?) => {
        $($crate::runtime::setters! {
            @one [$($plain)? $($field)? $name] $(#[$attribute])* $presence $name ($($field)? $name) $($type)?
        })+
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* optional $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* boxed $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = Some(Box::new(value.into()));
            self
        }
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* maybe_boxed $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = $crate::runtime::Maybe::Value(Box::new(value.into()));
            self
        }
    };
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* maybe $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = $crate::runtime::Maybe::Value(value.into());
            self
        }
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
    (@one [$word:ident $($__:ident)*] $(#[$attribute:meta])* plain $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        #[doc = concat!("Sets [`", stringify!($word), "`](field@Self::", stringify!($word), ").")]
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = value.into();
            self
        }
    };
}
pub(crate) use setters;
