//! What a report says: codes, severities, and how a finding is printed beside its source line.

mod render;

use std::fmt;

use crate::pointer::Pointer;
use crate::source::{Document, FileId, Files, Place};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, but the author should look.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word a report starts with.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// Declares [`Code`]: one row per kind of finding, the number never reused.
macro_rules! codes {
    ($($name:ident = $code:literal, $title:literal;)+) => {
        /// The kind of a finding. The list is closed; a code keeps its meaning for ever.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $title] $name,)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as it is printed, for example `E012`.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What findings of this kind have in common, in one sentence.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }
        }
    };
}

// E001 to E019: reading files. E020 to E029: overlays. E030 to E039: keywords. E040 to E059: types.
// E060 to E079, and E080 on: operations.
codes! {
    Unreadable = "E001", "A file cannot be read.";
    Encoding = "E002", "A file is not UTF-8 text.";
    Empty = "E003", "A file holds no document.";
    Syntax = "E004", "A file is not well-formed YAML or JSON.";
    ManyDocuments = "E005", "A file holds more than one YAML document.";
    TooDeep = "E006", "A document is nested too deeply.";
    TooLarge = "E007", "A document is larger than what is allowed.";
    DuplicateKey = "E008", "A mapping holds one key twice.";
    UnsupportedYaml = "E009", "A YAML construct has no counterpart in an OpenAPI document.";
    NotADocument = "E010", "A file is not an OpenAPI document.";
    Version = "E011", "The version of a document is not supported.";
    DanglingReference = "E012", "A `$ref` points to nothing.";
    MalformedReference = "E013", "A `$ref` is not a JSON pointer.";
    OutsideReference = "E014", "A `$ref` leaves the folder of the document.";
    RemoteReference = "E015", "A `$ref` points into the network.";
    MissingFile = "E016", "A `$ref` names a file that cannot be read.";
    Overlay = "E020", "An overlay document is malformed.";
    OverlayTarget = "E021", "The target of an overlay action matches nothing.";
    UnknownKeyword = "E030", "A keyword is not known.";
    WrongKind = "E031", "A keyword holds a value of the wrong kind.";
    MissingKeyword = "E032", "A keyword is missing.";
    EmptyValue = "E033", "A keyword stands there without a value.";
    PathTemplate = "E034", "A path template is malformed.";
    StatusKey = "E035", "A key of `responses` is no HTTP status.";
    ComponentName = "E036", "A component has a name that OpenAPI does not allow.";
    CyclicReference = "E040", "A schema contains itself in a way that no type can.";
    Contradiction = "E041", "Joined schemas leave no value.";
    NameClash = "E042", "Two names of the document fall on one Rust name.";
    UnknownProperty = "E043", "A rule names a property that does not exist.";
    NotTyped = "E044", "A rule of the schema has no counterpart in a type.";
    Endless = "E045", "A required member contains itself without end.";
    Example = "E050", "An example does not fit its schema.";
    Misread = "E060", "An object cannot be read.";
    DuplicateOperation = "E061", "Two operations have one operationId.";
    SamePath = "E062", "Two path templates are the same path.";
    PathParameter = "E063", "A path and its parameters do not agree.";
    DuplicateParameter = "E064", "A parameter is declared twice.";
    ParameterForm = "E065", "A parameter does not say where or how its value is written.";
    IgnoredParameter = "E066", "A parameter has no effect.";
    MediaType = "E067", "A media type is malformed.";
    OddBody = "E068", "A request has a body that may not arrive.";
    PartEncoding = "E069", "The encoding of a member of a body has no effect.";
    NoSuccess = "E070", "No answer of a success is described.";
    OtherAnswer = "E071", "A body or an answer has no type or method of its own.";
    Stream = "E072", "What is said of a stream does not fit the types it speaks of.";
    SharedSwitch = "E073", "A type without its switch is used where no stream can be chosen.";
    SecurityScheme = "E074", "A security scheme is not complete.";
    UnknownScheme = "E075", "A security scheme is not declared.";
    Server = "E076", "A server's URL and its variables do not agree.";
    Tags = "E077", "An operation has more than one tag.";
    Selector = "E078", "A choice of operations takes nothing.";
    Ignored = "E079", "A part of the document has no effect.";
    NoSwitch = "E080", "Nothing says what in a request asks for a stream.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Where a finding points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) place: Place,
    /// Point at the key of the member, not at its value.
    pub(crate) at_key: bool,
    /// The byte offset, where the reader knows it better than the place says.
    pub(crate) offset: Option<usize>,
}

/// Another place that matters for a finding, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Related {
    pub(crate) label: Label,
    pub(crate) message: String,
}

/// One finding about a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
    pub(crate) label: Label,
    pub(crate) related: Vec<Related>,
}

impl Diagnostic {
    /// A finding of a severity that the caller decides.
    pub fn new(severity: Severity, code: Code, place: Place, message: impl Into<String>) -> Self {
        Self {
            code,
            severity,
            message: message.into(),
            help: None,
            label: Label::new(place),
            related: Vec::new(),
        }
    }

    /// A finding that stops the generator.
    pub fn error(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, place, message)
    }

    /// A finding the author should look at.
    pub fn warning(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, place, message)
    }

    /// A finding worth knowing.
    pub fn note(code: Code, place: Place, message: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, place, message)
    }

    /// Points at the key of the member instead of its value.
    pub fn at_key(mut self) -> Self {
        self.label.at_key = true;
        self
    }

    /// Points at a byte of the place's file; for places that have no pointer.
    pub(crate) fn at_offset(mut self, offset: Option<usize>) -> Self {
        self.label.offset = offset;
        self
    }

    /// Says what to write instead.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Adds what to write instead, where that is known.
    pub fn maybe_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// Names another place that matters, for example the first of two equal names.
    pub fn related(self, place: Place, message: impl Into<String>) -> Self {
        self.relate(Label::new(place), message)
    }

    /// Names the key of another place that matters.
    pub fn related_key(self, place: Place, message: impl Into<String>) -> Self {
        let label = Label {
            at_key: true,
            ..Label::new(place)
        };
        self.relate(label, message)
    }

    pub(crate) fn relate(mut self, label: Label, message: impl Into<String>) -> Self {
        self.related.push(Related {
            label,
            message: message.into(),
        });
        self
    }

    /// Where it points to: first the node it is about.
    fn labels(&self) -> impl Iterator<Item = &Label> {
        let related = self.related.iter().map(|related| &related.label);
        std::iter::once(&self.label).chain(related)
    }

    /// The node it is about.
    pub fn place(&self) -> &Place {
        &self.label.place
    }
}

impl Label {
    pub(crate) fn new(place: Place) -> Self {
        Self {
            place,
            at_key: false,
            offset: None,
        }
    }

    /// A byte of a file, for what has no pointer.
    pub(crate) fn offset(file: FileId, offset: Option<usize>) -> Self {
        let pointer = Pointer::root();
        Self {
            place: Place { file, pointer },
            at_key: false,
            offset,
        }
    }
}

/// The findings of one run.
#[derive(Debug, Clone, Default)]
pub struct Report {
    diagnostics: Vec<Diagnostic>,
    files: Option<Files>,
}

impl Report {
    /// A report without findings.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a finding; the order does not matter, a report is printed in document order.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Takes over the findings of another report.
    pub fn append(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
        self.files = self.files.take().or(other.files);
    }

    /// Leaves one of each finding that was made more than once, as walks do that come by a place again.
    pub fn distinct(&mut self) {
        let mut seen = std::collections::HashSet::new();
        self.diagnostics
            .retain(|one| seen.insert((one.code, one.label.place.clone(), one.message.clone())));
    }

    /// The findings in the order they were made.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether there are no findings.
    pub fn is_empty(&self) -> bool {
        self.diagnostics.is_empty()
    }

    /// Whether anything in it stops the generator.
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Keeps the texts of `document`, so that [`Display`](fmt::Display) shows source lines.
    pub fn with_source(mut self, document: &Document) -> Self {
        self.files = Some(document.files().clone());
        self
    }

    pub(crate) fn with_files(mut self, files: Files) -> Self {
        self.files = Some(files);
        self
    }

    /// The report as text: each finding with its source line, in document order.
    pub fn render(&self, document: &Document) -> String {
        render::render(&self.diagnostics, document.files())
    }
}

impl From<Diagnostic> for Report {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostics: vec![diagnostic],
            files: None,
        }
    }
}

impl Extend<Diagnostic> for Report {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, iter: I) {
        self.diagnostics.extend(iter);
    }
}

/// Prints source lines when the report holds its document, and pointers otherwise.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.files {
            Some(files) => f.write_str(&render::render(&self.diagnostics, files)),
            None => f.write_str(&render::render(&self.diagnostics, &Files::default())),
        }
    }
}

impl std::error::Error for Report {}
