//! Answers and failures by status: the enums that tell them apart, and what is said of them.

use crate::emit::scope::{Context, Scope};
use crate::emit::{docs, layout, markdown};
use crate::ir::{Endpoint, Failure, Item, Reply, ReplyCase, StatusRange, VariantName};
use std::fmt::Write as _;

/// How the failures of an endpoint are told.
pub(super) enum Failures<'e> {
    /// Nothing is said of their bodies.
    None,
    /// All have one type.
    One(&'e Item),
    /// By an enum.
    ByStatus,
}

/// How the failures of this endpoint are told.
pub(super) fn failures(endpoint: &Endpoint) -> Failures<'_> {
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

/// The kind of an endpoint's failures, in the runtime's words.
pub(super) fn kind(scope: &mut Scope, endpoint: &Endpoint) -> String {
    match failures(endpoint) {
        Failures::None => scope.runtime("NoFailure"),
        Failures::One(item) => super::json_kind(scope, item),
        Failures::ByStatus => name(scope.context, endpoint),
    }
}

/// The enum of an endpoint's failures: a name that no marker has.
pub(super) fn name(context: &Context, endpoint: &Endpoint) -> String {
    let mut name = format!("{}Failure", endpoint.marker.as_str());
    while context.markers.contains(name.as_str()) {
        name.push_str("Body");
    }
    name
}

/// What is said of failures at a method.
#[derive(Default)]
pub(super) struct Told {
    /// All of it, if one sentence has room for it; else what they bring, if an enum says the rest.
    pub(super) short: Option<String>,
    /// What stands above the list of failures.
    pub(super) head: String,
    /// A line for each failure, where one sentence has no room for them.
    pub(super) items: Vec<String>,
}

/// What is said of an endpoint's failures at its methods.
pub(super) fn told(scope: &mut Scope, endpoint: &Endpoint) -> Told {
    let lead = match failures(endpoint) {
        Failures::ByStatus => {
            let name = name(scope.context, endpoint);
            return Told {
                short: Some(format!("Failures return [`{name}`].")),
                ..Told::default()
            };
        }
        Failures::One(item) => format!("Failures return {}", super::method::link(scope, item)),
        Failures::None => "Failures by status".to_owned(),
    };
    let each = || endpoint.failures.iter();
    let of = lead.trim_start_matches("Failures return ");
    let short: Vec<_> = each().map(|failure| in_short(failure, of)).collect();
    let short = format!("{lead}: {}.", short.join(", "));
    if endpoint.failures.is_empty() || (short.len() <= LONGEST && !short.contains(". ")) {
        return Told {
            short: (!endpoint.failures.is_empty()).then_some(short),
            ..Told::default()
        };
    }
    Told {
        short: None,
        head: format!("{lead}:"),
        items: each().map(failure_line).collect(),
    }
}

/// How long the sentence may be that stands for a list of failures.
const LONGEST: usize = 120;

/// A status, and what it means, unless the name of the status or of the type says it.
fn in_short(failure: &Failure, of: &str) -> String {
    let status = status_text(failure.status);
    let said = |text: &String| {
        text.is_empty() || docs::is_same(text, &failure.status.words()) || docs::is_same(text, of)
    };
    match description(failure).filter(|text| !said(text)) {
        Some(text) => format!("{status} ({})", text.trim_end_matches('.')),
        None => status,
    }
}

/// A status and what it means, as an item of a list.
fn failure_line(failure: &Failure) -> String {
    let status = status_text(failure.status);
    match description(failure).filter(|text| !text.is_empty()) {
        Some(text) => format!("- {status}: {text}"),
        None => format!("- {status}"),
    }
}

fn description(failure: &Failure) -> Option<String> {
    failure.description.as_deref().map(markdown::line)
}

fn status_text(status: StatusRange) -> String {
    match status {
        StatusRange::Exact(code) => format!("`{code}`"),
        StatusRange::Class(class) => format!("`{class}XX`"),
        StatusRange::Default => "any other status".to_owned(),
    }
}

/// The enums of answers and failures by status.
pub(super) fn write_enums(scope: &mut Scope, endpoint: &Endpoint, out: &mut String) {
    let method = super::main_method(endpoint);
    if let Reply::ByStatus { name, cases } = &endpoint.reply {
        let head =
            format!("What [`Client::{method}`](crate::Client::{method}) returns, by status.");
        let cases = cases.iter().map(|case| reply_case(scope, case)).collect();
        write_enum(scope, &head, "reply", name.as_str(), cases, out);
    }
    if matches!(failures(endpoint), Failures::ByStatus) {
        let head = format!(
            "What failures of [`Client::{method}`](crate::Client::{method}) bring, by status."
        );
        let name = name(scope.context, endpoint);
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
        Some(lines) => docs::labelled(&status, lines),
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
    out.push_str("}\n");
    let answers = scope.macro_name("answers");
    layout::group(
        out,
        "",
        &format!("{answers}! {{ {word} {name} {{"),
        &rows,
        "} }",
    );
}
