//! How a struct is made: what its constructor must be given and in which form, and what setters add.

use super::{
    Access, EnumBase, Field, Item, Payload, Presence, Scalar, Shape, Struct, Type, Types, Union,
    Variant,
};
use std::collections::BTreeSet;

/// The most arguments that a constructor takes.
const MOST: usize = 3;

impl Struct {
    /// The fields that a caller must give, in order of their wire names.
    pub fn required(&self) -> Vec<&Field> {
        let must = |field: &&Field| {
            matches!(
                field.presence,
                Presence::Required | Presence::RequiredNullable
            ) && field.fixed.is_none()
        };
        let mut fields: Vec<_> = self.fields.iter().filter(must).collect();
        fields.sort_by(|a, b| a.name.wire().cmp(b.name.wire()));
        fields
    }
}

impl Field {
    /// Whether a setter sets it: it may be left unset, and is a caller's to set.
    pub fn has_setter(&self) -> bool {
        let settable = match self.presence {
            Presence::Required | Presence::RequiredNullable => false,
            Presence::Optional | Presence::OptionalNullable | Presence::OrEmpty => true,
        };
        settable && self.access != Access::ReadOnly
    }
}

/// What becomes of a string that a union is made of, where its words do not know it.
#[derive(Debug, Clone, Copy)]
pub enum Text<'u> {
    /// A value of another shape: all of its strings are words.
    Unknown,
    /// The payload of a variant.
    Variant(&'u Variant),
}

impl Union {
    /// What a string makes of it; nothing where more than one variant could take one. Some formats may be `plain`
    /// strings.
    pub fn text(&self, types: &Types, plain: &BTreeSet<Scalar>) -> Option<Text<'_>> {
        let payloads = || {
            self.variants.iter().filter_map(|variant| {
                let Payload::Type(ty) = &variant.payload else {
                    return None;
                };
                Some((variant, types.resolve(ty)))
            })
        };
        let is_plain = |ty: &Type| matches!(ty, Type::Scalar(scalar) if *scalar == Scalar::String || plain.contains(scalar));
        // Any string is one, whatever formats stand beside it.
        let mut plains = payloads().filter(|(_, ty)| is_plain(ty));
        match (plains.next(), plains.next()) {
            (Some((variant, _)), None) => return Some(Text::Variant(variant)),
            (Some(_), Some(_)) => return None,
            (None, _) => {}
        }
        let has_words = payloads().count() < self.variants.len();
        let mut strings = payloads().filter(|(variant, _)| variant.kinds.string);
        match (has_words, strings.next(), strings.next()) {
            (true, None, _) => Some(Text::Unknown),
            (false, Some((variant, Type::Named(id))), None) if !variant.boxed => {
                let shape = &types.get(*id).shape;
                let is_words = matches!(shape, Shape::Enum(of) if of.base == EnumBase::Str);
                is_words.then_some(Text::Variant(variant))
            }
            _ => None,
        }
    }

    /// Whether a string makes a value of it. Some formats may be `plain` strings.
    pub fn takes_text(&self, types: &Types, plain: &BTreeSet<Scalar>) -> bool {
        self.text(types, plain).is_some()
    }
}

impl Scalar {
    /// Whether a literal without a point gives it.
    pub fn is_integer(self) -> bool {
        match self {
            Self::I8
            | Self::I16
            | Self::I32
            | Self::I64
            | Self::I128
            | Self::U8
            | Self::U16
            | Self::U32
            | Self::U64
            | Self::U128 => true,
            Self::String
            | Self::Secret
            | Self::Bool
            | Self::F32
            | Self::F64
            | Self::Format(_)
            | Self::Base64
            | Self::Upload => false,
        }
    }
}

/// Whether required fields are few, and so different that no two could change places unnoticed: then
/// they are arguments of the constructor, else it takes a struct of them.
pub fn are_arguments(types: &Types, plain: &BTreeSet<Scalar>, required: &[&Field]) -> bool {
    let kind = |field: &&Field| match field.presence {
        Presence::RequiredNullable => Kind::Other(field.ty.clone(), true),
        _ => Kind::of(types, plain, &field.ty),
    };
    let kinds: Vec<_> = required.iter().take(MOST + 1).map(kind).collect();
    let differ = |(index, kind)| !kinds[..index].contains(kind);
    required.len() <= MOST && kinds.iter().enumerate().all(differ)
}

/// What may stand in a place of the source code: two arguments of one kind could change theirs.
#[derive(PartialEq)]
enum Kind {
    /// A string literal, whatever it becomes.
    Text,
    /// The literal of a whole number, however wide.
    Integer,
    /// What brings items of a kind.
    List(Box<Kind>),
    /// A value of this type alone, or one that may be `None`.
    Other(Type, bool),
}

impl Kind {
    fn of(types: &Types, plain: &BTreeSet<Scalar>, ty: &Type) -> Self {
        let of_item = |item: &Item| {
            if item.nullable {
                Self::Other(item.ty.clone(), true)
            } else {
                Self::of(types, plain, &item.ty)
            }
        };
        let ty = types.resolve(ty);
        let literal = match ty {
            Type::Json | Type::Scalar(Scalar::String | Scalar::Secret) => Some(Self::Text),
            Type::Scalar(scalar) if plain.contains(scalar) => Some(Self::Text),
            Type::Scalar(scalar) if scalar.is_integer() => Some(Self::Integer),
            Type::List(item) => Some(Self::List(Box::new(of_item(item)))),
            Type::Named(id) => {
                match &types.get(*id).shape {
                    // An enum of words is given by its variants.
                    Shape::Union(shape) if shape.takes_text(types, plain) => Some(Self::Text),
                    _ => None,
                }
            }
            Type::Scalar(_) | Type::Map(_) => None,
        };
        literal.unwrap_or_else(|| Self::Other(ty.clone(), false))
    }
}
