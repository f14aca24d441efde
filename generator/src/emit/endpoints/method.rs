//! The methods of endpoints: calls on the client, and setters of optional parameters.

use super::argument::{converted, param_place, param_type, sent};
use super::{failure, success};
use crate::emit::code::{self, Chain};
use crate::emit::kept::Kept;
use crate::emit::scope::Scope;
use crate::emit::{docs, examples, layout, markdown};
use crate::ir::{Body, Docs, Endpoint, Framing, Item, Param, Reply, StreamHalf, Switch, Type};
use std::fmt::Write as _;

/// How far the members of an `impl` are indented.
const INDENT: &str = "    ";

/// Writes the methods of the client that begin the calls of these endpoints.
pub(super) fn write(scope: &mut Scope, endpoints: &[Endpoint], out: &mut String) {
    let _ = writeln!(out, "impl {} {{", scope.client());
    let mut first = true;
    for endpoint in endpoints {
        for method in methods(endpoint) {
            if !std::mem::take(&mut first) {
                out.push('\n');
            }
            write_method(scope, endpoint, &method, out);
        }
    }
    out.push_str("}\n");
}

/// A method that begins a call.
pub(super) struct Method<'e> {
    /// Its name as source text.
    pub(super) name: String,
    /// What it sends.
    pub(super) body: Option<&'e Body>,
    /// The stream that it begins, if it begins one.
    pub(super) half: Option<&'e StreamHalf>,
}

/// The methods of an endpoint: for each body the one for a whole answer and the one for a stream.
pub(super) fn methods(endpoint: &Endpoint) -> Vec<Method<'_>> {
    let bodies: Vec<_> = if endpoint.bodies.is_empty() {
        vec![None]
    } else {
        endpoint.bodies.iter().map(Some).collect()
    };
    let mut methods = Vec::new();
    for body in bodies {
        let named = |source: String, plain: &str| match body {
            Some(body) if !body.suffix.is_empty() => format!("{plain}_{}", body.suffix),
            _ => source,
        };
        if !matches!(endpoint.reply, Reply::Stream(_)) {
            let name = named(endpoint.name.source(), endpoint.name.as_str());
            let half = None;
            methods.push(Method { name, body, half });
        }
        if let Some(half) = endpoint.stream() {
            let name = named(half.name.source(), half.name.as_str());
            let half = Some(half);
            methods.push(Method { name, body, half });
        }
    }
    methods
}

fn write_method(scope: &mut Scope, endpoint: &Endpoint, method: &Method, out: &mut String) {
    let lines = method_docs(scope, endpoint, method);
    docs::write(out, INDENT, &lines);
    if let Some(alias) = alias(endpoint, &method.name) {
        let _ = writeln!(out, "{INDENT}#[doc(alias = {})]", layout::literal(alias));
    }
    if endpoint.deprecated {
        let _ = writeln!(out, "{INDENT}#[deprecated]");
    }
    let (marker, call) = (endpoint.marker.as_str(), scope.runtime("Call"));
    let returned = match method.half {
        Some(_) => format!("{call}<{marker}, {}>", scope.runtime("Streaming")),
        None => format!("{call}<{marker}>"),
    };
    let mut arguments = vec!["&self".to_owned()];
    let mut chain = Chain::new(&format!("{call}::new"), ["self".into()]);
    for param in endpoint.params.iter().filter(|param| param.required) {
        let name = param.name.source();
        let ty = param_type(scope, &param.ty);
        let value = ty.looked_at(&name);
        arguments.push(format!("{name}: {}", ty.ty));
        chain = chain.call("param", [param_place(scope, param), value.into()]);
    }
    let sent = method.body.map(|body| (body, sent(scope, body)));
    if let Some((body, sent)) = &sent {
        arguments.push(format!("request: {}", sent.argument(body)));
    }
    let lifetime = if arguments.iter().any(|argument| argument.contains("&'a ")) {
        "<'a>"
    } else {
        ""
    };
    let name = format!("{}{lifetime}", method.name);
    code::signature(4, &name, &arguments, &returned, out);
    match sent {
        None => chain.write(8, "", "", out),
        Some((body, sent)) if body.required => chain.then(sent.steps).write(8, "", "", out),
        Some((body, sent)) => {
            let given = if sent.option(body).starts_with("impl ") {
                "request.into()"
            } else {
                "request"
            };
            write_choice(&chain, sent.steps, given, out);
        }
    }
    let _ = writeln!(out, "{INDENT}}}");
}

/// The body of a method whose request may be left out.
fn write_choice(chain: &Chain, steps: Chain, request: &str, out: &mut String) {
    chain.write(8, "let call = ", ";", out);
    let _ = writeln!(out, "        match {request} {{");
    let (some, given) = ("Some(request) => ", Chain::on("call", steps));
    if given.fits(12, some.len() + 1) {
        given.write(12, some, ",", out);
    } else {
        let _ = writeln!(out, "            {some}{{");
        given.write(16, "", "", out);
        out.push_str("            }\n");
    }
    out.push_str("            None => call,\n        }\n");
}

/// The operation's id for a search in the documentation, where the method does not begin with it
/// and rustdoc can take it.
fn alias<'e>(endpoint: &'e Endpoint, name: &str) -> Option<&'e str> {
    let id = endpoint.operation_id.as_deref()?;
    let plain = id
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || "_-./:".contains(c));
    let found = name.trim_start_matches("r#").starts_with(id);
    (plain && !id.is_empty() && !found).then_some(id)
}

fn method_docs(scope: &mut Scope, endpoint: &Endpoint, method: &Method) -> Vec<String> {
    let half = method.half;
    let route = markdown::code(&format!("{} {}", super::verb(endpoint.verb), endpoint.path));
    let said = half.map(|half| half_docs(endpoint, half));
    let said = said.as_ref().unwrap_or(&endpoint.docs);
    let brings = brings(scope, endpoint, half);
    let mut facts = success::sentences(&route, brings.as_deref(), endpoint, said);
    if let Some(body) = method.body.filter(|body| !body.suffix.is_empty()) {
        let media = markdown::code(&body.media);
        facts.push(format!("The body travels as {media}."));
    }
    if half.is_some_and(|half| half.switch == Switch::Accept) && method.body.is_some() {
        facts.push("`Accept` alone asks for the stream: the body goes as it is given.".to_owned());
    }
    facts.extend(half.and_then(of_lines));
    let failures = failure::told(scope, endpoint);
    facts.extend(failures.short);
    facts.extend(success::plain_headers(endpoint));
    let mut lines = docs::prose(said, "");
    docs::paragraph(&mut lines, &docs::filled(&facts));
    let required = endpoint.params.iter().filter(|param| param.required);
    let body = method.body.and_then(|body| body_line(body, &lines));
    let arguments: Vec<_> = required.filter_map(argument_line).chain(body).collect();
    list(&mut lines, "", &arguments);
    list(
        &mut lines,
        "Headers of the answer:",
        &success::told_headers(endpoint),
    );
    list(&mut lines, &failures.head, &failures.items);
    let sent = method.body.map_or(&[][..], |body| &body.docs.examples);
    docs::push_call_examples(&mut lines, sent, &said.examples);
    lines
}

/// What a call brings, as a link where it has a name.
fn brings(scope: &mut Scope, endpoint: &Endpoint, half: Option<&StreamHalf>) -> Option<String> {
    if let Some(half) = half {
        return Some(if super::is_text(scope, half) {
            "a stream of texts".to_owned()
        } else {
            format!("a stream of {}", link(scope, &half.event))
        });
    }
    let nothing = (endpoint.undescribed && matches!(endpoint.reply, Reply::Empty))
        .then(|| "no described body; `send_with_meta` has what comes".to_owned());
    whole(scope, &endpoint.reply).or(nothing)
}

fn whole(scope: &mut Scope, reply: &Reply) -> Option<String> {
    match reply {
        Reply::Empty => None,
        Reply::Json(item) => Some(link(scope, item)),
        Reply::Text => Some("text".to_owned()),
        Reply::Bytes | Reply::Stream(_) => Some("bytes".to_owned()),
        Reply::ByStatus { name, .. } => Some(format!("[`{}`]", name.as_str())),
        Reply::Chosen { whole, .. } => self::whole(scope, whole),
    }
}

/// A type in documentation: a link where it is or holds a type of the API.
pub(super) fn link(scope: &mut Scope, item: &Item) -> String {
    let text = scope.item(item);
    let mut named = None;
    item.ty.ids(&mut |id| named = Some(id));
    match named.map(|id| scope.named(id)) {
        Some(target) if target == text => format!("[`{text}`]"),
        Some(target) => format!("[`{text}`]({target})"),
        None => markdown::code(&text),
    }
}

/// A list with its own head, if there is anything in it.
pub(super) fn list(lines: &mut Vec<String>, head: &str, items: &[String]) {
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
    said.text.clone_from(&endpoint.docs.text);
    if said.links.is_empty() {
        said.links.clone_from(&endpoint.docs.links);
    }
    said
}

/// What is said of a file of lines that has no schema for a line.
fn of_lines(half: &StreamHalf) -> Option<String> {
    let is_file = half.framing == Framing::JsonLines && half.event.ty == Type::Json;
    is_file.then(|| {
        let text = half.docs.text.as_deref().map(markdown::line);
        let text = text.map(|text| format!("{} ", docs::closed(text)));
        format!("{}Each line is one JSON value.", text.unwrap_or_default())
    })
}

/// What an argument is and may be, in one line.
fn argument_line(param: &Param) -> Option<String> {
    let text = param.docs.text.as_deref().or(param.docs.title.as_deref());
    let text = text.map(markdown::line).filter(|text| !text.is_empty());
    let notes = param.docs.notes.iter().cloned();
    let deprecated = param.deprecated.then(|| "Deprecated.".to_owned());
    let default = param.default.as_deref().map(default_note);
    let notes = notes.chain(deprecated).chain(default);
    let said: Vec<_> = text
        .into_iter()
        .map(docs::closed)
        .chain(notes)
        .chain(example(param))
        .collect();
    (!said.is_empty()).then(|| {
        let name = markdown::code(param.name.as_str());
        format!("- {name}: {}", said.join(" "))
    })
}

/// What the document says of a body, unless the method's documentation says it already.
fn body_line(body: &Body, lines: &[String]) -> Option<String> {
    let text = markdown::line(body.docs.text.as_deref()?);
    let said = text.is_empty() || docs::is_said(&text, lines);
    (!said).then(|| format!("- `request`: {text}"))
}

/// What the server takes where nothing is sent.
fn default_note(default: &str) -> String {
    format!("Server default: {}.", markdown::code(default))
}

fn example(param: &Param) -> Option<String> {
    let example = examples::of_argument(param)?;
    Some(format!("Example: {}.", markdown::code(&example.json)))
}

/// The setters of optional parameters.
pub(super) fn write_setters(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let optional = endpoint.params.iter().filter(|param| !param.required);
    for (index, param) in optional.clone().enumerate() {
        if index == 0 {
            let (call, marker) = (scope.runtime("Call"), endpoint.marker.as_str());
            let _ = writeln!(out, "\nimpl<M> {call}<{marker}, M> {{");
        } else {
            out.push('\n');
        }
        write_setter(scope, param, out);
    }
    if optional.count() > 0 {
        out.push_str("}\n");
    }
}

/// What a setter sets: prose and, in its line where they fit, the facts about it.
fn setter_docs(scope: &Scope, param: &Param) -> Vec<String> {
    let (name, wire) = (param.name.as_str(), param.name.wire());
    let fallback = || format!("Sets {}.", markdown::code(wire));
    let prose = Docs {
        title: param.docs.title.clone(),
        text: param.docs.text.clone(),
        ..Docs::default()
    };
    let fallback = scope.context.unless_said(name, wire, fallback);
    let mut lines = docs::member(&prose, wire, &fallback);
    let example = example(param).filter(|_| {
        let [only] = &param.docs.examples[..] else {
            return false;
        };
        only.name.is_none() && only.summary.is_none()
    });
    let is_told = example.is_some();
    let notes = param.docs.notes.iter().cloned();
    let facts = notes
        .chain(param.default.as_deref().map(default_note))
        .chain(example);
    docs::push_beside(&mut lines, &facts.collect::<Vec<_>>());
    docs::push_links(&mut lines, &param.docs.links);
    if !is_told {
        docs::push_examples(&mut lines, &param.docs.examples);
    }
    lines
}

fn write_setter(scope: &mut Scope, param: &Param, out: &mut String) {
    let lines = setter_docs(scope, param);
    docs::write(out, INDENT, &lines);
    if param.deprecated {
        let _ = writeln!(out, "{INDENT}#[deprecated]");
    }
    let name = param.name.source();
    let (ty, value) = match converted(scope, &param.ty) {
        None => {
            let ty = param_type(scope, &param.ty);
            let value = ty.looked_at(&name);
            (ty.ty, value)
        }
        Some(kept) => {
            let given = scope.runtime("given");
            let value = match &kept {
                Kept::Plain(ty) | Kept::Into(ty) => format!("&{given}::plain::<{ty}>({name})"),
                Kept::List { item, .. } => format!("&{given}::list::<{item}>({name})"),
            };
            (kept.argument(), value)
        }
    };
    let arguments = ["self".to_owned(), format!("{name}: {ty}")];
    code::signature(4, &name, &arguments, "Self", out);
    let place = param_place(scope, param);
    Chain::new("self.param", [place, value.into()]).write(8, "", "", out);
    let _ = writeln!(out, "{INDENT}}}");
}
