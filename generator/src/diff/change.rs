//! What a change is: its kind, where it stands on both sides, and how much it matters to whom.

/// Which way values travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// From an old client to the new server.
    Request,
    /// From the new server to an old client.
    Response,
}

impl Direction {
    /// The other way.
    pub const fn reversed(self) -> Self {
        match self {
            Self::Request => Self::Response,
            Self::Response => Self::Request,
        }
    }
}

/// What a change does to those who talk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Nobody notices, or everybody copes.
    #[default]
    Compatible,
    /// It cannot be decided, or behaviour changes without the contract doing so.
    Judge,
    /// An old client fails.
    Breaking,
}

impl Level {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::Judge => "judge",
            Self::Breaking => "breaking",
        }
    }
}

/// What callers of the generated crate have to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bump {
    /// Nothing, and nothing they see has changed.
    #[default]
    None,
    /// Nothing; the crate does or says something else.
    Patch,
    /// Nothing; there is something new to use.
    Minor,
    /// Their code may no longer compile.
    Major,
}

impl Bump {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
