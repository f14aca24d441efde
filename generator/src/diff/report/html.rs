//! The diff as one page that needs nothing else: what stood there beside what stands there, with filters.

use std::fmt::Write as _;

use crate::diff::{Bump, Diff, Finding, Level, Side};
use crate::source::{Document, Place};

/// The looks of the page.
const STYLE: &str = include_str!("page.css");

/// What hides the findings that are not asked for.
const SCRIPT: &str = include_str!("page.js");

/// Nothing is loaded from anywhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// Lines beyond this are not shown of a node.
const MOST_LINES: usize = 14;

/// The diff as a page; `versions` are the old one and the one that follows.
pub fn html(diff: &Diff, old: Side<'_>, new: Side<'_>, versions: (&str, &str)) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    let _ = write!(
        out,
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Schema change {} → {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(versions.0),
        escaped(versions.1)
    );
    head(&mut out, diff, versions);
    if diff.findings.is_empty() {
        out.push_str("<p class=\"none\">Nothing changed that means anything.</p>\n");
    } else {
        filters(&mut out, diff);
        out.push_str("<main>\n");
        for finding in &diff.findings {
            one(&mut out, finding, old.document, new.document);
        }
        out.push_str("</main>\n<p id=\"empty\" hidden>No finding is left by these filters.</p>\n");
    }
    let _ = write!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, diff: &Diff, (old, next): (&str, &str)) {
    let _ = writeln!(
        out,
        "<header>\n<h1>Schema change <span>{} → {}</span></h1>\n<dl>",
        escaped(old),
        escaped(next)
    );
    for (name, about, word) in [
        ("requests", "old clients, new server", diff.requests.word()),
        (
            "responses",
            "new server, old clients",
            diff.responses.word(),
        ),
        ("callers", "code that uses the crate", diff.rust.word()),
    ] {
        let _ = writeln!(
            out,
            "<div class=\"{word}\"><dt>{name}</dt><dd>{word}</dd><dd class=\"about\">{about}</dd></div>"
        );
    }
    out.push_str("</dl>\n</header>\n");
}

fn filters(out: &mut String, diff: &Diff) {
    out.push_str("<form id=\"filters\">\n<fieldset><legend>wire</legend>");
    for level in [Level::Breaking, Level::Judge, Level::Compatible] {
        let count = diff.findings.iter().filter(|finding| finding.wire == level);
        choice(out, "wire", level.word(), count.count());
    }
    out.push_str("</fieldset>\n<fieldset><legend>callers</legend>");
    for bump in [Bump::Major, Bump::Minor, Bump::Patch, Bump::None] {
        let count = diff.findings.iter().filter(|finding| finding.rust == bump);
        choice(out, "rust", bump.word(), count.count());
    }
    out.push_str("</fieldset>\n");
    let mut operations: Vec<&str> = diff
        .findings
        .iter()
        .flat_map(|finding| finding.operations.iter().map(String::as_str))
        .collect();
    operations.sort_unstable();
    operations.dedup();
    if !operations.is_empty() {
        out.push_str("<label>operation <select name=\"operation\"><option value=\"\">all</option>");
        for operation in operations {
            let _ = write!(out, "<option>{}</option>", escaped(operation));
        }
        out.push_str("</select></label>\n");
    }
    out.push_str("<label>text <input type=\"search\" name=\"text\"></label>\n");
    let _ = writeln!(
        out,
        "<output id=\"shown\">{} findings</output>\n</form>",
        diff.findings.len()
    );
}

fn choice(out: &mut String, name: &str, word: &str, count: usize) {
    if count > 0 {
        let _ = write!(
            out,
            "<label class=\"{word}\"><input type=\"checkbox\" name=\"{name}\" value=\"{word}\" checked> {word} <b>{count}</b></label>"
        );
    }
}

fn one(out: &mut String, finding: &Finding, old: &Document, new: &Document) {
    let _ = write!(
        out,
        "<article data-wire=\"{wire}\" data-rust=\"{rust}\" data-operations=\"{}\" class=\"{wire}\">\n\
         <h2><span class=\"mark {wire}\">{wire}</span> <span class=\"mark {rust}\">{rust}</span> <code>{}</code></h2>\n<p>{}</p>\n",
        escaped(&format!("|{}|", finding.operations.join("|"))),
        finding.kind,
        prose(&finding.message),
        wire = finding.wire.word(),
        rust = finding.rust.word(),
    );
    out.push_str("<div class=\"sides\">\n");
    side(out, "old", old, &finding.old);
    side(out, "new", new, &finding.new);
    out.push_str("</div>\n");
    list(out, finding);
    out.push_str("</article>\n");
}

fn list(out: &mut String, finding: &Finding) {
    if !finding.effects.is_empty() {
        out.push_str("<ul>\n");
        for effect in &finding.effects {
            let _ = writeln!(
                out,
                "<li><span class=\"mark {word}\">{word}</span> {}</li>",
                prose(&effect.message),
                word = effect.bump.word()
            );
        }
        out.push_str("</ul>\n");
    }
    let rows = [
        ("in", super::operations(finding)),
        ("hazard", finding.hazard.clone()),
        ("help", finding.help.clone()),
        ("accepted", finding.accepted.clone()),
    ];
    for (name, text) in rows {
        if let Some(text) = text {
            let _ = writeln!(out, "<p class=\"more\"><b>{name}</b> {}</p>", prose(&text));
        }
    }
}

/// The lines of one side, from the key on.
fn side(out: &mut String, name: &str, document: &Document, place: &Place) {
    let _ = write!(
        out,
        "<figure><figcaption>{name} <code>{}</code></figcaption><pre>",
        escaped(&super::position(document, place))
    );
    if let Some(span) = document.locate_key(place) {
        let first = usize::try_from(span.line).unwrap_or(1).max(1);
        for (number, line) in excerpt(document.text(span.file), first) {
            let _ = writeln!(out, "<i>{number}</i>{}", escaped(line));
        }
    }
    out.push_str("</pre></figure>\n");
}

/// A node's lines, with their numbers: those that are indented more than its first one.
fn excerpt(text: &str, first: usize) -> Vec<(usize, &str)> {
    let depth = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let mut lines = text.lines().zip(1..).skip(first - 1);
    let Some((head, number)) = lines.next() else {
        return Vec::new();
    };
    let outer = depth(head);
    let mut found = vec![(number, head)];
    for (line, number) in lines {
        let closes = line.trim_start().starts_with(['}', ']']) && depth(line) == outer;
        let is_list = line.trim_start().starts_with("- ") && depth(line) == outer;
        let within = line.trim().is_empty()
            || depth(line) > outer
            || closes
            || (is_list && !head.trim_start().starts_with("- "));
        if !within {
            break;
        }
        if found.len() == MOST_LINES {
            found.push((number, "…"));
            break;
        }
        found.push((number, line));
        if closes {
            break;
        }
    }
    found
}

/// A sentence with its `words` set as code.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for (index, part) in text.split('`').enumerate() {
        let part = escaped(part);
        if index % 2 == 1 {
            let _ = write!(out, "<code>{part}</code>");
        } else {
            out.push_str(&part);
        }
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
