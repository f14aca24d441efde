//! Where generated files go: into this workspace's own crate, or into a crate of their own.

use std::fs;
use std::path::{Path, PathBuf};

use generator::emit::Standalone;

use super::runtime;
use crate::answer::Trouble;
use crate::workspace;

/// What the first line of every machine-written file says.
const MARK: &str = "Written by `cargo xtask generate`";

/// A folder for generated files.
pub(super) struct Place {
    pub(super) root: PathBuf,
    /// The parts of it that belong to the generator.
    pub(super) owned: &'static [&'static str],
    /// The name of the crate, where it is a whole one.
    name: Option<String>,
    /// Its manifest, where there is one already.
    manifest: Option<String>,
}

impl Place {
    /// The folder in this workspace.
    pub(super) fn own() -> Self {
        Self {
            root: workspace::path("generated/src/api"),
            owned: &[""],
            name: None,
            manifest: None,
        }
    }

    /// The folder of a crate of its own: empty, or one that this command wrote before.
    pub(super) fn of_crate(folder: &Path, name: Option<&str>) -> Result<Self, Trouble> {
        let file_name = folder.file_name().map(|name| name.to_string_lossy());
        let name = match (name, &file_name) {
            (Some(name), _) => name,
            (None, Some(name)) => name,
            (None, None) => return Err(Trouble::new("a crate needs a name: add --name NAME")),
        };
        if !is_package(name) {
            return Err(Trouble::new(format!(
                "`{name}` is no name of a crate; use letters, digits, `-` and `_`, a letter first, and name the crate with --name NAME where its folder has another name"
            )));
        }
        let manifest = guard(folder)?;
        Ok(Self {
            root: folder.to_owned(),
            owned: &["src"],
            name: Some(name.to_owned()),
            manifest,
        })
    }

    /// The name of the crate, where it is a whole one.
    pub(super) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// What a whole crate is made from.
    pub(super) fn standalone<'p>(&'p self, document: &'p str) -> Option<Standalone<'p>> {
        self.name.as_deref().map(|name| Standalone {
            name,
            document,
            runtime: runtime::FILES,
            manifest: runtime::MANIFEST,
            workspace: runtime::WORKSPACE,
            before: self.manifest.as_deref(),
        })
    }

    /// Whether an earlier run wrote this file.
    pub(super) fn is_ours(&self, path: &str, text: &str) -> bool {
        let copied = |path: &str| runtime::FILES.iter().any(|(name, _)| *name == path);
        let in_crate = path.strip_prefix("src/").filter(|_| self.name.is_some());
        is_marked(text) || in_crate.is_some_and(copied)
    }
}

/// The manifest of an earlier run; refuses a folder that holds a crate, or sources, that this command did not write.
fn guard(folder: &Path) -> Result<Option<String>, Trouble> {
    let manifest = fs::read_to_string(folder.join("Cargo.toml")).ok();
    let foreign = match &manifest {
        Some(text) => !is_marked(text),
        None => folder.join("src").exists(),
    };
    if foreign {
        return Err(Trouble::new(format!(
            "{} holds a crate that was not written by this command; choose another folder",
            folder.display()
        )));
    }
    Ok(manifest)
}

fn is_marked(text: &str) -> bool {
    text.lines().next().is_some_and(|line| line.contains(MARK))
}

fn is_package(name: &str) -> bool {
    const TAKEN: &[&str] = &["test", "core", "std", "alloc", "proc_macro", "proc-macro"];
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
        && !TAKEN.contains(&name)
}
