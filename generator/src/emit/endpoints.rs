//! Files of endpoints: markers, methods on the client, optional parameters.

use super::scope::{Context, Scope};
use super::{File, HEADER, docs, index, layout, markdown, pieces, tokens};
use crate::ir::{
    Body, BodyKind, Docs, Endpoint, Failure, Framing, Group, Item, MemberStyle, Param, ParamPlace,
    ParamStyle, Reply, ReplyCase, Rule, Scalar, Shape, StatusRange, StreamHalf, Switch, Type,
    VariantName, Verb,
};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashSet;
use std::fmt::Write as _;

/// Writes the endpoints of a tag.
pub(crate) fn write(context: &Context, group: &Group) -> File {
    let own = names(context, group).into_iter().collect::<HashSet<_>>();
    let mut scope = Scope::of_endpoints(context, own);
    let mut body = String::new();
    for (index, endpoint) in group.endpoints.iter().enumerate() {
        if index > 0 {
            body.push('\n');
        }
        write_endpoint(&mut scope, endpoint, &mut body);
    }
    let mut text = HEADER.to_owned();
    let title = format!(
        "{}: endpoints of the tag.",
        markdown::code(group.name.wire())
    );
    let lines = group
        .description
        .as_deref()
        .map(markdown::lines)
        .filter(|lines| !lines.is_empty());
    docs::write_inner(&mut text, &lines.unwrap_or_else(|| vec![title]));
    text.push('\n');
    text.push_str(&scope.imports());
    text.push_str(&body);
    File {
        path: format!("{}.rs", index::module(group).0),
        text,
    }
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
            names.push(failure_name(context, endpoint));
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
    let mut items = vec![endpoint_impl(scope, endpoint)];
    if let Some(half) = endpoint.stream() {
        items.push(streamed_impl(scope, endpoint, half));
    }
    items.push(client_impl(scope, endpoint));
    items.extend(call_impl(scope, endpoint));
    let text: Vec<_> = items.into_iter().map(tokens::format).collect();
    out.push_str(&text.join("\n"));
    write_enums(scope, endpoint, out);
}

fn main_method(endpoint: &Endpoint) -> &str {
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

fn endpoint_impl(scope: &mut Scope, endpoint: &Endpoint) -> TokenStream {
    let marker = tokens::ident(endpoint.marker.as_str());
    let (trait_name, route_name) = (
        tokens::parse(&scope.runtime("Endpoint")),
        tokens::parse(&scope.runtime("Route")),
    );
    let route = route(scope, endpoint);
    let reply = tokens::parse(&reply_kind(scope, &endpoint.reply));
    let failure = tokens::parse(&failure_kind(scope, endpoint));
    quote! {
        impl #trait_name for #marker {
            const ROUTE: #route_name = #route;
            type Reply = #reply;
            type Failure = #failure;
        }
    }
}

fn route(scope: &mut Scope, endpoint: &Endpoint) -> TokenStream {
    let route = tokens::parse(&scope.runtime("Route"));
    let verb_type = tokens::parse(&scope.runtime("Verb"));
    let (name, path) = (
        tokens::text(main_method(endpoint)),
        tokens::text(&endpoint.path),
    );
    let verb = tokens::ident(verb_variant(endpoint.verb));
    let mut call = quote!(#route::new(#name, #verb_type::#verb, #path));
    if !endpoint.auth.is_empty() {
        let schemes = &scope.context.api.schemes;
        let alternatives = endpoint.auth.iter().map(|all| {
            let names = all
                .iter()
                .filter_map(|index| schemes.get(*index))
                .map(|scheme| tokens::text(&scheme.name));
            quote!(&[#(#names),*])
        });
        call = quote!(#call.auth(&[#(#alternatives),*]));
    }
    if let Some(StreamHalf {
        switch: Switch::BodyFlag(flag),
        ..
    }) = endpoint.stream()
    {
        let flag = tokens::text(flag);
        call = quote!(#call.switch(#flag));
    }
    if let Some(server) = &endpoint.server {
        let url = tokens::text(&index::filled(server));
        call = quote!(#call.server(#url));
    }
    if let Some(accept) = &endpoint.accept {
        let accept = tokens::text(accept);
        call = quote!(#call.accept(#accept));
    }
    call
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

/// How the failures of an endpoint are told.
enum Failures<'e> {
    None,
    One(&'e Item),
    ByStatus,
}

fn failures(endpoint: &Endpoint) -> Failures<'_> {
    let mut bodies = endpoint
        .failures
        .iter()
        .filter_map(|failure| failure.ty.as_ref());
    let Some(first) = bodies.next() else {
        return Failures::None;
    };
    if bodies.all(|body| body == first)
        && endpoint.failures.iter().all(|failure| failure.ty.is_some())
    {
        Failures::One(first)
    } else {
        Failures::ByStatus
    }
}

fn failure_kind(scope: &mut Scope, endpoint: &Endpoint) -> String {
    match failures(endpoint) {
        Failures::None => scope.runtime("NoFailure"),
        Failures::One(item) => json_kind(scope, item),
        Failures::ByStatus => failure_name(scope.context, endpoint),
    }
}

/// The enum of an endpoint's failures: a name that no marker has.
fn failure_name(context: &Context, endpoint: &Endpoint) -> String {
    let mut name = format!("{}Failure", endpoint.marker.as_str());
    while context.markers.contains(name.as_str()) {
        name.push_str("Body");
    }
    name
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
    let members = error_members(scope, &half.event);
    let read = is_text(scope, &half.event).then(|| {
        let error = tokens::parse(&scope.runtime("JsonError"));
        quote! {
            fn read(data: &str) -> Result<String, #error> { Ok(data.to_owned()) }
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
            #members
            #read
            #doubtful
        }
    }
}

/// Whether events are plain text.
fn is_text(scope: &Scope, event: &Item) -> bool {
    let ty = scope.context.resolve(&event.ty);
    matches!(ty, Type::Scalar(scalar) if scope.context.scalar(*scalar) == Scalar::String)
        && !event.nullable
}

/// The members that tell an error from an event, where the event has one of them itself.
fn error_members(scope: &Scope, event: &Item) -> Option<TokenStream> {
    let Type::Named(id) = scope.context.resolve(&event.ty) else {
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

fn client_impl(scope: &mut Scope, endpoint: &Endpoint) -> TokenStream {
    let client = tokens::parse(scope.client());
    let mut methods = Vec::new();
    let bodies: Vec<_> = if endpoint.bodies.is_empty() {
        vec![None]
    } else {
        endpoint.bodies.iter().map(Some).collect()
    };
    for body in &bodies {
        let suffix = body.map_or("", |body| body.suffix.as_str());
        let suffixed = |name: &str| {
            if suffix.is_empty() {
                name.to_owned()
            } else {
                format!("{name}_{suffix}")
            }
        };
        if !matches!(endpoint.reply, Reply::Stream(_)) {
            let name = if suffix.is_empty() {
                endpoint.name.source()
            } else {
                suffixed(endpoint.name.as_str())
            };
            methods.push(method(scope, endpoint, *body, &name, None));
        }
        if let Some(half) = endpoint.stream() {
            let name = if suffix.is_empty() {
                half.name.source()
            } else {
                suffixed(half.name.as_str())
            };
            methods.push(method(scope, endpoint, *body, &name, Some(half)));
        }
    }
    quote!(impl #client { #(#methods)* })
}

fn method(
    scope: &mut Scope,
    endpoint: &Endpoint,
    body: Option<&Body>,
    name: &str,
    half: Option<&StreamHalf>,
) -> TokenStream {
    let docs = tokens::docs(&method_docs(endpoint, body, half));
    let deprecated = endpoint.deprecated.then(|| quote!(#[deprecated]));
    let alias = alias(endpoint, name).map(|alias| {
        let alias = tokens::text(alias);
        quote!(#[doc(alias = #alias)])
    });
    let marker = tokens::ident(endpoint.marker.as_str());
    let call = tokens::parse(&scope.runtime("Call"));
    let returned = if half.is_some() {
        let streaming = tokens::parse(&scope.runtime("Streaming"));
        quote!(#call<#marker, #streaming>)
    } else {
        quote!(#call<#marker>)
    };
    let name = tokens::ident(name);
    let mut arguments = Vec::new();
    let mut chain = quote!(#call::new(self));
    for param in endpoint.params.iter().filter(|param| param.required) {
        let (ident, ty) = (
            tokens::ident(&param.name.source()),
            param_type(scope, &param.ty),
        );
        let value = if ty.by_value {
            quote!(&#ident)
        } else {
            quote!(#ident)
        };
        let (place, ty) = (param_place(scope, param), ty.tokens);
        arguments.push(quote!(#ident: #ty));
        chain = quote!(#chain.param(#place, #value));
    }
    let chain = match body {
        None => chain,
        Some(body) => {
            let sent = sent(scope, body);
            let (ty, steps) = (sent.ty, sent.steps);
            if body.required {
                arguments.push(quote!(request: #ty));
                quote!(#chain #steps)
            } else {
                arguments.push(quote!(request: Option<#ty>));
                quote! {
                    let call = #chain;
                    match request {
                        Some(request) => call #steps,
                        None => call,
                    }
                }
            }
        }
    };
    quote! {
        #docs
        #alias
        #deprecated
        pub fn #name(&self, #(#arguments),*) -> #returned { #chain }
    }
}

/// The operation's id for a search in the documentation, where it differs from the method and
/// rustdoc can take it.
fn alias<'e>(endpoint: &'e Endpoint, name: &str) -> Option<&'e str> {
    let id = endpoint.operation_id.as_deref()?;
    let plain = id
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "_-./:".contains(c));
    (plain && !id.is_empty() && id != name).then_some(id)
}

fn method_docs(endpoint: &Endpoint, body: Option<&Body>, half: Option<&StreamHalf>) -> Vec<String> {
    let sends = format!(
        "{}.",
        markdown::code(&format!("{} {}", verb(endpoint.verb), endpoint.path))
    );
    let said = half.map_or_else(|| endpoint.docs.clone(), |half| half_docs(endpoint, half));
    let mut lines = docs::prose(&said, &sends);
    if lines.first() != Some(&sends) {
        docs::paragraph(&mut lines, &sends);
    }
    if let Some(body) = body.filter(|body| !body.suffix.is_empty()) {
        let media = markdown::code(&body.media);
        docs::paragraph(&mut lines, &format!("The body travels as {media}."));
    }
    let required = endpoint.params.iter().filter(|param| param.required);
    let arguments: Vec<_> = required.filter_map(argument_line).collect();
    list(&mut lines, "", &arguments);
    // An enum of failures says more of each of them.
    if !matches!(failures(endpoint), Failures::ByStatus) {
        push_failures(&mut lines, &endpoint.failures);
    }
    docs::push_examples(&mut lines, &said);
    lines
}

/// A list with its own head, if there is anything in it.
fn list(lines: &mut Vec<String>, head: &str, items: &[String]) {
    if items.is_empty() {
        return;
    }
    if !head.is_empty() {
        docs::paragraph(lines, head);
    }
    docs::paragraph(lines, &items.join("\n"));
}

/// What is said of a stream half; the endpoint's own words where the half has none.
fn half_docs(endpoint: &Endpoint, half: &StreamHalf) -> Docs {
    let mut said = half.docs.clone();
    said.title = half
        .summary
        .clone()
        .or(said.title)
        .or_else(|| endpoint.docs.title.clone());
    said.text = said.text.or_else(|| endpoint.docs.text.clone());
    said
}

/// What an argument is, in one line.
fn argument_line(param: &Param) -> Option<String> {
    let text = param.docs.text.as_deref().or(param.docs.title.as_deref())?;
    let text = markdown::line(text);
    (!text.is_empty()).then(|| format!("- {}: {text}", markdown::code(param.name.as_str())))
}

fn push_failures(lines: &mut Vec<String>, failures: &[Failure]) {
    let said = failures.iter().map(failure_line);
    let short = format!(
        "Failures by status: {}.",
        said.clone().collect::<Vec<_>>().join("; ")
    );
    if failures.is_empty() {
        return;
    }
    if short.len() <= 100 {
        docs::paragraph(lines, &short);
    } else {
        let items: Vec<_> = said.map(|line| format!("- {line}")).collect();
        list(lines, "Failures by status:", &items);
    }
}

/// A status and what it means, in one line.
fn failure_line(failure: &Failure) -> String {
    let status = status_text(failure.status);
    let text = failure.description.as_deref().map(markdown::line);
    match text.filter(|text| !text.is_empty()) {
        Some(text) => format!("{status}: {text}"),
        None => status,
    }
}

fn status_text(status: StatusRange) -> String {
    match status {
        StatusRange::Exact(code) => format!("`{code}`"),
        StatusRange::Class(class) => format!("`{class}XX`"),
        StatusRange::Default => "any other".to_owned(),
    }
}

/// The type of a value that is only looked at.
struct Borrowed {
    tokens: TokenStream,
    by_value: bool,
}

fn param_type(scope: &mut Scope, item: &Item) -> Borrowed {
    let reference = |tokens: TokenStream| Borrowed {
        tokens,
        by_value: false,
    };
    match scope.context.resolve(&item.ty) {
        Type::Scalar(scalar) => match scope.context.scalar(*scalar) {
            Scalar::String => reference(quote!(&str)),
            scalar => {
                let ty = tokens::parse(&scope.ty(&Type::Scalar(scalar)));
                if is_copied(scalar) {
                    Borrowed {
                        tokens: ty,
                        by_value: true,
                    }
                } else {
                    reference(quote!(&#ty))
                }
            }
        },
        Type::List(inner) => {
            let text = matches!(scope.context.resolve(&inner.ty), Type::Scalar(scalar) if scope.context.scalar(*scalar) == Scalar::String);
            if text && !inner.nullable {
                return reference(quote!(&[&str]));
            }
            let inner = tokens::parse(&scope.item(inner));
            reference(quote!(&[#inner]))
        }
        Type::Named(_) | Type::Map(_) | Type::Json => {
            let ty = tokens::parse(&scope.ty(&item.ty));
            reference(quote!(&#ty))
        }
    }
}

/// Whether an argument that is only looked at is copied.
fn is_copied(scalar: Scalar) -> bool {
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
fn param_place(scope: &mut Scope, param: &Param) -> TokenStream {
    let (constructor, style, explode) = match param.place {
        ParamPlace::Path => ("path", ParamStyle::Simple, false),
        ParamPlace::Query => ("query", ParamStyle::Form, true),
        ParamPlace::Header => ("header", ParamStyle::Simple, false),
        ParamPlace::Cookie => ("cookie", ParamStyle::Form, true),
    };
    let param_type = tokens::parse(&scope.runtime("Param"));
    let (constructor, name) = (tokens::ident(constructor), tokens::text(param.name.wire()));
    let mut place = quote!(#param_type::#constructor(#name));
    if param.style != style {
        let styles = tokens::parse(&scope.runtime("Style"));
        let style = tokens::ident(style_variant(param.style));
        place = quote!(#place.style(#styles::#style));
    }
    if param.explode != explode {
        let explode = param.explode;
        place = quote!(#place.explode(#explode));
    }
    if param.reserved {
        place = quote!(#place.reserved());
    }
    place
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
struct Sent {
    ty: TokenStream,
    steps: TokenStream,
}

fn sent(scope: &mut Scope, body: &Body) -> Sent {
    let media = tokens::text(&body.media);
    match &body.kind {
        BodyKind::Json(item) => {
            let (ty, value) = looked_at(scope, item);
            let check = check(scope, &item.ty);
            let steps = if body.media == "application/json" {
                quote!(#check.json(#value))
            } else {
                quote!(#check.json_as(#media, #value))
            };
            Sent { ty, steps }
        }
        BodyKind::Form(ty, styles) => {
            let styles: Vec<_> = styles
                .iter()
                .map(|style| member_style(scope, style))
                .collect();
            object_body(scope, ty, |value| quote!(.form(#value, &[#(#styles),*])))
        }
        BodyKind::Multipart(ty, media) => {
            let media = media.iter().map(|(name, media)| {
                let (name, media) = (tokens::text(name), tokens::text(media));
                quote!((#name, #media))
            });
            object_body(
                scope,
                ty,
                |value| quote!(.multipart(#value, &[#(#media),*])),
            )
        }
        BodyKind::Text => Sent {
            ty: quote!(impl Into<String>),
            steps: if body.media == "text/plain" {
                quote!(.text(request))
            } else {
                quote!(.bytes(#media, request.into()))
            },
        },
        BodyKind::Bytes => Sent {
            ty: quote!(impl Into<bytes::Bytes>),
            steps: quote!(.bytes(#media, request)),
        },
    }
}

/// A body that is made of an object's members.
fn object_body(
    scope: &mut Scope,
    ty: &Type,
    step: impl FnOnce(TokenStream) -> TokenStream,
) -> Sent {
    let item = Item {
        ty: ty.clone(),
        nullable: false,
    };
    let (tokens, value) = looked_at(scope, &item);
    let check = check(scope, ty);
    let step = step(value);
    Sent {
        ty: tokens,
        steps: quote!(#check #step),
    }
}

fn member_style(scope: &mut Scope, style: &MemberStyle) -> TokenStream {
    let (name, explode) = (tokens::text(&style.wire), style.explode);
    let styles = tokens::parse(&scope.runtime("Style"));
    let variant = tokens::ident(style_variant(style.style));
    quote!((#name, #styles::#variant, #explode))
}

fn looked_at(scope: &mut Scope, item: &Item) -> (TokenStream, TokenStream) {
    let borrowed = param_type(scope, item);
    let ty = borrowed.tokens;
    match (item.nullable, borrowed.by_value) {
        (true, _) => (quote!(Option<#ty>), quote!(&request)),
        (false, true) => (ty, quote!(&request)),
        (false, false) => (ty, quote!(request)),
    }
}

/// The rules that only strict clients keep.
fn check(scope: &mut Scope, ty: &Type) -> Option<TokenStream> {
    let Type::Named(id) = scope.context.resolve(ty) else {
        return None;
    };
    let Shape::Struct(shape) = &scope.context.api.types.get(*id).shape else {
        return None;
    };
    let expects = shape
        .rules
        .iter()
        .any(|rule| matches!(rule, Rule::ExpectOne(_)));
    expects.then(|| {
        let expected = tokens::parse(&scope.runtime("expected"));
        quote!(.check(|strict| #expected(request, strict)))
    })
}

/// The setters of optional parameters.
fn call_impl(scope: &mut Scope, endpoint: &Endpoint) -> Option<TokenStream> {
    let optional: Vec<_> = endpoint
        .params
        .iter()
        .filter(|param| !param.required)
        .collect();
    if optional.is_empty() {
        return None;
    }
    let setters: Vec<_> = optional
        .into_iter()
        .map(|param| setter(scope, param))
        .collect();
    let call = tokens::parse(&scope.runtime("Call"));
    let marker = tokens::ident(endpoint.marker.as_str());
    Some(quote!(impl<M> #call<#marker, M> { #(#setters)* }))
}

fn setter(scope: &mut Scope, param: &Param) -> TokenStream {
    let mut lines = docs::lines(
        &param.docs,
        &format!("Sets {}.", markdown::code(param.name.wire())),
    );
    if let Some(default) = &param.default {
        docs::push_notes(
            &mut lines,
            &[format!("Server default: {}", markdown::code(default))],
        );
    }
    let docs = tokens::docs(&lines);
    let deprecated = param.deprecated.then(|| quote!(#[deprecated]));
    let source = param.name.source();
    let name = tokens::ident(&source);
    let ty = param_type(scope, &param.ty);
    let value = if ty.by_value {
        quote!(&#name)
    } else {
        quote!(#name)
    };
    let (place, ty) = (param_place(scope, param), ty.tokens);
    quote! {
        #docs
        #deprecated
        pub fn #name(self, #name: #ty) -> Self { self.param(#place, #value) }
    }
}

/// The enums of answers and failures by status.
fn write_enums(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let method = main_method(endpoint);
    if let Reply::ByStatus { name, cases } = &endpoint.reply {
        let head = format!("What [`Client::{method}`](crate::Client::{method}) brings, by status.");
        let cases = cases.iter().map(|case| reply_case(scope, case)).collect();
        write_enum(scope, &head, "reply", name.as_str(), cases, out);
    }
    if matches!(failures(endpoint), Failures::ByStatus) {
        let head = format!(
            "What failures of [`Client::{method}`](crate::Client::{method}) bring, by status."
        );
        let name = failure_name(scope.context, endpoint);
        let cases = failure_cases(scope, &endpoint.failures);
        write_enum(scope, &head, "failure", &name, cases, out);
    }
}

/// A variant of an enum by status.
struct Case {
    status: StatusRange,
    variant: String,
    docs: Vec<String>,
    /// The payload's type and the runtime's word for its kind.
    payload: Option<(String, &'static str)>,
}

fn reply_case(scope: &mut Scope, case: &ReplyCase) -> Case {
    let payload = match &case.body {
        Reply::Json(item) => Some((scope.item(item), "Json")),
        Reply::Text => Some(("String".to_owned(), "Text")),
        Reply::Bytes => Some(("bytes::Bytes".to_owned(), "Raw")),
        // The model promises that the others do not occur here.
        Reply::Empty | Reply::ByStatus { .. } | Reply::Stream(_) | Reply::Chosen { .. } => None,
    };
    Case {
        status: case.status,
        variant: case.name.as_str().to_owned(),
        docs: case_docs(case.status, case.description.as_deref()),
        payload,
    }
}

fn failure_cases(scope: &mut Scope, failures: &[Failure]) -> Vec<Case> {
    failures
        .iter()
        .map(|failure| Case {
            status: failure.status,
            variant: VariantName::new(&failure.status.words())
                .as_str()
                .to_owned(),
            docs: case_docs(failure.status, failure.description.as_deref()),
            payload: failure.ty.as_ref().map(|item| (scope.item(item), "Json")),
        })
        .collect()
}

fn case_docs(status: StatusRange, description: Option<&str>) -> Vec<String> {
    let status = match status {
        StatusRange::Default => "Any other status".to_owned(),
        status => status_text(status),
    };
    match description
        .map(markdown::lines)
        .filter(|lines| !lines.is_empty())
    {
        Some(mut lines) => {
            lines.insert(0, String::new());
            lines.insert(0, format!("{status}."));
            lines
        }
        None => vec![format!("{status}.")],
    }
}

fn write_enum(
    scope: &mut Scope,
    head: &str,
    word: &str,
    name: &str,
    mut cases: Vec<Case>,
    out: &mut String,
) {
    cases.sort_by_key(|case| case.status);
    out.push('\n');
    docs::write(out, "", &[head.to_owned()]);
    let _ = writeln!(
        out,
        "#[derive(Debug, Clone, PartialEq)]\n#[non_exhaustive]\npub enum {name} {{"
    );
    let mut rows = Vec::new();
    for case in &cases {
        docs::write(out, "    ", &case.docs);
        let status = match case.status {
            StatusRange::Exact(code) => code.to_string(),
            StatusRange::Class(class) => format!("class {class}"),
            StatusRange::Default => "default".to_owned(),
        };
        let variant = &case.variant;
        if let Some((ty, kind)) = &case.payload {
            let _ = writeln!(out, "    {variant}({ty}),");
            rows.push(format!("{status} => {variant}({kind})"));
        } else {
            let _ = writeln!(out, "    {variant},");
            rows.push(format!("{status} => {variant}"));
        }
    }
    out.push_str("}\n\n");
    let answers = scope.macro_name("answers");
    layout::group(
        out,
        "",
        &format!("{answers}! {{ {word} {name} {{"),
        &rows,
        "} }",
    );
}
