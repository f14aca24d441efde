//! What a command comes to: an exit code, or the reason why there is no answer.

use std::fmt;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// What a command returns.
pub(crate) type Answer = Result<Verdict, Trouble>;

/// What a command found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The answer is yes.
    Yes,
    /// The answer is no, and the text that was printed says why.
    No,
    /// What another program answered.
    Code(u8),
}

impl Verdict {
    /// Yes or no.
    pub(crate) const fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Yes => Self::SUCCESS,
            Verdict::No => Self::from(1),
            Verdict::Code(code) => Self::from(code),
        }
    }
}

/// Why a question could not be asked: exit code 2.
#[derive(Debug)]
pub(crate) struct Trouble(String);

impl Trouble {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// What the disk or the system said of a file or program.
    pub(crate) fn at(path: &Path, error: &io::Error) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<generator::output::OutputError> for Trouble {
    fn from(error: generator::output::OutputError) -> Self {
        Self(error.to_string())
    }
}
