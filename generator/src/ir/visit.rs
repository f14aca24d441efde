//! Walks over the types that a shape or an endpoint is made of.

use super::{
    Api, Body, BodyKind, Endpoint, Failure, Item, Param, Payload, Pieces, Reply, ReplyHeader,
    Shape, StreamHalf, Type, TypeId,
};

impl Type {
    /// Calls `f` with this type and every type inside it, innermost first.
    pub fn walk_mut(&mut self, f: &mut dyn FnMut(&mut Type)) {
        if let Self::List(item) | Self::Map(item) = self {
            item.ty.walk_mut(f);
        }
        f(self);
    }

    /// Calls `f` with this type and every type inside it, innermost first.
    pub fn walk(&self, f: &mut dyn FnMut(&Type)) {
        if let Self::List(item) | Self::Map(item) = self {
            item.ty.walk(f);
        }
        f(self);
    }

    /// Calls `f` with every named type in this type.
    pub fn ids(&self, f: &mut dyn FnMut(TypeId)) {
        self.walk(&mut |ty| {
            if let Self::Named(id) = ty {
                f(*id);
            }
        });
    }

    /// The named type that a value of this type holds in itself, not behind a list or map.
    pub fn by_value(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            Self::Scalar(_) | Self::List(_) | Self::Map(_) | Self::Json => None,
        }
    }
}

impl Shape {
    /// Calls `f` with each type that stands directly in this shape.
    pub fn types(&self, f: &mut dyn FnMut(&Type)) {
        match self {
            Self::Struct(shape) => {
                shape.fields.iter().for_each(|field| f(&field.ty));
                shape.rest.iter().for_each(|rest| f(&rest.item.ty));
            }
            Self::Enum(_) => {}
            Self::Union(shape) => shape.variants.iter().for_each(|variant| {
                if let Payload::Type(ty) = &variant.payload {
                    f(ty);
                }
            }),
            Self::Overlap(shape) => shape.parts.iter().for_each(|part| f(&part.ty)),
            Self::Tuple(shape) => shape
                .items
                .iter()
                .chain(&shape.rest)
                .for_each(|item| f(&item.ty)),
            Self::Alias(item) | Self::Newtype(item) => f(&item.ty),
        }
    }

    /// Calls `f` with each type that stands directly in this shape.
    pub fn types_mut(&mut self, f: &mut dyn FnMut(&mut Type)) {
        match self {
            Self::Struct(shape) => {
                shape.fields.iter_mut().for_each(|field| f(&mut field.ty));
                shape.rest.iter_mut().for_each(|rest| f(&mut rest.item.ty));
            }
            Self::Enum(_) => {}
            Self::Union(shape) => shape.variants.iter_mut().for_each(|variant| {
                if let Payload::Type(ty) = &mut variant.payload {
                    f(ty);
                }
            }),
            Self::Overlap(shape) => shape.parts.iter_mut().for_each(|part| f(&mut part.ty)),
            Self::Tuple(shape) => shape
                .items
                .iter_mut()
                .chain(&mut shape.rest)
                .for_each(|item| f(&mut item.ty)),
            Self::Alias(item) | Self::Newtype(item) => f(&mut item.ty),
        }
    }
}

/// What an endpoint uses a type for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A parameter or a body.
    Request,
    /// A multipart body.
    Multipart,
    /// An answer, a header, an event or an error.
    Response,
}

impl Endpoint {
    /// Calls `f` with each type that stands directly in this endpoint, and what it is for.
    pub fn types_mut(&mut self, f: &mut dyn FnMut(Role, &mut Type)) {
        for Param { ty, .. } in &mut self.params {
            f(Role::Request, &mut ty.ty);
        }
        for Body { kind, .. } in &mut self.bodies {
            match kind {
                BodyKind::Json(item) => f(Role::Request, &mut item.ty),
                BodyKind::Form(ty, _) => f(Role::Request, ty),
                BodyKind::Multipart(ty, _) => f(Role::Multipart, ty),
                BodyKind::Text | BodyKind::Bytes => {}
            }
        }
        reply(&mut self.reply, f);
        for ReplyHeader { ty, .. } in &mut self.headers {
            f(Role::Response, &mut ty.ty);
        }
        for Failure { ty, .. } in &mut self.failures {
            if let Some(item) = ty {
                f(Role::Response, &mut item.ty);
            }
        }
    }

    /// The piece type of the stream half, which stands in no type expression.
    pub fn piece_mut(&mut self) -> Option<&mut TypeId> {
        match &mut self.reply {
            Reply::Stream(half) | Reply::Chosen { stream: half, .. } => {
                half.pieces.as_mut().map(|Pieces { piece, .. }| piece)
            }
            Reply::Empty | Reply::Json(_) | Reply::Text | Reply::Bytes | Reply::ByStatus { .. } => {
                None
            }
        }
    }
}

fn reply(reply: &mut Reply, f: &mut dyn FnMut(Role, &mut Type)) {
    let stream = |half: &mut StreamHalf, f: &mut dyn FnMut(Role, &mut Type)| {
        f(Role::Response, &mut half.event.ty);
    };
    match reply {
        Reply::Empty | Reply::Text | Reply::Bytes => {}
        Reply::Json(Item { ty, .. }) => f(Role::Response, ty),
        Reply::ByStatus { cases, .. } => cases
            .iter_mut()
            .for_each(|case| self::reply(&mut case.body, f)),
        Reply::Stream(half) => stream(half, f),
        Reply::Chosen {
            whole,
            stream: half,
        } => {
            self::reply(whole, f);
            stream(half, f);
        }
    }
}

impl Api {
    /// Calls `f` with every type expression of the endpoints, and what it is for.
    pub fn roots_mut(&mut self, f: &mut dyn FnMut(Role, &mut Type)) {
        for endpoint in self
            .groups
            .iter_mut()
            .flat_map(|group| &mut group.endpoints)
        {
            endpoint.types_mut(f);
        }
    }
}
