//! `check --keywords`: the keyword ledger as Markdown, printed or written into the schema's README.

use std::fmt::Write;
use std::fs;

use generator::openapi::keywords::{Effect, Keyword, Object};

use crate::answer::{Answer, Trouble, Verdict};
use crate::workspace;

const START: &str = "<!-- keywords -->\n";
const END: &str = "<!-- /keywords -->\n";

/// Prints the table, or writes it between the marks of `schema/README.md`.
pub(crate) fn run(write: bool) -> Answer {
    let table = table();
    if !write {
        anstream::print!("{table}");
        return Ok(Verdict::Yes);
    }
    let path = workspace::path("schema/README.md");
    let text = fs::read_to_string(&path).map_err(|error| Trouble::at(&path, &error))?;
    let filled = filled(&text, &table)
        .ok_or_else(|| Trouble::new(format!("{} has no marks for the table", path.display())))?;
    if filled == text {
        anstream::eprintln!("{} is up to date", path.display());
    } else {
        fs::write(&path, filled).map_err(|error| Trouble::at(&path, &error))?;
        anstream::eprintln!("{} rewritten", path.display());
    }
    Ok(Verdict::Yes)
}

fn filled(text: &str, table: &str) -> Option<String> {
    let (before, rest) = text.split_once(START)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{START}\n{table}\n{END}{after}"))
}

/// One row per kind of object: what is used, documented, and without effect.
fn table() -> String {
    let mut out =
        String::from("| object | decides what is emitted | shown in rustdoc |\n|---|---|---|\n");
    for object in Object::ALL
        .into_iter()
        .filter(|it| !it.keywords().is_empty())
    {
        let used = names(object, |effect| effect == Effect::Used);
        let shown = names(object, |effect| effect == Effect::Documented);
        let _ = writeln!(out, "| {} | {used} | {shown} |", object.title());
    }
    section(
        &mut out,
        "Without effect, and why:",
        "why",
        |effect| match effect {
            Effect::Noted(why) => Some(why),
            Effect::Used | Effect::Documented | Effect::Refused(_) => None,
        },
    );
    section(&mut out, "Refused:", "instead", |effect| match effect {
        Effect::Refused(instead) => Some(instead),
        Effect::Used | Effect::Documented | Effect::Noted(_) => None,
    });
    out
}

/// A table of the keywords that have a `reason`.
fn section(
    out: &mut String,
    title: &str,
    column: &str,
    reason: impl Fn(Effect) -> Option<&'static str>,
) {
    let _ = write!(
        out,
        "\n{title}\n\n| object | keywords | {column} |\n|---|---|---|\n"
    );
    for object in Object::ALL {
        for (text, keywords) in by_reason(object, &reason) {
            let _ = writeln!(out, "| {} | {keywords} | {text} |", object.title());
        }
    }
}

fn names(object: Object, is: impl Fn(Effect) -> bool) -> String {
    let of = object
        .keywords()
        .iter()
        .filter(|keyword| is(keyword.effect));
    joined(of)
}

fn joined<'a>(keywords: impl Iterator<Item = &'a Keyword>) -> String {
    let names: Vec<String> = keywords
        .map(|keyword| format!("`{}`", keyword.name))
        .collect();
    names.join(", ")
}

/// The keywords that have a reason by it, in the order in which the reasons first occur.
fn by_reason(
    object: Object,
    reason: impl Fn(Effect) -> Option<&'static str>,
) -> Vec<(&'static str, String)> {
    let of = |keyword: &Keyword| reason(keyword.effect);
    let mut reasons: Vec<&'static str> = Vec::new();
    for text in object.keywords().iter().filter_map(of) {
        if !reasons.contains(&text) {
            reasons.push(text);
        }
    }
    let with = |text| {
        let keywords = object.keywords().iter();
        joined(keywords.filter(|keyword| of(keyword) == Some(text)))
    };
    reasons.into_iter().map(|text| (text, with(text))).collect()
}
