//! From a path to a document: the named file and every file it refers to.

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::files::{File, Files, Format};
use super::read::{self, Repeat};
use super::refs::{RefError, percent_decoded, scheme, split};
use super::text::{self, NotText};
use super::{Document, FileId, Node, Place, version};
use crate::diagnostic::{Code, Diagnostic, Label, Report};

/// What a document may cost before it is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// How deep mappings and sequences may nest; the readers themselves stop at 128.
    pub depth: usize,
    /// How many bytes a file may have.
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
    let mut loader = Loader::new(options);
    let name = displayed(path);
    match read_file(path, options.limits.bytes) {
        Ok(text) => loader.add(name, text),
        Err(problem) => loader.refuse(name, problem),
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    loader.follow(Some(&Folder::new(folder)));
    loader.finish()
}

/// Loads a document from its text; references to other files are refused when they are resolved.
pub fn load_text(name: &str, text: String, options: &LoadOptions) -> Result<Document, Report> {
    let mut loader = Loader::new(options);
    loader.add(name.to_owned(), text::without_mark(text));
    loader.follow(None);
    loader.finish()
}

/// The folder of the named file.
struct Folder {
    /// As it was given, so that names in reports can be opened.
    given: PathBuf,
    /// Without symbolic links; empty when the folder cannot be read, and then no file is in it.
    canonical: Option<PathBuf>,
}

impl Folder {
    fn new(folder: &Path) -> Self {
        let real = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        Self {
            given: folder.to_owned(),
            canonical: fs::canonicalize(real).ok(),
        }
    }

    fn contains(&self, file: &Path) -> bool {
        self.canonical
            .as_ref()
            .is_some_and(|folder| file.starts_with(folder))
    }
}

struct Loader<'o> {
    options: &'o LoadOptions,
    budget: usize,
    files: Vec<File>,
    /// Where each file is, without symbolic links, once that is known.
    known: HashMap<PathBuf, FileId>,
    links: HashMap<(FileId, String), Result<FileId, RefError>>,
    report: Report,
}

impl<'o> Loader<'o> {
    fn new(options: &'o LoadOptions) -> Self {
        Self {
            options,
            budget: options.limits.nodes,
            files: Vec::new(),
            known: HashMap::new(),
            links: HashMap::new(),
            report: Report::new(),
        }
    }

    /// Reads a text as the next file.
    fn add(&mut self, name: String, text: String) {
        let id = FileId::from_index(self.files.len());
        match read::read(id, &name, &text, self.options.limits.depth, self.budget) {
            Ok(parsed) => {
                self.budget = parsed.budget;
                let file = File::new(name, text, parsed.format, parsed.root);
                for repeat in &parsed.repeats {
                    self.report
                        .push(repeated(&file, id, repeat, &parsed.repeats));
                }
                self.files.push(file);
            }
            Err(problem) => {
                self.report.push(problem);
                self.files
                    .push(File::new(name, text, Format::Yaml, Node::Null));
            }
        }
    }

    /// Notes a file that could not be read as a file without text.
    fn refuse(&mut self, name: String, problem: Unreadable) {
        let id = FileId::from_index(self.files.len());
        let label = Label::offset(id, problem.offset);
        self.report.push(
            Diagnostic::error(problem.code, label.place, problem.message)
                .at_offset(problem.offset)
                .maybe_help(problem.help.map(str::to_owned)),
        );
        self.files
            .push(File::new(name, problem.text, Format::Yaml, Node::Null));
    }

    /// Loads what the files refer to, until nothing new is named.
    fn follow(&mut self, folder: Option<&Folder>) {
        let mut next = 0;
        while next < self.files.len() {
            let from = FileId::from_index(next);
            let mut named = Vec::new();
            collect(&self.files[next].root, &mut named);
            for other in named {
                if !self.links.contains_key(&(from, other.clone())) {
                    let link = match folder {
                        Some(folder) => self.link(folder, from, &other),
                        None => Err(remote(&other).unwrap_or(RefError::NoFolder)),
                    };
                    self.links.insert((from, other), link);
                }
            }
            next += 1;
        }
    }

    /// The file that `other` names in file `from`, loaded when it is new.
    fn link(&mut self, folder: &Folder, from: FileId, other: &str) -> Result<FileId, RefError> {
        if let Some(remote) = remote(other) {
            return Err(remote);
        }
        let path = self.beside(folder, from, other)?;
        let missing = |error: &std::io::Error| RefError::MissingFile {
            path: displayed(&path),
            problem: error.to_string(),
        };
        let canonical = fs::canonicalize(&path).map_err(|error| missing(&error))?;
        if !self.options.outside && !folder.contains(&canonical) {
            return Err(RefError::OutsideFolder);
        }
        if self.known.is_empty() {
            let root = folder.given.join(&self.files[0].name);
            let root = fs::canonicalize(&self.files[0].name).or_else(|_| fs::canonicalize(root));
            self.known.extend(root.map(|root| (root, FileId::ROOT)));
        }
        if let Some(&known) = self.known.get(&canonical) {
            return Ok(known);
        }
        self.open(&path, canonical)
    }

    /// Loads one more file.
    fn open(&mut self, path: &Path, canonical: PathBuf) -> Result<FileId, RefError> {
        let id = FileId::from_index(self.files.len());
        if self.files.len() >= self.options.limits.files {
            return Err(RefError::MissingFile {
                path: displayed(path),
                problem: format!("a document has at most {} files", self.options.limits.files),
            });
        }
        self.known.insert(canonical, id);
        match read_file(path, self.options.limits.bytes) {
            Ok(text) => self.add(displayed(path), text),
            Err(problem) => self.refuse(displayed(path), problem),
        }
        Ok(id)
    }

    /// The path of `other` as seen from file `from`, without `.` and `..` where that is possible.
    fn beside(&self, folder: &Folder, from: FileId, other: &str) -> Result<PathBuf, RefError> {
        let base = Path::new(&self.files[from.index()].name);
        let base = base.parent().unwrap_or(Path::new(""));
        let relative = base.strip_prefix(&folder.given).unwrap_or(base);
        let other = percent_decoded(other);
        let mut inside = PathBuf::new();
        for component in relative.join(&other).components() {
            match component {
                Component::CurDir => {}
                Component::Normal(name) => inside.push(name),
                Component::ParentDir if inside.pop() => {}
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                    // It leaves the folder before the disk is even asked.
                    return if self.options.outside {
                        Ok(base.join(other))
                    } else {
                        Err(RefError::OutsideFolder)
                    };
                }
            }
        }
        Ok(folder.given.join(inside))
    }

    fn finish(mut self) -> Result<Document, Report> {
        let version = match self.files.first() {
            Some(file) if !self.report.has_errors() => match version::detect(&file.root) {
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
                warnings: self.report.diagnostics().to_vec(),
            }),
            _ => Err(self.report.with_files(files)),
        }
    }
}

/// The error for what is not a path at all.
fn remote(other: &str) -> Option<RefError> {
    match scheme(other) {
        Some("file") => Some(RefError::OutsideFolder),
        Some(_) => Some(RefError::Remote(other.to_owned())),
        None => None,
    }
}

/// The file parts of all references in a tree, in document order.
fn collect(node: &Node, named: &mut Vec<String>) {
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

fn add(reference: &str, named: &mut Vec<String>) {
    let (other, _) = split(reference);
    if !other.is_empty() {
        named.push(other.to_owned());
    }
}

fn has_extension(path: &str) -> bool {
    let extension = Path::new(path).extension().and_then(|text| text.to_str());
    matches!(extension, Some("yaml" | "yml" | "json"))
}

/// The finding about a key that a mapping holds again.
fn repeated(file: &File, id: FileId, repeat: &Repeat, all: &[Repeat]) -> Diagnostic {
    let same = |other: &&Repeat| other.mapping == repeat.mapping && other.key == repeat.key;
    let before = all.iter().take_while(|other| !std::ptr::eq(*other, repeat));
    let nth = before.filter(same).count() + 1;
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

/// Why a file is not there as text.
struct Unreadable {
    code: Code,
    message: String,
    help: Option<&'static str>,
    /// The text up to where it is readable, and the byte where it ends being so.
    text: String,
    offset: Option<usize>,
}

impl Unreadable {
    fn new(code: Code, message: String) -> Self {
        Self {
            code,
            message,
            help: None,
            text: String::new(),
            offset: None,
        }
    }
}

fn read_file(path: &Path, limit: usize) -> Result<String, Unreadable> {
    let unreadable = |error: std::io::Error| {
        Unreadable::new(
            Code::Unreadable,
            format!("the file cannot be read: {error}"),
        )
    };
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    // A file may grow or be endless: the limit holds for what is read, not for what it says.
    file.take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() > limit {
        let message = format!("the file is larger than the {limit} bytes that are allowed");
        return Err(Unreadable::new(Code::TooLarge, message));
    }
    let lossy = |bytes: &[u8], end: usize| String::from_utf8_lossy(&bytes[..end]).into_owned();
    text::decode(bytes).map_err(|(problem, bytes)| match problem {
        NotText::Wide => Unreadable {
            help: Some("save it as UTF-8"),
            ..Unreadable::new(Code::Encoding, "the file is UTF-16 or UTF-32".to_owned())
        },
        NotText::Invalid(at) => Unreadable {
            help: Some("save it as UTF-8"),
            text: lossy(&bytes, at),
            offset: Some(at),
            ..Unreadable::new(
                Code::Encoding,
                "the file is not UTF-8 from here on".to_owned(),
            )
        },
    })
}

/// A path as it is printed, the same on every system.
fn displayed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
