//! Types that nothing reaches are not emitted.

use crate::ir::{Api, Type, TypeId, Types, Usage};
use foldhash::{HashMap, HashSet};

/// Keeps the types that are used, in their order.
pub(super) fn prune(api: &mut Api) {
    let keep: Vec<TypeId> = api
        .types
        .iter()
        .filter(|(_, def)| def.usage != Usage::default())
        .map(|(id, _)| id)
        .collect();
    // A type may have lost its last user when a constant took the place of its field.
    let mut reached: HashSet<TypeId> = HashSet::default();
    let mut open: Vec<TypeId> = Vec::new();
    api.roots_mut(&mut |_, ty| ty.ids(&mut |id| open.push(id)));
    open.extend(
        api.groups
            .iter_mut()
            .flat_map(|group| &mut group.endpoints)
            .filter_map(|endpoint| endpoint.piece_mut().copied()),
    );
    if open.is_empty() {
        open.extend(
            keep.iter()
                .copied()
                .filter(|id| is_component(&api.types, *id)),
        );
    }
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            api.types
                .get(id)
                .shape
                .types(&mut |ty| ty.ids(&mut |id| open.push(id)));
        }
    }
    rebuild(api, &reached, &HashMap::default());
}

fn is_component(types: &Types, id: TypeId) -> bool {
    types.get(id).place.pointer.depth() <= 3
}

/// Leaves only the types of `keep`; what stood for another type in `same` now is that type.
pub(super) fn rebuild(api: &mut Api, keep: &HashSet<TypeId>, same: &HashMap<TypeId, TypeId>) {
    let old = std::mem::take(&mut api.types);
    let mut new = Types::default();
    let moved: HashMap<TypeId, TypeId> = old
        .into_defs()
        .filter(|(id, _)| keep.contains(id))
        .map(|(id, def)| (id, new.add(def)))
        .collect();
    let place = |id: &mut TypeId| {
        let kept = same.get(id).unwrap_or(id);
        if let Some(id_now) = moved.get(kept) {
            *id = *id_now;
        }
    };
    let rename = &mut |ty: &mut Type| {
        if let Type::Named(id) = ty {
            place(id);
        }
    };
    for id in new.ids() {
        new.get_mut(id)
            .shape
            .types_mut(&mut |ty| ty.walk_mut(rename));
    }
    api.roots_mut(&mut |_, ty| ty.walk_mut(rename));
    for endpoint in api.groups.iter_mut().flat_map(|group| &mut group.endpoints) {
        if let Some(piece) = endpoint.piece_mut() {
            place(piece);
        }
    }
    api.types = new;
}
