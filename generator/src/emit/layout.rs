//! Laying out the lines that no formatter reaches: rows inside macros, lists of imports.

use std::fmt::Write as _;

/// How wide a line may be.
pub(crate) const WIDTH: usize = 100;

/// Fills lines with entries, a comma behind each.
pub(crate) fn fill(out: &mut String, indent: &str, entries: &[String]) {
    fill_within(out, WIDTH, indent, entries);
}

/// The same, for lines of this width.
pub(crate) fn fill_within(
    out: &mut String,
    limit: usize,
    indent: &str,
    entries: &[impl AsRef<str>],
) {
    let mut width = 0;
    for entry in entries {
        let entry = entry.as_ref();
        if width > 0 && width + 1 + entry.len() + 1 > limit {
            out.push('\n');
            width = 0;
        }
        if width == 0 {
            out.push_str(indent);
            width = indent.len();
        } else {
            out.push(' ');
            width += 1;
        }
        out.push_str(entry);
        out.push(',');
        width += entry.len() + 1;
    }
    out.push('\n');
}

/// `head entries tail` on one line if it fits, else the entries in filled lines between them.
pub(crate) fn group(out: &mut String, indent: &str, head: &str, entries: &[String], tail: &str) {
    let one = format!(
        "{indent}{head} {} {}",
        entries.join(", "),
        tail.trim_start()
    );
    if entries.is_empty() {
        let _ = writeln!(out, "{indent}{head}{}", tail.trim_start());
    } else if one.len() <= WIDTH && !one.contains('\n') {
        out.push_str(&one);
        out.push('\n');
    } else {
        let _ = writeln!(out, "{indent}{head}");
        fill(out, &format!("{indent}    "), entries);
        let _ = writeln!(out, "{indent}{}", tail.trim_start());
    }
}

/// Two groups, the second behind the first, on as few lines.
pub(crate) fn groups(
    out: &mut String,
    indent: &str,
    [head, between, tail]: [&str; 3],
    [first, second]: [&[String]; 2],
) {
    let lead = if first.is_empty() {
        format!("{head}{between}")
    } else {
        format!("{head} {} {between}", first.join(", "))
    };
    if indent.len() + lead.len() <= WIDTH {
        return group(out, indent, &lead, second, tail);
    }
    group(out, indent, head, first, between);
    fill(out, &format!("{indent}    "), second);
    let _ = writeln!(out, "{indent}{tail}");
}

/// What closes a group that clauses follow: on its own line if it fits, else a line for each.
pub(crate) fn tail(clauses: &[String]) -> String {
    let one = format!("}} {}", [clauses, &["}".to_owned()]].concat().join(" "));
    if one.len() <= WIDTH {
        return one;
    }
    format!("}}\n    {}\n}}", clauses.join("\n    "))
}

/// `use path::{a, b};`, or without braces for one name.
pub(crate) fn import(out: &mut String, path: &str, names: &[&str]) {
    import_within(out, WIDTH, path, names);
}

/// The same, for a line of this width.
pub(crate) fn import_within(out: &mut String, width: usize, path: &str, names: &[&str]) {
    match names {
        [] => {}
        [name] => {
            let _ = writeln!(out, "use {path}::{name};");
        }
        names => {
            let one = format!("use {path}::{{{}}};\n", names.join(", "));
            if one.len() <= width + 1 {
                out.push_str(&one);
            } else {
                let _ = writeln!(out, "use {path}::{{");
                let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
                fill(out, "    ", &names);
                out.push_str("};\n");
            }
        }
    }
}

/// A Rust string literal.
pub(crate) fn literal(text: &str) -> String {
    let is_plain = |byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
    if text.bytes().all(is_plain) {
        return ["\"", text, "\""].concat();
    }
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('"');
    for c in text.chars() {
        match c {
            // A quote that needs no escape in a string.
            '\'' => literal.push(c),
            c if c.is_ascii() => literal.extend(c.escape_default()),
            // What cannot be seen or reorders text is spelt out.
            c if c.is_alphanumeric() => literal.push(c),
            c => literal.extend(c.escape_debug()),
        }
    }
    literal.push('"');
    literal
}
