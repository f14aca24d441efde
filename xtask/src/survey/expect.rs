//! `survey --expect`: verdicts that are known beforehand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::row::{Outcome, Row};
use crate::answer::Trouble;

/// The expected verdict of each document.
pub(super) type Expected = BTreeMap<String, Outcome>;

/// Reads a table whose first line names its columns.
pub(super) fn read(path: &Path) -> Result<Expected, Trouble> {
    let text = fs::read_to_string(path).map_err(|error| Trouble::at(path, &error))?;
    parse(&text).map_err(|problem| Trouble::new(format!("{}: {problem}", path.display())))
}

fn parse(text: &str) -> Result<Expected, String> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        let found = header.iter().position(|column| *column == name);
        found.ok_or_else(|| format!("there is no column `{name}`"))
    };
    let (document, verdict) = (column("document")?, column("verdict")?);
    let mut expected = Expected::new();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |index: usize| cells.get(index).copied().unwrap_or_default();
        let outcome = Outcome::named(cell(verdict));
        let outcome = outcome.ok_or_else(|| format!("`{}` is no verdict", cell(verdict)))?;
        expected.insert(cell(document).to_owned(), outcome);
    }
    Ok(expected)
}

/// Where the rows differ from what was expected; documents that nobody expected are to be generated.
pub(super) fn surprises(rows: &[Row], expected: &Expected) -> Vec<String> {
    let unlike = rows.iter().filter_map(|row| {
        let known = expected.get(&row.document).copied();
        let wanted = known.unwrap_or(Outcome::Generated);
        (row.outcome != wanted).then(|| {
            let (document, is) = (&row.document, row.outcome.word());
            format!("{document} was {is}, not {}: {}", wanted.word(), row.reason)
        })
    });
    unlike.collect()
}
