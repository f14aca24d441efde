//! The diff of pairs of documents, beside loading both.

use std::hint::black_box;

use criterion::Criterion;
use generator::diff::{Side, diff};

use crate::cpu::Cpu;
use crate::generate::{load, lowered};
use crate::report::{Report, Table};
use crate::{documents, samples};

/// How many schemas the made-up pair has.
const SCHEMAS: usize = 1000;

/// What one step takes, by the steps' names in tables.
const STEPS: [&str; 3] = ["load both", "lower both", "ours, the diff"];

/// Runs the groups of this file.
pub(crate) fn run(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    let old = documents::made_up(SCHEMAS);
    let new = old.replace(
        r#""share":{"type":"number"}"#,
        r#""share":{"type":"string"}"#,
    );
    pair(
        criterion,
        report,
        "made-up",
        "a change in each of 1000 schemas",
        [&old, &new],
    );
    for input in documents::real() {
        let title = format!("{} and itself", input.name);
        pair(
            criterion,
            report,
            &input.name,
            &title,
            [&input.text, &input.text],
        );
    }
}

fn pair(
    criterion: &mut Criterion<Cpu>,
    report: &mut Report,
    name: &str,
    title: &str,
    texts: [&str; 2],
) {
    let name = format!("diff-{name}");
    let documents = texts.map(load);
    let models = documents.each_ref().map(lowered);
    let side = |index: usize| Side {
        document: &documents[index],
        api: &models[index].api,
    };
    samples::in_turns(criterion, &name, |group| {
        group.bench_function(STEPS[0], |bench| bench.iter(|| black_box(texts).map(load)));
        group.bench_function(STEPS[1], |bench| {
            bench.iter(|| documents.each_ref().map(lowered));
        });
        group.bench_function(STEPS[2], |bench| bench.iter(|| diff(side(0), side(1))));
    });
    let rows = samples::of(&name, &STEPS, 1_000_000);
    let title = format!("Diff of {title}");
    report.table(Table::new(&name, &title, "ms of CPU", Some(STEPS[0]), rows));
}
