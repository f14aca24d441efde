//! Findings as text: message, place, the source line with a mark under it, help.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Diagnostic, Label, Severity};
use crate::source::{FileId, Files, Span};

/// How many findings are printed before the rest is only counted.
const SHOWN: usize = 50;
/// How many characters of a source line are printed.
const WIDTH: usize = 120;

/// Renders findings in document order; errors have the right of way when there are too many.
pub(super) fn render(diagnostics: &[Diagnostic], files: &Files) -> String {
    let mut shown: Vec<&Diagnostic> = diagnostics.iter().collect();
    shown.sort_by_key(|diagnostic| diagnostic.severity);
    let cut = shown.split_off(shown.len().min(SHOWN));
    let mut located = located(shown, files);
    located.sort_by_key(|Located { diagnostic, spans }| {
        let at = spans[0].map(|span| (span.line, span.column));
        let what = (diagnostic.code, &diagnostic.message);
        (diagnostic.label.place.file, at, what)
    });
    located.dedup_by(|one, other| one.diagnostic == other.diagnostic);
    let mut out = String::new();
    for found in located {
        one(&mut out, &found, files);
        out.push('\n');
    }
    if cut.is_empty() {
        out.pop();
    } else {
        out.push_str(&count(&cut));
    }
    out
}

/// A finding and where it stands.
struct Located<'d> {
    diagnostic: &'d Diagnostic,
    /// Of each label; `None` when its file has no text or the place is unknown.
    spans: Vec<Option<Span>>,
}

/// Finds the places of all labels at once.
fn located<'d>(diagnostics: Vec<&'d Diagnostic>, files: &Files) -> Vec<Located<'d>> {
    let labels: Vec<&Label> = diagnostics.iter().flat_map(|one| one.labels()).collect();
    let mut spans: Vec<Option<Span>> = vec![None; labels.len()];
    let mut nodes: BTreeMap<FileId, Vec<usize>> = BTreeMap::new();
    for (index, label) in labels.iter().enumerate() {
        match label.offset {
            Some(offset) => spans[index] = files.span(label.place.file, offset),
            None => nodes.entry(label.place.file).or_default().push(index),
        }
    }
    for (file, indices) in nodes {
        let node = |index: &usize| (&labels[*index].place.pointer, labels[*index].at_key);
        let nodes: Vec<_> = indices.iter().map(node).collect();
        for (index, span) in indices.into_iter().zip(files.locate_all(file, &nodes)) {
            spans[index] = span;
        }
    }
    let mut spans = spans.into_iter();
    let with_spans = |diagnostic: &'d Diagnostic| Located {
        spans: spans.by_ref().take(diagnostic.labels().count()).collect(),
        diagnostic,
    };
    diagnostics.into_iter().map(with_spans).collect()
}

fn one(out: &mut String, Located { diagnostic, spans }: &Located<'_>, files: &Files) {
    let span = spans[0];
    let word = diagnostic.severity.word();
    let message = visible(&diagnostic.message);
    line(out, format_args!("{word}[{}]: {message}", diagnostic.code));
    let gutter = span.map_or(1, |span| span.line.to_string().len());
    let at = address(&diagnostic.label, span, files);
    line(out, format_args!("{:gutter$}--> {at}", ""));
    if let Some(span) = span {
        snippet(out, span, gutter, files);
    }
    for (related, span) in diagnostic.related.iter().zip(&spans[1..]) {
        let at = address(&related.label, *span, files);
        let message = visible(&related.message);
        line(out, format_args!("{:gutter$} = note: {at}: {message}", ""));
    }
    if let Some(help) = &diagnostic.help {
        let help = visible(help);
        line(out, format_args!("{:gutter$} = help: {help}", ""));
    }
}

/// `file:line:column`, or the file and the pointer where no line is known.
fn address(label: &Label, span: Option<Span>, files: &Files) -> String {
    match span {
        Some(span) => {
            let name = visible(files.name(span.file));
            format!("{name}:{}:{}", span.line, span.column)
        }
        None if label.place.pointer.depth() == 0 => visible(files.name(label.place.file)),
        None => {
            let name = visible(files.name(label.place.file));
            format!("{name}#{}", visible(&label.place.pointer.to_string()))
        }
    }
}

/// The source line and a caret under the column.
fn snippet(out: &mut String, span: Span, gutter: usize, files: &Files) {
    let column = span.column as usize - 1;
    let text: Vec<char> = files.line(span).chars().collect();
    let (start, end) = window(text.len(), column);
    let piece: String = text[start..end].iter().collect();
    let before: String = text[start..column.clamp(start, end)].iter().collect();
    let lead = if start > 0 { "…" } else { "" };
    let tail = if end < text.len() { "…" } else { "" };
    let indent = lead.chars().count() + visible(&before).chars().count();
    line(out, format_args!("{:gutter$} |", ""));
    line(
        out,
        format_args!("{:gutter$} | {lead}{}{tail}", span.line, visible(&piece)),
    );
    line(out, format_args!("{:gutter$} | {:indent$}^", "", ""));
}

/// The part of a line of `length` characters that is printed, so that `column` is in it.
fn window(length: usize, column: usize) -> (usize, usize) {
    if length <= WIDTH {
        return (0, length);
    }
    let start = column.saturating_sub(WIDTH / 2).min(length - WIDTH);
    (start, start + WIDTH)
}

fn count(cut: &[&Diagnostic]) -> String {
    let of = |severity| cut.iter().filter(|d| d.severity == severity).count();
    let counts = [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| (severity, of(severity)))
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| {
            let plural = if count == 1 { "" } else { "s" };
            format!("{count} more {}{plural}", severity.word())
        });
    format!("... and {}\n", counts.collect::<Vec<_>>().join(", "))
}

/// Writes a line without trailing blanks.
fn line(out: &mut String, text: std::fmt::Arguments<'_>) {
    let start = out.len();
    // Writing to a `String` cannot fail.
    let _ = out.write_fmt(text);
    let end = out[start..].trim_end().len();
    out.truncate(start + end);
    out.push('\n');
}

/// Foreign text on a terminal: control and bidirectional characters become escapes.
fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\t' => out.push_str("    "),
            _ if char.is_control() || is_invisible(char) => out.extend(char.escape_unicode()),
            _ => out.push(char),
        }
    }
    out
}

/// Characters that reorder or hide their neighbours, or end a line in some terminals.
const fn is_invisible(char: char) -> bool {
    matches!(char,
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
