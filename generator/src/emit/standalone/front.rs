//! The first page of a standalone crate: what the API is, the first call, and where the rest is found.

use super::super::{docs, index, markdown};
use super::{Standalone, first};
use crate::emit::scope::Context;
use crate::ir::{Api, Scheme, SchemeKind};

/// The lines above everything else in `lib.rs`.
pub(super) fn lines(context: &Context, standalone: &Standalone, prefix: &str) -> Vec<String> {
    let api = context.api;
    let mut lines = vec![format!(
        "{}, version {}.",
        markdown::line(&api.info.title),
        markdown::code(&api.info.version)
    )];
    if let Some(description) = &api.info.description {
        docs::paragraph(&mut lines, &markdown::lines(description).join("\n"));
    }
    docs::paragraph(
        &mut lines,
        &first_call(context, &standalone.library(), prefix),
    );
    docs::paragraph(
        &mut lines,
        "Calls are methods of [`Client`]; [`endpoints`] lists them, and [`types`] has what they take and return.\n\
         [`Client::builder`] sets what holds for all calls, the methods of a [`Call`] what holds for one. An [`Error`]\n\
         says what went wrong; [`Error::failure`] reads the body of a failure as the type that the call names.",
    );
    docs::paragraph(&mut lines, &variables(api, prefix));
    docs::paragraph(
        &mut lines,
        "Features: `rustls` (default) or `native-tls`; `http2`; `blocking` for calls without an async runtime;\n\
         `tracing` for spans of calls.",
    );
    lines
}

/// A program that makes a client, and a call.
fn first_call(context: &Context, library: &str, prefix: &str) -> String {
    let api = context.api;
    let key = if index::used_schemes(api).is_empty() {
        String::new()
    } else {
        format!("{prefix}_API_KEY, ")
    };
    let own = own_variables(api, prefix).next();
    let more = own.map_or("", |_| " and those below");
    let mut lines = vec![
        "```no_run".to_owned(),
        format!("# async fn run() -> {library}::Result<()> {{"),
        format!("let client = {library}::Client::from_env()?; // {key}{prefix}_BASE_URL{more}"),
    ];
    if let Some(call) = first::lines(context) {
        // Most calls name types; where one does not, nothing hides in the import.
        let types = call.iter().any(|line| line.contains("::"));
        if types {
            lines.insert(1, format!("use {library}::types::*;\n"));
        }
        lines.extend(call);
    }
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines.join("\n")
}

/// The schemes with a variable of their own, and these.
fn own_variables<'a>(api: &'a Api, prefix: &'a str) -> impl Iterator<Item = (&'a Scheme, String)> {
    let schemes = index::used_schemes(api).into_iter();
    schemes.filter_map(|scheme| Some((scheme, index::variable(api, prefix, scheme)?)))
}

/// The environment that a client reads.
fn variables(api: &Api, prefix: &str) -> String {
    let basic = |scheme: &&Scheme| matches!(scheme.kind, SchemeKind::Basic);
    let schemes = index::used_schemes(api);
    let form = if !schemes.is_empty() && schemes.iter().all(basic) {
        " (`user:password`)"
    } else {
        ""
    };
    let several = own_variables(api, prefix).next().is_some();
    let key = if schemes.is_empty() {
        String::new()
    } else if several {
        format!("`{prefix}_API_KEY` holds the credential of the calls that need a single one, and ")
    } else if index::is_secured(api) {
        format!("`{prefix}_API_KEY` holds the credential{form}, and ")
    } else {
        format!("`{prefix}_API_KEY` holds the credential{form} of the calls that need one, and ")
    };
    let server = match api.base_url() {
        Some(url) => format!("where requests go, else {}", markdown::code(&url)),
        None => "where requests go; there is no other server".to_owned(),
    };
    let mut lines = vec![format!("{key}`{prefix}_BASE_URL` says {server}.")];
    let mut own = own_variables(api, prefix).peekable();
    if own.peek().is_some() {
        lines.push(format!(
            "Where calls need several credentials at once, each has a variable of its own, in code\n\
             [`Builder::credential`]; `{prefix}_API_KEY` stands for the one that is left:\n"
        ));
    }
    lines.extend(
        own.map(|(scheme, variable)| format!("- `{variable}`: {}", markdown::code(&scheme.name))),
    );
    lines.join("\n")
}
