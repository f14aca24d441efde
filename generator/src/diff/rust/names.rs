//! Which type of one model is which of the other: the same name, or the same shape under another name.

use std::collections::HashMap;

use super::{name, unalias};
use crate::ir::{
    Api, Discriminant, Item, Payload, Scalar, Shape, Struct, Type, TypeDef, TypeId, Types, Union,
};

/// The pairs of types.
#[derive(Debug, Default)]
pub(super) struct Names {
    pairs: HashMap<TypeId, TypeId>,
    /// Types whose name changed: the old and the new one.
    pub renamed: Vec<(TypeId, TypeId)>,
    pub removed: Vec<TypeId>,
    pub added: Vec<TypeId>,
}

impl Names {
    pub(super) fn pair(old: &Api, new: &Api) -> Self {
        let by_name: HashMap<&str, TypeId> = new
            .types
            .iter()
            .map(|(id, def)| (def.name.as_str(), id))
            .collect();
        let mut names = Self::default();
        let mut lost = Vec::new();
        for (id, def) in old.types.iter() {
            match by_name.get(def.name.as_str()) {
                Some(other) => {
                    names.pairs.insert(id, *other);
                }
                None => lost.push(id),
            }
        }
        let taken: std::collections::HashSet<TypeId> = names.pairs.values().copied().collect();
        let mut gained: Vec<TypeId> = new.types.ids().filter(|id| !taken.contains(id)).collect();
        for id in lost {
            let shape = outline(old, id);
            // An alias is its target; a name for a string is not recognised in another such name.
            let is_telling = !matches!(old.types.get(id).shape, Shape::Alias(_));
            let found = gained
                .iter()
                .position(|other| is_telling && outline(new, *other) == shape);
            match found {
                Some(at) => {
                    let other = gained.remove(at);
                    names.pairs.insert(id, other);
                    names.renamed.push((id, other));
                }
                None => names.removed.push(id),
            }
        }
        names.added = gained;
        names
    }

    /// Whether these are the same type.
    pub(super) fn is_pair(&self, old: TypeId, new: TypeId) -> bool {
        self.pairs.get(&old) == Some(&new)
    }

    /// The types of both models, in the order of the old one.
    pub(super) fn kept<'t>(
        &self,
        old: &'t Types,
        new: &'t Types,
    ) -> Vec<(&'t TypeDef, &'t TypeDef)> {
        old.ids()
            .filter_map(|id| Some((old.get(id), new.get(*self.pairs.get(&id)?))))
            .collect()
    }
}

/// All that callers see of a type but its name, as text; its own name is `Self` in it.
fn outline(api: &Api, id: TypeId) -> String {
    let ty = |ty: &Type| match unalias(api, ty) {
        Type::Named(other) if *other == id => "Self".to_owned(),
        other => super::written(api, other).replace(name(api, id), "Self"),
    };
    let item = |item: &Item| format!("{}{}", ty(&item.ty), if item.nullable { "?" } else { "" });
    let def = api.types.get(id);
    let members: Vec<String> = match &def.shape {
        Shape::Struct(shape) => struct_members(shape, &ty, &item),
        Shape::Enum(shape) => {
            let words = shape.words.iter();
            words
                .map(|word| format!("{} {}", word.name.as_str(), word.name.wire()))
                .collect()
        }
        Shape::Union(shape) => union_members(shape, &ty),
        Shape::Overlap(shape) => {
            let parts = shape.parts.iter();
            parts
                .map(|part| format!("{} {}", part.name.as_str(), ty(&part.ty)))
                .collect()
        }
        Shape::Tuple(shape) => shape.items.iter().chain(&shape.rest).map(item).collect(),
        Shape::Alias(inner) | Shape::Newtype(inner) => vec![item(inner)],
    };
    format!(
        "{} {:?} {}",
        kind(&def.shape),
        def.usage,
        members.join(", ")
    )
}

fn struct_members(
    shape: &Struct,
    ty: &impl Fn(&Type) -> String,
    item: &impl Fn(&Item) -> String,
) -> Vec<String> {
    let fields = shape.fields.iter().map(|field| {
        let (name, wire) = (field.name.as_str(), field.name.wire());
        format!("{name} {wire} {} {:?}", ty(&field.ty), field.presence)
    });
    let constants = shape.constants.iter();
    let constants = constants.map(|constant| format!("{constant:?}"));
    let rest = shape.rest.iter();
    let rest = rest.map(|rest| format!("rest {}", item(&rest.item)));
    fields.chain(constants).chain(rest).collect()
}

fn union_members(shape: &Union, ty: &impl Fn(&Type) -> String) -> Vec<String> {
    let variants = shape.variants.iter().map(|variant| {
        let payload = match &variant.payload {
            Payload::Word(word) => word.clone(),
            Payload::Type(payload) => ty(payload),
        };
        format!("{} {payload}", variant.name.as_str())
    });
    let property = match &shape.discriminant {
        Discriminant::Property(property) => Some(property.clone()),
        Discriminant::Kind | Discriminant::FirstMatch => None,
    };
    variants.chain(property).collect()
}

/// What sort of item a type is.
pub(super) fn kind(shape: &Shape) -> &'static str {
    match shape {
        Shape::Struct(_) => "a struct",
        Shape::Enum(_) => "an enum of words",
        Shape::Union(_) => "an enum of shapes",
        Shape::Overlap(_) => "a struct of shapes",
        Shape::Tuple(_) => "a tuple",
        Shape::Alias(_) => "another name for a type",
        Shape::Newtype(_) => "a name around a type",
    }
}

/// A scalar as a caller writes it.
pub(super) fn scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::String => "String",
        Scalar::Secret => "Secret",
        Scalar::Bool => "bool",
        Scalar::I8 => "i8",
        Scalar::I16 => "i16",
        Scalar::I32 => "i32",
        Scalar::I64 => "i64",
        Scalar::I128 => "i128",
        Scalar::U8 => "u8",
        Scalar::U16 => "u16",
        Scalar::U32 => "u32",
        Scalar::U64 => "u64",
        Scalar::U128 => "u128",
        Scalar::F32 => "f32",
        Scalar::F64 => "f64",
        Scalar::Format(format) => format.type_name(),
        Scalar::Base64 => "Base64",
        Scalar::Upload => "Upload",
    }
}
