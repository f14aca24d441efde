//! `T` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{UnknownWord, object, words};

/// Bidi  override, bell , tab    separated \<img src=x onerror=alert(1)> http://\[::1]/
///
/// fn main() {}
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct T {
    /// `a"b\c {}`. Default: ``"`}`"``.
    pub a_b_c: Option<String>,
    /// `w`.
    ///
    /// Example: ````"``` \n"````
    pub w: Option<TW>,
}
object! { T { optional a_b_c = "a\"b\\c\n{}", optional w } }

/// The `w` of [`T`].
///
/// Example: ````"``` \n"````
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TW {
    /// `"` on the wire.
    DoubleQuote,
    /// `\` on the wire.
    Backslash,
    /// (blank) on the wire.
    Empty,
    /// `{}` on the wire.
    OpenBraceCloseBrace,
    /// (blank) on the wire.
    U202e,
    /// `` ` `` on the wire.
    Backtick,
    /// A word that this crate does not know.
    Unknown(UnknownWord),
}
words! { TW, else Unknown {
    DoubleQuote = "\"", Backslash = "\\", Empty = "\n", OpenBraceCloseBrace = "{}",
    U202e = "\u{202e}", Backtick = "`",
} }
