//! Inline types of one file that are equal become one.

use super::reach::rebuild;
use crate::ir::{Api, Item, Payload, Shape, Type, TypeDef, TypeId};
use foldhash::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::{BuildHasher, Hash, Hasher};

/// Merges equal inline types, to the one that stands first by place, until nothing changes.
pub(super) fn merge(api: &mut Api) {
    for _ in 0..8 {
        let same = equals(api);
        if same.is_empty() {
            return;
        }
        let keep: HashSet<TypeId> = api
            .types
            .ids()
            .filter(|id| !same.contains_key(id))
            .collect();
        rebuild(api, &keep, &same);
    }
}

fn equals(api: &Api) -> HashMap<TypeId, TypeId> {
    let inline = api.types.iter().filter(|(_, def)| {
        def.place.pointer.depth() > 3 || def.place.pointer.tokens().next() != Some("components")
    });
    let hash = foldhash::fast::RandomState::default();
    let mut alike: HashMap<u64, Vec<(TypeId, &TypeDef)>> = HashMap::default();
    for (id, def) in inline {
        let outline = outline(def, &hash);
        alike.entry(outline).or_default().push((id, def));
    }
    alike.retain(|_, types| types.len() > 1);
    let mut alike: Vec<(TypeId, &TypeDef)> = alike.into_values().flatten().collect();
    alike.sort_by_cached_key(|(id, def)| (super::sort_key(&def.place), *id));
    let mut first: HashMap<String, TypeId> = HashMap::default();
    let mut same = HashMap::default();
    for (id, def) in alike {
        if let Some(print) = print(def) {
            let kept = *first.entry(print).or_insert(id);
            if kept != id {
                same.insert(id, kept);
            }
        }
    }
    same
}

/// What equal types share, quick to make: their names and their prose.
fn outline(def: &TypeDef, hash: &impl BuildHasher) -> u64 {
    let mut hasher = hash.build_hasher();
    let to = &mut hasher;
    (def.file.as_str(), &def.docs.text).hash(to);
    match &def.shape {
        Shape::Struct(shape) => shape
            .fields
            .iter()
            .for_each(|field| (field.name.wire(), &field.docs.text, &field.ty).hash(to)),
        Shape::Enum(shape) => shape
            .words
            .iter()
            .for_each(|word| word.name.wire().hash(to)),
        Shape::Union(shape) => shape
            .variants
            .iter()
            .for_each(|variant| variant.name.as_str().hash(to)),
        Shape::Tuple(shape) => shape.items.hash(to),
        Shape::Overlap(_) | Shape::Alias(_) | Shape::Newtype(_) => {}
    }
    hasher.finish()
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
                "{:?} {:?} {:?} {:?}",
                shape.constants, shape.rest, shape.rules, shape.asked
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
