//! A whole crate around an API: the runtime cut to what is used, and a manifest that names just
//! what its files do.

mod first;
mod front;
mod lists;
mod manifest;
mod named;
mod reach;

pub use manifest::of_formats;

use super::scope::Context;
use super::{File, docs};
use crate::parallel::join;
use memchr::memmem;
use named::Named;
use std::borrow::Cow;
use std::thread;

/// A crate around an API, and what it is made from.
#[derive(Debug, Clone, Copy)]
pub struct Standalone<'c> {
    /// The name of its package and library.
    pub name: &'c str,
    /// The file that the API was read from.
    pub document: &'c str,
    /// The runtime's files by path below `src`, `lib.rs` and `runtime.rs` among them.
    pub runtime: &'c [(&'c str, &'c str)],
    /// The manifest of the package that the runtime comes from.
    pub manifest: &'c str,
    /// The manifest of its workspace, for the versions of dependencies.
    pub workspace: &'c str,
    /// The manifest that an earlier run wrote, with what its owner has made of it.
    pub before: Option<&'c str>,
}

impl Standalone<'_> {
    /// The name that code uses.
    fn library(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The name that the runtime's own package has in code, and so in its examples.
    fn origin(&self) -> &str {
        let section = self.manifest.split("\n[lib]\n").nth(1).unwrap_or_default();
        let name = section
            .lines()
            .find_map(|line| line.strip_prefix("name = "));
        name.map_or("", |name| name.trim_matches('"'))
    }
}

/// The crate: the API's files under `src/api`, beside what they need.
pub(crate) fn wrap(
    context: &Context,
    standalone: &Standalone,
    prefix: &str,
    files: Vec<File>,
) -> Vec<File> {
    let mut files: Vec<_> = files
        .into_iter()
        .map(|file| File {
            path: format!("src/api/{}", file.path),
            ..file
        })
        .collect();
    // The texts are read through twice, for what they name; neither needs to wait for the other.
    let (kept, named) = thread::scope(|scope| {
        let kept = scope.spawn(|| reach::reach(standalone.runtime, &files));
        let named = Named::of(texts(&files));
        (join(kept), named)
    });
    // Base64 is how bytes are written; no signature shows its crate.
    let formats = manifest::formats(&named.clone().with(texts(&kept)));
    let formats = formats.into_iter().map(|(name, _)| name);
    let formats: Vec<_> = formats.filter(|name| *name != "base64").collect();
    let (origin, name) = (standalone.origin(), standalone.library());
    let kept = kept.into_iter().map(|file| File {
        text: if file.path == "src/lib.rs" {
            let front = front::lines(context, standalone, prefix);
            library(
                &front,
                standalone.document,
                &with_crates(&file.text, &formats),
            )
        } else {
            renamed(&file.text, origin, &name)
        },
        path: file.path,
    });
    let kept: Vec<_> = kept.collect();
    let named = named.with(texts(&kept));
    let text = manifest::write(standalone, &context.api.info.title, &named);
    files.extend(kept);
    files.push(File {
        path: "Cargo.toml".to_owned(),
        text,
    });
    files
}

fn texts(files: &[File]) -> impl Iterator<Item = &str> {
    files.iter().map(|file| file.text.as_str())
}

/// The text with the crate's own name in the examples of its documentation.
fn renamed(text: &str, origin: &str, name: &str) -> String {
    let origin = format!("{origin}::");
    let mut out = String::with_capacity(text.len());
    let mut rest = 0;
    for at in memmem::find_iter(text.as_bytes(), &origin) {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        if line.trim_start().starts_with("//") {
            out.extend([&text[rest..at], name, "::"]);
            rest = at + origin.len();
        }
    }
    out.push_str(&text[rest..]);
    out
}

/// The root of the crate with more crates that it passes on: those whose types stand for formats.
fn with_crates(text: &str, formats: &[&str]) -> String {
    const START: &str = "pub use {";
    let lines = text.split_inclusive('\n').map(|line| {
        let Some(names) = line
            .strip_prefix(START)
            .and_then(|line| line.strip_suffix("};\n"))
        else {
            return Cow::Borrowed(line);
        };
        let mut names: Vec<_> = names.split(", ").chain(formats.iter().copied()).collect();
        names.sort_unstable();
        format!("{START}{}}};\n", names.join(", ")).into()
    });
    lines.collect()
}

/// The root of the crate, with the API's own words on top.
fn library(front: &[String], document: &str, text: &str) -> String {
    let mut out = format!(
        "// Written by `cargo xtask generate` from `{document}`; change that and run it again.\n"
    );
    docs::write_inner(&mut out, front);
    out.push('\n');
    let body: Vec<_> = text
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.is_empty())
        .collect();
    out.push_str(&body.join("\n"));
    out.push('\n');
    out
}
