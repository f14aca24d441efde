//! `check`: judges a schema and writes nothing, the keyword table aside.

use std::path::PathBuf;

use generator::diagnostic::{Report, Severity};
use generator::openapi::check_examples;

use crate::answer::{Answer, Verdict};
use crate::input::{Input, Understood};
use crate::keywords;
use crate::terminal::{self, GOOD, count, paint};

/// Judge a schema: its form, its meaning, and every example against its schema.
///
/// All that is wrong is reported at once, with file, line, column and what to write instead.
/// Exits with 1 when the schema is refused.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The document to judge [default: schema/humanloop-v4.yaml]
    #[arg(value_name = "PATH", conflicts_with = "schema")]
    path: Option<PathBuf>,

    #[command(flatten)]
    input: Input,

    /// Print what is made of each keyword, as Markdown, instead
    #[arg(long, conflicts_with = "path")]
    keywords: bool,

    /// With --keywords: write the table into schema/README.md
    #[arg(long, requires = "keywords")]
    write: bool,
}

pub(crate) fn run(args: &Args) -> Answer {
    if args.keywords {
        return keywords::run(args.write);
    }
    let mut input = args.input.clone();
    input.schema = args.path.clone().or(input.schema);
    let name = input.path();
    match judge(&input) {
        Ok((understood, report)) => {
            terminal::report(&report);
            let (good, summary) = (paint(GOOD, "good"), summary(&understood, &report));
            anstream::println!("{}: {good}, {summary}", name.display());
            Ok(Verdict::Yes)
        }
        Err(report) => {
            terminal::report(&report);
            let errors = count(of(&report, Severity::Error), "error");
            anstream::println!("{}: refused, {errors}", name.display());
            Ok(Verdict::No)
        }
    }
}

/// What is said of a document, or why it is refused.
fn judge(input: &Input) -> Result<(Understood, Report), Report> {
    let severity = if input.is_strict() {
        Severity::Error
    } else {
        Severity::Warning
    };
    let document = input.load()?;
    let examples = check_examples(&document, severity).with_source(&document);
    match input.understand() {
        Err(mut report) => {
            report.append(examples);
            Err(report)
        }
        Ok(understood) => {
            let mut report = understood.lowered.report.clone();
            report.append(examples);
            if report.has_errors() {
                return Err(report);
            }
            Ok((understood, report))
        }
    }
}

fn summary(understood: &Understood, report: &Report) -> String {
    let api = &understood.lowered.api;
    let mut parts = vec![
        count(api.endpoints().count(), "operation"),
        count(api.types.len(), "type"),
    ];
    for (severity, noun) in [(Severity::Warning, "warning"), (Severity::Note, "note")] {
        match of(report, severity) {
            0 => {}
            number => parts.push(count(number, noun)),
        }
    }
    parts.join(", ")
}

fn of(report: &Report, severity: Severity) -> usize {
    let findings = report.diagnostics().iter();
    findings
        .filter(|finding| finding.severity == severity)
        .count()
}
