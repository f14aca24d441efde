//! Defaults and examples of another kind than what they stand at: documentation leaves them out.

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Api, Docs, EnumBase, Kinds, Presence, Scalar, Shape, Type, Types};
use crate::lower::context::Context;
use crate::source::Place;

/// How deep aliases and unions are followed.
const DEEPEST: usize = 32;

/// Leaves out what would mislead a reader. Of examples the check of the document has told already.
pub(super) fn leave_out_misfits(cx: &mut Context<'_>, api: &mut Api) {
    for id in api.types.ids() {
        let own = match &api.types.get(id).shape {
            // What is written at an alias is an example of the type behind it.
            Shape::Alias(item) => kinds(&api.types, &item.ty, 0),
            shape => of_shape(&api.types, shape, 0),
        };
        let fields: Vec<Kinds> = match &api.types.get(id).shape {
            Shape::Struct(shape) => {
                let fields = shape.fields.iter();
                fields
                    .map(|field| kinds(&api.types, &field.ty, 0))
                    .collect()
            }
            _ => Vec::new(),
        };
        let def = api.types.get_mut(id);
        examples(&mut def.docs, own);
        if let Shape::Struct(shape) = &mut def.shape {
            for (field, kinds) in shape.fields.iter_mut().zip(fields) {
                let kinds = Kinds {
                    null: field.presence != Presence::Required,
                    ..kinds
                };
                examples(&mut field.docs, kinds);
                default(cx, &mut field.default, kinds, &field.place);
            }
        }
    }
    for endpoint in api.groups.iter_mut().flat_map(|group| &mut group.endpoints) {
        for param in &mut endpoint.params {
            let kinds = kinds(&api.types, &param.ty.ty, 0);
            examples(&mut param.docs, kinds);
            default(cx, &mut param.default, kinds, &param.at);
        }
    }
}

fn examples(docs: &mut Docs, kinds: Kinds) {
    docs.examples.retain(|example| fits(&example.json, kinds));
}

fn default(cx: &mut Context<'_>, default: &mut Option<String>, kinds: Kinds, place: &Place) {
    if let Some(json) = default.take_if(|json| !fits(json, kinds)) {
        let message =
            format!("the default `{json}` is no value of this type; no documentation names it");
        cx.report
            .push(Diagnostic::warning(Code::Example, place.clone(), message).at_key());
    }
}

/// Whether a value, seen by its first letter, is of one of these kinds. A number or a truth value that
/// stands for a string is only lacking its quotes.
fn fits(json: &str, kinds: Kinds) -> bool {
    match json.bytes().next() {
        Some(b'n') => kinds.null,
        Some(b't' | b'f') => kinds.boolean || kinds.string,
        Some(b'"') => kinds.string,
        Some(b'[') => kinds.array,
        Some(b'{') => kinds.object,
        _ => kinds.number || kinds.string,
    }
}

const ANY: Kinds = Kinds {
    null: true,
    boolean: true,
    number: true,
    string: true,
    array: true,
    object: true,
};

/// The kinds of JSON that values of a type have.
fn kinds(types: &Types, ty: &Type, depth: usize) -> Kinds {
    match ty {
        _ if depth > DEEPEST => ANY,
        Type::Named(id) => of_shape(types, &types.get(*id).shape, depth + 1),
        Type::Scalar(scalar) => of_scalar(*scalar),
        Type::List(_) => Kinds {
            array: true,
            ..Kinds::default()
        },
        Type::Map(_) => Kinds {
            object: true,
            ..Kinds::default()
        },
        Type::Json => ANY,
    }
}

fn of_shape(types: &Types, shape: &Shape, depth: usize) -> Kinds {
    match shape {
        Shape::Struct(_) | Shape::Overlap(_) => Kinds {
            object: true,
            ..Kinds::default()
        },
        Shape::Tuple(_) => Kinds {
            array: true,
            ..Kinds::default()
        },
        Shape::Enum(shape) => match shape.base {
            EnumBase::Str => Kinds {
                string: true,
                ..Kinds::default()
            },
            EnumBase::Int => Kinds {
                number: true,
                ..Kinds::default()
            },
        },
        Shape::Union(shape) => {
            let each = shape.variants.iter().map(|variant| variant.kinds);
            each.fold(Kinds::default(), Kinds::or)
        }
        Shape::Alias(item) | Shape::Newtype(item) => Kinds {
            null: item.nullable,
            ..kinds(types, &item.ty, depth)
        },
    }
}

fn of_scalar(scalar: Scalar) -> Kinds {
    match scalar {
        Scalar::Bool => Kinds {
            boolean: true,
            ..Kinds::default()
        },
        Scalar::String | Scalar::Secret | Scalar::Format(_) | Scalar::Base64 | Scalar::Upload => {
            Kinds {
                string: true,
                ..Kinds::default()
            }
        }
        Scalar::I8
        | Scalar::I16
        | Scalar::I32
        | Scalar::I64
        | Scalar::I128
        | Scalar::U8
        | Scalar::U16
        | Scalar::U32
        | Scalar::U64
        | Scalar::U128
        | Scalar::F32
        | Scalar::F64 => Kinds {
            number: true,
            ..Kinds::default()
        },
    }
}
