//! The places of a YAML text, from the events of its parser.

use foldhash::HashMap;
use std::sync::Arc;

use libyaml_safer::{EventData, Parser};

use super::{Inner, Spot};
use crate::source::FileId;

/// The places of the first document of a text; `None` for a text that is not YAML.
pub(super) fn scan(text: &str, file: FileId) -> Option<Spot> {
    let mut bytes = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    let mut builder = Builder::new(file);
    while builder.root.is_none() {
        let event = parser.parse().ok()?;
        let at = usize::try_from(event.start_mark.index).ok()?;
        match event.data {
            EventData::Scalar { anchor, value, .. } => builder.scalar(at, anchor, value),
            EventData::Alias { anchor } => builder.alias(at, &anchor)?,
            EventData::SequenceStart { anchor, .. } => {
                builder.open(at, anchor, Inner::List(Vec::new()));
            }
            EventData::MappingStart { anchor, .. } => {
                builder.open(at, anchor, Inner::Map(Vec::new()));
            }
            EventData::SequenceEnd | EventData::MappingEnd => builder.close()?,
            EventData::StreamEnd | EventData::DocumentEnd { .. } => return None,
            EventData::StreamStart { .. } | EventData::DocumentStart { .. } => {}
        }
    }
    builder.root
}

struct Builder {
    file: FileId,
    open: Vec<Open>,
    anchors: HashMap<String, Anchored>,
    root: Option<Spot>,
}

/// A mapping or sequence whose end has not come yet.
struct Open {
    at: usize,
    anchor: Option<String>,
    inner: Inner,
    /// The key whose value comes next.
    key: Option<(Box<str>, usize)>,
}

/// What an alias stands for: places, and the text in case it is a key.
struct Anchored {
    inner: Arc<Inner>,
    text: Box<str>,
}

impl Builder {
    fn new(file: FileId) -> Self {
        Self {
            file,
            open: Vec::new(),
            anchors: HashMap::default(),
            root: None,
        }
    }

    fn scalar(&mut self, at: usize, anchor: Option<String>, text: String) {
        let text: Box<str> = text.into();
        if let Some(anchor) = anchor {
            let inner = Arc::default();
            let text = text.clone();
            self.anchors.insert(anchor, Anchored { inner, text });
        }
        self.node(at, text, Arc::default());
    }

    fn alias(&mut self, at: usize, anchor: &str) -> Option<()> {
        let anchored = self.anchors.get(anchor)?;
        let (text, inner) = (anchored.text.clone(), Arc::clone(&anchored.inner));
        self.node(at, text, inner);
        Some(())
    }

    fn open(&mut self, at: usize, anchor: Option<String>, inner: Inner) {
        self.open.push(Open {
            at,
            anchor,
            inner,
            key: None,
        });
    }

    fn close(&mut self) -> Option<()> {
        let open = self.open.pop()?;
        let inner = Arc::new(open.inner);
        if let Some(anchor) = open.anchor {
            let inner = Arc::clone(&inner);
            let text = Box::default();
            self.anchors.insert(anchor, Anchored { inner, text });
        }
        self.node(open.at, Box::default(), inner);
        Some(())
    }

    /// Puts a complete node where it belongs: as a key, a value, an element or the root.
    fn node(&mut self, at: usize, text: Box<str>, inner: Arc<Inner>) {
        let spot = Spot::new(self.file, at, inner);
        match self.open.last_mut() {
            None => self.root = Some(spot),
            Some(parent) => match &mut parent.inner {
                Inner::Map(members) => match parent.key.take() {
                    None => parent.key = Some((text, at)),
                    Some((key, start)) => members.push((key, spot.with_key(start))),
                },
                Inner::List(elements) => elements.push(spot),
                Inner::Leaf => {}
            },
        }
    }
}
