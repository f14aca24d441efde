//! The workspace under test: its folder, its commands, and copies of it to spoil.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The folder of the workspace.
///
/// # Panics
/// Never: a package is in a workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("a package is in a workspace")
}

/// The target folder that all extra compilations share.
pub fn extra_target() -> PathBuf {
    root().join("target").join("extra")
}

/// The cargo that runs the tests.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// The program behind `cargo xtask`, built once.
///
/// # Panics
/// When it does not build.
pub fn xtask() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let output = cargo()
            .args(["build", "--quiet", "--package", "xtask"])
            .arg("--message-format=json-render-diagnostics")
            .output()
            .expect("cargo starts");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        executable(&output).expect("cargo names the program it built")
    })
}

/// The last program that cargo says it built.
pub fn executable(output: &Output) -> Option<PathBuf> {
    let text = String::from_utf8_lossy(&output.stdout);
    let mut built = text.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    built.next_back()
}

/// What a program said, and its exit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its exit code; nothing when a signal ended it.
    pub code: Option<i32>,
    /// What it printed to stdout.
    pub out: String,
    /// What it printed to stderr.
    pub err: String,
}

/// Runs a program to its end.
///
/// # Panics
/// When it does not start.
pub fn run(command: &mut Command) -> Said {
    let output = command.output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    Said {
        code: output.status.code(),
        out: text(&output.stdout),
        err: text(&output.stderr),
    }
}

/// A folder for one test, gone when the test is.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder.
    ///
    /// # Panics
    /// When it cannot be made.
    pub fn new(name: &str) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("{name}-{}-{count}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder can be made");
        // Links on the way (as on macOS) would make paths differ from what programs print.
        Self(folder.canonicalize().expect("the folder is there"))
    }

    /// The parts of the workspace that `cargo xtask` reads and writes.
    ///
    /// # Panics
    /// When they cannot be copied.
    pub fn of_workspace(name: &str) -> Self {
        let scratch = Self::new(name);
        for part in ["schema", "generated/src/api"] {
            copy(&root().join(part), &scratch.path().join(part));
        }
        scratch
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// `cargo xtask` in this copy of the workspace.
    pub fn xtask<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Said {
        let mut command = Command::new(xtask());
        command
            .args(arguments)
            .current_dir(&self.0)
            .env("CARGO_MANIFEST_DIR", self.0.join("xtask"));
        run(&mut command)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What cannot be removed is left to the system.
        drop(fs::remove_dir_all(&self.0));
    }
}

/// Copies a folder.
///
/// # Panics
/// When a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for (name, bytes) in files(from) {
        let path = to.join(name);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("a folder can be made");
        fs::write(path, bytes).expect("a file can be written");
    }
}

/// Every file below a folder, by its path there (with `/`), sorted.
///
/// # Panics
/// When one cannot be read.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(below) = folders.pop() {
        let entries = fs::read_dir(folder.join(&below)).expect("a folder can be read");
        for entry in entries {
            let entry = entry.expect("a folder can be read");
            let name = entry.file_name().to_string_lossy().into_owned();
            let name = if below.is_empty() {
                name
            } else {
                format!("{below}/{name}")
            };
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                let bytes = fs::read(entry.path()).expect("a file can be read");
                found.push((name, bytes));
            }
        }
    }
    found.sort();
    found
}
