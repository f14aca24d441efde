//! The numbers of a run: what was understood, what was written, how long it took.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write;
use std::path::Path;

use generator::diagnostic::Severity;
use generator::ir::Api;
use generator::output::{Changes, Plan};
use generator::source::Place;
use serde_json::{Value, json};

use crate::input::{Phases, Understood};
use crate::terminal::{GOOD, count, paint};

/// How many changed files are named before the rest is only counted.
const SHOWN: usize = 20;

pub(super) struct Summary<'a> {
    phases: &'a Phases,
    changes: &'a Changes,
    paths: usize,
    operations: usize,
    /// Operations as documents count them: a stream half with a title of its own is one.
    documented: usize,
    calls: usize,
    types: usize,
    /// Schemas of the document that no operation needs.
    unreached: usize,
    files: usize,
    lines: usize,
    untyped: usize,
    warnings: usize,
}

impl<'a> Summary<'a> {
    pub(super) fn of(
        understood: &'a Understood,
        phases: &'a Phases,
        plan: &Plan,
        changes: &'a Changes,
    ) -> Self {
        let api = &understood.lowered.api;
        let paths: BTreeSet<&str> = api.endpoints().map(|endpoint| &*endpoint.path).collect();
        let findings = understood.lowered.report.diagnostics().iter();
        Self {
            phases,
            changes,
            paths: paths.len(),
            operations: api.endpoints().count(),
            documented: documented(api),
            calls: calls(api),
            types: api.types.len(),
            unreached: unreached(understood),
            files: plan.len(),
            lines: own(plan).map(|text| lines(text)).sum(),
            untyped: understood.lowered.untyped.len(),
            warnings: findings
                .filter(|finding| finding.severity == Severity::Warning)
                .count(),
        }
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "paths": self.paths,
            "operations": self.operations,
            "documented_operations": self.documented,
            "calls": self.calls,
            "types": self.types,
            "unreached": self.unreached,
            "files": self.files,
            "lines": self.lines,
            "untyped": self.untyped,
            "warnings": self.warnings,
            "ms": self.phases.total().as_millis().to_string().parse::<u64>().unwrap_or(u64::MAX),
            "added": self.changes.added,
            "rewritten": self.changes.rewritten,
            "removed": self.changes.removed,
            "foreign": self.changes.foreign,
        })
    }

    pub(super) fn text(&self, schema: &Path, root: &Path) -> String {
        let mut out = self.changed(root);
        let _ = writeln!(
            out,
            "{}: {}, {}, {}, {} in {} of {}",
            schema.display(),
            count(self.paths, "path"),
            count(self.documented, "documented operation"),
            count(self.calls, "call"),
            count(self.types, "type"),
            count(self.files, "file"),
            count(self.lines, "line"),
        );
        if self.unreached > 0 {
            let _ = writeln!(
                out,
                "{}: no operation needs {}; `--everything` emits them too",
                schema.display(),
                count(self.unreached, "schema"),
            );
        }
        let written = self.changes.added.len() + self.changes.rewritten.len();
        let what = match written + self.changes.removed.len() {
            0 => "up to date".to_owned(),
            _ if written == self.files => format!("{} written", count(written, "file")),
            number => format!(
                "{} changed, {} not",
                count(number, "file"),
                self.changes.unchanged
            ),
        };
        let _ = writeln!(out, "{}: {what}, {}", root.display(), self.phases.line());
        out
    }

    /// The files that changed, unless all are new.
    fn changed(&self, root: &Path) -> String {
        let mut out = String::new();
        if self.changes.added.len() == self.files {
            return out;
        }
        let mut left = SHOWN;
        for (word, names) in [
            ("added", &self.changes.added),
            ("rewrote", &self.changes.rewritten),
            ("removed", &self.changes.removed),
        ] {
            for name in names.iter().take(left) {
                let _ = writeln!(
                    out,
                    "{} {}",
                    paint(GOOD, &format!("{word:>7}")),
                    root.join(name).display()
                );
            }
            if names.len() > left {
                let _ = writeln!(out, "{word:>7} {} more", names.len() - left);
            }
            left = left.saturating_sub(names.len());
        }
        out
    }
}

/// The sources of the client; the program that proves it, and its values, are none of them.
fn own(plan: &Plan) -> impl Iterator<Item = &String> {
    let is_rust = |path: &str| Path::new(path).extension().is_some_and(|end| end == "rs");
    let is_own = move |path: &str| is_rust(path) && !path.starts_with("examples/");
    let files = plan.iter().filter(move |(path, _)| is_own(path));
    files.map(|(_, text)| text)
}

/// The lines of a file that ends with a line end.
fn lines(text: &str) -> usize {
    // A processor counts in a block whose sum fits in a byte at once.
    let blocks = text.as_bytes().chunks(255);
    let ends = |block: &[u8]| {
        block
            .iter()
            .map(|byte| u8::from(*byte == b'\n'))
            .sum::<u8>()
    };
    blocks.map(|block| usize::from(ends(block))).sum()
}

/// How many schemas of the document became no type, since no operation needs them.
fn unreached(understood: &Understood) -> usize {
    let root = understood.document.root();
    let schemas = root.get("components").and_then(|all| all.get("schemas"));
    let Some(schemas) = schemas else {
        return 0;
    };
    let types = understood.lowered.api.types.iter();
    let made: HashSet<&Place> = types.map(|(_, def)| &def.place).collect();
    let places = schemas.members().map(|(_, schema)| schema.place);
    places.filter(|place| !made.contains(place)).count()
}

fn documented(api: &Api) -> usize {
    let halves = api.endpoints().map(|endpoint| {
        let title = endpoint.stream().and_then(|half| half.summary.as_ref());
        1 + usize::from(title.is_some_and(|title| endpoint.docs.title.as_ref() != Some(title)))
    });
    halves.sum()
}

/// The methods of the client: one for each body of an endpoint, and one for each stream half beside a whole answer.
fn calls(api: &Api) -> usize {
    let calls = api.endpoints().map(|endpoint| {
        let halves = match &endpoint.stream() {
            Some(half) if half.name != endpoint.name => 2,
            _ => 1,
        };
        halves * endpoint.bodies.len().max(1)
    });
    calls.sum()
}
