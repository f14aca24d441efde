//! Faults that one's own document may not have, and that somebody else's is forgiven.

use crate::diagnostic::{Code, Diagnostic};
use crate::lower::context::Context;
use crate::openapi::{keywords::Object, shallow};
use crate::source::{Place, Site};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An error in a document of one's own, a warning in a foreign one.
pub(super) fn fault(cx: &Context<'_>, code: Code, place: &Place, message: String) -> Diagnostic {
    if cx.options.strict {
        Diagnostic::error(code, place.clone(), message)
    } else {
        Diagnostic::warning(code, place.clone(), message)
    }
}

/// What to write; where the fault is forgiven, also what is made of it until then.
pub(super) fn meanwhile(
    cx: &Context<'_>,
    fault: Diagnostic,
    help: &str,
    until: &str,
) -> Diagnostic {
    if cx.options.strict {
        fault.help(help)
    } else {
        fault.help(format!("{help}; until then {until}"))
    }
}

/// The place of the member `key`, where there is one, else of `site` itself.
pub(super) fn place_of(site: &Site<'_>, key: &str) -> Place {
    site.get(key)
        .map_or_else(|| site.place.clone(), |member| member.place)
}

/// The object at `site` as a type of `openapiv3`; what it cannot be read as is an error.
pub(super) fn read<'d, T: DeserializeOwned>(
    cx: &mut Context<'d>,
    site: &Site<'d>,
    object: Object,
    instead: &[(&str, Value)],
) -> Option<T> {
    match shallow::read(site.node, object, instead) {
        Ok(form) => Some(form),
        Err(problem) => {
            let message = format!("{} cannot be read: {problem}", object.title());
            let error = Diagnostic::error(Code::Misread, site.place.clone(), message);
            cx.report.push(error);
            None
        }
    }
}
