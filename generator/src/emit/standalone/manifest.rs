//! The manifest of a standalone crate: that of the runtime's package, cut to what is named.

use super::Standalone;
use super::named::Named;
use crate::emit::File;
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
    let named = Named::of(texts);
    FORMATS.into_iter().filter(move |(name, _)| named.has(name))
}

/// Dependencies that are named in features or switched by them, never in a file alone.
const ALWAYS: [&str; 3] = ["reqwest", "rustls", "rustls-platform-verifier"];

/// Writes the manifest.
pub(crate) fn write(standalone: &Standalone, title: &str, files: &[File]) -> String {
    let named = Named::of(files.iter().map(|file| file.text.as_str()));
    let mut out =
        String::from("# Written by `cargo xtask generate`; change the schema and run it again.\n");
    let name = layout::literal(standalone.name);
    let description = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let description = layout::literal(&format!("Client of {description}")).replace("\\u{", "u{");
    let _ = write!(
        out,
        "[package]\nname = {name}\ndescription = {description}\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.88\"\npublish = false\n"
    );
    let mut kept = false;
    let mut head = String::new();
    for line in standalone.manifest.lines() {
        if line.starts_with('[') {
            kept = line.contains("dependencies") && !line.contains("dev-") || line == "[features]";
            head = format!("\n{line}\n");
        } else if kept && let Some(line) = entry(standalone, &named, line) {
            out.push_str(&std::mem::take(&mut head));
            out.push_str(&line);
            out.push('\n');
        }
        if line == "[dependencies]" {
            out.push_str(&std::mem::take(&mut head));
            for (name, line) in FORMATS.iter().filter(|(name, _)| named.has(name)) {
                let line = version(standalone.workspace, name)
                    .map_or((*line).to_owned(), |version| format!("{name} = {version}"));
                let _ = writeln!(out, "{line}");
            }
        }
    }
    // The crate is a whole of its own, also inside the folder of another workspace.
    out.push_str("\n[workspace]\n");
    out
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
