//! What criterion measured, read back from its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::SystemTime;

use criterion::{BenchmarkGroup, Criterion};

use crate::cpu::{self, Cpu};

/// How often a comparison is gone through: a machine that changes its clock in between changes it for all.
const TURNS: usize = 3;

/// Measures what a comparison compares, all of it in turns.
pub(crate) fn in_turns(
    criterion: &mut Criterion<Cpu>,
    name: &str,
    mut measure: impl FnMut(&mut BenchmarkGroup<'_, Cpu>),
) {
    for turn in 1..=TURNS {
        let mut group = criterion.benchmark_group(named(name, turn));
        measure(&mut group);
        group.finish();
    }
}

fn named(group: &str, turn: usize) -> String {
    format!("{group}-turn-{turn}")
}

/// Notes when this run began.
pub(crate) fn begin() -> SystemTime {
    static BEGUN: OnceLock<SystemTime> = OnceLock::new();
    *BEGUN.get_or_init(SystemTime::now)
}

/// Those functions of a comparison that ran now, in nanoseconds, each divided by `per`: the best of all turns.
pub(crate) fn of(group: &str, names: &[&str], per: usize) -> Vec<(String, f64)> {
    let value = |name: &&str| {
        let files = (1..=TURNS).map(|turn| file(&named(group, turn), name));
        let bests = files
            .filter(|path| is_new(path))
            .filter_map(|path| best(&path));
        let best = bests.min_by(f64::total_cmp)?;
        Some(((*name).to_owned(), best / count(per)))
    };
    names.iter().filter_map(value).collect()
}

fn file(group: &str, name: &str) -> PathBuf {
    cpu::folder().join(group).join(name).join("new/sample.json")
}

/// Whether a file was written by this run.
fn is_new(path: &Path) -> bool {
    let written = fs::metadata(path).and_then(|file| file.modified());
    written.is_ok_and(|time| time >= begin())
}

/// The shortest time of one round: the work is the same each time, the rest is what the machine did besides.
fn best(path: &Path) -> Option<f64> {
    let sample: serde_json::Value = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
    let numbers = |key: &str| {
        let list = sample[key].as_array()?;
        list.iter()
            .map(serde_json::Value::as_f64)
            .collect::<Option<Vec<_>>>()
    };
    let (rounds, times) = (numbers("iters")?, numbers("times")?);
    let each = rounds.iter().zip(times).map(|(rounds, time)| time / rounds);
    each.min_by(f64::total_cmp)
}

/// A number of things as a divisor.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2⁵²")]
fn count(things: usize) -> f64 {
    things as f64
}
