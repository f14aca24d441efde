//! The kinds of change as text: the list, and each one explained.

use std::fmt::Write as _;

use crate::diff::{Direction, Kind, silence, wire_level};

/// Every id with its meaning, and then what is passed over in silence.
pub fn list() -> String {
    let width = Kind::ALL.iter().map(|kind| kind.id().len()).max();
    let width = width.unwrap_or_default();
    let mut out = String::new();
    for kind in Kind::ALL {
        let _ = writeln!(out, "{:width$}  {}", kind.id(), kind.title());
    }
    out.push_str("\npassed over, as nobody can notice it:\n\n");
    for (place, reason) in silence::all() {
        let _ = writeln!(out, "{place:width$}  {reason}");
    }
    out
}

/// What a kind of change means, with an example.
pub fn explain(kind: Kind) -> String {
    let (old, new) = kind.example();
    let mut out = format!("{}\n\n{}\n\n", kind.id(), kind.title());
    let _ = writeln!(out, "  old: {old}\n  new: {new}\n");
    for (direction, who) in [
        (Direction::Request, "in requests"),
        (Direction::Response, "in answers"),
    ] {
        let _ = writeln!(out, "{who}: {}", wire_level(kind, direction).word());
    }
    if !kind.help().is_empty() {
        let _ = writeln!(out, "\nhelp: {}", kind.help());
    }
    out
}
