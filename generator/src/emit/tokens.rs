//! Code with expressions of many forms: built as tokens, laid out by prettyplease.

use proc_macro2::{Ident, Span, TokenStream};

/// Lays out items. Tokens that are no items would be a fault of ours; they are shown as they are.
pub(crate) fn format(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => spaced(&wide(&prettyplease::unparse(&file))),
        Err(_) => tokens.to_string(),
    }
}

/// Arguments that fit on one line of ours; prettyplease has narrower ones.
fn wide(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some((joined, taken)) = on_one_line(&lines[at..]) {
            out.push_str(&joined);
            at += taken;
        } else {
            out.push_str(line);
            at += 1;
        }
        out.push('\n');
    }
    out
}

/// The first line with the arguments that follow it, if they fit, and how many lines they were.
fn on_one_line(lines: &[&str]) -> Option<(String, usize)> {
    let (first, rest) = lines.split_first()?;
    let head = first
        .strip_suffix('(')
        .filter(|head| !head.trim_start().starts_with("///"))?;
    let count = rest.iter().take_while(|line| line.ends_with(',')).count();
    let close = rest
        .get(count)
        .filter(|line| line.trim_start().starts_with(')'))?;
    let arguments: Vec<_> = rest[..count].iter().map(|line| line.trim()).collect();
    let arguments = arguments.join(" ");
    let one = format!(
        "{head}({}{}",
        arguments.trim_end_matches(','),
        close.trim_start()
    );
    (count > 0 && one.len() <= 100).then_some((one, count + 2))
}

/// A blank line between the functions of an `impl`.
fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        let ends = line == "    }" && lines.peek().is_some_and(|next| *next != "}");
        let begins = line.starts_with("    ") && line.ends_with(';') && !line.starts_with("     ");
        let begins = begins && lines.peek().is_some_and(|next| next.starts_with("    fn "));
        if ends || begins {
            out.push('\n');
        }
    }
    out
}

/// An identifier from source text; `r#` makes a raw one.
pub(crate) fn ident(source: &str) -> Ident {
    match source.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(source, Span::call_site()),
    }
}

/// Tokens from source text that this generator wrote itself.
pub(crate) fn parse(source: &str) -> TokenStream {
    source.parse().unwrap_or_default()
}
