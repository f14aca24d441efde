//! Names told apart: the same names whatever the order of unrelated neighbours.

use crate::ir::{FieldName, VariantName};
use foldhash::HashSet;
use std::collections::BTreeMap;

/// What [`distinct`] needs of a name.
pub(super) trait Name: Clone {
    fn rust(&self) -> &str;
    fn wire(&self) -> &str;
    fn with(&self, suffix: &str) -> Self;
}

macro_rules! name {
    ($($name:ty),*) => {$(
        impl Name for $name {
            fn rust(&self) -> &str { self.as_str() }
            fn wire(&self) -> &str { Self::wire(self) }
            fn with(&self, suffix: &str) -> Self { self.suffixed(suffix) }
        }
    )*};
}

name!(
    FieldName,
    VariantName,
    crate::ir::TypeName,
    crate::ir::MethodName
);

/// Gives names that fall on one identifier numbers, from the second on.
///
/// Who keeps the plain name: the one whose wire text is the identifier itself,
/// else the first by wire text. So a name depends only on the names it clashes
/// with, not on their order. `taken` names get a number from the start.
pub(super) fn distinct<'n, N: Name + 'n>(
    names: impl IntoIterator<Item = &'n mut N>,
    separator: &str,
    taken: &[&str],
) {
    let mut out: Vec<&mut N> = names.into_iter().collect();
    if are_distinct(&out, taken) {
        return;
    }
    let names: Vec<N> = out.iter().map(|name| N::clone(name)).collect();
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        groups.entry(name.rust()).or_default().push(index);
    }
    groups.retain(|rust, group| group.len() > 1 || taken.contains(rust));
    let mut used: HashSet<String> = names.iter().map(|name| name.rust().to_owned()).collect();
    for (rust, mut group) in groups {
        let plain_is_free = !taken.contains(&rust);
        group.sort_by_key(|index| {
            let wire = names[*index].wire();
            (wire != rust, wire.to_owned(), *index)
        });
        // Two underscores in a row are no snake case.
        let separator = if rust.ends_with('_') { "" } else { separator };
        let mut number = 2;
        for index in group.into_iter().skip(usize::from(plain_is_free)) {
            *out[index] = loop {
                let candidate = names[index].with(&format!("{separator}{number}"));
                number += 1;
                if used.insert(candidate.rust().to_owned()) {
                    break candidate;
                }
            };
        }
    }
}

/// Whether there is nothing to tell apart, as it is mostly.
fn are_distinct<N: Name>(names: &[&mut N], taken: &[&str]) -> bool {
    let mut seen: HashSet<&str> = taken.iter().copied().collect();
    names.iter().all(|name| seen.insert(name.rust()))
}

/// Variants of one enum; `Unknown` belongs to what the document does not know.
pub(super) fn variants<'n>(names: impl IntoIterator<Item = &'n mut VariantName>) {
    distinct(names, "", &["Unknown"]);
}
