// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group `a"b`.

use crate::Client;
use crate::runtime::{Call, Endpoint, Json, NoFailure, Route, Verb};
use super::types::T;

impl Client {
    /// */ \<script>alert(1)\</script> \[link] {}
    ///
    /// ### A heading
    ///
    /// Text with \<b>HTML\</b>, a [link](https://example.com/x), a relative one,
    /// \[Vec], `code <b>`, an open \` tick, <https://example.com/bare>, and `https://example.com/{id}`.
    ///
    /// > quoted
    /// > Setext
    ///
    /// indented code
    ///
    /// - item
    ///   - inner
    ///     lazy line
    /// 1. one
    ///    ```text
    ///    panic!("not compiled");
    ///    ```
    ///    \<escaped> &lt; a \\ b
    ///    ````text
    ///    never closed ``` here
    ///    ````
    ///
    /// `GET /a"b/%7B%7D/*/` returns [`T`]: Fine.
    pub fn hostile(&self) -> Call<Hostile> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::hostile`](crate::Client::hostile).
#[derive(Debug, Clone, Copy)]
pub struct Hostile;

impl Endpoint for Hostile {
    const ROUTE: Route = Route::new("hostile", Verb::Get, "/a\"b/%7B%7D/*/");
    type Reply = Json<T>;
    type Failure = NoFailure;
}
