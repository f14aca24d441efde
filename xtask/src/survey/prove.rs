//! `survey --prove`: values that each schema allows go through the generated types and come out equal.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::compare::difference;
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
    for (index, (job, row)) in waiting.iter_mut().enumerate() {
        if let Some(batch) = members.get(index..).filter(|_| index % BATCH == 0) {
            build(&batch[..batch.len().min(BATCH)], store)?;
        }
        let proof = proved(job, store)?;
        // A folder is for looking at: the row has room for the first one only.
        for (name, lines) in [
            ("losses.txt", &proof.losses),
            ("uncalled.txt", &proof.uncalled),
        ] {
            let path = job.folder.join(name);
            fs::write(&path, lines.join("\n")).map_err(|error| Trouble::at(&path, &error))?;
        }
        row.prove = Some(proof.losses.is_empty());
        row.answers = proof.answers;
        row.uncalled = proof.uncalled.len() as u64;
        let reason = proof.losses.first().or(proof.uncalled.first());
        if let Some(reason) = reason.filter(|_| row.reason.is_empty()) {
            row.reason = one_line(reason);
        }
        store.keep(job, row)?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// How many programs one run of cargo builds.
const BATCH: usize = 8;

/// Builds the programs of some crates, several at once; what fails is told when its own turn comes.
fn build(batch: &[&Job], store: &Store) -> Result<(), Trouble> {
    let mut cargo = workspace::cargo();
    cargo
        .current_dir(store.folder())
        .args(["build", "--quiet", "--keep-going"])
        .env("CARGO_TARGET_DIR", store.folder().join("target"));
    for job in batch {
        cargo.args(["--package", &job.package, "--example", &job.package]);
    }
    let built = cargo.output();
    built.map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    Ok(())
}

/// What became of one crate.
#[derive(Default)]
struct Proof {
    /// What is lost, or why the program does not run.
    losses: Vec<String>,
    /// How many answers came over loopback.
    answers: u64,
    /// What could not be called, and why.
    uncalled: Vec<String>,
}

/// Builds and runs the program of one crate.
fn proved(job: &Job, store: &Store) -> Result<Proof, Trouble> {
    let target = store.folder().join("target");
    let built = workspace::cargo()
        .current_dir(store.folder())
        .args(["build", "--quiet", "--package", &job.package, "--example"])
        .arg(&job.package)
        .env("CARGO_TARGET_DIR", &target)
        .output();
    let built = built.map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    let mut proof = Proof::default();
    if !built.status.success() {
        let text = String::from_utf8_lossy(&built.stderr).into_owned();
        let error = text.lines().find(|line| line.starts_with("error"));
        let error = error.unwrap_or("it does not build");
        proof.losses.push(error.to_owned());
        return Ok(proof);
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
    for line in values.lines() {
        match answers.next() {
            Some(_) if line.starts_with(UNCALLED) => proof.uncalled.extend(uncalled(line)),
            Some(answer) if answer.contains(UNMADE) && line.contains(GUESSED) => {
                let name = serde_json::from_str::<Value>(line).unwrap_or_default();
                let name = name["name"].as_str().unwrap_or_default().to_owned();
                let why = "no valid arguments can be made";
                proof.uncalled.push(format!("not called: {name}: {why}"));
            }
            Some(answer) => {
                proof.answers += u64::from(line.starts_with(CALL));
                proof.losses.extend(judged(line, &answer));
            }
            None => {
                let last = String::from_utf8_lossy(&run.stderr);
                let last = last.lines().next().unwrap_or_default();
                let problem = format!("the program ended early: {last}");
                proof.losses.push(problem);
                break;
            }
        }
    }
    Ok(proof)
}

/// How the lines of calls begin, and of what cannot be called.
const CALL: &str = r#"{"call":"#;
const UNCALLED: &str = r#"{"uncalled":"#;
/// What stands in the line of a call whose arguments are not valid, and in the answer when they cannot be read.
const GUESSED: &str = r#", "valid": false, "answer": "#;
const UNMADE: &str = "the call cannot be made";

/// What a line says that cannot be called.
fn uncalled(line: &str) -> Option<String> {
    let line: Value = serde_json::from_str(line).ok()?;
    let text = line.get("uncalled")?.as_str()?;
    Some(format!("not called: {text}"))
}

/// What is wrong with the answer to a line, if anything is.
fn judged(line: &str, answer: &str) -> Option<String> {
    let line = serde_json::from_str::<Value>(line).unwrap_or_default();
    let answer = serde_json::from_str::<Value>(answer).unwrap_or_default();
    let name = line.get("name").and_then(Value::as_str).unwrap_or_default();
    let problem = match line.get("expected") {
        None => judged_value(line.get("value").unwrap_or(&Value::Null), &answer),
        Some(expected) => judged_call(expected, &answer),
    };
    problem.map(|problem| format!("{name}: {problem}"))
}

/// What is wrong with a value that was read and written again.
fn judged_value(given: &Value, answer: &Value) -> Option<String> {
    if let Some(error) = answer.get("error").and_then(Value::as_str) {
        return Some(format!("{error} in {given}"));
    }
    let got = answer.get("value").unwrap_or(&Value::Null);
    if let Some(place) = difference(given, got, "") {
        return Some(format!("{place} in {given}"));
    }
    let debug = answer.get("debug").and_then(Value::as_str);
    let raw = ["Object {", "Array [", "String(", "Number(", "Bool("]
        .iter()
        .any(|kind| debug.is_some_and(|debug| debug.contains(&format!("Unknown({kind}"))));
    raw.then(|| format!("fits no alternative: {given}"))
}

/// What is wrong with the outcome of a call.
fn judged_call(expected: &Value, outcome: &Value) -> Option<String> {
    let request = outcome.get("request").and_then(Value::as_str);
    let is_success = expected.get("success").and_then(Value::as_bool) == Some(true);
    let error = outcome.get("error").and_then(Value::as_str);
    if let Some(error) = error.filter(|_| is_success || outcome.get("status").is_none()) {
        return Some(error.to_owned());
    }
    if error.is_none() && !is_success {
        return Some("a failure came as a success".to_owned());
    }
    let text = |name: &str| {
        expected
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    if !is_sent(text("verb"), text("path"), request.unwrap_or_default()) {
        return Some(format!("`{}` was sent", request.unwrap_or_default()));
    }
    for member in ["status", "text"] {
        let (expected, got) = (expected.get(member), outcome.get(member));
        if !is_success && expected.is_some_and(|it| !it.is_null()) && expected != got {
            return Some(format!("the {member} of the failure is another one"));
        }
    }
    let list = |of: &Value, name: &str| of.get(name).and_then(Value::as_array).cloned();
    let values = list(expected, "values").unwrap_or_default();
    let read = list(outcome, "read").unwrap_or_default();
    if values.len() > read.len() || is_success && values.len() < read.len() {
        let (read, values) = (read.len(), values.len());
        return Some(format!("{read} of {values} values were read"));
    }
    let pairs = values.iter().zip(&read);
    let changed = pairs.filter_map(|(value, read)| judged_value(value, read));
    let headers = expected.get("headers").and_then(Value::as_object);
    let headers = headers.filter(|_| is_success).into_iter().flatten();
    let missing = headers.filter(|(name, value)| {
        let got = outcome.get("headers").and_then(|got| got.get(name));
        got != Some(value)
    });
    changed
        .chain(missing.map(|(name, _)| format!("the header `{name}` is lost")))
        .next()
}

/// Whether the first line of a request is the one of an endpoint, `GET` and `/pets/{id}`.
fn is_sent(verb: &str, path: &str, request: &str) -> bool {
    let mut words = request.split(' ');
    let target = (words.next() == Some(verb)).then(|| words.next()).flatten();
    let Some(target) = target else { return false };
    let target = decoded(target.split('?').next().unwrap_or_default());
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // A parameter may be empty or hold a slash: what stands around them must be there, in order.
    let mut rest = &*target;
    path.split('{').enumerate().all(|(index, piece)| {
        let fixed = match index {
            0 => piece,
            _ => piece.split_once('}').map_or("", |(_, fixed)| fixed),
        };
        let fixed = decoded(fixed);
        match rest.find(&fixed) {
            Some(start) if index > 0 || start == 0 => {
                rest = &rest[start + fixed.len()..];
                true
            }
            _ => false,
        }
    })
}

/// A text without percent-encoding.
fn decoded(text: &str) -> String {
    let pair = format!("={}", text.replace('+', "%2B").replace('&', "%26"));
    let mut pairs = url::form_urlencoded::parse(pair.as_bytes());
    pairs
        .next()
        .map_or_else(String::new, |(_, text)| text.into_owned())
}
