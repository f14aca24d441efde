// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `docs`.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// \> no quotation
    ///
    /// Drops all, see the guide, below and `more`.
    ///
    /// > ⚠️ Mind:
    /// > it is final,
    /// > and goes on.
    ///
    /// > Deeper
    ///
    /// > Second
    ///
    /// - item
    ///
    ///   > within
    ///   > a \[0](x) is no link, \[](/empty) neither.
    ///
    /// `DELETE /docs` returns no body: Gone.
    #[doc(alias = "dropDocs")]
    pub fn drop_docs(&self) -> Call<DropDocs> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::drop_docs`](crate::Client::drop_docs).
#[derive(Debug, Clone, Copy)]
pub struct DropDocs;

impl Endpoint for DropDocs {
    const ROUTE: Route = Route::new("drop_docs", Verb::Delete, "/docs");
    type Reply = Empty;
    type Failure = NoFailure;
}
