//! `generate --check`: what is stale, missing or foreign, as a diff that can be read.

use std::path::Path;

use generator::output::{self, Drift, Plan, Target};
use similar::TextDiff;

use crate::answer::{Answer, Verdict};
use crate::terminal::{self, BAD, GOOD, QUIET, count, paint};

/// How many lines of differences are printed before the rest is only counted.
const SHOWN: usize = 200;

/// Compares a folder with the plan; `again` is the command that mends it.
pub(super) fn check(target: Target<'_>, plan: &Plan, again: &str) -> Answer {
    let drift = output::check(target, plan)?;
    if drift.is_empty() {
        let files = count(plan.len(), "file");
        anstream::println!("{}: up to date, {files}", target.root.display());
        return Ok(Verdict::Yes);
    }
    let mut left = SHOWN;
    for (name, drift) in &drift {
        let path = target.root.join(name);
        let word = match drift {
            Drift::Missing => "missing",
            Drift::Stale(_) => "stale",
            Drift::Leftover => "no longer generated",
            Drift::Foreign => "foreign",
        };
        anstream::println!("{}: {}", paint(BAD, word), path.display());
        if let Drift::Stale(text) = drift {
            difference(text, &plan[name], &mut left);
        }
    }
    let foreign = drift.values().filter(|it| **it == Drift::Foreign);
    complain(drift.len(), foreign.count(), again);
    Ok(Verdict::No)
}

/// Says how many files differ, how many of them were put there by hand, and what to do.
fn complain(all: usize, foreign: usize, again: &str) {
    let mendable = all - foreign;
    if mendable > 0 {
        let verb = if mendable == 1 { "differs" } else { "differ" };
        terminal::error(&format!(
            "{} {verb}; `{again}` mends it",
            count(mendable, "file")
        ));
    }
    if foreign > 0 {
        let verb = if foreign == 1 { "was" } else { "were" };
        terminal::error(&format!(
            "{} {verb} put there by hand; {MOVE}",
            count(foreign, "file")
        ));
    }
}

const MOVE: &str = "the folder is owned whole, so move or delete what is not generated";

/// Names the files that a run found and left alone.
pub(super) fn foreign(root: &Path, names: &[String]) -> Verdict {
    for name in names {
        anstream::println!("{}: {}", paint(BAD, "foreign"), root.join(name).display());
    }
    complain(names.len(), names.len(), "");
    Verdict::of(names.is_empty())
}

/// Prints the lines that differ, as long as there are lines `left` to print.
fn difference(old: &str, new: &str, left: &mut usize) {
    let diff = TextDiff::from_lines(old, new);
    let text = diff.unified_diff().context_radius(2).to_string();
    let lines = text.lines().count();
    for line in text.lines().take(*left) {
        let style = match line.as_bytes().first() {
            Some(b'-') => BAD,
            Some(b'+') => GOOD,
            _ => QUIET,
        };
        anstream::println!("  {}", paint(style, line));
    }
    if lines > *left {
        anstream::println!(
            "  {}",
            paint(QUIET, &format!("… {} more", count(lines - *left, "line")))
        );
    }
    *left = left.saturating_sub(lines);
}
