//! One document of a survey: `generate` in a process of its own, which may panic, crash or take too long.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::package;
use super::row::{Outcome, Row, one_line};
use crate::answer::Trouble;

/// A document and where its crate goes.
pub(super) struct Job {
    /// The name of the file.
    pub(super) document: String,
    pub(super) path: PathBuf,
    /// The name of the crate.
    pub(super) package: String,
    /// The folder of the crate.
    pub(super) folder: PathBuf,
}

impl Job {
    /// The job of a file, whose crate goes below `crates`; nothing when it is no document by its name.
    pub(super) fn of(path: &Path, crates: &Path) -> Option<Self> {
        let package = package(path)?;
        Some(Self {
            document: path.file_name()?.to_str()?.to_owned(),
            path: path.to_owned(),
            folder: crates.join(&package),
            package,
        })
    }
}

/// Generates the crate of a document and says what came of it.
pub(super) fn generate(
    program: &Path,
    job: &Job,
    limit: Duration,
    prove: bool,
) -> Result<Row, Trouble> {
    clear(&job.folder)?;
    let started = Command::new(program)
        .args(["generate", "--json", "--schema"])
        .arg(&job.path)
        .arg("--out")
        .arg(&job.folder)
        .args(["--name", &job.package])
        .args(prove.then_some("--prove"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = started.map_err(|error| Trouble::at(program, &error))?;
    let stdout = gather(child.stdout.take());
    let stderr = gather(child.stderr.take());
    let status = wait(&mut child, limit);
    let (stdout, stderr) = (text(stdout), text(stderr));
    Ok(match status {
        Ok(Some(status)) => row(job, status, &stdout, &stderr),
        Ok(None) => Row::failed(job, &format!("took longer than {} s", limit.as_secs())),
        Err(error) => Row::failed(job, &error.to_string()),
    })
}

/// Takes away the sources that an earlier program wrote: to this one a file that it would not write is foreign.
fn clear(folder: &Path) -> Result<(), Trouble> {
    let sources = folder.join("src");
    match std::fs::remove_dir_all(&sources) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Trouble::at(&sources, &error))
        }
        _ => Ok(()),
    }
}

pub(super) type Gathering = thread::JoinHandle<Vec<u8>>;

/// Reads a pipe to its end on a thread of its own.
pub(super) fn gather(pipe: Option<impl Read + Send + 'static>) -> Gathering {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is all there is to know.
            drop(pipe.read_to_end(&mut bytes));
        }
        bytes
    })
}

pub(super) fn text(gathering: Gathering) -> String {
    let bytes = gathering.join().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Waits for a process to end, but no longer than `limit`; then it is ended.
fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    while start.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(5));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn row(job: &Job, status: ExitStatus, stdout: &str, stderr: &str) -> Row {
    match status.code() {
        Some(0) => match serde_json::from_str(stdout) {
            Ok(numbers) => generated(job, &numbers),
            Err(error) => Row::failed(job, &format!("its numbers cannot be read: {error}")),
        },
        Some(1) => Row {
            outcome: Outcome::Refused,
            reason: one_line(&refusal(stderr)),
            ..Row::new(job)
        },
        _ => Row::failed(job, &last_words(stderr, status)),
    }
}

fn generated(job: &Job, numbers: &Value) -> Row {
    let number = |name: &str| numbers.get(name).and_then(Value::as_u64).unwrap_or(0);
    Row {
        outcome: Outcome::Generated,
        operations: number("operations"),
        types: number("types"),
        lines: number("lines"),
        untyped: number("untyped"),
        generate_ms: number("ms"),
        ..Row::new(job)
    }
}

/// The first error of a report, with its place in front.
fn refusal(report: &str) -> String {
    let mut lines = report
        .lines()
        .skip_while(|line| !line.starts_with("error["));
    let (message, place) = (
        lines.next().unwrap_or_default(),
        lines.next().unwrap_or_default(),
    );
    let message = message.trim_start_matches("error");
    match place.trim().strip_prefix("--> ") {
        Some(place) => format!(
            "{}: {message}",
            place.rsplit(['/', '\\']).next().unwrap_or(place)
        ),
        None => message.to_owned(),
    }
}

/// What a process that crashed said at last.
fn last_words(stderr: &str, status: ExitStatus) -> String {
    let panic = stderr
        .lines()
        .skip_while(|line| !line.contains("panicked at"));
    let words: Vec<&str> = panic.take(2).map(str::trim).collect();
    if words.is_empty() {
        let last = stderr.lines().rfind(|line| !line.trim().is_empty());
        return format!("{status}: {}", last.unwrap_or_default());
    }
    words.join(" ")
}
