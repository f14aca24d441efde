//! Branches that are never read, since an earlier one takes every value of theirs.

use super::through;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Discriminant, Payload, Shape, Struct, TypeId, Types, Union};
use crate::lower::context::Context;
use foldhash::HashSet;

/// Notes the branches of first-match unions whose members are those of an earlier branch.
pub(super) fn note(cx: &mut Context<'_>, types: &Types) {
    let mut noted = HashSet::default();
    for (_, def) in types.iter().filter(|(_, def)| def.usage.response) {
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        if union.discriminant == Discriminant::FirstMatch {
            note_in(cx, types, (def.name.as_str(), union), &mut noted);
        }
    }
}

fn note_in(
    cx: &mut Context<'_>,
    types: &Types,
    (name, union): (&str, &Union),
    noted: &mut HashSet<TypeId>,
) {
    let mut seen: Vec<(TypeId, &Struct)> = Vec::new();
    for variant in &union.variants {
        let Payload::Type(ty) = &variant.payload else {
            continue;
        };
        let Some(id) = through(types, ty) else {
            continue;
        };
        let Shape::Struct(shape) = &types.get(id).shape else {
            continue;
        };
        match seen
            .iter()
            .find(|(_, earlier)| reads_the_same(earlier, shape))
        {
            Some((first, _)) if *first != id && noted.insert(id) => {
                let first = types.get(*first).name.as_str();
                let message = format!(
                    "no `{name}` is read as this: `{first}`, which is tried before it, has the same members"
                );
                let place = types.get(id).place.clone();
                let note = Diagnostic::note(Code::NotTyped, place, message).at_key();
                cx.report.push(
                    note.help("a `discriminator`, or a constant member in each, tells them apart"),
                );
            }
            Some(_) => {}
            None => seen.push((id, shape)),
        }
    }
}

/// Whether every object that is read as one struct could be read as the other.
fn reads_the_same(one: &Struct, other: &Struct) -> bool {
    let members = |shape: &Struct| {
        let fields = shape.fields.iter();
        let mut members: Vec<String> = fields
            .map(|field| {
                let (ty, fixed) = (&field.ty, &field.fixed);
                format!(
                    "{} {ty:?} {:?} {fixed:?}",
                    field.name.wire(),
                    field.presence
                )
            })
            .collect();
        members.sort();
        members
    };
    one.fields.len() == other.fields.len()
        && one.constants == other.constants
        && one.rest.is_some() == other.rest.is_some()
        && members(one) == members(other)
}
