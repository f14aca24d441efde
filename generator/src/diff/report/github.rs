//! The diff as annotations of a pull request: workflow commands, one line for each finding.

use std::fmt::Write as _;

use crate::diff::{Bump, Diff, Finding, Level, Side};

/// The diff as workflow commands, on the lines of the new document; `versions` are the old one and the
/// one that follows.
pub fn github(diff: &Diff, new: Side<'_>, versions: (&str, &str)) -> String {
    let mut out = String::new();
    for finding in &diff.findings {
        one(&mut out, finding, new);
    }
    let summary = super::text::summary(diff, versions);
    let _ = writeln!(
        out,
        "::notice title=Schema change::{}",
        data(summary.trim_end())
    );
    out
}

fn one(out: &mut String, finding: &Finding, new: Side<'_>) {
    let command = match (&finding.accepted, finding.wire, finding.rust) {
        (None, Level::Breaking, _) => "error",
        (None, Level::Judge, _) | (None, _, Bump::Major) => "warning",
        (None | Some(_), ..) => "notice",
    };
    let name = property(new.document.name(finding.new.file));
    let place = match new.document.locate_key(&finding.new) {
        Some(span) => format!("file={name},line={},col={}", span.line, span.column),
        None => format!("file={name}"),
    };
    let title = property(&super::text::verdicts(finding));
    let mut text = finding.message.clone();
    for effect in &finding.effects {
        let _ = write!(text, "\n{}", effect.message);
    }
    if let Some(reason) = &finding.accepted {
        let _ = write!(text, "\naccepted: {reason}");
    } else if let Some(help) = &finding.help {
        let _ = write!(text, "\nhelp: {help}");
    }
    let _ = writeln!(out, "::{command} {place},title={title}::{}", data(&text));
}

/// The text of a command, on one line.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value before the text, where two more signs mean something.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
