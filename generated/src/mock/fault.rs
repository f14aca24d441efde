//! What can go wrong between a client and a server, by name.

use std::fmt;
use std::str::FromStr;

/// Something that goes wrong.
///
/// A stream breaks behind its first event, or where [`fault_after`](super::Script::fault_after) says; a whole answer
/// in the middle of its body. [`ALL`](Self::ALL) lists them, and each has a [`name`](Self::name): a request with the
/// header `x-mock-fault: reset`, or `x-mock-fault: reset@2`, asks for one from any language; it needs no script, and
/// takes no step of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing more comes, and the connection stays open.
    Stall,
    /// The connection is reset.
    Reset,
    /// The connection ends regularly in the middle of a chunk, or before the promised length.
    Cut,
    /// No answer comes, and the connection stays open.
    Silence,
    /// The connection ends before an answer.
    Close,
    /// The answer (413) comes before the body of the request is read, and the connection ends.
    Early,
    /// A redirect (307) to another host.
    Redirect,
    /// An answer that says it is compressed, and is not.
    Compressed,
    /// An HTML page (200) instead of the answer.
    Html,
    /// A success without a body, or a stream without an event.
    Empty,
    /// One event, or the answer, is no JSON; a stream goes on.
    NotJson,
    /// One event, or the answer, is JSON of another form; a stream goes on.
    OtherForm,
    /// One event, or the answer, is not UTF-8; a stream goes on.
    NotUtf8,
    /// Members and words that the schema does not know. No fault, and no client may mind.
    Novelties,
    /// The answer comes byte by byte. No fault.
    Bytewise,
    /// A whole answer instead of a stream.
    JsonInstead,
    /// A stream without a content type. No fault.
    NoContentType,
    /// The stream ends regularly in the middle of an event.
    Unfinished,
    /// The stream ends regularly behind an event without its blank line.
    NoBlankLine,
    /// The stream ends regularly, and no sample says why it ended.
    NoFinish,
    /// An event named `error` ends the stream.
    ErrorEvent,
    /// An event with the member `error` ends the stream.
    ErrorObject,
    /// An event with the member `detail` ends the stream.
    DetailObject,
    /// `[DONE]` comes, and an event behind it that must not count.
    Done,
    /// Comments, pings and empty events between the events. No fault.
    KeepAlive,
    /// Comments without end.
    OnlyComments,
    /// A line without end.
    EndlessLine,
    /// An event of lines without end.
    EndlessEvent,
    /// A comment without end.
    EndlessComment,
    /// Lines end with CR alone. No fault.
    CarriageReturns,
    /// A byte-order mark stands before the stream. No fault.
    ByteOrderMark,
}

impl Fault {
    /// Every fault.
    pub const ALL: [Self; 31] = [
        Self::Stall,
        Self::Reset,
        Self::Cut,
        Self::Silence,
        Self::Close,
        Self::Early,
        Self::Redirect,
        Self::Compressed,
        Self::Html,
        Self::Empty,
        Self::NotJson,
        Self::OtherForm,
        Self::NotUtf8,
        Self::Novelties,
        Self::Bytewise,
        Self::JsonInstead,
        Self::NoContentType,
        Self::Unfinished,
        Self::NoBlankLine,
        Self::NoFinish,
        Self::ErrorEvent,
        Self::ErrorObject,
        Self::DetailObject,
        Self::Done,
        Self::KeepAlive,
        Self::OnlyComments,
        Self::EndlessLine,
        Self::EndlessEvent,
        Self::EndlessComment,
        Self::CarriageReturns,
        Self::ByteOrderMark,
    ];

    /// Its name: `no-blank-line`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stall => "stall",
            Self::Reset => "reset",
            Self::Cut => "cut",
            Self::Silence => "silence",
            Self::Close => "close",
            Self::Early => "early",
            Self::Redirect => "redirect",
            Self::Compressed => "compressed",
            Self::Html => "html",
            Self::Empty => "empty",
            Self::NotJson => "not-json",
            Self::OtherForm => "other-form",
            Self::NotUtf8 => "not-utf8",
            Self::Novelties => "novelties",
            Self::Bytewise => "bytewise",
            Self::JsonInstead => "json-instead",
            Self::NoContentType => "no-content-type",
            Self::Unfinished => "unfinished",
            Self::NoBlankLine => "no-blank-line",
            Self::NoFinish => "no-finish",
            Self::ErrorEvent => "error-event",
            Self::ErrorObject => "error-object",
            Self::DetailObject => "detail-object",
            Self::Done => "done",
            Self::KeepAlive => "keep-alive",
            Self::OnlyComments => "only-comments",
            Self::EndlessLine => "endless-line",
            Self::EndlessEvent => "endless-event",
            Self::EndlessComment => "endless-comment",
            Self::CarriageReturns => "carriage-returns",
            Self::ByteOrderMark => "byte-order-mark",
        }
    }

    /// Whether it makes sense in streams alone; in a whole answer it does nothing.
    pub fn is_of_streams(self) -> bool {
        let shared = [
            Self::Stall,
            Self::Reset,
            Self::Cut,
            Self::Silence,
            Self::Close,
            Self::Early,
            Self::Redirect,
            Self::Compressed,
            Self::Html,
            Self::Empty,
            Self::NotJson,
            Self::OtherForm,
            Self::NotUtf8,
            Self::Novelties,
            Self::Bytewise,
        ];
        !shared.contains(&self)
    }

    /// Whether a client must deliver everything all the same, without an error.
    pub fn is_harmless(self) -> bool {
        let harmless = [
            Self::Novelties,
            Self::Bytewise,
            Self::NoContentType,
            Self::NoFinish,
            Self::Done,
            Self::KeepAlive,
            Self::CarriageReturns,
            Self::ByteOrderMark,
        ];
        harmless.contains(&self)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Fault {
    type Err = UnknownFault;

    fn from_str(name: &str) -> Result<Self, UnknownFault> {
        let found = Self::ALL.into_iter().find(|fault| fault.name() == name);
        found.ok_or_else(|| UnknownFault(name.to_owned()))
    }
}

/// A name that no [`Fault`] has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownFault(String);

impl fmt::Display for UnknownFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no fault is called `{}`; there are ",
            self.0.escape_debug()
        )?;
        for (index, fault) in Fault::ALL.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownFault {}

#[cfg(test)]
mod tests {
    use super::Fault;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_distinct_and_lead_back() {
        let names: BTreeSet<_> = Fault::ALL.iter().map(|fault| fault.name()).collect();
        assert_eq!(names.len(), Fault::ALL.len());
        for fault in Fault::ALL {
            assert_eq!(fault.name().parse(), Ok(fault));
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = "rest".parse::<Fault>().unwrap_err().to_string();
        assert!(
            error.contains("`rest`") && error.contains("reset"),
            "{error}"
        );
    }
}
