//! Chained setters.

/// Writes chained setters, one per row: `optional content: impl Into<Content>`.
///
/// The first word says what the field is: `optional` an `Option`, `maybe` a `Maybe`, `null` the
/// setter of a `Maybe`'s null, `plain` the value itself; `boxed` and `maybe_boxed` stand behind a
/// `Box`. A field whose name is taken by a method is given behind the setter's:
/// `optional new_ = new: String`.
macro_rules! setters {
    ($($(#[$attribute:meta])* $presence:ident $name:ident $(= $field:ident)? $(: $type:ty)?),+ $(,)?) => {
        $($crate::runtime::setters! { @one $(#[$attribute])* $presence $name ($($field)? $name) $($type)? })+
    };
    (@one $(#[$attribute:meta])* optional $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        /// Sets the field of this name.
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = Some(value.into());
            self
        }
    };
    (@one $(#[$attribute:meta])* boxed $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        /// Sets the field of this name.
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = Some(Box::new(value.into()));
            self
        }
    };
    (@one $(#[$attribute:meta])* maybe_boxed $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        /// Sets the field of this name.
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = $crate::runtime::Maybe::Value(Box::new(value.into()));
            self
        }
    };
    (@one $(#[$attribute:meta])* maybe $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        /// Sets the field of this name.
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self, value: $type) -> Self {
            self.$field = $crate::runtime::Maybe::Value(value.into());
            self
        }
    };
    (@one $(#[$attribute:meta])* null $name:ident ($field:ident $($_:ident)?)) => {
        /// Sends null for the field of this name.
        $(#[$attribute])*
        // The setter of a deprecated field is deprecated itself.
        #[allow(deprecated)]
        pub fn $name(mut self) -> Self {
            self.$field = $crate::runtime::Maybe::Null;
            self
        }
    };
    (@one $(#[$attribute:meta])* plain $name:ident ($field:ident $($_:ident)?) $type:ty) => {
        /// Sets the field of this name.
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
