//! `Thing` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{Base64, Duration, Secret, object, setters};
use std::collections::BTreeMap;

/// `Thing` of the schema.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// `moment`.
    pub moment: Option<jiff::Timestamp>,
    /// `day`.
    pub day: Option<jiff::civil::Date>,
    /// `hour`.
    pub hour: Option<jiff::civil::Time>,
    /// `span`.
    pub span: Option<Duration>,
    /// `id`.
    pub id: Option<uuid::Uuid>,
    /// `link`.
    pub link: Option<url::Url>,
    /// `data`.
    pub data: Option<Base64>,
    /// `secret`.
    pub secret: Option<Secret>,
    /// `small`.
    pub small: Option<i32>,
    /// `half`.
    pub half: Option<f64>,
    /// `any`.
    pub any: Option<serde_json::Value>,
    /// `map`.
    pub map: Option<BTreeMap<String, Vec<Option<i64>>>>,
}
object! { Thing {
    optional moment, optional day, optional hour, optional span, optional id, optional link,
    optional data, optional secret, optional small, optional half, optional any, optional map,
} }

impl Thing {
    /// Nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        optional moment: jiff::Timestamp, optional day: jiff::civil::Date,
        optional hour: jiff::civil::Time, optional span: Duration, optional id: uuid::Uuid,
        optional link: url::Url, optional data: impl Into<Base64>,
        optional secret: impl Into<Secret>, optional small: i32, optional half: f64,
        optional any: impl Into<serde_json::Value>,
        optional map: impl Into<BTreeMap<String, Vec<Option<i64>>>>,
    }
}
