//! The indices: what modules there are, and what callers find under which path.

use super::scope::Context;
use super::{Config, File, HEADER, docs, endpoints, layout, markdown, origin, types};
use crate::ir::{Api, Endpoint, FieldName, FileStem, Group, Scheme, SchemeKind};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What a document's names and shapes may run into, whatever they are.
const ALLOWED: [&str; 13] = [
    "clippy::enum_variant_names",
    "clippy::fn_params_excessive_bools",
    "clippy::large_enum_variant",
    "clippy::large_types_passed_by_value",
    "clippy::module_inception",
    "clippy::should_implement_trait",
    "clippy::similar_names",
    "clippy::struct_excessive_bools",
    "clippy::struct_field_names",
    "clippy::too_many_arguments",
    "clippy::too_many_lines",
    "clippy::type_complexity",
    "clippy::wrong_self_convention",
];

/// The stem of a tag's file and its module as source text.
pub(crate) fn module(group: &Group) -> (String, String) {
    let stem = FileStem::new(group.name.as_str());
    if stem.as_str() == "endpoints" {
        return ("endpoints_".to_owned(), "endpoints_".to_owned());
    }
    (stem.as_str().to_owned(), stem.source())
}

/// The file that names all others, and what is in them beside types.
pub(crate) fn root(context: &Context) -> File {
    let api = context.api;
    let mut text = HEADER.to_owned();
    docs::write_inner(
        &mut text,
        &[format!(
            "{}, version {}.",
            markdown::line(&api.info.title),
            markdown::code(&api.info.version)
        )],
    );
    text.push_str("\n#![allow(\n");
    layout::fill(&mut text, "    ", &ALLOWED.map(str::to_owned));
    text.push_str("    reason = \"names and shapes are the document's\"\n)]\n\n");
    let mut modules: Vec<_> = api.groups.iter().map(|group| module(group).1).collect();
    modules.sort();
    for module in modules {
        let _ = writeln!(text, "mod {module};");
    }
    if context.config.mock {
        text.push_str("#[cfg(feature = \"mock\")]\npub(crate) mod mock;\n");
    }
    text.push_str("pub mod types;\n");
    endpoints_module(context, &mut text);
    facts(context, &mut text);
    File {
        path: "mod.rs".to_owned(),
        text,
    }
}

/// The marker types under one path, and the table of all calls.
fn endpoints_module(context: &Context, out: &mut String) {
    let api = context.api;
    out.push('\n');
    let mut lines = table(api);
    origin::push(&mut lines, api);
    docs::write(out, "", &lines);
    out.push_str("pub mod endpoints {\n");
    let mut groups: Vec<_> = api.groups.iter().collect();
    groups.sort_by_key(|group| module(group).1);
    for group in groups {
        let names = endpoints::names(context, group);
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let mut line = String::new();
        // It stands four columns in, behind `pub`.
        let module = format!("super::{}", module(group).1);
        layout::import_within(&mut line, 92, &module, &names);
        for line in line.lines() {
            let line = line
                .strip_prefix("use ")
                .map_or(line.to_owned(), |rest| format!("pub use {rest}"));
            let _ = writeln!(out, "    {line}");
        }
    }
    out.push_str("}\n");
}

/// The table's columns: the operation's id and its title are there where any operation has them.
struct Columns {
    ids: bool,
    titles: bool,
}

fn table(api: &Api) -> Vec<String> {
    let columns = Columns {
        ids: api.endpoints().any(|one| one.operation_id.is_some()),
        titles: api.endpoints().any(|one| one.docs.title.is_some()),
    };
    let head = cells(&columns, "operation", "title");
    let mut lines = vec![
        "The calls: what the document calls each, where it goes, and the method that makes it."
            .to_owned(),
        String::new(),
        format!("| {head}path | answer | method |"),
        format!("| {}--- | --- | --- |", cells(&columns, "---", "---")),
    ];
    for endpoint in api.endpoints() {
        rows(&columns, endpoint, &mut lines);
    }
    lines
}

/// The cells of the columns that are there.
fn cells(columns: &Columns, id: &str, title: &str) -> String {
    let cell = |is_there: bool, text: &str| match (is_there, text) {
        (false, _) => String::new(),
        (true, "") => "| ".to_owned(),
        (true, text) => format!("{} | ", text.replace('|', "\\|")),
    };
    cell(columns.ids, id) + &cell(columns.titles, title)
}

fn rows(columns: &Columns, endpoint: &Endpoint, lines: &mut Vec<String>) {
    let id = endpoint.operation_id.as_deref().map(markdown::code);
    let title = endpoint.docs.title.as_deref();
    let path = markdown::code(&format!(
        "{} {}",
        endpoints::verb(endpoint.verb),
        endpoint.path
    ))
    .replace('|', "\\|");
    let mut row = |title: Option<&str>, answer: &str, method: &str| {
        let title = title.map(markdown::line).unwrap_or_default();
        let named = cells(columns, id.as_deref().unwrap_or_default(), &title);
        lines.push(format!(
            "| {named}{path} | {answer} | [`{method}`](crate::Client::{method}) |"
        ));
    };
    let only_stream = matches!(endpoint.reply, crate::ir::Reply::Stream(_));
    if !only_stream {
        row(title, "whole", endpoint.name.as_str());
    }
    if let Some(half) = endpoint.stream() {
        let title = half.summary.as_deref().or(title);
        row(title, "stream", half.name.as_str());
    }
}

/// The facts of the API that the runtime asks for.
fn facts(context: &Context, out: &mut String) {
    let api = context.api;
    let server = api.servers.first();
    let retired = server.and_then(|server| server.retired.as_deref());
    let base = api.base_url();
    let servers: Vec<_> = api
        .servers
        .iter()
        .map(|server| layout::literal(&server.address()))
        .collect();
    let api_name = "crate::runtime::Api";
    let _ = writeln!(
        out,
        "\n/// What the document says of the API as a whole.\npub(crate) const API: {api_name} = {api_name} {{"
    );
    let _ = writeln!(out, "    title: {},", layout::literal(&api.info.title));
    let _ = writeln!(out, "    version: {},", layout::literal(&api.info.version));
    let _ = writeln!(out, "    base_url: {},", option(base.as_deref()));
    let _ = writeln!(out, "    retired: {},", option(retired));
    let _ = writeln!(out, "    servers: &[{}],", servers.join(", "));
    let prefix = env_prefix(api, context.config);
    let _ = writeln!(out, "    env_prefix: {},", layout::literal(&prefix));
    let schemes = used_schemes(api);
    let _ = writeln!(out, "    secured: {},", is_secured(api));
    out.push_str("    schemes: &[");
    for scheme in &schemes {
        write_scheme(scheme, variable(api, &prefix, scheme).as_deref(), out);
    }
    out.push_str(if schemes.is_empty() {
        "],\n    sign: None,\n};\n"
    } else {
        "\n    ],\n    sign: Some(crate::runtime::sign),\n};\n"
    });
}

fn option(value: Option<&str>) -> String {
    value.map_or("None".to_owned(), |value| {
        format!("Some({})", layout::literal(value))
    })
}

/// The security schemes that endpoints ask for.
pub(crate) fn used_schemes(api: &Api) -> Vec<&Scheme> {
    let asked: BTreeSet<_> = endpoints_of(api)
        .flat_map(|one| one.auth.iter().flatten())
        .collect();
    let schemes = api.schemes.iter().enumerate();
    let schemes = schemes.filter(|(index, _)| asked.contains(index));
    schemes.map(|(_, scheme)| scheme).collect()
}

/// Whether no endpoint can do without a credential.
pub(crate) fn is_secured(api: &Api) -> bool {
    let mut endpoints = endpoints_of(api).peekable();
    let needs = |one: &Endpoint| !one.auth.is_empty() && one.auth.iter().all(|all| !all.is_empty());
    endpoints.peek().is_some() && endpoints.all(needs)
}

fn endpoints_of(api: &Api) -> impl Iterator<Item = &Endpoint> {
    api.groups.iter().flat_map(|group| &group.endpoints)
}

/// The variable of the environment for one scheme, where a call needs several at once.
///
/// One that would be the general key's, or the base URL's, is none: the general key fills what is left.
pub(crate) fn variable(api: &Api, prefix: &str, scheme: &Scheme) -> Option<String> {
    let mut alternatives = endpoints_of(api).flat_map(|one| &one.auth);
    let is_it = |index: &usize| api.schemes.get(*index) == Some(scheme);
    let among_others = alternatives.any(|all| all.len() > 1 && all.iter().any(is_it));
    let has_one = among_others && !matches!(scheme.kind, SchemeKind::Other(_));
    let word = FieldName::new(&scheme.name).as_str().to_ascii_uppercase();
    let is_free = word != "API_KEY" && word != "BASE_URL";
    (has_one && is_free).then(|| format!("{prefix}_{word}"))
}

fn write_scheme(scheme: &Scheme, variable: Option<&str>, out: &mut String) {
    let kind = match &scheme.kind {
        SchemeKind::HeaderKey(name) => format!("HeaderKey({})", layout::literal(name)),
        SchemeKind::QueryKey(name) => format!("QueryKey({})", layout::literal(name)),
        SchemeKind::CookieKey(name) => format!("CookieKey({})", layout::literal(name)),
        SchemeKind::Basic => "Basic".to_owned(),
        SchemeKind::Bearer => "Bearer".to_owned(),
        SchemeKind::Http(word) => format!("Http({})", layout::literal(word)),
        SchemeKind::Other(name) => format!("Other({})", layout::literal(name)),
    };
    let _ = write!(
        out,
        "\n        crate::runtime::Scheme {{\n            name: {},\n            kind: crate::runtime::SchemeKind::{kind},\n            variable: {},\n        }},",
        layout::literal(&scheme.name),
        option(variable)
    );
}

/// What the names of environment variables begin with: the title in capitals, without `API`,
/// or the crate's name where no letter of the title can stand in one.
pub(crate) fn env_prefix(api: &Api, config: &Config) -> String {
    if let Some(prefix) = &config.env_prefix {
        return prefix.clone();
    }
    let title = api.info.title.to_ascii_uppercase();
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty() && *word != "API")
        .collect();
    if words.is_empty() {
        // Two such crates in one program must not read each other's key.
        let name = config.standalone.map_or("API", |it| it.name);
        name.to_ascii_uppercase().replace('-', "_")
    } else {
        words.join("_")
    }
}

/// All types under one path, whatever file they stand in.
pub(crate) fn types(context: &Context) -> File {
    let mut text = HEADER.to_owned();
    text.push_str(
        "//! The types of the schema.\n//!\n//! Constructors take their arguments in order of the \
         members' names on the wire, so that a\n//! schema in another order changes no call.\n\n",
    );
    let files = types::files(context.api);
    for file in &files {
        let _ = writeln!(text, "mod {};", file.module);
    }
    text.push('\n');
    for file in &files {
        let _ = writeln!(text, "pub use {}::*;", file.module);
    }
    File {
        path: "types/mod.rs".to_owned(),
        text,
    }
}
