//! The word someone probably meant.

/// The candidate most similar to `word`, when one is similar enough; the first of equals.
///
/// Distance counts insertions, deletions, substitutions and swaps of
/// neighbours, a change of case half; a third of the word may be wrong.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().collect();
    let limit = 2 * word.len() / 3;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let reach = best.map_or(limit, |(distance, _)| distance.saturating_sub(1));
        if let Some(distance) = distance(&word, candidate, reach)
            && best.is_none_or(|(other, _)| distance < other)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Twice the edit distance, when it is at most `reach`.
fn distance(word: &[char], candidate: &str, reach: usize) -> Option<usize> {
    let other: Vec<char> = candidate.chars().collect();
    if 2 * word.len().abs_diff(other.len()) > reach {
        return None;
    }
    let mut before = vec![0; other.len() + 1];
    let mut above: Vec<usize> = (0..=other.len()).map(|column| 2 * column).collect();
    for row in 1..=word.len() {
        let mut line = vec![2 * row; other.len() + 1];
        for column in 1..=other.len() {
            let (one, two) = (word[row - 1], other[column - 1]);
            let mut least = above[column - 1] + substitution(one, two);
            least = least.min(above[column] + 2).min(line[column - 1] + 2);
            let swapped = row > 1 && column > 1 && one == other[column - 2] && two == word[row - 2];
            if swapped {
                least = least.min(before[column - 2] + 2);
            }
            line[column] = least;
        }
        if line.iter().min().is_some_and(|&least| least > reach + 2) {
            return None;
        }
        before = std::mem::replace(&mut above, line);
    }
    above.last().copied().filter(|&distance| distance <= reach)
}

fn substitution(one: char, two: char) -> usize {
    if one == two {
        0
    } else if one.eq_ignore_ascii_case(&two) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let words = ["Usage", "User", "Message", "ChatMessage"];
        assert_eq!(nearest("Usgae", words), Some("Usage"));
        assert_eq!(nearest("usage", words), Some("Usage"));
        assert_eq!(nearest("Mesage", words), Some("Message"));
        assert_eq!(nearest("Pet", words), None);
        assert_eq!(nearest("", words), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("gte", ["get"]), Some("get"));
        assert_eq!(nearest("x", []), None);
    }
}
