//! Form bodies: an object as the pairs of `application/x-www-form-urlencoded`.

use bytes::Bytes;
use serde::Serialize;
use serde_json::Value;

use super::call::Call;
use super::param::{Param, Style, Written};
use super::request::{Extra, Payload};
use crate::error::Error;

impl<Op, Mode> Call<Op, Mode> {
    /// Sets the body to a form, members written as forms have them where nothing is said of them.
    #[doc(hidden)]
    pub fn form<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.form_as(body, &[])
    }

    /// Sets the body to a form.
    ///
    /// `styles` says of members by name how they are written, and whether lists and objects are spread; of others
    /// each item of a list is a pair of its own, and an object is JSON.
    #[doc(hidden)]
    pub fn form_as<T: Serialize + ?Sized>(self, body: &T, styles: &[(&str, Style, bool)]) -> Self {
        let media = "application/x-www-form-urlencoded";
        self.payload(|| {
            let form = form(body, styles).map_err(Error::refused)?;
            Ok(Payload::new(media, form)?.extended_by(joined))
        })
    }
}

/// A form with more pairs at its end.
fn joined(_: &str, body: &[u8], extra: Extra<'_>) -> Result<Bytes, Error> {
    let more = form(&extra, &[]).map_err(Error::refused)?;
    let parts = [body, more.as_bytes()].into_iter();
    let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
    Ok(parts.join(&b'&').into())
}

/// The pairs of a form; nulls are left out.
pub(super) fn form<T: Serialize + ?Sized>(
    value: &T,
    styles: &[(&str, Style, bool)],
) -> Result<String, String> {
    let value = serde_json::to_value(value).map_err(|error| error.to_string())?;
    let Value::Object(members) = value else {
        return Err("a form is made of an object".to_owned());
    };
    let mut texts = Vec::new();
    for (name, value) in &members {
        let listed = styles.iter().find(|(member, ..)| member == name);
        // A member of which neither `style` nor `explode` is said goes as its media type, which for objects is JSON:
        // OpenAPI 3.0.4, 3.1.1 and 3.2 say so in words and by example. The words of 3.0.3 and 3.1.0 (style `form`) stand
        // beside the same example, and would drop the member's name and mix the names within it with those beside it.
        let usual = if value.is_object() {
            Style::Json
        } else {
            Style::Form
        };
        let (_, style, explode) = listed.copied().unwrap_or(("", usual, true));
        match Param::query(name)
            .style(style)
            .explode(explode)
            .write(value)?
        {
            Written::Nothing => {}
            Written::Text(text) => texts.push(text),
            Written::Pairs(pairs) => {
                texts.extend(pairs.iter().map(|(name, value)| format!("{name}={value}")));
            }
        }
    }
    Ok(texts.join("&"))
}
