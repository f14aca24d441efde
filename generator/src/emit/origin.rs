//! Servers and credentials, as the document describes them.

use super::{docs, markdown};
use crate::ir::{Api, Scheme, Server, ServerVariable};

/// Where more is to be read, the servers, where there is a choice among them or more to say than a URL,
/// and the credentials of which the document says something.
pub(crate) fn push(lines: &mut Vec<String>, api: &Api) {
    docs::push_links(lines, &api.info.links);
    let plain = |server: &Server| server.variables.is_empty() && server.description.is_none();
    if api.servers.len() > 1 || !api.servers.iter().all(plain) {
        list(lines, "Servers:", api.servers.iter().map(server));
    }
    list(lines, "Credentials:", api.schemes.iter().filter_map(scheme));
}

fn list(lines: &mut Vec<String>, head: &str, items: impl Iterator<Item = String>) {
    let items: Vec<_> = items.map(|item| format!("- {item}")).collect();
    if !items.is_empty() {
        docs::paragraph(lines, head);
        docs::paragraph(lines, &items.join("\n"));
    }
}

fn server(server: &Server) -> String {
    let url = markdown::code(&server.url);
    let description = server.description.as_deref().map(markdown::line);
    let retired = server.retired.iter().map(|day| format!("Ended on {day}."));
    let open = (!server.has_host()).then(|| "The base URL has to be given.".to_owned());
    let said = description
        .map(docs::closed)
        .into_iter()
        .chain(retired)
        .chain(open);
    let variables = server.variables.iter();
    let said: Vec<_> = said
        .chain(variables.map(|one| variable(server, one)))
        .collect();
    if said.is_empty() {
        url
    } else {
        format!("{url}: {}", said.join(" "))
    }
}

/// ``Variable `region`, `eu` unless said, else `us`: Where the data is.``
fn variable(server: &Server, variable: &ServerVariable) -> String {
    let name = markdown::code(&variable.name);
    let default = markdown::code(&variable.default);
    let others = variable
        .words
        .iter()
        .filter(|word| **word != variable.default);
    let others: Vec<_> = others.map(|word| markdown::code(word)).collect();
    let values = match &others[..] {
        [] if !server.has_host() => String::new(),
        [] => format!(", {default} unless said"),
        others => format!(", {default} unless said, else {}", others.join(", ")),
    };
    let text = variable.description.as_deref().map(markdown::line);
    let text = text.map_or_else(
        || ".".to_owned(),
        |text| format!(": {}", docs::closed(text)),
    );
    format!("Variable {name}{values}{text}")
}

fn scheme(scheme: &Scheme) -> Option<String> {
    let text = markdown::line(scheme.description.as_deref()?);
    let name = markdown::code(&scheme.name);
    (!text.is_empty()).then(|| format!("{name}: {}", docs::closed(text)))
}
