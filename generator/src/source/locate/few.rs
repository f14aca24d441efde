//! The places of a few nodes of a JSON text: all that is not on the way to one of them is stepped over, which takes a
//! fraction of the time that places for all nodes do.

use super::cursor::{Cursor, closing};
use crate::pointer::Pointer;

/// The bytes that a node's key and its value start with; the key of a node without one is where its value is.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::source) struct Start {
    pub(in crate::source) key: usize,
    pub(in crate::source) value: usize,
}

/// Where each of these nodes starts, or the nearest node around it that exists; `None` for a text that is not JSON.
pub(super) fn find(text: &str, nodes: &[&Pointer]) -> Option<Vec<Start>> {
    let tokens = nodes.iter().map(|pointer| pointer.tokens().collect());
    let mut sought: Vec<Sought> = tokens
        .enumerate()
        .map(|(index, tokens)| Sought { tokens, index })
        .collect();
    sought.sort_unstable_by(|one, other| one.tokens.cmp(&other.tokens));
    let mut walk = Walk {
        cursor: Cursor::new(text),
        found: vec![Start::default(); nodes.len()],
    };
    walk.cursor.peek()?;
    walk.value(walk.cursor.at, &mut sought, 0)?;
    Some(walk.found)
}

/// A node that is looked for.
struct Sought<'p> {
    tokens: Vec<&'p str>,
    /// Which of the nodes it is.
    index: usize,
}

struct Walk<'t> {
    cursor: Cursor<'t>,
    found: Vec<Start>,
}

impl Walk<'_> {
    /// Steps over the value of a key. What is sought, in order, is this value or within it: so many tokens lead here.
    fn value(&mut self, key: usize, sought: &mut [Sought<'_>], depth: usize) -> Option<()> {
        let first = self.cursor.peek()?;
        let value = self.cursor.at;
        for one in &*sought {
            self.found[one.index] = Start { key, value };
        }
        let here = sought.partition_point(|one| one.tokens.len() == depth);
        match (first, &mut sought[here..]) {
            (b'{' | b'[', within @ [_, ..]) => self.items(first, within, depth),
            _ => self.cursor.value(),
        }
    }

    /// Steps over the members or elements of a value. Of members with one key the first counts.
    fn items(&mut self, open: u8, sought: &mut [Sought<'_>], depth: usize) -> Option<()> {
        self.cursor.at += 1;
        let same = |one: &Sought<'_>, other: &Sought<'_>| one.tokens[depth] == other.tokens[depth];
        let mut left: Vec<_> = sought.chunk_by_mut(same).collect();
        let mut index = 0;
        while !left.is_empty() && self.cursor.peek()? != closing(open) {
            let start = self.cursor.at;
            let token = match open {
                b'{' => self.cursor.key()?,
                _ => index.to_string().into(),
            };
            match left.iter().position(|one| one[0].tokens[depth] == token) {
                Some(found) => self.value(start, left.swap_remove(found), depth + 1)?,
                None => self.cursor.value()?,
            }
            self.cursor.comma()?;
            index += 1;
        }
        self.cursor.leave(open)
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::pointer::Pointer;
    use crate::source::FileId;
    use crate::source::files::Format;
    use crate::source::locate::Spots;

    /// A few nodes are found where a pass over all of them finds them.
    #[test]
    fn few_nodes_stand_where_all_do() {
        let text = r#" { "a": [1, {"b]": "}\""}, [ [], {} ]], "\u0063/~": {"d": null, "d": {"e": -1.5}},
            "f": {"g": "a" , "h" :true}, "i": {} } "#;
        let nodes = [
            "/a/1/b]",
            "",
            "/a/2/1",
            "/c~1~0/d",
            "/f/h",
            "/a",
            "/f/h/below",
            "/a/9",
            "/none",
            "/a/2/0",
            "/a/01",
            "/i/none",
            "/f",
        ];
        let nodes = nodes.map(|node| Pointer::parse(node).expect("a pointer"));
        let all = Spots::of(text, Format::Json, FileId::ROOT);
        let few = find(text, &nodes.each_ref()).expect("it is JSON");
        for (node, start) in nodes.iter().zip(few) {
            let spot = all.find(node).expect("it is JSON");
            let expected = (spot.key as usize, spot.value as usize);
            assert_eq!((start.key, start.value), expected, "{node}");
        }
    }
}
