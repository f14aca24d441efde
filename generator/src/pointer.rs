//! JSON pointers (RFC 6901): where in a document something stands.

use std::fmt;

/// A JSON pointer, kept as its unescaped reference tokens.
///
/// Pointers are built only where a name or a report needs one, so they favour
/// clarity over sharing.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(Vec<Box<str>>);

impl Pointer {
    /// The pointer to the whole document.
    pub const fn root() -> Self {
        Self(Vec::new())
    }

    /// Reads a pointer as it stands in a `$ref` after the `#`, for example
    /// `/components/schemas/Pet`. `~1` and `~0` are unescaped; percent
    /// escapes are the caller's matter. `None` when it does not start with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::root());
        }
        let tokens = text.strip_prefix('/')?.split('/');
        Some(Self(
            tokens
                .map(|token| token.replace("~1", "/").replace("~0", "~").into())
                .collect(),
        ))
    }

    /// The pointer to the member or element `token` of what this one points to.
    pub fn child(&self, token: impl Into<Box<str>>) -> Self {
        let mut tokens = Vec::with_capacity(self.0.len() + 1);
        tokens.extend(self.0.iter().cloned());
        tokens.push(token.into());
        Self(tokens)
    }

    /// The pointer to what contains this place; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_last()?;
        Some(Self(rest.to_vec()))
    }

    /// The last reference token; `None` for the root.
    pub fn last(&self) -> Option<&str> {
        self.0.last().map(AsRef::as_ref)
    }

    /// The reference tokens, outermost first.
    pub fn tokens(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        self.0.iter().map(AsRef::as_ref)
    }

    /// How many tokens lead here.
    pub fn depth(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|token| write!(f, "/{}", token.replace('~', "~0").replace('/', "~1")))
    }
}
