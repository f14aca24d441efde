//! Stand-in for the machine-written part, until it is generated.

use crate::runtime::{Api, Scheme, SchemeKind};

/// The facts of the API.
pub(crate) const API: Api = Api {
    title: "Humanloop API",
    version: "4.0.1",
    base_url: None,
    retired: Some("2025-09-08"),
    servers: &["https://api.humanloop.com/v4"],
    env_prefix: "HUMANLOOP",
    schemes: &[Scheme { name: "APIKeyHeader", kind: SchemeKind::HeaderKey("X-API-KEY") }],
};
