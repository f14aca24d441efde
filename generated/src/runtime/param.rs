//! Parameters: every style of OpenAPI, percent-encoded.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value;

/// A parameter: its name, its place, and how its value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param<'n> {
    pub(crate) name: &'n str,
    pub(crate) place: Place,
    style: Style,
    explode: bool,
    reserved: bool,
}

/// Where a parameter stands in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Cookie,
}

/// How a parameter's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `a,b`: for paths and headers.
    Simple,
    /// `.a,b`: for paths.
    Label,
    /// `;name=a,b`: for paths.
    Matrix,
    /// `name=a&name=b`: for queries and cookies.
    Form,
    /// `name=a%20b`: for queries.
    SpaceDelimited,
    /// `name=a%7Cb`: for queries.
    PipeDelimited,
    /// `name[member]=a`: for queries.
    DeepObject,
    /// The value as JSON text.
    Json,
}

impl<'n> Param<'n> {
    const fn new(name: &'n str, place: Place, style: Style, explode: bool) -> Self {
        Self {
            name,
            place,
            style,
            explode,
            reserved: false,
        }
    }

    /// A part of the path, in style `simple`.
    pub const fn path(name: &'n str) -> Self {
        Self::new(name, Place::Path, Style::Simple, false)
    }

    /// A part of the query, in style `form`, lists spread.
    pub const fn query(name: &'n str) -> Self {
        Self::new(name, Place::Query, Style::Form, true)
    }

    /// A header, in style `simple`.
    pub const fn header(name: &'n str) -> Self {
        Self::new(name, Place::Header, Style::Simple, false)
    }

    /// A cookie, in style `form`, lists spread.
    pub const fn cookie(name: &'n str) -> Self {
        Self::new(name, Place::Cookie, Style::Form, true)
    }

    /// In another style.
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Lists and objects spread into their elements, or joined.
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
        self
    }

    /// Reserved characters stay as they are.
    pub const fn reserved(mut self) -> Self {
        self.reserved = true;
        self
    }

    /// The value as it stands in a path or header, or the pairs in a query or cookie.
    ///
    /// `Ok(None)` when there is nothing to write: null, or an empty list.
    pub(crate) fn write<T: Serialize + ?Sized>(&self, value: &T) -> Result<Written, String> {
        let value = serde_json::to_value(value).map_err(|error| error.to_string())?;
        if value.is_null() {
            return Ok(Written::Nothing);
        }
        if self.style == Style::Json {
            return Ok(self.named(self.encode(&value.to_string())));
        }
        match &value {
            Value::Array(items) => self.write_list(items),
            Value::Object(members) => self.write_object(members),
            scalar => {
                let text = self.encode(&scalar_text(scalar)?);
                Ok(match self.style {
                    Style::Label => Written::Text(format!(".{text}")),
                    Style::Matrix => Written::Text(matrix(&self.encode(self.name), &text)),
                    _ => self.named(text),
                })
            }
        }
    }

    fn write_list(&self, values: &[Value]) -> Result<Written, String> {
        let mut items = Vec::new();
        for value in values.iter().filter(|value| !value.is_null()) {
            items.push(self.encode(&scalar_text(value)?));
        }
        if items.is_empty() {
            return Ok(Written::Nothing);
        }
        let name = self.encode(self.name);
        Ok(match (self.style, self.explode) {
            (Style::Label, true) => Written::Text(format!(".{}", items.join("."))),
            (Style::Label, false) => Written::Text(format!(".{}", items.join(","))),
            (Style::Matrix, true) => {
                Written::Text(items.iter().map(|item| matrix(&name, item)).collect())
            }
            (Style::Matrix, false) => Written::Text(matrix(&name, &items.join(","))),
            (Style::SpaceDelimited, false) => self.named(items.join("%20")),
            (Style::PipeDelimited, false) => self.named(items.join("%7C")),
            (Style::Simple, _) | (Style::Form, false) => self.named(items.join(",")),
            _ => Written::Pairs(items.into_iter().map(|item| (name.clone(), item)).collect()),
        })
    }

    fn write_object(&self, members: &serde_json::Map<String, Value>) -> Result<Written, String> {
        let mut pairs = Vec::new();
        for (name, value) in members {
            self.flatten(self.encode(name), value, &mut pairs)?;
        }
        if pairs.is_empty() {
            return Ok(Written::Nothing);
        }
        let glue = if self.explode { "=" } else { "," };
        Ok(match self.style {
            Style::Simple => Written::Text(joined(&pairs, glue, ",")),
            Style::Label if self.explode => {
                Written::Text(format!(".{}", joined(&pairs, glue, ".")))
            }
            Style::Label => Written::Text(format!(".{}", joined(&pairs, glue, ","))),
            Style::Matrix if self.explode => Written::Text(
                pairs
                    .iter()
                    .map(|(name, value)| matrix(name, value))
                    .collect(),
            ),
            Style::Matrix => {
                Written::Text(matrix(&self.encode(self.name), &joined(&pairs, glue, ",")))
            }
            Style::DeepObject => {
                let name = self.encode(self.name);
                for (member, _) in &mut pairs {
                    member.insert_str(0, &name);
                }
                Written::Pairs(pairs)
            }
            _ if self.explode => Written::Pairs(pairs),
            Style::SpaceDelimited => self.named(joined(&pairs, "%20", "%20")),
            Style::PipeDelimited => self.named(joined(&pairs, "%7C", "%7C")),
            Style::Form | Style::Json => self.named(joined(&pairs, glue, ",")),
        })
    }

    /// The pairs of one member; only `deepObject` reaches below it.
    fn flatten(
        &self,
        name: String,
        value: &Value,
        pairs: &mut Vec<(String, String)>,
    ) -> Result<(), String> {
        let deep = self.style == Style::DeepObject;
        let name = if deep && !name.starts_with('[') {
            format!("[{name}]")
        } else {
            name
        };
        match value {
            Value::Null => {}
            Value::Object(members) if deep => {
                for (member, value) in members {
                    self.flatten(format!("{name}[{}]", self.encode(member)), value, pairs)?;
                }
            }
            Value::Array(items) if deep => {
                for item in items {
                    self.flatten(name.clone(), item, pairs)?;
                }
            }
            scalar => pairs.push((name, self.encode(&scalar_text(scalar)?))),
        }
        Ok(())
    }

    /// Text under the parameter's own name, where the place has names.
    fn named(&self, text: String) -> Written {
        match self.place {
            Place::Path | Place::Header => Written::Text(text),
            Place::Query | Place::Cookie => Written::Pairs(vec![(self.encode(self.name), text)]),
        }
    }

    fn encode(&self, text: &str) -> String {
        match self.place {
            Place::Header => text.to_owned(),
            Place::Query if self.reserved => reserved_encode(text),
            Place::Path | Place::Query | Place::Cookie => percent_encode(text),
        }
    }
}

/// A name and a value in style `matrix`.
fn matrix(name: &str, value: &str) -> String {
    if value.is_empty() {
        format!(";{name}")
    } else {
        format!(";{name}={value}")
    }
}

/// Pairs as one text.
fn joined(pairs: &[(String, String)], glue: &str, between: &str) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(name);
        text.push_str(glue);
        text.push_str(value);
    }
    text
}

/// A value in its written form.
#[derive(Clone)]
pub(crate) enum Written {
    Nothing,
    Text(String),
    Pairs(Vec<(String, String)>),
}

/// The text of a value that has no parts; parts within parts go as JSON.
pub(crate) fn scalar_text(value: &Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Bool(_) | Value::Number(_) => Ok(value.to_string()),
        Value::Null => Ok(String::new()),
        Value::Array(_) | Value::Object(_) => {
            serde_json::to_string(value).map_err(|error| error.to_string())
        }
    }
}

/// Every byte but letters, digits and `-._~` as `%XX`.
pub(crate) fn percent_encode(text: &str) -> String {
    encode(text, &|_, byte| is_plain(byte))
}

/// Every byte but those of `percent_encode`, the reserved ones and `%XX` as `%XX`.
fn reserved_encode(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_encoded = |start: usize| {
        let digits = bytes.get(start + 1..start + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    encode(text, &|index, byte| {
        is_plain(byte) || is_reserved(byte) || byte == b'%' && is_encoded(index)
    })
}

/// Encodes the bytes that are not kept as they are, by their place and value.
fn encode(text: &str, keep: &dyn Fn(usize, u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for (index, byte) in text.bytes().enumerate() {
        if keep(index, byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// What `allowReserved` leaves alone in a query; `&` and `#` would end the value, whoever allows them.
fn is_reserved(byte: u8) -> bool {
    b":/?[]@!$'()*+,;=".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::{Param, Style, Written};
    use serde_json::{Value, json};

    /// The written form: texts as they are, pairs joined as in a query.
    fn written(param: Param<'_>, value: &Value) -> String {
        match param.write(value).unwrap() {
            Written::Nothing => "nothing".to_owned(),
            Written::Text(text) => text,
            Written::Pairs(pairs) => {
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|(name, value)| format!("{name}={value}"))
                    .collect();
                pairs.join("&")
            }
        }
    }

    /// A parameter, and how it writes nothing, a text, a list and an object.
    type Row = (
        Param<'static>,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    );

    /// The table of styles in the OpenAPI documents, with its own examples.
    fn table() -> Vec<Row> {
        vec![
            (
                Param::path("color").style(Style::Matrix),
                ";color",
                ";color=blue",
                ";color=blue,black,brown",
                ";color=B,150,G,200,R,100",
            ),
            (
                Param::path("color").style(Style::Matrix).explode(true),
                ";color",
                ";color=blue",
                ";color=blue;color=black;color=brown",
                ";B=150;G=200;R=100",
            ),
            (
                Param::path("color").style(Style::Label),
                ".",
                ".blue",
                ".blue,black,brown",
                ".B,150,G,200,R,100",
            ),
            (
                Param::path("color").style(Style::Label).explode(true),
                ".",
                ".blue",
                ".blue.black.brown",
                ".B=150.G=200.R=100",
            ),
            (
                Param::path("color"),
                "",
                "blue",
                "blue,black,brown",
                "B,150,G,200,R,100",
            ),
            (
                Param::header("color").explode(true),
                "",
                "blue",
                "blue,black,brown",
                "B=150,G=200,R=100",
            ),
            (
                Param::query("color").explode(false),
                "color=",
                "color=blue",
                "color=blue,black,brown",
                "color=B,150,G,200,R,100",
            ),
            (
                Param::query("color"),
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "B=150&G=200&R=100",
            ),
            (
                Param::query("color")
                    .style(Style::SpaceDelimited)
                    .explode(false),
                "color=",
                "color=blue",
                "color=blue%20black%20brown",
                "color=B%20150%20G%20200%20R%20100",
            ),
            (
                Param::query("color")
                    .style(Style::PipeDelimited)
                    .explode(false),
                "color=",
                "color=blue",
                "color=blue%7Cblack%7Cbrown",
                "color=B%7C150%7CG%7C200%7CR%7C100",
            ),
            (
                Param::query("color").style(Style::DeepObject),
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "color[B]=150&color[G]=200&color[R]=100",
            ),
            (
                Param::cookie("color"),
                "color=",
                "color=blue",
                "color=blue&color=black&color=brown",
                "B=150&G=200&R=100",
            ),
            (
                Param::query("color").style(Style::Json),
                "color=%22%22",
                "color=%22blue%22",
                "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
                "color=%7B%22B%22%3A150%2C%22G%22%3A200%2C%22R%22%3A100%7D",
            ),
        ]
    }

    #[test]
    fn styles() {
        let empty = json!("");
        let text = json!("blue");
        let list = json!(["blue", "black", "brown"]);
        let object = json!({"B": 150, "G": 200, "R": 100});
        for (param, of_empty, of_text, of_list, of_object) in table() {
            let pairs = [
                (&empty, of_empty),
                (&text, of_text),
                (&list, of_list),
                (&object, of_object),
            ];
            for (value, expected) in pairs {
                assert_eq!(written(param, value), expected, "{param:?}");
            }
        }
    }

    #[test]
    fn special_values() {
        let query = Param::query("q");
        assert_eq!(written(query, &Value::Null), "nothing");
        assert_eq!(written(query, &json!([])), "nothing");
        assert_eq!(
            written(query, &json!([null, 1, true, 2.5])),
            "q=1&q=true&q=2.5"
        );
        assert_eq!(
            written(query, &json!("a/b?c&d=é %41")),
            "q=a%2Fb%3Fc%26d%3D%C3%A9%20%2541"
        );
        assert_eq!(
            written(query.reserved(), &json!("a/b?c&d=é %41")),
            "q=a/b?c%26d=%C3%A9%20%41"
        );
        assert_eq!(
            written(query.reserved(), &json!("50% %4 %zz")),
            "q=50%25%20%254%20%25zz"
        );
        assert_eq!(written(Param::query("a b"), &json!(1)), "a%20b=1");
        assert_eq!(
            written(Param::path("p").explode(true), &json!(["a,b", "c"])),
            "a%2Cb,c"
        );
        assert_eq!(written(Param::header("h"), &json!("a, b")), "a, b");
        let deep = Param::query("f").style(Style::DeepObject);
        let nested = json!({"a": {"b": [1, 2], "c": null}});
        assert_eq!(written(deep, &nested), "f[a][b]=1&f[a][b]=2");
    }
}
