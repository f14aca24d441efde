//! Path templates: which parameters they name, and whether two of them are alike.

use super::fault::fault;
use crate::diagnostic::Code;
use crate::lower::context::Context;
use crate::source::Site;
use foldhash::HashMap;
use std::borrow::Cow;
use std::fmt::Write as _;

/// The names between braces, in order, each once.
pub(super) fn variables(template: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for piece in template.split('{').skip(1) {
        if let Some((name, _)) = piece.split_once('}')
            && !names.contains(&name)
        {
            names.push(name);
        }
    }
    names
}

/// The name that a variable stands for: as it is declared, or without the marks of an RFC 6570
/// expression (`{;id*}`), of which a parameter's `style` and `explode` say the same.
pub(super) fn name<'t>(variable: &'t str, declared: &[&str]) -> &'t str {
    let bare = variable
        .trim_start_matches(['.', ';', '/', '?', '&', '+'])
        .trim_end_matches(['*', '+']);
    if !declared.contains(&variable) && declared.contains(&bare) {
        bare
    } else {
        variable
    }
}

/// The template as requests use it: every variable by its declared name, and no fragment, which is never sent.
pub(super) fn sent(template: &str, declared: &[&str]) -> String {
    let path = match template.rsplit_once('#') {
        Some((path, fragment)) if !fragment.contains('}') => path,
        _ => template,
    };
    let path = &kept(path);
    if !is_whole(path) {
        return literal(path, declared);
    }
    let named = variables(path)
        .into_iter()
        .map(|variable| (variable, name(variable, declared)));
    named
        .filter(|(variable, name)| variable != name)
        .fold(path.to_string(), |path, (variable, name)| {
            path.replace(&format!("{{{variable}}}"), &format!("{{{name}}}"))
        })
}

/// A path in which is escaped what URLs lose without a word (spaces at the end, tabs, line ends), take for a slash, or
/// leave as it is although no URI has it.
fn kept(path: &str) -> Cow<'_, str> {
    let text = path.trim_end_matches(' ');
    let is_kept = |byte| !matches!(byte, b'\t' | b'\n' | b'\r' | b'\\' | b'|' | b'^');
    if text.len() == path.len() && path.bytes().all(is_kept) {
        return Cow::Borrowed(path);
    }
    let mut out = String::with_capacity(path.len());
    for letter in text.chars() {
        match letter {
            '\t' | '\n' | '\r' | '\\' | '|' | '^' => {
                let _ = write!(out, "%{:02X}", u32::from(letter));
            }
            letter => out.push(letter),
        }
    }
    out.push_str(&"%20".repeat(path.len() - text.len()));
    Cow::Owned(out)
}

/// A template with broken braces: what is no declared parameter is text, its braces escaped as URLs do.
fn literal(path: &str, declared: &[&str]) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, tail) = rest.split_at(at);
        out.push_str(text);
        let parameter = declared.iter().find_map(|name| {
            let whole = format!("{{{name}}}");
            tail.strip_prefix(&whole).map(|rest| (whole.clone(), rest))
        });
        rest = if let Some((whole, after)) = parameter {
            out.push_str(&whole);
            after
        } else {
            out.push_str(if tail.starts_with('{') { "%7B" } else { "%7D" });
            &tail[1..]
        };
    }
    out.push_str(rest);
    out
}

/// Whether every brace has its partner, none is inside another, and each pair holds a name.
fn is_whole(template: &str) -> bool {
    let mut name: Option<usize> = None;
    for c in template.chars() {
        match (c, &mut name) {
            ('{', None) => name = Some(0),
            ('}', Some(1..)) => name = None,
            ('{', Some(_)) | ('}', _) => return false,
            (_, Some(length)) => *length += 1,
            (_, None) => {}
        }
    }
    name.is_none()
}

/// Reports templates with broken braces, and templates that only differ in names.
pub(super) fn judge<'d>(cx: &mut Context<'d>, paths: &Site<'d>) {
    let mut seen: HashMap<String, Site<'d>> = HashMap::default();
    for (template, site) in paths.members().filter(|(key, _)| key.starts_with('/')) {
        if !is_whole(template) {
            let message = format!("the braces of the path `{template}` do not pair up");
            let fault = fault(cx, Code::PathTemplate, &site.place, message);
            cx.report
                .push(fault.at_key().help("write each parameter as `{name}`"));
            continue;
        }
        if let Some(first) = seen.get(&skeleton(template)) {
            let message = format!("`{template}` is the same path as another one");
            let fault = fault(cx, Code::SamePath, &site.place, message)
                .at_key()
                .help("put the operations of both under one path")
                .related_key(first.place.clone(), "the other one is here");
            cx.report.push(fault);
        } else {
            seen.insert(skeleton(template), site);
        }
    }
}

/// The template without the names in its braces.
fn skeleton(template: &str) -> String {
    let mut out = String::with_capacity(template.len());
    for (index, piece) in template.split('{').enumerate() {
        match piece.split_once('}') {
            Some((_, rest)) if index > 0 => {
                out.push_str("{}");
                out.push_str(rest);
            }
            _ => out.push_str(piece),
        }
    }
    out
}
