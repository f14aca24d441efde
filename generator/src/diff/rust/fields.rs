//! Structs compared: constructor, setters and, where answers bring the type, fields.

use std::collections::BTreeSet;

use super::{Rust, unalias, written};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::ir::{Api, Field, Presence, Scalar, Shape, Struct, Type, TypeDef, are_arguments};
use crate::source::Place;

/// The type of a field as a caller reads it.
fn read_as(api: &Api, field: &Field) -> String {
    let ty = written(api, &field.ty);
    let ty = if field.boxed {
        format!("Box<{ty}>")
    } else {
        ty
    };
    match field.presence {
        Presence::Required | Presence::OrEmpty => ty,
        Presence::Optional | Presence::RequiredNullable => format!("Option<{ty}>"),
        Presence::OptionalNullable => format!("Maybe<{ty}>"),
    }
}

/// How a presence shows in the type of a field.
const fn wrapper(presence: Presence) -> u8 {
    match presence {
        Presence::Required | Presence::OrEmpty => 0,
        Presence::Optional | Presence::RequiredNullable => 1,
        Presence::OptionalNullable => 2,
    }
}

impl<'a> Rust<'a> {
    pub(super) fn structs(
        &mut self,
        (old, one): (&'a TypeDef, &'a Struct),
        (new, two): (&'a TypeDef, &'a Struct),
    ) {
        for field in &one.fields {
            let same = two
                .fields
                .iter()
                .find(|other| other.name.as_str() == field.name.as_str());
            match same {
                Some(other) => self.field((old, field), (new, other)),
                None => self.field_gone(old, field, new),
            }
        }
        for field in &two.fields {
            if !one
                .fields
                .iter()
                .any(|other| other.name.as_str() == field.name.as_str())
            {
                let message = format!("field added: `{}::{}`", new.name, field.name);
                let at = (&old.place, &field.place);
                self.add(
                    Kind::FieldAdded,
                    Bump::Minor,
                    at,
                    field.name.wire(),
                    message,
                );
            }
        }
        self.rest((old, one), (new, two));
        self.usage(old, new);
        if old.usage.request && new.usage.request {
            self.constructor((old, one), (new, two));
        }
        if one.constants != two.constants || one.rules != two.rules {
            let message = format!("`{}` writes or checks other members by itself", new.name);
            let at = (&old.place, &new.place);
            self.add(
                Kind::SentDifferently,
                Bump::Patch,
                at,
                new.name.wire(),
                message,
            );
        }
    }

    fn field_gone(&mut self, old: &'a TypeDef, field: &'a Field, new: &'a TypeDef) {
        let what = if old.usage.response {
            "field"
        } else {
            "setter"
        };
        let message = format!(
            "{what} removed: `{}::{}` is gone; code that names it no longer compiles",
            old.name, field.name
        );
        let at = (&field.place, &new.place);
        self.add(
            Kind::FieldRemoved,
            Bump::Major,
            at,
            field.name.wire(),
            message,
        );
    }

    fn field(
        &mut self,
        (old, one): (&'a TypeDef, &'a Field),
        (new, two): (&'a TypeDef, &'a Field),
    ) {
        let at = (&one.place, &two.place);
        let wire = two.name.wire();
        let name = format!("{}::{}", new.name, two.name);
        let same = wrapper(one.presence) == wrapper(two.presence)
            && one.boxed == two.boxed
            && self.is_same(&one.ty, &two.ty);
        let is_read = old.usage.response || !old.usage.request;
        if is_read && !same {
            let message = format!(
                "field changed: `{name}` is `{}`, no longer `{}`; code that reads it no longer compiles",
                read_as(self.new.api, two),
                read_as(self.old.api, one)
            );
            self.add(Kind::FieldChanged, Bump::Major, at, wire, message);
        } else if old.usage.request && new.usage.request {
            self.setter(&name, one, two);
            let takes = self.takes((&one.ty, one.boxed), (&two.ty, two.boxed));
            if !same && takes && one.has_setter() == two.has_setter() {
                let message = format!(
                    "field changed: `{name}` is `{}`, no longer `{}`; what set it still does",
                    read_as(self.new.api, two),
                    read_as(self.old.api, one)
                );
                self.add(Kind::FieldChanged, Bump::Minor, at, wire, message);
            }
        }
        if one.name.wire() != wire || one.fixed != two.fixed {
            let message = format!("`{name}` is written as `{wire}`");
            self.add(Kind::SentDifferently, Bump::Patch, at, wire, message);
        }
        self.field_prose(&name, one, two);
    }

    fn setter(&mut self, name: &str, one: &Field, two: &Field) {
        let at = (&one.place, &two.place);
        let wire = two.name.wire();
        match (one.has_setter(), two.has_setter()) {
            (true, false) => {
                let message = format!(
                    "setter removed: `{name}` is gone; code that calls it no longer compiles"
                );
                self.add(Kind::SetterRemoved, Bump::Major, at, wire, message);
            }
            (false, true) => {
                let message = format!("setter added: `{name}`");
                self.add(Kind::SetterAdded, Bump::Minor, at, wire, message);
            }
            (false, false) => {}
            (true, true) => {
                if !self.takes((&one.ty, one.boxed), (&two.ty, two.boxed)) {
                    let message = format!(
                        "setter changed: `{name}` takes `{}`, no longer `{}`; code that calls it may no longer compile",
                        written(self.new.api, &two.ty),
                        written(self.old.api, &one.ty)
                    );
                    self.add(Kind::SetterChanged, Bump::Major, at, wire, message);
                }
                let null = |field: &Field| field.presence == Presence::OptionalNullable;
                if null(one) && !null(two) {
                    let message = format!(
                        "setter removed: `{name}_null` is gone; code that calls it no longer compiles"
                    );
                    self.add(Kind::SetterRemoved, Bump::Major, at, wire, message);
                } else if null(two) && !null(one) {
                    let message = format!("setter added: `{name}_null`");
                    self.add(Kind::SetterAdded, Bump::Minor, at, wire, message);
                }
            }
        }
    }

    /// Whether an argument that the old item takes is taken by the new one too.
    pub(super) fn takes(&self, old: (&Type, bool), new: (&Type, bool)) -> bool {
        if self.is_same(old.0, new.0) {
            return true;
        }
        let (one, two) = (unalias(self.old.api, old.0), unalias(self.new.api, new.0));
        match (one, two) {
            (Type::Scalar(one), Type::Scalar(two)) => converts(*one, *two),
            (one, Type::Named(id)) => self.union_takes(one, *id),
            _ => false,
        }
    }

    /// Whether a union has a conversion from this type.
    fn union_takes(&self, one: &Type, id: crate::ir::TypeId) -> bool {
        let Shape::Union(shape) = &self.new.api.types.get(id).shape else {
            return false;
        };
        let holding = shape
            .variants
            .iter()
            .filter(|variant| match &variant.payload {
                crate::ir::Payload::Type(ty) => self.is_same(one, ty),
                crate::ir::Payload::Word(_) => false,
            });
        // Of two variants that hold one type, neither is what it converts to; raw JSON never is.
        holding.count() == 1 && *one != Type::Json
    }

    fn rest(
        &mut self,
        (old, one): (&'a TypeDef, &'a Struct),
        (new, two): (&'a TypeDef, &'a Struct),
    ) {
        let at: (&Place, &Place) = (&old.place, &new.place);
        let name = &new.name;
        let (kind, bump, message) = match (&one.rest, &two.rest) {
            (None, None) => return,
            (Some(a), Some(b))
                if a.name == b.name
                    && a.item.nullable == b.item.nullable
                    && self.is_same(&a.item.ty, &b.item.ty) =>
            {
                return;
            }
            (None, Some(rest)) => {
                let message = format!(
                    "field added: `{name}::{}` holds members that are not listed",
                    rest.name
                );
                (Kind::FieldAdded, Bump::Minor, message)
            }
            (Some(rest), None) => {
                let message = format!("field removed: `{name}::{}` is gone", rest.name);
                (Kind::FieldRemoved, Bump::Major, message)
            }
            (Some(_), Some(rest)) => {
                let message = format!("field changed: `{name}::{}` holds other values", rest.name);
                (Kind::FieldChanged, Bump::Major, message)
            }
        };
        self.add(kind, bump, at, "additionalProperties", message);
    }

    fn constructor(
        &mut self,
        (old, one): (&'a TypeDef, &'a Struct),
        (new, two): (&'a TypeDef, &'a Struct),
    ) {
        let (before, after) = (one.required(), two.required());
        let plain = BTreeSet::new();
        let (was, is) = (
            are_arguments(&self.old.api.types, &plain, &before),
            are_arguments(&self.new.api.types, &plain, &after),
        );
        let pairs = || before.iter().zip(&after);
        let same =
            was == is && before.len() == after.len() && pairs().all(|(a, b)| self.gives(a, b, was));
        let at = (&old.place, &new.place);
        if !same {
            let (come, gone) = (missing_in(&before, &after), missing_in(&after, &before));
            let subject = come
                .or(gone)
                .map_or(new.name.wire(), |field| field.name.wire());
            let message = format!(
                "constructor changed: `{}` is made by {}, no longer by {}",
                new.name,
                signature(self.new.api, &after, is),
                signature(self.old.api, &before, was)
            );
            self.add(Kind::ConstructorChanged, Bump::Major, at, subject, message);
        }
        let (name, subject) = (&new.name, new.name.wire());
        match (before.is_empty(), after.is_empty()) {
            (true, false) => {
                let message = format!("trait removed: `{name}` no longer implements `Default`");
                self.add(Kind::TraitRemoved, Bump::Major, at, subject, message);
            }
            (false, true) => {
                let message = format!("trait added: `{name}` implements `Default`");
                self.add(Kind::TraitAdded, Bump::Minor, at, subject, message);
            }
            (true, true) | (false, false) => {}
        }
    }

    /// Whether what was given for a required field may still be given.
    fn gives(&self, one: &Field, two: &Field, as_argument: bool) -> bool {
        let exact = one.presence == two.presence && self.is_same(&one.ty, &two.ty);
        // Another member in the same place compiles and says something else.
        if one.name.wire() != two.name.wire() {
            return false;
        }
        if as_argument {
            exact
                || (one.presence == Presence::Required
                    && two.presence == Presence::Required
                    && self.takes((&one.ty, one.boxed), (&two.ty, two.boxed)))
        } else {
            exact && one.name.as_str() == two.name.as_str() && one.boxed == two.boxed
        }
    }
}

/// How a constructor reads: of arguments, or of a struct that names them.
fn signature(api: &Api, fields: &[&Field], arguments: bool) -> String {
    let each = fields.iter();
    let each = each.map(|field| format!("{}: {}", field.name, read_as(api, field)));
    let each = each.collect::<Vec<_>>().join(", ");
    if arguments {
        format!("`new({each})`")
    } else {
        format!("`new` of a struct {{ {each} }}")
    }
}

/// The first of `these` fields that is not among `known`.
fn missing_in<'f>(known: &[&Field], these: &[&'f Field]) -> Option<&'f Field> {
    let is_known = |field: &Field| {
        let mut known = known.iter();
        known.any(|other| other.name.wire() == field.name.wire())
    };
    these.iter().copied().find(|field| !is_known(field))
}

/// Whether a setter of the second type takes every value a setter of the first one took.
fn converts(one: Scalar, two: Scalar) -> bool {
    one == two
        || (matches!(one, Scalar::Format(format) if format.into_string) && two == Scalar::String)
        || (one == Scalar::String && two == Scalar::Secret)
        || widens(one, two)
}

/// Numbers that fit into wider ones: literals do as they stand, variables through `into`.
pub(super) const fn widens(one: Scalar, two: Scalar) -> bool {
    matches!(
        (one, two),
        (
            Scalar::I8 | Scalar::I16 | Scalar::I32,
            Scalar::I64 | Scalar::I128
        ) | (Scalar::I8 | Scalar::I16, Scalar::I32)
            | (Scalar::I8, Scalar::I16)
            | (Scalar::I64, Scalar::I128)
            | (Scalar::U8 | Scalar::U16 | Scalar::U32, Scalar::I64)
            | (Scalar::F32, Scalar::F64)
    )
}
