//! Holds a value that stands in a document, such as an example, against a schema.

mod format;
mod limit;
mod text;

use super::{Additional, Discriminator, Schema, TypeSet};
use crate::source::{Document, Node, Place, Site};

/// Which way a value travels: it decides what `readOnly` and `writeOnly` mean for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the server: members that are read-only need not be there.
    Request,
    /// From the server: members that are write-only need not be there.
    Response,
    /// Nobody knows: neither need be there.
    Unknown,
}

/// One way in which a value does not fit its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The part of the value.
    pub place: Place,
    /// What is wrong with it, in one line without a full stop.
    pub message: String,
    /// The schema that says so.
    pub schema: Place,
}

/// Everything about `value` that the schema at `schema` does not allow, in the order of the value.
///
/// `pattern` is not judged: regular expressions of other languages would have to be run.
pub fn misfits(
    document: &Document,
    schema: &Site<'_>,
    value: &Site<'_>,
    direction: Direction,
) -> Vec<Misfit> {
    let mut judge = Judge {
        document,
        direction,
        steps: STEPS,
    };
    judge.site(schema, value, 0)
}

/// How many schemas may look at one value: a schema may contain itself.
const DEPTH: usize = 64;
/// How many times any schema may look at any value: choices within choices multiply.
const STEPS: usize = 200_000;

struct Judge<'d> {
    document: &'d Document,
    direction: Direction,
    steps: usize,
}

impl<'d> Judge<'d> {
    /// What the schema at `site` says of `value`; `depth` counts the schemas that look at this value already.
    fn site(&mut self, site: &Site<'_>, value: &Site<'_>, depth: usize) -> Vec<Misfit> {
        if depth > DEPTH || self.steps == 0 {
            return Vec::new();
        }
        self.steps -= 1;
        let schema = Schema::read(site.clone());
        let Some(mut found) = plain(&schema, value) else {
            return Vec::new();
        };
        if found.is_empty() {
            found.extend(self.members(&schema, value));
            found.extend(self.elements(&schema, value));
        }
        found.extend(self.combined(&schema, value, depth));
        found
    }

    fn members(&mut self, schema: &Schema<'_>, value: &Site<'_>) -> Vec<Misfit> {
        if !matches!(value.node, Node::Map(_)) {
            return Vec::new();
        }
        let mut found = self.missing(schema, value);
        found.extend(rules(schema, value));
        for (name, member) in value.members() {
            let known = schema
                .properties
                .iter()
                .find(|(property, _)| *property == name);
            match (known, &schema.additional) {
                (Some((_, property)), _) => found.extend(self.site(property, &member, 0)),
                (None, _) if !schema.patterns.is_empty() => {}
                (None, Additional::Nothing) => {
                    found.push(misfit(
                        schema,
                        &member,
                        format!("`{name}` is no member of it"),
                    ));
                }
                (None, Additional::Of(rest)) => found.extend(self.site(rest, &member, 0)),
                (None, Additional::Unsaid | Additional::Anything(_)) => {}
            }
        }
        found
    }

    /// The required members that are not there, those aside that do not travel this way.
    fn missing(&self, schema: &Schema<'_>, value: &Site<'_>) -> Vec<Misfit> {
        let absent = schema
            .required
            .iter()
            .filter(|name| value.node.get(name).is_none());
        absent
            .filter(|name| self.travels(schema, name))
            .map(|name| misfit(schema, value, format!("`{name}` is missing")))
            .collect()
    }

    fn travels(&self, schema: &Schema<'_>, name: &str) -> bool {
        let property = schema
            .properties
            .iter()
            .find(|(property, _)| *property == name);
        let Some((_, site)) = property else {
            return true;
        };
        let property = Schema::read(site.clone());
        let stays = match self.direction {
            Direction::Request => property.read_only,
            Direction::Response => property.write_only,
            Direction::Unknown => property.read_only || property.write_only,
        };
        !stays
    }

    fn elements(&mut self, schema: &Schema<'_>, value: &Site<'_>) -> Vec<Misfit> {
        let mut found = Vec::new();
        for (index, element) in value.elements().enumerate() {
            if let Some(site) = schema.prefix_items.get(index).or(schema.items.as_ref()) {
                found.extend(self.site(site, &element, 0));
            }
        }
        found
    }

    /// What `$ref`, `allOf`, `oneOf`, `anyOf` and `not` say.
    fn combined(&mut self, schema: &Schema<'_>, value: &Site<'_>, depth: usize) -> Vec<Misfit> {
        let mut found = Vec::new();
        let target = schema
            .reference
            .and_then(|reference| self.resolve(&schema.site, reference));
        for site in target.iter().chain(&schema.all_of) {
            found.extend(self.site(site, value, depth + 1));
        }
        if !schema.any_of.is_empty() {
            found.extend(self.choice(schema, &schema.any_of, value, depth).err());
        }
        if !schema.one_of.is_empty() {
            match self.choice(schema, &schema.one_of, value, depth) {
                Ok(1) => {}
                Ok(count) => found.push(misfit(
                    schema,
                    value,
                    format!("{count} of the alternatives fit, not one"),
                )),
                Err(best) => found.push(best),
            }
        }
        if let Some(not) = &schema.not
            && self.site(not, value, depth + 1).is_empty()
        {
            found.push(misfit(
                schema,
                value,
                "this is ruled out by `not`".to_owned(),
            ));
        }
        found
    }

    fn resolve(&self, site: &Site<'_>, reference: &str) -> Option<Site<'d>> {
        self.document.resolve(site.place.file, reference).ok()
    }

    /// How many of several schemas fit, or what is wrong with the one that comes closest.
    fn choice(
        &mut self,
        schema: &Schema<'_>,
        sites: &[Site<'_>],
        value: &Site<'_>,
        depth: usize,
    ) -> Result<usize, Misfit> {
        if let Some(found) = self.tagged(schema, value, depth) {
            return found.into_iter().next().map_or(Ok(1), Err);
        }
        let mut fitting = 0;
        let mut closest: Option<Misfit> = None;
        for site in sites {
            let found = self.site(site, value, depth + 1);
            match found
                .into_iter()
                .max_by_key(|misfit| misfit.place.pointer.depth())
            {
                None => fitting += 1,
                Some(deepest) => closest = Some(deeper(closest, deepest)),
            }
        }
        match closest {
            Some(misfit) if fitting == 0 => Err(closer(schema, value, misfit)),
            _ => Ok(fitting),
        }
    }

    /// What the schema that the discriminator names says; `None` when it names none.
    fn tagged(
        &mut self,
        schema: &Schema<'_>,
        value: &Site<'_>,
        depth: usize,
    ) -> Option<Vec<Misfit>> {
        let discriminator = schema.discriminator.as_ref()?;
        let tag = value.node.get(discriminator.property)?.as_str()?;
        let mapped = discriminator.mapping.iter().find(|(word, _)| *word == tag);
        let reference = match mapped {
            Some((_, target)) => Discriminator::reference(target),
            // It is a name, whatever stands in it.
            None => format!("#/components/schemas/{tag}"),
        };
        let site = self
            .document
            .resolve(schema.site.place.file, &reference)
            .ok()?;
        // A parent that its children extend by `allOf` must not send us in a circle.
        (site.place != schema.site.place).then(|| self.site(&site, value, depth + 1))
    }
}

/// What can be said without looking into the value; `None` when it is a null that is allowed.
fn plain(schema: &Schema<'_>, value: &Site<'_>) -> Option<Vec<Misfit>> {
    if *value.node == Node::Null && schema.null {
        return None;
    }
    let messages = match unlike(schema, value.node) {
        Some(message) => vec![message],
        None => limit::broken(&schema.limits, value.node)
            .into_iter()
            .chain(misformed(schema, value.node))
            .collect(),
    };
    let misfits = messages.into_iter();
    Some(
        misfits
            .map(|message| misfit(schema, value, message))
            .collect(),
    )
}

/// Why a value is none of what `type` and `enum` name.
fn unlike(schema: &Schema<'_>, node: &Node) -> Option<String> {
    if schema.boolean == Some(false) {
        return Some("nothing may stand here".to_owned());
    }
    if let Some(types) = schema.types.filter(|types| !is_of(node, *types)) {
        let (kind, types) = (text::kind(node), text::types(types));
        return Some(format!("this is {kind}, not {types}"));
    }
    let values = schema.values.as_ref()?;
    let known = values.iter().any(|known| equal(known, node));
    (!known).then(|| format!("{} is none of {}", text::short(node), text::list(values)))
}

fn misformed(schema: &Schema<'_>, node: &Node) -> Option<String> {
    let name = schema.format?;
    let fits = match node {
        Node::Str(word) => format::text(name, word),
        Node::Int(number) => format::integer(name, *number),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::List(_) | Node::Map(_) => true,
    };
    (!fits).then(|| format!("{} is no `{name}`", text::short(node)))
}

/// The misfit to show when no alternative fits: one within the value speaks for itself.
fn closer(schema: &Schema<'_>, value: &Site<'_>, deepest: Misfit) -> Misfit {
    if deepest.place != value.place {
        return deepest;
    }
    let kind = value.node.kind();
    let message = format!("none of the alternatives fits this {kind}");
    misfit(schema, value, message)
}

fn deeper(one: Option<Misfit>, other: Misfit) -> Misfit {
    match one {
        Some(one) if one.place.pointer.depth() >= other.place.pointer.depth() => one,
        _ => other,
    }
}

fn misfit(schema: &Schema<'_>, value: &Site<'_>, message: String) -> Misfit {
    Misfit {
        place: value.place.clone(),
        message,
        schema: schema.site.place.clone(),
    }
}

fn is_of(node: &Node, types: TypeSet) -> bool {
    match node {
        Node::Null => false,
        Node::Bool(_) => types.boolean,
        Node::Int(_) => types.integer || types.number,
        Node::Number(_) => types.number || (types.integer && node.as_int().is_some()),
        Node::Str(_) => types.string,
        Node::List(_) => types.array,
        Node::Map(_) => types.object,
    }
}

/// Whether two values are the same to JSON: `1` and `1.0` are, the order of members does not matter.
fn equal(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Map(members), Node::Map(others)) => {
            members.len() == others.len()
                && members
                    .iter()
                    .all(|(key, node)| other.get(key).is_some_and(|other| equal(node, other)))
        }
        (Node::List(elements), Node::List(others)) => {
            elements.len() == others.len()
                && elements
                    .iter()
                    .zip(others)
                    .all(|(one, other)| equal(one, other))
        }
        (Node::Int(one), Node::Int(other)) => one == other,
        (Node::Int(_) | Node::Number(_), Node::Int(_) | Node::Number(_)) => {
            one.as_f64() == other.as_f64()
        }
        _ => one == other,
    }
}

/// The rules across members: `x-at-most-one-of` and `x-expect-one-of`.
fn rules(schema: &Schema<'_>, value: &Site<'_>) -> Vec<Misfit> {
    let set = |group: &Site<'_>| -> Vec<String> {
        let names = group.node.elements().iter().filter_map(Node::as_str);
        names
            .filter(|name| value.node.get(name).is_some_and(|node| *node != Node::Null))
            .map(|name| format!("`{name}`"))
            .collect()
    };
    let both = schema
        .at_most_one
        .iter()
        .map(&set)
        .filter(|names| names.len() > 1)
        .map(|names| format!("{} exclude each other", names.join(" and ")));
    let none = schema
        .expect_one
        .iter()
        .filter(|group| set(group).is_empty())
        .map(|group| {
            let names: Vec<&Node> = group.node.elements().iter().collect();
            format!("one of {} is expected", text::list(&names))
        });
    both.chain(none)
        .map(|message| misfit(schema, value, message))
        .collect()
}
