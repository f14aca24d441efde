//! `survey --prove`: values that each schema allows go through the generated types and come out equal.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Map, Value};

use super::document::Job;
use super::row::{Outcome, Row, one_line};
use super::store::Store;
use super::{bar, compile};
use crate::answer::Trouble;
use crate::workspace;

/// Proves every generated crate that was not proved before.
pub(super) fn prove(rows: &mut [Row], jobs: &[Job], store: &Store) -> Result<(), Trouble> {
    let wanted = |row: &Row| row.outcome == Outcome::Generated && row.prove.is_none();
    let mut waiting: Vec<(&Job, &mut Row)> = jobs
        .iter()
        .zip(rows)
        .filter(|(_, row)| wanted(row))
        .collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let members: Vec<&Job> = waiting.iter().map(|(job, _)| *job).collect();
    compile::assemble(&members, store)?;
    let bar = bar(waiting.len(), "prove");
    for (job, row) in &mut waiting {
        match proved(job, store)? {
            Ok(()) => row.prove = Some(true),
            Err(reason) => {
                row.prove = Some(false);
                if row.reason.is_empty() {
                    row.reason = one_line(&reason);
                }
            }
        }
        store.keep(job, row)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Builds and runs the program of one crate; the inner error is what is lost, or why it does not run.
fn proved(job: &Job, store: &Store) -> Result<Result<(), String>, Trouble> {
    let target = store.folder().join("target");
    let built = workspace::cargo()
        .current_dir(store.folder())
        .args(["build", "--quiet", "--package", &job.package, "--example"])
        .arg(&job.package)
        .env("CARGO_TARGET_DIR", &target)
        .output();
    let built = built.map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    if !built.status.success() {
        let text = String::from_utf8_lossy(&built.stderr).into_owned();
        let error = text.lines().find(|line| line.starts_with("error"));
        return Ok(Err(error.unwrap_or("it does not build").to_owned()));
    }
    let program = target.join("debug/examples").join(&job.package);
    let path = job.folder.join("values.jsonl");
    let values = File::open(&path).map_err(|error| Trouble::at(&path, &error))?;
    let run = Command::new(&program)
        .stdin(Stdio::from(values))
        .stderr(Stdio::piped())
        .output();
    let run = run.map_err(|error| Trouble::at(&program, &error))?;
    let values = fs::read_to_string(&path).map_err(|error| Trouble::at(&path, &error))?;
    let mut answers = BufReader::new(&*run.stdout).lines().map_while(Result::ok);
    let mut losses = Vec::new();
    for line in values.lines() {
        match answers.next() {
            Some(answer) => losses.extend(judged(line, &answer)),
            None => losses.push("the program ended early".to_owned()),
        }
    }
    // A folder is for looking at: the row has room for the first one only.
    let found = job.folder.join("losses.txt");
    fs::write(&found, losses.join("\n")).map_err(|error| Trouble::at(&found, &error))?;
    Ok(losses.into_iter().next().map_or(Ok(()), Err))
}

/// What is wrong with the answer to a line, if anything is.
fn judged(line: &str, answer: &str) -> Option<String> {
    let read = serde_json::from_str::<(usize, String, Value)>(line).ok();
    let answer = serde_json::from_str::<Value>(answer).ok();
    let (Some((_, name, given)), Some(answer)) = (read, answer) else {
        return Some(format!("not read: {line}"));
    };
    if let Some(error) = answer.get("error").and_then(Value::as_str) {
        return Some(format!("{name}: {error} in {given}"));
    }
    let got = answer.get("value").unwrap_or(&Value::Null);
    if let Some(place) = difference(&given, got, "") {
        return Some(format!("{name}: {place} in {given}"));
    }
    let debug = answer.get("debug").and_then(Value::as_str);
    let raw = ["Object {", "Array [", "String(", "Number(", "Bool("]
        .iter()
        .any(|kind| debug.is_some_and(|debug| debug.contains(&format!("Unknown({kind}"))));
    raw.then(|| format!("{name}: fits no alternative: {given}"))
}

/// Where a value came out as another one. Missing, null and empty members are the same.
fn difference(given: &Value, got: &Value, place: &str) -> Option<String> {
    match (given, got) {
        (Value::Object(given), Value::Object(got)) => members(given, got, place),
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => one
            .iter()
            .zip(other)
            .enumerate()
            .find_map(|(index, (one, other))| difference(one, other, &format!("{place}/{index}"))),
        (Value::Number(one), Value::Number(other)) if one.as_f64() == other.as_f64() => None,
        (Value::String(one), Value::String(other)) if written(one) == written(other) => None,
        (one, other) if one == other => None,
        (one, other) => Some(format!(
            "{place} was {} and is {}",
            short(one),
            short(other)
        )),
    }
}

fn members(given: &Map<String, Value>, got: &Map<String, Value>, place: &str) -> Option<String> {
    for (name, value) in given {
        let place = format!("{place}/{name}");
        match got.get(name) {
            Some(other) if is_nothing(value) && is_nothing(other) => {}
            Some(other) => {
                if let Some(found) = difference(value, other, &place) {
                    return Some(found);
                }
            }
            None if is_nothing(value) => {}
            None => return Some(format!("{place} is lost")),
        }
    }
    let more = |(name, value): &(&String, &Value)| !given.contains_key(*name) && !is_nothing(value);
    let (name, _) = got.iter().find(more)?;
    Some(format!("{place}/{name} was not there"))
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// A text in the one form that times, durations, addresses and ids of equal meaning share.
fn written(text: &str) -> String {
    if let Ok(time) = text.parse::<jiff::Timestamp>() {
        return time.to_string();
    }
    if let Ok(time) = text.parse::<jiff::civil::Time>() {
        return time.to_string();
    }
    match url::Url::parse(text) {
        Ok(url) => url.to_string(),
        Err(_) => text.to_ascii_lowercase(),
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
