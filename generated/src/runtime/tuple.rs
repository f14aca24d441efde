//! Tuples: arrays of fixed items.

use super::type_name::name_of;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// A struct whose fields are the items of a JSON array.
pub trait Tuple: Sized {
    /// Reads the items.
    fn read<'de, A: SeqAccess<'de>>(items: &mut Items<A>) -> Result<Self, A::Error>;
}

/// Reads a tuple.
pub fn read_tuple<'de, T: Tuple, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_seq(TupleVisitor(PhantomData))
}

struct TupleVisitor<T>(PhantomData<T>);

impl<'de, T: Tuple> Visitor<'de> for TupleVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an array ({})", name_of::<T>())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        let mut items = Items { seq, taken: 0 };
        let tuple = T::read(&mut items)?;
        // Items beyond the declared ones are like members that are not declared.
        while items.seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(tuple)
    }
}

/// The items of an array while they are read.
pub struct Items<A> {
    seq: A,
    taken: usize,
}

impl<'de, A: SeqAccess<'de>> Items<A> {
    /// The next item, or the error that it is missing.
    pub fn item<T: Deserialize<'de>>(&mut self) -> Result<T, A::Error> {
        let taken = self.taken;
        self.taken += 1;
        self.seq
            .next_element()?
            .ok_or_else(|| A::Error::invalid_length(taken, &"more items"))
    }

    /// All items that are left.
    pub fn rest<T: Deserialize<'de>>(&mut self) -> Result<Vec<T>, A::Error> {
        let mut rest = Vec::new();
        while let Some(item) = self.seq.next_element()? {
            rest.push(item);
        }
        Ok(rest)
    }
}

/// Implements serde for a tuple struct whose items are the items of an array:
/// `tuple! { Point(item 0, item 1, rest 2) }`.
macro_rules! tuple {
    ($type:ident($($item:ident $index:tt),* $(,)?)) => {
        #[automatically_derived]
        impl $crate::runtime::Tuple for $type {
            fn read<'de, A: ::serde::de::SeqAccess<'de>>(
                items: &mut $crate::runtime::Items<A>,
            ) -> Result<Self, A::Error> {
                Ok(Self($(items.$item()?),*))
            }
        }

        #[automatically_derived]
        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                $crate::runtime::read_tuple(deserializer)
            }
        }

        #[automatically_derived]
        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                let mut seq = ::serde::Serializer::serialize_seq(serializer, None)?;
                $($crate::runtime::tuple!(@write seq $item self.$index);)*
                ::serde::ser::SerializeSeq::end(seq)
            }
        }
    };
    (@write $seq:ident item $this:ident.$index:tt) => {
        ::serde::ser::SerializeSeq::serialize_element(&mut $seq, &$this.$index)?;
    };
    (@write $seq:ident rest $this:ident.$index:tt) => {
        for item in &$this.$index {
            ::serde::ser::SerializeSeq::serialize_element(&mut $seq, item)?;
        }
    };
}
pub(crate) use tuple;
