//! What the accumulator of streamed samples needs to know of events and pieces.

use super::scope::{Context, Scope};
use super::tokens;
use crate::ir::{
    EnumBase, Field, FieldName, Item, Pieces, Presence, Scalar, Shape, Struct, Type, TypeId,
};
use proc_macro2::TokenStream;
use quote::quote;

/// Writes the impls of a type if it is an event or a piece.
pub(crate) fn write(scope: &mut Scope, id: TypeId, out: &mut String) {
    let context = scope.context;
    let Shape::Struct(shape) = &context.api.types.get(id).shape else {
        return;
    };
    let mut streams = context.streams.iter();
    if let Some((_, pieces)) = streams.find(|(event, _)| *event == id)
        && let Some(item) = event(scope, id, shape, pieces)
    {
        out.push('\n');
        out.push_str(&tokens::format(&item));
    }
    let mut streams = context.streams.iter();
    if let Some((_, pieces)) = streams.find(|(_, pieces)| pieces.piece == id)
        && let Some(item) = piece(scope, id, shape, pieces)
    {
        out.push('\n');
        out.push_str(&tokens::format(&item));
    }
}

/// Whether events of this type carry pieces that the accumulator can take.
pub(crate) fn carries(context: &Context, event: &Item) -> bool {
    let Type::Named(id) = context.resolve(&event.ty) else {
        return false;
    };
    let Shape::Struct(shape) = &context.api.types.get(*id).shape else {
        return false;
    };
    let pieces = context.streams.iter().find(|(event, _)| event == id);
    pieces.is_some_and(|(_, pieces)| {
        self::event(&mut Scope::of_types(context, &[]), *id, shape, pieces).is_some()
    })
}

fn field<'s>(shape: &'s Struct, name: &FieldName) -> Option<&'s Field> {
    shape.fields.iter().find(|field| field.name == *name)
}

fn event(scope: &mut Scope, id: TypeId, shape: &Struct, pieces: &Pieces) -> Option<TokenStream> {
    let samples = field(shape, &pieces.samples)?;
    let piece = Item {
        ty: Type::Named(pieces.piece),
        nullable: false,
    };
    if !matches!(scope.context.resolve(&samples.ty), Type::List(item) if **item == piece) {
        return None;
    }
    let name = tokens::ident(&samples.name.source());
    let (borrowed, owned) = match samples.presence {
        Presence::Required | Presence::OrEmpty => (quote!(&self.#name), quote!(self.#name)),
        Presence::Optional | Presence::RequiredNullable => (
            quote!(self.#name.as_deref().unwrap_or_default()),
            quote!(self.#name.unwrap_or_default()),
        ),
        Presence::OptionalNullable => return None,
    };
    let event = tokens::parse(&scope.named(id));
    let piece = tokens::parse(&scope.named(pieces.piece));
    let pieces = tokens::parse(&scope.runtime("Pieces"));
    Some(quote! {
        impl #pieces for #event {
            type Piece = #piece;

            fn pieces(&self) -> &[#piece] { #borrowed }
            fn into_pieces(self) -> Vec<#piece> { #owned }
        }
    })
}

fn piece(scope: &mut Scope, id: TypeId, shape: &Struct, pieces: &Pieces) -> Option<TokenStream> {
    let key = field(shape, &pieces.key)?;
    let (key_type, key_value) = key_of(scope, key)?;
    let text = str_of(scope, field(shape, &pieces.text)?)?;
    let finish = str_of(scope, field(shape, &pieces.finish)?)?;
    let updates = shape.fields.iter().map(update);
    let rest = shape.rest.iter().map(|rest| {
        let name = tokens::ident(&rest.name.source());
        quote!(self.#name.extend(later.#name);)
    });
    let deprecated = shape.fields.iter().any(|field| field.deprecated);
    let expect =
        deprecated.then(|| quote!(#[expect(deprecated, reason = "deprecated members come too")]));
    let piece = tokens::parse(&scope.runtime("Piece"));
    let name = tokens::parse(&scope.named(id));
    Some(quote! {
        impl #piece for #name {
            type Key = #key_type;

            fn key(&self) -> Self::Key { #key_value }
            fn text(&self) -> Option<&str> { #text }
            fn finish(&self) -> Option<&str> { #finish }
            #expect
            fn update(&mut self, later: Self) {
                #(#updates)*
                #(#rest)*
            }
        }
    })
}

/// The type of the key, and the key; nothing for types without an order.
fn key_of(scope: &mut Scope, key: &Field) -> Option<(TokenStream, TokenStream)> {
    let Type::Scalar(scalar) = scope.context.resolve(&key.ty) else {
        return None;
    };
    let scalar = scope.context.scalar(*scalar);
    if key.presence == Presence::OptionalNullable {
        return None;
    }
    let name = tokens::ident(&key.name.source());
    let value = if is_copied(scalar)? {
        quote!(self.#name)
    } else {
        quote!(self.#name.clone())
    };
    let item = tokens::parse(&scope.ty(&key.ty));
    if key.presence == Presence::Required {
        return Some((item, value));
    }
    // A piece without a key belongs to the first sample.
    Some((item, quote!(#value.unwrap_or_default())))
}

/// Whether values of a scalar are copied or cloned; nothing for those without an order or a first value.
fn is_copied(scalar: Scalar) -> Option<bool> {
    match scalar {
        Scalar::Bool
        | Scalar::I8
        | Scalar::I16
        | Scalar::I32
        | Scalar::I64
        | Scalar::I128
        | Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::U64
        | Scalar::U128 => Some(true),
        Scalar::Format(format) if format.is_key => Some(true),
        Scalar::String => Some(false),
        Scalar::Secret
        | Scalar::F32
        | Scalar::F64
        | Scalar::Format(_)
        | Scalar::Base64
        | Scalar::Upload => None,
    }
}

/// A member that can be looked at as text.
enum Textual {
    /// It is text.
    Text,
    /// It is a word, and this makes text of it.
    Word(TokenStream),
}

fn textual(scope: &mut Scope, ty: &Type) -> Option<Textual> {
    let context = scope.context;
    match context.resolve(ty) {
        Type::Scalar(scalar) => {
            (context.scalar(*scalar) == Scalar::String).then_some(Textual::Text)
        }
        Type::Named(id) => match &context.api.types.get(*id).shape {
            Shape::Enum(shape) if shape.base == EnumBase::Str => {
                let name = tokens::parse(&scope.named(*id));
                Some(Textual::Word(quote!(#name::as_str)))
            }
            _ => None,
        },
        Type::List(_) | Type::Map(_) | Type::Json => None,
    }
}

/// A field as text, if there is any.
fn str_of(scope: &mut Scope, field: &Field) -> Option<TokenStream> {
    let name = tokens::ident(&field.name.source());
    let textual = textual(scope, &field.ty)?;
    match (field.presence, textual) {
        (Presence::Required, Textual::Text) => Some(quote!(Some(&self.#name))),
        (Presence::Required, Textual::Word(_)) => Some(quote!(Some(self.#name.as_str()))),
        (Presence::Optional | Presence::RequiredNullable, Textual::Text) => {
            Some(quote!(self.#name.as_deref()))
        }
        (Presence::Optional | Presence::RequiredNullable, Textual::Word(as_str)) => {
            Some(quote!(self.#name.as_ref().map(#as_str)))
        }
        (Presence::OptionalNullable, Textual::Text) => {
            Some(quote!(self.#name.value().map(String::as_str)))
        }
        (Presence::OptionalNullable, Textual::Word(as_str)) => {
            Some(quote!(self.#name.value().map(#as_str)))
        }
        (Presence::OrEmpty, _) => None,
    }
}

/// Takes over what a later piece says of a member.
fn update(field: &Field) -> TokenStream {
    let name = tokens::ident(&field.name.source());
    match field.presence {
        Presence::Required => quote!(self.#name = later.#name;),
        Presence::Optional | Presence::RequiredNullable => {
            quote!(self.#name = later.#name.or(self.#name.take());)
        }
        Presence::OptionalNullable => {
            quote!(if !later.#name.is_absent() { self.#name = later.#name; })
        }
        Presence::OrEmpty => quote!(if !later.#name.is_empty() { self.#name = later.#name; }),
    }
}
