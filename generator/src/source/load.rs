//! From a path to a document: the named file and every file it refers to.

use foldhash::HashMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{self, Folder};
use super::files::{File, Files};
use super::read::{self, Repeat};
use super::refs::{RefError, percent_decoded, scheme, split};
use super::text;
use super::{Document, FileId, Node, Place, Version, version};
use crate::diagnostic::{Code, Diagnostic, Label, Report, Severity};
use crate::pointer::Pointer;

/// What a document may cost before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How deep mappings and sequences may nest; the readers themselves stop at 128.
    pub depth: usize,
    /// How many bytes all files may have together.
    pub bytes: usize,
    /// How many nodes all files may have together, counting what aliases repeat.
    pub nodes: usize,
    /// How many files a document may consist of.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            depth: 128,
            bytes: 64 << 20,
            nodes: 5_000_000,
            files: 1_000,
        }
    }
}

/// How a document is loaded.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LoadOptions {
    /// Follow references to files outside the folder of the named file.
    pub outside: bool,
    /// What the document may cost.
    pub limits: Limits,
}

/// Loads a document and the files it refers to.
pub fn load(path: &Path, options: &LoadOptions) -> Result<Document, Report> {
    let mut loader = Loader::new(*options, Some(Folder::of(path)));
    loader.open_root(path);
    loader.follow();
    loader.finish()
}

/// Loads a document from its text; references to other files are refused when they are resolved.
pub fn load_text(name: &str, text: String, options: &LoadOptions) -> Result<Document, Report> {
    let mut loader = Loader::new(*options, None);
    loader.add_root(name, text::without_mark(text));
    loader.follow();
    loader.finish()
}

/// Loads a YAML or JSON file beside a document that is none itself, such as a list of accepted changes.
pub fn load_data(path: &Path, options: &LoadOptions) -> Result<Document, Report> {
    let mut loader = Loader::new(*options, None);
    loader.open_root(path);
    loader.finish_with(|_| Ok((Version::V31, None)))
}

/// What is known of the disk, kept with a document for overlays to go on from.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    options: LoadOptions,
    /// The folder of the document; `None` for one that was given as text.
    folder: Option<Folder>,
    /// What is left of the nodes and bytes that are allowed.
    pub(super) nodes: usize,
    bytes: usize,
    /// The path of each file, as seen from where the first one was named.
    paths: Vec<PathBuf>,
    /// What became of files on the disk, by their path without symbolic links.
    known: HashMap<PathBuf, Result<FileId, RefError>>,
}

/// A document in the making.
pub(super) struct Loader {
    pub(super) origin: Origin,
    pub(super) files: Vec<File>,
    links: HashMap<(FileId, String), Result<FileId, RefError>>,
    pub(super) report: Report,
}

impl Loader {
    fn new(options: LoadOptions, folder: Option<Folder>) -> Self {
        Self {
            origin: Origin {
                options,
                folder,
                nodes: options.limits.nodes,
                bytes: options.limits.bytes,
                paths: Vec::new(),
                known: HashMap::default(),
            },
            files: Vec::new(),
            links: HashMap::default(),
            report: Report::new(),
        }
    }

    /// Takes a document apart to change it.
    pub(super) fn resume(document: Document) -> Self {
        let mut report = Report::new();
        report.extend(document.warnings);
        Self {
            origin: document.origin,
            files: document.files.into_vec(),
            links: document.links,
            report,
        }
    }

    pub(super) fn limits(&self) -> Limits {
        self.origin.options.limits
    }

    fn open_root(&mut self, path: &Path) {
        if let Ok(canonical) = fs::canonicalize(path) {
            self.origin.known.insert(canonical, Ok(FileId::ROOT));
        }
        let problems = self.open(path);
        self.report.extend(problems);
    }

    fn add_root(&mut self, name: &str, text: String) {
        self.origin.paths.push(PathBuf::from(name));
        let problems = self.add(name.to_owned(), text);
        self.report.extend(problems);
    }

    /// Reads a file as the next one; what is wrong with it is returned.
    pub(super) fn open(&mut self, path: &Path) -> Vec<Diagnostic> {
        self.origin.paths.push(path.to_owned());
        let name = disk::displayed(path);
        match disk::read(path, self.origin.bytes) {
            Ok(text) => {
                self.origin.bytes -= text.len().min(self.origin.bytes);
                self.add(name, text)
            }
            Err(problem) => {
                let finding = problem.diagnostic(FileId::from_index(self.files.len()));
                self.files.push(File::broken(name, problem.text));
                vec![finding]
            }
        }
    }

    /// Reads a text as the next file; what is wrong with it is returned.
    fn add(&mut self, name: String, text: String) -> Vec<Diagnostic> {
        let id = FileId::from_index(self.files.len());
        let parsed = read::read(id, &name, &text, self.limits().depth, self.origin.nodes);
        let (file, problems) = match parsed {
            Ok(parsed) => {
                self.origin.nodes = parsed.budget;
                let file = File::new(name, text, parsed.format, parsed.root);
                let problems = repeats(&file, id, &parsed.repeats);
                (file, problems)
            }
            Err(problem) => (File::broken(name, text), vec![problem]),
        };
        self.files.push(file);
        problems
    }

    /// Loads what the files refer to, until nothing new is named.
    pub(super) fn follow(&mut self) {
        let mut next = 0;
        while next < self.files.len() {
            let from = FileId::from_index(next);
            let mut named = BTreeSet::new();
            collect(&self.files[next].root, &mut named);
            for other in named {
                let key = (from, other);
                if !self.links.contains_key(&key) {
                    let link = self.link(from, &key.1);
                    self.links.insert(key, link);
                }
            }
            next += 1;
        }
    }

    /// The file that `other` names in file `from`, loaded when it is new.
    fn link(&mut self, from: FileId, other: &str) -> Result<FileId, RefError> {
        if let Some(error) = absolute(other) {
            return Err(error);
        }
        let outside = self.origin.options.outside;
        let folder = self.origin.folder.as_ref().ok_or(RefError::NoFolder)?;
        let from = &self.origin.paths[from.index()];
        let path = folder.path(from, &percent_decoded(other), outside)?;
        let canonical =
            fs::canonicalize(&path).map_err(|error| missing(&path, disk::said(&error)))?;
        if !outside && !folder.contains(&canonical) {
            return Err(RefError::OutsideFolder);
        }
        if let Some(known) = self.origin.known.get(&canonical) {
            return known.clone();
        }
        let opened = self.open_other(&path);
        self.origin.known.insert(canonical, opened.clone());
        opened
    }

    /// Loads one more file. What is wrong with it matters only to who resolves
    /// a reference to it: examples of code are referred to as well.
    fn open_other(&mut self, path: &Path) -> Result<FileId, RefError> {
        let id = FileId::from_index(self.files.len());
        let most = self.limits().files;
        if self.files.len() >= most {
            return Err(missing(
                path,
                format!("a document has at most {most} files"),
            ));
        }
        let problems = self.open(path);
        let is_error = |problem: &&Diagnostic| problem.severity == Severity::Error;
        if let Some(error) = problems.iter().find(is_error) {
            return Err(RefError::BrokenFile(Box::new(error.clone())));
        }
        self.report.extend(problems);
        Ok(id)
    }

    pub(super) fn finish(self) -> Result<Document, Report> {
        self.finish_with(version::detect)
    }

    fn finish_with(
        mut self,
        detect: impl FnOnce(&Node) -> Result<(Version, Option<Diagnostic>), Diagnostic>,
    ) -> Result<Document, Report> {
        let version = match self.files.first() {
            Some(file) if !self.report.has_errors() => match detect(&file.root) {
                Ok((version, warning)) => {
                    self.report.extend(warning);
                    Some(version)
                }
                Err(problem) => {
                    self.report.push(problem);
                    None
                }
            },
            _ => None,
        };
        let files = Files::new(self.files);
        match version {
            Some(version) if !self.report.has_errors() => Ok(Document {
                files,
                version,
                links: self.links,
                origin: self.origin,
                warnings: self.report.diagnostics().to_vec(),
            }),
            _ => Err(self.report.with_files(files)),
        }
    }
}

/// The error for what is not a relative path at all.
fn absolute(other: &str) -> Option<RefError> {
    match scheme(other) {
        Some("file") => Some(RefError::OutsideFolder),
        Some(_) => Some(RefError::Remote(other.to_owned())),
        None => None,
    }
}

fn missing(path: &Path, problem: String) -> RefError {
    RefError::MissingFile {
        path: disk::displayed(path),
        problem,
    }
}

/// The file parts of all references in a tree, in a stable order.
fn collect(node: &Node, named: &mut BTreeSet<String>) {
    for (key, child) in node.members() {
        match child {
            Node::Str(text) if **key == *"$ref" => add(text, named),
            Node::Map(members) if **key == *"mapping" => {
                // A discriminator may name a schema or a file; only what looks like a file is one.
                for text in members.iter().filter_map(|(_, value)| value.as_str()) {
                    let (other, fragment) = split(text);
                    if !fragment.is_empty() || has_extension(other) {
                        add(text, named);
                    }
                }
                collect(child, named);
            }
            _ => collect(child, named),
        }
    }
    for child in node.elements() {
        collect(child, named);
    }
}

fn add(reference: &str, named: &mut BTreeSet<String>) {
    let (other, _) = split(reference);
    if !other.is_empty() {
        named.insert(other.to_owned());
    }
}

fn has_extension(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|text| text.to_str());
    matches!(extension, Some("yaml" | "yml" | "json"))
}

/// The findings about the keys that mappings hold again.
fn repeats(file: &File, id: FileId, repeats: &[Repeat]) -> Vec<Diagnostic> {
    let mut seen: HashMap<(&Pointer, &str), usize> = HashMap::default();
    repeats
        .iter()
        .map(|repeat| {
            let nth = seen.entry((&repeat.mapping, &repeat.key)).or_insert(0);
            *nth += 1;
            repeated(file, id, repeat, *nth)
        })
        .collect()
}

/// The finding about the `nth` repetition of a key.
fn repeated(file: &File, id: FileId, repeat: &Repeat, nth: usize) -> Diagnostic {
    let offsets = file.spots(id).occurrences(&repeat.mapping, &repeat.key);
    let place = Place {
        file: id,
        pointer: repeat.mapping.child(repeat.key.clone()),
    };
    let first = Label::offset(id, offsets.first().copied());
    let diagnostic = if repeat.equal {
        let message = format!("`{}` is written twice with the same value", repeat.key);
        Diagnostic::warning(Code::DuplicateKey, place, message).help("remove one of them")
    } else {
        let message = format!("`{}` is written twice with different values", repeat.key);
        Diagnostic::error(Code::DuplicateKey, place, message)
            .help("merge the two or remove one; readers of YAML and JSON keep only one")
    };
    diagnostic
        .at_key()
        .at_offset(offsets.get(nth).copied())
        .relate(first, "written first here")
}
