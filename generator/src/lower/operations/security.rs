//! Security schemes, and which of them an operation needs.

use super::fault::{fault, place_of, read};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Docs, Scheme, SchemeKind};
use crate::lower::context::Context;
use crate::nearest::nearest;
use crate::openapi::keywords::Object;
use crate::source::Site;
use openapiv3::{APIKeyLocation, SecurityScheme};
use serde_json::{Value, json};

/// The schemes under `components.securitySchemes`, in document order.
pub(super) fn schemes(cx: &mut Context<'_>) -> Vec<Scheme> {
    let declared = cx
        .document
        .root()
        .get("components")
        .and_then(|components| components.get("securitySchemes"));
    let Some(declared) = declared else {
        return Vec::new();
    };
    declared
        .members()
        .filter_map(|(name, site)| {
            let site = cx.follow(site)?;
            let kind = kind(cx, &site)?;
            let description = site.node.get("description").and_then(|node| node.as_str());
            Some(Scheme {
                name: name.to_owned(),
                kind,
                description: description.map(str::to_owned),
            })
        })
        .collect()
}

fn kind<'d>(cx: &mut Context<'d>, site: &Site<'d>) -> Option<SchemeKind> {
    let ty = site.node.get("type").and_then(|node| node.as_str())?;
    let instead: &[(&str, Value)] = match ty {
        "mutualTLS" => return Some(SchemeKind::Other(ty.to_owned())),
        "oauth2" => &[("flows", json!({}))],
        "openIdConnect" => &[("openIdConnectUrl", json!(""))],
        "apiKey" if !key_is_whole(cx, site) => return None,
        "http" if site.node.get("scheme").is_none() => return Some(unknown_kind(cx, site, ty)),
        "apiKey" | "http" => &[],
        _ => return Some(unknown_kind(cx, site, ty)),
    };
    let form: SecurityScheme = read(cx, site, Object::SecurityScheme, instead)?;
    Some(match form {
        SecurityScheme::APIKey { location, name, .. } => match location {
            APIKeyLocation::Query => SchemeKind::QueryKey(name),
            APIKeyLocation::Header => SchemeKind::HeaderKey(name),
            APIKeyLocation::Cookie => SchemeKind::CookieKey(name),
        },
        SecurityScheme::HTTP { scheme, .. } => match scheme.to_ascii_lowercase().as_str() {
            "basic" => SchemeKind::Basic,
            "bearer" => SchemeKind::Bearer,
            word if is_exchange(word) => SchemeKind::Other(scheme),
            _ => SchemeKind::Http(scheme),
        },
        SecurityScheme::OAuth2 { .. } | SecurityScheme::OpenIDConnect { .. } => SchemeKind::Bearer,
    })
}

/// Whether a scheme of HTTP answers a challenge or signs each request, which a credential alone does not, or is no
/// word.
fn is_exchange(scheme: &str) -> bool {
    let known = ["digest", "hoba", "mutual", "negotiate", "ntlm", "signature"];
    let is_word = scheme.bytes().all(|byte| byte.is_ascii_graphic());
    known.contains(&scheme) || scheme.starts_with("scram-") || !is_word
}

fn unknown_kind<'d>(cx: &mut Context<'d>, site: &Site<'d>, ty: &str) -> SchemeKind {
    let known = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"];
    let help = nearest(ty, known).map_or_else(
        || {
            format!(
                "write one of {}",
                known.map(|word| format!("`{word}`")).join(", ")
            )
        },
        |near| format!("did you mean `{near}`?"),
    );
    let message = match ty {
        "http" => "an `http` scheme needs `scheme`, such as `bearer`".to_owned(),
        _ => format!("`{ty}` is no type of security scheme"),
    };
    let fault = fault(cx, Code::SecurityScheme, &place_of(site, "type"), message);
    cx.report.push(if ty == "http" {
        fault
    } else {
        fault.help(help)
    });
    SchemeKind::Other(ty.to_owned())
}

/// Whether an API key says where it goes and under which name.
fn key_is_whole(cx: &mut Context<'_>, site: &Site<'_>) -> bool {
    let word = |key: &str| site.node.get(key).and_then(|node| node.as_str());
    let (place, problem) = match (word("in"), word("name")) {
        (Some("query" | "header" | "cookie"), Some(_)) => return true,
        (Some("query" | "header" | "cookie"), None) => (
            site.place.clone(),
            "an API key needs the `name` of what carries it".to_owned(),
        ),
        (None, _) => (
            site.place.clone(),
            "an API key needs `in`: where it is sent".to_owned(),
        ),
        (Some(other), _) => (
            place_of(site, "in"),
            format!("an API key is not sent in `{other}`"),
        ),
    };
    cx.report.push(
        Diagnostic::error(Code::SecurityScheme, place, problem)
            .help("write `in: header` (or `query`, `cookie`) and `name`"),
    );
    false
}

/// What an operation needs: its own `security`, or the document's.
pub(super) fn requirements<'d>(
    cx: &mut Context<'d>,
    operation: &Site<'d>,
    schemes: &[Scheme],
    docs: &mut Docs,
) -> Vec<Vec<usize>> {
    let own = operation
        .get("security")
        .filter(|site| site.node.kind() == "array");
    let Some(list) = own.or_else(|| cx.document.root().get("security")) else {
        return Vec::new();
    };
    list.elements()
        .filter_map(|alternative| requirement(cx, &alternative, schemes, docs))
        .collect()
}

fn requirement<'d>(
    cx: &mut Context<'d>,
    alternative: &Site<'d>,
    schemes: &[Scheme],
    docs: &mut Docs,
) -> Option<Vec<usize>> {
    let mut needed = Vec::new();
    for (name, site) in alternative.members() {
        if let Some(index) = schemes.iter().position(|scheme| scheme.name == name) {
            needed.push(index);
            scopes(&site, docs);
        } else {
            undeclared(cx, name, &site, schemes);
            return None;
        }
    }
    Some(needed)
}

fn scopes(site: &Site<'_>, docs: &mut Docs) {
    let scopes: Vec<String> = site
        .node
        .elements()
        .iter()
        .filter_map(|node| node.as_str())
        .map(crate::lower::docs::code)
        .collect();
    let note = format!("Scopes: {}.", scopes.join(", "));
    if !scopes.is_empty() && !docs.notes.contains(&note) {
        docs.notes.push(note);
    }
}

fn undeclared<'d>(cx: &mut Context<'d>, name: &str, site: &Site<'d>, schemes: &[Scheme]) {
    let near = nearest(name, schemes.iter().map(|scheme| scheme.name.as_str()));
    let help = near.map_or_else(
        || format!("declare `{name}` under `components.securitySchemes`"),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("the security scheme `{name}` is not declared");
    let fault = fault(cx, Code::UnknownScheme, &site.place, message).at_key();
    cx.report.push(fault.help(help));
}
