//! Reading JSON so that an error names its place.

use std::borrow::Cow;
use std::fmt;

use serde::de::DeserializeOwned;

/// Why JSON could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// Where, `data[0].index`; `None` when the text is no JSON at all.
    pub path: Option<String>,
    /// What was wrong.
    pub message: String,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.path {
            Some(path) => write!(f, "at `{path}`: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for JsonError {}

/// Reads a value from text.
///
/// The good path is a plain parse; a second one finds the place of an error.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    parse(text).map_err(|error| explain::<T>(text, &error))
}

/// Reads a value from text, right into the place where it is returned: values are large.
#[inline]
pub(crate) fn parse<T: DeserializeOwned>(text: &str) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let mut value = T::deserialize(&mut reader);
    if value.is_ok()
        && let Err(error) = reader.end()
    {
        value = Err(error);
    }
    value
}

/// Reads a value from bytes that should be UTF-8.
///
/// Checking the text once and parsing it then is faster than parsing bytes.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, JsonError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => from_text(text),
        Err(error) => Err(JsonError {
            path: None,
            message: format!("not UTF-8: {error}"),
        }),
    }
}

/// The JSON of a failure: the body, or the data of its first event where a server that streams
/// sends its failure as an event too. No JSON has a line that begins with `data:`.
pub fn unframed(body: &[u8]) -> Cow<'_, [u8]> {
    let mut data: Vec<&[u8]> = Vec::new();
    for line in body.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if let Some(text) = line.strip_prefix(b"data:") {
            data.push(text.strip_prefix(b" ").unwrap_or(text));
        } else if line.is_empty() && !data.is_empty() {
            break;
        }
    }
    match data.as_slice() {
        [] => Cow::Borrowed(body),
        [line] => Cow::Borrowed(line),
        lines => Cow::Owned(lines.join(&b'\n')),
    }
}

/// Says where an error is.
#[cold]
pub(crate) fn explain<T: DeserializeOwned>(text: &str, first: &serde_json::Error) -> JsonError {
    if !first.is_data() {
        return JsonError {
            path: None,
            message: format!("not JSON: {first}"),
        };
    }
    let reader = &mut serde_json::Deserializer::from_str(text);
    match serde_path_to_error::deserialize::<_, T>(reader) {
        Ok(_) => JsonError {
            path: None,
            message: first.to_string(),
        },
        Err(error) => JsonError {
            path: Some(error.path().to_string()),
            message: error.into_inner().to_string(),
        },
    }
}
