//! `ci`: every check of the project, one after the other, and a closing line.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::answer::{Answer, Trouble, Verdict};
use crate::terminal::{BAD, GOOD, paint};
use crate::workspace;

/// Documents of the corpus whose crates are also compiled and proved: small and large, unions, forms, files,
/// streams, the documents of this API among them.
const SAMPLE: &[&str] = &[
    "anthropic-3.0.json",
    "catfact.json",
    "heyapi31-sse-post.yaml",
    "humanloop-v4-2.yml",
    "humanloop-v4.yml",
];

/// The target of programs in a browser.
const BROWSER: &str = "wasm32-unknown-unknown";

/// Run everything that must hold before a change is taken.
///
/// The tests, the format, the lints, the documentation, the client for browsers where the compiler
/// has that target, and with --corpus a survey. All steps run, also after one has failed; the last
/// line says what came of it.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// A folder of gathered documents: all are generated, a fixed sample is compiled and proved
    #[arg(long, value_name = "FOLDER")]
    corpus: Option<PathBuf>,
}

/// A step: its name and the command.
struct Step {
    name: &'static str,
    command: Command,
}

pub(crate) fn run(args: &Args) -> Answer {
    let start = Instant::now();
    let mut steps = steps();
    if let Some(folder) = &args.corpus {
        steps.extend(survey(folder)?);
    }
    let mut done = Vec::new();
    for mut step in steps {
        anstream::eprintln!("{} {}", paint(GOOD, step.name), spelled(&step.command));
        let start = Instant::now();
        let status = step.command.status();
        let status =
            status.map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
        done.push((step.name, status.success(), start.elapsed()));
    }
    Ok(close(&done, start.elapsed()))
}

fn steps() -> Vec<Step> {
    let cargo = |name, arguments: &[&str]| {
        let mut command = workspace::cargo();
        command.args(arguments);
        Step { name, command }
    };
    let lints = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ];
    // TLS is the browser's there.
    let browser = [
        &["check", "--package", "generated", "--target", BROWSER][..],
        &["--no-default-features", "--features", "tracing"],
    ];
    let browser = has_target(BROWSER).then(|| cargo("browser", &browser.concat()));
    let mut doc = cargo("doc", &["doc", "--workspace", "--no-deps"]);
    doc.command.env("RUSTDOCFLAGS", "-D warnings");
    let steps = [
        cargo("test", &["test", "--workspace"]),
        cargo("format", &["fmt", "--all", "--check"]),
        cargo("lint", &lints),
        doc,
    ];
    steps.into_iter().chain(browser).collect()
}

/// Whether the compiler has the standard library of a target.
fn has_target(target: &str) -> bool {
    let output = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", target])
        .output();
    // Without an answer there is nothing to check with.
    output.is_ok_and(|output| {
        let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        output.status.success() && Path::new(&folder).is_dir()
    })
}

/// Generates every document of a folder, and compiles and proves those of the sample that are there.
fn survey(folder: &Path) -> Result<[Step; 2], Trouble> {
    let program = std::env::current_exe();
    let program = program.map_err(|error| Trouble::new(format!("this program: {error}")))?;
    let expected = workspace::root().join("tests/cases/corpus.tsv");
    let survey = |name| {
        let mut command = Command::new(&program);
        command
            .arg("survey")
            .arg(folder)
            .arg("--expect")
            .arg(&expected);
        Step { name, command }
    };
    let mut sample = survey("sample");
    let there = SAMPLE.iter().filter(|name| folder.join(name).is_file());
    sample.command.args(there).args(["--check", "--prove"]);
    Ok([survey("corpus"), sample])
}

/// A command as one would type it.
fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_stem()
        .unwrap_or_default();
    let arguments = command.get_args();
    let words: Vec<_> = std::iter::once(program)
        .chain(arguments)
        .map(|word| word.to_string_lossy())
        .collect();
    words.join(" ")
}

/// Says what came of all steps.
fn close(done: &[(&str, bool, Duration)], total: Duration) -> Verdict {
    let words: Vec<String> = done
        .iter()
        .map(|(name, passed, time)| {
            let word = if *passed {
                paint(GOOD, "passed")
            } else {
                paint(BAD, "FAILED")
            };
            format!("{name} {word} {} s", time.as_secs())
        })
        .collect();
    let passed = done.iter().all(|(_, passed, _)| *passed);
    let verdict = if passed {
        paint(GOOD, "all passed")
    } else {
        paint(BAD, "FAILED")
    };
    anstream::println!(
        "ci: {verdict} in {} s: {}",
        total.as_secs(),
        words.join(", ")
    );
    Verdict::of(passed)
}
