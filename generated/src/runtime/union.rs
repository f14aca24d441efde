//! Unions: one of several shapes, told apart by JSON kind, by a member, or by which fits first.

use super::doubts;
use super::strange::{size, strangest};
use super::type_name::name_of;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::cmp::Reverse;
use std::fmt;
use std::marker::PhantomData;
use std::vec::IntoIter;

/// An enum whose variants are the shapes of a JSON value.
pub trait Union: Sized + Serialize {
    /// The member whose string tells objects apart.
    const PROPERTY: Option<&'static str> = None;
    /// The variants with a payload, strictest first.
    const VARIANTS: &'static [Variant];

    /// The variant that is this string and nothing else.
    fn word(_text: &str) -> Option<Self> {
        None
    }

    /// Reads the variant that is the branch's. `None` if that fails; `branch` holds the error.
    fn read<B: Branch>(branch: &mut B) -> Option<Self>;

    /// The variant for what fits no other.
    fn unknown(value: Value) -> Self;
}

/// What selects a variant.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    /// The JSON kinds of its values, a sum of bits.
    pub kinds: u8,
    /// The strings of the discriminating member that select it.
    pub tags: &'static [&'static str],
}

/// The bit of each JSON kind.
pub mod kind {
    /// No kind: such a variant is made by callers only.
    pub const fn nothing() -> u8 {
        0
    }
    /// `null`.
    pub const fn null() -> u8 {
        1
    }
    /// `true` and `false`.
    pub const fn boolean() -> u8 {
        2
    }
    /// Numbers.
    pub const fn number() -> u8 {
        4
    }
    /// Strings.
    pub const fn string() -> u8 {
        8
    }
    /// Arrays.
    pub const fn array() -> u8 {
        16
    }
    /// Objects.
    pub const fn object() -> u8 {
        32
    }
}

/// The variant that is to be read, and its payload.
pub trait Branch {
    /// Whether it is this variant: each asks in turn, in the order of the macro's rows.
    fn is_next(&mut self) -> bool;

    /// Reads the payload, and makes the variant of it.
    fn read<T: DeserializeOwned, U>(&mut self, variant: fn(T) -> U) -> Option<U>;
}

/// A payload that is still to be read, or the error of that.
struct Unread<'de, D: Deserializer<'de>> {
    /// How many variants are still to be asked before the payload's own.
    at: usize,
    deserializer: Option<D>,
    error: Option<D::Error>,
}

impl<'de, D: Deserializer<'de>> Branch for Unread<'de, D> {
    #[inline]
    fn is_next(&mut self) -> bool {
        let is_next = self.at == 0;
        self.at = self.at.wrapping_sub(1);
        is_next
    }

    #[inline]
    fn read<T: DeserializeOwned, U>(&mut self, variant: fn(T) -> U) -> Option<U> {
        match T::deserialize(self.deserializer.take()?) {
            Ok(value) => Some(variant(value)),
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }
}

/// Reads the variant of this index.
fn read_variant<'de, T: Union, D: Deserializer<'de>>(
    index: usize,
    deserializer: D,
) -> Result<T, D::Error> {
    let mut branch = Unread {
        at: index,
        deserializer: Some(deserializer),
        error: None,
    };
    let value = T::read(&mut branch);
    let error = || D::Error::custom(format_args!("no variant of {}", name_of::<T>()));
    value.ok_or_else(|| branch.error.unwrap_or_else(error))
}

/// Reads a union.
pub fn read_union<'de, T: Union, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_any(UnionVisitor(PhantomData))
}

/// Keeps a value that no variant fits.
fn strange<T: Union>(value: Value) -> T {
    doubts(1);
    strangest(Some(size(&value)));
    T::unknown(value)
}

struct UnionVisitor<T>(PhantomData<T>);

/// Which variants a JSON kind leaves.
enum Choice {
    One(usize),
    Many,
    None,
}

impl<T: Union> UnionVisitor<T> {
    fn choice(kind: u8) -> Choice {
        let mut fitting = (0..).zip(T::VARIANTS).filter(|(_, v)| v.kinds & kind != 0);
        match (fitting.next(), fitting.next()) {
            (Some((index, _)), None) => Choice::One(index),
            (Some(_), Some(_)) => Choice::Many,
            (None, _) => Choice::None,
        }
    }

    /// Reads a value of this kind. What fits no variant is kept as it is: a server may know more shapes by now.
    fn of_kind(kind: u8, value: Value) -> T {
        match Self::choice(kind) {
            Choice::One(index) => {
                read_variant::<T, _>(index, &value).unwrap_or_else(|_| strange(value))
            }
            Choice::Many => Self::first(kind, value),
            Choice::None => strange(value),
        }
    }

    /// The first variant of this kind that keeps all of the value and knows all of it, else the one
    /// that keeps most, and of those the one that knows most: objects without required members would
    /// fit anything and lose what they do not know.
    fn first(kind: u8, value: Value) -> T {
        let whole = weight(&value);
        let mut best: Option<((usize, Reverse<usize>), T)> = None;
        let fitting = (0..).zip(T::VARIANTS).filter(|(_, v)| v.kinds & kind != 0);
        for (index, _) in fitting {
            let before = doubts(0);
            let Ok(read) = read_variant::<T, _>(index, &value) else {
                continue;
            };
            let unknown = doubts(0).wrapping_sub(before);
            let kept = serde_json::to_value(&read).map_or(0, |back| weight(&back));
            if kept >= whole && unknown == 0 {
                return read;
            }
            let rank = (kept.min(whole), Reverse(unknown));
            if best.as_ref().is_none_or(|(best, _)| rank > *best) {
                best = Some((rank, read));
            }
        }
        // What keeps nothing of a value says nothing of it.
        match best {
            Some(((kept, _), read)) if kept > 0 || whole == 0 => read,
            _ => strange(value),
        }
    }

    /// Reads the members up to the discriminating one, then all of them as the variant it names.
    ///
    /// Servers mostly write it first; then nothing is held back.
    fn tagged<'de, A: MapAccess<'de>>(property: &str, mut map: A) -> Result<T, A::Error> {
        let mut held = Vec::new();
        let mut chosen = None;
        while let Some(name) = map.next_key::<String>()? {
            let value: Value = map.next_value()?;
            let found = name == property;
            if found {
                chosen = value.as_str().and_then(Self::by_tag);
            }
            held.push((name, value));
            if found {
                break;
            }
        }
        let replay = MapAccessDeserializer::new(Replay {
            held: held.into_iter(),
            value: None,
            rest: map,
        });
        match chosen {
            Some(index) => read_variant::<T, _>(index, replay),
            None => Value::deserialize(replay).map(strange),
        }
    }

    fn by_tag(tag: &str) -> Option<usize> {
        T::VARIANTS.iter().position(|v| v.tags.contains(&tag))
    }
}

impl<'de, T: Union> Visitor<'de> for UnionVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(name_of::<T>())
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<T, E> {
        Ok(Self::of_kind(kind::null(), Value::Null))
    }

    fn visit_bool<E: serde::de::Error>(self, value: bool) -> Result<T, E> {
        Ok(Self::of_kind(kind::boolean(), Value::Bool(value)))
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<T, E> {
        Ok(Self::of_kind(kind::number(), Value::from(value)))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<T, E> {
        Ok(Self::of_kind(kind::number(), Value::from(value)))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<T, E> {
        Ok(Self::of_kind(kind::number(), Value::from(value)))
    }

    fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<T, E> {
        Ok(T::word(value).unwrap_or_else(|| Self::of_kind(kind::string(), Value::from(value))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        let array = SeqAccessDeserializer::new(seq);
        Value::deserialize(array).map(|value| Self::of_kind(kind::array(), value))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        if let Some(property) = T::PROPERTY {
            return Self::tagged(property, map);
        }
        let object = MapAccessDeserializer::new(map);
        Value::deserialize(object).map(|value| Self::of_kind(kind::object(), value))
    }
}

/// How many scalars a value holds; nulls count as nothing, as they may be missing.
fn weight(value: &Value) -> usize {
    match value {
        Value::Null => 0,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(members) => members.values().map(weight).sum(),
    }
}

/// The members that were read already, then the ones that are still to come.
struct Replay<A> {
    held: IntoIter<(String, Value)>,
    value: Option<Value>,
    rest: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, A::Error> {
        let Some((name, value)) = self.held.next() else {
            return self.rest.next_key_seed(seed);
        };
        self.value = Some(value);
        seed.deserialize(Value::String(name))
            .map(Some)
            .map_err(A::Error::custom)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        match self.value.take() {
            Some(value) => seed.deserialize(value).map_err(A::Error::custom),
            None => self.rest.next_value_seed(seed),
        }
    }
}

/// Implements [`Union`], `Serialize`, `Deserialize` and `From` for an enum.
///
/// A row is a variant, what it is made from where requests use it, the JSON kinds of its payload, and the tags that
/// select it; `adds` is the tag that is written with a payload which has no such member itself. `text` is for what a
/// string makes: a word, else the variant it names, else an unknown value:
///
/// ```text
/// union! { ToolChoice, else Unknown, text Name, words { Auto = "auto" }; Tool(Tool): object, Name: string }
/// union! { Shape by "type", else Unknown; Circle(Circle): object = "circle" | "ring", Dot: object = "dot" adds "dot" }
/// ```
macro_rules! union {
    ($type:ident $(by $property:literal)?, else $unknown:ident
        $(, text $($text:ident)?)?
        $(, words { $($word:ident = $literal:literal),* $(,)? })?;
        $($variant:ident $(($source:ty))?: $($kind:ident)|+
            $(= $($tag:literal)|+ $(adds $added:literal)?)?),* $(,)?
    ) => {
        #[automatically_derived]
        impl $crate::runtime::Union for $type {
            $(const PROPERTY: Option<&'static str> = Some($property);)?
            const VARIANTS: &'static [$crate::runtime::Variant] = &[
                $($crate::runtime::Variant {
                    kinds: $($crate::runtime::kind::$kind())|+,
                    tags: &[$($($tag),+)?],
                }),*
            ];

            $(fn word(text: &str) -> Option<Self> {
                $(if text == $literal {
                    return Some(Self::$word);
                })*
                None
            })?

            fn read<B: $crate::runtime::Branch>(branch: &mut B) -> Option<Self> {
                $(if branch.is_next() {
                    return branch.read(Self::$variant);
                })*
                None
            }

            fn unknown(value: ::serde_json::Value) -> Self {
                Self::$unknown(value)
            }
        }

        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_union(deserializer)
            }
        }

        #[automatically_derived]
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                match self {
                    $($(Self::$word => serializer.serialize_str($literal),)*)?
                    $(Self::$variant(value) => {
                        $crate::runtime::union!(@write value serializer $($($added)?)?)
                    })*
                    Self::$unknown(value) => ::serde::Serialize::serialize(value, serializer),
                }
            }
        }

        $($(impl From<$source> for $type {
            fn from(value: $source) -> Self {
                Self::$variant(value.into())
            }
        })?)*

        $(impl From<&str> for $type {
            fn from(text: &str) -> Self {
                <Self as $crate::runtime::Union>::word(text)
                    .unwrap_or_else(|| $crate::runtime::union!(@text text $unknown $($text)?))
            }
        }
        impl From<String> for $type {
            fn from(text: String) -> Self {
                <Self as $crate::runtime::Union>::word(&text)
                    .unwrap_or_else(|| $crate::runtime::union!(@text text $unknown $($text)?))
            }
        })?
    };
    (@text $value:ident $unknown:ident) => { Self::$unknown(::serde_json::Value::from($value)) };
    (@text $value:ident $unknown:ident $variant:ident) => { Self::$variant($value.into()) };
    (@write $value:ident $serializer:ident) => {
        ::serde::Serialize::serialize($value, $serializer)
    };
    (@write $value:ident $serializer:ident $added:literal) => {{
        use $crate::runtime::Object as _;
        let property = <Self as $crate::runtime::Union>::PROPERTY.unwrap_or_default();
        $value.write_with_tag(property, $added, $serializer)
    }};
}
pub(crate) use union;
