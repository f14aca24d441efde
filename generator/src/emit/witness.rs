//! A program that names every public item of a crate as its callers do: it compiles as long as they do.
//!
//! It is written from one model and compiled against the crate of another: what no longer compiles is
//! what callers have to change.

use super::endpoints::{self, Given};
use super::scope::{Context, Scope};
use super::{Config, structs};
use crate::ir::{
    Api, Endpoint, Enum, Field, Overlap, Payload, Presence, Reply, Scalar, Shape, Struct, Type,
    TypeDef, Union,
};
use std::fmt::Write as _;

/// What stands in front of the functions.
const HEAD: &str = "//! Names what callers name. It is compiled, never run.

#![allow(
    dead_code,
    deprecated,
    path_statements,
    unused,
    clippy::all,
    clippy::pedantic,
    reason = \"it only has to compile\"
)]

/// A value of any type.
fn any<T>() -> T {
    panic!(\"this is compiled, never run\")
}

/// A type that has a value to start from.
fn starts<T: Default>() {}

/// Two names of one type.
fn same<T>(_: fn(T) -> T) {}

fn main() {}
";

/// Writes the program for the crate of this name.
pub fn witness(api: &Api, package: &str) -> String {
    let config = Config::default();
    let context = Context::new(api, &config);
    let mut scope = written_out(&context);
    let mut body = String::new();
    for (index, (_, def)) in api.types.iter().enumerate() {
        function(
            &mut body,
            "type",
            index,
            def.name.as_str(),
            &of_type(&mut scope, def),
        );
    }
    for (index, endpoint) in api.endpoints().enumerate() {
        let lines = of_endpoint(&mut scope, endpoint);
        function(&mut body, "call", index, endpoint.name.as_str(), &lines);
    }
    let library = package.replace('-', "_");
    let body = body.replace("crate::", &format!("{library}::"));
    format!("{HEAD}\nuse {library}::{{Client, endpoints, types}};\n{body}")
}

/// A scope that imports nothing: every name is written out.
pub(super) fn written_out<'a>(context: &'a Context<'a>) -> Scope<'a> {
    let names = context.names.iter().copied();
    let own = names.chain(NAMES).map(str::to_owned);
    Scope::of_endpoints(context, own.collect())
}

/// Names of the runtime that stand in types.
const NAMES: [&str; 7] = [
    "Maybe", "Secret", "Base64", "Upload", "Duration", "BTreeMap", "Integer",
];

fn function(out: &mut String, kind: &str, index: usize, name: &str, lines: &[String]) {
    let _ = writeln!(out, "\n// {name}\nfn {kind}_{index}() {{");
    for line in lines {
        let _ = writeln!(out, "    {line}");
    }
    out.push_str("}\n");
}

fn of_type(scope: &mut Scope, def: &TypeDef) -> Vec<String> {
    let name = format!("types::{}", def.name);
    match &def.shape {
        Shape::Struct(shape) => of_struct(scope, def, shape, &name),
        Shape::Enum(shape) => of_enum(shape, &name),
        Shape::Union(shape) => of_union(scope, shape, &name),
        Shape::Overlap(shape) => of_overlap(scope, shape, &name),
        Shape::Tuple(shape) => {
            let mut items: Vec<String> = shape.items.iter().map(|item| scope.item(item)).collect();
            items.extend(
                shape
                    .rest
                    .iter()
                    .map(|item| format!("Vec<{}>", scope.item(item))),
            );
            let each = items.iter().enumerate();
            let mut lines = vec![format!("let value = any::<{name}>();")];
            lines.extend(each.map(|(index, ty)| format!("let _: {ty} = value.{index};")));
            lines
        }
        Shape::Alias(item) => vec![format!(
            "same::<{name}>(|value: {}| value);",
            scope.item(item)
        )],
        Shape::Newtype(item) => {
            vec![format!("let _: {} = any::<{name}>().0;", scope.item(item))]
        }
    }
}

fn of_struct(scope: &mut Scope, def: &TypeDef, shape: &Struct, name: &str) -> Vec<String> {
    let mut lines = vec![format!("let mut value = any::<{name}>();")];
    // What only requests use is written, not read back.
    let is_read = def.usage.response || !def.usage.request;
    for field in &shape.fields {
        let ty = structs::field_type(scope, field);
        lines.push(if is_read {
            format!("let _: {ty} = any::<{name}>().{};", field.name)
        } else {
            format!("let _ = &mut value.{};", field.name)
        });
    }
    if let Some(rest) = &shape.rest {
        let (map, ty) = (scope.map(), scope.item(&rest.item));
        lines.push(format!(
            "let _: {map}<String, {ty}> = any::<{name}>().{};",
            rest.name
        ));
    }
    if def.usage.request {
        lines.push(constructor(scope, def, shape, name));
        for field in shape.fields.iter().filter(|field| field.has_setter()) {
            lines.extend(setters(scope, shape, field, name));
        }
    }
    lines
}

fn constructor(scope: &mut Scope, def: &TypeDef, shape: &Struct, name: &str) -> String {
    let required = shape.required();
    if required.is_empty() {
        return format!("starts::<{name}>(); let _: {name} = {name}::new();");
    }
    let arguments: Vec<String> = match structs::required_struct(scope, def) {
        Some(of) => {
            let fields: Vec<String> = required
                .iter()
                .map(|field| {
                    let ty = structs::field_type(scope, field);
                    format!("{}: any::<{ty}>()", field.name)
                })
                .collect();
            vec![format!("types::{of} {{ {} }}", fields.join(", "))]
        }
        None => required
            .iter()
            .map(|field| match field.presence {
                Presence::RequiredNullable => {
                    format!("any::<Option<{}>>()", scope.ty(&field.ty))
                }
                _ => given(scope, &field.ty),
            })
            .collect(),
    };
    format!("let _: {name} = {name}::new({});", arguments.join(", "))
}

fn setters(scope: &mut Scope, shape: &Struct, field: &Field, name: &str) -> Vec<String> {
    let setter = structs::setter_name(field.name.as_str(), &field.name.source());
    let setter = setter.split(' ').next().unwrap_or_default().to_owned();
    let value = given(scope, &field.ty);
    let mut lines = vec![format!(
        "let _: {name} = any::<{name}>().{setter}({value});"
    )];
    if field.presence == Presence::OptionalNullable {
        let null = structs::null_setter(shape, field);
        lines.push(format!("let _: {name} = any::<{name}>().{null}();"));
    }
    lines
}

/// What a caller gives where a value of this type is kept: literals for numbers, which fit wider ones too.
fn given(scope: &mut Scope, ty: &Type) -> String {
    match scope.context.resolve(ty) {
        Type::Scalar(scalar) => match scope.context.scalar(*scalar) {
            Scalar::F32 | Scalar::F64 => "1.0".to_owned(),
            scalar if scalar.is_integer() => "1".to_owned(),
            _ => format!("any::<{}>()", scope.ty(ty)),
        },
        Type::Named(_) | Type::List(_) | Type::Map(_) | Type::Json => {
            format!("any::<{}>()", scope.ty(ty))
        }
    }
}

fn of_enum(shape: &Enum, name: &str) -> Vec<String> {
    let words = shape.words.iter();
    words
        .map(|word| format!("let _: {name} = {name}::{};", word.name))
        .collect()
}

fn of_union(scope: &mut Scope, shape: &Union, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for variant in &shape.variants {
        lines.push(match &variant.payload {
            Payload::Word(_) => format!("let _: {name} = {name}::{};", variant.name),
            Payload::Type(ty) => {
                let ty = scope.ty(ty);
                let ty = if variant.boxed {
                    format!("Box<{ty}>")
                } else {
                    ty
                };
                format!("let _: {name} = {name}::{}(any::<{ty}>());", variant.name)
            }
        });
    }
    lines
}

fn of_overlap(scope: &mut Scope, shape: &Overlap, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for part in &shape.parts {
        let ty = scope.ty(&part.ty);
        let ty = if part.boxed { format!("Box<{ty}>") } else { ty };
        lines.push(format!(
            "let _: Option<{ty}> = any::<{name}>().{};",
            part.name
        ));
    }
    lines
}

fn of_endpoint(scope: &mut Scope, endpoint: &Endpoint) -> Vec<String> {
    let marker = format!("endpoints::{}", endpoint.marker.as_str());
    let mut lines = vec!["let client = any::<Client>();".to_owned()];
    for call in endpoints::calls(scope, endpoint) {
        let each: Vec<String> = call.arguments.iter().map(argument).collect();
        let name = &call.name;
        lines.push(format!("let _ = client.{name}({});", each.join(", ")));
        for (setter, value) in &call.options {
            let value = argument(value);
            lines.push(format!(
                "let _ = client.{name}({}).{setter}({value});",
                each.join(", ")
            ));
        }
    }
    let of = |what: &str| {
        format!("<<{marker} as crate::runtime::Endpoint>::{what} as crate::runtime::Decode>::Value")
    };
    let whole = match &endpoint.reply {
        Reply::Chosen { whole, .. } => whole,
        other => other,
    };
    if let Some(ty) = reply_type(scope, whole) {
        lines.push(format!("same::<{}>(|value: {ty}| value);", of("Reply")));
    }
    if let Reply::ByStatus { name, cases } = whole {
        let cases = cases.iter();
        lines.extend(
            cases.map(|case| format!("let _ = endpoints::{}::{};", name.as_str(), case.name)),
        );
    }
    if let Some(half) = endpoint.stream() {
        let ty = scope.item(&half.event);
        lines.push(format!(
            "same::<<{marker} as crate::runtime::Streamed>::Event>(|value: {ty}| value);"
        ));
        if half.pieces.is_some() {
            lines.push(format!("let _ = <{ty} as crate::runtime::Pieces>::pieces;"));
        }
    }
    if let Some((ty, variants)) = endpoints::failure_type(scope, endpoint) {
        lines.push(format!("same::<{}>(|value: {ty}| value);", of("Failure")));
        lines.extend(
            variants
                .iter()
                .map(|variant| format!("let _ = {ty}::{variant};")),
        );
    }
    lines
}

/// A value for an argument of this type.
fn argument(given: &Given) -> String {
    match given {
        Given::Number(literal) => (*literal).to_owned(),
        Given::Kept(ty) => format!("any::<{ty}>()"),
        Given::Type(ty) => {
            let inner = ty
                .strip_prefix("impl Into<")
                .and_then(|ty| ty.strip_suffix('>'));
            format!("any::<{}>()", inner.unwrap_or(ty))
        }
    }
}

/// The type of a whole answer; `None` where it is nobody's to name.
fn reply_type(scope: &mut Scope, reply: &Reply) -> Option<String> {
    Some(match reply {
        Reply::Empty => "()".to_owned(),
        Reply::Json(item) => scope.item(item),
        Reply::Text => "String".to_owned(),
        Reply::Bytes => "bytes::Bytes".to_owned(),
        Reply::ByStatus { name, .. } => format!("endpoints::{}", name.as_str()),
        Reply::Stream(_) | Reply::Chosen { .. } => return None,
    })
}
