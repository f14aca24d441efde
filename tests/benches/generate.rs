//! Generation: its phases, its growth with the document, and whole processes beside those of others.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::Criterion;
use generator::emit::{Config, File};
use generator::lower::Lowered;
use generator::output::{Plan, Target};
use generator::source::{Document, LoadOptions};
use generator::{emit, lower, output, source};
use openapiv3::OpenAPI;

use crate::cpu::Cpu;
use crate::documents::{self, Input};
use crate::report::{Report, Table};
use crate::{programs, samples};

const PHASES: [&str; 6] = [
    "load",
    "write",
    "lower",
    "emit",
    "write, ours",
    "write again, ours",
];

/// What others load a document with.
const DERIVED: &str = "load by openapiv3's derives";

const SIZES: [usize; 6] = [10, 30, 100, 300, 1000, 3000];

/// Runs the groups of this file.
pub(crate) fn run(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    for input in documents::real() {
        phases(criterion, report, &input);
    }
    growth(criterion, report);
}

/// One document, phase by phase.
fn phases(criterion: &mut Criterion<Cpu>, report: &mut Report, input: &Input) {
    let name = format!("generate-{}", input.name);
    let document = load(&input.text);
    let lowered = lowered(&document);
    let plan = plan(emit::emit(&lowered.api, &Config::default()));
    samples::in_turns(criterion, &name, |group| {
        group.bench_function("load", |bench| bench.iter(|| load(black_box(&input.text))));
        if derived(&input.text).is_some() {
            group.bench_function(DERIVED, |bench| {
                bench.iter(|| derived(black_box(&input.text)));
            });
        }
        group.bench_function("lower", |bench| bench.iter(|| self::lowered(&document)));
        group.bench_function("emit", |bench| {
            bench.iter(|| emit::emit(black_box(&lowered.api), &Config::default()));
        });
        for (name, write) in [("write", bare as fn(&Path, &Plan)), ("write, ours", write)] {
            group.bench_function(name, |bench| {
                bench.iter_batched(
                    no_folder,
                    |folder| write(&folder, &plan),
                    criterion::BatchSize::PerIteration,
                );
            });
        }
        let folder = no_folder();
        write(&folder, &plan);
        let name = "write again, ours";
        group.bench_function(name, |bench| bench.iter(|| write(&folder, &plan)));
        // What is left would only take memory.
        no_folder();
    });
    let mut rows = samples::of(&name, &PHASES, 1_000_000);
    if let [(_, load), (_, write), (_, lower), (_, emit), (_, ours), _] = &rows[..] {
        let (limit, whole) = (load + write, load + lower + emit + ours);
        rows.insert(2, ("load + write".to_owned(), limit));
        rows.push(("ours, all of it".to_owned(), whole));
    }
    rows.extend(samples::of(&name, &[DERIVED], 1_000_000));
    let title = format!("Generation from {}", input.name);
    report.table(Table::new(
        &name,
        &title,
        "ms of CPU",
        Some("load + write"),
        rows,
    ));
}

/// Made-up documents, each about three times the one before.
fn growth(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    samples::in_turns(criterion, "growth", |group| {
        for size in SIZES {
            let text = documents::made_up(size);
            group.bench_function(size.to_string(), |bench| {
                bench.iter(|| {
                    let document = load(black_box(&text));
                    emit::emit(&lowered(&document).api, &Config::default())
                });
            });
        }
    });
    let rows = SIZES.iter().flat_map(|size| {
        let name = size.to_string();
        let rows = samples::of("growth", &[&name], 1000 * size);
        rows.into_iter()
            .map(|(name, value)| (format!("ours, {name} schemas"), value))
    });
    let title = "Load, lower and emit of documents of many sizes";
    report.table(Table::new(
        "growth",
        title,
        "µs of CPU per schema",
        None,
        rows.collect(),
    ));
}

/// Loads a document from its text.
pub(crate) fn load(text: &str) -> Document {
    let name = if text.starts_with('{') {
        "document.json"
    } else {
        "document.yaml"
    };
    source::load_text(name, text.to_owned(), &LoadOptions::default())
        .unwrap_or_else(|report| panic!("the document cannot be loaded: {report}"))
}

/// What serde and openapiv3 make of the text by themselves; `None` where they cannot read it.
fn derived(text: &str) -> Option<OpenAPI> {
    if text.starts_with('{') {
        serde_json::from_str(text).ok()
    } else {
        serde_yaml::from_str(text).ok()
    }
}

/// Lowers a document that is known to be good.
pub(crate) fn lowered(document: &Document) -> Lowered {
    lower::lower(document, &lower::Options::default())
        .unwrap_or_else(|report| panic!("the document is refused: {report}"))
}

fn plan(files: Vec<File>) -> Plan {
    files
        .into_iter()
        .map(|file| (file.path, file.text))
        .collect()
}

fn no_folder() -> PathBuf {
    programs::no_folder("bench-written")
}

/// The limit of writing: nothing is looked at, and nobody may stop it halfway.
fn bare(folder: &Path, plan: &Plan) {
    let mut last = PathBuf::new();
    for (name, text) in plan {
        let path = folder.join(name);
        if let Some(parent) = path.parent().filter(|parent| *parent != last) {
            fs::create_dir_all(parent).expect("there is room for files");
            parent.clone_into(&mut last);
        }
        fs::write(&path, text).expect("there is room for files");
    }
}

fn write(folder: &Path, plan: &Plan) {
    let target = Target {
        root: folder,
        owned: &[""],
        ours: &|_, _| true,
    };
    output::write(target, plan).expect("there is room for files");
}
