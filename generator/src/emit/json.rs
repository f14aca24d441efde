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
    let tokens = tokens(text);
    let mut lines = vec![indented(0)];
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if lines.len() > most {
            return None;
        }
        match *token {
            "{" | "[" => {
                let line = lines.last_mut();
                if let Some(length) = line.and_then(|line| group(&tokens[at..], line)) {
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
                let next = member_width(&tokens[at + 1..]);
                let width = lines.last().map_or(0, String::len);
                if next.is_some_and(|next| width + 1 + next <= WIDTH) && !after_group(&tokens[..at])
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

/// How wide the member or element that tokens begin with is with its comma; nothing where it is a group.
fn member_width(tokens: &[&str]) -> Option<usize> {
    let (value, width) = match tokens {
        [key, ":", value, ..] => (value, key.len() + 1),
        [_, ":"] | [] => return None,
        [value, ..] => (value, 0),
    };
    (!matches!(*value, "{" | "[")).then_some(width + value.len() + 2)
}

/// Whether the last of these tokens ends a group.
fn after_group(tokens: &[&str]) -> bool {
    matches!(tokens.last(), Some(&("}" | "]")))
}

/// Writes the group that tokens begin with into a line and says how many of them it has; nothing where the line has no
/// room for it.
fn group(tokens: &[&str], line: &mut String) -> Option<usize> {
    let start = line.len();
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        line.push_str(token);
        match *token {
            "{" | "[" => depth += 1,
            "}" | "]" => depth -= 1,
            _ => {}
        }
        if line.len() > WIDTH {
            break;
        }
        if depth == 0 {
            return Some(index + 1);
        }
        if tokens
            .get(index + 1)
            .is_some_and(|next| is_spaced(token, next))
        {
            line.push(' ');
        }
    }
    line.truncate(start);
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

/// Strings, other scalars, and signs.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::with_capacity(text.len() / 4);
    let mut rest = text.trim_ascii_start();
    while let Some(first) = rest.bytes().next() {
        let length = match first {
            b'{' | b'}' | b'[' | b']' | b',' | b':' => 1,
            b'"' => string_length(rest),
            _ => rest.bytes().take_while(|byte| !ends_word(*byte)).count(),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_ascii_start();
    }
    tokens
}

/// Whether a number or a word ends before this byte.
fn ends_word(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'{' | b'}' | b'[' | b']' | b',' | b':' | b'"')
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
