//! Scalars: types and formats as Rust types, and lists of words and numbers.

use super::context::Context;
use super::flat::Flat;
use crate::ir::{Docs, Enum, EnumBase, Format, Scalar, Shape, Type, VariantName, Word};
use crate::openapi::TypeSet;
use crate::source::Node;

/// The scalar that a schema without members, items and choices describes; `None` when it is no scalar.
pub(super) fn scalar(flat: &Flat<'_>) -> Option<Scalar> {
    let types = flat.effective_types();
    if types.is_only("string") {
        return Some(string(flat));
    }
    if types.is_only("boolean") {
        return Some(Scalar::Bool);
    }
    if types.is_only("integer") {
        return Some(integer(flat));
    }
    (types.is_only("number")
        || types
            == TypeSet {
                number: true,
                ..TypeSet::NONE
            })
    .then_some(Scalar::F64)
}

/// The scalar of a string format.
fn string(flat: &Flat<'_>) -> Scalar {
    if flat.secret {
        return Scalar::Secret;
    }
    match flat.format {
        Some("byte") => Scalar::Base64,
        Some("binary") => Scalar::Upload,
        Some(word) => Format::named(word).map_or(Scalar::String, Scalar::Format),
        None => Scalar::String,
    }
}

/// The narrowest integer the format names, wide enough for the range the document names.
fn integer(flat: &Flat<'_>) -> Scalar {
    let named = match flat.format {
        Some("int8") => Scalar::I8,
        Some("int16") => Scalar::I16,
        Some("int32") => Scalar::I32,
        Some("uint8") => Scalar::U8,
        Some("uint16") => Scalar::U16,
        Some("uint32") => Scalar::U32,
        Some("uint" | "uint64") => Scalar::U64,
        _ => Scalar::I64,
    };
    let low = flat.minimum.and_then(Node::as_int);
    let high = flat.maximum.and_then(Node::as_int);
    let fits = |scalar| {
        let (least, most) = range(scalar);
        high.is_none_or(|high| high <= most) && low.is_none_or(|low| low >= least || signed(scalar))
    };
    let beyond = |node: Option<&Node>| node.is_some_and(|node| node.as_int().is_none());
    if named == Scalar::I64 && (!fits(Scalar::I64) || beyond(flat.maximum)) {
        return if low.is_some_and(|low| low >= 0) && fits(Scalar::U64) && !beyond(flat.maximum) {
            Scalar::U64
        } else {
            Scalar::I128
        };
    }
    if named == Scalar::I64 && low.is_some_and(|low| low < range(Scalar::I64).0) {
        return Scalar::I128;
    }
    named
}

/// Whether a format is one that the Rust type of a scalar shows, or that says nothing of it.
pub(super) fn is_told(types: TypeSet, format: &str) -> bool {
    if types.is_only("string") {
        let is_kind = matches!(format, "byte" | "binary" | "password" | "string");
        return is_kind || Format::named(format).is_some();
    }
    if types.is_only("integer") {
        let is_width = |prefix: &str| {
            matches!(
                format.strip_prefix(prefix),
                Some("" | "8" | "16" | "32" | "64")
            )
        };
        return is_width("int") || is_width("uint");
    }
    if types.is_only("number") {
        return matches!(format, "float" | "double" | "number");
    }
    types.object || types.array
}

const fn signed(scalar: Scalar) -> bool {
    matches!(scalar, Scalar::I8 | Scalar::I16 | Scalar::I32 | Scalar::I64)
}

const fn range(scalar: Scalar) -> (i128, i128) {
    match scalar {
        Scalar::U64 => (0, u64::MAX as i128),
        _ => (i64::MIN as i128, i64::MAX as i128),
    }
}

/// The enum of a list of words or of integers; `None` when the list holds something else.
pub(super) fn words(flat: &Flat<'_>) -> Option<Shape> {
    let values = flat.values.as_deref()?;
    let base = if values.iter().all(|node| node.as_str().is_some()) {
        EnumBase::Str
    } else if values.iter().all(|node| in_64_bits(node)) {
        EnumBase::Int
    } else {
        return None;
    };
    let wires: Vec<String> = values.iter().map(|node| wire(node)).collect();
    Some(Shape::Enum(Enum {
        base,
        words: words_of(&wires),
    }))
}

impl Context<'_> {
    /// What a list of values that are neither all words nor all integers is read as.
    pub(super) fn mixed_values(&mut self, flat: &Flat<'_>) -> Type {
        let values = flat.values.as_deref().unwrap_or_default();
        if values.iter().all(|node| node.as_bool().is_some()) {
            return Type::Scalar(Scalar::Bool);
        }
        if values.iter().all(|node| node.as_f64().is_some()) {
            return Type::Scalar(Scalar::F64);
        }
        self.raw(
            &flat.head.site.place,
            "the values of its `enum` are of several kinds",
        )
    }
}

fn in_64_bits(node: &Node) -> bool {
    matches!(node, Node::Int(value) if i64::try_from(*value).is_ok())
}

fn wire(node: &Node) -> String {
    match node {
        Node::Int(value) => value.to_string(),
        node => node.as_str().unwrap_or_default().to_owned(),
    }
}

/// Words with variants of distinct names.
pub(super) fn words_of(wires: &[String]) -> Vec<Word> {
    let mut distinct: Vec<&String> = Vec::new();
    for wire in wires {
        if !distinct.contains(&wire) {
            distinct.push(wire);
        }
    }
    let mut names: Vec<_> = distinct
        .into_iter()
        .map(|wire| VariantName::new(wire))
        .collect();
    super::names::variants(&mut names);
    names
        .into_iter()
        .map(|name| Word {
            name,
            docs: Docs::default(),
            deprecated: false,
        })
        .collect()
}
