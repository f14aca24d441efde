//! `ImageUrl` of the schema. Written by `cargo xtask generate`.

use crate::runtime::{new, object, setters};
use super::ImageDetail;

/// Where an image is found, and how closely the model looks at it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ImageUrl {
    /// Where the image is found, as a URL, or as a data URL that holds it in base64.
    pub url: String,
    /// How closely the model looks at the image.
    pub detail: Option<ImageDetail>,
}
object! { ImageUrl { required url, optional detail } }

impl ImageUrl {
    /// With the members that must be set; the others start unset.
    pub fn new(url: impl Into<String>) -> Self {
        new! { Self { url: url.into() } unset { detail } }
    }

    setters! { optional detail: impl Into<ImageDetail> }
}
