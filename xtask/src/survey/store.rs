//! What a survey keeps between runs: the crates, and a row for each document.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::document::Job;
use super::row::{Outcome, Row};
use crate::answer::Trouble;

/// A folder for crates, rows and the target folder of the compiler.
pub(super) struct Store {
    folder: PathBuf,
    target: PathBuf,
    program: PathBuf,
    /// Which program found what is kept: another one may find something else.
    key: u64,
}

impl Store {
    pub(super) fn open(folder: &Path, fresh: bool, target: Option<&Path>) -> Result<Self, Trouble> {
        let rows = folder.join("rows");
        if fresh && rows.exists() {
            fs::remove_dir_all(&rows).map_err(|error| Trouble::at(&rows, &error))?;
        }
        for folder in [&rows, &crates(folder), &folder.join("times")] {
            fs::create_dir_all(folder).map_err(|error| Trouble::at(folder, &error))?;
        }
        let (program, key) = program(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            target: target.map_or_else(|| folder.join("target"), Path::to_owned),
            program,
            key,
        })
    }

    /// A copy of this program, which stays the same when the original is built again.
    pub(super) fn program(&self) -> &Path {
        &self.program
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where cargo builds.
    pub(super) fn target(&self) -> &Path {
        &self.target
    }

    /// Where the times of the compiler are.
    pub(super) fn times(&self) -> PathBuf {
        self.folder.join("times")
    }

    /// What is known of a document from an earlier run of this program.
    pub(super) fn row(&self, job: &Job) -> Option<Row> {
        let text = fs::read_to_string(self.path(job)).ok()?;
        let kept: Value = serde_json::from_str(&text).ok()?;
        let same = kept.get("key")?.as_u64()? == self.key(job);
        let row = Row::read(kept.get("row")?)?;
        let whole = row.outcome != Outcome::Generated || job.folder.join("Cargo.toml").is_file();
        (same && whole).then_some(row)
    }

    pub(super) fn keep(&self, job: &Job, row: &Row) -> Result<(), Trouble> {
        let path = self.path(job);
        let kept = json!({ "key": self.key(job), "row": row.kept() });
        fs::write(&path, kept.to_string()).map_err(|error| Trouble::at(&path, &error))
    }

    fn path(&self, job: &Job) -> PathBuf {
        self.folder
            .join("rows")
            .join(format!("{}.json", job.package))
    }

    /// The document and the program, as one number.
    fn key(&self, job: &Job) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.key.hash(&mut hasher);
        fs::read(&job.path).unwrap_or_default().hash(&mut hasher);
        hasher.finish()
    }
}

/// Where the crates are, below the folder of a store.
pub(super) fn crates(folder: &Path) -> PathBuf {
    folder.join("crates")
}

/// Copies this program into the folder, and gives the copy and a number for its bytes.
fn program(folder: &Path) -> Result<(PathBuf, u64), Trouble> {
    let original = std::env::current_exe();
    let original = original.map_err(|error| Trouble::new(format!("this program: {error}")))?;
    let bytes = fs::read(&original).map_err(|error| Trouble::at(&original, &error))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    let copy = folder.join(original.file_name().unwrap_or_default());
    let same = fs::read(&copy).is_ok_and(|copied| copied == bytes);
    if !same {
        fs::copy(&original, &copy).map_err(|error| Trouble::at(&copy, &error))?;
    }
    Ok((copy, hasher.finish()))
}
