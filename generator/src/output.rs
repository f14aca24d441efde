//! Files against a folder: what is missing, stale, left over or foreign; the only writer.

use crate::parallel::in_parallel;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a folder is to hold: relative path (with `/`) to text.
pub type Plan = BTreeMap<String, String>;

/// A folder, or parts of one, that belongs to the generator.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// The folder.
    pub root: &'a Path,
    /// Its parts that are owned whole, as relative paths; `""` is the folder itself.
    pub owned: &'a [&'a str],
    /// Whether a file that is not planned, by path and text, was written by an earlier run.
    pub ours: &'a dyn Fn(&str, &str) -> bool,
}

/// How a file of a folder differs from the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drift {
    /// It is planned and not there.
    Missing,
    /// It is there with another text, this one.
    Stale(String),
    /// An earlier run wrote it, and it is not planned any more.
    Leftover,
    /// Nobody planned it: it was put there by hand.
    Foreign,
}

/// What a run did to a folder, as relative paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were not there.
    pub added: Vec<String>,
    /// Files that had another text.
    pub rewritten: Vec<String>,
    /// Files that are not planned any more.
    pub removed: Vec<String>,
    /// Files that nobody planned; they are left alone.
    pub foreign: Vec<String>,
    /// How many files were as planned.
    pub unchanged: usize,
}

/// What could not be done to which file.
#[derive(Debug)]
pub struct OutputError {
    path: PathBuf,
    error: io::Error,
}

impl std::fmt::Display for OutputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.error)
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, OutputError> {
    result.map_err(|error| OutputError {
        path: path.to_owned(),
        error,
    })
}

/// Every file that differs from the plan, by relative path. Writes nothing.
pub fn check(target: Target<'_>, plan: &Plan) -> Result<BTreeMap<String, Drift>, OutputError> {
    let files: Vec<_> = plan.iter().collect();
    let compared = in_parallel(&files, |(name, text)| {
        let drift = match read(&target.root.join(name))? {
            None => Drift::Missing,
            Some(bytes) if bytes == text.as_bytes() => return Ok(None),
            Some(bytes) => Drift::Stale(String::from_utf8_lossy(&bytes).into_owned()),
        };
        Ok(Some(((*name).clone(), drift)))
    });
    let compared: Vec<_> = compared.into_iter().collect::<Result<_, OutputError>>()?;
    let mut drift: BTreeMap<_, _> = compared.into_iter().flatten().collect();
    for name in found(target)? {
        if !plan.contains_key(&name) {
            let bytes = read(&target.root.join(&name))?.unwrap_or_default();
            let ours =
                is_temporary(&name) || (target.ours)(&name, &String::from_utf8_lossy(&bytes));
            let kind = if ours {
                Drift::Leftover
            } else {
                Drift::Foreign
            };
            drift.insert(name, kind);
        }
    }
    Ok(drift)
}

/// Brings the folder to the plan. Files that are as planned are not touched, each other one is
/// written beside itself and renamed, so that a killed run leaves no half of a file; and so is a
/// folder that is not there yet, with all that it is to hold.
pub fn write(target: Target<'_>, plan: &Plan) -> Result<Changes, OutputError> {
    let drift = check(target, plan)?;
    let mut changes = Changes::default();
    for (name, drift) in drift {
        let path = target.root.join(&name);
        match drift {
            Drift::Missing => changes.added.push(name),
            Drift::Stale(_) => changes.rewritten.push(name),
            Drift::Foreign => changes.foreign.push(name),
            Drift::Leftover => {
                at(&path, fs::remove_file(&path))?;
                remove_empty(&path, target.root);
                changes.removed.push(name);
            }
        }
    }
    for name in &changes.rewritten {
        replace(&target.root.join(name), &plan[name])?;
    }
    let mut folders: BTreeMap<PathBuf, Vec<(PathBuf, &str)>> = BTreeMap::new();
    for name in &changes.added {
        let (path, text) = (target.root.join(name), &plan[name]);
        match in_missing_folder(&path, target.root, &folders) {
            None => replace(&path, text)?,
            Some((folder, within)) => folders.entry(folder).or_default().push((within, text)),
        }
    }
    for (folder, files) in &folders {
        add_folder(folder, files)?;
    }
    changes.unchanged = plan.len() - changes.added.len() - changes.rewritten.len();
    Ok(changes)
}

/// The bytes of a file; `None` when there is none.
fn read(path: &Path) -> Result<Option<Vec<u8>>, OutputError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // A link to itself, a file where a folder should be: nothing to keep.
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Ok(None),
        Err(error) => at(path, Err(error)),
    }
}

/// The files below the owned parts of a folder. Links are files: what they lead to is not ours.
fn found(target: Target<'_>) -> Result<Vec<String>, OutputError> {
    let mut names = Vec::new();
    let mut folders: Vec<String> = target.owned.iter().map(|part| (*part).to_owned()).collect();
    while let Some(folder) = folders.pop() {
        let path = target.root.join(&folder);
        let entries = match fs::read_dir(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => at(&path, entries)?,
        };
        for entry in entries {
            let entry = at(&path, entry)?;
            let file = entry.file_name();
            let name = match folder.as_str() {
                "" => file.to_string_lossy().into_owned(),
                folder => format!("{folder}/{}", file.to_string_lossy()),
            };
            if at(&entry.path(), entry.file_type())?.is_dir() {
                folders.push(name);
            } else {
                names.push(name);
            }
        }
    }
    Ok(names)
}

/// The outermost folder above a file, down from the root, that is not there, and the file's path in it. One that is
/// known not to be there needs no look.
fn in_missing_folder<T>(
    path: &Path,
    root: &Path,
    known: &BTreeMap<PathBuf, T>,
) -> Option<(PathBuf, PathBuf)> {
    let within = |folder: &Path| Some((folder.to_owned(), path.strip_prefix(folder).ok()?.into()));
    if let Some(found) = known.keys().find_map(|folder| within(folder)) {
        return Some(found);
    }
    let above = path.ancestors().skip(1);
    let down_to_root = above.take_while(|folder| folder.starts_with(root));
    let missing = down_to_root.take_while(|folder| !folder.exists());
    missing.last().and_then(within)
}

/// Writes a folder that is not there beside itself and renames it.
fn add_folder(folder: &Path, files: &[(PathBuf, &str)]) -> Result<(), OutputError> {
    if let Some(parent) = folder.parent() {
        at(parent, fs::create_dir_all(parent))?;
    }
    let beside = folder.with_file_name(temporary());
    let added = fill(&beside, folder, files).and_then(|()| at(folder, fs::rename(&beside, folder)));
    if added.is_err() {
        // The error says what went wrong; what is left of the attempt is of no use.
        let _ = fs::remove_dir_all(&beside);
    }
    added
}

/// Writes the files of a folder, named by their paths in it, into the one that is to take its place.
fn fill(beside: &Path, folder: &Path, files: &[(PathBuf, &str)]) -> Result<(), OutputError> {
    let folders: BTreeSet<_> = files.iter().filter_map(|(path, _)| path.parent()).collect();
    for inner in folders {
        at(&folder.join(inner), fs::create_dir_all(beside.join(inner)))?;
    }
    let written = in_parallel(files, |(path, text)| {
        at(&folder.join(path), fs::write(beside.join(path), text))
    });
    written.into_iter().collect()
}

/// Writes a file of a folder that is there beside itself and renames it.
fn replace(path: &Path, text: &str) -> Result<(), OutputError> {
    let beside = path.with_file_name(temporary());
    at(&beside, fs::write(&beside, text))?;
    at(path, fs::rename(&beside, path))
}

const TEMPORARY: &str = ".generating";

/// A name for a file or folder that is being written, short whatever its final name is.
fn temporary() -> String {
    static WRITTEN: AtomicUsize = AtomicUsize::new(0);
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    format!(".{}-{number}{TEMPORARY}", std::process::id())
}

/// Whether a killed run left this file, or the folder that it is in.
fn is_temporary(name: &str) -> bool {
    let mut parts = name.split('/');
    parts.any(|part| part.starts_with('.') && part.ends_with(TEMPORARY))
}

/// Removes the folders above a removed file that became empty; one that is not stays.
fn remove_empty(path: &Path, root: &Path) {
    let above = path
        .ancestors()
        .skip(1)
        .take_while(|folder| *folder != root);
    for folder in above {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}
