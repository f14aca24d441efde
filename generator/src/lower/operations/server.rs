//! Servers and the variables of their URLs.

use super::fault::{fault, read};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Server, ServerVariable};
use crate::lower::context::Context;
use crate::openapi::keywords::Object;
use crate::source::Site;

/// The servers listed under `servers` of `site`: the document, a path item or an operation.
pub(super) fn servers<'d>(cx: &mut Context<'d>, site: &Site<'d>) -> Vec<Server> {
    let Some(list) = site.get("servers") else {
        return Vec::new();
    };
    list.elements()
        .filter_map(|site| server(cx, &site))
        .collect()
}

/// The server of an operation's own, unless it is the document's.
pub(super) fn own<'d>(
    cx: &mut Context<'d>,
    owners: &[&Site<'d>],
    document: &[Server],
) -> Option<Server> {
    let owner = owners.iter().find(|site| {
        site.get("servers")
            .is_some_and(|list| !list.node.elements().is_empty())
    })?;
    let mut own = servers(cx, owner);
    if own.is_empty() || own == document {
        return None;
    }
    if own.len() > 1 {
        let place = owner
            .get("servers")
            .map_or_else(|| owner.place.clone(), |site| site.place);
        let message = "only the first of these servers is called".to_owned();
        cx.report.push(
            Diagnostic::note(Code::Server, place, message)
                .help("set another one as the base URL of a client"),
        );
    }
    let first = own.swap_remove(0);
    (document.first() != Some(&first)).then_some(first)
}

fn server<'d>(cx: &mut Context<'d>, site: &Site<'d>) -> Option<Server> {
    let form: openapiv3::Server = read(cx, site, Object::Server, &[])?;
    let variables = site.get("variables").map_or_else(Vec::new, |map| {
        map.members()
            .filter_map(|(name, site)| variable(cx, name, &site))
            .collect()
    });
    let server = Server {
        url: form.url,
        description: form.description,
        variables,
        retired: site
            .node
            .get("x-retired")
            .and_then(|node| node.as_str())
            .map(str::to_owned),
    };
    agree(cx, site, &server);
    Some(server)
}

fn variable<'d>(cx: &mut Context<'d>, name: &str, site: &Site<'d>) -> Option<ServerVariable> {
    let form: openapiv3::ServerVariable = read(cx, site, Object::ServerVariable, &[])?;
    if !form.enumeration.is_empty() && !form.enumeration.contains(&form.default) {
        let message = format!("the default of `{name}` is none of the values it may have");
        let place = super::fault::place_of(site, "default");
        let fault = fault(cx, Code::Server, &place, message);
        cx.report
            .push(fault.help("add it to `enum`, or take one of `enum` as the default"));
    }
    Some(ServerVariable {
        name: name.to_owned(),
        default: form.default,
        words: form.enumeration,
        description: form.description,
    })
}

/// Holds the variables in the URL against the declared ones.
fn agree<'d>(cx: &mut Context<'d>, site: &Site<'d>, server: &Server) {
    let used = super::template::variables(&server.url);
    for name in &used {
        if !server
            .variables
            .iter()
            .any(|variable| variable.name == *name)
        {
            let message = format!("the URL has a variable `{name}` that is not declared");
            let place = super::fault::place_of(site, "url");
            let fault = fault(cx, Code::Server, &place, message);
            cx.report.push(fault.help(format!(
                "declare `{name}` under `variables`, with a default"
            )));
        }
    }
    for variable in &server.variables {
        if !used.contains(&variable.name.as_str()) {
            let message = format!("the URL has no variable `{}`", variable.name);
            let place = site
                .get("variables")
                .and_then(|map| map.get(&variable.name))
                .map_or_else(|| site.place.clone(), |site| site.place);
            let warning = Diagnostic::warning(Code::Server, place, message).at_key();
            cx.report
                .push(warning.help(format!("write `{{{}}}` into the URL", variable.name)));
        }
    }
}
