//! Which OpenAPI a document is written in.

use super::{FileId, Node, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::pointer::Pointer;

/// The versions of OpenAPI that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 3.0.x
    V30,
    /// 3.1.x
    V31,
    /// 3.2.x
    V32,
}

/// Reads `openapi:` of a root node; the second half of the pair is a warning.
pub(super) fn detect(root: &Node) -> Result<(Version, Option<Diagnostic>), Diagnostic> {
    let whole = Place {
        file: FileId::ROOT,
        pointer: Pointer::root(),
    };
    if !matches!(root, Node::Map(_)) {
        let message = format!(
            "an OpenAPI document is an object, not {}",
            article(root.kind())
        );
        return Err(Diagnostic::error(Code::NotADocument, whole, message));
    }
    let at = |key: &str| Place {
        file: FileId::ROOT,
        pointer: Pointer::root().child(key),
    };
    if let Some(node) = root.get("openapi") {
        return written(node, at("openapi"));
    }
    if root.get("swagger").is_some() {
        let message = "this is a Swagger 2 document; OpenAPI 3.0, 3.1 and 3.2 are read";
        return Err(Diagnostic::error(Code::Version, at("swagger"), message)
            .at_key()
            .help("convert it once, for example with `npx swagger2openapi OLD -o NEW` or at converter.swagger.io"));
    }
    let message = "the document does not say which OpenAPI it is written in";
    Err(Diagnostic::error(Code::NotADocument, whole, message)
        .help("write `openapi: 3.0.3` (or 3.1.x, 3.2.x) at the top"))
}

fn written(node: &Node, place: Place) -> Result<(Version, Option<Diagnostic>), Diagnostic> {
    let (text, warning) = match node {
        Node::Str(text) => (&**text, None),
        Node::Number(text) => {
            let message = "a version is a string, not a number";
            let warning = Diagnostic::warning(Code::Version, place.clone(), message)
                .help(format!("put quotes around it: \"{text}.0\""));
            (&**text, Some(warning))
        }
        _ => ("", None),
    };
    let mut parts = text.splitn(3, '.');
    let version = match (parts.next(), parts.next()) {
        (Some("3"), Some("0")) => Version::V30,
        (Some("3"), Some("1")) => Version::V31,
        (Some("3"), Some("2")) => Version::V32,
        _ => {
            let message = match node.as_str() {
                Some(text) => format!("`{text}` is not a version of OpenAPI that is read"),
                None => format!("a version is a string, not {}", article(node.kind())),
            };
            return Err(Diagnostic::error(Code::Version, place, message)
                .help("3.0.x, 3.1.x and 3.2.x are read"));
        }
    };
    Ok((version, warning))
}

fn article(kind: &str) -> String {
    match kind {
        "null" => kind.to_owned(),
        _ if kind.starts_with(['a', 'i', 'o']) => format!("an {kind}"),
        _ => format!("a {kind}"),
    }
}
