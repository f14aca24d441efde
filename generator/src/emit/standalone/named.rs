//! Which crates files name: what stands before `::`.

use foldhash::HashSet;
use memchr::memmem;

/// The words that paths in some files have before their last one.
#[derive(Clone)]
pub(super) struct Named<'f>(HashSet<&'f str>);

impl<'f> Named<'f> {
    /// The words of these texts.
    pub(super) fn of(texts: impl Iterator<Item = &'f str>) -> Self {
        Self(HashSet::default()).with(texts)
    }

    /// These words and those of more texts.
    pub(super) fn with(mut self, texts: impl Iterator<Item = &'f str>) -> Self {
        let words = texts.flat_map(|text| {
            let paths = memmem::find_iter(text.as_bytes(), "::");
            // All names are taken from modules only, whose names may be those of crates.
            let paths = paths.filter(|at| !text[at + 2..].starts_with('*'));
            paths.map(|at| last_word(&text[..at]))
        });
        self.0.extend(words);
        self
    }

    /// Whether a file names this crate.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name.replace('-', "_").as_str())
    }
}

fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default()
}
