//! The document a command is about, and how it is read.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use generator::diagnostic::Report;
use generator::lower::{Lowered, Options, Selector, lower};
use generator::source::{Document, LoadOptions, apply_overlay, load};

use crate::workspace;

/// Which document, and how it is read.
#[derive(clap::Args, Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "switches of a command line")]
pub(crate) struct Input {
    /// The OpenAPI document: 3.0, 3.1 or 3.2, YAML or JSON [default: schema/humanloop-v4.yaml]
    #[arg(long, value_name = "PATH")]
    pub(crate) schema: Option<PathBuf>,

    /// Judge it as a document of your own: unknown keywords and clashing names are errors.
    /// The default for files in schema/
    #[arg(long, conflicts_with = "foreign")]
    strict: bool,

    /// Judge it as somebody else's document: what can be worked around is a warning.
    /// The default for files elsewhere
    #[arg(long)]
    foreign: bool,

    /// Follow references to files outside the folder of the document
    #[arg(long)]
    outside: bool,

    /// Change the document by an OpenAPI Overlay first; may be given more than once
    #[arg(long, value_name = "PATH")]
    overlay: Vec<PathBuf>,

    /// Take only these operations and what they need: `tag:Chats`, `POST:/chat`, an operationId
    /// or a method's name; may be given more than once
    #[arg(long, value_name = "OPERATIONS")]
    only: Vec<Selector>,

    /// Emit the types that nothing reaches, too
    #[arg(long)]
    everything: bool,
}

/// A document that was understood.
pub(crate) struct Understood {
    pub(crate) document: Document,
    pub(crate) lowered: Lowered,
    pub(crate) phases: Phases,
}

/// How long each step took, in order.
#[derive(Clone, Default)]
pub(crate) struct Phases(Vec<(&'static str, Duration)>);

impl Phases {
    /// Runs a step and keeps its time.
    pub(crate) fn time<T>(&mut self, name: &'static str, step: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let value = step();
        self.0.push((name, start.elapsed()));
        value
    }

    pub(crate) fn total(&self) -> Duration {
        self.0.iter().map(|(_, time)| *time).sum()
    }

    /// `52 ms (load 12, lower 3, emit 37)`.
    pub(crate) fn line(&self) -> String {
        let parts: Vec<String> = self
            .0
            .iter()
            .map(|(name, time)| format!("{name} {}", time.as_millis()))
            .collect();
        format!("{} ms ({})", self.total().as_millis(), parts.join(", "))
    }
}

impl Input {
    /// The path of the document.
    pub(crate) fn path(&self) -> PathBuf {
        let own = || workspace::path(workspace::SCHEMA);
        self.schema.clone().unwrap_or_else(own)
    }

    pub(crate) fn is_strict(&self) -> bool {
        self.strict || (!self.foreign && workspace::is_own(&self.path()))
    }

    pub(crate) fn load(&self) -> Result<Document, Report> {
        let options = LoadOptions {
            outside: self.outside,
            ..LoadOptions::default()
        };
        let document = load(&self.path(), &options)?;
        let mut overlays = self.overlay.iter();
        overlays.try_fold(document, |document, overlay| {
            apply_overlay(document, overlay)
        })
    }

    /// Whether it is the schema of this workspace, whole.
    pub(crate) fn is_default(&self) -> bool {
        self.schema.is_none()
            && self.overlay.is_empty()
            && self.only.is_empty()
            && !self.everything
            && !self.foreign
    }

    /// The name of the document's file.
    pub(crate) fn file_name(&self) -> String {
        let path = self
            .schema
            .as_deref()
            .unwrap_or(Path::new(workspace::SCHEMA));
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// The options that choose document and selection, as they were given.
    pub(crate) fn words(&self) -> Vec<String> {
        let path = |name: &str, path: &PathBuf| format!("--{name} {}", path.display());
        let schema = self.schema.iter().map(|schema| path("schema", schema));
        let overlays = self.overlay.iter().map(|overlay| path("overlay", overlay));
        let flags = [
            (self.strict, "--strict"),
            (self.foreign, "--foreign"),
            (self.outside, "--outside"),
            (self.everything, "--everything"),
        ];
        let flags = flags
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, flag)| (*flag).to_owned());
        let only = self.only.iter().map(|only| format!("--only {only}"));
        schema.chain(overlays).chain(only).chain(flags).collect()
    }

    /// Loads and lowers the document.
    pub(crate) fn understand(&self) -> Result<Understood, Report> {
        let mut phases = Phases::default();
        let document = phases.time("load", || self.load())?;
        let options = Options {
            strict: self.is_strict(),
            everything: self.everything,
            only: self.only.clone(),
        };
        let lowered = phases.time("lower", || lower(&document, &options))?;
        Ok(Understood {
            document,
            lowered,
            phases,
        })
    }
}
