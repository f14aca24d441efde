//! Multipart bodies: an object whose members are the parts of `multipart/form-data`.

use super::request::Extra;
use super::{Call, Payload};
use bytes::Bytes;
use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Value;
use std::fmt::Display;
use std::hash::{BuildHasher, RandomState};

/// The name of the envelope in which a file travels through serde to [`PartWriter`].
pub(super) const UPLOAD: &str = "$upload";

type Error = serde_json::Error;

/// One part of a body.
#[derive(Debug)]
struct Part<'p> {
    name: &'p str,
    content: Content,
    bytes: &'p [u8],
}

/// What takes the parts of a body, one after the other.
type Sink<'s> = dyn FnMut(&Part<'_>) + 's;

/// What a part holds.
#[derive(Debug)]
enum Content {
    /// Text, which needs no media type: `text/plain` is understood.
    Text,
    /// An object, or a list within a list.
    Json,
    /// A file, with or without a name and a media type of its own.
    File {
        name: Option<String>,
        media: Option<String>,
    },
}

impl Content {
    /// The media type that is sent; `declared` is the document's for all parts of the name.
    fn media<'m>(&'m self, declared: Option<&'m str>) -> Option<&'m str> {
        match self {
            Self::Text => declared,
            Self::Json => declared.or(Some("application/json")),
            // What a caller says of a file goes before what the document says of all such parts.
            Self::File { media, .. } => {
                let known = media.as_deref().or(declared);
                known.or(Some("application/octet-stream"))
            }
        }
    }
}

/// Writes an object as a multipart body: each item of a list is a part, objects and the lists in
/// lists travel as JSON, nulls are left out. `types` gives the media types of parts by name. The media
/// type of the body, which has the boundary in it, comes first.
pub fn encode(value: &impl Serialize, types: &[(&str, &str)]) -> Result<(String, Vec<u8>), Error> {
    let state = RandomState::new();
    let mut turn = 0_u32;
    loop {
        let (one, other) = (state.hash_one(turn), state.hash_one(!turn));
        let boundary = format!("part-{one:016x}{other:016x}");
        if let Some(body) = written(value, &boundary, types)? {
            return Ok((format!("multipart/form-data; boundary={boundary}"), body));
        }
        turn += 1;
    }
}

/// The parts between their boundaries; none where a part contains the boundary.
///
/// The parts are asked for twice: for the size of it all, and for what is in them, which is copied only once.
fn written(
    value: &impl Serialize,
    boundary: &str,
    types: &[(&str, &str)],
) -> Result<Option<Vec<u8>>, Error> {
    let end = format!("--{boundary}--\r\n");
    let mut size = end.len();
    each(value, &mut |part| {
        size += head(boundary, part, types).len() + part.bytes.len() + 2;
    })?;
    let mut body = Vec::with_capacity(size);
    let mut boundaries = 1;
    each(value, &mut |part| {
        body.extend_from_slice(head(boundary, part, types).as_bytes());
        body.extend_from_slice(part.bytes);
        body.extend_from_slice(b"\r\n");
        boundaries += 1;
    })?;
    body.extend_from_slice(end.as_bytes());
    let found = memchr::memmem::find_iter(&body, boundary).count();
    Ok((found == boundaries).then_some(body))
}

/// Gives each part of an object away.
fn each(value: &impl Serialize, sink: &mut Sink<'_>) -> Result<(), Error> {
    value.serialize(PartWriter {
        name: None,
        role: Role::Member,
        sink,
    })
}

/// A multipart body with more parts at its end.
fn joined(media: &str, body: &[u8], extra: Extra<'_>) -> Result<Bytes, crate::Error> {
    let refused = || crate::Error::refused("a part cannot be added to this body");
    let (_, boundary) = media.split_once("boundary=").ok_or_else(refused)?;
    let end = format!("--{boundary}--\r\n");
    let body = body.strip_suffix(end.as_bytes()).ok_or_else(refused)?;
    let more = written(&extra, boundary, &[]);
    let more = more.map_err(|error| crate::Error::refused(error.to_string()))?;
    Ok([body, &more.ok_or_else(refused)?].concat().into())
}

impl<Op, Mode> Call<Op, Mode> {
    /// Sets the body to the parts of an object.
    #[doc(hidden)]
    pub fn multipart<T: Serialize>(self, body: &T) -> Self {
        self.multipart_as(body, &[])
    }

    /// Sets the body to the parts of an object; `types` gives the media types of parts by name.
    #[doc(hidden)]
    pub fn multipart_as<T: Serialize>(self, body: &T, types: &[(&str, &str)]) -> Self {
        self.payload(|| {
            let (media, body) =
                encode(body, types).map_err(|error| crate::Error::refused(error.to_string()))?;
            Ok(Payload::new(&media, body)?.extended_by(joined))
        })
    }
}

/// What stands before the bytes of a part.
fn head(boundary: &str, part: &Part<'_>, types: &[(&str, &str)]) -> String {
    let mut head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"",
        quoted(part.name)
    );
    // Servers take a part without a file name for text.
    if let Content::File { name, .. } = &part.content {
        head.push_str("; filename=\"");
        head.push_str(&quoted(name.as_deref().unwrap_or(part.name)));
        head.push('"');
    }
    let declared = types.iter().find(|(name, _)| *name == part.name);
    if let Some(media) = part.content.media(declared.map(|(_, media)| *media)) {
        head.push_str("\r\nContent-Type: ");
        head.extend(media.chars().filter(|c| !c.is_control()));
    }
    head.push_str("\r\n\r\n");
    head
}

/// A name as it stands between the quotes of a header, escaped as browsers do.
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// Turns the members of an object into parts.
struct PartWriter<'p> {
    /// The member's name; nothing for the object itself.
    name: Option<&'p str>,
    role: Role,
    sink: &'p mut Sink<'p>,
}

/// What is written.
enum Role {
    /// The object, or a member of it.
    Member,
    /// An item of a list.
    Item,
    /// The envelope of a file.
    Envelope,
    /// What is in a file of this name and media type.
    File(Option<String>, Option<String>),
}

impl<'p> PartWriter<'p> {
    fn push(self, content: Content, bytes: &[u8]) -> Result<(), Error> {
        let name = self.name.ok_or_else(not_an_object)?;
        (self.sink)(&Part {
            name,
            content,
            bytes,
        });
        Ok(())
    }

    fn text(self, text: &impl Display) -> Result<(), Error> {
        self.push(Content::Text, text.to_string().as_bytes())
    }

    fn json(self, value: &Value) -> Result<(), Error> {
        self.push(Content::Json, &serde_json::to_vec(value)?)
    }

    /// Writes something as a part of the same name.
    fn item<T: Serialize + ?Sized>(&mut self, role: Role, value: &T) -> Result<(), Error> {
        value.serialize(PartWriter {
            name: self.name,
            role,
            sink: &mut *self.sink,
        })
    }

    fn members(self) -> Result<MemberWriter<'p>, Error> {
        Ok(match self.name {
            Some(_) => MemberWriter::Json(self, serde_json::value::Serializer.serialize_map(None)?),
            None => MemberWriter::Parts(self.sink, String::new()),
        })
    }
}

fn not_an_object() -> Error {
    Error::custom("a multipart body is not an object")
}

macro_rules! texts {
    ($($method:ident: $type:ty),*) => {$(
        fn $method(self, value: $type) -> Result<(), Error> {
            self.text(&value)
        }
    )*};
}

macro_rules! no_parts {
    ($($method:ident($($type:ty),*)),*) => {$(
        fn $method(self, $(_: $type),*) -> Result<Impossible<(), Error>, Error> {
            Err(Error::custom("a tuple or a variant cannot be a part"))
        }
    )*};
}

impl<'p> Serializer for PartWriter<'p> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = ListWriter<'p>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = MemberWriter<'p>;
    type SerializeStruct = MemberWriter<'p>;
    type SerializeStructVariant = Impossible<(), Error>;

    texts! {
        serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_i128: i128, serialize_u8: u8, serialize_u16: u16,
        serialize_u32: u32, serialize_u64: u64, serialize_u128: u128, serialize_f32: f32,
        serialize_f64: f64, serialize_char: char, serialize_str: &str
    }

    no_parts! {
        serialize_tuple(usize), serialize_tuple_struct(&'static str, usize),
        serialize_tuple_variant(&'static str, u32, &'static str, usize),
        serialize_struct_variant(&'static str, u32, &'static str, usize)
    }

    fn is_human_readable(&self) -> bool {
        !matches!(self.role, Role::Envelope)
    }

    fn serialize_bytes(mut self, bytes: &[u8]) -> Result<(), Error> {
        let role = std::mem::replace(&mut self.role, Role::Member);
        let (name, media) = match role {
            Role::File(name, media) => (name, media),
            Role::Member | Role::Item | Role::Envelope => (None, None),
        };
        self.push(Content::File { name, media }, bytes)
    }

    fn serialize_none(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.text(&variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        let role = if name == UPLOAD {
            Role::Envelope
        } else {
            self.role
        };
        value.serialize(Self { role, ..self })
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.json(&serde_json::to_value(value)?)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<ListWriter<'p>, Error> {
        Ok(match self.role {
            Role::Item => {
                let list = serde_json::value::Serializer.serialize_seq(None)?;
                ListWriter::Json(self, list)
            }
            Role::Envelope => ListWriter::File(self, Vec::new()),
            Role::Member | Role::File(..) => ListWriter::Parts(self),
        })
    }

    fn serialize_map(self, _: Option<usize>) -> Result<MemberWriter<'p>, Error> {
        self.members()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<MemberWriter<'p>, Error> {
        self.members()
    }
}

/// Writes each item of a list as a part of the same name, a list in a list as JSON; and a file, of which name and
/// media type come before what is in it.
enum ListWriter<'p> {
    Parts(PartWriter<'p>),
    File(PartWriter<'p>, Vec<Option<String>>),
    Json(
        PartWriter<'p>,
        <serde_json::value::Serializer as Serializer>::SerializeSeq,
    ),
}

impl SerializeSeq for ListWriter<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        match self {
            Self::Json(_, list) => SerializeSeq::serialize_element(list, value),
            Self::Parts(writer) => writer.item(Role::Item, value),
            Self::File(_, words) if words.len() < 2 => {
                words.push(serde_json::from_value(serde_json::to_value(value)?)?);
                Ok(())
            }
            Self::File(writer, words) => {
                let media = words.pop().flatten();
                writer.item(Role::File(words.pop().flatten(), media), value)
            }
        }
    }

    fn end(self) -> Result<(), Error> {
        match self {
            Self::Json(writer, list) => writer.json(&SerializeSeq::end(list)?),
            Self::Parts(_) | Self::File(..) => Ok(()),
        }
    }
}

/// Writes the members of the body as parts, those of objects in it as JSON.
enum MemberWriter<'p> {
    Parts(&'p mut Sink<'p>, String),
    Json(
        PartWriter<'p>,
        <serde_json::value::Serializer as Serializer>::SerializeMap,
    ),
}

impl SerializeMap for MemberWriter<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        match self {
            Self::Json(_, map) => map.serialize_key(key),
            Self::Parts(_, name) => match serde_json::to_value(key)? {
                Value::String(text) => {
                    *name = text;
                    Ok(())
                }
                _ => Err(Error::custom("a part's name is not a string")),
            },
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        match self {
            Self::Json(_, map) => map.serialize_value(value),
            Self::Parts(sink, name) => value.serialize(PartWriter {
                name: Some(name),
                role: Role::Member,
                sink: &mut **sink,
            }),
        }
    }

    fn end(self) -> Result<(), Error> {
        match self {
            Self::Json(writer, map) => writer.json(&SerializeMap::end(map)?),
            Self::Parts(..) => Ok(()),
        }
    }
}

impl SerializeStruct for MemberWriter<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.serialize_entry(name, value)
    }

    fn end(self) -> Result<(), Error> {
        SerializeMap::end(self)
    }
}
