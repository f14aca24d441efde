//! Values that a schema allows, made from the schema alone: what a client must be able to read.

mod family;
mod scalar;

use super::validate::{Direction, misfits};
use super::{Additional, Discriminator, Schema};
use crate::pointer::Pointer;
use crate::source::{Document, FileId, Node, Place, Site};
use family::{Families, inherited};
use scalar::{number, text, whole};
use std::cell::OnceCell;

/// The value of a member that is required, but declared by another part of the schema or by none.
const UNDECLARED: &str = "undeclared";
/// How deep objects and lists are filled with what need not be there.
const FULL: usize = 5;
/// How deep a value may be at all: a schema may ask for itself.
const DEEPEST: usize = 24;
/// How many schemas may be read for one value: choices within lists within choices multiply.
const STEPS: usize = 20_000;

/// Up to `count` different values of the schema at `site`, each of them valid; the same every time.
///
/// The first has every member there is, the second none that may be missing; the others vary in
/// members, words, nulls and alternatives.
pub fn instances(document: &Document, site: &Site<'_>, count: u64) -> Vec<Node> {
    several(document, site, count, |maker| maker.value(site, 0))
}

/// The same for what a reference to the component at `site` stands for: it, or one of those that extend it
/// where a discriminator tells them apart.
pub fn of_family(document: &Document, site: &Site<'_>, count: u64) -> Vec<Node> {
    several(document, site, count, |maker| maker.referenced(site, 0))
}

fn several(
    document: &Document,
    site: &Site<'_>,
    count: u64,
    mut value: impl FnMut(&mut Maker<'_>) -> Option<Node>,
) -> Vec<Node> {
    let families = OnceCell::new();
    let mut found: Vec<Node> = Vec::new();
    // Where rules are strict, chance may need longer to keep them all.
    for round in 0..count * 4 {
        if round >= count && !found.is_empty() {
            break;
        }
        let Some(value) = value(&mut Maker::new(document, &families, round)) else {
            continue;
        };
        if !found.contains(&value) && fits(document, site, &value) {
            found.push(value);
        }
    }
    found
}

/// A value of the form that the schema at `site` has, though not each of its rules may hold: what a caller
/// could write all the same.
pub fn formed(document: &Document, site: &Site<'_>) -> Option<Node> {
    let families = OnceCell::new();
    (0..2).find_map(|round| Maker::new(document, &families, round).value(site, 0))
}

/// Whether a value is one of a schema's.
///
/// By the letter a schema without `type` that declares members takes in anything but objects without a look at it; what
/// is meant is an object.
pub fn fits(document: &Document, site: &Site<'_>, value: &Node) -> bool {
    let schema = Schema::read(site.clone());
    let is_meant = schema.types.is_some()
        || implied(&schema) != Some("object")
        || matches!(value, Node::Map(_) | Node::Null);
    let place = Place {
        file: FileId::ROOT,
        pointer: Pointer::default(),
    };
    let value = Site { node: value, place };
    is_meant && misfits(document, site, &value, Direction::Unknown).is_empty()
}

struct Maker<'d> {
    document: &'d Document,
    /// Who extends whom, once somebody asks.
    families: &'d OnceCell<Families>,
    round: u64,
    state: u64,
    steps: usize,
    /// The schemas of whose `allOf` a part is being made.
    extending: Vec<Place>,
}

impl<'d> Maker<'d> {
    const fn new(document: &'d Document, families: &'d OnceCell<Families>, round: u64) -> Self {
        Self {
            document,
            families,
            round,
            state: round,
            steps: STEPS,
            extending: Vec::new(),
        }
    }

    /// A value of a schema; nothing where it allows none, or none that ends.
    fn value(&mut self, site: &Site<'_>, depth: usize) -> Option<Node> {
        self.steps = self.steps.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let schema = Schema::read(site.clone());
        if schema.boolean == Some(false) {
            return None;
        }
        if schema.null && depth > 0 && self.round > 1 && self.one_in(5) {
            return Some(Node::Null);
        }
        if let Some(values) = &schema.values {
            if values.is_empty() && schema.null {
                return Some(Node::Null);
            }
            return self.pick(values).map(|value| (*value).clone());
        }
        if let Some(discriminator) = &schema.discriminator
            && schema.one_of.is_empty()
            && schema.any_of.is_empty()
        {
            return self.parent(&schema, discriminator, depth);
        }
        self.whole(&schema, depth)
    }

    /// A value of a schema that is no list of words, its parts and alternatives included.
    fn whole(&mut self, schema: &Schema<'_>, depth: usize) -> Option<Node> {
        let mut parts = Vec::new();
        if let Some(reference) = schema.reference {
            let file = schema.site.place.file;
            let target = self.document.resolve(file, reference).ok()?;
            parts.push(self.referenced(&target, depth + 1)?);
        }
        if let [only] = &schema.all_of[..]
            && self.only_stands_for(schema)
        {
            return self.value(only, depth + 1);
        }
        self.extending.push(schema.site.place.clone());
        let all_of = schema.all_of.iter().map(|part| self.value(part, depth + 1));
        let all_of: Option<Vec<Node>> = all_of.collect();
        self.extending.pop();
        parts.extend(all_of?);
        for choices in [&schema.one_of, &schema.any_of] {
            if !choices.is_empty() {
                parts.push(self.alternative(choices, schema.discriminator.as_ref(), depth)?);
            }
        }
        let alone = parts.is_empty();
        parts.extend(self.own(schema, alone, depth)?);
        parts.into_iter().reduce(merged)
    }

    /// Whether a schema with an `allOf` of one is another name for that one, and no child of it.
    fn only_stands_for(&self, schema: &Schema<'_>) -> bool {
        let is_component = schema.site.place.pointer.depth() <= 3;
        !schema.has_more_than_all_of() && !is_component && self.extending.is_empty()
    }

    /// A value of what a reference to `target` stands for.
    fn referenced(&mut self, target: &Site<'_>, depth: usize) -> Option<Node> {
        // A part of what is being made is itself alone.
        if !self.extending.is_empty() || target.node.get("allOf").is_none() {
            return self.value(target, depth);
        }
        let target = Site {
            node: self.document.node(&target.place)?,
            place: target.place.clone(),
        };
        let Some(discriminator) = inherited(self.document, &target) else {
            return self.value(&target, depth);
        };
        let mut family = self.descendants(&target.place, &discriminator);
        family.insert(0, (String::new(), target));
        let (_, site) = self.turn(&family, depth)?;
        self.value(site, depth)
    }

    fn descendants(
        &self,
        place: &Place,
        discriminator: &Discriminator<'_>,
    ) -> Vec<(String, Site<'d>)> {
        let families = self.families.get_or_init(|| Families::of(self.document));
        families.descendants(self.document, place, discriminator)
    }

    /// A value of a schema that others extend: its part of the one that is being made, or else a value
    /// of one of those that extend it or that its discriminator maps.
    fn parent(
        &mut self,
        schema: &Schema<'_>,
        discriminator: &Discriminator<'_>,
        depth: usize,
    ) -> Option<Node> {
        let mapping = discriminator.mapping.iter();
        let mapped =
            mapping.filter_map(|(word, to)| Some(((*word).to_owned(), self.mapped(schema, to)?)));
        let mut children: Vec<(String, Site<'_>)> = mapped.collect();
        for child in self.descendants(&schema.site.place, discriminator) {
            if children.iter().all(|(_, site)| site.place != child.1.place) {
                children.push(child);
            }
        }
        let child = self.extending.iter().find_map(|place| {
            let child = children.iter().find(|(_, site)| site.place == *place);
            child.map(|(word, _)| word.clone())
        });
        let child = child.or_else(|| Some(self.extending.last()?.pointer.last()?.to_owned()));
        if let Some(word) = child {
            return Some(tagged(self.whole(schema, depth)?, discriminator, &word));
        }
        let (word, site) = self.turn(&children, depth)?;
        if site.place == schema.site.place {
            return Some(tagged(self.whole(schema, depth)?, discriminator, word));
        }
        let value = self.value(site, depth + 1)?;
        let own = Schema::read(site.clone()).discriminator;
        if own.is_some_and(|own| own.property == discriminator.property) {
            // It has put its tag there, or the one of what extends it.
            return Some(value);
        }
        Some(tagged(value, discriminator, word))
    }

    /// The schema that a mapping names, by reference or by its name alone.
    fn mapped(&self, schema: &Schema<'_>, target: &str) -> Option<Site<'d>> {
        let file = schema.site.place.file;
        let reference = Discriminator::reference(target);
        self.document.resolve(file, &reference).ok()
    }

    /// What one of several schemas allows, with the tag that tells which.
    fn alternative(
        &mut self,
        choices: &[Site<'_>],
        discriminator: Option<&Discriminator<'_>>,
        depth: usize,
    ) -> Option<Node> {
        let site = self.turn(choices, depth)?;
        // A choice lists whom it means.
        let target = site.node.get("$ref").and_then(Node::as_str);
        let target = target.filter(|_| site.node.members().len() == 1);
        let target = target.and_then(|it| self.document.resolve(site.place.file, it).ok());
        let value = self.value(target.as_ref().unwrap_or(site), depth + 1)?;
        match discriminator {
            // A choice among its alternatives has put its tag there.
            Some(discriminator)
                if matches!(value, Node::Map(_))
                    && !self.tells_by(site, discriminator.property, 0) =>
            {
                let tag = tag(discriminator, site)?;
                Some(tagged(value, discriminator, &tag))
            }
            _ => Some(value),
        }
    }

    /// Whether a schema is a choice, or leads to one, whose alternatives differ in this member.
    fn tells_by(&self, site: &Site<'_>, property: &str, depth: usize) -> bool {
        let schema = Schema::read(site.clone());
        if let (Some(reference), true) = (schema.reference, depth < DEEPEST) {
            let target = self.document.resolve(schema.site.place.file, reference);
            return target.is_ok_and(|target| self.tells_by(&target, property, depth + 1));
        }
        let is_choice = !schema.one_of.is_empty() || !schema.any_of.is_empty();
        let own = schema.discriminator.filter(|_| is_choice);
        own.is_some_and(|own| own.property == property)
    }

    /// What the schema itself asks for, its parts and alternatives aside; the outer `None` is for a
    /// schema that allows nothing, the inner one for a schema that says nothing.
    #[expect(
        clippy::option_option,
        reason = "nothing allowed and nothing said differ"
    )]
    fn own(&mut self, schema: &Schema<'_>, alone: bool, depth: usize) -> Option<Option<Node>> {
        let kind = match schema.types {
            Some(types) if types.is_none() => {
                return Some(Some(Node::Null).filter(|_| schema.null));
            }
            Some(types) => *self.pick(&types.names())?,
            None => match implied(schema) {
                Some(kind) => kind,
                None if alone => "string",
                None => return Some(None),
            },
        };
        // A type that only repeats what the parts say adds nothing to a scalar.
        if !alone && matches!(kind, "string" | "integer" | "number" | "boolean") {
            return Some(None);
        }
        let value = match kind {
            "object" => self.object(schema, alone, depth)?,
            "array" => self.list(schema, depth)?,
            "boolean" => Node::Bool(self.one_in(2)),
            "integer" => Node::Int(whole(&schema.limits)),
            "number" => number(&schema.limits),
            _ => Node::Str(text(schema.format, &schema.limits).into()),
        };
        Some(Some(value))
    }

    /// A value within an object or a list: no part of what is being made, but a whole of its own.
    fn inner(&mut self, site: &Site<'_>, depth: usize) -> Option<Node> {
        let extending = std::mem::take(&mut self.extending);
        let value = self.value(site, depth + 1);
        self.extending = extending;
        value
    }

    fn object(&mut self, schema: &Schema<'_>, alone: bool, depth: usize) -> Option<Node> {
        let mut members: Vec<(Box<str>, Node)> = Vec::new();
        for (name, site) in &schema.properties {
            let required = schema.required.contains(name);
            if !required && !self.wants(depth) {
                continue;
            }
            match self.inner(site, depth) {
                Some(value) => members.push(((*name).into(), value)),
                None if required => return None,
                None => {}
            }
        }
        let rest = match &schema.additional {
            Additional::Of(site) if self.wants(depth) => self.inner(site, depth),
            Additional::Anything(_) if self.wants(depth) => Some(Node::Str("more".into())),
            Additional::Unsaid
                if alone && self.extending.is_empty() && is_free(schema) && self.wants(depth) =>
            {
                Some(Node::Str("anything".into()))
            }
            Additional::Unsaid
            | Additional::Nothing
            | Additional::Of(_)
            | Additional::Anything(_) => None,
        };
        let is_declared = |name: &str| schema.properties.iter().any(|(known, _)| *known == name);
        let undeclared = schema.required.iter().filter(|name| !is_declared(name));
        members.extend(undeclared.map(|name| ((*name).into(), Node::Str(UNDECLARED.into()))));
        let most = schema.limits.max_properties.unwrap_or(i128::MAX);
        if let Some(value) = rest
            && i128::try_from(members.len()).is_ok_and(|length| length < most)
        {
            members.push(("beyond".into(), value));
        }
        Some(Node::Map(members))
    }

    fn list(&mut self, schema: &Schema<'_>, depth: usize) -> Option<Node> {
        let mut elements = Vec::new();
        for site in &schema.prefix_items {
            elements.push(self.inner(site, depth)?);
        }
        let least = usize::try_from(schema.limits.min_items.unwrap_or(0)).ok()?;
        let most = usize::try_from(schema.limits.max_items.unwrap_or(2)).unwrap_or(2);
        let wanted = if self.wants(depth) {
            1 + elements.len()
        } else {
            0
        };
        let length = wanted.min(most).max(least).min(64);
        while elements.len() < length
            && let Some(site) = &schema.items
        {
            match self.inner(site, depth) {
                Some(value) => elements.push(value),
                None if elements.len() < least => return None,
                None => break,
            }
        }
        Some(Node::List(elements))
    }

    /// Whether what may be missing is there.
    fn wants(&mut self, depth: usize) -> bool {
        match self.round {
            _ if depth > FULL => false,
            0 => true,
            1 => false,
            _ => !self.one_in(3),
        }
    }

    /// One of several in turn, where they are what a whole value is made for; else by chance.
    fn turn<'t, T>(&mut self, from: &'t [T], depth: usize) -> Option<&'t T> {
        if depth > 1 {
            return self.pick(from);
        }
        let count = u64::try_from(from.len()).ok()?;
        from.get(usize::try_from(self.round.checked_rem(count)?).ok()?)
    }

    fn pick<'t, T>(&mut self, from: &'t [T]) -> Option<&'t T> {
        let count = u64::try_from(from.len()).ok().filter(|count| *count > 0)?;
        let index = self.next() % count;
        from.get(usize::try_from(index).ok()?)
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.next().is_multiple_of(count)
    }

    /// The next of a row of numbers that looks like chance and is the same every time.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) >> 8
    }
}

/// Whether an object has neither members nor patterns of them, nor asks for any.
fn is_free(schema: &Schema<'_>) -> bool {
    schema.properties.is_empty() && schema.patterns.is_empty() && schema.required.is_empty()
}

/// The type that keywords speak of where `type` is missing.
fn implied(schema: &Schema<'_>) -> Option<&'static str> {
    let limits = &schema.limits;
    let of_members = !schema.properties.is_empty() || !schema.patterns.is_empty();
    // By the letter anything but an object has no members to require; whoever requires some means one.
    if of_members || !schema.required.is_empty() || matches!(schema.additional, Additional::Of(_)) {
        Some("object")
    } else if schema.items.is_some() || !schema.prefix_items.is_empty() {
        Some("array")
    } else if limits.minimum.is_some() || limits.maximum.is_some() {
        Some("number")
    } else {
        None
    }
}

/// The tag of an alternative: the word that is mapped to it, or the name of its schema.
fn tag(discriminator: &Discriminator<'_>, site: &Site<'_>) -> Option<String> {
    let reference = site.node.get("$ref")?.as_str()?;
    let name = reference.rsplit('/').next()?;
    let mapped = discriminator
        .mapping
        .iter()
        .find(|(_, target)| *target == reference || *target == name);
    Some(mapped.map_or(name, |(word, _)| word).to_owned())
}

/// An object with the tag that tells which schema it is of.
fn tagged(mut value: Node, discriminator: &Discriminator<'_>, tag: &str) -> Node {
    if let Node::Map(members) = &mut value {
        let tag = Node::Str(tag.into());
        let property = discriminator.property;
        match members.iter_mut().find(|(name, _)| **name == *property) {
            Some((_, value)) => *value = tag,
            None => members.push((property.into(), tag)),
        }
    }
    value
}

/// What fits both: the members of two objects, or the first value of another kind.
fn merged(one: Node, other: Node) -> Node {
    let Node::Map(mut members) = one else {
        return one;
    };
    if let Node::Map(others) = other {
        for (name, value) in others {
            match members.iter().position(|(known, _)| *known == name) {
                None => members.push((name, value)),
                Some(index) => {
                    let known = std::mem::take(&mut members[index].1);
                    let is_guess = known.as_str() == Some(UNDECLARED);
                    members[index].1 = if is_guess {
                        value
                    } else {
                        merged(known, value)
                    };
                }
            }
        }
    }
    Node::Map(members)
}
