//! From operations to endpoints: the table of contents of the other files about them.

mod body;
mod failure;
mod fault;
mod find;
mod group;
mod media;
mod method;
mod param;
mod prose;
mod reply;
mod response;
mod security;
mod select;
mod server;
mod stream;
mod switch;
mod template;

use super::context::Context;
use super::hint::Hint;
use super::names::distinct;
use crate::ir::{Api, Docs, Endpoint, MethodName, Reply, Scheme, Server, TypeName, reserved};
use find::Found;
use foldhash::HashSet;
pub use select::Selector;

/// Lowers servers, security schemes and every wanted operation into `api`.
pub(super) fn operations(cx: &mut Context<'_>, api: &mut Api) {
    let root = cx.document.root();
    api.servers = server::servers(cx, &root);
    api.schemes = security::schemes(cx);
    let found = find::operations(cx);
    let names = method::names(cx, &found);
    let wanted = select::select(cx, found.into_iter().zip(names).collect());
    let mut tags = Vec::with_capacity(wanted.len());
    let mut endpoints = Vec::with_capacity(wanted.len());
    for (found, name) in &wanted {
        tags.push(group::of(cx, found));
        endpoints.push(endpoint(cx, found, name, &api.schemes, &api.servers));
    }
    method::settle(endpoints.iter_mut());
    switch::settle(cx, &mut endpoints);
    api.groups = group::gather(cx, &tags, endpoints);
}

fn endpoint<'d>(
    cx: &mut Context<'d>,
    found: &Found<'d>,
    name: &MethodName,
    schemes: &[Scheme],
    servers: &[Server],
) -> Endpoint {
    let hint = Hint::root(name.as_str());
    let (params, path) = param::params(cx, found, &hint);
    let bodies = body::bodies(cx, found, &hint);
    let responses = response::responses(cx, found);
    let outcome = reply::reply(cx, found, &responses.successes, name, &hint);
    let mut docs = docs(found);
    docs.examples = outcome.examples;
    let mut owners = vec![&found.site];
    owners.extend(&found.around);
    Endpoint {
        name: name.clone(),
        marker: TypeName::new(name.as_str()),
        operation_id: found.id().map(str::to_owned),
        verb: found.verb,
        path,
        deprecated: found.words.deprecated,
        params,
        bodies,
        reply: outcome.reply,
        undescribed: outcome.undescribed,
        success: success(&responses.successes),
        accept: outcome.accept,
        headers: response::headers(cx, &responses.successes, &hint),
        failures: failure::failures(cx, &responses.others, &hint),
        auth: security::requirements(cx, &found.site, schemes, &mut docs),
        server: server::own(cx, &owners, servers),
        docs,
        place: found.site.place.clone(),
    }
}

/// What is said of the only success, beyond the name of its status.
fn success(successes: &[response::Response<'_>]) -> Option<String> {
    let [only] = successes else { return None };
    let name = only.status.words();
    reply::description(only).filter(|text| !text.eq_ignore_ascii_case(&name))
}

/// The operation's prose; where it says nothing, its path's.
fn docs(found: &Found<'_>) -> Docs {
    let mut docs = super::docs::of_node(found.site.node);
    let shared = |key: &str| {
        found
            .shared(key)
            .and_then(|site| site.node.as_str().map(str::to_owned))
    };
    docs.title = found.words.summary.clone().or_else(|| shared("summary"));
    docs.text = found
        .words
        .description
        .clone()
        .or_else(|| shared("description"));
    docs
}

/// Gives markers and answers by status names that no type has; to be called when types have theirs.
pub(super) fn settle(api: &mut Api) {
    let mut used: HashSet<String> = api
        .types
        .iter()
        .map(|(_, def)| def.name.as_str().to_owned())
        .collect();
    used.extend(reserved::MARKERS.iter().map(|name| (*name).to_owned()));
    let mut endpoints: Vec<&mut Endpoint> = api
        .groups
        .iter_mut()
        .flat_map(|group| &mut group.endpoints)
        .collect();
    let markers = endpoints.iter_mut().map(|endpoint| &mut endpoint.marker);
    distinct(markers, "", &[]);
    for endpoint in &mut endpoints {
        endpoint.marker = free(&mut used, endpoint.marker.clone(), "Endpoint");
    }
    for endpoint in endpoints {
        let reply = match &mut endpoint.reply {
            Reply::Chosen { whole, .. } => whole,
            reply => reply,
        };
        if let Reply::ByStatus { name, .. } = reply {
            *name = free(&mut used, name.clone(), "ByStatus");
        }
    }
}

/// The name itself, or with a suffix, or with the suffix and a number.
fn free(used: &mut HashSet<String>, name: TypeName, suffix: &str) -> TypeName {
    let numbered = (2..).map(|number| format!("{suffix}{number}"));
    let mut choices = [String::new(), suffix.to_owned()]
        .into_iter()
        .chain(numbered);
    let free = choices.find_map(|suffix| {
        let name = name.suffixed(&suffix);
        used.insert(name.as_str().to_owned()).then_some(name)
    });
    free.unwrap_or(name)
}
