//! A side of a diff: a file, a file at a git revision, or the project's schema at one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use generator::diagnostic::Report;
use generator::diff::Side;
use generator::ir::Api;
use generator::lower::{Lowered, Options, lower};
use generator::source::{Document, LoadOptions, load, load_text};

use crate::answer::Trouble;
use crate::workspace;

/// As much as a program starts with: documents may be deep.
const STACK: usize = 8 << 20;

/// A side that was read and understood.
pub(crate) struct Loaded {
    document: Document,
    lowered: Lowered,
    /// The version of the crate that was made from it.
    pub(crate) version: String,
}

impl Loaded {
    pub(super) fn document(&self) -> &Document {
        &self.document
    }

    /// What the crate is made from.
    pub(super) fn api(&self) -> &Api {
        &self.lowered.api
    }

    pub(crate) fn side(&self) -> Side<'_> {
        Side {
            document: &self.document,
            api: &self.lowered.api,
        }
    }
}

/// Why there is no such side.
pub(crate) enum Refusal {
    /// The generator refuses the document.
    Report(Box<Report>),
    /// There is nothing to read.
    Trouble(Trouble),
}

impl From<Report> for Refusal {
    fn from(report: Report) -> Self {
        Self::Report(Box::new(report))
    }
}

impl From<Trouble> for Refusal {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// Both sides, read and understood side by side; when neither can be, what is wrong with the old one.
pub(super) fn both(before: Option<&str>, after: Option<&str>) -> Result<(Loaded, Loaded), Refusal> {
    thread::scope(|scope| {
        let other = thread::Builder::new().stack_size(STACK);
        let after = other
            .spawn_scoped(scope, || new(after))
            .map_err(|error| Trouble::new(format!("no thread can be started: {error}")))?;
        let before = old(before);
        let after = after
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        Ok((before?, after?))
    })
}

/// The side that was there before; by default the newest released schema.
pub(crate) fn old(name: Option<&str>) -> Result<Loaded, Refusal> {
    if let Some(name) = name {
        return named(name);
    }
    let (version, path) = newest()?;
    let mut loaded = from_file(&path)?;
    loaded.version = version;
    Ok(loaded)
}

/// The side that is there now; by default the working schema.
pub(crate) fn new(name: Option<&str>) -> Result<Loaded, Refusal> {
    match name {
        Some(name) => named(name),
        None => from_file(&workspace::path(workspace::SCHEMA)),
    }
}

fn named(name: &str) -> Result<Loaded, Refusal> {
    let path = Path::new(name);
    if path.exists() {
        return from_file(path);
    }
    let (revision, file) = name.split_once(':').unwrap_or((name, workspace::SCHEMA));
    match git(&["show", &format!("{revision}:{file}")]) {
        Ok(text) => {
            let shown = format!("{revision}:{file}");
            let mut loaded = understand(load_text(&shown, text, &LoadOptions::default())?)?;
            // A revision without a readable manifest has the version of this program.
            if let Some(version) = version_at(revision) {
                loaded.version = version;
            }
            Ok(loaded)
        }
        Err(said) => Err(Trouble::new(format!(
            "`{name}` is neither a file nor a git revision with one: {said}"
        ))
        .into()),
    }
}

/// The version of the crate at a revision.
fn version_at(revision: &str) -> Option<String> {
    let manifest = git(&["show", &format!("{revision}:Cargo.toml")]).ok()?;
    let version = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = \""))?;
    let version = version.strip_suffix('"')?;
    numbers(version).map(|_| version.to_owned())
}

fn git(args: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(args)
        .current_dir(workspace::root())
        .output()
        .map_err(|error| format!("git does not start: {error}"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(said.lines().next().unwrap_or("git says nothing").to_owned());
    }
    String::from_utf8(output.stdout).map_err(|_| "it is not UTF-8 text".to_owned())
}

fn from_file(path: &Path) -> Result<Loaded, Refusal> {
    let mut loaded = understand(load(path, &LoadOptions::default())?)?;
    if let Some(version) = released_version(path) {
        loaded.version = version;
    }
    Ok(loaded)
}

fn understand(document: Document) -> Result<Loaded, Refusal> {
    let lowered = lower(&document, &Options::default())?;
    Ok(Loaded {
        document,
        lowered,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

/// The version in the name of a file of `schema/released`.
fn released_version(path: &Path) -> Option<String> {
    let inside = path.parent()?.ends_with("schema/released");
    let stem = path.file_stem()?.to_str()?;
    (inside && numbers(stem).is_some()).then(|| stem.to_owned())
}

/// The newest file of `schema/released`, and its version.
pub(crate) fn newest() -> Result<(String, PathBuf), Trouble> {
    let folder = workspace::path("schema/released");
    let entries = std::fs::read_dir(&folder).map_err(|error| Trouble::at(&folder, &error))?;
    entries
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_stem()?.to_str()?.to_owned();
            Some((numbers(&version)?, version, path))
        })
        .max()
        .map(|(_, version, path)| (version, path))
        .ok_or_else(|| Trouble::new(format!("{} holds no released schema", folder.display())))
}

/// The three numbers of a version.
pub(crate) fn numbers(version: &str) -> Option<[u64; 3]> {
    let mut parts = version.split('.').map(|part| part.parse().ok());
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}
