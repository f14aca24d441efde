//! Words on the terminal: colours only there, talk on stderr.

use anstyle::{AnsiColor, Style};
use clap::builder::styling::Styles;

/// Colours of `--help`.
pub(crate) const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

pub(crate) const GOOD: Style = AnsiColor::Green.on_default().bold();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
pub(crate) const CAREFUL: Style = AnsiColor::Yellow.on_default().bold();
pub(crate) const QUIET: Style = Style::new().dimmed();

/// Text in a style; the streams of `anstream` drop it where there is no terminal.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Says that and why there is no answer.
pub(crate) fn error(text: &str) {
    anstream::eprintln!("{} {text}", paint(BAD, "error:"));
}

/// Prints the findings about a document to stderr.
pub(crate) fn report(report: &impl std::fmt::Display) {
    let text = report.to_string();
    for line in text.lines() {
        anstream::eprintln!("{}", painted(line));
    }
    if !text.is_empty() {
        anstream::eprintln!();
    }
}

/// A line of a report with its severity or its frame in colour.
fn painted(line: &str) -> String {
    let heads = [("error[", BAD), ("warning[", CAREFUL), ("note[", GOOD)];
    for (head, style) in heads {
        if line.starts_with(head)
            && let Some((code, message)) = line.split_once(": ")
        {
            return format!("{}: {message}", paint(style, code));
        }
    }
    let framed = line.trim_start().starts_with(['|', '=']) || line.trim_start().starts_with("-->");
    if framed {
        paint(QUIET, line)
    } else {
        line.to_owned()
    }
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ if noun.ends_with('y') => format!("{number} {}ies", noun.trim_end_matches('y')),
        _ => format!("{number} {noun}s"),
    }
}
