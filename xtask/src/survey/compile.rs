//! `survey --check`: the generated crates as members of one workspace, checked in few runs of cargo.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use serde_json::Value;

use super::bar;
use super::document::{Job, gather, text};
use super::row::{Outcome, Row, one_line};
use super::store::Store;
use crate::answer::{Answer, Trouble, Verdict};
use crate::workspace;

/// How many crates one run of cargo checks: what is done is kept after each.
const BATCH: usize = 16;

/// Names the folder in which [`stopwatch`] notes how long the compiler took.
const TIMES: &str = "XTASK_SURVEY_TIMES";

/// Checks every generated crate that was not checked before.
pub(super) fn check(rows: &mut [Row], jobs: &[Job], store: &Store) -> Result<(), Trouble> {
    let wanted = |row: &Row| row.outcome == Outcome::Generated && row.check.is_none();
    let mut waiting: Vec<(&Job, &mut Row)> = jobs
        .iter()
        .zip(rows)
        .filter(|(_, row)| wanted(row))
        .collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let members: Vec<&Job> = waiting.iter().map(|(job, _)| *job).collect();
    assemble(&members, store)?;
    let bar = bar(waiting.len(), "check");
    for batch in waiting.chunks_mut(BATCH) {
        run(batch, store, || bar.inc(1))?;
        for (job, row) in batch {
            store.keep(job, row)?;
        }
    }
    bar.finish_and_clear();
    Ok(())
}

/// Makes the crates members of one workspace, with the versions that this one has.
pub(super) fn assemble(jobs: &[&Job], store: &Store) -> Result<(), Trouble> {
    let mut manifest = String::from("[workspace]\nresolver = \"3\"\nmembers = [\n");
    for job in jobs {
        let _ = writeln!(manifest, "    \"crates/{}\",", job.package);
        join(&job.folder.join("Cargo.toml"))?;
    }
    manifest.push_str("]\n\n[profile.dev]\ndebug = 0\nincremental = false\n");
    let folder = store.folder();
    write(&folder.join("Cargo.toml"), &manifest)?;
    let lock = workspace::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|error| Trouble::at(&lock, &error))?;
    write(&folder.join("Cargo.lock"), &text)
}

/// A generated crate is a workspace of its own; a member must not be.
fn join(manifest: &Path) -> Result<(), Trouble> {
    let text = fs::read_to_string(manifest).map_err(|error| Trouble::at(manifest, &error))?;
    match text.strip_suffix("\n[workspace]\n") {
        Some(member) => write(manifest, member),
        None => Ok(()),
    }
}

fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    fs::write(path, text).map_err(|error| Trouble::at(path, &error))
}

/// Runs cargo over some crates and puts into their rows what the compiler says.
fn run(
    batch: &mut [(&Job, &mut Row)],
    store: &Store,
    mut done: impl FnMut(),
) -> Result<(), Trouble> {
    let mut cargo = workspace::cargo();
    cargo
        .current_dir(store.folder())
        .args(["check", "--keep-going", "--message-format=json"])
        .env("CARGO_TARGET_DIR", store.target())
        .env("RUSTC_WORKSPACE_WRAPPER", store.program())
        .env(TIMES, store.times())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for (job, _) in &*batch {
        cargo.args(["--package", &job.package]);
    }
    let started = cargo.spawn();
    let mut child =
        started.map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    let errors = gather(child.stderr.take());
    let mut passed = 0;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            let Ok(message) = serde_json::from_str(&line) else {
                continue;
            };
            if note(batch, &message) {
                passed += 1;
                done();
            }
        }
    }
    let status = child.wait();
    let status = status.map_err(|error| Trouble::new(format!("cargo: {error}")))?;
    let failed = batch.iter().any(|(_, row)| row.check == Some(false));
    if !status.success() && passed == 0 && !failed {
        // Not the crates are at fault: no network, no disk, a broken manifest.
        return Err(Trouble::new(format!(
            "cargo check: {}",
            text(errors).trim()
        )));
    }
    for (job, row) in batch {
        if row.check.is_none() {
            row.check = Some(false);
            "the compiler came to no end".clone_into(&mut row.reason);
        }
        row.check_s = time(&store.times(), &job.package);
    }
    Ok(())
}

/// Puts a message of cargo into the row it is about; says whether the crate is done.
fn note(batch: &mut [(&Job, &mut Row)], message: &Value) -> bool {
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let manifest = text(message, "manifest_path").unwrap_or_default();
    let of = |job: &Job| {
        Path::new(&manifest)
            .parent()
            .is_some_and(|folder| folder.ends_with(&job.package))
    };
    let Some((_, row)) = batch.iter_mut().find(|(job, _)| of(job)) else {
        return false;
    };
    match text(message, "reason").as_deref() {
        Some("compiler-artifact") => {
            row.check.get_or_insert(true);
            true
        }
        Some("compiler-message") => {
            if let Some(said) = message.get("message") {
                hear(row, said);
            }
            false
        }
        _ => false,
    }
}

/// Counts a warning or keeps the first error; the closing counts have no place and are neither.
fn hear(row: &mut Row, said: &Value) {
    let text = |name: &str| said.get(name).and_then(Value::as_str).unwrap_or_default();
    let placed = said
        .get("spans")
        .and_then(Value::as_array)
        .is_some_and(|spans| !spans.is_empty());
    let summary = !placed && text("message").contains("emitted");
    match text("level") {
        "warning" if !summary => {
            row.warnings += 1;
            if row.reason.is_empty() {
                row.reason = first_line(said);
            }
        }
        "error" | "error: internal compiler error" => {
            if row.check != Some(false) {
                row.reason = first_line(said);
            }
            row.check = Some(false);
        }
        _ => {}
    }
}

/// `src/api/types/pet.rs:12: cannot find type …`.
fn first_line(said: &Value) -> String {
    let message = said
        .get("message")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let span = said.get("spans").and_then(|spans| spans.get(0));
    let place = span.and_then(|span| {
        let file = span.get("file_name")?.as_str()?;
        let line = span.get("line_start")?.as_u64()?;
        let file = file.find("src").map_or(file, |start| &file[start..]);
        Some(format!("{file}:{line}: "))
    });
    one_line(&format!("{}{message}", place.unwrap_or_default()))
}

/// The seconds that the compiler spent on a crate.
fn time(folder: &Path, package: &str) -> Option<f64> {
    let path = folder.join(package.replace('-', "_"));
    fs::read_to_string(path).ok()?.parse().ok()
}

/// When this program stands between cargo and the compiler: runs the compiler and notes the time.
///
/// Nothing when it does not.
pub(crate) fn stopwatch() -> Option<Answer> {
    let folder = std::env::var_os(TIMES)?;
    let mut arguments = std::env::args_os().skip(1);
    let compiler = arguments.next()?;
    let arguments: Vec<OsString> = arguments.collect();
    let start = Instant::now();
    let status = Command::new(&compiler).args(&arguments).status();
    let seconds = start.elapsed().as_secs_f64();
    let name = arguments
        .iter()
        .skip_while(|word| *word != "--crate-name")
        .nth(1);
    if let Some(name) = name {
        // A time that cannot be noted is missing in the table, no more.
        drop(fs::write(
            Path::new(&folder).join(name),
            seconds.to_string(),
        ));
    }
    Some(match status {
        Ok(status) => Ok(Verdict::of(status.success())),
        Err(error) => Err(Trouble::at(Path::new(&compiler), &error)),
    })
}
