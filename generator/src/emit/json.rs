//! JSON text in few lines: what fits on a line stands on one.

/// How wide a line may be.
const WIDTH: usize = 88;

/// The lines of a JSON text, whatever its layout was.
pub(crate) fn lines(text: &str) -> Vec<String> {
    at_most(usize::MAX, text).unwrap_or_default()
}

/// The lines of a JSON text; nothing where there are more of them than this.
pub(crate) fn at_most(most: usize, text: &str) -> Option<Vec<String>> {
    if text.len() / WIDTH > most {
        return None;
    }
    let mut tokens = Tokens::of(text);
    let mut lines = vec![indented(0)];
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if lines.len() > most {
            return None;
        }
        match token {
            "{" | "[" => {
                let room = WIDTH.saturating_sub(lines.last().map_or(0, String::len));
                if let Some((one, length)) = group(&mut tokens, at, room) {
                    push(&mut lines, &one);
                    at += length;
                    continue;
                }
                push(&mut lines, token);
                depth += 1;
                lines.push(indented(depth));
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                lines.push(indented(depth));
                push(&mut lines, token);
            }
            "," => {
                push(&mut lines, token);
                // Members of one line each share lines as long as they fit.
                let next = member_width(&mut tokens, at + 1);
                let width = lines.last().map_or(0, String::len);
                if next.is_some_and(|next| width + 1 + next <= WIDTH)
                    && !after_group(&mut tokens, at)
                {
                    push(&mut lines, " ");
                } else {
                    lines.push(indented(depth));
                }
            }
            ":" => push(&mut lines, ": "),
            token => push(&mut lines, token),
        }
        at += 1;
    }
    Some(lines).filter(|lines| lines.len() <= most)
}

/// The beginning of a line, with room for the rest of it.
fn indented(depth: usize) -> String {
    let mut line = String::with_capacity(WIDTH);
    line.extend(std::iter::repeat_n("  ", depth));
    line
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// How wide the member or element at `start` is with its comma; nothing where it is a group.
fn member_width(tokens: &mut Tokens, start: usize) -> Option<usize> {
    let (first, second) = (tokens.get(start)?, tokens.get(start + 1));
    let (value, width) = match second {
        Some(":") => (tokens.get(start + 2)?, first.len() + 1),
        _ => (first, 0),
    };
    (!matches!(value, "{" | "[")).then_some(width + value.len() + 2)
}

/// Whether what ends here is a group.
fn after_group(tokens: &mut Tokens, comma: usize) -> bool {
    matches!(tokens.get(comma.wrapping_sub(1)), Some("}" | "]"))
}

/// The group that tokens begin with on one line, and how many of them it has; nothing where it
/// is wider than the room.
fn group(tokens: &mut Tokens, start: usize, room: usize) -> Option<(String, usize)> {
    let mut out = String::with_capacity(WIDTH);
    let mut depth = 0_usize;
    for index in start.. {
        let token = tokens.get(index)?;
        out.push_str(token);
        match token {
            "{" | "[" => depth += 1,
            "}" | "]" => depth -= 1,
            _ => {}
        }
        if out.len() > room {
            return None;
        }
        if depth == 0 {
            return Some((out, index + 1 - start));
        }
        if is_spaced(token, tokens.get(index + 1)?) {
            out.push(' ');
        }
    }
    None
}

/// Whether a space stands between two tokens: braces have room inside, brackets have none.
fn is_spaced(one: &str, other: &str) -> bool {
    match (one, other) {
        ("{", "}") => false,
        ("{" | "," | ":", _) | (_, "}") => true,
        _ => false,
    }
}

/// Strings, other scalars, and signs, found when they are asked for.
struct Tokens<'t> {
    seen: Vec<&'t str>,
    rest: &'t str,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            seen: Vec::new(),
            rest: text.trim_start(),
        }
    }

    fn get(&mut self, index: usize) -> Option<&'t str> {
        while self.seen.len() <= index {
            let token = self.next()?;
            self.seen.push(token);
        }
        Some(self.seen[index])
    }

    fn next(&mut self) -> Option<&'t str> {
        let length = match self.rest.bytes().next()? {
            b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
            b'"' => string_length(self.rest),
            _ => self
                .rest
                .find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c))
                .unwrap_or(self.rest.len()),
        };
        let (token, after) = self.rest.split_at(length);
        self.rest = after.trim_start();
        Some(token)
    }
}

/// How long a string is, with its quotes.
fn string_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(found) = memchr::memchr2(b'"', b'\\', bytes.get(at..).unwrap_or_default()) {
        at += found;
        if bytes[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    text.len()
}
