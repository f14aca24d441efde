//! Pairs of documents gathered beside the project, where there are any: our verdicts on each.
//!
//! `DIFF_PROBES` names a folder with `PROBES.tsv` and the pairs it judges.

use std::path::PathBuf;

use generator::diff::Level;

use super::{Loaded, compare};

/// Probes whose verdict for callers we argue with: the variants of a union are called after their
/// schemas here, so another value of the discriminator renames nothing.
const ARGUED: [&str; 1] = ["088"];

fn folder(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from)
}

#[test]
fn gathered_probes_agree() {
    let Some(folder) = folder("DIFF_PROBES") else {
        return;
    };
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut failures = Vec::new();
    for line in read("PROBES.tsv").lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let &[probe, _, change, requests, responses, rust, ..] = &columns[..] else {
            panic!("PROBES.tsv: {line}");
        };
        let side = |name: String| {
            Loaded::read(&name, &read(&name)).unwrap_or_else(|report| panic!("{report}"))
        };
        let old = side(format!("{probe}-base.yaml"));
        let new = side(format!("{probe}-revision.yaml"));
        let found = compare(&old, &new);
        let wire = [(requests, found.requests), (responses, found.responses)];
        for (wanted, got) in wire {
            if wanted != "n/a" && wanted != letter(got) {
                failures.push(format!(
                    "{probe} {change}: {wanted} on the wire, we say {}",
                    letter(got)
                ));
            }
        }
        let ours = match found.rust.word() {
            "major" => "M",
            "minor" => "m",
            "patch" => "p",
            _ => "-",
        };
        if rust != ours && !ARGUED.contains(&probe) {
            failures.push(format!(
                "{probe} {change}: {rust} for callers, we say {ours}"
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

const fn letter(level: Level) -> &'static str {
    match level {
        Level::Breaking => "B",
        Level::Judge => "W",
        Level::Compatible => "-",
    }
}
