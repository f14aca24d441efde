//! Files of endpoints: methods on the client, then what each call is: marker, route, optional parameters.

mod argument;
mod failure;
mod given;
mod method;
mod success;

use super::code::{Argument, Chain};
use super::scope::{Context, Scope};
use super::{File, HEADER, docs, index, layout, markdown, pieces, tokens};
use crate::ir::{
    Endpoint, Framing, Group, Item, Reply, Scalar, Shape, StreamHalf, Switch, Type, Verb,
};
pub(crate) use given::{Given, calls, failure_type, methods};

use failure::{Failures, failures};
use foldhash::HashSet;
use proc_macro2::TokenStream;
use quote::quote;
use std::fmt::Write as _;

/// Writes the endpoints of a tag.
pub(crate) fn write(context: &Context, group: &Group) -> File {
    let own = names(context, group).into_iter().collect::<HashSet<_>>();
    let mut scope = Scope::of_endpoints(context, own);
    let mut body = String::new();
    method::write(&mut scope, &group.endpoints, &mut body);
    for endpoint in &group.endpoints {
        body.push('\n');
        write_endpoint(&mut scope, endpoint, &mut body);
    }
    body.insert_str(0, &head(&scope, group));
    File {
        path: format!("{}.rs", index::module(group).0),
        text: body,
    }
}

/// What stands above the endpoints; what they need is known only when they are written.
fn head(scope: &Scope, group: &Group) -> String {
    let mut head = HEADER.to_owned();
    let title = format!(
        "Endpoints of the group {}.",
        markdown::code(group.name.wire())
    );
    let lines = group
        .description
        .as_deref()
        .map(markdown::lines)
        .filter(|lines| !lines.is_empty());
    docs::write_inner(&mut head, &lines.unwrap_or_else(|| vec![title]));
    head.push('\n');
    head.push_str(&scope.imports());
    head
}

/// The names that the file of a tag defines: markers and enums by status.
pub(crate) fn names(context: &Context, group: &Group) -> Vec<String> {
    let mut names = Vec::new();
    for endpoint in &group.endpoints {
        names.push(endpoint.marker.as_str().to_owned());
        if let Reply::ByStatus { name, .. } = &endpoint.reply {
            names.push(name.as_str().to_owned());
        }
        if matches!(failures(endpoint), Failures::ByStatus) {
            names.push(failure::name(context, endpoint));
        }
    }
    names.sort();
    names
}

fn write_endpoint(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let marker = endpoint.marker.as_str();
    let method = main_method(endpoint);
    let lines = [format!(
        "Marks the calls of [`Client::{method}`](crate::Client::{method})."
    )];
    docs::write(out, "", &lines);
    let _ = writeln!(out, "#[derive(Debug, Clone, Copy)]\npub struct {marker};\n");
    write_route(scope, endpoint, out);
    if let Some(half) = endpoint.stream() {
        out.push('\n');
        out.push_str(&tokens::format(&streamed_impl(scope, endpoint, half)));
    }
    method::write_setters(scope, endpoint, out);
    failure::write_enums(scope, endpoint, out);
}

/// The method that says what a call of the endpoint is, by its plain name.
pub(crate) fn main_method(endpoint: &Endpoint) -> &str {
    match &endpoint.reply {
        Reply::Stream(half) => half.name.as_str(),
        Reply::Empty
        | Reply::Json(_)
        | Reply::Text
        | Reply::Bytes
        | Reply::ByStatus { .. }
        | Reply::Chosen { .. } => endpoint.name.as_str(),
    }
}

/// Where a call goes, and what it brings.
fn write_route(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let marker = endpoint.marker.as_str();
    let _ = writeln!(out, "impl {} for {marker} {{", scope.runtime("Endpoint"));
    let lead = format!("const ROUTE: {} = ", scope.runtime("Route"));
    route(scope, endpoint).write(4, &lead, ";", out);
    let reply = reply_kind(scope, &endpoint.reply);
    let failure = failure::kind(scope, endpoint);
    let _ = writeln!(
        out,
        "    type Reply = {reply};\n    type Failure = {failure};\n}}"
    );
}

fn route(scope: &mut Scope, endpoint: &Endpoint) -> Chain {
    let new = format!("{}::new", scope.runtime("Route"));
    let name = layout::literal(main_method(endpoint));
    let verb = format!("{}::{}", scope.runtime("Verb"), verb_variant(endpoint.verb));
    let path = layout::literal(&endpoint.path);
    let mut route = Chain::new(&new, [name.into(), verb.into(), path.into()]);
    if !endpoint.auth.is_empty() {
        route = route.call("auth", [Argument::List(alternatives(scope, endpoint))]);
    }
    if let Some(StreamHalf {
        switch: Switch::BodyFlag(flag),
        ..
    }) = endpoint.stream()
    {
        route = route.call("switch", [layout::literal(flag).into()]);
    }
    if let Some(server) = endpoint.server.as_ref().filter(|server| server.has_host()) {
        let url = layout::literal(&server.address());
        route = route.call("server", [url.into()]);
    }
    if let Some(accept) = &endpoint.accept {
        route = route.call("accept", [layout::literal(accept).into()]);
    }
    route
}

/// The names of the credentials that go together, for each way to authenticate.
fn alternatives(scope: &Scope, endpoint: &Endpoint) -> Vec<String> {
    let schemes = &scope.context.api.schemes;
    let all = endpoint.auth.iter().map(|all| {
        let names: Vec<_> = all
            .iter()
            .filter_map(|index| schemes.get(*index))
            .map(|scheme| layout::literal(&scheme.name))
            .collect();
        format!("&[{}]", names.join(", "))
    });
    all.collect()
}

/// The method's name in the runtime's enum.
fn verb_variant(verb: Verb) -> &'static str {
    match verb {
        Verb::Get => "Get",
        Verb::Put => "Put",
        Verb::Post => "Post",
        Verb::Delete => "Delete",
        Verb::Options => "Options",
        Verb::Head => "Head",
        Verb::Patch => "Patch",
        Verb::Trace => "Trace",
        Verb::Query => "Query",
    }
}

/// The method's name in HTTP.
pub(crate) fn verb(verb: Verb) -> String {
    verb_variant(verb).to_ascii_uppercase()
}

/// The kind of a whole answer, in the runtime's words.
fn reply_kind(scope: &mut Scope, reply: &Reply) -> String {
    match reply {
        Reply::Empty => scope.runtime("Empty"),
        Reply::Text => scope.runtime("Text"),
        // A stream asked for as a whole is its bytes.
        Reply::Bytes | Reply::Stream(_) => scope.runtime("Raw"),
        Reply::Json(item) => json_kind(scope, item),
        Reply::Chosen { whole, .. } => reply_kind(scope, whole),
        Reply::ByStatus { name, .. } => name.as_str().to_owned(),
    }
}

fn json_kind(scope: &mut Scope, item: &Item) -> String {
    let ty = scope.item(item);
    format!("{}<{ty}>", scope.runtime("Json"))
}

fn streamed_impl(scope: &mut Scope, endpoint: &Endpoint, half: &StreamHalf) -> TokenStream {
    let marker = tokens::ident(endpoint.marker.as_str());
    let streamed = tokens::parse(&scope.runtime("Streamed"));
    let framing_type = tokens::parse(&scope.runtime("Framing"));
    let event = tokens::parse(&scope.item(&half.event));
    let framing = match half.framing {
        Framing::ServerSentEvents => quote!(ServerSentEvents),
        Framing::JsonLines => quote!(JsonLines),
    };
    let accept = accept(half);
    let members = error_members(scope, &half.event);
    let read = is_text(scope, half).then(|| {
        quote! {
            fn read(data: &str) -> serde_json::Result<String> { Ok(data.to_owned()) }
        }
    });
    let doubtful = pieces::carries(scope.context, &half.event).then(|| {
        let pieces = tokens::parse(&scope.runtime("Pieces"));
        quote! {
            fn is_doubtful(event: &#event, _: &str) -> bool { #pieces::pieces(event).is_empty() }
        }
    });
    quote! {
        impl #streamed for #marker {
            type Event = #event;
            const FRAMING: #framing_type = #framing_type::#framing;
            #accept
            #members
            #read
            #doubtful
        }
    }
}

/// What is accepted, where the document's media type is not the first of the usual ones.
fn accept(half: &StreamHalf) -> Option<TokenStream> {
    let own = half.media.as_deref()?;
    let usual: &[&str] = match half.framing {
        Framing::ServerSentEvents => &["text/event-stream"],
        Framing::JsonLines => &[
            "application/jsonl",
            "application/x-ndjson",
            "application/json-seq",
        ],
    };
    let others = usual.iter().copied().filter(|usual| *usual != own);
    let all = [own]
        .into_iter()
        .chain(others)
        .collect::<Vec<_>>()
        .join(", ");
    Some(quote!(const ACCEPT: &'static str = #all;))
}

/// Whether events are plain text; a line of JSON is a value, also where that is a string.
fn is_text(scope: &Scope, half: &StreamHalf) -> bool {
    is_string(scope, &half.event.ty)
        && !half.event.nullable
        && half.framing == Framing::ServerSentEvents
}

fn is_string(scope: &Scope, ty: &Type) -> bool {
    let ty = scope.context.resolve(ty);
    matches!(ty, Type::Scalar(scalar) if scope.context.scalar(*scalar) == Scalar::String)
}

/// The members that tell an error from an event, where the event has one of them itself: none where any
/// text or any value is an event.
fn error_members(scope: &Scope, event: &Item) -> Option<TokenStream> {
    let resolved = scope.context.resolve(&event.ty);
    if is_string(scope, &event.ty) || matches!(resolved, Type::Json) {
        return Some(quote!(
            const ERROR_MEMBERS: &'static [&'static str] = &[];
        ));
    }
    let Type::Named(id) = resolved else {
        return None;
    };
    let Shape::Struct(shape) = &scope.context.api.types.get(*id).shape else {
        return None;
    };
    let all = ["error", "detail", "message"];
    let own = |member: &&str| {
        shape
            .fields
            .iter()
            .any(|field| field.name.wire() == *member)
    };
    let left: Vec<_> = all.iter().copied().filter(|member| !own(member)).collect();
    (left.len() < all.len())
        .then(|| quote!(const ERROR_MEMBERS: &'static [&'static str] = &[#(#left),*];))
}
