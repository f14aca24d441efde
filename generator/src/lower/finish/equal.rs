//! Inline types of one file that are equal become one.

use super::reach::rebuild;
use crate::ir::{Api, Item, Payload, Shape, Type, TypeDef, TypeId};
use std::collections::HashMap;
use std::fmt::Write;

/// Merges equal inline types, to the one that stands first by place, until nothing changes.
pub(super) fn merge(api: &mut Api) {
    for _ in 0..8 {
        let same = equals(api);
        if same.is_empty() {
            return;
        }
        let keep: Vec<TypeId> = api
            .types
            .ids()
            .filter(|id| !same.contains_key(id))
            .collect();
        rebuild(api, &keep, &same);
    }
}

fn equals(api: &Api) -> HashMap<TypeId, TypeId> {
    let mut inline: Vec<(TypeId, &TypeDef)> = api
        .types
        .iter()
        .filter(|(_, def)| {
            def.place.pointer.depth() > 3 || def.place.pointer.tokens().next() != Some("components")
        })
        .collect();
    inline.sort_by_cached_key(|(_, def)| super::sort_key(&def.place));
    let mut alike: HashMap<(&str, usize, Option<&str>), usize> = HashMap::new();
    for (_, def) in &inline {
        *alike.entry(outline(def)).or_default() += 1;
    }
    let mut first: HashMap<String, TypeId> = HashMap::new();
    let mut same = HashMap::new();
    for (id, def) in inline
        .iter()
        .filter(|(_, def)| alike[&outline(def)] > 1)
        .copied()
    {
        if let Some(print) = print(def) {
            let kept = *first.entry(print).or_insert(id);
            if kept != id {
                same.insert(id, kept);
            }
        }
    }
    same
}

/// What equal types share, quick to compare: file, size and first member.
fn outline(def: &TypeDef) -> (&str, usize, Option<&str>) {
    let (size, first) = match &def.shape {
        Shape::Struct(shape) => (
            shape.fields.len(),
            shape.fields.first().map(|field| field.name.wire()),
        ),
        Shape::Enum(shape) => (
            shape.words.len(),
            shape.words.first().map(|word| word.name.wire()),
        ),
        Shape::Union(shape) => (shape.variants.len(), None),
        Shape::Overlap(shape) => (shape.parts.len(), None),
        Shape::Tuple(shape) => (shape.items.len(), None),
        Shape::Alias(_) | Shape::Newtype(_) => (0, None),
    };
    (def.file.as_str(), size, first)
}

/// A text that two types share exactly when their emitted code would differ in the name alone.
fn print(def: &TypeDef) -> Option<String> {
    let mut out = format!(
        "{} {:?} {} {:?} ",
        def.file, def.usage, def.deprecated, def.docs
    );
    match &def.shape {
        Shape::Struct(shape) => {
            for field in &shape.fields {
                // Writing to a `String` cannot fail.
                let _ = write!(
                    out,
                    "{}={} {:?} {:?} {:?} {:?} {} {:?} {:?};",
                    field.name.wire(),
                    field.name,
                    field.docs,
                    field.presence,
                    field.default,
                    field.fixed,
                    field.deprecated,
                    field.access,
                    field.ty
                );
            }
            let _ = write!(
                out,
                "{:?} {:?} {:?}",
                shape.constants, shape.rest, shape.rules
            );
        }
        Shape::Enum(shape) => {
            let _ = write!(out, "{shape:?}");
        }
        Shape::Union(shape) => {
            let _ = write!(out, "{:?}", shape.discriminant);
            for variant in &shape.variants {
                let payload = match &variant.payload {
                    Payload::Word(word) => word.clone(),
                    Payload::Type(ty) => code(ty),
                };
                let _ = write!(
                    out,
                    "{} {:?} {payload} {:?};",
                    variant.name, variant.docs, variant.tags
                );
            }
        }
        Shape::Tuple(shape) => {
            let _ = write!(out, "{:?} {:?}", shape.items, shape.rest);
        }
        Shape::Overlap(_) | Shape::Alias(_) | Shape::Newtype(_) => return None,
    }
    Some(out)
}

fn code(ty: &Type) -> String {
    match ty {
        Type::List(item) => format!("[{}]", item_code(item)),
        Type::Map(item) => format!("{{{}}}", item_code(item)),
        ty => format!("{ty:?}"),
    }
}

fn item_code(item: &Item) -> String {
    format!("{} {}", code(&item.ty), item.nullable)
}
