//! The diff for a terminal: a summary first, then what breaks, what to judge, and the rest.

use std::fmt::Write as _;

use crate::diff::{Bump, Diff, Finding, Level, Side};

/// The diff as text; `versions` are the old one and the one that follows.
pub fn text(diff: &Diff, old: Side<'_>, new: Side<'_>, versions: (&str, &str)) -> String {
    let mut out = summary(diff, versions);
    for (title, group) in super::groups(diff) {
        if group.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{title} ({})\n", group.len());
        for finding in group {
            out.push('\n');
            one(&mut out, finding, old, new);
        }
    }
    out
}

/// The verdict in one or two lines.
pub(super) fn summary(diff: &Diff, (old, next): (&str, &str)) -> String {
    if diff.findings.is_empty() {
        return format!("no change of meaning; {old} stays\n");
    }
    let mut line = format!(
        "requests: {}, responses: {}, callers: {}",
        diff.requests.word(),
        diff.responses.word(),
        diff.rust.word()
    );
    if old == next {
        let _ = writeln!(line, "; {old} stays");
    } else {
        let _ = writeln!(line, "; {old} → {next}");
    }
    let wire = diff.requests.max(diff.responses) == Level::Breaking;
    if wire && diff.rust < Bump::Minor {
        line.push_str(
            "released crates will fail at run time although their callers compile: release now\n",
        );
    }
    line
}

/// Both verdicts and the id: `breaking, major[property-removed]`.
pub(super) fn verdicts(finding: &Finding) -> String {
    let mut verdicts = vec![finding.wire.word()];
    if finding.rust > Bump::None {
        verdicts.push(finding.rust.word());
    }
    format!("{}[{}]", verdicts.join(", "), finding.kind)
}

fn one(out: &mut String, finding: &Finding, old: Side<'_>, new: Side<'_>) {
    let _ = writeln!(out, "{}: {}", verdicts(finding), finding.message);
    let _ = writeln!(out, "  old {}", super::position(old.document, &finding.old));
    let _ = writeln!(out, "  new {}", super::position(new.document, &finding.new));
    if let Some(operations) = super::operations(finding) {
        let _ = writeln!(out, "  in: {operations}");
    }
    for effect in &finding.effects {
        let _ = writeln!(
            out,
            "  {}[{}]: {}",
            effect.bump.word(),
            effect.kind,
            effect.message
        );
    }
    if let Some(hazard) = &finding.hazard {
        let _ = writeln!(out, "  hazard: {hazard}");
    }
    if let Some(reason) = &finding.accepted {
        let _ = writeln!(out, "  accepted: {reason}");
    } else if let Some(help) = &finding.help {
        let _ = writeln!(out, "  help: {help}");
    }
}
