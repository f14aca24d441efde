//! The entry of a changelog: what users of the crate want to know, not what a server's author does.

use std::fmt::Write as _;

use crate::diff::{Bump, Diff, Finding, Level};

/// The entry of a version.
pub fn changelog(diff: &Diff, version: &str) -> String {
    let mut out = format!("## {version}\n");
    for (bump, title) in [
        (Bump::Major, "Code has to change"),
        (Bump::Minor, "New"),
        (Bump::Patch, "Changed"),
    ] {
        let lines: Vec<&str> = diff
            .findings
            .iter()
            .flat_map(|finding| lines(finding, bump))
            .collect();
        section(&mut out, title, &lines);
    }
    let wire: Vec<&str> = diff
        .findings
        .iter()
        .filter(|finding| finding.wire == Level::Breaking)
        .map(|finding| finding.message.as_str())
        .collect();
    section(&mut out, "Older versions fail where", &wire);
    out
}

/// What a finding says to those whom it concerns this much.
fn lines(finding: &Finding, bump: Bump) -> Vec<&str> {
    let effects = finding.effects.iter().filter(|effect| effect.bump == bump);
    let mut lines: Vec<&str> = effects.map(|effect| effect.message.as_str()).collect();
    if finding.rust == bump && lines.is_empty() {
        lines.push(&finding.message);
    }
    lines
}

fn section(out: &mut String, title: &str, lines: &[&str]) {
    if lines.is_empty() {
        return;
    }
    let _ = write!(out, "\n### {title}\n\n");
    for (index, line) in lines.iter().enumerate() {
        if !lines[..index].contains(line) {
            let _ = writeln!(out, "- {}", super::markdown::escaped(line));
        }
    }
}
