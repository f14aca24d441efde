//! `release`: freezes the working schema under the crate's next version.

use std::fs;
use std::path::{Path, PathBuf};

use generator::diff::{self, Diff};

use crate::answer::{Answer, Trouble, Verdict};
use crate::diff::side::{self, Refusal};
use crate::{terminal, workspace};

/// What stands above all entries.
const HEAD: &str = "# Changelog\n\nWhat each version of the crate changes for its users. Versions follow Cargo's rule: below 1.0 the\nsecond number is raised when code has to change.\n";

/// Freeze the working schema in schema/released under the crate's next version, raise that version in
/// Cargo.toml by what the changes demand, and write the entry of generated/CHANGELOG.md. An accept file
/// (schema/accepted.yaml) has done its duty then, and is removed.
///
/// Exits with 1 when there is nothing to release.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Release this version instead; it may not be lower than what the changes demand
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,

    /// Write nothing; print the entry
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn run(args: &Args) -> Answer {
    let sides = side::old(None).and_then(|old| Ok((old, side::new(None)?)));
    let (old, new) = match sides {
        Ok(sides) => sides,
        Err(Refusal::Trouble(trouble)) => return Err(trouble),
        Err(Refusal::Report(report)) => {
            terminal::report(&report);
            return Ok(Verdict::Code(2));
        }
    };
    let found = diff::diff(old.side(), new.side());
    if found.findings.is_empty() && args.version.is_none() {
        anstream::println!(
            "nothing to release: the schema means what {} means",
            old.version
        );
        return Ok(Verdict::No);
    }
    let next = version(args, &found, &old.version)?;
    let entry = diff::changelog(&found, &next);
    if args.dry_run {
        anstream::print!("{entry}");
        return Ok(Verdict::Yes);
    }
    freeze(&next)?;
    raise(&next)?;
    lock()?;
    write_entry(&entry)?;
    forget_accepted()?;
    anstream::println!(
        "{} → {next}; commit schema/released, Cargo.toml, Cargo.lock and generated/CHANGELOG.md",
        old.version
    );
    Ok(Verdict::Yes)
}

/// The version to release: the one asked for, or the one that the changes demand.
fn version(args: &Args, found: &Diff, released: &str) -> Result<String, Trouble> {
    // A change that only older crates notice still needs a version that has it.
    let demanded = match found.next_version(released) {
        same if same == released => diff::next_version(released, diff::Bump::Patch),
        next => next,
    };
    let Some(wanted) = &args.version else {
        return Ok(demanded);
    };
    let (asked, least) = (side::numbers(wanted), side::numbers(&demanded));
    match asked {
        None => Err(Trouble::new(format!(
            "`{wanted}` is no version of three numbers"
        ))),
        Some(_) if asked < least => Err(Trouble::new(format!(
            "`{wanted}` is lower than {demanded}, which the changes since {released} demand"
        ))),
        Some(_) => Ok(wanted.clone()),
    }
}

fn freeze(version: &str) -> Result<(), Trouble> {
    let frozen = workspace::path(&format!("schema/released/{version}.yaml"));
    let text = read(&workspace::path(workspace::SCHEMA))?;
    write(&frozen, &text)
}

/// What was accepted was accepted against the release before.
fn forget_accepted() -> Result<(), Trouble> {
    let path = workspace::path(workspace::ACCEPTED);
    if path.exists() {
        fs::remove_file(&path).map_err(|error| Trouble::at(&path, &error))?;
    }
    Ok(())
}

/// Writes the version into the manifest of the workspace, which all packages share.
fn raise(version: &str) -> Result<(), Trouble> {
    let manifest = workspace::path("Cargo.toml");
    let text = read(&manifest)?;
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line == "[workspace.package]";
        }
        if inside && line.starts_with("version = ") {
            lines.push(format!("version = \"{version}\""));
        } else {
            lines.push(line.to_owned());
        }
    }
    write(&manifest, &format!("{}\n", lines.join("\n")))
}

/// Has the lock file name the packages of the workspace by their new version.
fn lock() -> Result<(), Trouble> {
    let said = workspace::cargo()
        .args(["update", "--workspace", "--offline", "--quiet"])
        .current_dir(workspace::root())
        .output()
        .map_err(|error| Trouble::new(format!("cargo does not start: {error}")))?;
    if said.status.success() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&said.stderr);
    Err(Trouble::new(format!(
        "Cargo.lock is as it was: {}",
        text.trim()
    )))
}

/// Puts the entry above the older ones.
fn write_entry(entry: &str) -> Result<(), Trouble> {
    let path = workspace::path("generated/CHANGELOG.md");
    let text = if path.exists() {
        read(&path)?
    } else {
        HEAD.to_owned()
    };
    let text = match text.find("\n## ") {
        Some(at) => format!(
            "{}\n{entry}{}",
            &text[..=at].trim_end_matches('\n'),
            &text[at..]
        ),
        None => format!("{}\n\n{entry}", text.trim_end()),
    };
    write(&path, &text)
}

fn read(path: &PathBuf) -> Result<String, Trouble> {
    fs::read_to_string(path).map_err(|error| Trouble::at(path, &error))
}

fn write(path: &Path, text: &str) -> Result<(), Trouble> {
    fs::write(path, text).map_err(|error| Trouble::at(path, &error))
}
