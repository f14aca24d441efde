//! Overlaps: several object shapes that may hold at once.

use super::strange::{size, strangest};
use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A struct whose fields are shapes that the same object may have.
pub trait Overlap: Sized {
    /// Reads every shape that fits; `open` ones that take in anything, too.
    fn read(value: &Value, open: bool) -> Self;

    /// How many shapes hold.
    fn count(&self) -> usize;

    /// The JSON of each shape that holds.
    fn parts(&self) -> Result<Vec<Value>, serde_json::Error>;
}

/// Reads every shape that fits; an error where none does.
pub fn read_overlap<'de, T: Overlap, D: Deserializer<'de>>(
    name: &str,
    deserializer: D,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let mut read = T::read(&value, false);
    if read.count() == 0 {
        read = T::read(&value, true);
    }
    if read.count() == 0 {
        let message = format_args!("the value has none of the shapes of {name}");
        return Err(serde::de::Error::custom(message));
    }
    Ok(read)
}

/// One shape, if it fits. A union that only keeps the value as it came does, where `open` says so.
pub fn overlap_part<T: DeserializeOwned>(value: &Value, open: bool) -> Option<T> {
    let before = strangest(None);
    let part = T::deserialize(value).ok();
    let found = strangest(None);
    strangest(Some(before.max(found)));
    part.filter(|_| open || found < size(value))
}

/// Writes the members of every shape that holds; where two have a member in common, the first
/// shape's value stands.
pub fn write_overlap<T: Overlap, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    let mut written = serde_json::Map::new();
    for part in value.parts().map_err(S::Error::custom)? {
        let Value::Object(members) = part else {
            return Err(S::Error::custom("a shape of an overlap is not an object"));
        };
        for (name, value) in members {
            if !written.contains_key(&name) {
                map.serialize_entry(&name, &value)?;
                written.insert(name, Value::Null);
            }
        }
    }
    map.end()
}

/// The JSON of a shape that holds.
pub fn push_part(
    parts: &mut Vec<Value>,
    part: Option<&impl Serialize>,
) -> Result<(), serde_json::Error> {
    if let Some(part) = part {
        parts.push(serde_json::to_value(part)?);
    }
    Ok(())
}

/// Implements [`Overlap`], `Serialize` and `Deserialize` for a struct of optional shapes.
macro_rules! overlap {
    ($type:ident { $($part:ident),* $(,)? }) => {
        #[automatically_derived]
        impl $crate::runtime::Overlap for $type {
            fn read(value: &::serde_json::Value, open: bool) -> Self {
                Self { $($part: $crate::runtime::overlap_part(value, open)),* }
            }

            fn count(&self) -> usize {
                [$(self.$part.is_some()),*].into_iter().filter(|holds| *holds).count()
            }

            fn parts(
                &self,
            ) -> Result<
                ::std::vec::Vec<::serde_json::Value>,
                ::serde_json::Error,
            > {
                let mut parts = ::std::vec::Vec::new();
                $($crate::runtime::push_part(&mut parts, self.$part.as_ref())?;)*
                Ok(parts)
            }
        }

        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_overlap(stringify!($type), deserializer)
            }
        }

        #[automatically_derived]
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                $crate::runtime::write_overlap(self, serializer)
            }
        }
    };
}
pub(crate) use overlap;
