//! What can only be known when every type is there: usage, boxes, names, and what nothing reaches.

mod boxes;
mod equal;
mod reach;
mod shadowed;
mod values;

use super::context::Context;
use super::names::distinct;
use crate::ir::{
    Access, Api, Constant, Discriminant, Literal, Payload, Presence, Role, Scalar, Shape, Struct,
    Type, TypeId, TypeName, Types, Usage,
};
use crate::source::{FileId, Place};
use foldhash::HashSet;

/// Settles the types of `api`, in the order in which one settlement needs another.
pub(super) fn finish(context: &mut Context<'_>, api: &mut Api) {
    if api.endpoints().next().is_none() || context.options.everything {
        use_everything(&mut api.types);
    }
    usage(api);
    presences(&mut api.types);
    constants(&mut api.types);
    uploads(api);
    reach::prune(api);
    equal::merge(api);
    boxes::newtypes(&mut api.types);
    boxes::finite(context, &mut api.types);
    boxes::boxes(&mut api.types);
    names(&mut api.types);
    shadowed::note(context, &api.types);
    values::leave_out_misfits(context, api);
}

/// Types of a document without endpoints are used both ways: somebody wants them for themselves.
fn use_everything(types: &mut Types) {
    for id in types.ids() {
        let usage = &mut types.get_mut(id).usage;
        usage.request = true;
        usage.response = true;
    }
}

/// Carries the use of each endpoint's types down to the types they are made of.
fn usage(api: &mut Api) {
    let mut roots: Vec<(Role, TypeId)> = Vec::new();
    api.roots_mut(&mut |role, ty| ty.ids(&mut |id| roots.push((role, id))));
    for (role, root) in roots {
        let mut open = vec![root];
        while let Some(id) = open.pop() {
            if grant(&mut api.types.get_mut(id).usage, role) {
                api.types
                    .get(id)
                    .shape
                    .types(&mut |ty| ty.ids(&mut |id| open.push(id)));
            }
        }
    }
}

/// Whether the use is new.
fn grant(usage: &mut Usage, role: Role) -> bool {
    let had = *usage;
    match role {
        Role::Request => usage.request = true,
        Role::Response => usage.response = true,
        Role::Multipart => (usage.request, usage.multipart) = (true, true),
    }
    *usage != had
}

fn structs(types: &mut Types, mut f: impl FnMut(Usage, &mut Struct)) {
    for id in types.ids() {
        let def = types.get_mut(id);
        let usage = def.usage;
        if let Shape::Struct(shape) = &mut def.shape {
            f(usage, shape);
        }
    }
}

/// Presence as the use of a type makes it.
fn presences(types: &mut Types) {
    structs(types, |usage, shape| {
        if !usage.request {
            // They are for who sends.
            shape.rules.clear();
        }
        for field in &mut shape.fields {
            field.presence = match (field.presence, field.access) {
                // A member that only the server sets cannot be asked of a caller, and the other way round.
                (Presence::Required | Presence::RequiredNullable, Access::ReadOnly)
                    if usage.request =>
                {
                    Presence::Optional
                }
                (Presence::Required | Presence::RequiredNullable, Access::WriteOnly)
                    if usage.response =>
                {
                    Presence::Optional
                }
                // A server that sends nothing of what nobody declares is no surprise.
                (Presence::Required, _) if usage.response && !field.declared => Presence::Optional,
                (Presence::OptionalNullable, _) if !usage.request => Presence::Optional,
                // To a server an empty list is something else than none.
                (Presence::OrEmpty, _) if usage.request => Presence::Optional,
                (presence, _) => presence,
            };
            if field.presence != Presence::Required {
                field.fixed = None;
            }
        }
    });
}

/// Members of one value that need no field: those that only callers write, and the tags of unions.
fn constants(types: &mut Types) {
    let tags = tags(types);
    for id in types.ids() {
        let usage = types.get(id).usage;
        let Shape::Struct(shape) = &types.get(id).shape else {
            continue;
        };
        let gone: Vec<usize> = (0..shape.fields.len())
            .filter(|index| {
                let field = &shape.fields[*index];
                let tag = tags.contains(&(id, field.name.wire().to_owned()));
                let open = matches!(field.fixed, Some(Literal::Str(_) | Literal::Int(_)));
                field.fixed.is_some() && (tag || !usage.response || !open)
            })
            .filter(|index| !rules_name(shape, *index))
            .collect();
        if let Shape::Struct(shape) = &mut types.get_mut(id).shape {
            for index in gone.into_iter().rev() {
                let field = shape.fields.remove(index);
                shift_rules(shape, index);
                let value = field.fixed.unwrap_or(Literal::Bool(true));
                shape.constants.insert(
                    0,
                    Constant {
                        wire: field.name.wire().to_owned(),
                        value,
                    },
                );
            }
        }
    }
}

fn rules_name(shape: &Struct, index: usize) -> bool {
    shape.rules.iter().any(|rule| match rule {
        crate::ir::Rule::AtMostOne(of) | crate::ir::Rule::ExpectOne(of) => of.contains(&index),
    })
}

pub(super) fn shift_rules(shape: &mut Struct, removed: usize) {
    for rule in &mut shape.rules {
        let (crate::ir::Rule::AtMostOne(of) | crate::ir::Rule::ExpectOne(of)) = rule;
        of.retain(|index| *index != removed);
        for index in of.iter_mut().filter(|index| **index > removed) {
            *index -= 1;
        }
    }
}

/// The structs that a union recognises by a member, with that member.
fn tags(types: &Types) -> HashSet<(TypeId, String)> {
    let mut tags = HashSet::default();
    for (_, def) in types.iter() {
        let Shape::Union(union) = &def.shape else {
            continue;
        };
        let Discriminant::Property(property) = &union.discriminant else {
            continue;
        };
        for variant in &union.variants {
            if let Payload::Type(ty) = &variant.payload
                && let Some(id) = through(types, ty)
            {
                tags.insert((id, property.clone()));
            }
        }
    }
    tags
}

/// The named type behind any aliases.
fn through(types: &Types, ty: &Type) -> Option<TypeId> {
    let mut id = ty.by_value()?;
    for _ in 0..64 {
        match &types.get(id).shape {
            Shape::Alias(item) => id = item.ty.by_value()?,
            _ => return Some(id),
        }
    }
    None
}

/// Files exist in multipart bodies alone; elsewhere `format: binary` is a string.
fn uploads(api: &mut Api) {
    let string = &mut |ty: &mut Type| {
        if *ty == Type::Scalar(Scalar::Upload) {
            *ty = Type::Scalar(Scalar::String);
        }
    };
    api.roots_mut(&mut |_, ty| ty.walk_mut(string));
    for id in api.types.ids() {
        let def = api.types.get_mut(id);
        if !def.usage.multipart {
            def.shape.types_mut(&mut |ty| ty.walk_mut(string));
        }
    }
}

/// Gives types that fall on one name numbers: components first, then by place.
fn names(types: &mut Types) {
    let mut order: Vec<TypeId> = types.ids().collect();
    order.sort_by_cached_key(|id| rank(types, *id));
    let mut names: Vec<TypeName> = order.iter().map(|id| types.get(*id).name.clone()).collect();
    // Places sort as their rank does, so that equal wire texts keep this order.
    distinct(&mut names, "", &[]);
    for (id, name) in order.into_iter().zip(names) {
        types.get_mut(id).name = name;
    }
}

fn rank(types: &Types, id: TypeId) -> (bool, (FileId, Vec<&str>)) {
    let place = &types.get(id).place;
    let key = sort_key(place);
    let component = matches!(&key.1[..], ["components", "schemas", _]);
    (!component, key)
}

/// A place as something that is quick to compare.
fn sort_key(place: &Place) -> (FileId, Vec<&str>) {
    (place.file, place.pointer.tokens().collect())
}
