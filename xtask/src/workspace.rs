//! Where the parts of the workspace are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The source of truth, below the root.
pub(crate) const SCHEMA: &str = "schema/humanloop-v4.yaml";

/// Changes since the newest release that were looked at and accepted, below the root.
pub(crate) const ACCEPTED: &str = "schema/accepted.yaml";

/// The folder that holds the workspace: cargo says it when it runs us, else where we were built.
pub(crate) fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let package = package.filter(|package| package.ends_with("xtask"));
    let package = package.unwrap_or(here);
    package.parent().unwrap_or(&package).to_owned()
}

/// A path below the root, as short as it can be written from here.
pub(crate) fn path(below: &str) -> PathBuf {
    shown(&root().join(below))
}

/// A path relative to the current folder, where it is inside.
pub(crate) fn shown(path: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    match path.strip_prefix(&here) {
        Ok(inside) if inside.as_os_str().is_empty() => PathBuf::from("."),
        Ok(inside) => inside.to_owned(),
        Err(_) => path.to_owned(),
    }
}

/// Whether a file is one of the workspace's own schemas.
pub(crate) fn is_own(schema: &Path) -> bool {
    let folder = root().join("schema");
    match (schema.canonicalize(), folder.canonicalize()) {
        (Ok(schema), Ok(folder)) => schema.starts_with(folder),
        _ => false,
    }
}

/// The cargo that runs us, in the root.
pub(crate) fn cargo() -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}
