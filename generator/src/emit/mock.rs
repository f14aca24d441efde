//! The table of the mock server: endpoints, the document's examples, an example of each type.

mod harvest;
mod invent;

use super::scope::{Context, Scope};
use super::{File, HEADER, docs, json as layout};
use crate::ir::{
    Body, BodyKind, Endpoint, Example, Framing, Item, Reply, ReplyCase, StatusRange, StreamHalf,
    Type, TypeDef, TypeId,
};
use harvest::Harvest;
use invent::invent;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Writes the table.
pub(crate) fn write(context: &Context) -> File {
    // Every type is reached by its module, since none may hide the table's own words.
    let names = context
        .names
        .iter()
        .map(|name| (*name).to_owned())
        .collect();
    let mut scope = Scope::of_endpoints(context, names);
    let mut body = String::from("pub(crate) const TABLE: Table = Table { endpoints: &[");
    for endpoint in context.api.endpoints() {
        write_endpoint(&mut scope, endpoint, &mut body);
    }
    body.push_str("], types: &[");
    let harvest = Harvest::of(context);
    let mut impls = String::new();
    for (id, def) in context
        .api
        .types
        .iter()
        .filter(|(_, def)| !def.usage.multipart)
    {
        write_type(&mut scope, (id, def), &harvest, &mut body, &mut impls);
    }
    body.push_str("] };");
    let mut text = HEADER.to_owned();
    let line =
        "What the mock server knows: endpoints, the document's examples, an example of each type.";
    docs::write_inner(&mut text, &[line.to_owned()]);
    text.push('\n');
    text.push_str("use super::endpoints;\n");
    text.push_str(
        "use crate::mock::{\n    Entry, Example, Like, Part, PieceNames, StreamEntry, Table, TypeEntry, reread,\n};\n",
    );
    text.push_str(&scope.imports());
    text.push_str("/// All that the server knows.\n");
    text.push_str(&laid_out(&body));
    text.push_str(&laid_out(&impls));
    File {
        path: "mock.rs".to_owned(),
        text,
    }
}

fn write_endpoint(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let reply = main_reply(&endpoint.reply);
    let json_body = endpoint.bodies.iter().find_map(json_body);
    let request = json_body.map_or("None".to_owned(), |(_, item)| {
        format!("Some({})", reread(scope, item))
    });
    let required = endpoint.bodies.iter().any(|body| body.required);
    let _ = write!(
        out,
        "Entry {{ route: <endpoints::{} as crate::runtime::Endpoint>::ROUTE, request: {request}, \
         request_required: {required}, status: {}, media: {:?}, stream: {}, examples: &[",
        endpoint.marker,
        reply.status,
        media(endpoint, reply.body),
        stream(endpoint),
    );
    if let Some((body, item)) = json_body {
        write_examples(scope, "Part::Request", &body.docs.examples, item, out);
    }
    if let Reply::Json(item) = reply.body {
        write_examples(scope, "Part::Reply", &endpoint.docs.examples, item, out);
    }
    if let Some(half) = endpoint.stream() {
        write_examples(scope, "Part::Event", &half.docs.examples, &half.event, out);
    }
    for failure in &endpoint.failures {
        // An invented failure would say nothing.
        if let Some(item) = failure
            .ty
            .as_ref()
            .filter(|_| !failure.docs.examples.is_empty())
        {
            let part = format!("Part::Failure({})", status(failure.status));
            write_examples(scope, &part, &failure.docs.examples, item, out);
        }
    }
    out.push_str("] },");
}

/// The answer that is given unless a script says otherwise.
struct Main<'e> {
    status: u16,
    body: &'e Reply,
}

fn main_reply(reply: &Reply) -> Main<'_> {
    match reply {
        Reply::Empty => Main {
            status: 204,
            body: reply,
        },
        Reply::Json(_) | Reply::Text | Reply::Bytes | Reply::Stream(_) => Main {
            status: 200,
            body: reply,
        },
        Reply::Chosen { whole, .. } => main_reply(whole),
        Reply::ByStatus { cases, .. } => main_case(cases).unwrap_or(Main {
            status: 200,
            body: &Reply::Empty,
        }),
    }
}

fn main_case(cases: &[ReplyCase]) -> Option<Main<'_>> {
    let case = cases.first()?;
    let status = match case.status {
        StatusRange::Exact(code) => code,
        StatusRange::Class(class) => u16::from(class) * 100,
        StatusRange::Default => 200,
    };
    Some(Main {
        status,
        body: &case.body,
    })
}

fn media(endpoint: &Endpoint, reply: &Reply) -> String {
    let usual = match reply {
        Reply::Json(_) => "application/json",
        Reply::Text => "text/plain; charset=utf-8",
        Reply::Bytes => "application/octet-stream",
        Reply::Empty | Reply::Stream(_) | Reply::Chosen { .. } | Reply::ByStatus { .. } => "",
    };
    endpoint.accept.clone().unwrap_or_else(|| usual.to_owned())
}

fn stream(endpoint: &Endpoint) -> String {
    let Some(half) = endpoint.stream() else {
        return "None".to_owned();
    };
    let framing = match half.framing {
        Framing::ServerSentEvents => "ServerSentEvents",
        Framing::JsonLines => "JsonLines",
    };
    let count = half
        .count
        .as_ref()
        .map_or("None".to_owned(), |count| format!("Some({count:?})"));
    format!(
        "Some(StreamEntry {{ framing: crate::runtime::Framing::{framing}, always: {}, count: {count}, pieces: {} }})",
        matches!(endpoint.reply, Reply::Stream(_)),
        pieces(half),
    )
}

fn pieces(half: &StreamHalf) -> String {
    half.pieces.as_ref().map_or("None".to_owned(), |pieces| {
        format!(
            "Some(PieceNames {{ samples: {:?}, key: {:?}, text: {:?}, finish: {:?} }})",
            pieces.samples.wire(),
            pieces.key.wire(),
            pieces.text.wire(),
            pieces.finish.wire()
        )
    })
}

fn status(range: StatusRange) -> u16 {
    match range {
        StatusRange::Exact(code) => code,
        StatusRange::Class(_) | StatusRange::Default => 0,
    }
}

/// A JSON body with its type.
fn json_body(body: &Body) -> Option<(&Body, &Item)> {
    match &body.kind {
        BodyKind::Json(item) => Some((body, item)),
        BodyKind::Form(..) | BodyKind::Multipart(..) | BodyKind::Text | BodyKind::Bytes => None,
    }
}

/// The examples of one part, or an invented one.
fn write_examples(
    scope: &mut Scope,
    part: &str,
    examples: &[Example],
    item: &Item,
    out: &mut String,
) {
    let reread = reread(scope, item);
    let mut write = |name: &str, json: &str| {
        let _ = write!(
            out,
            "Example {{ part: {part}, name: {name:?}, json: {}, reread: {reread} }},",
            raw(&super::json::lines(json).join("\n"))
        );
    };
    for example in examples {
        write(example.name.as_deref().unwrap_or_default(), &example.json);
    }
    if examples.is_empty() {
        write("", &invent(scope.context, item));
    }
}

fn write_type(
    scope: &mut Scope,
    (id, def): (TypeId, &TypeDef),
    harvest: &Harvest,
    table: &mut String,
    impls: &mut String,
) {
    let item = Item {
        ty: Type::Named(id),
        nullable: false,
    };
    let (invented, reread) = (invent(scope.context, &item), reread(scope, &item));
    let _ = write!(
        table,
        "TypeEntry {{ name: {:?}, json: {}, reread: {reread} }},",
        def.name.as_str(),
        raw(&invented)
    );
    // An alias is another name of a type that has its own.
    if !matches!(def.shape, crate::ir::Shape::Alias(_)) {
        let seen = harvest.example(id).unwrap_or(invented);
        let _ = write!(
            impls,
            "impl Like for {} {{ const EXAMPLE: &'static str = {}; }}",
            scope.item(&item),
            raw(&seen)
        );
    }
}

fn reread(scope: &mut Scope, item: &Item) -> String {
    format!("reread::<{}>", scope.item(item))
}

/// JSON text with its members in order of their names: whether a map keeps another order depends on a feature that any
/// crate of a build can turn on.
fn sorted(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members: BTreeMap<_, _> = members.iter().collect();
            let members = members
                .into_iter()
                .map(|(name, value)| format!("{}:{}", json!(name), sorted(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(sorted).collect();
            format!("[{}]", items.join(","))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.to_string(),
    }
}

/// Items in the usual layout. A text that is no items would be a fault of ours; it is shown as it is.
fn laid_out(items: &str) -> String {
    syn::parse_file(items).map_or_else(|_| items.to_owned(), |file| prettyplease::unparse(&file))
}

/// JSON as a raw string, with as many signs around it as its text needs.
fn raw(text: &str) -> String {
    let text = layout::lines(text).join("\n");
    let mut signs = "#".to_owned();
    while text.contains(&format!("\"{signs}")) {
        signs.push('#');
    }
    format!("r{signs}\"{text}\"{signs}")
}
