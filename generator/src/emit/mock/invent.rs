//! A value of a type, with every member there, for documents without examples.

use super::super::scope::Context;
use super::sorted;
use crate::ir::{
    Discriminant, EnumBase, Field, Item, Literal, Overlap, Payload, Presence, Scalar, Shape,
    Struct, Type, TypeId, Union, Variant,
};
use serde_json::{Map, Value, json};

/// A value as JSON text.
pub(super) fn invent(context: &Context, item: &Item) -> String {
    let mut inventor = Inventor {
        context,
        open: Vec::new(),
    };
    sorted(&inventor.ty(&item.ty).unwrap_or_default())
}

struct Inventor<'c, 'a> {
    context: &'c Context<'a>,
    /// The types whose values are being made: one that contains itself must end somewhere.
    open: Vec<TypeId>,
}

impl Inventor<'_, '_> {
    fn ty(&mut self, ty: &Type) -> Option<Value> {
        match ty {
            Type::Named(id) => self.named(*id),
            Type::Scalar(scalar) => Some(self.scalar(*scalar)),
            Type::List(item) => Some(self.ty(&item.ty).map_or(json!([]), |value| json!([value]))),
            Type::Map(item) => Some(
                self.ty(&item.ty)
                    .map_or(json!({}), |value| json!({"key": value})),
            ),
            Type::Json => Some(json!({"any": ["JSON", 1, null]})),
        }
    }

    /// `None` when the type is inside of itself here.
    fn named(&mut self, id: TypeId) -> Option<Value> {
        if self.open.contains(&id) {
            return None;
        }
        self.open.push(id);
        let context = self.context;
        let value = match &context.api.types.get(id).shape {
            Shape::Struct(shape) => self.object(shape),
            Shape::Enum(shape) => shape.words.first().map(|word| match shape.base {
                EnumBase::Str => json!(word.name.wire()),
                EnumBase::Int => word
                    .name
                    .wire()
                    .parse::<i64>()
                    .map_or(json!(0), Value::from),
            }),
            Shape::Union(shape) => self.union(shape),
            Shape::Overlap(shape) => self.overlap(shape),
            Shape::Tuple(shape) => {
                let items = shape
                    .items
                    .iter()
                    .map(|item| self.ty(&item.ty).unwrap_or_default());
                Some(Value::Array(items.collect()))
            }
            Shape::Alias(item) | Shape::Newtype(item) => self.ty(&item.ty),
        };
        self.open.pop();
        value
    }

    fn object(&mut self, shape: &Struct) -> Option<Value> {
        let mut members = Map::new();
        for constant in &shape.constants {
            members.insert(constant.wire.clone(), literal(&constant.value));
        }
        for (index, field) in shape.fields.iter().enumerate() {
            if is_excluded(shape, index) {
                continue;
            }
            match self.field(field) {
                Some(value) => drop(members.insert(field.name.wire().to_owned(), value)),
                None if is_needed(field.presence) => return None,
                None => {}
            }
        }
        Some(Value::Object(members))
    }

    fn field(&mut self, field: &Field) -> Option<Value> {
        match &field.fixed {
            Some(fixed) => Some(literal(fixed)),
            None => self.ty(&field.ty),
        }
    }

    fn union(&mut self, shape: &Union) -> Option<Value> {
        shape
            .variants
            .iter()
            .find_map(|variant| self.variant(shape, variant))
    }

    fn variant(&mut self, shape: &Union, variant: &Variant) -> Option<Value> {
        let mut value = match &variant.payload {
            Payload::Word(word) => json!(word),
            Payload::Type(ty) => self.ty(ty)?,
        };
        let tagged = match &shape.discriminant {
            Discriminant::Property(member) => variant.tags.first().map(|tag| (member, tag)),
            Discriminant::Kind | Discriminant::FirstMatch => None,
        };
        if let (Some((member, tag)), Some(members)) = (tagged, value.as_object_mut()) {
            members.insert(member.clone(), json!(tag));
        }
        Some(value)
    }

    /// Whatever holds for one shape holds for the value; the first one is enough.
    fn overlap(&mut self, shape: &Overlap) -> Option<Value> {
        shape.parts.iter().find_map(|part| self.ty(&part.ty))
    }

    fn scalar(&self, scalar: Scalar) -> Value {
        match self.context.scalar(scalar) {
            Scalar::String => json!("text"),
            Scalar::Secret => json!("secret"),
            Scalar::Bool => json!(true),
            Scalar::I8
            | Scalar::I16
            | Scalar::I32
            | Scalar::I64
            | Scalar::I128
            | Scalar::U8
            | Scalar::U16
            | Scalar::U32
            | Scalar::U64
            | Scalar::U128 => json!(1),
            Scalar::F32 | Scalar::F64 => json!(0.5),
            Scalar::Format(format) => json!(format.sample),
            Scalar::Base64 | Scalar::Upload => json!("dGlkZQ=="),
        }
    }
}

/// Whether another member takes this one's place.
fn is_excluded(shape: &Struct, index: usize) -> bool {
    shape.rules.iter().any(|rule| match rule {
        crate::ir::Rule::AtMostOne(members) => {
            members.iter().skip(1).any(|member| *member == index)
        }
        crate::ir::Rule::ExpectOne(_) => false,
    })
}

fn is_needed(presence: Presence) -> bool {
    match presence {
        Presence::Required => true,
        Presence::Optional
        | Presence::RequiredNullable
        | Presence::OptionalNullable
        | Presence::OrEmpty => false,
    }
}

fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Str(text) => json!(text),
        Literal::Int(number) => {
            i64::try_from(*number).map_or_else(|_| json!(number.to_string()), Value::from)
        }
        Literal::Bool(truth) => json!(truth),
    }
}
