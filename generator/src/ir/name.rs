//! Names: valid Rust identifiers by construction, with the wire text beside them.

use heck::{ToSnakeCase, ToUpperCamelCase};
use std::fmt::{self, Write as _};

/// Words that cannot be identifiers, of every edition up to 2024.
const KEYWORDS: [&str; 53] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "try", "type",
    "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

fn is_keyword(word: &str) -> bool {
    // The longest are `abstract`, `continue` and `override`, and none has more than one word.
    word.len() <= 8 && !word.contains('_') && KEYWORDS.contains(&word)
}

/// What stands before a word so that it is an identifier.
fn raw(word: &str) -> &'static str {
    if is_keyword(word) && word != "union" {
        "r#"
    } else {
        ""
    }
}

/// Keywords that have no raw form (`r#self` is an error).
const NEVER_RAW: [&str; 5] = ["self", "Self", "super", "crate", "union"];

/// Type names that would hide what emitted paths rely on: std's prelude and the runtime's own.
const TAKEN_TYPES: [&str; 40] = [
    "Self",
    "String",
    "Option",
    "Some",
    "None",
    "Result",
    "Ok",
    "Err",
    "Vec",
    "Box",
    "Iterator",
    "IntoIterator",
    "Into",
    "From",
    "Default",
    "Clone",
    "Copy",
    "Debug",
    "Drop",
    "Eq",
    "Fn",
    "FnMut",
    "FnOnce",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Send",
    "Sized",
    "Sync",
    "ToString",
    "TryFrom",
    "TryInto",
    "AsRef",
    "Unpin",
    "BTreeMap",
    "Json",
    "Maybe",
    "Secret",
    "Upload",
];

macro_rules! names {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            rust: Box<str>,
            wire: Box<str>,
        }

        impl $name {
            /// The identifier without `r#`.
            pub fn as_str(&self) -> &str {
                &self.rust
            }

            /// The text of the document this name stands for.
            pub fn wire(&self) -> &str {
                &self.wire
            }

            /// The same name with `suffix` behind it, for telling clashing names apart.
            pub fn suffixed(&self, suffix: &str) -> Self {
                Self {
                    rust: format!("{}{suffix}", self.rust).into(),
                    wire: self.wire.clone(),
                }
            }

            /// The identifier as source text: a keyword gets its `r#`.
            pub fn source(&self) -> String {
                [raw(&self.rust), &self.rust].concat()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(raw(&self.rust))?;
                f.write_str(&self.rust)
            }
        }
    )*};
}

names! {
    /// The name of a type: `ChatMessage`.
    TypeName
    /// The name of an enum's variant: `ToolCalls`.
    VariantName
    /// The name of a field, argument or setter: `num_samples`.
    FieldName
    /// The name of a method on the client: `chat_experiment`.
    MethodName
    /// The name of a module: `chats`.
    ModuleName
    /// The stem of a file, distinct on disks that ignore case: `chat_message`.
    FileStem
}

impl TypeName {
    /// A type name from any text.
    pub fn new(wire: &str) -> Self {
        let camel = camel(wire, "Type");
        let rust = if TAKEN_TYPES.contains(&camel.as_str()) {
            format!("{camel}Value")
        } else {
            camel
        };
        Self {
            rust: rust.into(),
            wire: wire.into(),
        }
    }
}

impl VariantName {
    /// A variant name from any text; symbols that are the whole of a word are spelt out.
    pub fn new(wire: &str) -> Self {
        let rust = match camel(wire, "Empty") {
            name if name == "Self" => "SelfValue".to_owned(),
            name => name,
        };
        Self {
            rust: rust.into(),
            wire: wire.into(),
        }
    }
}

impl FieldName {
    /// A field name from any text.
    pub fn new(wire: &str) -> Self {
        Self {
            rust: snake(wire, "field").into(),
            wire: wire.into(),
        }
    }
}

impl MethodName {
    /// A method name from any text.
    pub fn new(wire: &str) -> Self {
        Self {
            rust: snake(wire, "call").into(),
            wire: wire.into(),
        }
    }
}

impl ModuleName {
    /// A module name from any text.
    pub fn new(wire: &str) -> Self {
        Self {
            rust: snake(wire, "module").into(),
            wire: wire.into(),
        }
    }
}

impl FileStem {
    /// A file stem from any text: never a name that some disk reserves (`con`, `nul`, `mod`).
    pub fn new(wire: &str) -> Self {
        const RESERVED: [&str; 8] = ["con", "prn", "aux", "nul", "mod", "lib", "main", "types"];
        let snake = short(snake(wire, "module"));
        let device = snake.len() == 4
            && (snake.starts_with("com") || snake.starts_with("lpt"))
            && snake.ends_with(|c: char| c.is_ascii_digit());
        let rust = if RESERVED.contains(&snake.as_str()) || device {
            format!("{snake}_")
        } else {
            snake
        };
        Self {
            rust: rust.into(),
            wire: wire.into(),
        }
    }
}

/// A stem that every disk can hold: a long one is cut, and told apart by a number made of it.
fn short(stem: String) -> String {
    const LONGEST: usize = 100;
    if stem.len() <= LONGEST {
        return stem;
    }
    let hash = stem.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{}_{hash:016x}", stem[..LONGEST].trim_end_matches('_'))
}

fn camel(wire: &str, fallback: &str) -> String {
    let text = match plain_words(wire) {
        Some(words) => words.fold(String::with_capacity(wire.len()), capitalised),
        None => speakable(wire).to_upper_camel_case(),
    };
    lead(text, fallback, 'N')
}

/// The text with a word behind it that begins with a capital letter.
fn capitalised(mut text: String, word: &str) -> String {
    let start = text.len();
    text.push_str(word);
    let word = &mut text[start..];
    word.make_ascii_lowercase();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

fn snake(wire: &str, fallback: &str) -> String {
    let text = if is_snake(wire) {
        wire.to_owned()
    } else if let Some(words) = plain_words(wire) {
        words.fold(String::with_capacity(wire.len()), behind)
    } else {
        speakable(wire).to_snake_case()
    };
    let text = lead(text, fallback, 'n');
    if NEVER_RAW.contains(&text.as_str()) {
        format!("{text}_")
    } else {
        text
    }
}

/// Whether a text is what its snake case would be, as the most names of members are.
fn is_snake(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    let is_part = |word: &str| !word.is_empty() && word.bytes().all(is_letter);
    text.split('_').all(is_part)
}

/// The text with a word behind it, in small letters and with a sign between them.
fn behind(mut text: String, word: &str) -> String {
    if !text.is_empty() {
        text.push('_');
    }
    let start = text.len();
    text.push_str(word);
    text[start..].make_ascii_lowercase();
    text
}

/// The words of a text that has ASCII's letters and digits, and beside them signs alone that only part words: most
/// names are like that, and nothing in them is to be looked for. `None` for every other text.
fn plain_words(wire: &str) -> Option<impl Iterator<Item = &str>> {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric();
    let is_sign = |byte: u8| matches!(byte, b'_' | b'-' | b'/' | b'.' | b' ' | b'{' | b'}');
    // A minus in front is a word, as signs are where nothing else is.
    let plain = wire.bytes().all(|byte| is_letter(byte) || is_sign(byte))
        && wire.bytes().any(is_letter)
        && !wire.starts_with('-');
    let parts = move || wire.split(|sign: char| !sign.is_ascii_alphanumeric());
    plain.then(|| parts().flat_map(humps))
}

/// The words of letters and digits that capital letters part: `get`, `HTTP` and `Url` of `getHTTPUrl`.
fn humps(mut letters: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let (word, rest) = letters.split_at(first_hump(letters.as_bytes()));
        letters = rest;
        (!word.is_empty()).then_some(word)
    })
}

/// How long the first of them is: a capital letter begins a word behind a small one, and before a small one if it is
/// not the first of its kind. Digits belong to what they follow.
fn first_hump(letters: &[u8]) -> usize {
    let mut capital = None;
    for (at, pair) in letters.windows(2).enumerate() {
        let before = capital;
        if pair[0].is_ascii_alphabetic() {
            capital = Some(pair[0].is_ascii_uppercase());
        }
        if capital == Some(false) && pair[1].is_ascii_uppercase() {
            return at + 1;
        }
        let goes_on = before == Some(true) && pair[0].is_ascii_uppercase();
        if goes_on && pair[1].is_ascii_lowercase() {
            return at;
        }
    }
    letters.len()
}

/// Puts a letter before a leading digit, and `fallback` where nothing is left.
fn lead(text: String, fallback: &str, letter: char) -> String {
    match text.chars().next() {
        None => fallback.to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{letter}{text}"),
        Some(_) => text,
    }
}

/// Keeps letters and digits; spells out signs that carry meaning of their own.
fn speakable(wire: &str) -> String {
    let bare = !wire.chars().any(char::is_alphanumeric);
    let mut out = String::with_capacity(wire.len());
    let mut previous = None;
    for c in wire.chars() {
        let meaning = sign(c).filter(|_| {
            bare || matches!(c, '+' | '<' | '>' | '=' | '≠' | '*' | '%' | '&')
                || (c == '-' && previous.is_none())
        });
        match meaning {
            Some(word)
                if bare || c != '-' || wire[1..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                out.push(' ');
                out.push_str(word);
                out.push(' ');
            }
            _ if c.is_ascii_alphanumeric() => out.push(c),
            _ if c.is_alphanumeric() => push_foreign(&mut out, c),
            _ if bare && !c.is_ascii() => push_foreign(&mut out, c),
            _ => out.push(' '),
        }
        previous = Some(c);
    }
    out
}

/// Letters of other scripts and pictures are written in ASCII: identifiers that look alike would
/// draw the compiler's warnings.
fn push_foreign(out: &mut String, c: char) {
    let ascii = any_ascii::any_ascii_char(c);
    if ascii.is_empty() {
        let _ = write!(out, " u{:x} ", u32::from(c));
    } else {
        out.extend(
            ascii
                .chars()
                .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }),
        );
    }
}

fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '+' => "plus",
        '-' => "minus",
        '*' => "star",
        '/' => "slash",
        '%' => "percent",
        '=' => "equal",
        '≠' => "not equal",
        '<' => "less",
        '>' => "greater",
        '≤' => "less or equal",
        '≥' => "greater or equal",
        '!' => "not",
        '~' => "tilde",
        '&' => "and",
        '|' => "or",
        '^' => "caret",
        '.' => "dot",
        ',' => "comma",
        ':' => "colon",
        ';' => "semicolon",
        '?' => "question",
        '@' => "at",
        '#' => "hash",
        '$' => "dollar",
        '_' => "underscore",
        '\'' => "quote",
        '"' => "double quote",
        '`' => "backtick",
        '\\' => "backslash",
        '(' => "open",
        ')' => "close",
        '[' => "open bracket",
        ']' => "close bracket",
        '{' => "open brace",
        '}' => "close brace",
        ' ' => "space",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{FileStem, behind, capitalised, is_snake, plain_words, speakable};
    use heck::{ToSnakeCase, ToUpperCamelCase};

    /// The short ways for plain names lead where the long one does.
    #[test]
    fn plain_names_are_cased_like_others() {
        let mut texts = vec![String::new()];
        for _ in 0..5 {
            let longer = texts.iter().flat_map(|text| {
                let more = "abAB2_-/. {}".chars();
                more.map(move |letter| format!("{text}{letter}"))
            });
            texts = longer.collect();
            for text in &texts {
                let whole = speakable(text);
                if let Some(words) = plain_words(text) {
                    let camel = words.fold(String::new(), capitalised);
                    assert_eq!(camel, whole.to_upper_camel_case(), "{text:?}");
                }
                if let Some(words) = plain_words(text) {
                    let snake = words.fold(String::new(), behind);
                    assert_eq!(snake, whole.to_snake_case(), "{text:?}");
                }
                if is_snake(text) {
                    assert_eq!(*text, whole.to_snake_case());
                }
            }
        }
    }

    #[test]
    fn stems_fit_on_every_disk() {
        assert_eq!(FileStem::new("ChatMessage").as_str(), "chat_message");
        assert_eq!(FileStem::new("CON").as_str(), "con_");
        assert_eq!(FileStem::new("lpt1").as_str(), "lpt1_");
        let long = FileStem::new(&"word ".repeat(100));
        assert!(long.as_str().len() <= 120 && long.as_str().starts_with("word_word_"));
        assert_ne!(long, FileStem::new(&"word ".repeat(101)));
    }
}
