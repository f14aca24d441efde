//! `survey --prove`: values that each schema allows go through the generated types and come out equal.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::document::Job;
use super::judge::judged;
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
        .env("CARGO_TARGET_DIR", store.target());
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
    let target = store.target();
    let built = workspace::cargo()
        .current_dir(store.folder())
        .args(["build", "--quiet", "--package", &job.package, "--example"])
        .arg(&job.package)
        .env("CARGO_TARGET_DIR", target)
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
