//! Files of a multipart body.

use super::multipart::UPLOAD;
use bytes::Bytes;
use serde::Serialize;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, SerializeSeq, Serializer};
use std::fmt;

/// A file of a multipart body.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Upload {
    /// Its name as the server is told; without one, that of the part.
    pub file_name: Option<String>,
    /// Its media type; else the one that the document says, or `application/octet-stream`.
    pub content_type: Option<String>,
    /// What is in it.
    pub bytes: Bytes,
}

impl Upload {
    /// A file of this name; bytes that are owned are not copied.
    pub fn new(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self {
            file_name: Some(file_name.into()),
            content_type: None,
            bytes: bytes.into(),
        }
    }

    /// Says what media type it is of.
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Self {
            file_name: None,
            content_type: None,
            bytes,
        }
    }
}

impl From<Vec<u8>> for Upload {
    fn from(bytes: Vec<u8>) -> Self {
        Bytes::from(bytes).into()
    }
}

impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("file_name", &self.file_name)
            .field("content_type", &self.content_type)
            .field("bytes", &self.bytes.len())
            .finish()
    }
}

impl Serialize for Upload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(UPLOAD, &Content(self))
    }
}

/// What stands in the envelope: the file itself for the multipart writer, text for all others.
struct Content<'u>(&'u Upload);

impl Serialize for Content<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            let text = std::str::from_utf8(&self.0.bytes);
            let text = text.map_err(|_| S::Error::custom("a file that is no text has no JSON"))?;
            return serializer.serialize_str(text);
        }
        let mut file = serializer.serialize_seq(Some(3))?;
        file.serialize_element(&self.0.file_name)?;
        file.serialize_element(&self.0.content_type)?;
        file.serialize_element(&Raw(&self.0.bytes))?;
        file.end()
    }
}

/// Bytes as they are.
struct Raw<'b>(&'b [u8]);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0)
    }
}

impl<'de> Deserialize<'de> for Upload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self::from(text.into_bytes()))
    }
}
