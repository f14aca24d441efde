//! Walks a folder of cases: each is a folder of inputs and of the texts that must come out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of outputs within a case; a file there that nothing produces is a failure.
const EXPECTED: &str = "expected";

/// One case: a folder whose name says what behaviour it fixes.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
}

/// What a case produced: relative path (with `/`) to text. An empty text stands for no file.
pub type Outputs = BTreeMap<String, String>;

impl Case {
    /// The path of a file of the case.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// The text of a file of the case, when there is such a file.
    ///
    /// # Panics
    /// When the file is there and cannot be read.
    pub fn text(&self, file: &str) -> Option<String> {
        let path = self.path(file);
        path.exists().then(|| read(&path))
    }

    /// The first of `names` that is a file of the case.
    ///
    /// # Panics
    /// When none of them is.
    pub fn first(&self, names: &[&str]) -> PathBuf {
        names
            .iter()
            .map(|name| self.path(name))
            .find(|path| path.exists())
            .unwrap_or_else(|| panic!("{} has none of {names:?}", self.folder.display()))
    }

    /// Text without the case's own path, so that it is the same on every machine.
    pub fn portable(&self, text: &str) -> String {
        let folder = self.folder.display().to_string();
        let slashed = folder.replace('\\', "/");
        text.replace(&format!("{slashed}/"), "")
            .replace(&format!("{folder}\\"), "")
    }
}

/// Runs every case of `tests/cases/<kind>` and compares what it produces with the files it has.
///
/// With `UPDATE=1` in the environment the files are rewritten instead, and with
/// `CASE=word` only cases whose name holds the word run. An output belongs
/// either into the folder `expected` of a case or beside the inputs.
///
/// # Panics
/// When a case differs, naming each file and line that does; when there are no cases.
pub fn walk(kind: &str, produce: impl Fn(&Case) -> Outputs) {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let wanted = std::env::var("CASE").unwrap_or_default();
    let cases = cases(kind);
    assert!(!cases.is_empty(), "tests/cases/{kind} holds no case");
    if cases.iter().all(|case| !case.name.contains(&wanted)) {
        eprintln!("no case of tests/cases/{kind} has `{wanted}` in its name");
    }
    let mut failures = String::new();
    for case in cases.iter().filter(|case| case.name.contains(&wanted)) {
        let outputs = produce(case);
        if update {
            rewrite(case, &outputs);
        } else {
            compare(case, &outputs, &mut failures);
        }
    }
    assert!(
        failures.is_empty(),
        "cases differ; UPDATE=1 rewrites what is expected\n{failures}"
    );
}

/// The cases of one kind, by name.
///
/// # Panics
/// When their folder cannot be read.
pub fn cases(kind: &str) -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("cases")
        .join(kind);
    let folders = fs::read_dir(&root).unwrap_or_else(|error| panic!("{}: {error}", root.display()));
    let mut cases: Vec<Case> = folders
        .map(|entry| entry.unwrap_or_else(|error| panic!("{}: {error}", root.display())))
        .filter(|entry| entry.path().is_dir())
        .map(|entry| Case {
            name: entry.file_name().to_string_lossy().into_owned(),
            folder: entry.path(),
        })
        .collect();
    cases.sort_by(|one, two| one.name.cmp(&two.name));
    cases
}

fn compare(case: &Case, outputs: &Outputs, failures: &mut String) {
    for name in outputs
        .keys()
        .cloned()
        .chain(produced(case))
        .collect::<BTreeSet<_>>()
    {
        let actual = outputs.get(&name).map_or("", String::as_str);
        let expected = case.text(&name).unwrap_or_default();
        if actual != expected {
            let _ = writeln!(failures, "\n--- {}/{name}", case.name);
            failures.push_str(&difference(&expected, actual));
        }
    }
}

fn rewrite(case: &Case, outputs: &Outputs) {
    for name in produced(case).difference(&outputs.keys().cloned().collect()) {
        remove(&case.path(name));
    }
    for (name, text) in outputs {
        let path = case.path(name);
        if text.is_empty() {
            remove(&path);
        } else if case.text(name).as_ref() != Some(text) {
            let folder = path.parent().unwrap_or(&case.folder);
            let written = fs::create_dir_all(folder).and_then(|()| fs::write(&path, text));
            written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
}

fn remove(path: &Path) {
    if path.exists() {
        fs::remove_file(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }
}

/// The files that earlier runs left in `expected`.
fn produced(case: &Case) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![EXPECTED.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(case.path(&folder))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                folders.push(name);
            } else {
                found.insert(name);
            }
        }
    }
    found
}

/// A text file with the line ends the repository keeps.
fn read(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

/// The lines that differ, with up to three equal ones before and after.
pub fn difference(expected: &str, actual: &str) -> String {
    const AROUND: usize = 3;
    let expected: Vec<&str> = expected.lines().collect();
    let actual: Vec<&str> = actual.lines().collect();
    let same = |(one, two): &(&&str, &&str)| one == two;
    let head = expected.iter().zip(&actual).take_while(same).count();
    let rest = expected.len().min(actual.len()) - head;
    let backwards = expected.iter().rev().zip(actual.iter().rev());
    let tail = backwards.take(rest).take_while(same).count();
    let mut out = format!("@@ line {}\n", head + 1);
    let mut put = |sign: &str, lines: &[&str]| {
        for line in lines {
            let _ = writeln!(out, "{sign}{line}");
        }
    };
    put(" ", &expected[head.saturating_sub(AROUND)..head]);
    put("-", &expected[head..expected.len() - tail]);
    put("+", &actual[head..actual.len() - tail]);
    let end = expected.len() - tail;
    put(" ", &expected[end..expected.len().min(end + AROUND)]);
    out
}
