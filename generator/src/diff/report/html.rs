//! The diff as one page that needs nothing else: what stood there beside what stands there, with filters.

use std::fmt::Write as _;

use super::excerpt::{Line, excerpts};
use crate::diff::{Bump, Diff, Finding, Level, Side};
use crate::source::{Document, FileId, Place};

/// The looks of the page.
const STYLE: &str = include_str!("page.css");

/// What hides the findings that are not asked for.
const SCRIPT: &str = include_str!("page.js");

/// Nothing is loaded from anywhere.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

/// More operations than this are behind a click.
const MOST_OPERATIONS: usize = 3;

/// The diff as a page; `versions` are the old one and the one that follows.
pub fn html(diff: &Diff, old: Side<'_>, new: Side<'_>, versions: (&str, &str)) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    let _ = write!(
        out,
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Schema change {}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        span(versions)
    );
    head(&mut out, diff, (old.document, new.document), versions);
    if diff.findings.is_empty() {
        out.push_str("<p class=\"empty\"><b>Nothing changed that means anything.</b> Old clients and code that uses the crate go on as before.</p>\n");
    } else {
        filters(&mut out, diff);
        out.push_str("<main>\n");
        for finding in &diff.findings {
            one(&mut out, finding, old.document, new.document);
        }
        out.push_str(
            "</main>\n<p id=\"empty\" class=\"empty\" hidden>No finding is left by these filters.</p>\n",
        );
    }
    let _ = write!(out, "<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

fn head(out: &mut String, diff: &Diff, (old, new): (&Document, &Document), versions: (&str, &str)) {
    let _ = writeln!(
        out,
        "<header>\n<h1>Schema change <span>{}</span></h1>\n\
         <p class=\"files\"><code>{}</code> → <code>{}</code></p>\n<dl>",
        span(versions),
        escaped(old.name(FileId::ROOT)),
        escaped(new.name(FileId::ROOT)),
    );
    for (name, about, word) in [
        (
            "requests",
            "from old clients to the new server",
            diff.requests.word(),
        ),
        (
            "responses",
            "from the new server to old clients",
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

/// The version there was and the one that follows.
fn span((before, next): (&str, &str)) -> String {
    if before == next {
        format!("{} stays", escaped(before))
    } else {
        format!("{} → {}", escaped(before), escaped(next))
    }
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
    out.push_str("</fieldset>\n<div class=\"find\">");
    let mut operations: Vec<&str> = diff
        .findings
        .iter()
        .flat_map(|finding| finding.operations.iter().map(String::as_str))
        .collect();
    operations.sort_unstable();
    operations.dedup();
    if !operations.is_empty() {
        out.push_str(
            "<select name=\"operation\" aria-label=\"operation\"><option value=\"\">all operations</option>",
        );
        for operation in operations {
            let _ = write!(out, "<option>{}</option>", escaped(operation));
        }
        out.push_str("</select>");
    }
    let _ = writeln!(
        out,
        "<input type=\"search\" name=\"text\" placeholder=\"search\" aria-label=\"search\" title=\"/ to search, j and k to walk\">\
         <output id=\"shown\">{} findings</output></div>\n</form>",
        diff.findings.len()
    );
}

fn choice(out: &mut String, name: &str, word: &str, count: usize) {
    if count > 0 {
        let _ = write!(
            out,
            "<label class=\"{word}\"><input type=\"checkbox\" name=\"{name}\" value=\"{word}\" checked>{word} <b>{count}</b></label>"
        );
    }
}

fn one(out: &mut String, finding: &Finding, old: &Document, new: &Document) {
    let _ = write!(
        out,
        "<article tabindex=\"-1\" data-wire=\"{wire}\" data-rust=\"{rust}\" data-operations=\"{}\" class=\"{wire}\">\n\
         <h2>{}</h2>\n\
         <p class=\"marks\"><span class=\"mark {wire}\">wire {wire}</span> <span class=\"mark {rust}\">callers {rust}</span> <code>{}</code></p>\n",
        escaped(&format!("|{}|", finding.operations.join("|"))),
        prose(&finding.message),
        finding.kind,
        wire = finding.wire.word(),
        rust = finding.rust.word(),
    );
    let [before, after] = excerpts((old, &finding.old), (new, &finding.new));
    out.push_str("<div class=\"sides\">\n");
    side(out, "old", (old, &finding.old), &before);
    side(out, "new", (new, &finding.new), &after);
    out.push_str("</div>\n");
    effects(out, finding);
    operations(out, finding);
    notes(out, finding);
    out.push_str("</article>\n");
}

/// What follows for callers, item by item.
fn effects(out: &mut String, finding: &Finding) {
    if finding.effects.is_empty() {
        return;
    }
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

fn operations(out: &mut String, finding: &Finding) {
    let all = &finding.operations;
    let list = all
        .iter()
        .map(|operation| format!("<code>{}</code>", escaped(operation)));
    let list = list.collect::<Vec<_>>().join(" ");
    match all.len() {
        0 => {}
        1..=MOST_OPERATIONS => {
            let _ = writeln!(out, "<p class=\"more\"><b>in</b> {list}</p>");
        }
        count => {
            let _ = writeln!(
                out,
                "<details class=\"more\"><summary><b>in</b> {count} operations</summary><p>{list}</p></details>"
            );
        }
    }
}

fn notes(out: &mut String, finding: &Finding) {
    let rows = [
        ("hazard", &finding.hazard),
        ("help", &finding.help),
        ("accepted", &finding.accepted),
    ];
    for (name, text) in rows {
        if let Some(text) = text {
            let _ = writeln!(out, "<p class=\"more\"><b>{name}</b> {}</p>", prose(text));
        }
    }
}

/// The lines of one side; those that the other side lacks are marked.
fn side(out: &mut String, name: &str, (document, place): (&Document, &Place), lines: &[Line<'_>]) {
    let _ = write!(
        out,
        "<figure class=\"{name}\"><figcaption title=\"{}\"><b>{name}</b> <code>{}</code></figcaption><pre tabindex=\"0\">",
        escaped(&super::position(document, place)),
        escaped(&way(document, place)),
    );
    for line in lines {
        let tag = if line.differs { "mark" } else { "span" };
        let text = escaped(line.text);
        let _ = writeln!(out, "<{tag}><i>{}</i>{text}</{tag}>", line.number);
    }
    out.push_str("</pre></figure>\n");
}

/// The way to a node, with the name of its file where it is not the one that was named.
fn way(document: &Document, place: &Place) -> String {
    let file = match place.file {
        FileId::ROOT => "",
        file => document.name(file),
    };
    let words: Vec<&str> = place.pointer.tokens().collect();
    let way = words.join(" › ");
    [file, &way]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
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
