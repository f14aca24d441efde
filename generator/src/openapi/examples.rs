//! The examples of a document, each held against the schema it is an example of.

use std::collections::HashSet;

use super::keywords::{Effect, Holds, Object};
use super::validate::{Direction, Misfit, misfits};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::{Document, Node, Place, Site};

/// How many misfits of one example are reported.
const SHOWN: usize = 5;

/// Judges every example of bodies, answers, events, parameters and schemas.
///
/// `severity` is what a misfit is: an error in a document of one's own.
/// Schemas of media types that are no JSON say nothing about the text of their examples.
pub fn check_examples(document: &Document, severity: Severity) -> Report {
    let mut walk = Walk {
        document,
        severity,
        report: Report::new(),
        seen: HashSet::new(),
    };
    walk.object(&document.root(), Object::Document, Direction::Unknown);
    walk.report
}

struct Walk<'d> {
    document: &'d Document,
    severity: Severity,
    report: Report,
    /// Objects of other files that were looked at, by the way they travel.
    seen: HashSet<(Place, Direction)>,
}

impl<'d> Walk<'d> {
    fn object(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        let direction = match object {
            Object::RequestBody | Object::Parameter => Direction::Request,
            Object::Response => Direction::Response,
            _ => direction,
        };
        if let Some(target) = self.elsewhere(site)
            && self.seen.insert((target.place.clone(), direction))
        {
            self.object(&target, object, direction);
        }
        match object {
            Object::Paths => return self.each(site, Object::PathItem, direction),
            Object::Responses => return self.each(site, Object::Response, direction),
            Object::MediaType | Object::Parameter | Object::Header => {
                if let Some(schema) = site.get("schema").or_else(|| site.get("itemSchema"))
                    && judged(site, object)
                {
                    self.examples(site, &schema, direction);
                }
            }
            Object::Schema => self.examples(site, site, Direction::Unknown),
            _ => {}
        }
        self.descend(site, object, direction);
    }

    fn each(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        for (key, member) in site.members() {
            if !key.starts_with("x-") {
                self.object(&member, object, direction);
            }
        }
    }

    fn descend(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        for (key, member) in site.members() {
            let keyword = object.keyword(key);
            let Some(keyword) = keyword.filter(|it| !matches!(it.effect, Effect::Noted(_))) else {
                continue;
            };
            match keyword.holds {
                Holds::One(inner) => self.object(&member, inner, direction),
                Holds::SchemaOrFlag => self.object(&member, Object::Schema, direction),
                Holds::Map(Object::Example) => {}
                Holds::Map(inner) => self.each_named(&member, inner, direction),
                Holds::List(inner) => {
                    for element in member.elements() {
                        self.object(&element, inner, direction);
                    }
                }
                _ => {}
            }
        }
    }

    fn each_named(&mut self, site: &Site<'d>, object: Object, direction: Direction) {
        for (_, member) in site.members() {
            self.object(&member, object, direction);
        }
    }

    /// What a `$ref` leads to, when that is in a file that no other walk comes by.
    fn elsewhere(&self, site: &Site<'d>) -> Option<Site<'d>> {
        let reference = site.node.get("$ref")?.as_str()?;
        let target = self.document.resolve(site.place.file, reference).ok()?;
        (target.place.file != self.document.root().place.file).then_some(target)
    }

    /// The examples at `site`, held against `schema`.
    fn examples(&mut self, site: &Site<'d>, schema: &Site<'d>, direction: Direction) {
        if let Some(value) = site.get("example") {
            self.judge("the example", &value, schema, direction);
        }
        let Some(examples) = site.get("examples") else {
            return;
        };
        // OpenAPI 3.1 lets a schema have a plain list of them.
        for value in examples.elements() {
            self.judge("the example", &value, schema, direction);
        }
        if site.place == schema.place {
            return;
        }
        for (name, example) in examples.members() {
            let example = self.followed(example);
            let value = example.get("value").or_else(|| example.get("dataValue"));
            if let Some(value) = value {
                self.judge(&format!("the example `{name}`"), &value, schema, direction);
            }
        }
    }

    fn followed(&self, example: Site<'d>) -> Site<'d> {
        let reference = example.node.get("$ref").and_then(Node::as_str);
        reference
            .and_then(|reference| self.document.resolve(example.place.file, reference).ok())
            .unwrap_or(example)
    }

    fn judge(&mut self, what: &str, value: &Site<'d>, schema: &Site<'d>, direction: Direction) {
        let found = misfits(self.document, schema, value, direction);
        for misfit in found.into_iter().take(SHOWN) {
            let Misfit {
                place,
                message,
                schema,
            } = misfit;
            let message = format!("{what} does not fit its schema: {message}");
            self.report.push(
                Diagnostic::new(self.severity, Code::Example, place, message)
                    .related(schema, "the schema that says so"),
            );
        }
    }
}

/// Whether the schema at `site` speaks of the values of its examples themselves.
fn judged(site: &Site<'_>, object: Object) -> bool {
    if object != Object::MediaType {
        return true;
    }
    let media = site.place.pointer.last().unwrap_or_default();
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/x-www-form-urlencoded")
        || essence.eq_ignore_ascii_case("text/event-stream")
        || essence.starts_with("multipart/")
        || essence.ends_with("json")
        || essence.ends_with("jsonl")
}
