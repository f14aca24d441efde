//! Form bodies: an object as the pairs of `application/x-www-form-urlencoded`.

use serde::Serialize;
use serde_json::Value;

use super::call::Call;
use super::param::{Param, Style, Written};
use super::request::Payload;
use crate::error::Error;

impl<Op, Mode> Call<Op, Mode> {
    /// Sets the body to a form, members written in style `form`, spread.
    #[doc(hidden)]
    pub fn form<T: Serialize + ?Sized>(self, body: &T) -> Self {
        self.form_as(body, &[])
    }

    /// Sets the body to a form.
    ///
    /// `styles` says of members by name how they are written, and whether lists and objects are spread; others are
    /// written in style `form`, spread.
    #[doc(hidden)]
    pub fn form_as<T: Serialize + ?Sized>(self, body: &T, styles: &[(&str, Style, bool)]) -> Self {
        let media = "application/x-www-form-urlencoded";
        self.payload(|| Payload::new(media, form(body, styles).map_err(Error::refused)?))
    }
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
        let (_, style, explode) = listed.copied().unwrap_or(("", Style::Form, true));
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
