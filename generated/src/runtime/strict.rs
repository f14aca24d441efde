//! Rules across members that only a strict client keeps.

use super::{Call, Object};
use crate::client::{Builder, Client};
use crate::error::Error;

impl Client {
    /// Whether requests are refused as [`Builder::strict`] says.
    pub fn is_strict(&self) -> bool {
        self.settings.strict
    }
}

impl Builder {
    /// Refuses a request with none of some members, where its type says that a strict client wants one of them.
    ///
    /// By default such a request is sent: the document does not say plainly that the server refuses it.
    pub fn strict(mut self, strict: bool) -> Self {
        self.strict = strict;
        self
    }
}

impl<Op, Mode> Call<Op, Mode> {
    /// Refuses the call when a rule of the document is broken; the rule is told whether the client is strict.
    #[doc(hidden)]
    pub fn check(self, rule: impl FnOnce(bool) -> Result<(), String>) -> Self {
        self.change(|_, client| rule(client.is_strict()).map_err(Error::refused))
    }
}

/// What strict clients refuse to send.
pub fn expected(request: &impl Object, strict: bool) -> Result<(), String> {
    if strict { request.expected() } else { Ok(()) }
}
