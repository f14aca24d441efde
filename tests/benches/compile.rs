//! What users compile: the lines of emitted crates, the time of `cargo check`, and the crates they pull in.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::documents::{self, Input};
use crate::programs::{self, quiet};
use crate::report::{Report, Table};

/// Where crates that other programs made of the same documents lie: folders with colons between them, each named
/// after program and document.
const CRATES: &str = "BENCH_CRATES";

/// How often each crate is checked.
const ROUNDS: usize = 3;

/// Emits a crate for each document and compiles it beside the crates of others.
pub(crate) fn run(report: &mut Report) {
    let Some(xtask) = programs::ours() else {
        return println!("compile: xtask does not build");
    };
    let inputs = documents::real();
    let others = std::env::var_os(CRATES).unwrap_or_default();
    let others: Vec<_> = std::env::split_paths(&others).collect();
    for folder in &others {
        if !inputs.iter().any(|input| peer(input, folder).is_some()) {
            println!("compile: {} is of no document here", folder.display());
        }
    }
    let crates: Vec<_> = inputs
        .iter()
        .flat_map(|input| {
            let ours = emitted(&xtask, input).map(|folder| (row(input, "ours"), folder));
            let others = others.iter().filter_map(|folder| peer(input, folder));
            ours.into_iter().chain(others)
        })
        .collect();
    let mut table = |name: &str, title: &str, unit, measure: fn(&Path) -> Option<f64>| {
        let rows = crates
            .iter()
            .filter_map(|(name, folder)| Some((name.clone(), measure(folder)?)));
        report.table(Table::new(name, title, unit, None, rows.collect()));
    };
    table(
        "compile-lines",
        "Lines of emitted crates",
        "lines",
        |folder| lines(&folder.join("src")),
    );
    table(
        "compile-crates",
        "Crates that a client pulls in",
        "crates",
        |folder| dependencies(folder, &[]),
    );
    table(
        "compile-check",
        "`cargo check` of the crate alone from nothing, dependencies checked before",
        "s",
        |folder| check(folder, false),
    );
    table(
        "compile-again",
        "`cargo check` of the crate once more, with what the compiler kept of the last time",
        "s",
        |folder| check(folder, true),
    );
}

fn emitted(xtask: &Path, input: &Input) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("crate-{}", input.name));
    let mut command = Command::new(xtask);
    command.args(["generate", "--name", "made", "--schema"]);
    command.arg(&input.path).arg("--out").arg(&folder);
    let status = quiet(&mut command).status().ok()?;
    status.success().then_some(folder)
}

/// A crate of another program, if it is of this document: `progenitor-wicketd`.
fn peer(input: &Input, folder: &Path) -> Option<(String, PathBuf)> {
    let name = folder.file_name()?.to_str()?;
    let program = name.strip_suffix(&input.name)?.strip_suffix('-')?;
    Some((row(input, program), folder.to_owned()))
}

fn row(input: &Input, program: &str) -> String {
    format!("{}: {program}", input.name)
}

/// The lines of all Rust files.
pub(crate) fn lines(folder: &Path) -> Option<f64> {
    let mut sum = 0_u32;
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).ok()?;
            sum += u32::try_from(text.lines().count()).ok()?;
        }
    }
    Some(f64::from(sum))
}

/// The crates beneath this one, for this machine.
pub(crate) fn dependencies(folder: &Path, features: &[&str]) -> Option<f64> {
    let words = ["tree", "--edges", "normal,build", "--prefix", "none"];
    let tree = cargo(folder).args(words).args(features).output().ok()?;
    let tree = String::from_utf8(tree.stdout).ok()?;
    let crates: BTreeSet<_> = tree
        .lines()
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    let count = u32::try_from(crates.len()).ok()?.checked_sub(1)?;
    Some(f64::from(count))
}

/// The shortest time of a check, in seconds; `None` where the crate does not compile.
pub(crate) fn check(folder: &Path, incremental: bool) -> Option<f64> {
    best_of(folder, |command| {
        command.env("CARGO_INCREMENTAL", if incremental { "1" } else { "0" });
        command.arg("check");
    })
}

/// The shortest time of what cargo is told to do with a crate, its dependencies done before.
pub(crate) fn best_of(folder: &Path, tell: impl Fn(&mut Command)) -> Option<f64> {
    let mut best = None::<f64>;
    for round in 0..=ROUNDS {
        touch(&folder.join("src/lib.rs"))?;
        let start = Instant::now();
        let mut command = cargo(folder);
        tell(&mut command);
        let status = quiet(&mut command).status().ok()?;
        if !status.success() {
            return None;
        }
        // The first one does the dependencies too, and leaves what the next ones start from.
        let time = start.elapsed().as_secs_f64();
        best = Some(best.map_or(time, |best| best.min(time))).filter(|_| round > 0);
    }
    best
}

pub(crate) fn touch(file: &Path) -> Option<()> {
    let text = fs::read(file).ok()?;
    fs::write(file, text).ok()
}

/// Cargo in a folder, with one target folder for all crates of a run.
pub(crate) fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder);
    command.env(
        "CARGO_TARGET_DIR",
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates"),
    );
    command
}
