//! Text that is never printed, and the means to keep it out of messages.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A key, token or password. `Debug` prints nothing of it, and there is no `Display`.
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Secret(Arc<str>);

impl Secret {
    /// A secret of this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into().into())
    }

    /// The text itself; take care where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        WRITTEN.with_borrow_mut(|written| {
            if let Some(written) = written {
                written.push(self.clone());
            }
        });
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::new)
    }
}

thread_local! {
    /// The secrets that the request written right now holds.
    static WRITTEN: RefCell<Option<Vec<Secret>>> = const { RefCell::new(None) };
}

/// Writes something and says which secrets went into it, so that no message about it repeats them.
pub(crate) fn collect<T>(write: impl FnOnce() -> T) -> (T, Vec<Secret>) {
    let outer = WRITTEN.replace(Some(Vec::new()));
    let result = write();
    let written = WRITTEN.replace(outer).unwrap_or_default();
    (result, written)
}

/// What stands in messages in place of a secret.
const MASK: &str = "[secret]";

/// Texts shorter than this are left alone: masking every `a` would hide the message, not the secret.
const SHORTEST: usize = 4;

/// The text with every secret in it masked.
pub(crate) fn scrub<'a>(text: &str, secrets: impl IntoIterator<Item = &'a Secret>) -> String {
    let mut clean = text.to_owned();
    for secret in secrets {
        if secret.expose().len() >= SHORTEST && clean.contains(secret.expose()) {
            clean = clean.replace(secret.expose(), MASK);
        }
    }
    clean
}
