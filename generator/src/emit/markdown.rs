//! Foreign Markdown made safe for rustdoc: it reads the same, and nothing in it comes alive.
//!
//! Raw HTML, links that rustdoc would try to resolve, code that it would compile, and characters
//! that hide what a reader sees are taken out of force; the lints of rustdoc and clippy find
//! nothing to say about what is left.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The lines of a text.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let mut writer = Writer::default();
    for line in clean(text).lines() {
        writer.line(line);
    }
    writer.finish()
}

/// One line of prose: a title or a summary.
pub(crate) fn line(text: &str) -> String {
    let text = clean(text);
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    prose(&line)
}

/// Text as inline code.
pub(crate) fn code(text: &str) -> String {
    let text = clean(text);
    let text = if text.contains('\n') {
        Cow::Owned(text.replace('\n', " "))
    } else {
        text
    };
    if text.trim().is_empty() {
        return "(blank)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        [&fence, " ", &text, " ", &fence].concat()
    } else {
        [&*fence, &text, &fence].concat()
    }
}

/// A block of code in a language that rustdoc does not compile.
pub(crate) fn block(language: &str, text: &str) -> Vec<String> {
    let text = clean(text);
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(
        text.trim_end()
            .lines()
            .map(|line| line.trim_end().to_owned()),
    );
    lines.push(fence);
    lines
}

/// Text without characters that hide or reorder others; every line end becomes `\n`.
fn clean(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                clean.push('\n');
            }
            '\t' => clean.push_str("    "),
            '\u{feff}' => {}
            c if c.is_control() || is_format(c) => {}
            c => clean.push(c),
        }
    }
    Cow::Owned(clean)
}

/// Whether a text has what can be typed and nothing else. Most have, so it is looked at in blocks, which a processor
/// takes at once.
fn is_clean(text: &str) -> bool {
    let is_typed = |byte: &u8| *byte == b'\n' || matches!(byte, b' '..=b'~');
    let mut blocks = text.as_bytes().chunks(64);
    blocks.all(|block| block.iter().map(is_typed).fold(true, |all, is| all & is))
}

/// Characters that change the direction of text or are not seen.
fn is_format(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}')
}

fn longest_run(text: &str) -> usize {
    // Most texts have none.
    if memchr::memchr(b'`', text.as_bytes()).is_none() {
        return 0;
    }
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Goes through a text line by line.
#[derive(Default)]
struct Writer {
    out: Vec<String>,
    /// The lines of the paragraph that is being read; code spans and links may cross them.
    paragraph: Vec<String>,
    /// What stands before the paragraph's first line.
    marker: String,
    /// How far the paragraph's other lines are indented.
    indent: usize,
    /// Whether the paragraph is a quotation.
    quoted: bool,
    /// The open list items: the source's indentation of each and the one it is written with.
    items: Vec<(usize, usize)>,
    /// The open block of code: its fence and what it holds.
    fence: Option<(char, usize, Vec<String>)>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        let indent = line.len() - line.trim_start_matches(' ').len();
        if self.in_fence(line, bare) {
            return;
        }
        if bare.is_empty() {
            self.end_paragraph();
            if self.out.last().is_some_and(|last| !last.is_empty()) {
                self.out.push(String::new());
            }
        } else if let Some((mark, length)) = opening_fence(bare) {
            self.end_paragraph();
            self.fence = Some((mark, length, Vec::new()));
        } else if let Some((level, title)) = heading(bare) {
            self.end_paragraph();
            self.items.clear();
            self.blank();
            // The item's own title stands above.
            self.out.push(format!(
                "{} {}",
                "#".repeat((level + 2).min(6)),
                prose(title)
            ));
            self.out.push(String::new());
        } else if let Some((marker, rest)) = list_item(bare) {
            self.end_paragraph();
            self.item(indent, &marker, rest);
        } else if is_rule(bare) {
            self.end_paragraph();
        } else if let Some(rest) = bare.strip_prefix('>') {
            self.quotation(indent, rest.trim_start_matches(['>', ' ']));
        } else {
            self.text(indent, bare);
        }
    }

    /// Takes in the line if a block of code is open.
    fn in_fence(&mut self, line: &str, bare: &str) -> bool {
        let Some((mark, length, held)) = &mut self.fence else {
            return false;
        };
        let run = bare.chars().take_while(|c| c == mark).count();
        if run >= *length && run == bare.chars().count() {
            self.end_fence();
        } else {
            held.push(line.trim_end().to_owned());
        }
        true
    }

    fn end_fence(&mut self) {
        let Some((_, _, held)) = self.fence.take() else {
            return;
        };
        let shared = held.iter().filter(|line| !line.is_empty());
        let shared = shared
            .map(|line| line.len() - line.trim_start_matches(' ').len())
            .min();
        let shared = shared.unwrap_or(0);
        let held: Vec<_> = held
            .iter()
            .map(|line| line.get(shared..).unwrap_or_default())
            .collect();
        let pad = " ".repeat(self.items.last().map_or(0, |item| item.1));
        for line in block("text", &held.join("\n")) {
            self.out.push(format!("{pad}{line}").trim_end().to_owned());
        }
    }

    fn item(&mut self, indent: usize, marker: &str, rest: &str) {
        while self
            .items
            .last()
            .is_some_and(|(source, _)| indent < source + 2 && indent <= *source)
        {
            self.items.pop();
        }
        // An item that is hardly deeper than its parent is its sibling.
        if self.items.len() > 5 {
            self.items.pop();
        }
        let outer = self.items.last().map_or(0, |item| item.1);
        if self.items.is_empty() {
            self.blank_before_list();
        }
        self.marker = format!("{}{marker} ", " ".repeat(outer));
        self.indent = self.marker.len();
        self.items.push((indent, self.indent));
        self.paragraph.push(rest.to_owned());
    }

    /// A list begins after a blank line or after another list's item.
    fn blank_before_list(&mut self) {
        let follows = self
            .out
            .last()
            .is_some_and(|last| list_item(last.trim()).is_some() || last.starts_with(' '));
        if !follows {
            self.blank();
        }
    }

    fn text(&mut self, indent: usize, bare: &str) {
        if self.paragraph.is_empty() {
            let after_blank = self.out.last().is_none_or(String::is_empty);
            while after_blank
                && self
                    .items
                    .last()
                    .is_some_and(|(source, _)| indent <= *source)
            {
                self.items.pop();
            }
            self.indent = self.items.last().map_or(0, |item| item.1);
            self.marker = " ".repeat(self.indent);
        }
        self.paragraph.push(bare.to_owned());
    }

    fn quotation(&mut self, indent: usize, bare: &str) {
        if bare.is_empty() || !self.quoted {
            self.end_paragraph();
            self.blank();
        }
        if !bare.is_empty() {
            self.text(indent, bare);
            self.quoted = true;
        }
    }

    fn blank(&mut self) {
        if self.out.last().is_some_and(|last| !last.is_empty()) {
            self.out.push(String::new());
        }
    }

    fn end_paragraph(&mut self) {
        if self.paragraph.is_empty() {
            return;
        }
        let text = prose(&self.paragraph.join("\n"));
        self.paragraph.clear();
        let quote = if std::mem::take(&mut self.quoted) {
            "> "
        } else {
            ""
        };
        let pad = [&*" ".repeat(self.indent), quote].concat();
        let first = [&*self.marker, quote].concat();
        for (index, line) in text.lines().enumerate() {
            let before = if index == 0 { &first } else { &pad };
            let mut line = [before, line].concat();
            line.truncate(line.trim_end().len());
            self.out.push(line);
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.end_paragraph();
        self.end_fence();
        while self.out.last().is_some_and(String::is_empty) {
            self.out.pop();
        }
        self.out
    }
}

fn opening_fence(bare: &str) -> Option<(char, usize)> {
    let mark = bare.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = bare.chars().take_while(|c| *c == mark).count();
    let inline = mark == '`' && bare[length..].contains('`');
    (length >= 3 && !inline).then_some((mark, length))
}

fn heading(bare: &str) -> Option<(usize, &str)> {
    let level = bare.chars().take_while(|c| *c == '#').count();
    let rest = &bare[level..];
    let title = rest.trim().trim_end_matches('#').trim_end();
    ((1..=6).contains(&level) && rest.starts_with(' ') && !title.is_empty())
        .then_some((level, title))
}

/// The marker of a list item in the one form we write, and its text.
fn list_item(bare: &str) -> Option<(String, &str)> {
    if let Some(rest) = bare.strip_prefix(['-', '*', '+']) {
        let text = rest.strip_prefix(' ')?.trim_start();
        let rule = text.is_empty() || is_rule(bare);
        return (!rule).then(|| ("-".to_owned(), text));
    }
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = bare[digits..].strip_prefix(['.', ')'])?.strip_prefix(' ')?;
    let text = rest.trim_start();
    let fits = (1..=4).contains(&digits) && !text.is_empty();
    fits.then(|| (format!("{}.", &bare[..digits]), text))
}

/// A line that is drawn, or that makes a heading of the one above.
fn is_rule(bare: &str) -> bool {
    let mut marks = bare.chars().filter(|c| *c != ' ');
    let first = marks.next();
    first.is_none_or(|first| "-=*_".contains(first) && marks.all(|mark| mark == first))
}

/// Prose without live HTML, links of rustdoc's own, or open code spans.
fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at_start = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let plain = if at_start { 0 } else { plain(rest) };
        if plain > 0 {
            out.push_str(&rest[..plain]);
            rest = &rest[plain..];
            continue;
        }
        let taken = match c {
            '`' => code_span(rest, &mut out),
            '[' => link(rest, &mut out),
            '<' => angle(rest, &mut out),
            '\\' => escape(rest, &mut out),
            '>' | '#' | '+' | '-' | '=' if at_start => guarded(c, &mut out),
            'h' if is_url(rest) && !out.ends_with(|c: char| c.is_ascii_alphanumeric()) => {
                url(rest, &mut out)
            }
            _ => {
                out.push(c);
                c.len_utf8()
            }
        };
        at_start = c == '\n' || (at_start && c == ' ');
        rest = &rest[taken..];
    }
    out
}

/// How many bytes of running text mean nothing but themselves.
fn plain(text: &str) -> usize {
    let bytes = text.as_bytes();
    let means = |at: &usize| match bytes[*at] {
        b'`' | b'[' | b'<' | b'\\' | b'\n' => true,
        b'h' => bytes[*at..].starts_with(b"http"),
        _ => false,
    };
    (0..bytes.len()).find(means).unwrap_or(bytes.len())
}

/// A sign that would mean something at the start of a line.
fn guarded(c: char, out: &mut String) -> usize {
    out.push('\\');
    out.push(c);
    c.len_utf8()
}

/// A code span if it is closed within the paragraph, else the bare sign.
fn code_span(rest: &str, out: &mut String) -> usize {
    let run = rest.len() - rest.trim_start_matches('`').len();
    let mut from = run;
    while let Some(found) = rest[from..].find('`') {
        let start = from + found;
        let length = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        if length == run {
            out.push_str(&code(rest[run..start].trim()));
            return start + length;
        }
        from = start + length;
    }
    out.push_str(&"\\`".repeat(run));
    run
}

/// A link to the web stays one, of a link within a site that is not known here stays the text; other
/// brackets are text.
fn link(rest: &str, out: &mut String) -> usize {
    if let Some((text, target, length)) = inline_link(rest)
        && target.starts_with(['/', '#', '.'])
        && !text.trim().is_empty()
    {
        out.push_str(&prose(text));
        return length;
    }
    if let Some((text, target, length)) = inline_link(rest)
        && is_url(target)
        && target.bytes().all(is_url_byte)
    {
        let text = prose(text);
        // A link within a link is none.
        if !text.contains("](") && !text.contains("<http") && !text.trim().is_empty() {
            let _ = write!(out, "[{text}]({target})");
            return length;
        }
    }
    out.push_str("\\[");
    1
}

/// The text, target and whole length of `[text](target "title")`.
fn inline_link(rest: &str) -> Option<(&str, &str, usize)> {
    let close = rest.find(']')?;
    let text = &rest[1..close];
    let inside = rest[close + 1..].strip_prefix('(')?;
    let end = inside.find(')')?;
    let target = inside[..end].split_whitespace().next()?;
    (!text.contains('[')).then_some((text, target, close + 2 + end + 1))
}

/// A web address in angle brackets stays one; a line break becomes one; other tags are text.
fn angle(rest: &str, out: &mut String) -> usize {
    let Some(end) = rest.find('>') else {
        out.push_str("\\<");
        return 1;
    };
    let inside = &rest[1..end];
    if is_url(inside) && inside.bytes().all(is_url_byte) {
        let _ = write!(out, "<{inside}>");
        return end + 1;
    }
    let tag = inside.trim_end_matches('/').trim();
    if tag.eq_ignore_ascii_case("br") {
        out.push(' ');
        return end + 1;
    }
    out.push_str("\\<");
    1
}

/// A backslash keeps the sign behind it as it is.
fn escape(rest: &str, out: &mut String) -> usize {
    let next = rest[1..].chars().next();
    if let Some(sign) = next.filter(char::is_ascii_punctuation) {
        out.push('\\');
        out.push(sign);
        2
    } else {
        out.push_str("\\\\");
        1
    }
}

fn is_url(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| {
        text.strip_prefix(scheme)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

fn is_url_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'@' | b'!'
        )
        || matches!(
            byte,
            b'$' | b'&' | b'\'' | b'*' | b'+' | b',' | b';' | b'=' | b'%'
        )
}

/// A bare address becomes a link, a template of one becomes code.
fn url(rest: &str, out: &mut String) -> usize {
    let end = rest.find(|c: char| c.is_whitespace() || "<>\"`()[]|\\^".contains(c));
    let token = &rest[..end.unwrap_or(rest.len())];
    let token = token.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', '}']);
    let open = token.matches('{').count() > token.matches('}').count();
    let token = if open && rest[token.len()..].starts_with('}') {
        &rest[..=token.len()]
    } else {
        token
    };
    if token.bytes().all(is_url_byte) {
        let _ = write!(out, "<{token}>");
    } else {
        out.push_str(&code(token));
    }
    token.len()
}
