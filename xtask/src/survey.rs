//! `survey`: what becomes of every document of a folder.

mod arrived;
mod compare;
mod compile;
mod document;
mod expect;
mod judge;
mod prove;
mod row;
mod store;

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::Duration;

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};

use crate::answer::{Answer, Trouble, Verdict};
use crate::terminal;
use crate::workspace;
pub(crate) use compile::stopwatch;
use document::Job;
use row::{Outcome, Row};
use store::Store;

/// Generate a crate for every document of a folder, and see what comes out.
///
/// Each document is a process of its own with a time limit, as many at once as there are
/// processors. What is done is kept in target/survey, so that a run that was stopped goes on where
/// it was. Exits with 0 when every document was generated (and passed), or did what --expect says.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The folder; its .yaml, .yml and .json files are the documents
    folder: PathBuf,

    /// Only these documents of it, by file name
    #[arg(value_name = "DOCUMENT")]
    documents: Vec<String>,

    /// Run `cargo check` over the generated crates; a warning fails, too
    #[arg(long)]
    check: bool,

    /// Send values that each schema allows, and the document's own examples, through the generated
    /// types, and call every method over loopback: its request must come as the document and the
    /// standard say, with all optional parameters too, and each declared answer must be read. What is
    /// lost or comes out as another one fails, and is in losses.txt of the crate. What cannot be
    /// called is in uncalled.txt
    #[arg(long)]
    prove: bool,

    /// How the table is printed
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// A table of expected verdicts, tab separated with the columns `document` and `verdict`
    #[arg(long, value_name = "FILE")]
    expect: Option<PathBuf>,

    /// Seconds that one document may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    timeout: u64,

    /// Forget what earlier runs found
    #[arg(long)]
    fresh: bool,

    /// Where cargo builds the crates, instead of target/survey/target
    #[arg(long, value_name = "FOLDER")]
    target_dir: Option<PathBuf>,
}

/// How the table is printed.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// In columns.
    Text,
    /// Tab separated, with a header.
    Tsv,
    /// A list of objects.
    Json,
}

pub(crate) fn run(args: &Args) -> Answer {
    let expected = args.expect.as_deref().map(expect::read).transpose()?;
    let kept = workspace::root().join("target/survey");
    let jobs = jobs(args, &store::crates(&kept))?;
    let store = Store::open(&kept, args.fresh, args.target_dir.as_deref())?;
    let mut rows = generated(args, &jobs, &store)?;
    if args.check {
        compile::check(&mut rows, &jobs, &store)?;
    }
    if args.prove {
        prove::prove(&mut rows, &jobs, &store)?;
    }
    match args.format {
        Format::Text => anstream::print!("{}", row::table(&rows)),
        Format::Tsv => anstream::print!("{}", row::tsv(&rows)),
        Format::Json => anstream::println!("{}", row::json(&rows)),
    }
    anstream::eprintln!("{}", row::totals(&rows));
    Ok(Verdict::of(judge(&rows, expected.as_ref())))
}

/// Whether all is as it should be; says what is not.
fn judge(rows: &[Row], expected: Option<&expect::Expected>) -> bool {
    let compiled = rows
        .iter()
        .all(|row| row.check != Some(false) && row.prove != Some(false) && row.warnings == 0);
    let Some(expected) = expected else {
        return compiled && rows.iter().all(|row| row.outcome == Outcome::Generated);
    };
    let surprises = expect::surprises(rows, expected);
    for surprise in &surprises {
        terminal::error(surprise);
    }
    compiled && surprises.is_empty()
}

/// The documents of the folder that are asked for, by name.
fn jobs(args: &Args, crates: &Path) -> Result<Vec<Job>, Trouble> {
    let trouble = |error| Trouble::at(&args.folder, &error);
    let mut jobs = Vec::new();
    for entry in fs::read_dir(&args.folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        let wanted =
            |name: &str| args.documents.is_empty() || args.documents.iter().any(|it| it == name);
        if let Some(job) = Job::of(&path, crates).filter(|job| wanted(&job.document)) {
            jobs.push(job);
        }
    }
    jobs.sort_by(|one, other| one.document.cmp(&other.document));
    tell_apart(&mut jobs, crates);
    if let Some(name) = args
        .documents
        .iter()
        .find(|name| jobs.iter().all(|job| job.document != **name))
    {
        return Err(Trouble::new(format!(
            "there is no document {name} in {}",
            args.folder.display()
        )));
    }
    if jobs.is_empty() {
        return Err(Trouble::new(format!(
            "there is no document in {}",
            args.folder.display()
        )));
    }
    Ok(jobs)
}

/// Numbers the crates of documents whose names fall on one crate's.
fn tell_apart(jobs: &mut [Job], crates: &Path) {
    let mut taken = HashSet::new();
    for job in jobs {
        let name = job.package.clone();
        let mut number = 2;
        while !taken.insert(job.package.clone()) {
            job.package = format!("{name}-{number}");
            number += 1;
        }
        job.folder = crates.join(&job.package);
    }
}

/// Runs all jobs, several at once.
fn generated(args: &Args, jobs: &[Job], store: &Store) -> Result<Vec<Row>, Trouble> {
    let limit = Duration::from_secs(args.timeout);
    let bar = bar(jobs.len(), "generate");
    let rows = Mutex::new(vec![None; jobs.len()]);
    let next = Mutex::new(0..jobs.len());
    let work = || -> Result<(), Trouble> {
        loop {
            let taken = next.lock().ok().and_then(|mut next| next.next());
            let Some(index) = taken else {
                return Ok(());
            };
            let job = &jobs[index];
            let kept = store.row(job);
            let row = match kept {
                Some(row) if !args.prove || is_provable(&row, job) => row,
                kept => Row {
                    check: kept.as_ref().and_then(|row| row.check),
                    check_s: kept.as_ref().and_then(|row| row.check_s),
                    ..document::generate(store.program(), job, limit, args.prove)?
                },
            };
            store.keep(job, &row)?;
            bar.inc(1);
            if let Ok(mut rows) = rows.lock() {
                rows[index] = Some(row);
            }
        }
    };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread
                .join()
                .unwrap_or_else(|_| Err(Trouble::new("a worker stopped")))
        })
    })?;
    bar.finish_and_clear();
    Ok(rows
        .into_inner()
        .unwrap_or_default()
        .into_iter()
        .flatten()
        .collect())
}

/// Whether what `--prove` needs is there, or will never be.
fn is_provable(row: &Row, job: &Job) -> bool {
    row.outcome != Outcome::Generated || job.folder.join("values.jsonl").is_file()
}

/// A progress bar; nothing where stderr is no terminal.
fn bar(length: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(length as u64).with_message(what);
    match ProgressStyle::with_template("{msg:>9} [{bar:40}] {pos}/{len} {eta}") {
        Ok(style) => bar.with_style(style.progress_chars("=> ")),
        Err(_) => bar,
    }
}

/// The name of the crate of a document: distinct from every crate it may depend on.
fn package(path: &Path) -> Option<String> {
    let extension = path.extension()?.to_str()?;
    let stem = path.file_stem()?.to_str()?;
    let known = matches!(extension, "yaml" | "yml" | "json");
    let clean = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let name: String = stem.chars().map(clean).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    (known && path.is_file()).then(|| format!("survey-{}-{extension}", words.join("-")))
}
