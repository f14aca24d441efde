//! Text and tree of a document and of the files it refers to; the only floor that reads the disk.

mod disk;
mod files;
mod index;
mod load;
mod locate;
mod node;
mod overlay;
mod read;
mod refs;
mod text;
mod tree;
mod version;

use foldhash::HashMap;

use crate::diagnostic::Diagnostic;
use crate::pointer::Pointer;
pub(crate) use files::Files;
pub use files::Span;
pub use load::{Limits, LoadOptions, load, load_data, load_text};
pub use node::Node;
pub use overlay::apply_overlay;
pub use refs::RefError;
pub use version::Version;

/// An OpenAPI document with all files it refers to, ready to be walked.
#[derive(Debug, Clone)]
pub struct Document {
    files: Files,
    version: Version,
    links: HashMap<(FileId, String), Result<FileId, RefError>>,
    warnings: Vec<Diagnostic>,
    origin: load::Origin,
}

impl Document {
    /// The root node of the file that was named.
    pub fn root(&self) -> Site<'_> {
        self.site(FileId::ROOT)
    }

    /// The version the document says it is written in.
    pub fn version(&self) -> Version {
        self.version
    }

    /// What was odd about the files without being wrong.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// Every file of the document; the first is [`FileId::ROOT`].
    pub fn file_ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..self.files.len()).map(FileId::from_index)
    }

    /// The name of a file as the user would write it.
    pub fn name(&self, file: FileId) -> &str {
        self.files.name(file)
    }

    /// The text of a file.
    pub fn text(&self, file: FileId) -> &str {
        self.files.text(file)
    }

    /// The node at a place, when there is one.
    pub fn node(&self, place: &Place) -> Option<&Node> {
        self.files.get(place.file)?.at(&place.pointer)
    }

    /// Line and column of the value at a place.
    ///
    /// The first call for a file indexes all of it, so that many calls stay cheap.
    pub fn locate(&self, place: &Place) -> Option<Span> {
        self.files.locate(place, false)
    }

    /// Line and column of the key whose value is at a place; for an element of a sequence, of the element.
    pub fn locate_key(&self, place: &Place) -> Option<Span> {
        self.files.locate(place, true)
    }

    fn site(&self, file: FileId) -> Site<'_> {
        let pointer = Pointer::root();
        let node = self.files.get(file).map_or(&Node::Null, |file| &file.root);
        Site {
            node,
            place: Place { file, pointer },
        }
    }

    pub(crate) fn files(&self) -> &Files {
        &self.files
    }
}

/// One file of a document; [`FileId::ROOT`] is the one that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// The file that was named on the command line.
    pub const ROOT: Self = Self(0);

    /// The number of files is limited far below 2³².
    pub(crate) fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}
/// A place in a document: a file and a pointer into it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The node within the file.
    pub pointer: Pointer,
}

impl Place {
    /// The place of the member or element `token` of what stands here.
    pub fn child(&self, token: impl Into<Box<str>>) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.child(token),
        }
    }
}

/// A node together with its place: what a walk over a document carries.
#[derive(Debug, Clone)]
pub struct Site<'d> {
    /// The node.
    pub node: &'d Node,
    /// Where it stands.
    pub place: Place,
}

impl<'d> Site<'d> {
    /// The member `key` of this mapping.
    pub fn get(&self, key: &str) -> Option<Site<'d>> {
        self.node.get(key).map(|node| self.at(key, node))
    }

    /// The members of this mapping in document order.
    pub fn members(&self) -> impl Iterator<Item = (&'d str, Site<'d>)> + use<'d, '_> {
        self.node
            .members()
            .iter()
            .map(|(key, node)| (&**key, self.at(key, node)))
    }

    /// The elements of this sequence.
    pub fn elements(&self) -> impl Iterator<Item = Site<'d>> + use<'d, '_> {
        self.node
            .elements()
            .iter()
            .enumerate()
            .map(|(index, node)| self.at(&index.to_string(), node))
    }

    /// The member or element `token` of this node, which is `node`.
    pub(crate) fn at(&self, token: &str, node: &'d Node) -> Site<'d> {
        Site {
            node,
            place: self.place.child(token),
        }
    }
}
