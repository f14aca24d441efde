//! Request bodies: one for each media type, JSON first.

use super::fault::{fault, read};
use super::find::Found;
use super::media::{self, Media, media};
use super::param::own_hint;
use super::response::describes_more_than_bytes;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Body, BodyKind, Docs, Item, MemberStyle, ParamStyle, Scalar, Shape, Type, Verb};
use crate::lower::context::Context;
use crate::lower::hint::Hint;
use crate::openapi::keywords::Object;
use crate::source::{Node, Site};
use openapiv3::{Encoding, QueryStyle, RequestBody};

/// The bodies of an operation; the first gives the plain method.
pub(super) fn bodies<'d>(cx: &mut Context<'d>, found: &Found<'d>, hint: &Hint) -> Vec<Body> {
    let Some(site) = found
        .site
        .get("requestBody")
        .and_then(|site| cx.follow(site))
    else {
        return Vec::new();
    };
    let Some(form) = read::<RequestBody>(cx, &site, Object::RequestBody, &[]) else {
        return Vec::new();
    };
    if matches!(found.verb, Verb::Get | Verb::Head | Verb::Trace) {
        let message = "servers and proxies may drop the body of such a request";
        cx.report
            .push(Diagnostic::note(Code::OddBody, site.place.clone(), message).at_key());
    }
    let hint = own_hint(&site).unwrap_or_else(|| hint.clone());
    let entries: Vec<(&str, Site<'_>)> =
        site.get("content").iter().flat_map(Site::members).collect();
    let has_json = entries.iter().any(|(text, _)| media::is_json(text));
    let mut bodies: Vec<(Body, Site<'_>)> = Vec::new();
    for (text, entry) in entries {
        let at = entry.clone();
        if let Some(entry) = cx.follow(entry) {
            // Beside JSON, what is written inline for another media type is called after it.
            let hint = if has_json && !media::is_json(text) {
                hint.child(&media::suffix(text, Media::Bytes))
            } else {
                hint.clone()
            };
            let body = body(cx, text, &entry, &form, &hint.child("request"));
            bodies.push((body, at));
        }
    }
    bodies.sort_by_key(|(body, _)| !matches!(body.kind, BodyKind::Json(_)));
    distinct(cx, bodies)
}

fn body<'d>(
    cx: &mut Context<'d>,
    text: &str,
    entry: &Site<'d>,
    form: &RequestBody,
    hint: &Hint,
) -> Body {
    let media = media(cx, text, &entry.place);
    let kind = kind(cx, media, entry, hint);
    // A range says nothing; what is sent says which member of it.
    let media = match kind {
        BodyKind::Json(_) if media == Media::Any => Media::Json,
        _ => media,
    };
    Body {
        media: media::concrete(text, media),
        kind,
        required: form.required,
        suffix: media::suffix(text, media),
        docs: Docs {
            text: form.description.clone(),
            examples: super::prose::examples(cx, entry),
            ..Docs::default()
        },
    }
}

fn kind<'d>(cx: &mut Context<'d>, media: Media, entry: &Site<'d>, hint: &Hint) -> BodyKind {
    let schema = entry.get("schema").or_else(|| entry.get("itemSchema"));
    match (media, schema) {
        (Media::Json, None) => BodyKind::Json(Item {
            ty: Type::Json,
            nullable: false,
        }),
        (Media::Json | Media::Any, Some(schema)) => {
            let item = cx.tolerant(&schema, hint);
            json_or_bytes(cx, media, item)
        }
        (Media::Form, Some(schema)) => {
            let ty = cx.item(&schema, hint).ty;
            form_body(cx, ty, entry)
        }
        (Media::Multipart, Some(schema)) => {
            let ty = cx.item(&schema, hint).ty;
            multipart(cx, ty, entry)
        }
        (Media::Form, None) => BodyKind::Form(any_members(), Vec::new()),
        (Media::Multipart, None) => BodyKind::Multipart(any_members(), Vec::new()),
        (Media::Text, _) => BodyKind::Text,
        (Media::Any | Media::Events | Media::Lines | Media::Bytes, schema) => {
            if let Some(schema) = schema.filter(describes_more_than_bytes) {
                let why = "a body of this media type is sent as bytes; its schema has no effect";
                untyped(cx, &schema, why);
            }
            BodyKind::Bytes
        }
    }
}

/// A schema of plain bytes is no JSON, whatever the media type says.
fn json_or_bytes(cx: &Context<'_>, media: Media, item: Item) -> BodyKind {
    match cx.unalias(&item.ty) {
        Type::Scalar(Scalar::Upload) => BodyKind::Bytes,
        Type::Scalar(Scalar::String | Scalar::Base64) if media == Media::Any => BodyKind::Bytes,
        _ => BodyKind::Json(item),
    }
}

fn any_members() -> Type {
    Type::Map(Box::new(Item {
        ty: Type::Json,
        nullable: false,
    }))
}

fn form_body<'d>(cx: &mut Context<'d>, ty: Type, entry: &Site<'d>) -> BodyKind {
    if !has_members(cx, &ty) {
        if !matches!(cx.unalias(&ty), Type::Scalar(Scalar::String)) {
            untyped(
                cx,
                entry,
                "a form is an object with members; this one is sent as text",
            );
        }
        return BodyKind::Text;
    }
    let styles = encodings(cx, entry)
        .into_iter()
        .filter_map(|(wire, site, form)| member_style(wire, &site, &form))
        .collect();
    BodyKind::Form(ty, styles)
}

/// How a member is written, where that is not the usual way: by its media type, unless one of `style`, `explode` and
/// `allowReserved` is said.
fn member_style(wire: &str, site: &Site<'_>, form: &Encoding) -> Option<MemberStyle> {
    let is_json = form.content_type.as_deref().is_some_and(|text| {
        let essence = media::essence(text);
        essence == "application/json" || essence.ends_with("+json")
    });
    let style = match form.style {
        Some(QueryStyle::SpaceDelimited) => ParamStyle::SpaceDelimited,
        Some(QueryStyle::PipeDelimited) => ParamStyle::PipeDelimited,
        Some(QueryStyle::DeepObject) => ParamStyle::DeepObject,
        None if is_json => ParamStyle::Json,
        Some(QueryStyle::Form) | None => ParamStyle::Form,
    };
    let usual = matches!(style, ParamStyle::Form | ParamStyle::DeepObject);
    let explode = site
        .node
        .get("explode")
        .and_then(Node::as_bool)
        .unwrap_or(usual);
    let says = |key: &str| site.node.get(key).is_some();
    let is_styled = ["style", "explode", "allowReserved"].into_iter().any(says);
    (is_styled || style == ParamStyle::Json).then(|| MemberStyle {
        wire: wire.to_owned(),
        style,
        explode,
    })
}

fn multipart<'d>(cx: &mut Context<'d>, ty: Type, entry: &Site<'d>) -> BodyKind {
    if !has_members(cx, &ty) {
        untyped(
            cx,
            entry,
            "a multipart body is an object with members; this one is sent as bytes",
        );
        return BodyKind::Bytes;
    }
    let mut contents = Vec::new();
    for (wire, site, form) in encodings(cx, entry) {
        let Some(list) = form.content_type else {
            continue;
        };
        let first = list.split(',').next().unwrap_or_default().trim();
        if first != list.trim() {
            let message = format!("of these content types the part is sent as `{first}`");
            let place = super::fault::place_of(&site, "contentType");
            cx.report
                .push(Diagnostic::note(Code::PartEncoding, place, message));
        }
        if !first.contains('*') && first.contains('/') {
            contents.push((wire.to_owned(), first.to_owned()));
        }
    }
    BodyKind::Multipart(ty, contents)
}

/// `encoding` by member, with what of it has no effect noted.
fn encodings<'d>(cx: &mut Context<'d>, entry: &Site<'d>) -> Vec<(&'d str, Site<'d>, Encoding)> {
    let Some(encoding) = entry.get("encoding") else {
        return Vec::new();
    };
    let members: Vec<(&str, Site<'_>)> = encoding.members().collect();
    let names = entry
        .get("schema")
        .map(|schema| members_of(cx, schema))
        .unwrap_or_default();
    let mut out = Vec::new();
    for (wire, site) in members {
        if let Some(names) = &names
            && !names.contains(&wire)
        {
            let message = format!("the body has no member `{wire}`");
            let near = crate::nearest::nearest(wire, names.iter().copied());
            let help = near.map(|near| format!("did you mean `{near}`?"));
            let fault = fault(cx, Code::PartEncoding, &site.place, message)
                .at_key()
                .maybe_help(help);
            cx.report.push(fault);
            continue;
        }
        let style = site.node.get("style").and_then(Node::as_str);
        let known = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
        if let Some(style) = style.filter(|style| !known.contains(style)) {
            let message = format!("a member of a body cannot be written in the style `{style}`");
            let place = super::fault::place_of(&site, "style");
            let fault = fault(cx, Code::PartEncoding, &place, message);
            cx.report.push(
                fault.help("write `form`, `spaceDelimited`, `pipeDelimited` or `deepObject`"),
            );
            continue;
        }
        if let Some(form) = read(cx, &site, Object::Encoding, &[]) {
            out.push((wire, site, form));
        }
    }
    out
}

/// The names under `properties`, where the schema lists all of them itself.
fn members_of<'d>(cx: &mut Context<'d>, schema: Site<'d>) -> Option<Vec<&'d str>> {
    let schema = cx.follow(schema)?;
    let is_plain = [
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties",
        "patternProperties",
    ]
    .iter()
    .all(|key| schema.get(key).is_none());
    let properties = schema.get("properties").filter(|_| is_plain)?;
    Some(properties.members().map(|(name, _)| name).collect())
}

/// Whether values of the type are objects, so that a form can be made of them.
fn has_members(cx: &Context<'_>, ty: &Type) -> bool {
    match cx.unalias(ty) {
        Type::Map(_) | Type::Json => true,
        Type::Scalar(_) | Type::List(_) => false,
        Type::Named(id) => match &cx.types.get(id).shape {
            Shape::Struct(_) | Shape::Overlap(_) => true,
            Shape::Union(union) => union.variants.iter().any(|variant| variant.kinds.object),
            Shape::Newtype(item) => matches!(item.ty, Type::Map(_)),
            Shape::Enum(_) | Shape::Tuple(_) | Shape::Alias(_) => false,
        },
    }
}

/// Leaves out bodies that say the same twice, and gives the others suffixes of their own.
fn distinct<'d>(cx: &mut Context<'d>, bodies: Vec<(Body, Site<'d>)>) -> Vec<Body> {
    let mut out: Vec<Body> = Vec::new();
    for (mut body, site) in bodies {
        if let Some(first) = out.iter().find(|other| is_same(other, &body)) {
            let message = format!("the body is sent as `{}`", first.media);
            cx.report
                .push(Diagnostic::note(Code::OtherAnswer, site.place, message).at_key());
            continue;
        }
        if out.is_empty() {
            body.suffix.clear();
        }
        let base = body.suffix.clone();
        let mut number = 2;
        while !out.is_empty() && out[1..].iter().any(|other| other.suffix == body.suffix) {
            body.suffix = format!("{base}_{number}");
            number += 1;
        }
        out.push(body);
    }
    out
}

/// Whether a caller could not tell the two apart.
fn is_same(one: &Body, two: &Body) -> bool {
    match (&one.kind, &two.kind) {
        (BodyKind::Json(one), BodyKind::Json(two)) => one == two,
        (BodyKind::Form(..), BodyKind::Form(..)) => true,
        _ => one.media == two.media,
    }
}

fn untyped<'d>(cx: &mut Context<'d>, site: &Site<'d>, why: &str) {
    cx.report
        .push(Diagnostic::note(Code::OtherAnswer, site.place.clone(), why).at_key());
}
