//! Holds a document against the keyword ledger: every node of it, in document order, all findings at once.

use super::keywords::{Effect, Holds, Keyword, Object};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::nearest::nearest;
use crate::pointer::Pointer;
use crate::source::{Document, FileId, Node, Place, RefError};
use foldhash::{HashMap, HashSet};

/// Judges the form of `document`.
///
/// `strict` is for a document of one's own: there a keyword that nobody knows
/// is an error, since it is a misspelling or a wish that would go unheard. In
/// a foreign document it is a warning.
pub fn check(document: &Document, strict: bool) -> Report {
    let mut checker = Checker {
        document,
        strict,
        report: Report::new(),
        seen: HashSet::default(),
        queue: Vec::new(),
        refs: HashMap::default(),
        meant: HashMap::default(),
        ledger: Object::ALL
            .into_iter()
            .flat_map(|object| {
                object
                    .keywords()
                    .iter()
                    .map(move |keyword| ((object, keyword.name), keyword))
            })
            .collect(),
    };
    let root = document.root();
    checker.object(&Trail::Root(FileId::ROOT), root.node, Object::Document);
    while let Some((place, node, object)) = checker.queue.pop() {
        checker.object(&Trail::Far(&place), node, object);
    }
    checker.report
}

/// The way to a node, kept on the stack: a pointer is made only where a finding needs one.
enum Trail<'a> {
    Root(FileId),
    Far(&'a Place),
    Member(&'a Trail<'a>, &'a str),
    Element(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    fn place(&self) -> Place {
        match self {
            Self::Root(file) => Place {
                file: *file,
                pointer: Pointer::root(),
            },
            Self::Far(place) => (*place).clone(),
            Self::Member(parent, key) => parent.place().child(*key),
            Self::Element(parent, index) => parent.place().child(index.to_string()),
        }
    }

    fn file(&self) -> FileId {
        match self {
            Self::Root(file) => *file,
            Self::Far(place) => place.file,
            Self::Member(parent, _) | Self::Element(parent, _) => parent.file(),
        }
    }
}

struct Checker<'d> {
    document: &'d Document,
    strict: bool,
    report: Report,
    /// Objects of other files that were looked at.
    seen: HashSet<(Place, Object)>,
    /// Objects of other files that wait to be looked at.
    queue: Vec<(Place, &'d Node, Object)>,
    /// References that were found good, so that each is followed once.
    refs: HashMap<(FileId, &'d str), Object>,
    /// What unknown keywords were probably meant to be: many objects have the same ones.
    meant: HashMap<(Object, &'d str), Option<&'static str>>,
    /// The keywords of every kind of object.
    ledger: HashMap<(Object, &'d str), &'static Keyword>,
}

impl<'d> Checker<'d> {
    fn object(&mut self, trail: &Trail<'_>, node: &'d Node, object: Object) {
        match node {
            Node::Map(members) => self.members(trail, members, object),
            Node::Null => self.warn(
                trail,
                Code::EmptyValue,
                format!("{} is empty", object.title()),
            ),
            Node::Bool(_) if matches!(object, Object::Schema | Object::XFernStreaming) => {}
            Node::Str(_) if object == Object::Discriminator && !self.strict => {
                let message = "in OpenAPI 3 a discriminator is an object; the string is read as its `propertyName`";
                self.warn(trail, Code::WrongKind, message.to_owned());
            }
            _ => self.error(
                trail,
                Code::WrongKind,
                format!(
                    "{} is an object, but this is {}",
                    object.title(),
                    article(node)
                ),
                None,
            ),
        }
    }

    fn members(&mut self, trail: &Trail<'_>, members: &'d [(Box<str>, Node)], object: Object) {
        match object {
            Object::Paths => return self.paths(trail, members),
            Object::Responses => return self.responses(trail, members),
            _ => {}
        }
        if let Some(reference) = reference(members)
            && object.keyword("$ref").is_some()
        {
            self.reference(&Trail::Member(trail, "$ref"), reference, object);
            if !matches!(object, Object::Schema | Object::PathItem) {
                return;
            }
        }
        for (key, node) in members {
            self.member(&Trail::Member(trail, key), key, node, object);
        }
        for keyword in object.keywords().iter().filter(|keyword| keyword.mandatory) {
            if !members.iter().any(|(key, _)| **key == *keyword.name) {
                self.missing(trail, keyword.name, object);
            }
        }
        match object {
            Object::Document => self.entry_points(trail, members),
            Object::SecurityScheme => self.flows(trail, members),
            _ => {}
        }
    }

    fn entry_points(&mut self, trail: &Trail<'_>, members: &[(Box<str>, Node)]) {
        let has = |name: &str| members.iter().any(|(key, _)| &**key == name);
        if !has("paths") && !has("webhooks") && !has("components") {
            self.missing(trail, "paths", Object::Document);
        }
    }

    fn flows(&mut self, trail: &Trail<'_>, members: &[(Box<str>, Node)]) {
        let get = |name: &str| {
            members
                .iter()
                .find_map(|(key, node)| (&**key == name).then_some(node))
        };
        if get("type").and_then(Node::as_str) == Some("oauth2") && get("flows").is_none() {
            self.missing(trail, "flows", Object::SecurityScheme);
        }
    }

    fn missing(&mut self, trail: &Trail<'_>, name: &str, object: Object) {
        let message = format!("{} has no `{name}`", object.title());
        self.error(
            trail,
            Code::MissingKeyword,
            message,
            Some(format!("add `{name}`")),
        );
    }

    fn member(&mut self, trail: &Trail<'_>, key: &'d str, node: &'d Node, object: Object) {
        match self.ledger.get(&(object, key)) {
            Some(keyword) => self.value(trail, node, keyword),
            None => self.unknown(trail, key, object),
        }
    }

    fn unknown(&mut self, trail: &Trail<'_>, key: &'d str, object: Object) {
        let extension = key.starts_with("x-");
        if extension && !self.strict {
            return;
        }
        let near = *self
            .meant
            .entry((object, key))
            .or_insert_with(|| meant(key, object));
        if extension && near.is_none() {
            return;
        }
        let help = near.map(|near| format!("did you mean `{near}`?"));
        let message = format!("{} has no keyword `{key}`", object.title());
        let severity = if self.strict {
            Severity::Error
        } else {
            Severity::Warning
        };
        self.report.push(
            Diagnostic::new(severity, Code::UnknownKeyword, trail.place(), message)
                .at_key()
                .maybe_help(help),
        );
    }

    fn value(&mut self, trail: &Trail<'_>, node: &'d Node, keyword: &'static Keyword) {
        if *node == Node::Null && !matches!(keyword.holds, Holds::Anything) {
            let message = format!(
                "`{}` is empty and is read as if it were not there",
                keyword.name
            );
            return self.warn(trail, Code::EmptyValue, message);
        }
        match keyword.effect {
            Effect::Noted(_) => return,
            Effect::Refused(instead) => {
                let message = format!("`{}` is a keyword of Swagger 2", keyword.name);
                return self.error_at_key(
                    trail,
                    Code::UnknownKeyword,
                    message,
                    Some(instead.to_owned()),
                );
            }
            Effect::Used | Effect::Documented => {}
        }
        match keyword.holds {
            Holds::One(object) => self.object(trail, node, object),
            Holds::SchemaOrFlag if matches!(node, Node::Map(_)) => {
                self.object(trail, node, Object::Schema);
            }
            Holds::List(object) if matches!(node, Node::List(_)) => {
                for (index, element) in node.elements().iter().enumerate() {
                    self.object(&Trail::Element(trail, index), element, object);
                }
            }
            Holds::Map(object) if matches!(node, Node::Map(_)) => {
                for (key, member) in node.members() {
                    let trail = Trail::Member(trail, key);
                    if matches!(
                        &trail,
                        Trail::Member(
                            Trail::Member(Trail::Member(Trail::Root(_), "components"), _),
                            _
                        )
                    ) {
                        self.component_name(&trail, key);
                    }
                    self.object(&trail, member, object);
                }
            }
            holds if !fits(node, holds) => self.misfit(trail, node, keyword),
            _ => {}
        }
    }

    fn component_name(&mut self, trail: &Trail<'_>, name: &str) {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        if name.is_empty() || !name.chars().all(plain) {
            let message = format!("`{name}` is no name for a component");
            let help = "write letters, digits, `.`, `-` and `_` only";
            let severity = if self.strict {
                Severity::Error
            } else {
                Severity::Warning
            };
            self.report.push(
                Diagnostic::new(severity, Code::ComponentName, trail.place(), message)
                    .at_key()
                    .help(help),
            );
        }
    }

    fn misfit(&mut self, trail: &Trail<'_>, node: &Node, keyword: &Keyword) {
        let message = format!(
            "`{}` is {}, but this is {}",
            keyword.name,
            wanted(keyword.holds),
            article(node)
        );
        if is_understood(node, keyword) && !self.strict {
            self.warn(trail, Code::WrongKind, message);
        } else {
            self.error(trail, Code::WrongKind, message, None);
        }
    }

    fn paths(&mut self, trail: &Trail<'_>, members: &'d [(Box<str>, Node)]) {
        for (key, node) in members {
            let trail = Trail::Member(trail, key);
            if key.starts_with('/') {
                self.object(&trail, node, Object::PathItem);
            } else if !key.starts_with("x-") {
                let message = format!("the path `{key}` does not start with `/`");
                self.error_at_key(
                    &trail,
                    Code::PathTemplate,
                    message,
                    Some(format!("write `/{key}`")),
                );
            }
        }
    }

    fn responses(&mut self, trail: &Trail<'_>, members: &'d [(Box<str>, Node)]) {
        for (key, node) in members {
            let trail = Trail::Member(trail, key);
            if super::status::parse(key).is_some() {
                self.object(&trail, node, Object::Response);
            } else if !key.starts_with("x-") {
                let message = format!("`{key}` is no HTTP status");
                let help = "write a status such as `200`, a class such as `4XX`, or `default`";
                self.error_at_key(&trail, Code::StatusKey, message, Some(help.to_owned()));
            }
        }
    }

    fn reference(&mut self, trail: &Trail<'_>, reference: &'d str, object: Object) {
        let file = trail.file();
        if self.refs.get(&(file, reference)) == Some(&object) {
            return;
        }
        match self.document.resolve(file, reference) {
            Ok(site) => {
                self.refs.insert((file, reference), object);
                if site.place.file != FileId::ROOT && self.seen.insert((site.place.clone(), object))
                {
                    self.queue.push((site.place, site.node, object));
                }
            }
            Err(error) => self.broken(trail, reference, &error),
        }
    }

    fn broken(&mut self, trail: &Trail<'_>, reference: &str, error: &RefError) {
        self.report.push(error.diagnostic(reference, trail.place()));
    }

    fn warn(&mut self, trail: &Trail<'_>, code: Code, message: String) {
        self.report
            .push(Diagnostic::warning(code, trail.place(), message));
    }

    fn error(&mut self, trail: &Trail<'_>, code: Code, message: String, help: Option<String>) {
        self.report
            .push(Diagnostic::error(code, trail.place(), message).maybe_help(help));
    }

    fn error_at_key(
        &mut self,
        trail: &Trail<'_>,
        code: Code,
        message: String,
        help: Option<String>,
    ) {
        self.report.push(
            Diagnostic::error(code, trail.place(), message)
                .at_key()
                .maybe_help(help),
        );
    }
}

/// The keyword that an unknown one was probably meant to be.
fn meant(key: &str, object: Object) -> Option<&'static str> {
    let known = object.keywords().iter().map(|keyword| keyword.name);
    nearest(key, known).filter(|near| key.starts_with("x-") == near.starts_with("x-"))
}

fn reference(members: &[(Box<str>, Node)]) -> Option<&str> {
    members
        .iter()
        .find_map(|(key, node)| (&**key == "$ref").then(|| node.as_str()).flatten())
}

/// Whether a value of the wrong kind leaves no doubt about what is meant, or decides nothing.
fn is_understood(node: &Node, keyword: &Keyword) -> bool {
    let scalar = |node: &Node| !matches!(node, Node::Null | Node::List(_) | Node::Map(_));
    match (keyword.name, keyword.holds) {
        _ if keyword.effect == Effect::Documented => true,
        // OpenAPI 2 had a boolean here.
        ("required", Holds::Words) => matches!(node, Node::Bool(_)),
        ("required", Holds::Flag) => matches!(node.as_str(), Some("true" | "false")),
        // The port of a server, without quotes.
        ("openapi" | "default", Holds::Word) => scalar(node),
        ("enum", Holds::Words) => node.elements().iter().all(scalar),
        _ => false,
    }
}

fn fits(node: &Node, holds: Holds) -> bool {
    let words = |node: &Node| {
        matches!(node, Node::List(_)) && node.elements().iter().all(|word| word.as_str().is_some())
    };
    match holds {
        Holds::Word | Holds::Prose => matches!(node, Node::Str(_)),
        Holds::Flag => matches!(node, Node::Bool(_)),
        Holds::Count => node.as_int().is_some_and(|count| count >= 0),
        Holds::Number => node.as_f64().is_some(),
        Holds::NumberOrFlag => node.as_f64().is_some() || node.as_bool().is_some(),
        Holds::WordOrWords => node.as_str().is_some() || words(node),
        Holds::Words => words(node),
        Holds::WordMap => {
            matches!(node, Node::Map(_))
                && node
                    .members()
                    .iter()
                    .all(|(_, word)| word.as_str().is_some())
        }
        Holds::WordGroups => {
            words(node) || (matches!(node, Node::List(_)) && node.elements().iter().all(words))
        }
        Holds::Anything => true,
        Holds::Values | Holds::List(_) | Holds::Requirements => matches!(node, Node::List(_)),
        Holds::One(_) | Holds::Map(_) => matches!(node, Node::Map(_)),
        Holds::SchemaOrFlag => matches!(node, Node::Map(_) | Node::Bool(_)),
    }
}

const fn wanted(holds: Holds) -> &'static str {
    match holds {
        Holds::Word | Holds::Prose => "a string",
        Holds::Flag => "`true` or `false`",
        Holds::Count => "a whole number from 0 up",
        Holds::Number => "a number",
        Holds::NumberOrFlag => "a number or a boolean",
        Holds::WordOrWords => "a string or a list of strings",
        Holds::Words => "a list of strings",
        Holds::WordMap => "a map of strings",
        Holds::WordGroups => "a list of property names, or a list of such lists",
        Holds::Anything => "anything",
        Holds::Values | Holds::List(_) | Holds::Requirements => "a list",
        Holds::One(_) | Holds::Map(_) => "an object",
        Holds::SchemaOrFlag => "a schema or a boolean",
    }
}

fn article(node: &Node) -> String {
    match node {
        Node::Null => "null".to_owned(),
        Node::List(_) | Node::Map(_) | Node::Int(_) => {
            format!("an {}", node.kind())
        }
        Node::Bool(_) | Node::Number(_) | Node::Str(_) => format!("a {}", node.kind()),
    }
}
