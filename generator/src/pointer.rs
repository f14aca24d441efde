//! JSON pointers (RFC 6901): where in a document something stands.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A JSON pointer.
///
/// A pointer shares all but its last token with its parent, so that a walk
/// over a document makes one for each node it visits at the cost of that token.
/// It knows its own hash: tables keyed by places are asked far more often than
/// pointers are made.
#[derive(Clone, Default)]
pub struct Pointer(Option<Arc<Step>>);

struct Step {
    parent: Pointer,
    token: Box<str>,
    /// Made of the parent's hash and the token.
    hash: u64,
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
            if token.contains('~') {
                pointer.child(token.replace("~1", "/").replace("~0", "~"))
            } else {
                pointer.child(token)
            }
        }))
    }

    /// The pointer to the member or element `token` of what this one points to.
    pub fn child(&self, token: impl Into<Box<str>>) -> Self {
        let token = token.into();
        Self(Some(Arc::new(Step {
            parent: self.clone(),
            hash: mixed(self.digest(), &token),
            token,
        })))
    }

    /// What tables know it by; 0 for the root.
    fn digest(&self) -> u64 {
        self.0.as_ref().map_or(0, |step| step.hash)
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

/// The hash of a pointer with this token, whose parent has this hash: eight bytes at a time, which
/// is what most tokens are made of.
fn mixed(parent: u64, token: &str) -> u64 {
    let mut hash = parent.rotate_left(5) ^ token.len() as u64;
    for chunk in token.as_bytes().chunks(8) {
        let word = chunk
            .iter()
            .fold(0, |word, byte| word << 8 | u64::from(*byte));
        hash = (hash.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 29;
    }
    hash
}

impl PartialEq for Pointer {
    fn eq(&self, other: &Self) -> bool {
        let (mut one, mut two) = (&self.0, &other.0);
        if self.digest() != other.digest() {
            return false;
        }
        loop {
            match (one, two) {
                (None, None) => return true,
                // From here on both are the same pointer.
                (Some(a), Some(b)) if Arc::ptr_eq(a, b) => return true,
                (Some(a), Some(b)) if a.token == b.token => {
                    (one, two) = (&a.parent.0, &b.parent.0);
                }
                _ => return false,
            }
        }
    }
}

impl Eq for Pointer {}

impl Hash for Pointer {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.digest());
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
