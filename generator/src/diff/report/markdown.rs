//! The diff for a comment on a pull request.

use std::fmt::Write as _;

use crate::diff::{Bump, Diff, Finding, Side};

/// The diff as Markdown; `versions` are the old one and the one that follows.
pub fn markdown(diff: &Diff, old: Side<'_>, new: Side<'_>, versions: (&str, &str)) -> String {
    let mut out = String::from("### Schema change\n\n");
    let _ = writeln!(out, "{}", super::text::summary(diff, versions).trim_end());
    for (title, group) in super::groups(diff) {
        if group.is_empty() {
            continue;
        }
        let (first, rest) = title.split_at(1);
        let _ = write!(out, "\n#### {}{rest}\n\n", first.to_uppercase());
        for finding in group {
            one(&mut out, finding, old, new);
        }
    }
    out
}

fn one(out: &mut String, finding: &Finding, old: Side<'_>, new: Side<'_>) {
    let callers = if finding.rust > Bump::None {
        format!(", callers: {}", finding.rust.word())
    } else {
        String::new()
    };
    let _ = writeln!(
        out,
        "- **`{}`**{callers}: {}",
        finding.kind,
        escaped(&finding.message)
    );
    let _ = writeln!(
        out,
        "  - `{}` → `{}`",
        super::position(old.document, &finding.old),
        super::position(new.document, &finding.new)
    );
    if let Some(operations) = super::operations(finding) {
        let _ = writeln!(out, "  - in {}", escaped(&operations));
    }
    for effect in &finding.effects {
        let _ = writeln!(out, "  - {}", escaped(&effect.message));
    }
    if let Some(hazard) = &finding.hazard {
        let _ = writeln!(out, "  - {}", escaped(hazard));
    }
    if let Some(reason) = &finding.accepted {
        let _ = writeln!(out, "  - accepted: {}", escaped(reason));
    } else if let Some(help) = &finding.help {
        let _ = writeln!(out, "  - {}", escaped(help));
    }
}

/// Text of a document without the signs that Markdown and HTML would take for theirs.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    for char in text.chars() {
        match char {
            '`' => code = !code,
            '<' if !code => {
                out.push_str("&lt;");
                continue;
            }
            '*' | '_' | '[' | ']' if !code => out.push('\\'),
            '\n' | '\r' => {
                out.push(' ');
                continue;
            }
            _ => {}
        }
        out.push(char);
    }
    out
}
