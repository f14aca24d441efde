//! The one place that touches the disk: reading files, and which of them are inside a folder.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::FileId;
use super::refs::RefError;
use super::text::{self, NotText};
use crate::diagnostic::{Code, Diagnostic, Label};

/// The folder of the document.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    /// As it was given, so that names in reports can be opened.
    given: PathBuf,
    /// Without symbolic links; `None` when the folder cannot be read, and then no file is in it.
    canonical: Option<PathBuf>,
}

impl Folder {
    /// The folder that holds the file `path`.
    pub(super) fn of(path: &Path) -> Self {
        let given = path.parent().unwrap_or(Path::new(""));
        let real = if given == Path::new("") {
            Path::new(".")
        } else {
            given
        };
        Self {
            given: given.to_owned(),
            canonical: fs::canonicalize(real).ok(),
        }
    }

    /// Whether a file is inside, when both are freed of symbolic links.
    pub(super) fn contains(&self, canonical: &Path) -> bool {
        self.canonical
            .as_ref()
            .is_some_and(|folder| canonical.starts_with(folder))
    }

    /// The path of `other` as written in the file `from`.
    ///
    /// A path that leaves the folder by its own words is refused before the
    /// disk is asked about it, unless files `outside` are allowed.
    pub(super) fn path(
        &self,
        from: &Path,
        other: &str,
        outside: bool,
    ) -> Result<PathBuf, RefError> {
        let base = from.parent().unwrap_or(Path::new(""));
        let relative = base.strip_prefix(&self.given).unwrap_or(base);
        let mut inside = PathBuf::new();
        for component in relative.join(other).components() {
            match component {
                Component::CurDir => {}
                Component::Normal(name) => inside.push(name),
                Component::ParentDir if inside.pop() => {}
                Component::ParentDir | Component::RootDir | Component::Prefix(_) if outside => {
                    return Ok(base.join(other));
                }
                Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                    return Err(RefError::OutsideFolder);
                }
            }
        }
        Ok(self.given.join(inside))
    }
}

/// Why a file is not there as text.
pub(super) struct Unreadable {
    code: Code,
    message: String,
    help: Option<&'static str>,
    /// The text up to where it is readable.
    pub(super) text: String,
    offset: Option<usize>,
}

impl Unreadable {
    fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            help: None,
            text: String::new(),
            offset: None,
        }
    }

    /// The finding about the file.
    pub(super) fn diagnostic(&self, file: FileId) -> Diagnostic {
        Diagnostic::error(
            self.code,
            Label::offset(file, self.offset).place,
            &*self.message,
        )
        .at_offset(self.offset)
        .maybe_help(self.help.map(str::to_owned))
    }
}

/// The text of a file of at most `limit` bytes.
pub(super) fn read(path: &Path, limit: usize) -> Result<String, Unreadable> {
    let bytes = bytes(path, limit).map_err(|error| {
        let message = format!("the file cannot be read: {}", said(&error));
        Unreadable::new(Code::Unreadable, message)
    })?;
    let Some(bytes) = bytes else {
        let message = format!("the file is larger than the {limit} bytes that are allowed");
        return Err(Unreadable::new(Code::TooLarge, message));
    };
    text::decode(bytes).map_err(|problem| Unreadable {
        help: Some("save it as UTF-8"),
        ..match problem {
            NotText::Wide => Unreadable::new(Code::Encoding, "the file is UTF-16 or UTF-32"),
            NotText::Invalid(readable) => Unreadable {
                offset: Some(readable.len()),
                text: readable,
                ..Unreadable::new(Code::Encoding, "the file is not UTF-8 from here on")
            },
        }
    })
}

/// The bytes of a file; `None` when there are more than `limit`, even if it grows while it is read.
fn bytes(path: &Path, limit: usize) -> io::Result<Option<Vec<u8>>> {
    let file = fs::File::open(path)?;
    let size = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    if size > limit {
        return Ok(None);
    }
    let mut bytes = Vec::with_capacity(size + 1);
    file.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= limit).then_some(bytes))
}

/// What went wrong, in the same words on every system where that is possible.
pub(super) fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// A path as it is printed, the same on every system.
pub(super) fn displayed(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
