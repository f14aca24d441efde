//! OpenAPI Overlays (1.0 and 1.1): changes to a document that are kept in a file of their own.

mod merge;
mod query;

use std::path::Path;

use super::load::Loader;
use super::locate::{Spot, Spots};
use super::{Document, FileId, Node, Place};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::nearest::nearest;
use crate::pointer::Pointer;

/// What an action may say.
const MEMBERS: [&str; 5] = ["target", "description", "update", "copy", "remove"];

/// Applies the overlay in the file `overlay` to a document.
///
/// Places of what the overlay wrote point into the overlay. A target that
/// matches nothing is a warning of the document that is returned.
pub fn apply_overlay(document: Document, overlay: &Path) -> Result<Document, Report> {
    let mut loader = Loader::resume(document);
    let file = FileId::from_index(loader.files.len());
    let problems = loader.open(overlay);
    loader.report.extend(problems);
    if !loader.report.has_errors() {
        let mut patch = Patch::new(&mut loader, file);
        let findings = patch.run();
        let Patch { root, spots, .. } = patch;
        loader.files[0].replace(root, Spots(Some(spots)));
        loader.report.extend(findings);
        loader.follow();
    }
    loader.finish()
}

/// A tree together with the places of its nodes.
#[derive(Clone)]
struct Located {
    node: Node,
    spot: Spot,
}

/// An overlay at work on the root file of a document.
struct Patch {
    file: FileId,
    overlay: Node,
    overlay_spots: Spots,
    root: Node,
    spots: Spot,
    /// How many more nodes the document may get.
    nodes: usize,
    deepest: usize,
}

impl Patch {
    fn new(loader: &mut Loader, file: FileId) -> Self {
        let overlay = &loader.files[file.index()];
        let root = &loader.files[0];
        let spots = root.spots(FileId::ROOT).0.clone();
        Self {
            file,
            overlay: overlay.root.clone(),
            overlay_spots: overlay.spots(file).clone(),
            root: root.root.clone(),
            spots: spots.unwrap_or_else(|| Spot::nowhere(FileId::ROOT)),
            nodes: loader.origin.nodes,
            deepest: loader.limits().depth,
        }
    }

    /// Applies all actions in order; the first error ends it.
    fn run(&mut self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        if let Err(error) = self.check_head() {
            return vec![error];
        }
        let overlay = self.overlay.clone();
        for (index, action) in overlay
            .get("actions")
            .map_or(&[][..], Node::elements)
            .iter()
            .enumerate()
        {
            let here = Pointer::root().child("actions").child(index.to_string());
            match self.act(action, &here) {
                Ok(()) => {}
                Err(finding) => {
                    let is_error = finding.severity == Severity::Error;
                    findings.push(finding);
                    if is_error {
                        break;
                    }
                }
            }
        }
        findings
    }

    fn check_head(&self) -> Result<(), Diagnostic> {
        let root = Pointer::root();
        let version = self.overlay.get("overlay").and_then(Node::as_str);
        match version {
            Some(text) if text.starts_with("1.0.") || text.starts_with("1.1.") => {}
            Some(text) => {
                let message = format!("`{text}` is not a version of overlays that is read");
                return Err(self
                    .error(&root.child("overlay"), message)
                    .help("1.0.x and 1.1.x are read"));
            }
            None => {
                return Err(self
                    .error(&root, "the file does not say that it is an overlay")
                    .help("write `overlay: 1.1.0` at the top"));
            }
        }
        match self.overlay.get("actions") {
            Some(Node::List(_)) => Ok(()),
            Some(_) => Err(self.error(&root.child("actions"), "`actions` is a list")),
            None => Err(self.error(&root, "an overlay has `actions`")),
        }
    }

    /// Applies one action.
    fn act(&mut self, action: &Node, here: &Pointer) -> Result<(), Diagnostic> {
        self.check_members(action, here)?;
        let target = here.child("target");
        let Some(path) = action.get("target").and_then(Node::as_str) else {
            return Err(self.error(here, "an action has a `target`, a JSONPath as a string"));
        };
        let targets = query::find(&self.root, path).map_err(|problem| {
            self.error(&target, format!("the JSONPath is malformed: {problem}"))
        })?;
        if targets.is_empty() {
            let message = format!("`{path}` matches nothing");
            return Err(Diagnostic::warning(
                Code::OverlayTarget,
                self.place(&target),
                message,
            ));
        }
        if action.get("remove").and_then(Node::as_bool) == Some(true) {
            return self.remove(&targets, &target);
        }
        let value = match (action.get("update"), action.get("copy")) {
            (Some(update), None) => self.written(update, &here.child("update")),
            (None, Some(copy)) => self.copied(copy, &here.child("copy"))?,
            (Some(_), Some(_)) => {
                return Err(self.error(here, "an action has either `update` or `copy`"));
            }
            (None, None) => {
                return Err(self.error(here, "an action has `update`, `copy` or `remove: true`"));
            }
        };
        self.update(&targets, &target, &value)
    }

    fn check_members(&self, action: &Node, here: &Pointer) -> Result<(), Diagnostic> {
        if !matches!(action, Node::Map(_)) {
            return Err(self.error(here, "an action is an object"));
        }
        for (key, _) in action.members() {
            if !MEMBERS.contains(&&**key) && !key.starts_with("x-") {
                let help = nearest(key, MEMBERS).map(|near| format!("did you mean `{near}`?"));
                let error = self.error(
                    &here.child(key.clone()),
                    format!("an action has no `{key}`"),
                );
                return Err(error.at_key().maybe_help(help));
            }
        }
        match action.get("remove") {
            None | Some(Node::Bool(_)) => Ok(()),
            Some(_) => Err(self.error(&here.child("remove"), "`remove` is `true` or `false`")),
        }
    }

    /// A value of the overlay with its places.
    fn written(&self, node: &Node, pointer: &Pointer) -> Located {
        let spot = self.overlay_spots.find(pointer).cloned();
        Located {
            node: node.clone(),
            spot: spot.unwrap_or_else(|| Spot::nowhere(self.file)),
        }
    }

    /// The one node of the document that `copy` selects.
    fn copied(&self, copy: &Node, here: &Pointer) -> Result<Located, Diagnostic> {
        let Some(path) = copy.as_str() else {
            return Err(self.error(here, "`copy` is a JSONPath as a string"));
        };
        let found = query::find(&self.root, path)
            .map_err(|problem| self.error(here, format!("the JSONPath is malformed: {problem}")))?;
        let [pointer] = &*found else {
            let message = format!("`copy` selects one node; `{path}` matches {}", found.len());
            return Err(self.error(here, message));
        };
        let node = self.root.at(pointer).cloned().unwrap_or(Node::Null);
        let spots = Spots(Some(self.spots.clone()));
        let spot = spots.find(pointer).cloned();
        Ok(Located {
            node,
            spot: spot.unwrap_or_else(|| Spot::nowhere(FileId::ROOT)),
        })
    }

    fn remove(&mut self, targets: &[Pointer], target: &Pointer) -> Result<(), Diagnostic> {
        // Backwards, so that the indices of what is still to go stay right.
        for pointer in targets.iter().rev() {
            let (Some(parent), Some(last)) = (pointer.parent(), pointer.last()) else {
                return Err(self.error(target, "the whole document cannot be removed"));
            };
            merge::remove(&mut self.root, &mut self.spots, &parent, last);
        }
        Ok(())
    }

    fn update(
        &mut self,
        targets: &[Pointer],
        target: &Pointer,
        value: &Located,
    ) -> Result<(), Diagnostic> {
        let kinds = |pointer: &Pointer| self.root.at(pointer).map(merge::kind);
        if targets
            .windows(2)
            .any(|pair| kinds(&pair[0]) != kinds(&pair[1]))
        {
            let message = "the target selects nodes of different kinds; they must be all objects, all arrays or all primitive";
            return Err(self.error(target, message));
        }
        let cost = value.node.count().saturating_mul(targets.len());
        self.nodes = self.nodes.checked_sub(cost).ok_or_else(|| {
            let message = "the overlay makes the document larger than what is allowed";
            Diagnostic::error(Code::TooLarge, self.place(target), message)
        })?;
        for pointer in targets {
            merge::merge(&mut self.root, &mut self.spots, pointer, value)
                .map_err(|clash| self.clash(target, &clash))?;
        }
        if self.root.depth() > self.deepest {
            let message = format!(
                "the overlay nests the document deeper than {} levels",
                self.deepest
            );
            return Err(Diagnostic::error(
                Code::TooDeep,
                self.place(target),
                message,
            ));
        }
        Ok(())
    }

    fn clash(&self, target: &Pointer, clash: &merge::Clash) -> Diagnostic {
        let merge::Clash { at, old, new } = clash;
        let message =
            format!("an overlay cannot put a value of kind {new} where `#{at}` is of kind {old}");
        self.error(target, message)
            .help("remove the old value with an action of its own first")
    }

    fn place(&self, pointer: &Pointer) -> Place {
        Place {
            file: self.file,
            pointer: pointer.clone(),
        }
    }

    fn error(&self, pointer: &Pointer, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(Code::Overlay, self.place(pointer), message)
    }
}
