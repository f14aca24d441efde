//! JSON pointers (RFC 6901): where in a document something stands.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A JSON pointer.
///
/// A pointer shares all but its last token with its parent, so that a walk
/// over a document makes one for each node it visits at the cost of that token.
#[derive(Clone, Default)]
pub struct Pointer(Option<Arc<Step>>);

struct Step {
    parent: Pointer,
    token: Box<str>,
}

impl Pointer {
    /// The pointer to the whole document.
    pub const fn root() -> Self {
        Self(None)
    }

    /// Reads a pointer as it stands in a `$ref` after the `#`, for example
    /// `/components/schemas/Pet`. `~1` and `~0` are unescaped; percent
    /// escapes are the caller's matter. `None` when it does not start with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::root());
        }
        let tokens = text.strip_prefix('/')?.split('/');
        Some(tokens.fold(Self::root(), |pointer, token| {
            pointer.child(token.replace("~1", "/").replace("~0", "~"))
        }))
    }

    /// The pointer to the member or element `token` of what this one points to.
    pub fn child(&self, token: impl Into<Box<str>>) -> Self {
        Self(Some(Arc::new(Step {
            parent: self.clone(),
            token: token.into(),
        })))
    }

    /// The pointer to what contains this place; `None` for the root.
    pub fn parent(&self) -> Option<Self> {
        self.0.as_ref().map(|step| step.parent.clone())
    }

    /// The last reference token, unescaped; `None` for the root.
    pub fn last(&self) -> Option<&str> {
        self.0.as_ref().map(|step| &*step.token)
    }

    /// The reference tokens, unescaped, outermost first.
    pub fn tokens(&self) -> std::vec::IntoIter<&str> {
        let mut tokens: Vec<&str> = self.ancestors().collect();
        tokens.reverse();
        tokens.into_iter()
    }

    /// How many tokens lead here.
    pub fn depth(&self) -> usize {
        self.ancestors().count()
    }

    /// The reference tokens, innermost first.
    fn ancestors(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(self.0.as_deref(), |step| step.parent.0.as_deref())
            .map(|step| &*step.token)
    }
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(one), Some(two)) if Arc::ptr_eq(one, two) => true,
            _ => self.ancestors().eq(other.ancestors()),
        }
    }
}

impl Eq for Pointer {}

impl Hash for Pointer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ancestors().for_each(|token| token.hash(state));
    }
}

impl PartialOrd for Pointer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Pointer {
    fn cmp(&self, other: &Self) -> Ordering {
        self.tokens().cmp(other.tokens())
    }
}

impl fmt::Debug for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pointer({self})")
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tokens()
            .try_for_each(|token| write!(f, "/{}", token.replace('~', "~0").replace('/', "~1")))
    }
}
