//! Doc comments.

use super::{examples, markdown};
use crate::ir::{Docs, Example, Link};

/// The lines of an item's documentation: title, prose, notes, links, examples.
pub(crate) fn lines(docs: &Docs, name: &str, fallback: &str) -> Vec<String> {
    let mut out = Head::of(docs).beside(name, fallback).paragraphs(fallback);
    push_rest(&mut out, docs);
    push_examples(&mut out, &docs.examples);
    out
}

/// The same for a member, where a title that says something is the label of the prose.
pub(crate) fn member(docs: &Docs, name: &str, fallback: &str) -> Vec<String> {
    let head = Head::of(docs).beside(name, fallback).labelled();
    let mut out = head.paragraphs(fallback);
    push_rest(&mut out, docs);
    push_examples(&mut out, &docs.examples);
    out
}

/// Title, prose, notes and links.
pub(crate) fn prose(docs: &Docs, fallback: &str) -> Vec<String> {
    let mut out = Head::of(docs).paragraphs(fallback);
    push_rest(&mut out, docs);
    out
}

/// Notes and links.
fn push_rest(out: &mut Vec<String>, docs: &Docs) {
    push_beside(out, &docs.notes);
    push_links(out, &docs.links);
}

/// Where more is to be read.
pub(crate) fn push_links(out: &mut Vec<String>, links: &[Link]) {
    for link in links {
        let address = markdown::line(&link.url);
        let text = link.description.as_deref().map(markdown::line);
        let text = text.map(|text| format!(": {text}")).unwrap_or_default();
        paragraph(out, &format!("See {address}{text}"));
    }
}

/// How long a line of our own sentences is behind its indentation.
pub(crate) const LONGEST_LINE: usize = 92;

/// How long a title may be that stands before the prose of a member.
const LONGEST_LABEL: usize = 60;

/// The examples.
pub(crate) fn push_examples(out: &mut Vec<String>, examples: &[Example]) {
    for example in examples {
        push_example(out, "Example", example);
    }
}

/// The examples of a call: one of what is sent, and those of the answer.
pub(crate) fn push_call_examples(out: &mut Vec<String>, sent: &[Example], brought: &[Example]) {
    let sent = examples::of_request(sent);
    if let Some(example) = sent {
        push_example(out, "Example of the request", example);
    }
    let word = sent.map_or("Example", |_| "Example of the answer");
    for example in brought {
        push_example(out, word, example);
    }
}

/// How long a title is that may have been cut where its line ended.
const WHOLE_LINE: usize = 60;

/// What the document says of an item: a title, unless the prose says the same, and prose.
struct Head {
    title: Option<String>,
    text: Vec<String>,
}

impl Head {
    fn of(docs: &Docs) -> Self {
        let text = docs.text.as_deref().map(markdown::lines);
        let text = text.unwrap_or_default();
        let title = docs.title.as_deref().map(markdown::line);
        let title = title.filter(|title| !title.is_empty() && !is_said(title, &text));
        Self { title, text }.joined()
    }

    /// With a title that is the first line of a sentence, and the prose the rest of it, in one.
    fn joined(mut self) -> Self {
        let is_line =
            |title: &str| title.len() >= WHOLE_LINE && title.ends_with(char::is_alphabetic);
        let goes_on = |title: &mut String| title.ends_with(',') || is_line(title);
        if let Some(first) = self.text.first_mut()
            && first.starts_with(char::is_lowercase)
            && let Some(title) = self.title.take_if(goes_on)
        {
            *first = format!("{title} {first}");
        }
        self
    }

    /// Without a title that only repeats the item's name, where nothing better has to stand for it.
    fn beside(mut self, name: &str, fallback: &str) -> Self {
        let spare = !self.text.is_empty() || fallback.is_empty();
        self.title.take_if(|title| spare && is_same(title, name));
        self
    }

    /// With a short title before the prose it stands above.
    fn labelled(mut self) -> Self {
        if !self.text.is_empty()
            && let Some(title) = self.title.take_if(|title| title.len() <= LONGEST_LABEL)
        {
            self.text = labelled(&title, self.text);
        }
        self
    }

    /// Title and prose; the fallback where there is neither.
    fn paragraphs(self, fallback: &str) -> Vec<String> {
        let mut out: Vec<_> = self.title.into_iter().collect();
        if !out.is_empty() && !self.text.is_empty() {
            out.push(String::new());
        }
        out.extend(self.text);
        if out.is_empty() && !fallback.is_empty() {
            out.push(fallback.to_owned());
        }
        out
    }
}

/// Prose behind a label; on its own where what follows is no sentence.
pub(crate) fn labelled(label: &str, mut text: Vec<String>) -> Vec<String> {
    match text.first_mut() {
        Some(first) if first.starts_with(char::is_alphabetic) => {
            *first = format!("{}: {first}", label.trim_end_matches(['.', ':']));
        }
        _ => drop(text.splice(..0, [label.to_owned(), String::new()])),
    }
    text
}

/// Whether every word of a title stands in the first paragraph of a text too.
pub(crate) fn is_said(title: &str, text: &[String]) -> bool {
    let paragraph = || text.iter().take_while(|line| !line.is_empty());
    words(title)
        .all(|word| paragraph().any(|line| words(line).any(|said| said.eq_ignore_ascii_case(word))))
}

pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty())
}

/// Whether two names differ in case and signs alone.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    one == other || letters(one).eq(letters(other))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

/// Our own sentences behind prose of one line, where they fit there; else as a paragraph.
pub(crate) fn push_beside(out: &mut Vec<String>, sentences: &[String]) {
    if sentences.is_empty() {
        return;
    }
    if let [line] = &mut out[..] {
        let text = closed(line.clone());
        let is_plain = text.starts_with(|c: char| c.is_alphanumeric() || "[(\"'".contains(c))
            || text.starts_with('`') && !text.starts_with("```");
        let joined = format!("{text} {}", sentences.join(" "));
        if is_plain && text.ends_with(['.', '!', '?']) && joined.len() <= LONGEST_LINE {
            *line = joined;
            return;
        }
    }
    paragraph(out, &filled(sentences));
}

/// Text that another sentence may follow.
pub(crate) fn closed(mut text: String) -> String {
    if text.ends_with(|c: char| c.is_alphanumeric() || c == '`' || c == ')') {
        text.push('.');
    }
    text
}

/// Whether a text goes on in the line of another sentence.
pub(crate) fn is_short(text: &str) -> bool {
    text.len() <= LONGEST_LABEL
}

/// Sentences on as few lines as hold them.
pub(crate) fn filled(sentences: &[String]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for sentence in sentences {
        if width > 0 {
            let fits = width + 1 + sentence.len() <= LONGEST_LINE;
            width = if fits { width + 1 } else { 0 };
            out.push(if fits { ' ' } else { '\n' });
        }
        out.push_str(sentence);
        width += sentence.len();
    }
    out
}

/// A paragraph of its own.
pub(crate) fn paragraph(out: &mut Vec<String>, text: &str) {
    if !out.is_empty() {
        out.push(String::new());
    }
    out.extend(text.lines().map(str::to_owned));
}

/// An example behind the word that says of what.
fn push_example(out: &mut Vec<String>, word: &str, example: &Example) {
    let name = example.name.as_deref().map(markdown::code);
    let summary = example.summary.as_deref().map(markdown::line);
    let head = match (name, summary) {
        (Some(name), Some(summary)) => {
            format!("{word} {name}: {}.", summary.trim_end_matches('.'))
        }
        (Some(name), None) => format!("{word} {name}:"),
        (None, Some(summary)) => format!("{word}: {}.", summary.trim_end_matches('.')),
        (None, None) => format!("{word}:"),
    };
    let Some(lines) = examples::lines(example) else {
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
