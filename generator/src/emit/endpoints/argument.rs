//! What a call is given: parameters and bodies, their types and how they are sent.

use crate::emit::code::{Argument, Chain};
use crate::emit::kept::{Kept, kept};
use crate::emit::layout;
use crate::emit::scope::Scope;
use crate::ir::{
    Body, BodyKind, Item, MemberStyle, Param, ParamPlace, ParamStyle, Rule, Scalar, Shape, Type,
};
use std::fmt::Write as _;

/// The type of a value that is only looked at.
pub(super) struct Borrowed {
    /// The type as source text.
    pub(super) ty: String,
    by_value: bool,
}

impl Borrowed {
    fn reference(ty: &str) -> Self {
        Self {
            ty: format!("&{ty}"),
            by_value: false,
        }
    }

    /// A reference to the value that is given under this name.
    pub(super) fn looked_at(&self, name: &str) -> String {
        if self.by_value {
            format!("&{name}")
        } else {
            name.to_owned()
        }
    }
}

/// What the setter of a parameter takes, where that is not what is looked at: what converts into a
/// list, a map or one of several values.
pub(super) fn converted(scope: &mut Scope, item: &Item) -> Option<Kept> {
    match scope.context.resolve(&item.ty) {
        Type::Scalar(_) => None,
        Type::Named(_) | Type::List(_) | Type::Map(_) | Type::Json => {
            match kept(scope, &item.ty, false) {
                Kept::Plain(_) => None,
                kept @ (Kept::Into(_) | Kept::List { .. }) => Some(kept),
            }
        }
    }
}

/// The type of an argument that is only looked at.
pub(super) fn param_type(scope: &mut Scope, item: &Item) -> Borrowed {
    match scope.context.resolve(&item.ty) {
        Type::Scalar(scalar) => match scope.context.scalar(*scalar) {
            Scalar::String => Borrowed::reference("str"),
            scalar => {
                let ty = scope.ty(&Type::Scalar(scalar));
                if is_copied(scalar) {
                    let by_value = true;
                    Borrowed { ty, by_value }
                } else {
                    Borrowed::reference(&ty)
                }
            }
        },
        Type::List(inner) => {
            let text = matches!(scope.context.resolve(&inner.ty), Type::Scalar(scalar) if scope.context.scalar(*scalar) == Scalar::String);
            if text && !inner.nullable {
                return Borrowed::reference("[&str]");
            }
            Borrowed::reference(&format!("[{}]", scope.item(inner)))
        }
        Type::Named(_) | Type::Map(_) | Type::Json => Borrowed::reference(&scope.ty(&item.ty)),
    }
}

/// Whether an argument that is only looked at is copied.
pub(super) fn is_copied(scalar: Scalar) -> bool {
    match scalar {
        Scalar::String | Scalar::Secret | Scalar::Base64 | Scalar::Upload => false,
        Scalar::Format(format) => !format.by_reference,
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
        | Scalar::U128
        | Scalar::F32
        | Scalar::F64 => true,
    }
}

/// `Param::query("limit")`, and how it departs from the usual form of its place.
pub(super) fn param_place(scope: &mut Scope, param: &Param) -> Argument {
    let (constructor, style, explode) = match param.place {
        ParamPlace::Path => ("path", ParamStyle::Simple, false),
        ParamPlace::Query => ("query", ParamStyle::Form, true),
        ParamPlace::Header => ("header", ParamStyle::Simple, false),
        ParamPlace::Cookie => ("cookie", ParamStyle::Form, true),
    };
    let name = layout::literal(param.name.wire());
    let mut place = format!("{}::{constructor}({name})", scope.runtime("Param"));
    if param.style != style {
        let styles = scope.runtime("Style");
        let _ = write!(place, ".style({styles}::{})", style_variant(param.style));
    }
    if param.explode != explode {
        let _ = write!(place, ".explode({})", param.explode);
    }
    if param.reserved {
        place += ".reserved()";
    }
    place.into()
}

fn style_variant(style: ParamStyle) -> &'static str {
    match style {
        ParamStyle::Simple => "Simple",
        ParamStyle::Label => "Label",
        ParamStyle::Matrix => "Matrix",
        ParamStyle::Form => "Form",
        ParamStyle::SpaceDelimited => "SpaceDelimited",
        ParamStyle::PipeDelimited => "PipeDelimited",
        ParamStyle::DeepObject => "DeepObject",
        ParamStyle::Json => "Json",
    }
}

/// How a body is given and sent.
pub(super) struct Sent {
    /// Its type as source text.
    pub(super) ty: String,
    /// The methods of the call that take it.
    pub(super) steps: Chain,
}

impl Sent {
    /// The type of the argument: what makes an option of the body, where it may be left out.
    pub(super) fn argument(&self, body: &Body) -> String {
        if body.required {
            return self.ty.clone();
        }
        self.option(body).replace('&', "&'a ")
    }

    /// The same without the name of its lifetime.
    pub(super) fn option(&self, body: &Body) -> String {
        if body.required {
            return self.ty.clone();
        }
        match (&body.kind, self.ty.strip_prefix("impl Into<")) {
            (BodyKind::Text, _) => "impl Into<Option<&str>>".to_owned(),
            (_, Some(inner)) => format!("impl Into<Option<{inner}>"),
            // Two options in each other take no `None`: it could be either's.
            (_, None) if self.ty.starts_with("Option<") => format!("Option<{}>", self.ty),
            (_, None) => format!("impl Into<Option<{}>>", self.ty),
        }
    }
}

/// How this body is given and sent.
pub(super) fn sent(scope: &mut Scope, body: &Body) -> Sent {
    let media = layout::literal(&body.media);
    match &body.kind {
        BodyKind::Json(item) => {
            let (ty, value) = looked_at(scope, item);
            let check = check(scope, item);
            let steps = if body.media == "application/json" {
                check.call("json", [value])
            } else {
                check.call("json_as", [media.into(), value])
            };
            Sent { ty, steps }
        }
        BodyKind::Form(ty, styles) => {
            let styles = styles.iter().map(|style| member_style(scope, style));
            let styles = styles.collect();
            object_body(scope, ty, ["form", "form_as"], styles)
        }
        BodyKind::Multipart(ty, media) => {
            let media = media.iter().map(|(name, media)| {
                format!("({}, {})", layout::literal(name), layout::literal(media))
            });
            let media = media.collect();
            object_body(scope, ty, ["multipart", "multipart_as"], media)
        }
        BodyKind::Text => Sent {
            ty: "impl Into<String>".to_owned(),
            steps: if body.media == "text/plain" {
                Chain::empty().call("text", ["request".into()])
            } else {
                let text = if body.required {
                    "request.into()"
                } else {
                    "request.to_owned()"
                };
                Chain::empty().call("bytes", [media.into(), text.into()])
            },
        },
        BodyKind::Bytes => Sent {
            ty: "impl Into<bytes::Bytes>".to_owned(),
            steps: Chain::empty().call("bytes", [media.into(), "request".into()]),
        },
    }
}

/// A body that is made of an object's members, and what is said of them; the second method takes that.
fn object_body(
    scope: &mut Scope,
    ty: &Type,
    [plain, told]: [&str; 2],
    members: Vec<String>,
) -> Sent {
    let item = Item {
        ty: ty.clone(),
        nullable: false,
    };
    let (text, value) = looked_at(scope, &item);
    let check = check(scope, &item);
    Sent {
        ty: text,
        steps: if members.is_empty() {
            check.call(plain, [value])
        } else {
            check.call(told, [value, Argument::List(members)])
        },
    }
}

fn member_style(scope: &mut Scope, style: &MemberStyle) -> String {
    let (name, explode) = (layout::literal(&style.wire), style.explode);
    let (styles, variant) = (scope.runtime("Style"), style_variant(style.style));
    format!("({name}, {styles}::{variant}, {explode})")
}

/// The type of a body that is only looked at, and the reference to it.
fn looked_at(scope: &mut Scope, item: &Item) -> (String, Argument) {
    let borrowed = param_type(scope, item);
    if item.nullable {
        return (format!("Option<{}>", borrowed.ty), "&request".into());
    }
    let value = borrowed.looked_at("request");
    (borrowed.ty, value.into())
}

/// The rules that only strict clients keep.
fn check(scope: &mut Scope, item: &Item) -> Chain {
    let Type::Named(id) = scope.context.resolve(&item.ty) else {
        return Chain::empty();
    };
    let Shape::Struct(shape) = &scope.context.api.types.get(*id).shape else {
        return Chain::empty();
    };
    let expects = shape
        .rules
        .iter()
        .any(|rule| matches!(rule, Rule::ExpectOne(_)));
    if !expects {
        return Chain::empty();
    }
    let expected = scope.runtime("expected");
    let check = if item.nullable {
        format!("|strict| request.map_or(Ok(()), |request| {expected}(request, strict))")
    } else {
        format!("|strict| {expected}(request, strict)")
    };
    Chain::empty().call("check", [check.into()])
}
