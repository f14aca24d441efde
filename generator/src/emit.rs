//! Model to files: one file for each schema, one for each tag, and the indices over them.
//!
//! Declarations are written as text, since their layout is known; code with expressions goes
//! through `quote`, `syn` and `prettyplease`. Files are written in parallel.

mod code;
mod docs;
mod endpoints;
mod enums;
mod examples;
mod index;
mod json;
mod kept;
mod layout;
mod markdown;
mod mock;
mod origin;
mod pieces;
mod prove;
mod scope;
mod standalone;
mod structs;
mod tokens;
mod types;
mod unions;
mod witness;

use crate::ir::{Api, Scalar};
use crate::parallel::in_parallel;
use std::collections::BTreeSet;

pub use examples::shown;
pub use prove::{Callable, callable, provable, prove};
pub use standalone::{Standalone, of_formats};
pub use witness::witness;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Config<'c> {
    /// Formats that stay plain strings.
    pub plain: BTreeSet<Scalar>,
    /// What the names of environment variables begin with; the API's title unless it is given.
    pub env_prefix: Option<String>,
    /// Whether the table of the mock server is written.
    pub mock: bool,
    /// The crate around the API, where a whole one is wanted.
    pub standalone: Option<Standalone<'c>>,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path: under the folder of the API, or under that of a standalone crate.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The first line of each file.
const HEADER: &str = "// Written by `cargo xtask generate`; change the schema and run it again.\n";

/// Writes an API as Rust.
///
/// The files are in order of their paths, and the same for the same model.
pub fn emit(api: &Api, config: &Config) -> Vec<File> {
    let context = scope::Context::new(api, config);
    let jobs = jobs(&context);
    let mut files = in_parallel(&jobs, |job| job.write(&context));
    if let Some(standalone) = &config.standalone {
        let prefix = index::env_prefix(api, config);
        files = standalone::wrap(&context, standalone, &prefix, files);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// A file that depends on the model alone.
enum Job<'a> {
    Mock,
    Root,
    TypesIndex,
    Types(types::TypesFile<'a>),
    Endpoints(&'a crate::ir::Group),
}

impl Job<'_> {
    fn write(&self, context: &scope::Context) -> File {
        match self {
            Self::Mock => mock::write(context),
            Self::Root => index::root(context),
            Self::TypesIndex => index::types(context),
            Self::Types(file) => types::write(context, file),
            Self::Endpoints(group) => endpoints::write(context, group),
        }
    }
}

fn jobs<'a>(context: &scope::Context<'a>) -> Vec<Job<'a>> {
    // Large ones first: one that begins last would be waited for.
    let mut jobs = Vec::new();
    if context.config.mock {
        jobs.push(Job::Mock);
    }
    jobs.extend(context.api.groups.iter().map(Job::Endpoints));
    jobs.extend([Job::Root, Job::TypesIndex]);
    jobs.extend(types::files(context.api).into_iter().map(Job::Types));
    jobs
}
