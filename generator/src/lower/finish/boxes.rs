//! Types that contain themselves: a box where a cycle needs one, a newtype where an alias cannot be.

use super::through;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Payload, Presence, Shape, Type, TypeId, Types};
use crate::lower::context::Context;
use foldhash::{HashMap, HashSet};

/// An alias that contains itself becomes a newtype.
pub(super) fn newtypes(types: &mut Types) {
    // Aliases that lead to something else in the end.
    let mut settled: HashSet<TypeId> = HashSet::default();
    for id in types.ids() {
        match way(types, id, &settled) {
            Way::Ends(passed) => settled.extend(passed),
            Way::Elsewhere => {}
            Way::Returns => {
                if let Shape::Alias(item) = types.get(id).shape.clone() {
                    types.get_mut(id).shape = Shape::Newtype(item);
                }
            }
        }
    }
}

/// Where an alias leads to.
enum Way {
    /// To something else than an alias, through these.
    Ends(HashSet<TypeId>),
    /// Back to itself.
    Returns,
    /// Into a circle of others.
    Elsewhere,
}

fn way(types: &Types, start: TypeId, settled: &HashSet<TypeId>) -> Way {
    let mut passed = HashSet::default();
    let mut at = start;
    while !settled.contains(&at) {
        let Some(next) = alias_of(types, at) else {
            break;
        };
        if next == start {
            return Way::Returns;
        }
        if !passed.insert(at) {
            return Way::Elsewhere;
        }
        at = next;
    }
    Way::Ends(passed)
}

/// The type that an alias is another name for, or that its lists and maps hold; no type has more than one inside.
fn alias_of(types: &Types, id: TypeId) -> Option<TypeId> {
    let Shape::Alias(item) = &types.get(id).shape else {
        return None;
    };
    let mut inside = None;
    item.ty.ids(&mut |id| inside = Some(id));
    inside
}

/// Members that would need a value without end are made optional, since no answer could ever hold them.
pub(super) fn finite(context: &mut Context<'_>, types: &mut Types) {
    let mut finite: HashSet<TypeId> = HashSet::default();
    let ids: Vec<TypeId> = types.ids().collect();
    loop {
        let before = finite.len();
        // What a type is made of comes after it for the most part.
        for id in ids.iter().rev() {
            if !finite.contains(id) && ends(types, *id, &finite) {
                finite.insert(*id);
            }
        }
        if finite.len() == before {
            break;
        }
    }
    for id in types.ids() {
        if finite.contains(&id) {
            continue;
        }
        let endless: Vec<usize> = match &types.get(id).shape {
            Shape::Struct(shape) => (0..shape.fields.len())
                .filter(|index| {
                    let field = &shape.fields[*index];
                    field.presence == Presence::Required && !is_finite(types, &field.ty, &finite)
                })
                .collect(),
            _ => Vec::new(),
        };
        if let Shape::Struct(shape) = &mut types.get_mut(id).shape {
            for index in endless {
                let field = &mut shape.fields[index];
                field.presence = Presence::Optional;
                context.report.push(Diagnostic::warning(
                    Code::Endless,
                    field.place.clone(),
                    format!(
                        "`{}` is required but contains itself without end; it is read as optional",
                        field.name.wire()
                    ),
                ));
            }
        }
    }
}

fn ends(types: &Types, id: TypeId, finite: &HashSet<TypeId>) -> bool {
    match &types.get(id).shape {
        Shape::Struct(shape) => shape.fields.iter().all(|field| {
            field.presence != Presence::Required || is_finite(types, &field.ty, finite)
        }),
        Shape::Union(shape) => shape.variants.iter().any(|variant| match &variant.payload {
            Payload::Word(_) => true,
            Payload::Type(ty) => is_finite(types, ty, finite),
        }),
        Shape::Tuple(shape) => shape
            .items
            .iter()
            .all(|item| item.nullable || is_finite(types, &item.ty, finite)),
        Shape::Alias(item) | Shape::Newtype(item) => is_finite(types, &item.ty, finite),
        Shape::Enum(_) | Shape::Overlap(_) => true,
    }
}

fn is_finite(_types: &Types, ty: &Type, finite: &HashSet<TypeId>) -> bool {
    ty.by_value().is_none_or(|id| finite.contains(&id))
}

/// Puts a box on the edge that closes each cycle of types held by value.
///
/// The search of a cycle starts at the type whose name comes first, so that
/// which edge is boxed depends on the types of the cycle alone.
pub(super) fn boxes(types: &mut Types) {
    let mut order: Vec<TypeId> = types.ids().collect();
    order.sort_by_cached_key(|id| super::sort_key(&types.get(*id).place));
    let mut state: HashMap<TypeId, bool> = HashMap::default();
    for root in order {
        descend(types, root, &mut state);
    }
}

/// A depth-first search on an explicit stack; `state` says of a seen type whether it is still open.
fn descend(types: &mut Types, root: TypeId, state: &mut HashMap<TypeId, bool>) {
    if state.contains_key(&root) {
        return;
    }
    let mut stack = vec![(root, 0)];
    state.insert(root, true);
    while let Some((id, next)) = stack.pop() {
        let Some((edge, target)) = edge(types, id, next) else {
            state.insert(id, false);
            continue;
        };
        stack.push((id, edge + 1));
        match state.get(&target) {
            Some(true) => set_box(types, id, edge),
            Some(false) => {}
            None => {
                state.insert(target, true);
                stack.push((target, 0));
            }
        }
    }
}

/// The first edge of `id` from `next` on that holds another type by value.
fn edge(types: &Types, id: TypeId, next: usize) -> Option<(usize, TypeId)> {
    let targets: Vec<Option<TypeId>> = match &types.get(id).shape {
        Shape::Struct(shape) => shape
            .fields
            .iter()
            .map(|field| field.ty.by_value())
            .collect(),
        Shape::Union(shape) => shape
            .variants
            .iter()
            .map(|variant| match &variant.payload {
                Payload::Word(_) => None,
                Payload::Type(ty) => ty.by_value(),
            })
            .collect(),
        Shape::Overlap(shape) => shape.parts.iter().map(|part| part.ty.by_value()).collect(),
        Shape::Enum(_) | Shape::Tuple(_) | Shape::Alias(_) | Shape::Newtype(_) => return None,
    };
    targets
        .into_iter()
        .enumerate()
        .skip(next)
        .find_map(|(index, target)| {
            let target = target?;
            Some((
                index,
                through(types, &Type::Named(target)).unwrap_or(target),
            ))
        })
}

fn set_box(types: &mut Types, id: TypeId, edge: usize) {
    match &mut types.get_mut(id).shape {
        Shape::Struct(shape) => shape.fields[edge].boxed = true,
        Shape::Union(shape) => shape.variants[edge].boxed = true,
        Shape::Overlap(shape) => shape.parts[edge].boxed = true,
        Shape::Enum(_) | Shape::Tuple(_) | Shape::Alias(_) | Shape::Newtype(_) => {}
    }
}
