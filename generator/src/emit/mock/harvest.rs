//! The first value of each type within the document's own examples.

use super::super::scope::Context;
use super::{json_body, main_reply, sorted};
use crate::ir::{
    Discriminant, Example, Item, Kinds, Payload, Reply, Shape, Type, TypeId, Union, Variant,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// What the examples hold.
pub(super) struct Harvest(BTreeMap<TypeId, Value>);

impl Harvest {
    /// Looks through every example of the document.
    pub(super) fn of(context: &Context) -> Self {
        let mut harvest = Self(BTreeMap::new());
        for (id, def) in context.api.types.iter() {
            let item = Item {
                ty: Type::Named(id),
                nullable: false,
            };
            harvest.examples(context, &item, &def.docs.examples);
        }
        for endpoint in context.api.endpoints() {
            if let Some((body, item)) = endpoint.bodies.iter().find_map(json_body) {
                harvest.examples(context, item, &body.docs.examples);
            }
            if let Reply::Json(item) = main_reply(&endpoint.reply).body {
                harvest.examples(context, item, &endpoint.docs.examples);
            }
            if let Some(half) = endpoint.stream() {
                harvest.examples(context, &half.event, &half.docs.examples);
            }
            for failure in &endpoint.failures {
                if let Some(item) = &failure.ty {
                    harvest.examples(context, item, &failure.docs.examples);
                }
            }
        }
        harvest
    }

    /// A value of a type, as JSON text.
    pub(super) fn example(&self, id: TypeId) -> Option<String> {
        Some(sorted(self.0.get(&id)?))
    }

    fn examples(&mut self, context: &Context, item: &Item, examples: &[Example]) {
        for example in examples {
            // Examples were checked when they were read; one that is no JSON gives nothing.
            if let Ok(value) = serde_json::from_str(&example.json) {
                self.add(context, &item.ty, &value);
            }
        }
    }

    fn add(&mut self, context: &Context, ty: &Type, value: &Value) {
        match (ty, value) {
            (_, Value::Null) => {}
            (Type::List(item), Value::Array(items)) => {
                for value in items {
                    self.add(context, &item.ty, value);
                }
            }
            (Type::Map(item), Value::Object(members)) => {
                for value in members.values() {
                    self.add(context, &item.ty, value);
                }
            }
            (Type::Named(id), value) => self.named(context, *id, value),
            (Type::List(_) | Type::Map(_) | Type::Scalar(_) | Type::Json, _) => {}
        }
    }

    fn named(&mut self, context: &Context, id: TypeId, value: &Value) {
        self.0.entry(id).or_insert_with(|| value.clone());
        match &context.api.types.get(id).shape {
            Shape::Struct(shape) => {
                for field in &shape.fields {
                    if let Some(value) = value.get(field.name.wire()) {
                        self.add(context, &field.ty, value);
                    }
                }
            }
            Shape::Union(shape) => {
                if let Some(ty) = chosen(shape, value) {
                    self.add(context, ty, value);
                }
            }
            Shape::Alias(item) | Shape::Newtype(item) => self.add(context, &item.ty, value),
            Shape::Tuple(shape) => {
                let values = value.as_array().into_iter().flatten();
                for (item, value) in shape.items.iter().zip(values) {
                    self.add(context, &item.ty, value);
                }
            }
            // Which shapes hold cannot be told without reading the value.
            Shape::Enum(_) | Shape::Overlap(_) => {}
        }
    }
}

/// The type that a union's value has, where its kind or its tag tells.
fn chosen<'u>(shape: &'u Union, value: &Value) -> Option<&'u Type> {
    let fits = |variant: &&Variant| match &shape.discriminant {
        Discriminant::Kind => has_kind(variant.kinds, value),
        Discriminant::Property(member) => {
            let tag = value.get(member).and_then(Value::as_str);
            tag.is_some_and(|tag| variant.tags.iter().any(|known| known == tag))
        }
        Discriminant::FirstMatch => false,
    };
    match &shape.variants.iter().find(fits)?.payload {
        Payload::Type(ty) => Some(ty),
        Payload::Word(_) => None,
    }
}

fn has_kind(kinds: Kinds, value: &Value) -> bool {
    match value {
        Value::Null => kinds.null,
        Value::Bool(_) => kinds.boolean,
        Value::Number(_) => kinds.number,
        Value::String(_) => kinds.string,
        Value::Array(_) => kinds.array,
        Value::Object(_) => kinds.object,
    }
}
