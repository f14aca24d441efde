//! The diff for machines.
//!
//! Version 1 is an object with `version` (this number), `verdict` and `findings`.
//! `verdict.wire.requests` and `verdict.wire.responses` are `breaking`, `judge` or `compatible`;
//! `verdict.rust` is `major`, `minor`, `patch` or `none`; `verdict.next_version` is the version that
//! follows. Each finding has `id`, `wire`, `rust`, `hazard` (a sentence or null), `operations` (as `POST /chat`), `old` and `new` (`file`, `line`, `column`, `pointer`), `message`,
//! `effects` (what it means for callers: `id`, `rust` and `message` of each item), `help` (a sentence or null),
//! `fingerprint` (what an accept file calls it) and `accepted` (the reason there, or null).
//! Members may be added within a version; none is removed or changes its meaning.

use serde_json::{Value, json};

use crate::diff::{Diff, Finding, Side};
use crate::source::{Document, Place};

/// The version of this format.
const VERSION: u32 = 1;

/// The diff as pretty JSON; `next` is the version that follows.
pub fn json(diff: &Diff, old: Side<'_>, new: Side<'_>, next: &str) -> String {
    let findings: Vec<Value> = diff
        .findings
        .iter()
        .map(|finding| of(finding, old.document, new.document))
        .collect();
    let whole = json!({
        "version": VERSION,
        "verdict": {
            "wire": {
                "requests": diff.requests.word(),
                "responses": diff.responses.word(),
            },
            "rust": diff.rust.word(),
            "next_version": next,
        },
        "findings": findings,
    });
    format!("{whole:#}\n")
}

fn of(finding: &Finding, old: &Document, new: &Document) -> Value {
    let effects: Vec<Value> = finding
        .effects
        .iter()
        .map(|effect| json!({ "id": effect.kind.id(), "rust": effect.bump.word(), "message": effect.message }))
        .collect();
    json!({
        "id": finding.kind.id(),
        "wire": finding.wire.word(),
        "rust": finding.rust.word(),
        "hazard": finding.hazard,
        "operations": finding.operations,
        "old": place(old, &finding.old),
        "new": place(new, &finding.new),
        "message": finding.message,
        "effects": effects,
        "help": finding.help,
        "fingerprint": finding.fingerprint(),
        "accepted": finding.accepted,
    })
}

fn place(document: &Document, place: &Place) -> Value {
    let span = document.locate_key(place);
    json!({
        "file": document.name(place.file),
        "line": span.map(|span| span.line),
        "column": span.map(|span| span.column),
        "pointer": place.pointer.to_string(),
    })
}
