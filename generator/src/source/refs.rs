//! What a `$ref` points to.

use foldhash::HashMap;
use std::borrow::Cow;
use std::fmt;

use super::files::File;
use super::{Document, FileId, Node, Place, Site};
use crate::diagnostic::{Code, Diagnostic};
use crate::nearest::nearest;
use crate::pointer::Pointer;

/// Why a `$ref` leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefError {
    /// Nothing is there.
    Dangling {
        /// The reference with its first wrong word replaced by the most similar one that exists.
        nearest: Option<String>,
    },
    /// The fragment is neither a JSON pointer nor an anchor of a schema.
    NotAPointer,
    /// It names a file outside the folder of the document.
    OutsideFolder,
    /// It points into the network.
    Remote(String),
    /// The file it names cannot be read.
    MissingFile {
        /// The file, as seen from where the document was named.
        path: String,
        /// What the operating system says.
        problem: String,
    },
    /// The file it names is broken, as the finding says.
    BrokenFile(Box<Diagnostic>),
    /// The document was given as text, so that there are no files beside it.
    NoFolder,
}

impl RefError {
    /// The finding about a `$ref` with the text `reference` at `place`.
    pub fn diagnostic(&self, reference: &str, place: Place) -> Diagnostic {
        let error = |code, message: String| Diagnostic::error(code, place, message).at_key();
        match self {
            Self::Dangling { nearest } => {
                let help = nearest
                    .as_ref()
                    .map(|near| format!("did you mean `{near}`?"));
                error(
                    Code::DanglingReference,
                    format!("`{reference}` does not exist"),
                )
                .maybe_help(help)
            }
            Self::NotAPointer => error(
                Code::MalformedReference,
                format!("`{reference}` is not a JSON pointer"),
            )
            .help("write `#/` and the way to the node, for example `#/components/schemas/Pet`"),
            Self::OutsideFolder => error(
                Code::OutsideReference,
                format!("`{reference}` is outside the folder of the document"),
            )
            .help("move the file beside the document, or allow files outside its folder"),
            Self::Remote(_) => error(
                Code::RemoteReference,
                format!("`{reference}` is in the network"),
            )
            .help("download it beside the document and refer to the file"),
            Self::MissingFile { path, problem } => error(
                Code::MissingFile,
                format!("`{path}` cannot be read: {problem}"),
            ),
            Self::BrokenFile(finding) => (**finding).clone(),
            Self::NoFolder => error(
                Code::MissingFile,
                format!("`{reference}` is in another file, and the document was given as text"),
            )
            .help("name the document by its path"),
        }
    }
}

impl fmt::Display for RefError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dangling { .. } => f.write_str("it does not exist"),
            Self::NotAPointer => f.write_str("it is not a JSON pointer"),
            Self::OutsideFolder => f.write_str("it is outside the folder of the document"),
            Self::Remote(_) => f.write_str("it is in the network"),
            Self::MissingFile { path, problem } => write!(f, "`{path}` cannot be read: {problem}"),
            Self::BrokenFile(finding) => write!(f, "its file is broken: {}", finding.message),
            Self::NoFolder => f.write_str("the document was given as text"),
        }
    }
}

impl std::error::Error for RefError {}

/// The names that `$id`, `$anchor` and `$dynamicAnchor` give in a file (OpenAPI 3.1), anchors with a
/// leading `#`.
pub(super) type Identifiers = HashMap<Box<str>, Pointer>;

impl Document {
    /// The node that the `$ref` text `reference` names, read in file `from`.
    ///
    /// Understood are `#`, `#/…`, `other.yaml`, `other.yaml#/…` with percent
    /// escapes, and the names that `$anchor`, `$dynamicAnchor` and `$id` give to schemas.
    pub fn resolve(&self, from: FileId, reference: &str) -> Result<Site<'_>, RefError> {
        if let Some(site) = self.identified(from, reference) {
            return Ok(site);
        }
        let (other, fragment) = split(reference);
        let file = if other.is_empty() {
            from
        } else {
            match self.links.get(&(from, other.to_owned())) {
                Some(Ok(file)) => *file,
                Some(Err(error)) => return Err(self.bare_name(other).unwrap_or(error.clone())),
                None => return Err(RefError::Dangling { nearest: None }),
            }
        };
        let fragment = if fragment.contains('%') {
            Cow::Owned(percent_decoded(fragment))
        } else {
            Cow::Borrowed(fragment)
        };
        if !fragment.starts_with('/')
            && let Some(site) = self.identified(file, &format!("#{fragment}"))
        {
            return Ok(site);
        }
        let pointer = Pointer::parse(&fragment).ok_or(RefError::NotAPointer)?;
        let place = Place { file, pointer };
        match self.node(&place) {
            Some(node) => Ok(Site { node, place }),
            None => Err(RefError::Dangling {
                nearest: similar(self.site(file).node, &place.pointer, other),
            }),
        }
    }

    /// The error for a schema's name where a reference should be.
    fn bare_name(&self, name: &str) -> Option<RefError> {
        let pointer = Pointer::root()
            .child("components")
            .child("schemas")
            .child(name);
        self.files.get(FileId::ROOT)?.root.at(&pointer)?;
        let nearest = Some(format!("#{pointer}"));
        Some(RefError::Dangling { nearest })
    }

    /// The schema that calls itself `name`.
    fn identified(&self, file: FileId, name: &str) -> Option<Site<'_>> {
        if name.starts_with("#/") || name.is_empty() || name == "#" {
            return None;
        }
        let root = self.files.get(file)?;
        let pointer = root.identifiers().get(name)?.clone();
        let node = root.root.at(&pointer)?;
        Some(Site {
            node,
            place: Place { file, pointer },
        })
    }
}

impl File {
    fn identifiers(&self) -> &Identifiers {
        self.identifiers.get_or_init(|| {
            let mut found = Identifiers::default();
            collect(&self.root, &Pointer::root(), &mut found);
            found
        })
    }
}

fn collect(node: &Node, here: &Pointer, found: &mut Identifiers) {
    for word in ["$anchor", "$dynamicAnchor"] {
        if let Some(name) = node.get(word).and_then(Node::as_str) {
            found
                .entry(format!("#{name}").into())
                .or_insert_with(|| here.clone());
        }
    }
    if let Some(name) = node.get("$id").and_then(Node::as_str) {
        found.entry(name.into()).or_insert_with(|| here.clone());
    }
    for (key, child) in node.members() {
        if has_inner(child) {
            collect(child, &here.child(key.clone()), found);
        }
    }
    for (index, child) in node.elements().iter().enumerate() {
        if has_inner(child) {
            collect(child, &here.child(index.to_string()), found);
        }
    }
}

const fn has_inner(node: &Node) -> bool {
    matches!(node, Node::Map(_) | Node::List(_))
}

/// File part and fragment of a reference.
pub(super) fn split(reference: &str) -> (&str, &str) {
    reference.split_once('#').unwrap_or((reference, ""))
}

/// The scheme of an absolute URI such as `https://…`; a drive letter is none.
pub(super) fn scheme(reference: &str) -> Option<&str> {
    let (scheme, _) = reference.split_once(':')?;
    let is_part = |char: char| char.is_ascii_alphanumeric() || matches!(char, '+' | '-' | '.');
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|char: char| char.is_ascii_alphabetic())
        && scheme.chars().all(is_part);
    is_scheme.then_some(scheme)
}

/// Replaces `%41` by `A`; what is no valid escape stays.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let escape = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let decoded = escape
            .filter(|hex| byte == b'%' && hex.bytes().all(|digit| digit.is_ascii_hexdigit()))
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(decoded.unwrap_or(byte));
        rest = if decoded.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The reference with its first wrong token replaced by the most similar one that leads on.
fn similar(root: &Node, pointer: &Pointer, other: &str) -> Option<String> {
    let mut node = root;
    let mut right = Pointer::root();
    for token in pointer.tokens() {
        let Some(child) = node.step(token) else {
            let names = node.members().iter().map(|(key, _)| &**key);
            let fixed = right.child(nearest(token, names)?);
            let rest = pointer.tokens().skip(fixed.depth());
            let whole = rest.fold(fixed, |pointer, token| pointer.child(token));
            return root.at(&whole).map(|_| format!("{other}#{whole}"));
        };
        node = child;
        right = right.child(token);
    }
    None
}
