//! Programs of other packages: built here, run as children. What they stand on need not compile for the rest to work.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::answer::{Answer, Trouble, Verdict};
use crate::workspace;

/// Builds a program and says where it is.
pub(crate) fn built(package: &str, arguments: &[&str]) -> Result<PathBuf, Trouble> {
    let output = workspace::cargo()
        .args(["build", "--quiet", "--package", package])
        .args(arguments)
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    if !output.status.success() {
        return Err(Trouble::new(format!(
            "a program of `{package}` does not build"
        )));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let mut executable = text.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    executable
        .next_back()
        .ok_or_else(|| Trouble::new(format!("cargo built no program of `{package}`")))
}

/// Runs a program to its end; its exit code is ours.
pub(crate) fn run(program: &Path, arguments: &[String]) -> Answer {
    let status = Command::new(program).args(arguments).status();
    let status = status.map_err(|error| Trouble::at(program, &error))?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    // A program that a signal ended has no code.
    Ok(code.map_or(Verdict::No, Verdict::Code))
}

/// A number that is another one each time.
pub(crate) fn seed() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(0_u8)
}
