//! The files of a document: name, text and tree, and where in the text a node stands.

use std::sync::{Arc, OnceLock};

use super::index::Index;
use super::locate::{self, Spots, Start};
use super::text::Lines;
use super::{FileId, Node, Place};
use crate::pointer::Pointer;

/// Where something starts in a file, counted from one; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file; an overlay's file for what an overlay inserted.
    pub file: FileId,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Yaml,
    Json,
}

/// One file: its text, its tree, and lazily the places of its nodes.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) root: Node,
    pub(super) format: Format,
    lines: OnceLock<Lines>,
    spots: OnceLock<Spots>,
    pub(super) identifiers: OnceLock<super::refs::Identifiers>,
    index: OnceLock<Index>,
}

impl File {
    pub(super) fn new(name: String, text: String, format: Format, root: Node) -> Self {
        Self {
            name,
            text,
            root,
            format,
            lines: OnceLock::new(),
            spots: OnceLock::new(),
            identifiers: OnceLock::new(),
            index: OnceLock::new(),
        }
    }

    /// A file that could not be read: its text is shown, but has no tree.
    pub(super) fn broken(name: String, text: String) -> Self {
        let file = Self::new(name, text, Format::Yaml, Node::Null);
        // The text may be one that takes for ever to index.
        file.spots.get_or_init(Spots::default);
        file
    }

    /// Replaces the tree and its places, as an overlay does.
    pub(super) fn replace(&mut self, root: Node, spots: Spots) {
        self.root = root;
        self.spots = OnceLock::from(spots);
        self.identifiers = OnceLock::new();
        self.index = OnceLock::new();
    }

    /// The node that a pointer leads to.
    pub(super) fn at(&self, pointer: &Pointer) -> Option<&Node> {
        let index = self.index.get_or_init(|| Index::new(&self.root));
        index.find(&self.root, pointer)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }

    /// The bytes that these nodes or their keys start with; `None` where all places are known already, or are needed
    /// to find some.
    fn few(&self, nodes: &[(&Pointer, bool)]) -> Option<Vec<usize>> {
        if self.spots.get().is_some() {
            return None;
        }
        let pointers: Vec<_> = nodes.iter().map(|(pointer, _)| *pointer).collect();
        let starts = locate::few(&self.text, self.format, &pointers)?;
        let offset = |(start, (_, at_key)): (Start, &(_, bool))| {
            if *at_key { start.key } else { start.value }
        };
        Some(starts.into_iter().zip(nodes).map(offset).collect())
    }

    /// The places of all nodes, from one pass over the text when first asked for.
    pub(super) fn spots(&self, id: FileId) -> &Spots {
        self.spots
            .get_or_init(|| Spots::of(&self.text, self.format, id))
    }
}

/// The files of a document, cheap to share with a report.
#[derive(Debug, Clone, Default)]
pub(crate) struct Files(Arc<Vec<File>>);

impl Files {
    pub(super) fn new(files: Vec<File>) -> Self {
        Self(Arc::new(files))
    }

    /// The files themselves, copied only when a report still shows them.
    pub(super) fn into_vec(self) -> Vec<File> {
        Arc::try_unwrap(self.0).unwrap_or_else(|shared| (*shared).clone())
    }

    pub(super) fn get(&self, file: FileId) -> Option<&File> {
        self.0.get(file.index())
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn name(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.name)
    }

    pub(crate) fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |file| &file.text)
    }

    /// Line and column of a byte; `None` for a file without text.
    pub(crate) fn span(&self, id: FileId, offset: usize) -> Option<Span> {
        let file = self.get(id).filter(|file| !file.text.is_empty())?;
        let (line, column) = file.lines().position(&file.text, offset);
        Some(Span {
            file: id,
            line,
            column,
        })
    }

    /// The text of the line a span is in, without its end.
    pub(crate) fn line(&self, span: Span) -> &str {
        self.get(span.file)
            .map_or("", |file| file.lines().line(&file.text, span.line))
    }

    /// Line and column of a node, or of its key; of the nearest node around it that is known.
    pub(crate) fn locate(&self, place: &Place, at_key: bool) -> Option<Span> {
        let file = self.get(place.file)?;
        let spot = file.spots(place.file).find(&place.pointer)?;
        let offset = if at_key { spot.key } else { spot.value };
        self.span(spot.file, offset as usize)
    }

    /// The same for several nodes of one file, which are found together where that spares a pass over all of it.
    pub(crate) fn locate_all(&self, id: FileId, nodes: &[(&Pointer, bool)]) -> Vec<Option<Span>> {
        if let Some(starts) = self.get(id).and_then(|file| file.few(nodes)) {
            return starts.into_iter().map(|at| self.span(id, at)).collect();
        }
        let places = nodes.iter().map(|(pointer, at_key)| {
            let pointer = Pointer::clone(pointer);
            self.locate(&Place { file: id, pointer }, *at_key)
        });
        places.collect()
    }
}
