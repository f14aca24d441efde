//! A row of the table: what became of one document.

use std::fmt::Write;

use serde_json::{Value, json};

use super::document::Job;

/// What `generate` came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// There is a crate.
    Generated,
    /// There is a report with an error.
    Refused,
    /// There is neither: a panic, a crash, too long a time.
    Failed,
}

impl Outcome {
    const ALL: [Self; 3] = [Self::Generated, Self::Refused, Self::Failed];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// The outcome of this word.
    pub(super) fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) document: String,
    pub(super) outcome: Outcome,
    /// Whether the crate compiles; nothing when nobody asked.
    pub(super) check: Option<bool>,
    /// Warnings of the compiler.
    pub(super) warnings: u64,
    /// Whether values go through its types unchanged; nothing when nobody asked.
    pub(super) prove: Option<bool>,
    pub(super) operations: u64,
    pub(super) types: u64,
    pub(super) lines: u64,
    pub(super) untyped: u64,
    pub(super) generate_ms: u64,
    pub(super) check_s: Option<f64>,
    /// Answers that its calls were tried with; no column of the table.
    pub(super) answers: u64,
    /// What could not be called; no column of the table.
    pub(super) uncalled: u64,
    /// Why it was refused, failed or does not compile.
    pub(super) reason: String,
}

const COLUMNS: [&str; 12] = [
    "document",
    "verdict",
    "check",
    "warnings",
    "prove",
    "operations",
    "types",
    "lines",
    "untyped",
    "generate_ms",
    "check_s",
    "reason",
];

impl Row {
    pub(super) fn new(job: &Job) -> Self {
        Self {
            document: job.document.clone(),
            outcome: Outcome::Failed,
            check: None,
            warnings: 0,
            prove: None,
            operations: 0,
            types: 0,
            lines: 0,
            untyped: 0,
            generate_ms: 0,
            check_s: None,
            answers: 0,
            uncalled: 0,
            reason: String::new(),
        }
    }

    pub(super) fn failed(job: &Job, reason: &str) -> Self {
        Self {
            reason: one_line(reason),
            ..Self::new(job)
        }
    }

    /// The cells in the order of the columns.
    fn cells(&self) -> [String; 12] {
        [
            self.document.clone(),
            self.outcome.word().to_owned(),
            word(self.check).to_owned(),
            self.warnings.to_string(),
            word(self.prove).to_owned(),
            self.operations.to_string(),
            self.types.to_string(),
            self.lines.to_string(),
            self.untyped.to_string(),
            self.generate_ms.to_string(),
            self.check_s
                .map_or("-".to_owned(), |seconds| format!("{seconds:.1}")),
            self.reason.clone(),
        ]
    }

    /// The row as an object, numbers as numbers.
    pub(super) fn json(&self) -> Value {
        let mut object = serde_json::Map::new();
        for (name, cell) in COLUMNS.into_iter().zip(self.cells()) {
            object.insert(name.to_owned(), Value::String(cell));
        }
        let numbers = [
            ("warnings", json!(self.warnings)),
            ("operations", json!(self.operations)),
            ("types", json!(self.types)),
            ("lines", json!(self.lines)),
            ("untyped", json!(self.untyped)),
            ("generate_ms", json!(self.generate_ms)),
            ("check_s", json!(self.check_s)),
        ];
        for (name, number) in numbers {
            object.insert(name.to_owned(), number);
        }
        Value::Object(object)
    }

    /// The row as an object that [`read`](Self::read) reads, with what has no column.
    pub(super) fn kept(&self) -> Value {
        let mut object = self.json();
        object["answers"] = json!(self.answers);
        object["uncalled"] = json!(self.uncalled);
        object
    }

    /// The row of an object that [`kept`](Self::kept) made.
    pub(super) fn read(object: &Value) -> Option<Self> {
        let text = |name: &str| object.get(name)?.as_str();
        let number = |name: &str| object.get(name)?.as_u64();
        Some(Self {
            document: text("document")?.to_owned(),
            outcome: Outcome::named(text("verdict")?)?,
            check: worded(text("check")?),
            warnings: number("warnings")?,
            prove: worded(text("prove")?),
            operations: number("operations")?,
            types: number("types")?,
            lines: number("lines")?,
            untyped: number("untyped")?,
            generate_ms: number("generate_ms")?,
            check_s: object.get("check_s")?.as_f64(),
            answers: number("answers")?,
            uncalled: number("uncalled")?,
            reason: text("reason")?.to_owned(),
        })
    }
}

/// How it went, in the words of the table.
const fn word(passed: Option<bool>) -> &'static str {
    match passed {
        None => "-",
        Some(true) => "pass",
        Some(false) => "fail",
    }
}

fn worded(word: &str) -> Option<bool> {
    match word {
        "pass" => Some(true),
        "fail" => Some(false),
        _ => None,
    }
}

/// How many characters of a reason are kept: foreign text has no end.
const WIDTH: usize = 200;

/// A text as one line of a sane length.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    match line.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// The rows in columns as wide as they need to be, numbers to the right.
pub(super) fn table(rows: &[Row]) -> String {
    let mut lines = vec![COLUMNS.map(str::to_owned)];
    lines.extend(rows.iter().map(Row::cells));
    let width = |column: usize| {
        lines
            .iter()
            .map(|line| line[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: [usize; 12] = std::array::from_fn(width);
    let mut out = String::new();
    for line in &lines {
        let mut text = String::new();
        for (column, (cell, width)) in line.iter().zip(widths).enumerate() {
            let left = column < 3 || column == 4 || column == 11;
            let _ = if left {
                write!(text, "{cell:<width$}  ")
            } else {
                write!(text, "{cell:>width$}  ")
            };
        }
        out.push_str(text.trim_end());
        out.push('\n');
    }
    out
}

/// The rows separated by tabs, with a header.
pub(super) fn tsv(rows: &[Row]) -> String {
    let lines = rows.iter().map(|row| row.cells().join("\t"));
    let header = std::iter::once(COLUMNS.join("\t"));
    header.chain(lines).map(|line| line + "\n").collect()
}

/// The rows as a list of objects.
pub(super) fn json(rows: &[Row]) -> String {
    let rows: Vec<Value> = rows.iter().map(Row::json).collect();
    format!("{:#}", Value::Array(rows))
}

/// How many came to what.
pub(super) fn totals(rows: &[Row]) -> String {
    let outcomes = Outcome::ALL.map(|outcome| {
        let number = rows.iter().filter(|row| row.outcome == outcome).count();
        format!("{number} {}", outcome.word())
    });
    let mut text = format!("{} documents: {}", rows.len(), outcomes.join(", "));
    let checked: Vec<&Row> = rows.iter().filter(|row| row.check.is_some()).collect();
    if !checked.is_empty() {
        let passed = checked.iter().filter(|row| row.check == Some(true)).count();
        let warnings: u64 = checked.iter().map(|row| row.warnings).sum();
        let _ = write!(
            text,
            "; {passed} of {} pass `cargo check` with {warnings} warnings",
            checked.len()
        );
    }
    let proved: Vec<bool> = rows.iter().filter_map(|row| row.prove).collect();
    if !proved.is_empty() {
        let passed = proved.iter().filter(|passed| **passed).count();
        let answers: u64 = rows.iter().map(|row| row.answers).sum();
        let uncalled: u64 = rows.iter().map(|row| row.uncalled).sum();
        let _ = write!(
            text,
            "; {passed} of {} are proved, with {answers} answers over loopback, {uncalled} not called",
            proved.len()
        );
    }
    text
}
