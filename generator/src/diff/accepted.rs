//! The accept file: changes that somebody looked at and took on, each with the reason.
//!
//! A map from fingerprints to reasons. A fingerprint is the id of a kind of change and the place where it
//! happened, so that other words for a finding do not make it a new one.

use super::{Diff, Finding, Kind};
use crate::nearest::nearest;
use crate::source::{Document, Node, Site};

impl Finding {
    /// What tells this finding from others whatever its words are: `property-removed@/components/schemas/Pet`.
    ///
    /// The place is the one that says more: what is gone stood on the old side, what is new stands on
    /// the new one.
    pub fn fingerprint(&self) -> String {
        let (old, new) = (&self.old.pointer, &self.new.pointer);
        let place = if old.depth() > new.depth() { old } else { new };
        format!("{}@{place}", self.kind)
    }
}

/// An entry of the accept file.
#[derive(Debug, Clone)]
struct Entry {
    fingerprint: String,
    reason: String,
    /// Where it stands: `schema/accepted.yaml:3:5`.
    position: String,
}

impl Diff {
    /// Marks the findings that an accept file names.
    ///
    /// # Errors
    ///
    /// One line for each entry that is none, has no reason, or names a finding that there is not.
    pub fn accept(&mut self, file: &Document) -> Result<(), Vec<String>> {
        let mut wrong = Vec::new();
        for entry in entries(file, &mut wrong) {
            wrong.extend(self.mark(&entry));
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }

    /// Marks what one entry names; says so when that is nothing.
    fn mark(&mut self, entry: &Entry) -> Option<String> {
        let mut used = false;
        for finding in &mut self.findings {
            if finding.fingerprint() == entry.fingerprint {
                finding.accepted = Some(entry.reason.clone());
                used = true;
            }
        }
        (!used).then(|| {
            let known = self.findings.iter().map(Finding::fingerprint);
            let known: Vec<String> = known.collect();
            let near = nearest(&entry.fingerprint, known.iter().map(String::as_str));
            let help = near.map_or_else(
                || "remove the entry".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            format!(
                "{}: there is no finding `{}`; {help}",
                entry.position, entry.fingerprint
            )
        })
    }
}

/// The entries of a file; what is no entry is told in `wrong`.
fn entries(file: &Document, wrong: &mut Vec<String>) -> Vec<Entry> {
    let root = file.root();
    let at = |site: &Site<'_>| super::report::position(file, &site.place);
    if !matches!(root.node, Node::Map(_) | Node::Null) {
        let message = "fingerprints with their reasons stand here, `fingerprint: reason`";
        wrong.push(format!("{}: {message}", at(&root)));
    }
    let mut found = Vec::new();
    for (fingerprint, site) in root.members() {
        let position = at(&site);
        let id = fingerprint.split('@').next().unwrap_or_default();
        let reason = site.node.as_str().map(str::trim).unwrap_or_default();
        if Kind::named(id).is_none() {
            wrong.push(format!(
                "{position}: no kind of change is called `{id}`; `cargo xtask diff --list` names all of them"
            ));
        } else if reason.is_empty() {
            wrong.push(format!(
                "{position}: `{fingerprint}` is accepted without a reason"
            ));
        } else {
            found.push(Entry {
                fingerprint: fingerprint.to_owned(),
                reason: reason.to_owned(),
                position,
            });
        }
    }
    found
}
