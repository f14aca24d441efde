//! A whole crate around an API: the runtime cut to what is used, and a manifest that names just
//! what its files do.

mod manifest;
mod named;
mod reach;

pub use manifest::of_formats;

use super::{File, HEADER, docs, markdown};
use crate::ir::Api;

/// A crate around an API, and what it is made from.
#[derive(Debug, Clone, Copy)]
pub struct Standalone<'c> {
    /// The name of its package and library.
    pub name: &'c str,
    /// The runtime's files by path below `src`, `lib.rs` and `runtime.rs` among them.
    pub runtime: &'c [(&'c str, &'c str)],
    /// The manifest of the package that the runtime comes from.
    pub manifest: &'c str,
    /// The manifest of its workspace, for the versions of dependencies.
    pub workspace: &'c str,
}

/// The crate: the API's files under `src/api`, beside what they need.
pub(crate) fn wrap(api: &Api, standalone: &Standalone, files: Vec<File>) -> Vec<File> {
    let mut files: Vec<_> = files
        .into_iter()
        .map(|file| File {
            path: format!("src/api/{}", file.path),
            ..file
        })
        .collect();
    let kept = reach::reach(standalone.runtime, &files);
    for file in &kept {
        let text = if file.path == "src/lib.rs" {
            library(api, &file.text)
        } else {
            file.text.clone()
        };
        files.push(File {
            path: file.path.clone(),
            text,
        });
    }
    let text = manifest::write(standalone, &api.info.title, &files);
    files.push(File {
        path: "Cargo.toml".to_owned(),
        text,
    });
    files
}

/// The root of the crate, with the API's own words on top.
fn library(api: &Api, text: &str) -> String {
    let mut out = HEADER.to_owned();
    let mut lines = vec![format!(
        "{}, version {}.",
        markdown::line(&api.info.title),
        markdown::code(&api.info.version)
    )];
    if let Some(description) = &api.info.description {
        docs::paragraph(&mut lines, &markdown::lines(description).join("\n"));
    }
    docs::write_inner(&mut out, &lines);
    out.push('\n');
    let body: Vec<_> = text
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.is_empty())
        .collect();
    out.push_str(&body.join("\n"));
    out.push('\n');
    out
}
