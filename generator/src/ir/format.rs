//! Formats of strings that have a Rust type of their own, a row each. What a value of one looks like is
//! judged where examples are.

use std::fmt;

/// A format of strings, and what it is in Rust.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Format {
    /// The words of `format` that name it; the first is its own.
    pub words: &'static [&'static str],
    /// Its type: a path into a crate, or the name of one of the runtime's types.
    pub rust: &'static str,
    /// What the variant of a union is called that holds it.
    pub label: &'static str,
    /// A value of it, as it stands in JSON.
    pub sample: &'static str,
    /// Whether the type is `Copy + Ord + Default`, as the key that tells samples apart must be.
    pub is_key: bool,
    /// Whether an argument that is only looked at is passed by reference.
    pub by_reference: bool,
    /// Whether the type converts into `String`.
    pub into_string: bool,
}

/// Every one of them.
pub const FORMATS: &[Format] = &[
    Format {
        words: &["date-time"],
        rust: "jiff::Timestamp",
        label: "DateTime",
        sample: "2024-07-19T14:20:00Z",
        ..PLAIN
    },
    Format {
        words: &["date"],
        rust: "jiff::civil::Date",
        label: "Date",
        sample: "2024-07-19",
        ..PLAIN
    },
    Format {
        words: &["time"],
        rust: "jiff::civil::Time",
        label: "Time",
        sample: "14:20:00",
        ..PLAIN
    },
    Format {
        words: &["duration"],
        rust: "Duration",
        label: "Duration",
        sample: "PT12H25M",
        ..PLAIN
    },
    Format {
        words: &["uuid"],
        rust: "uuid::Uuid",
        label: "Uuid",
        sample: "67e55044-10b1-426f-9247-bb680e5fe0c8",
        is_key: true,
        into_string: true,
        ..PLAIN
    },
    Format {
        words: &["uri"],
        rust: "url::Url",
        label: "Uri",
        sample: "https://example.com/",
        by_reference: true,
        into_string: true,
        ..PLAIN
    },
];

/// What most of them have in common: a `Copy` type that is passed by value.
const PLAIN: Format = Format {
    words: &[],
    rust: "",
    label: "",
    sample: "",
    is_key: false,
    by_reference: false,
    into_string: false,
};

impl Format {
    /// The format that a word of `format` names.
    pub fn named(word: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.words.contains(&word))
    }

    /// The name of its type, without the path.
    pub fn type_name(&self) -> &'static str {
        self.rust.rsplit("::").next().unwrap_or(self.rust)
    }

    /// Whether its type comes from a crate; the runtime has it otherwise.
    pub fn is_foreign(&self) -> bool {
        self.rust.contains("::")
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.label)
    }
}
