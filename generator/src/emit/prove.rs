//! A program that holds a crate against its document: values through its types, answers through its calls.

mod program;

use super::endpoints::{self, Given};
use super::scope::{Context, Scope};
use super::witness::written_out;
use super::{Config, layout};
use crate::ir::{Api, Body, Endpoint, Item, Reply, TypeDef};
use std::fmt::Write as _;

/// The types that are values of their own, in the order of the model; a multipart body is none.
pub fn provable(api: &Api) -> impl Iterator<Item = &TypeDef> {
    api.types
        .iter()
        .map(|(_, def)| def)
        .filter(|def| !def.usage.multipart)
}

/// A method that the program calls.
#[derive(Debug, Clone, Copy)]
pub struct Callable<'a> {
    /// Its endpoint.
    pub endpoint: &'a Endpoint,
    /// What it sends beside the required parameters, which are given first.
    pub body: Option<&'a Body>,
    /// Whether it begins a stream.
    pub streamed: bool,
    /// Whether it is given its optional parameters, too, after everything else.
    pub full: bool,
}

/// The methods that the program calls, in the order in which it numbers them.
pub fn callable(api: &Api) -> impl Iterator<Item = Callable<'_>> {
    api.endpoints().flat_map(|endpoint| {
        let methods = endpoints::methods(endpoint).into_iter();
        methods.flat_map(move |(body, streamed)| {
            turns(endpoint).iter().map(move |full| Callable {
                endpoint,
                body,
                streamed,
                full: *full,
            })
        })
    })
}

/// How often a method is called: without its optional parameters, and with all of them where it has any.
fn turns(endpoint: &Endpoint) -> &'static [bool] {
    if endpoint.params.iter().all(|param| param.required) {
        &[false]
    } else {
        &[false, true]
    }
}

/// Writes the program for the crate of this name.
pub fn prove(api: &Api, package: &str) -> String {
    let library = package.replace('-', "_");
    let types: Vec<String> = provable(api)
        .map(|def| format!("trip::<types::{}>", def.name))
        .collect();
    let mut out = format!("{}\nuse {library}::types;\n", program::TYPES);
    table(&mut out, "TYPES: [Trip", &types);
    let calls = calls(api, &library);
    if calls.is_empty() {
        out.push_str(program::NO_CALLS);
        return out;
    }
    let streams = api.endpoints().any(|endpoint| endpoint.stream().is_some());
    let _ = writeln!(
        out,
        "\nuse {library}::runtime::{{Call, Decode, Endpoint}};\nuse {library}::{{Client, Error, bytes, endpoints, http}};"
    );
    out.push_str(program::CALLS);
    if streams {
        let _ = writeln!(out, "\nuse {library}::runtime::{{Streamed, Streaming}};");
        out.push_str(program::STREAMS);
    }
    table(&mut out, "CALLS: [Row", &calls);
    out
}

fn table(out: &mut String, head: &str, rows: &[String]) {
    let _ = writeln!(out, "\nconst {head}; {}] = [", rows.len());
    layout::fill(out, "    ", rows);
    out.push_str("];\n");
}

/// A row for each method of each endpoint.
fn calls(api: &Api, library: &str) -> Vec<String> {
    let config = Config::default();
    let context = Context::new(api, &config);
    let mut scope = written_out(&context);
    let mut rows = Vec::new();
    for endpoint in api.endpoints() {
        let methods = endpoints::methods(endpoint);
        let failure = failure(&mut scope, endpoint);
        for (call, (_, streamed)) in endpoints::calls(&mut scope, endpoint).iter().zip(methods) {
            let given: Vec<String> = call.arguments.iter().map(argument).collect();
            let made = format!("client.{}({})", call.name, given.join(", "));
            for full in turns(endpoint) {
                let mut made = made.clone();
                for (setter, given) in call.options.iter().filter(|_| *full) {
                    let given = argument(given).replace("crate::", &format!("{library}::"));
                    let _ = write!(made, ".{setter}({given})");
                }
                let row = if streamed {
                    format!("streamed({made}, {failure})")
                } else {
                    format!("whole({made}, {}, {failure})", reply(&endpoint.reply))
                };
                let given = if made.contains("given.") {
                    "given"
                } else {
                    "_"
                };
                rows.push(format!("|client, {given}| Ok({row})"));
            }
        }
    }
    rows
}

/// What takes the next of the values that are given, for an argument of this type.
fn argument(given: &Given) -> String {
    match given {
        Given::Number(_) => "given.value()?".to_owned(),
        Given::Type(ty) => taken(ty),
        Given::Kept(ty) => format!("given.value::<{ty}>()?"),
    }
}

fn taken(ty: &str) -> String {
    let converted = ty.strip_prefix("impl Into<");
    let converted = converted.and_then(|ty| ty.strip_suffix('>'));
    let inner = converted
        .unwrap_or(ty)
        .strip_prefix("Option<")
        .and_then(|ty| ty.strip_suffix('>'));
    match (inner, ty) {
        (Some(inner), _) => format!("Some({})", taken(inner)),
        (None, "&[&str]") => "given.texts()?".to_owned(),
        (None, "bytes::Bytes") => "bytes::Bytes::from(given.text()?)".to_owned(),
        (None, "&str") => "given.text()?".to_owned(),
        (None, ty) if ty.starts_with("impl Into<") => "given.text()?".to_owned(),
        (None, ty) if ty.starts_with("&[") => "given.list()?".to_owned(),
        (None, ty) if ty.starts_with('&') => "given.reference()?".to_owned(),
        (None, _) => "given.value()?".to_owned(),
    }
}

/// What reads the value of a whole answer.
fn reply(reply: &Reply) -> String {
    match reply {
        Reply::Empty | Reply::Json(_) | Reply::Text => "read".to_owned(),
        Reply::Bytes | Reply::Stream(_) => "raw".to_owned(),
        Reply::Chosen { whole, .. } => self::reply(whole),
        Reply::ByStatus { name, cases } => {
            let cases = cases.iter().map(|case| {
                let read = match &case.body {
                    Reply::Json(_) | Reply::Text => Some("read"),
                    Reply::Bytes => Some("raw"),
                    // The model promises that the others do not occur here.
                    Reply::Empty
                    | Reply::ByStatus { .. }
                    | Reply::Stream(_)
                    | Reply::Chosen { .. } => None,
                };
                (case.name.as_str().to_owned(), read)
            });
            by_status(&format!("endpoints::{name}"), cases)
        }
    }
}

/// What reads the value of a failure.
fn failure(scope: &mut Scope, endpoint: &Endpoint) -> String {
    match endpoints::failure_type(scope, endpoint) {
        None => "never".to_owned(),
        Some((_, variants)) if variants.is_empty() => "read".to_owned(),
        Some((name, variants)) => {
            let bodies = endpoint.failures.iter().map(|failure| failure.ty.as_ref());
            let read = bodies.map(|body: Option<&Item>| body.map(|_| "read"));
            by_status(&name, variants.into_iter().zip(read))
        }
    }
}

/// A match over the variants of an enum by status.
fn by_status(name: &str, cases: impl Iterator<Item = (String, Option<&'static str>)>) -> String {
    let mut out = "|value| match value { ".to_owned();
    for (variant, read) in cases {
        let _ = match read {
            Some(read) => write!(out, "{name}::{variant}(value) => {read}(value), "),
            None => write!(out, "{name}::{variant} => nothing(), "),
        };
    }
    out.push_str("_ => nothing() }");
    out
}
