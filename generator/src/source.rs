//! Text and tree of a document and of the files it refers to; the only floor that reads the disk.

mod node;

use crate::pointer::Pointer;
pub use node::Node;

/// One file of a document; [`FileId::ROOT`] is the one that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub(crate) u32);

impl FileId {
    /// The file that was named on the command line.
    pub const ROOT: Self = Self(0);
}

/// A place in a document: a file and a pointer into it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The node within the file.
    pub pointer: Pointer,
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

    fn at(&self, token: &str, node: &'d Node) -> Site<'d> {
        Site {
            node,
            place: Place {
                file: self.place.file,
                pointer: self.place.pointer.child(token),
            },
        }
    }
}
