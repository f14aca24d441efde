//! JSON text in few lines: what fits on a line stands on one.

/// How wide a line may be.
const WIDTH: usize = 88;

/// The lines of a JSON text, whatever its layout was.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let mut lines = vec![String::new()];
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match *token {
            "{" | "[" => {
                let room = WIDTH.saturating_sub(lines.last().map_or(0, String::len));
                if let Some((one, length)) = group(&tokens[at..], room) {
                    push(&mut lines, &one);
                    at += length;
                    continue;
                }
                push(&mut lines, token);
                depth += 1;
                lines.push("  ".repeat(depth));
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                lines.push("  ".repeat(depth));
                push(&mut lines, token);
            }
            "," => {
                push(&mut lines, token);
                // Members of one line each share lines as long as they fit.
                let next = member_width(&tokens, at + 1);
                let width = lines.last().map_or(0, String::len);
                if next.is_some_and(|next| width + 1 + next <= WIDTH) && !after_group(&tokens, at) {
                    push(&mut lines, " ");
                } else {
                    lines.push("  ".repeat(depth));
                }
            }
            ":" => push(&mut lines, ": "),
            token => push(&mut lines, token),
        }
        at += 1;
    }
    lines
}

fn push(lines: &mut [String], text: &str) {
    if let Some(last) = lines.last_mut() {
        last.push_str(text);
    }
}

/// How wide the member or element at `start` is with its comma; nothing where it is a group.
fn member_width(tokens: &[&str], start: usize) -> Option<usize> {
    let value = if tokens.get(start + 1) == Some(&":") {
        start + 2
    } else {
        start
    };
    let is_group = tokens
        .get(value)
        .is_none_or(|token| matches!(*token, "{" | "["));
    let member = &tokens[start..=value.min(tokens.len() - 1)];
    (!is_group).then(|| member.iter().map(|token| token.len()).sum::<usize>() + 2)
}

/// Whether what ends here is a group.
fn after_group(tokens: &[&str], comma: usize) -> bool {
    matches!(tokens.get(comma.wrapping_sub(1)), Some(&("}" | "]")))
}

/// The group that tokens begin with on one line, and how many of them it has; nothing where it
/// is wider than the room.
fn group(tokens: &[&str], room: usize) -> Option<(String, usize)> {
    let mut out = String::new();
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        out.push_str(token);
        match *token {
            "{" | "[" => depth += 1,
            "}" | "]" => depth -= 1,
            _ => {}
        }
        if out.len() > room {
            return None;
        }
        if depth == 0 {
            return Some((out, index + 1));
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

/// Strings, other scalars, and signs.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            '"' => string_length(rest),
            _ => rest
                .find(|c: char| c.is_whitespace() || "{}[],:\"".contains(c))
                .unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

/// How long a string is, with its quotes.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (index, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return index + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}
