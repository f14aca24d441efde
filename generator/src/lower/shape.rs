//! From a schema to a type: which of the shapes it has.

use super::context::Context;
use super::flat::Flat;
use super::hint::Hint;
use super::scalar::{scalar, words};
use crate::diagnostic::Code;
use crate::ir::{Item, Shape, Struct, Tuple, Type};
use crate::openapi::{Additional, Schema, TypeSet};
use crate::source::{Place, Site};
use std::rc::Rc;

/// What a schema comes to: a type that needs no name, or a shape that does.
pub(super) enum Form {
    Type(Type),
    Shape(Shape),
}

impl<'d> Context<'d> {
    /// The Rust type of `schema`; `hint` names it if it is written inline and needs a name.
    pub(super) fn schema(&mut self, schema: &Rc<Schema<'d>>, hint: &Hint) -> Item {
        if let Some(item) = self.known(&schema.site.place) {
            return item;
        }
        let declared = self.hint_of_declarer(schema);
        let hint = declared.as_ref().unwrap_or(hint);
        if let Some(item) = self.stand_in(schema, hint) {
            return item;
        }
        let flat = self.flatten(schema);
        self.refuse_clash(&flat);
        let (form, null) = self.form(&flat, hint);
        let ty = match form {
            Form::Type(ty) => ty,
            Form::Shape(shape) => self.inline(&flat.head, hint, shape),
        };
        let item = Item {
            ty,
            nullable: flat.null || null,
        };
        self.remember(&schema.site.place, &item);
        item
    }

    /// The shape of a schema that is declared under a name of its own.
    pub(super) fn declaration(&mut self, schema: &Rc<Schema<'d>>, hint: &Hint) -> Shape {
        if let Some(item) = self.stand_in(schema, hint) {
            if self.is_alias_of(&item.ty, schema) {
                let message = "this schema is only another name for itself".to_owned();
                self.once(&schema.site.place, Code::CyclicReference, message);
            }
            return Shape::Alias(Item {
                nullable: false,
                ..item
            });
        }
        if let Some(family) = self.family(schema, hint) {
            return family;
        }
        let flat = self.flatten(schema);
        self.refuse_clash(&flat);
        match self.form(&flat, hint).0 {
            Form::Type(ty) => Shape::Alias(Item {
                ty,
                nullable: false,
            }),
            Form::Shape(shape) => shape,
        }
    }

    /// The type of a schema that only stands for another: a `$ref`, or an `allOf` of one.
    fn stand_in(&mut self, schema: &Schema<'d>, hint: &Hint) -> Option<Item> {
        if let Some(boolean) = schema.boolean {
            let why = if boolean {
                "its schema is `true`"
            } else {
                "its schema is `false`"
            };
            let ty = self.raw(&schema.site.place, why);
            return Some(Item {
                ty,
                nullable: false,
            });
        }
        let inner = match (schema.reference, &schema.all_of[..]) {
            (Some(reference), _) if !schema.has_own_shape() => {
                let target = self.resolve(&schema.site, reference);
                target.map(|target| self.declared(&target))
            }
            (None, [only]) if !schema.has_more_than_all_of() && !self.is_child(schema, only) => {
                Some(self.item(only, hint))
            }
            _ => return None,
        };
        let inner = inner.unwrap_or(Item {
            ty: Type::Json,
            nullable: false,
        });
        Some(Item {
            nullable: inner.nullable || schema.null,
            ..inner
        })
    }

    /// Whether a schema extends one whose discriminator tells its children apart: such a child has the
    /// members of its parent, and is not the parent, which may be any of its children.
    fn is_child(&mut self, schema: &Schema<'d>, only: &Site<'d>) -> bool {
        let parent = self.read(only).reference;
        let parent = parent.and_then(|reference| self.resolve(only, reference));
        let Some(parent) = parent.map(|site| self.read(&site)) else {
            return false;
        };
        if self.tells_children_apart(&parent).is_none() {
            return false;
        }
        let children = self.children(&parent.site.place);
        children
            .iter()
            .any(|(_, child)| child.place == schema.site.place)
    }

    /// The Rust type of a member, or of what a caller sends. Where no value satisfies the schema it
    /// stays raw JSON, so that the rest can be used; a whole answer of that kind is refused instead,
    /// since nothing could ever read it.
    pub(super) fn tolerant(&mut self, site: &Site<'d>, hint: &Hint) -> Item {
        let schema = self.read(site);
        if schema.all_of.is_empty() {
            return self.item(site, hint);
        }
        match self.flatten(&schema).clash {
            Some(clash) => self.contradicted(&schema, &clash),
            None => self.item(site, hint),
        }
    }

    fn contradicted(&mut self, schema: &Schema<'d>, (place, message): &(Place, String)) -> Item {
        self.doubtful(
            place,
            Code::Contradiction,
            format!("{message}; it stays raw JSON"),
        );
        let ty = self.raw(&schema.site.place, "its descriptions contradict each other");
        Item { ty, nullable: true }
    }

    fn refuse_clash(&mut self, flat: &Flat<'d>) {
        if let Some((place, message)) = &flat.clash {
            self.once(place, Code::Contradiction, message.clone());
        }
    }

    fn is_alias_of(&self, ty: &Type, schema: &Schema<'d>) -> bool {
        let mut ty = ty.clone();
        for _ in 0..=self.types.len() {
            let Type::Named(id) = ty else { return false };
            let def = self.types.get(id);
            if def.place == schema.site.place {
                return true;
            }
            match &def.shape {
                Shape::Alias(item) => ty = item.ty.clone(),
                _ => return false,
            }
        }
        true
    }

    /// The form of what several schemas say together, and whether a choice among them is null.
    pub(super) fn form(&mut self, flat: &Flat<'d>, hint: &Hint) -> (Form, bool) {
        if flat.values.is_some() && flat.choices.is_empty() {
            return (self.enumeration(flat), false);
        }
        if !flat.choices.is_empty() {
            return self.choice(flat, hint);
        }
        (self.plain(flat, hint), false)
    }

    fn enumeration(&mut self, flat: &Flat<'d>) -> Form {
        if flat.values.as_ref().is_some_and(Vec::is_empty) {
            let why = "its `enum` has nothing but null";
            return Form::Type(self.raw(&flat.head.site.place, why));
        }
        match words(flat) {
            Some(shape) => Form::Shape(shape),
            None => Form::Type(self.mixed_values(flat)),
        }
    }

    /// The form of a schema without choices and listed values.
    pub(super) fn plain(&mut self, flat: &Flat<'d>, hint: &Hint) -> Form {
        let types = flat.effective_types();
        if types.is_none() {
            return Form::Type(self.anything(flat));
        }
        if types.count() > 1 {
            return self.several_types(flat, types, hint);
        }
        if types.object {
            return self.object(flat, hint);
        }
        if types.array {
            return self.array(flat, hint);
        }
        match scalar(flat) {
            Some(scalar) => Form::Type(Type::Scalar(scalar)),
            None => Form::Type(self.anything(flat)),
        }
    }

    fn anything(&mut self, flat: &Flat<'d>) -> Type {
        self.raw(&flat.head.site.place, "its schema allows any value")
    }

    /// `type: [string, integer]`: a union of the types by kind.
    fn several_types(&mut self, flat: &Flat<'d>, types: TypeSet, hint: &Hint) -> Form {
        if types.count() == 5 {
            return Form::Type(self.anything(flat));
        }
        let parts = types
            .names()
            .into_iter()
            .filter_map(|name| {
                let mut part = flat.clone();
                part.types = TypeSet::named(name);
                Some((name, part)).filter(|(_, part)| part.types.is_some())
            })
            .collect();
        self.union_of_types(parts, hint)
    }

    fn object(&mut self, flat: &Flat<'d>, hint: &Hint) -> Form {
        if flat.has_members() {
            return Form::Shape(Shape::Struct(self.structure(flat, hint)));
        }
        match (&flat.additional, &flat.patterns[..]) {
            (Additional::Of(site), []) => Form::Type(self.map(site, hint)),
            (Additional::Nothing, []) => Form::Shape(Shape::Struct(Struct::default())),
            (Additional::Unsaid | Additional::Nothing, [(_, site)]) => {
                Form::Type(self.map(site, hint))
            }
            _ => {
                self.raw(&flat.head.site.place, "its members are not named");
                Form::Type(Type::Map(Box::new(Item {
                    ty: Type::Json,
                    nullable: false,
                })))
            }
        }
    }

    fn map(&mut self, site: &Site<'d>, hint: &Hint) -> Type {
        Type::Map(Box::new(self.item(site, &hint.child("value"))))
    }

    fn array(&mut self, flat: &Flat<'d>, hint: &Hint) -> Form {
        if !flat.prefix_items.is_empty() {
            return Form::Shape(Shape::Tuple(self.tuple(flat, hint)));
        }
        let item = match &flat.items[..] {
            [] => Item {
                ty: self.raw(&flat.head.site.place, "its `items` are not described"),
                nullable: false,
            },
            [site] => self.item(site, &hint.child("item")),
            sites => self.joined(sites, &hint.child("item")),
        };
        Form::Type(Type::List(Box::new(item)))
    }

    fn tuple(&mut self, flat: &Flat<'d>, hint: &Hint) -> Tuple {
        let items = flat
            .prefix_items
            .iter()
            .enumerate()
            .map(|(index, sites)| self.joined(sites, &hint.child(&format!("item {}", index + 1))))
            .collect();
        let ends = flat
            .items
            .iter()
            .any(|site| site.node.as_bool() == Some(false));
        let rest = (!ends).then(|| self.joined(&flat.items, &hint.child("rest")));
        Tuple { items, rest }
    }

    /// The type of a place that several schemas describe together.
    pub(super) fn joined(&mut self, sites: &[Site<'d>], hint: &Hint) -> Item {
        if let [one] = sites {
            return self.tolerant(one, hint);
        }
        let schemas: Vec<Rc<Schema<'d>>> = sites.iter().map(|site| self.read(site)).collect();
        let Some(head) = schemas.first() else {
            return Item {
                ty: Type::Json,
                nullable: true,
            };
        };
        if let Some(item) = self.same_reference(&schemas) {
            return item;
        }
        let flat = self.flatten_all(head, &schemas);
        if let Some(clash) = &flat.clash {
            return self.contradicted(&flat.head, clash);
        }
        let (form, null) = self.form(&flat, hint);
        let ty = match form {
            Form::Type(ty) => ty,
            Form::Shape(shape) => self.inline(&flat.head, hint, shape),
        };
        Item {
            ty,
            nullable: flat.null || null,
        }
    }

    /// One `$ref` that only prose stands beside, as overriding descriptions do.
    fn same_reference(&mut self, schemas: &[Rc<Schema<'d>>]) -> Option<Item> {
        let mut target = None;
        for schema in schemas {
            if schema.has_own_shape() {
                return None;
            }
            let Some(reference) = schema.reference else {
                continue;
            };
            let here = self.resolve(&schema.site, reference)?;
            if target
                .as_ref()
                .is_some_and(|site: &Site<'d>| site.place != here.place)
            {
                return None;
            }
            target = Some(here);
        }
        let nullable = schemas.iter().any(|schema| schema.null);
        let item = self.declared(&target?);
        Some(Item {
            nullable: item.nullable || nullable,
            ..item
        })
    }
}
