//! From the schemas at a position to the values it allows.

use std::collections::HashMap;
use std::rc::Rc;

use super::form::{Form, Overlap, Plain, Property, Rest, Tags, Word};
use super::parts::{Group, Key, component, key, parts};
use super::side::Side;
use super::words;
use crate::openapi::{Discriminator, Schema, TypeSet};
use crate::source::{Node, Place, Site};

/// More alternatives than this are not multiplied out.
const MOST_ALTERNATIVES: usize = 256;

/// The forms of one document, each made once.
#[derive(Debug)]
pub(super) struct Forms<'a> {
    pub(super) side: Side<'a>,
    /// The number of each form, by the places of the schemas that say something.
    numbers: HashMap<Key, FormId>,
    /// The same by the places of the schemas as they are referred to.
    written: HashMap<Key, FormId>,
    /// The forms by their numbers; `None` while one is made.
    made: Vec<Option<Rc<Form<'a>>>>,
    /// How many are being made.
    open: usize,
}

/// Which form of a document: two positions that are made of the same schemas have the same.
pub(super) type FormId = usize;

/// A `oneOf` or `anyOf`.
struct Choice<'a> {
    branches: Vec<Site<'a>>,
    overlap: Option<Overlap>,
}

impl<'a> Forms<'a> {
    pub(super) fn new(side: Side<'a>) -> Self {
        Self {
            side,
            numbers: HashMap::new(),
            written: HashMap::new(),
            made: Vec::new(),
            open: 0,
        }
    }

    /// The number of a position's form, and the values it allows.
    pub(super) fn of(&mut self, group: &Group<'a>) -> (FormId, Rc<Form<'a>>) {
        let written = Key {
            places: group.sites.iter().map(|site| site.place.clone()).collect(),
            text: group.text,
        };
        // A place without a schema is known by where it would stand.
        if let Some(number) = self.written.get(&written)
            && !written.places.is_empty()
            && let Some(Some(form)) = self.made.get(*number)
        {
            return (*number, Rc::clone(form));
        }
        let (number, form) = self.resolved(group);
        if self.open == 0 {
            self.written.insert(written, number);
        }
        (number, form)
    }

    fn resolved(&mut self, group: &Group<'a>) -> (FormId, Rc<Form<'a>>) {
        let parts = parts(self.side, group);
        let mut key = key(&parts, group.text);
        if key.places.is_empty() {
            // No schema stands twice in a key: this is where one would stand, not one that does.
            key.places.extend([group.place(), group.place()]);
        }
        if let Some(number) = self.numbers.get(&key) {
            let made = self.made.get(*number).cloned().flatten();
            // One that is still being made contains itself.
            return (*number, made.unwrap_or_else(|| Rc::new(Form::nothing())));
        }
        let number = self.made.len();
        self.numbers.insert(key, number);
        self.made.push(None);
        self.open += 1;
        let form = Rc::new(self.build(group, &parts));
        self.open -= 1;
        self.made[number] = Some(Rc::clone(&form));
        (number, form)
    }

    fn build(&mut self, group: &Group<'a>, parts: &[Schema<'a>]) -> Form<'a> {
        let mut base = Plain::default();
        for part in parts {
            base.take(part);
        }
        if base.place.is_none() {
            base.place = parts.first().map(|part| part.site.place.clone());
        }
        let mut form = Form::nothing();
        form.null = is_null(group, parts);
        form.annotate(parts);
        let mut alternatives = vec![Rc::new(base)];
        for choice in self.choices(parts) {
            let branches = self.branches(&choice, &mut form);
            if form.overlap != Some(Overlap::Allowed) {
                form.overlap = choice.overlap.or(form.overlap);
            }
            if alternatives.len() * branches.len() > MOST_ALTERNATIVES {
                form.cut = true;
                break;
            }
            alternatives = alternatives
                .iter()
                .flat_map(|had| branches.iter().filter_map(|branch| had.and(branch)))
                .collect();
        }
        let split = alternatives.into_iter().flat_map(by_kind);
        form.alternatives = fold_words(split.collect());
        form.null |= form.alternatives.iter().any(|plain| plain.is_empty());
        form.discriminator = Self::discriminator(parts, &form);
        form
    }

    /// The choices of all parts; a choice of a parent that lists the schema itself is none.
    fn choices(&self, parts: &[Schema<'a>]) -> Vec<Choice<'a>> {
        let mut choices = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            for (branches, overlap) in [
                (&part.one_of, Overlap::Refused),
                (&part.any_of, Overlap::Allowed),
            ] {
                let lists_self = index > 0
                    && branches.iter().any(|site| {
                        self.target(site).is_some_and(|target| {
                            parts.iter().any(|part| part.site.place == target)
                        })
                    });
                if !branches.is_empty() && !lists_self {
                    choices.push(Choice {
                        branches: branches.clone(),
                        overlap: Some(overlap).filter(|_| branches.len() > 1),
                    });
                }
            }
        }
        choices
    }

    fn target(&self, site: &Site<'a>) -> Option<Place> {
        let reference = site.node.get("$ref").and_then(Node::as_str)?;
        Some(self.side.resolve(site, reference)?.place)
    }

    fn branches(&mut self, choice: &Choice<'a>, form: &mut Form<'a>) -> Vec<Rc<Plain<'a>>> {
        let mut found: Vec<Rc<Plain<'a>>> = Vec::new();
        for site in &choice.branches {
            let (_, branch) = self.of(&Group::one(site.clone()));
            form.null |= branch.null;
            form.cut |= branch.cut;
            for plain in &branch.alternatives {
                if plain.place.is_none() || !found.iter().any(|had| same_alternative(had, plain)) {
                    found.push(Rc::clone(plain));
                }
            }
        }
        found
    }

    fn discriminator(parts: &[Schema<'a>], form: &Form<'a>) -> Option<Tags<'a>> {
        let part = parts.iter().find(|part| part.discriminator.is_some())?;
        let read = part.discriminator.clone()?;
        if part.one_of.is_empty() && part.any_of.is_empty() {
            return None;
        }
        Some(Tags {
            values: tag_values(&read, form),
            read,
        })
    }
}

/// The values of a discriminator: those of its mapping, and the names of branches that it does not map.
fn tag_values(read: &Discriminator<'_>, form: &Form<'_>) -> Vec<(String, String)> {
    let short = |target: &str| target.rsplit('/').next().unwrap_or(target).to_owned();
    let mut values: Vec<(String, String)> = read
        .mapping
        .iter()
        .map(|(tag, target)| ((*tag).to_owned(), short(target)))
        .collect();
    for plain in &form.alternatives {
        let name = plain.place.as_ref().and_then(component);
        if let Some(name) = name
            && !values.iter().any(|(_, target)| target == name)
        {
            values.push((name.to_owned(), name.to_owned()));
        }
    }
    values
}

/// Whether null is allowed: the outermost schema says so, or all others that speak of types do.
fn is_null(group: &Group<'_>, parts: &[Schema<'_>]) -> bool {
    let mut speaking = parts
        .iter()
        .filter(|part| part.types.is_some() || part.null || part.values.is_some())
        .peekable();
    let outermost = group.sites.iter().any(|site| {
        parts
            .iter()
            .any(|part| part.null && part.site.place == site.place)
    });
    outermost || (speaking.peek().is_some() && speaking.all(|part| part.null))
}

/// Whether it says which values are allowed, and not only what becomes of them.
fn narrows(schema: &Schema<'_>) -> bool {
    let mut keys = schema.site.node.members().iter().map(|(key, _)| &**key);
    schema.boolean.is_some()
        || keys.any(|key| {
            !words::is_prose(key)
                && !matches!(
                    key,
                    "default" | "readOnly" | "writeOnly" | "nullable" | "$ref" | "allOf"
                )
                && !key.starts_with("x-")
        })
}

fn same_alternative(one: &Plain<'_>, two: &Plain<'_>) -> bool {
    one.place == two.place && one.types == two.types
}

/// Joins the alternatives that are lists of strings into one.
fn fold_words<'a>(alternatives: Vec<Rc<Plain<'a>>>) -> Vec<Rc<Plain<'a>>> {
    let mut found: Vec<Rc<Plain<'a>>> = Vec::new();
    for plain in alternatives {
        let into = found
            .iter_mut()
            .find(|had| plain.is_words() && had.is_words());
        match into {
            Some(had) => {
                let values = plain.values.clone().unwrap_or_default();
                Rc::make_mut(had).add_values(values);
            }
            None => found.push(plain),
        }
    }
    found.retain(|plain| !plain.says_nothing_but_null());
    found
}

/// One alternative for each type, where several are named.
fn by_kind(plain: Rc<Plain<'_>>) -> Vec<Rc<Plain<'_>>> {
    let Some(types) = plain.types.filter(|types| types.count() > 1) else {
        return vec![plain];
    };
    let kinds = types.names().into_iter().filter_map(TypeSet::named);
    kinds
        .filter_map(|kind| plain.only(kind).map(Rc::new))
        .collect()
}

impl<'a> Form<'a> {
    fn nothing() -> Self {
        Self {
            null: false,
            alternatives: Vec::new(),
            overlap: None,
            discriminator: None,
            default: None,
            read_only: None,
            write_only: None,
            cut: false,
        }
    }

    fn annotate(&mut self, parts: &[Schema<'a>]) {
        for part in parts {
            let word = |key: &str| part.site.get(key).map(Word::from);
            let flag = |key: &str, set: bool| word(key).filter(|_| set).map(|word| word.place);
            self.default = self.default.take().or_else(|| word("default"));
            self.read_only = self
                .read_only
                .take()
                .or_else(|| flag("readOnly", part.read_only));
            self.write_only = self
                .write_only
                .take()
                .or_else(|| flag("writeOnly", part.write_only));
        }
    }
}

impl<'a> Plain<'a> {
    /// Adds what one schema says, its choices left out.
    fn take(&mut self, schema: &Schema<'a>) {
        if self.place.is_none() && narrows(schema) {
            self.place = Some(schema.site.place.clone());
        }
        self.never |= schema.boolean == Some(false);
        self.take_types(schema);
        let word = |key: &str| schema.site.get(key).map(Word::from);
        self.format = self
            .format
            .take()
            .or_else(|| word("format").filter(|word| word.node.as_str().is_some()))
            .or_else(|| as_format(schema).and_then(word));
        self.take_values(values(schema));
        for (name, site) in &schema.properties {
            self.add_property(name, vec![site.clone()]);
        }
        for name in &schema.required {
            if !self.requires(name) {
                self.required
                    .push((name, schema.site.place.child("required")));
            }
        }
        self.join_rest(rest(schema));
        self.patterns.extend(schema.patterns.iter().cloned());
        self.items.extend(schema.items.clone());
        if !schema.prefix_items.is_empty() {
            self.prefix.clone_from(&schema.prefix_items);
        }
        self.limits.extend(limits(&schema.site));
        for (key, site) in schema.site.members() {
            if words::is_rule(key) {
                self.rules.push((key, site.into()));
            } else if words::is_content(key) {
                if as_format(schema) != Some(key) {
                    self.content.push((key, site.into()));
                }
            } else if !words::is_prose(key) && !words::is_compared(key) {
                self.others.push((key, site.into()));
            }
        }
    }

    fn take_types(&mut self, schema: &Schema<'a>) {
        let Some(types) = schema.types.filter(|types| *types != TypeSet::ALL) else {
            return;
        };
        self.types = Some(self.types.map_or(types, |had| had.and(types)));
        self.types_at = schema.site.get("type").map(|site| site.place);
    }

    fn take_values(&mut self, values: Option<Vec<Word<'a>>>) {
        let Some(values) = values else { return };
        self.values = Some(match self.values.take() {
            None => values,
            Some(had) => had
                .into_iter()
                .filter(|word| values.iter().any(|other| same_value(word.node, other.node)))
                .collect(),
        });
    }

    fn add_values(&mut self, values: Vec<Word<'a>>) {
        let had = self.values.get_or_insert_default();
        for word in values {
            if !had.iter().any(|other| same_value(word.node, other.node)) {
                had.push(word);
            }
        }
    }

    fn add_property(&mut self, name: &'a str, sites: Vec<Site<'a>>) {
        match self.properties.iter_mut().find(|had| had.name == name) {
            Some(had) => {
                for site in sites {
                    if !had.sites.iter().any(|other| other.place == site.place) {
                        had.sites.push(site);
                    }
                }
            }
            None => self.properties.push(Property { name, sites }),
        }
    }

    fn join_rest(&mut self, new: Rest<'a>) {
        self.additional = match (std::mem::take(&mut self.additional), new) {
            (Rest::Closed(place), _) | (_, Rest::Closed(place)) => Rest::Closed(place),
            (Rest::Of(mut had), Rest::Of(new)) => {
                had.extend(new);
                Rest::Of(had)
            }
            (had, Rest::Open) => had,
            (Rest::Open, new) => new,
        };
    }

    /// What both say together; `None` when nothing is left.
    fn and(&self, other: &Rc<Self>) -> Option<Rc<Self>> {
        if self.is_empty() && self.others.is_empty() {
            return Some(Rc::clone(other));
        }
        let mut both = self.clone();
        both.place = other.place.clone().or(both.place);
        both.types = match (self.types, other.types) {
            (Some(one), Some(two)) => Some(one.and(two)).filter(|types| !types.is_none()),
            (one, two) => one.or(two),
        };
        if both.types.is_none() && self.types.is_some() && other.types.is_some() {
            return None;
        }
        both.types_at = other.types_at.clone().or(both.types_at);
        both.format = other.format.clone().or(both.format);
        both.take_values(other.values.clone());
        for property in &other.properties {
            both.add_property(property.name, property.sites.clone());
        }
        for (name, place) in &other.required {
            if !both.requires(name) {
                both.required.push((name, place.clone()));
            }
        }
        both.join_rest(other.additional.clone());
        both.patterns.extend(other.patterns.iter().cloned());
        both.items.extend(other.items.iter().cloned());
        both.prefix.extend(other.prefix.iter().cloned());
        both.limits.extend(other.limits.iter().cloned());
        both.rules.extend(other.rules.iter().cloned());
        both.content.extend(other.content.iter().cloned());
        both.others.extend(other.others.iter().cloned());
        both.never |= other.never;
        Some(Rc::new(both))
    }

    fn only(&self, kind: TypeSet) -> Option<Self> {
        let mut one = self.clone();
        one.types = Some(kind);
        if let Some(values) = &mut one.values {
            values.retain(|word| {
                super::form::type_of(word.node).is_some_and(|types| types.and(kind) == types)
            });
            if values.is_empty() {
                return None;
            }
        }
        Some(one)
    }

    /// `type: "null"` alone.
    fn says_nothing_but_null(&self) -> bool {
        self.types.is_some_and(TypeSet::is_none)
            || (self.types.is_none() && self.values.as_ref().is_some_and(Vec::is_empty))
    }
}

/// `enum` or `const`, nulls left out.
fn values<'a>(schema: &Schema<'a>) -> Option<Vec<Word<'a>>> {
    schema.values.as_ref()?;
    let found: Vec<Word<'a>> = match (schema.site.get("const"), schema.site.get("enum")) {
        (Some(only), _) => vec![only.into()],
        (None, Some(list)) => list.elements().map(Word::from).collect(),
        (None, None) => return None,
    };
    Some(
        found
            .into_iter()
            .filter(|word| *word.node != Node::Null)
            .collect(),
    )
}

/// The keyword that says in OpenAPI 3.1 what `format` says in 3.0.
fn as_format(schema: &Schema<'_>) -> Option<&'static str> {
    let says =
        |key: &str, value: &str| schema.site.node.get(key).and_then(Node::as_str) == Some(value);
    if schema.site.node.get("format").is_some() {
        None
    } else if says("contentEncoding", "base64") {
        Some("contentEncoding")
    } else if says("contentMediaType", "application/octet-stream") {
        Some("contentMediaType")
    } else {
        None
    }
}

/// Values are equal as JSON is: `1` and `1.0` are one value, members have no order.
pub(super) fn same_value(one: &Node, two: &Node) -> bool {
    match (one, two) {
        (Node::Int(_) | Node::Number(_), Node::Int(_) | Node::Number(_)) => {
            one == two
                || match (one.as_int(), two.as_int()) {
                    (Some(one), Some(two)) => one == two,
                    (None, None) => one.as_f64() == two.as_f64(),
                    _ => false,
                }
        }
        (Node::List(one), Node::List(two)) => {
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| same_value(one, two))
        }
        (Node::Map(one), Node::Map(members)) => {
            one.len() == members.len()
                && one
                    .iter()
                    .all(|(key, value)| two.get(key).is_some_and(|other| same_value(value, other)))
        }
        _ => one == two,
    }
}

fn rest<'a>(schema: &Schema<'a>) -> Rest<'a> {
    use crate::openapi::Additional;
    match &schema.additional {
        Additional::Unsaid | Additional::Anything(_) => Rest::Open,
        Additional::Nothing => Rest::Closed(
            ["additionalProperties", "unevaluatedProperties"]
                .iter()
                .find_map(|key| schema.site.get(key))
                .map_or_else(|| schema.site.place.clone(), |site| site.place),
        ),
        Additional::Of(site) => Rest::Of(vec![site.clone()]),
    }
}

/// The limits of one schema; the flags of OpenAPI 3.0 become the numbers of 3.1.
fn limits<'a>(site: &Site<'a>) -> Vec<(&'a str, Word<'a>)> {
    let flag = |key: &str| site.node.get(key).and_then(Node::as_bool);
    let mut found = Vec::new();
    for (key, member) in site.members() {
        let name = match key {
            "minimum" if flag("exclusiveMinimum") == Some(true) => "exclusiveMinimum",
            "maximum" if flag("exclusiveMaximum") == Some(true) => "exclusiveMaximum",
            "exclusiveMinimum" | "exclusiveMaximum" if member.node.as_bool().is_some() => continue,
            other => other,
        };
        if words::is_limit(key) {
            found.push((name, member.into()));
        }
    }
    found
}
