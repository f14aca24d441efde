//! Doc comments.

use super::{json, markdown};
use crate::ir::{Docs, Example};

/// The lines of an item's documentation: title, prose, notes, links, examples.
pub(crate) fn lines(docs: &Docs, fallback: &str) -> Vec<String> {
    let mut out = prose(docs, fallback);
    push_examples(&mut out, docs);
    out
}

/// Title, prose, notes and links.
pub(crate) fn prose(docs: &Docs, fallback: &str) -> Vec<String> {
    let mut out = head(docs, fallback);
    push_notes(&mut out, &docs.notes);
    for link in &docs.links {
        let address = markdown::line(&link.url);
        let text = link.description.as_deref().map(markdown::line);
        let text = text.map(|text| format!(": {text}")).unwrap_or_default();
        paragraph(&mut out, &format!("See {address}{text}"));
    }
    out
}

/// How many lines of an example documentation has room for; longer ones stay in the document.
const LONGEST_EXAMPLE: usize = 60;

/// The examples.
pub(crate) fn push_examples(out: &mut Vec<String>, docs: &Docs) {
    for example in &docs.examples {
        push_example(out, example);
    }
}

/// Title and prose; the fallback where there is neither.
pub(crate) fn head(docs: &Docs, fallback: &str) -> Vec<String> {
    let title = docs
        .title
        .as_deref()
        .map(markdown::line)
        .filter(|title| !title.is_empty());
    let text = docs
        .text
        .as_deref()
        .map(markdown::lines)
        .filter(|text| !text.is_empty());
    match (title, text) {
        (None, None) if fallback.is_empty() => Vec::new(),
        (None, None) => vec![fallback.to_owned()],
        (Some(title), None) => vec![title],
        (None, Some(text)) => text,
        (Some(title), Some(text)) => {
            if text
                .first()
                .is_some_and(|first| first.trim_end_matches('.') == title.trim_end_matches('.'))
            {
                return text;
            }
            let mut out = vec![title, String::new()];
            out.extend(text);
            out
        }
    }
}

/// Our own sentences, one paragraph for all.
pub(crate) fn push_notes(out: &mut Vec<String>, notes: &[String]) {
    if !notes.is_empty() {
        paragraph(out, &notes.join("\n"));
    }
}

/// A paragraph of its own.
pub(crate) fn paragraph(out: &mut Vec<String>, text: &str) {
    if !out.is_empty() {
        out.push(String::new());
    }
    out.extend(text.lines().map(str::to_owned));
}

fn push_example(out: &mut Vec<String>, example: &Example) {
    let name = example.name.as_deref().map(markdown::code);
    let summary = example.summary.as_deref().map(markdown::line);
    let head = match (name, summary) {
        (Some(name), Some(summary)) => {
            format!("Example {name}: {}.", summary.trim_end_matches('.'))
        }
        (Some(name), None) => format!("Example {name}:"),
        (None, Some(summary)) => format!("Example: {}.", summary.trim_end_matches('.')),
        (None, None) => "Example:".to_owned(),
    };
    let Some(lines) = json::at_most(LONGEST_EXAMPLE, &example.json) else {
        return;
    };
    match lines.as_slice() {
        [line] if head.len() + line.len() < 90 => {
            paragraph(out, &format!("{head} {}", markdown::code(line)));
        }
        lines => {
            paragraph(out, &head);
            out.push(String::new());
            out.extend(markdown::block("json", &lines.join("\n")));
        }
    }
}

/// Writes lines as doc comments.
pub(crate) fn write(out: &mut String, indent: &str, lines: &[String]) {
    comment(out, indent, "///", lines);
}

/// Writes lines as doc comments of the module they stand in.
pub(crate) fn write_inner(out: &mut String, lines: &[String]) {
    comment(out, "", "//!", lines);
}

fn comment(out: &mut String, indent: &str, mark: &str, lines: &[String]) {
    for line in lines {
        out.push_str(indent);
        out.push_str(mark);
        if !line.is_empty() {
            out.push(' ');
            out.push_str(line);
        }
        out.push('\n');
    }
}
