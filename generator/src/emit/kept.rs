//! Values that are kept: what a constructor or a setter takes for them.

use super::scope::Scope;
use crate::ir::{EnumBase, Item, Scalar, Shape, Type};

/// What is taken for a value.
pub(crate) enum Kept {
    /// The value itself.
    Plain(String),
    /// What converts into it.
    Into(String),
    /// What brings its items, each as it is taken here.
    List {
        /// What is taken for an item.
        argument: String,
        /// The item's type.
        item: String,
    },
}

impl Kept {
    /// As the type of an argument.
    pub(crate) fn argument(&self) -> String {
        match self {
            Self::Plain(ty) => ty.clone(),
            Self::Into(ty) => format!("impl Into<{ty}>"),
            Self::List { argument, .. } => format!("impl IntoIterator<Item = {argument}>"),
        }
    }

    /// As the end of a setter's row.
    pub(crate) fn row(&self) -> String {
        match self {
            Self::Plain(_) | Self::Into(_) => format!(": {}", self.argument()),
            Self::List { argument, .. } => format!(" [{argument}]"),
        }
    }

    /// A type of which a caller may give a value.
    pub(crate) fn owned(&self) -> String {
        match self {
            Self::Plain(ty) | Self::Into(ty) => ty.clone(),
            Self::List { item, .. } => format!("Vec<{item}>"),
        }
    }
}

/// What a setter takes for a value of this type: what converts into it, where that helps a caller.
pub(crate) fn kept(scope: &mut Scope, ty: &Type, boxed: bool) -> Kept {
    let text = scope.ty(ty);
    if boxed {
        return Kept::Into(text);
    }
    let context = scope.context;
    let is_plain = match context.resolve(ty) {
        Type::Scalar(scalar) => !matches!(
            context.scalar(*scalar),
            Scalar::String | Scalar::Secret | Scalar::Base64 | Scalar::Upload
        ),
        Type::List(item) => return list(scope, item),
        Type::Map(_) | Type::Json => false,
        Type::Named(id) => matches!(
            context.api.types.get(*id).shape,
            Shape::Struct(_) | Shape::Tuple(_)
        ),
    };
    if is_plain {
        Kept::Plain(text)
    } else {
        Kept::Into(text)
    }
}

fn list(scope: &mut Scope, item: &Item) -> Kept {
    let text = scope.item(item);
    let argument = if item.nullable {
        text.clone()
    } else {
        match kept(scope, &item.ty, false) {
            Kept::List { .. } => text.clone(),
            other => other.argument(),
        }
    };
    Kept::List {
        argument,
        item: text,
    }
}

/// What a constructor takes: an enum of words as it is, so that no other argument can stand in its place.
pub(crate) fn named(scope: &mut Scope, ty: &Type, boxed: bool) -> Kept {
    match scope.context.resolve(ty) {
        Type::Named(id) if !boxed && is_words(&scope.context.api.types.get(*id).shape) => {
            Kept::Plain(scope.ty(ty))
        }
        _ => kept(scope, ty, boxed),
    }
}

fn is_words(shape: &Shape) -> bool {
    matches!(shape, Shape::Enum(shape) if shape.base == EnumBase::Str)
}
