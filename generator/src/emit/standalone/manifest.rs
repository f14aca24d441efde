//! The manifest of a standalone crate: that of the runtime's package, cut to what is named.

use super::Standalone;
use super::named::Named;
use crate::emit::layout;
use std::fmt::Write as _;

/// Dependencies that only types of formats need, each with its line in a manifest.
const FORMATS: [(&str, &str); 4] = [
    ("base64", "base64 = \"0.22\""),
    (
        "jiff",
        "jiff = { version = \"0.2\", default-features = false, features = [\"alloc\", \"serde\", \"std\"] }",
    ),
    ("url", "url = { version = \"2\", features = [\"serde\"] }"),
    ("uuid", "uuid = { version = \"1\", features = [\"serde\"] }"),
];

/// The dependencies that types of formats in these texts need: name, and line in a manifest.
pub fn of_formats<'t>(
    texts: impl Iterator<Item = &'t str>,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    formats(&Named::of(texts)).into_iter()
}

/// The dependencies of which files name the crate.
pub(super) fn formats(named: &Named) -> Vec<(&'static str, &'static str)> {
    let formats = FORMATS.into_iter();
    formats.filter(|(name, _)| named.has(name)).collect()
}

/// Dependencies that are named in features or switched by them, never in a file alone.
const ALWAYS: [&str; 3] = ["reqwest", "rustls", "rustls-platform-verifier"];

/// Writes the manifest.
pub(super) fn write(standalone: &Standalone, title: &str, named: &Named) -> String {
    let mut out = String::from(
        "# Written by `cargo xtask generate`; version, license and what else describes the package stay as they are.\n",
    );
    let name = layout::literal(standalone.name);
    let description = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let description = layout::literal(&format!("Client of {description}")).replace("\\u{", "u{");
    let _ = write!(
        out,
        "[package]\nname = {name}\ndescription = {description}\nedition = \"2024\"\nrust-version = \"1.88\"\n"
    );
    let before = standalone.before.unwrap_or(FIRST);
    for line in owners(before) {
        let _ = writeln!(out, "{line}");
    }
    let mut kept = false;
    let mut head = String::new();
    for line in standalone.manifest.lines() {
        if line.starts_with('[') {
            kept = line.contains("dependencies") && !line.contains("dev-") || line == "[features]";
            head = format!("\n{line}\n");
        } else if kept && let Some(line) = entry(standalone, named, line) {
            out.push_str(&std::mem::take(&mut head));
            out.push_str(&line);
            out.push('\n');
        }
        if line == "[dependencies]" {
            out.push_str(&std::mem::take(&mut head));
            for (name, line) in formats(named) {
                let line = version(standalone.workspace, name)
                    .map_or(line.to_owned(), |version| format!("{name} = {version}"));
                let _ = writeln!(out, "{line}");
            }
        }
    }
    for section in sections(before)
        .into_iter()
        .filter(|section| !is_ours(section))
    {
        let _ = write!(out, "\n{}\n", section.trim_end());
    }
    out
}

/// What a new crate says of itself: it is a whole of its own, also inside the folder of another workspace.
const FIRST: &str = "[package]\nversion = \"0.1.0\"\npublish = false\n[workspace]\n";

/// The sections of a manifest, each with its head.
fn sections(manifest: &str) -> Vec<&str> {
    let heads = manifest.match_indices('[').map(|(at, _)| at);
    let mut bounds: Vec<_> = heads
        .filter(|at| *at == 0 || manifest[..*at].ends_with('\n'))
        .collect();
    bounds.push(manifest.len());
    let sections = bounds
        .windows(2)
        .map(|bounds| &manifest[bounds[0]..bounds[1]]);
    sections.collect()
}

/// Whether a section is written anew each time.
fn is_ours(section: &str) -> bool {
    const OURS: [&str; 3] = ["[package]", "[features]", "[dependencies]"];
    OURS.iter().any(|head| section.starts_with(head)) || section.starts_with("[target.'cfg(")
}

/// The lines of a package that are its owner's: version, license, repository and the like.
fn owners(manifest: &str) -> Vec<&str> {
    const OURS: [&str; 4] = ["name", "description", "edition", "rust-version"];
    let package = sections(manifest)
        .into_iter()
        .find_map(|section| section.strip_prefix("[package]\n"));
    let mut is_owners = true;
    let lines = package.unwrap_or_default().lines().filter(|line| {
        // A line that begins no key goes on with the value above it.
        if line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            let key = line.split([' ', '.', '=']).next();
            is_owners = key.is_none_or(|key| !OURS.contains(&key));
        }
        is_owners && !line.is_empty()
    });
    lines.collect()
}

/// A line of the manifest as it stands in the new one; nothing where it is not needed.
fn entry(standalone: &Standalone, named: &Named, line: &str) -> Option<String> {
    if line.starts_with('#') || line.is_empty() {
        return None;
    }
    let (name, value) = line.split_once([' ', '.', '='])?;
    if !line.contains("workspace = true") {
        // A feature that would switch a dependency which nothing names goes with its files.
        let whole = switched(line).all(|name| is_kept(named, name));
        return whole.then(|| line.to_owned());
    }
    if !is_kept(named, name) {
        return None;
    }
    let version = version(standalone.workspace, name)?;
    let extra = value
        .split_once("workspace = true")
        .map_or("", |(_, extra)| extra);
    let extra = extra
        .trim()
        .trim_start_matches(',')
        .trim_end_matches('}')
        .trim();
    Some(format!("{name} = {}", joined(&version, extra)))
}

/// The dependencies that a feature switches on.
fn switched(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').filter_map(|word| word.strip_prefix("dep:"))
}

fn is_kept(named: &Named, name: &str) -> bool {
    ALWAYS.contains(&name) || named.has(name)
}

/// What a workspace says of a dependency.
fn version(workspace: &str, name: &str) -> Option<String> {
    let start = format!("{name} = ");
    let line = workspace
        .lines()
        .find_map(|line| line.strip_prefix(&start))?;
    Some(line.to_owned())
}

/// A version with more keys.
fn joined(version: &str, extra: &str) -> String {
    if extra.is_empty() {
        return version.to_owned();
    }
    match version
        .strip_prefix('{')
        .and_then(|version| version.strip_suffix('}'))
    {
        Some(table) => format!("{{ {}, {extra} }}", table.trim()),
        None => format!("{{ version = {version}, {extra} }}"),
    }
}
