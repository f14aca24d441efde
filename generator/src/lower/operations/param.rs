//! Parameters: of the path item and of the operation, held against the path's template.

use super::fault::{fault, meanwhile, place_of, read};
use super::find::Found;
use super::media::{Media, media};
use super::template;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, FieldName, Item, Param, ParamPlace, ParamStyle, Scalar, Type, reserved};
use crate::lower::context::Context;
use crate::lower::hint::Hint;
use crate::lower::names::distinct;
use crate::nearest::nearest;
use crate::openapi::keywords::Object;
use crate::source::{Node, Site};
use openapiv3::ParameterData;
use serde_json::json;

/// The parameters of an operation, those of the path in the order of the template and then the others; and the
/// template as requests use it.
pub(super) fn params<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    hint: &Hint,
) -> (Vec<Param>, String) {
    let declared = declared(cx, found);
    let mut params: Vec<Param> = declared
        .iter()
        .filter_map(|site| param(cx, site, hint))
        .collect();
    agree(cx, found, &mut params);
    let sent = template::sent(found.path, &in_path(&params));
    let order = template::variables(&sent);
    params.sort_by_key(|param| match param.place {
        ParamPlace::Path => order.iter().position(|name| *name == param.name.wire()),
        ParamPlace::Query | ParamPlace::Header | ParamPlace::Cookie => Some(order.len()),
    });
    name(&mut params);
    (params, sent)
}

/// The parameters as they are declared, those of the path item first, unless the operation has its own.
fn declared<'d>(cx: &mut Context<'d>, found: &Found<'d>) -> Vec<Site<'d>> {
    let own = list(cx, found.site.get("parameters").as_ref());
    let shared = list(cx, found.shared("parameters").as_ref());
    let mut all: Vec<Site<'d>> = shared
        .into_iter()
        .filter(|site| !own.iter().any(|other| key(other) == key(site)))
        .collect();
    all.extend(own);
    all
}

fn list<'d>(cx: &mut Context<'d>, list: Option<&Site<'d>>) -> Vec<Site<'d>> {
    let mut out: Vec<Site<'d>> = Vec::new();
    let elements: Vec<Site<'d>> = list.into_iter().flat_map(Site::elements).collect();
    for element in elements {
        let Some(site) = cx
            .follow(element.clone())
            .filter(|site| key(site).is_some())
        else {
            continue;
        };
        if let Some(first) = out.iter().find(|other| key(other) == key(&site)) {
            let name = key(&site).map_or("", |(_, name)| name);
            let message = format!("the parameter `{name}` is declared twice");
            let fault = fault(cx, Code::DuplicateParameter, &element.place, message)
                .related(first.place.clone(), "it is declared here first")
                .help("remove one of the two");
            cx.report.push(fault);
        } else {
            out.push(site);
        }
    }
    out
}

/// What tells parameters apart: where they stand, and their name.
fn key<'d>(site: &Site<'d>) -> Option<(&'d str, &'d str)> {
    let word = |key: &str| site.node.get(key).and_then(|node| node.as_str());
    Some((word("in")?, word("name")?))
}

/// The parameter at `site`; one that is declared as a component is the same wherever it is referred to.
fn param<'d>(cx: &mut Context<'d>, site: &Site<'d>, hint: &Hint) -> Option<Param> {
    if let Some(known) = cx.params.get(&site.place) {
        return known.clone();
    }
    let Some(own) = own_hint(site) else {
        let (_, name) = key(site)?;
        return lowered(cx, site, &hint.child(name));
    };
    let param = lowered(cx, site, &own);
    cx.params.insert(site.place.clone(), param.clone());
    param
}

fn lowered<'d>(cx: &mut Context<'d>, site: &Site<'d>, hint: &Hint) -> Option<Param> {
    let (place, name) = key(site)?;
    if place == "header" && is_settled_elsewhere(name) {
        let message =
            format!("a parameter `{name}` has no effect: media types and security say it");
        let note = Diagnostic::note(Code::IgnoredParameter, site.place.clone(), message);
        cx.report.push(note);
        return None;
    }
    let written = written(cx, site, place)?;
    let (ty, json) = value(cx, site, hint);
    let (docs, default) = prose(cx, site);
    Some(Param {
        name: FieldName::new(name),
        docs,
        place: written.place,
        style: if json {
            ParamStyle::Json
        } else {
            written.style
        },
        explode: written.explode,
        reserved: written.reserved,
        required: written.required,
        ty: Item {
            nullable: false,
            ..ty
        },
        default,
        deprecated: written.deprecated,
        at: site.place.clone(),
    })
}

/// Headers that OpenAPI takes from media types and security schemes instead.
fn is_settled_elsewhere(name: &str) -> bool {
    ["accept", "content-type", "authorization"].contains(&name.to_ascii_lowercase().as_str())
}

/// A parameter that is declared as a component names its inline types itself.
pub(super) fn own_hint(site: &Site<'_>) -> Option<Hint> {
    let pointer = &site.place.pointer;
    let section = pointer.parent()?.parent()?;
    let is_component = section.last() == Some("components") && section.depth() == 1;
    is_component.then(|| pointer.last().map(Hint::root))?
}

/// What a parameter's words say.
#[expect(clippy::struct_excessive_bools, reason = "the document's own switches")]
struct Written {
    place: ParamPlace,
    style: ParamStyle,
    explode: bool,
    reserved: bool,
    required: bool,
    deprecated: bool,
}

fn written<'d>(cx: &mut Context<'d>, site: &Site<'d>, place: &str) -> Option<Written> {
    let place = match place {
        "path" => ParamPlace::Path,
        // The whole query is a query whose members stand side by side.
        "query" | "querystring" => ParamPlace::Query,
        "header" => ParamPlace::Header,
        "cookie" => ParamPlace::Cookie,
        other => {
            no_place(cx, site, other);
            return None;
        }
    };
    let style = style(cx, site, place);
    // What all places have in common; place and style are known.
    let data: ParameterData = read(cx, site, Object::Parameter, &[("schema", json!({}))])?;
    if place == ParamPlace::Path && !data.required {
        let message = format!(
            "the path parameter `{}` is not marked as required",
            data.name
        );
        let fault = fault(
            cx,
            Code::PathParameter,
            &place_of(site, "required"),
            message,
        );
        cx.report.push(fault.help("add `required: true`"));
    }
    Some(Written {
        place,
        style,
        explode: data
            .explode
            .unwrap_or(matches!(style, ParamStyle::Form | ParamStyle::DeepObject)),
        reserved: site.node.get("allowReserved").and_then(Node::as_bool) == Some(true),
        required: data.required || place == ParamPlace::Path,
        deprecated: data.deprecated == Some(true),
    })
}

fn no_place<'d>(cx: &mut Context<'d>, site: &Site<'d>, place: &str) {
    let help = match place {
        "body" | "formData" => "write it as `requestBody`; this is how Swagger 2 did it",
        _ => "write `path`, `query`, `header` or `cookie`",
    };
    let message = format!("a parameter does not stand in `{place}`");
    cx.report
        .push(Diagnostic::error(Code::ParameterForm, place_of(site, "in"), message).help(help));
}

/// The styles of a place, its default first.
fn styles(place: ParamPlace) -> &'static [(&'static str, ParamStyle)] {
    match place {
        ParamPlace::Path => &[
            ("simple", ParamStyle::Simple),
            ("label", ParamStyle::Label),
            ("matrix", ParamStyle::Matrix),
        ],
        ParamPlace::Query => &[
            ("form", ParamStyle::Form),
            ("spaceDelimited", ParamStyle::SpaceDelimited),
            ("pipeDelimited", ParamStyle::PipeDelimited),
            ("deepObject", ParamStyle::DeepObject),
        ],
        ParamPlace::Header => &[("simple", ParamStyle::Simple)],
        ParamPlace::Cookie => &[("form", ParamStyle::Form)],
    }
}

fn style<'d>(cx: &mut Context<'d>, site: &Site<'d>, place: ParamPlace) -> ParamStyle {
    let known = styles(place);
    let Some(word) = site.node.get("style").and_then(Node::as_str) else {
        return known[0].1;
    };
    if let Some((_, style)) = known.iter().find(|(name, _)| *name == word) {
        return *style;
    }
    // OpenAPI 3.2 calls the cookie form by its own name.
    if (place, word) != (ParamPlace::Cookie, "cookie") {
        let words: Vec<String> = known.iter().map(|(name, _)| format!("`{name}`")).collect();
        let message = format!("this parameter cannot be written in the style `{word}`");
        let fault = fault(cx, Code::ParameterForm, &place_of(site, "style"), message);
        cx.report
            .push(fault.help(format!("write {}", words.join(" or "))));
    }
    known[0].1
}

/// The type of a parameter's value, and whether it travels as JSON.
fn value<'d>(cx: &mut Context<'d>, site: &Site<'d>, hint: &Hint) -> (Item, bool) {
    if let Some(schema) = site.get("schema") {
        return (cx.item(&schema, hint), false);
    }
    let content = site.get("content");
    let entry = content
        .as_ref()
        .and_then(|content| content.members().next());
    let Some((text, entry)) = entry else {
        let name = key(site).map_or("", |(_, name)| name);
        let message = format!("the parameter `{name}` does not say what its value is");
        let fault = fault(cx, Code::ParameterForm, &site.place, message);
        cx.report
            .push(meanwhile(cx, fault, "add a `schema`", "it is a string"));
        return (string(), false);
    };
    let schema = cx
        .follow(entry.clone())
        .and_then(|entry| entry.get("schema"));
    match (media(cx, text, &entry.place), schema) {
        (Media::Json, Some(schema)) => (cx.item(&schema, hint), true),
        (Media::Json, None) => (
            Item {
                ty: Type::Json,
                nullable: false,
            },
            true,
        ),
        (Media::Form | Media::Text, Some(schema)) => (cx.item(&schema, hint), false),
        _ => {
            let message = format!("a value of `{text}` is not written for you");
            let note = Diagnostic::note(Code::OtherAnswer, entry.place, message);
            cx.report.push(
                note.at_key()
                    .help("the parameter is a string, sent as it is given"),
            );
            (string(), false)
        }
    }
}

fn string() -> Item {
    Item {
        ty: Type::Scalar(Scalar::String),
        nullable: false,
    }
}

/// The prose of a parameter and of its schema, and the server's default.
fn prose<'d>(cx: &mut Context<'d>, site: &Site<'d>) -> (Docs, Option<String>) {
    let mut docs = crate::lower::docs::of_node(site.node);
    docs.examples = super::prose::examples(cx, site);
    let Some(schema) = site.get("schema").map(|schema| cx.read(&schema)) else {
        return (docs, None);
    };
    let own = crate::lower::docs::of_schema(&schema);
    docs.text = docs.text.or(own.text);
    docs.notes.extend(own.notes);
    if docs.examples.is_empty() {
        docs.examples = own.examples;
    }
    let target = schema.reference.filter(|_| schema.default.is_none());
    let behind = target
        .and_then(|reference| cx.resolve(&schema.site, reference))
        .map(|target| cx.read(&target));
    let default = schema
        .default
        .or_else(|| behind.and_then(|schema| schema.default));
    (docs, default.map(crate::lower::docs::json))
}

/// The wire names of the path parameters.
fn in_path(params: &[Param]) -> Vec<&str> {
    let in_path = params
        .iter()
        .filter(|param| param.place == ParamPlace::Path);
    in_path.map(|param| param.name.wire()).collect()
}

/// Holds the path parameters against the names in the template.
fn agree<'d>(cx: &mut Context<'d>, found: &Found<'d>, params: &mut Vec<Param>) {
    let sent = template::sent(found.path, &in_path(params));
    let used = template::variables(&sent);
    for param in params
        .iter()
        .filter(|param| param.place == ParamPlace::Path)
    {
        if !used.contains(&param.name.wire()) {
            let message = format!(
                "the path `{}` has no parameter `{}`",
                found.path,
                param.name.wire()
            );
            let near = nearest(param.name.wire(), used.iter().copied());
            let help = near.map(|near| format!("did you mean `{near}`?"));
            let fault = fault(cx, Code::PathParameter, &param.at, message).maybe_help(help);
            cx.report.push(fault);
        }
    }
    params.retain(|param| param.place != ParamPlace::Path || used.contains(&param.name.wire()));
    for name in used {
        let is = |param: &Param| param.place == ParamPlace::Path && param.name.wire() == name;
        if !params.iter().any(is) {
            let message = format!("the path parameter `{name}` is not declared");
            let fault = fault(cx, Code::PathParameter, &found.site.place, message).at_key();
            let help = format!("declare `{name}` with `in: path`");
            cx.report
                .push(meanwhile(cx, fault, &help, "it is a string"));
            params.push(undeclared(name, found));
        }
    }
}

fn undeclared(name: &str, found: &Found<'_>) -> Param {
    Param {
        name: FieldName::new(name),
        docs: Docs::default(),
        place: ParamPlace::Path,
        style: ParamStyle::Simple,
        explode: false,
        reserved: false,
        required: true,
        ty: string(),
        default: None,
        deprecated: false,
        at: found.site.place.clone(),
    }
}

/// Tells the names of parameters apart, from each other and from what stands beside them.
///
/// A name that is taken in the path stays there; in the query it gets `_query`, and so on.
fn name(params: &mut [Param]) {
    for index in 0..params.len() {
        let param = &params[index];
        let clashes = params
            .iter()
            .any(|other| other.place < param.place && other.name.as_str() == param.name.as_str());
        if clashes {
            let place = match param.place {
                ParamPlace::Path => "_path",
                ParamPlace::Query => "_query",
                ParamPlace::Header => "_header",
                ParamPlace::Cookie => "_cookie",
            };
            params[index].name = param.name.suffixed(place);
        }
    }
    for param in &mut *params {
        let taken = if param.required {
            reserved::ARGUMENTS
        } else {
            reserved::CALL
        };
        if taken.contains(&param.name.as_str()) {
            param.name = param.name.suffixed("_");
        }
    }
    distinct(params.iter_mut().map(|param| &mut param.name), "_", &[]);
}
