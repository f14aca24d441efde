//! The order of the types of a file, which does not depend on who came by them first.

use super::is_named;
use crate::ir::{TypeDef, TypeId};
use foldhash::{HashMap, HashSet};

/// What the document has a name for, then the parts as they are come by from there, each after its own parts; where
/// nothing has a name, the parts of each operation or component as they were made.
pub(super) fn settled(mut defs: Vec<(TypeId, &TypeDef)>) -> Vec<(TypeId, &TypeDef)> {
    let by_name = |def: &TypeDef| def.name.as_str().to_owned();
    defs.sort_by_cached_key(|(_, def)| (!is_named(def), is_named(def).then(|| by_name(def))));
    let named = defs.iter().take_while(|(_, def)| is_named(def)).count();
    if named == 0 {
        defs.sort_by_cached_key(|(_, def)| whose(def));
        return defs;
    }
    let mut parts = defs.split_off(named);
    let own: HashMap<TypeId, &TypeDef> = parts.iter().copied().collect();
    let mut passed = HashSet::default();
    for at in 0..named {
        let (_, def) = defs[at];
        visit(def, &own, &mut passed, &mut defs);
    }
    // Others may use parts of a schema that has no use for them itself.
    parts.sort_by_cached_key(|(_, def)| by_name(def));
    for part in parts {
        if passed.insert(part.0) {
            visit(part.1, &own, &mut passed, &mut defs);
            defs.push(part);
        }
    }
    defs
}

/// Adds the parts of a type that were not come by yet.
fn visit<'a>(
    def: &'a TypeDef,
    own: &HashMap<TypeId, &'a TypeDef>,
    passed: &mut HashSet<TypeId>,
    out: &mut Vec<(TypeId, &'a TypeDef)>,
) {
    let mut ids = Vec::new();
    def.shape.types(&mut |ty| ty.ids(&mut |id| ids.push(id)));
    for id in ids {
        if let Some(part) = own.get(&id)
            && passed.insert(id)
        {
            visit(part, own, passed, out);
            out.push((id, part));
        }
    }
}

/// The operation or the component that a type is part of.
fn whose(def: &TypeDef) -> Vec<String> {
    let tokens = def.place.pointer.tokens().take(3);
    tokens.map(str::to_owned).collect()
}
