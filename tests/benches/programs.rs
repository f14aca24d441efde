//! Whole processes that turn a document into files: ours, and those of others that are installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::documents::{self, Input};
use crate::report::{Report, Table};

/// Where programs of others lie; those that are not there are left out.
const FOLDER: &str = "BENCH_PROGRAMS";

/// How often each program runs, in turns.
const ROUNDS: usize = 7;

/// A program and how it is called: with a document and a folder that is not there yet.
struct Program {
    name: &'static str,
    path: PathBuf,
    call: fn(&mut Command, &Path, &Path),
}

/// Runs all programs on all documents.
pub(crate) fn run(report: &mut Report) {
    let programs = programs();
    if programs.len() < 2 {
        return println!("programs: {FOLDER} names no folder with programs of others");
    }
    for input in documents::real() {
        let rows = side_by_side(&programs, &input);
        let name = format!("programs-{}", input.name);
        let title = format!("Whole processes on {}", input.name);
        report.table(Table::new(&name, &title, "ms", Some("ours"), rows));
    }
}

/// Our own program, built now.
pub(crate) fn ours() -> Option<PathBuf> {
    let cargo = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--package", "xtask"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status();
    let built = cargo.is_ok_and(|status| status.success());
    built.then(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("../release/xtask"))
}

fn programs() -> Vec<Program> {
    let Some(ours) = ours() else {
        return Vec::new();
    };
    let others = PathBuf::from(std::env::var_os(FOLDER).unwrap_or_default());
    let program = |name, path, call| Program { name, path, call };
    let all = [
        program("ours", ours, |command, document, out| {
            let words = ["generate", "--name", "made", "--schema"];
            command.args(words).arg(document).arg("--out").arg(out);
        }),
        program(
            "openapi-to-rust",
            others.join("openapi-to-rust"),
            |command, document, out| {
                command.arg("generate").arg(document);
                command.arg("--output-dir").arg(out);
            },
        ),
        program(
            "progenitor",
            others.join("cargo-progenitor"),
            |command, document, out| {
                command.args(["progenitor", "-n", "made", "-v", "0.1.0", "-i"]);
                command.arg(document).arg("-o").arg(out);
            },
        ),
    ];
    all.into_iter()
        .filter(|program| program.path.is_file())
        .collect()
}

/// The best time of each program that succeeds, in milliseconds.
fn side_by_side(programs: &[Program], input: &Input) -> Vec<(String, f64)> {
    let mut best: Vec<Option<f64>> = vec![Some(f64::INFINITY); programs.len()];
    for _ in 0..ROUNDS {
        for (program, best) in programs.iter().zip(&mut best) {
            *best = best.and_then(|best| Some(best.min(once(program, input)?)));
        }
    }
    let rows = programs.iter().zip(best);
    rows.filter_map(|(program, best)| Some((program.name.to_owned(), best?)))
        .collect()
}

/// A folder that is not there, and of this name: in memory where the machine has a place for that, since what a disk
/// still does for the run before is not meant.
pub(crate) fn no_folder(name: &str) -> PathBuf {
    let memory = Path::new("/dev/shm");
    let disk = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let folder = if memory.is_dir() { memory } else { disk }.join(name);
    // It need not have been there.
    let _ = fs::remove_dir_all(&folder);
    folder
}

/// One run into a new folder; `None` when the program fails.
fn once(program: &Program, input: &Input) -> Option<f64> {
    let out = no_folder("bench-programs");
    let mut command = Command::new(&program.path);
    (program.call)(&mut command, &input.path, &out);
    let start = Instant::now();
    let status = quiet(&mut command).status().ok()?;
    let took = start.elapsed();
    // What is left would only take memory.
    let _ = fs::remove_dir_all(&out);
    status.success().then_some(took.as_secs_f64() * 1e3)
}

/// A command that says nothing.
pub(crate) fn quiet(command: &mut Command) -> &mut Command {
    command.stdout(Stdio::null()).stderr(Stdio::null())
}
