//! A schema with its `$ref`s followed and its `allOf`s merged: what all of them say together.

use super::context::Context;
use crate::diagnostic::Code;
use crate::ir::{Asked, Literal};
use crate::openapi::{Additional, Discriminator, Schema, TypeSet};
use crate::source::{Node, Place, Site};
use std::rc::Rc;

/// What several schemas say together.
#[derive(Debug, Clone)]
pub(super) struct Flat<'d> {
    /// The outermost schema: the one to name and to document.
    pub head: Rc<Schema<'d>>,
    /// The types all of them allow.
    pub types: Option<TypeSet>,
    /// Whether the outermost allows null, or all the others do.
    pub null: bool,
    pub format: Option<&'d str>,
    /// The values all of them allow.
    pub values: Option<Vec<&'d Node>>,
    pub properties: Vec<Property<'d>>,
    pub required: Vec<&'d str>,
    /// Members that some branch requires, where nothing else declares them.
    pub named: Vec<&'d str>,
    pub additional: Additional<'d>,
    pub patterns: Vec<(&'d str, Site<'d>)>,
    pub items: Vec<Site<'d>>,
    /// The items of a tuple, each with every schema that describes it.
    pub prefix_items: Vec<Vec<Site<'d>>>,
    pub choices: Vec<Choice<'d>>,
    pub discriminator: Option<Discriminator<'d>>,
    pub secret: bool,
    pub at_most_one: Vec<Site<'d>>,
    pub expect_one: Vec<Site<'d>>,
    /// Members of which one should be there, as branches that only require members say.
    pub expect_names: Vec<Vec<&'d str>>,
    /// The same with how many of the branches may hold, and for branches that require several members.
    pub asked: Vec<Asked>,
    /// The smallest and the largest integer, where they are said.
    pub minimum: Option<&'d Node>,
    pub maximum: Option<&'d Node>,
    /// Where and why no value can satisfy all of it.
    pub clash: Option<(Place, String)>,
}

/// A property and every schema that describes it.
#[derive(Debug, Clone)]
pub(super) struct Property<'d> {
    pub name: &'d str,
    pub sites: Vec<Site<'d>>,
}

/// A `oneOf` or `anyOf`.
#[derive(Debug, Clone)]
pub(super) struct Choice<'d> {
    pub branches: Vec<Site<'d>>,
    /// Whether several may hold at once.
    pub any: bool,
    pub discriminator: Option<Discriminator<'d>>,
    pub at: Place,
}

impl<'d> Flat<'d> {
    fn of(head: Rc<Schema<'d>>) -> Self {
        Self {
            head,
            types: None,
            null: false,
            format: None,
            values: None,
            properties: Vec::new(),
            required: Vec::new(),
            named: Vec::new(),
            additional: Additional::Unsaid,
            patterns: Vec::new(),
            items: Vec::new(),
            prefix_items: Vec::new(),
            choices: Vec::new(),
            discriminator: None,
            secret: false,
            at_most_one: Vec::new(),
            expect_one: Vec::new(),
            expect_names: Vec::new(),
            asked: Vec::new(),
            minimum: None,
            maximum: None,
            clash: None,
        }
    }

    /// Whether a member that no property declares has a field of its own where the schema names it: nothing else would
    /// keep it.
    pub(super) fn keeps_named(&self) -> bool {
        matches!(self.additional, Additional::Unsaid) && self.patterns.is_empty()
    }

    pub(super) fn declares(&self, name: &str) -> bool {
        self.properties.iter().any(|property| property.name == name)
    }

    /// Whether it describes an object with members of its own.
    pub(super) fn has_members(&self) -> bool {
        !self.properties.is_empty()
    }

    /// The types it can have, concluded from its other keywords where `type` is missing.
    pub(super) fn effective_types(&self) -> TypeSet {
        if let Some(types) = self.types {
            return types;
        }
        let mut set = TypeSet::NONE;
        if let Some(values) = &self.values {
            return values.iter().fold(set, |set, node| set.or(type_of(node)));
        }
        let said = !matches!(self.additional, Additional::Unsaid);
        set.object =
            self.has_members() || said || !self.patterns.is_empty() || !self.required.is_empty();
        set.array = !self.items.is_empty() || !self.prefix_items.is_empty();
        set
    }
}

/// A scalar node as a literal.
pub(super) fn literal(node: &Node) -> Option<Literal> {
    match node {
        Node::Str(text) => Some(Literal::Str(text.to_string())),
        Node::Int(value) => Some(Literal::Int(*value)),
        Node::Bool(value) => Some(Literal::Bool(*value)),
        Node::Null | Node::Number(_) | Node::List(_) | Node::Map(_) => None,
    }
}

fn type_of(node: &Node) -> TypeSet {
    let name = match node {
        Node::Null => return TypeSet::NONE,
        Node::Bool(_) => "boolean",
        Node::Int(_) => "integer",
        Node::Number(_) => "number",
        Node::Str(_) => "string",
        Node::List(_) => "array",
        Node::Map(_) => "object",
    };
    TypeSet::named(name).unwrap_or_default()
}

impl<'d> Context<'d> {
    /// Everything `schema` says, its references and `allOf`s included.
    pub(super) fn flatten(&mut self, schema: &Rc<Schema<'d>>) -> Flat<'d> {
        self.flatten_all(schema, std::slice::from_ref(schema))
    }

    /// Everything several schemas say together; `head` is the one to name.
    pub(super) fn flatten_all(
        &mut self,
        head: &Rc<Schema<'d>>,
        schemas: &[Rc<Schema<'d>>],
    ) -> Flat<'d> {
        let mut flat = Flat::of(Rc::clone(head));
        let mut nulls = Vec::new();
        let mut merged = Vec::new();
        for schema in schemas {
            let mut way = Vec::new();
            merged.push(schema.site.place.clone());
            self.merge(&mut flat, schema, &mut way, &mut nulls);
        }
        flat.null = flat.head.null || (!nulls.is_empty() && nulls.iter().all(|null| *null));
        self.forget_families(&mut flat, &merged);
        flat
    }

    /// Drops a choice that lists the schema itself: a parent that names its children by `oneOf`,
    /// and that the child extends by `allOf`.
    fn forget_families(&mut self, flat: &mut Flat<'d>, merged: &[Place]) {
        let choices = std::mem::take(&mut flat.choices);
        flat.choices = choices
            .into_iter()
            .filter(|choice| {
                merged.contains(&choice.at)
                    || !choice.branches.iter().any(|site| {
                        let reference = site.node.get("$ref").and_then(Node::as_str);
                        reference
                            .and_then(|reference| self.resolve(site, reference))
                            .is_some_and(|target| merged.contains(&target.place))
                    })
            })
            .collect();
    }

    fn merge(
        &mut self,
        flat: &mut Flat<'d>,
        schema: &Schema<'d>,
        way: &mut Vec<Place>,
        nulls: &mut Vec<bool>,
    ) {
        if way.contains(&schema.site.place) {
            let message = "this schema contains itself through `allOf` or `$ref`".to_owned();
            self.doubtful(&schema.site.place, Code::CyclicReference, message);
            return;
        }
        way.push(schema.site.place.clone());
        if let Some(reference) = schema.reference
            && let Some(target) = self.resolve(&schema.site, reference)
        {
            let target = self.read(&target);
            self.merge(flat, &target, way, nulls);
        }
        for member in &schema.all_of {
            let member = self.read(member);
            self.merge(flat, &member, way, nulls);
        }
        if schema.types.is_some() || schema.null || schema.values.is_some() {
            nulls.push(schema.null);
        }
        self.take(flat, schema);
        way.pop();
    }

    fn take(&mut self, flat: &mut Flat<'d>, schema: &Schema<'d>) {
        take_types(flat, schema);
        self.take_values(flat, schema);
        flat.format = schema.format.or(flat.format);
        flat.secret |= schema.secret;
        flat.minimum = schema.limits.minimum.or(flat.minimum);
        flat.maximum = schema.limits.maximum.or(flat.maximum);
        for (name, site) in &schema.properties {
            take_property(flat, name, site.clone());
        }
        for name in &schema.required {
            if !flat.required.contains(name) {
                flat.required.push(name);
            }
        }
        flat.additional = join(
            std::mem::replace(&mut flat.additional, Additional::Unsaid),
            schema.additional.clone(),
        );
        flat.patterns.extend(schema.patterns.iter().cloned());
        flat.items.extend(schema.items.clone());
        for (index, site) in schema.prefix_items.iter().enumerate() {
            take_item(flat, index, site.clone());
        }
        for (branches, any) in [(&schema.one_of, false), (&schema.any_of, true)] {
            if !branches.is_empty() {
                flat.choices.push(Choice {
                    branches: branches.clone(),
                    any,
                    discriminator: schema.discriminator.clone(),
                    at: schema.site.place.clone(),
                });
            }
        }
        if schema.discriminator.is_some() {
            flat.discriminator.clone_from(&schema.discriminator);
        }
        flat.at_most_one.extend(schema.at_most_one.iter().cloned());
        flat.expect_one.extend(schema.expect_one.iter().cloned());
    }

    /// Joins what `other` says into `flat`, as `allOf` would.
    pub(super) fn join(&mut self, flat: &mut Flat<'d>, other: Flat<'d>) {
        let choices = other.choices;
        let mut schema = Rc::unwrap_or_clone(other.head);
        schema.types = other.types;
        schema.values = other.values;
        schema.format = other.format;
        schema.required = other.required;
        schema.additional = other.additional;
        schema.patterns = other.patterns;
        schema.prefix_items.clear();
        schema.discriminator = other.discriminator;
        schema.one_of.clear();
        schema.any_of.clear();
        schema.properties.clear();
        schema.items = None;
        self.take(flat, &schema);
        for Property { name, sites } in other.properties {
            for site in sites {
                take_property(flat, name, site);
            }
        }
        for (index, sites) in other.prefix_items.into_iter().enumerate() {
            for site in sites {
                take_item(flat, index, site);
            }
        }
        flat.items.extend(other.items);
        flat.choices.extend(choices);
        flat.null |= other.null;
        flat.clash = flat.clash.take().or(other.clash);
    }

    fn take_values(&mut self, flat: &mut Flat<'d>, schema: &Schema<'d>) {
        let Some(values) = &schema.values else { return };
        let joined: Vec<&Node> = match &flat.values {
            Some(had) => had
                .iter()
                .copied()
                .filter(|node| values.contains(node))
                .collect(),
            None => values.clone(),
        };
        if joined.is_empty()
            && !values.is_empty()
            && flat.values.as_ref().is_some_and(|had| !had.is_empty())
        {
            // Whoever joins lists that share nothing means either list.
            let message =
                "no value is in all of the `enum`s that `allOf` joins; each of them is read"
                    .to_owned();
            self.doubtful(&schema.site.place, Code::Contradiction, message);
            let all = flat
                .values
                .iter()
                .flatten()
                .chain(values)
                .copied()
                .collect();
            flat.values = Some(all);
            return;
        }
        flat.values = Some(joined);
    }
}

fn take_types<'d>(flat: &mut Flat<'d>, schema: &Schema<'d>) {
    let Some(types) = schema.types else { return };
    let joined = flat.types.map_or(types, |had| had.and(types));
    if let Some(had) = flat.types
        && joined.is_none()
        && !(had.is_none() || types.is_none())
    {
        let message = format!(
            "no value is both {} and {}, as `allOf` asks for",
            had.names().join(" or "),
            types.names().join(" or ")
        );
        flat.clash
            .get_or_insert((schema.site.place.clone(), message));
        return;
    }
    flat.types = Some(joined);
}

fn take_property<'d>(flat: &mut Flat<'d>, name: &'d str, site: Site<'d>) {
    match flat
        .properties
        .iter_mut()
        .find(|property| property.name == name)
    {
        Some(property) => add_site(&mut property.sites, site),
        None => flat.properties.push(Property {
            name,
            sites: vec![site],
        }),
    }
}

fn take_item<'d>(flat: &mut Flat<'d>, index: usize, site: Site<'d>) {
    match flat.prefix_items.get_mut(index) {
        Some(sites) => add_site(sites, site),
        None => flat.prefix_items.push(vec![site]),
    }
}

/// A description of a property counts once, however many ways lead to it.
fn add_site<'d>(sites: &mut Vec<Site<'d>>, site: Site<'d>) {
    if !sites
        .iter()
        .any(|had| had.place == site.place || had.node == site.node)
    {
        sites.push(site);
    }
}

fn join<'d>(had: Additional<'d>, new: Additional<'d>) -> Additional<'d> {
    match (had, new) {
        (had, Additional::Unsaid) => had,
        (Additional::Unsaid, new) | (Additional::Anything(_), new @ Additional::Of(_)) => new,
        // `additionalProperties: false` beside `allOf` would forbid the members of the other
        // parts; what is meant is that nothing else may come.
        (Additional::Nothing, _) | (_, Additional::Nothing) => Additional::Nothing,
        (had, Additional::Anything(_) | Additional::Of(_)) => had,
    }
}
