//! Which version follows, by Cargo's rule: below 1.0 the second number takes the place of the first.

use super::change::Bump;

/// The version after `old`; what is no version of three numbers stays as it is.
pub fn next(old: &str, bump: Bump) -> String {
    let numbers: Option<Vec<u64>> = old.split('.').map(|part| part.parse().ok()).collect();
    let Some([major, minor, patch]) = numbers.as_deref() else {
        return old.to_owned();
    };
    let (major, minor, patch) = match (bump, *major, *minor) {
        (Bump::None, ..) => (*major, *minor, *patch),
        (Bump::Major, 0, 0) => (0, 0, patch + 1),
        (Bump::Major, 0, _) => (0, minor + 1, 0),
        (Bump::Minor | Bump::Patch, 0, _) | (Bump::Patch, ..) => (*major, *minor, patch + 1),
        (Bump::Major, ..) => (major + 1, 0, 0),
        (Bump::Minor, ..) => (*major, minor + 1, 0),
    };
    format!("{major}.{minor}.{patch}")
}
