//! `diff --prove`: the compiler as the judge of what callers have to change.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use generator::diff::Diff;
use generator::emit::{Config, Standalone, emit, witness};
use generator::output::{self, Target};

use super::example;
use super::side::Loaded;
use crate::answer::Trouble;
use crate::generate::runtime;
use crate::{terminal, workspace};

/// The file that says what a crate needs.
const MANIFEST: &str = "Cargo.toml";

/// The name of the crate that is made from NEW.
const PACKAGE: &str = "witnessed";

/// Errors beyond this are counted.
const MOST_ERRORS: usize = 5;

/// What the compiler says of the two witnesses.
#[derive(Default)]
struct Said {
    /// What is wrong with code for OLD.
    old: Vec<String>,
    /// What is wrong with code for NEW, or with the crate itself: there should be nothing.
    new: Vec<String>,
}

/// Compiles a witness of OLD with the crate of NEW, and says whether the verdict holds.
pub(super) fn prove(diff: &Diff, old: &Loaded, new: &Loaded) -> Result<bool, Trouble> {
    let target = workspace::root().join("target");
    let folder = target.join("prove");
    write(&folder, old, new)?;
    // What other checks of generated crates have compiled is not compiled again.
    let said = check(&folder, &target.join("extra"))?;
    if let Some(error) = said.new.first() {
        return Err(Trouble::new(format!(
            "the witness does not fit its own crate, which is our fault: {error}"
        )));
    }
    example::print(diff, old, new);
    Ok(tell(diff.stops_code(), &said.old))
}

fn write(folder: &Path, old: &Loaded, new: &Loaded) -> Result<(), Trouble> {
    let config = Config {
        standalone: Some(Standalone {
            name: PACKAGE,
            document: "NEW",
            runtime: runtime::FILES,
            manifest: runtime::MANIFEST,
            workspace: runtime::WORKSPACE,
            before: None,
        }),
        ..Config::default()
    };
    let files = |side: &Loaded| -> BTreeMap<String, String> {
        let files = emit(side.api(), &config).into_iter();
        files.map(|file| (file.path, file.text)).collect()
    };
    let mut plan = files(new);
    // Code for OLD has the packages that OLD's types come from, whether or not NEW's need them.
    let needed = dependencies(files(old).get(MANIFEST).map_or("", String::as_str));
    if let Some(manifest) = plan.get_mut(MANIFEST) {
        let _ = write!(manifest, "\n[dev-dependencies]\n{needed}");
    }
    for (name, side) in [("old", old), ("new", new)] {
        plan.insert(format!("examples/{name}.rs"), witness(side.api(), PACKAGE));
    }
    let target = Target {
        root: folder,
        owned: &["src", "examples"],
        ours: &|_, _| true,
    };
    output::write(target, &plan)?;
    let lock = workspace::root().join("Cargo.lock");
    let copy = folder.join("Cargo.lock");
    fs::copy(&lock, &copy).map_err(|error| Trouble::at(&copy, &error))?;
    Ok(())
}

/// The lines of a manifest's dependencies.
fn dependencies(manifest: &str) -> String {
    let lines = manifest
        .lines()
        .skip_while(|line| *line != "[dependencies]");
    let lines = lines.skip(1).take_while(|line| !line.starts_with('['));
    // What is switched on by a feature is nothing that types come from.
    let lines = lines.filter(|line| !line.contains("optional = true"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn check(folder: &Path, target: &Path) -> Result<Said, Trouble> {
    let output = workspace::cargo()
        .current_dir(folder)
        .args([
            "check",
            "--examples",
            "--keep-going",
            "--message-format=json",
        ])
        .env("CARGO_TARGET_DIR", target)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    let mut said = Said::default();
    let text = String::from_utf8_lossy(&output.stdout);
    for message in text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
    {
        note(&message, &mut said);
    }
    if !output.status.success() && said.old.is_empty() && said.new.is_empty() {
        let text = String::from_utf8_lossy(&output.stderr);
        let last = text.lines().rfind(|line| !line.is_empty());
        return Err(Trouble::new(format!(
            "cargo cannot check the crate of NEW: {}",
            last.unwrap_or("it says nothing")
        )));
    }
    Ok(said)
}

/// Sorts an error of the compiler.
fn note(message: &serde_json::Value, said: &mut Said) {
    let error = &message["message"];
    if error["level"] != "error" || error["spans"].as_array().is_none_or(Vec::is_empty) {
        return;
    }
    let text = error["message"].as_str().unwrap_or_default();
    let text = match error["code"]["code"].as_str() {
        Some(code) => format!("{code}: {text}"),
        None => text.to_owned(),
    };
    if message["target"]["name"] == "old" {
        said.old.push(text);
    } else {
        said.new.push(text);
    }
}

/// Says what came out, and whether it is what the verdict says.
fn tell(expected: bool, errors: &[String]) -> bool {
    let what = match errors.len() {
        0 => "code for OLD compiles with NEW".to_owned(),
        1 => "code for OLD no longer compiles with NEW: 1 error".to_owned(),
        count => format!("code for OLD no longer compiles with NEW: {count} errors"),
    };
    let holds = expected != errors.is_empty();
    if holds {
        anstream::eprintln!("proved: {what}");
    } else {
        terminal::error(&format!("the verdict for callers does not hold: {what}"));
    }
    for error in errors.iter().take(MOST_ERRORS) {
        anstream::eprintln!("  {error}");
    }
    holds
}
