// Written by `cargo xtask generate`; change the schema and run it again.
//! Endpoints of the group ` space  `.

use crate::Client;
use crate::runtime::{Call, Empty, Endpoint, NoFailure, Route, Verb};

impl Client {
    /// `GET /space%20` returns no body: Nothing.
    #[doc(alias = "endsWithASpace")]
    pub fn ends_with_a_space(&self) -> Call<EndsWithASpace> {
        Call::new(self)
    }
}

/// Marks the calls of [`Client::ends_with_a_space`](crate::Client::ends_with_a_space).
#[derive(Debug, Clone, Copy)]
pub struct EndsWithASpace;

impl Endpoint for EndsWithASpace {
    const ROUTE: Route = Route::new("ends_with_a_space", Verb::Get, "/space%20");
    type Reply = Empty;
    type Failure = NoFailure;
}
