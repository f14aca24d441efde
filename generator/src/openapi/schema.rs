//! A schema of any accepted version in one form.

use crate::source::{Node, Site};

/// A schema node, read. Keywords that only say what a server would refuse are in [`Limits`].
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "the document's own switches")]
pub struct Schema<'d> {
    /// Where it stands.
    pub site: Site<'d>,
    /// `true` or `false` in the place of a schema.
    pub boolean: Option<bool>,
    /// `$ref` (or `$dynamicRef`).
    pub reference: Option<&'d str>,
    /// `type`; `None` when any type will do.
    pub types: Option<TypeSet>,
    /// Whether null is allowed by `nullable`, a `null` type or a null in `enum`.
    pub null: bool,
    /// `format`, with `contentEncoding` and `contentMediaType` in OpenAPI 3.0's words.
    pub format: Option<&'d str>,
    /// `enum` or `const`, nulls left out.
    pub values: Option<Vec<&'d Node>>,
    /// `properties`.
    pub properties: Vec<(&'d str, Site<'d>)>,
    /// `required`.
    pub required: Vec<&'d str>,
    /// `additionalProperties` (or `unevaluatedProperties`).
    pub additional: Additional<'d>,
    /// `patternProperties`.
    pub patterns: Vec<(&'d str, Site<'d>)>,
    /// `items`.
    pub items: Option<Site<'d>>,
    /// `prefixItems`.
    pub prefix_items: Vec<Site<'d>>,
    /// `allOf`.
    pub all_of: Vec<Site<'d>>,
    /// `oneOf`.
    pub one_of: Vec<Site<'d>>,
    /// `anyOf`.
    pub any_of: Vec<Site<'d>>,
    /// `not`.
    pub not: Option<Site<'d>>,
    /// `discriminator`.
    pub discriminator: Option<Discriminator<'d>>,
    /// What a server refuses beyond the type.
    pub limits: Limits<'d>,
    /// `default`.
    pub default: Option<&'d Node>,
    /// `title`.
    pub title: Option<&'d str>,
    /// `description`.
    pub description: Option<&'d str>,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `deprecated`.
    pub deprecated: bool,
    /// `x-secret`, or `format: password`.
    pub secret: bool,
    /// `x-null: same`: null and absence mean the same.
    pub null_is_absent: bool,
    /// `x-at-most-one-of`.
    pub at_most_one: Vec<Site<'d>>,
    /// `x-expect-one-of`.
    pub expect_one: Vec<Site<'d>>,
}

/// The types a schema allows, null left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "it is a set of six members")]
pub struct TypeSet {
    /// `boolean`.
    pub boolean: bool,
    /// `integer` (also within `number`).
    pub integer: bool,
    /// `number`.
    pub number: bool,
    /// `string`.
    pub string: bool,
    /// `array`.
    pub array: bool,
    /// `object`.
    pub object: bool,
}

impl TypeSet {
    /// No type.
    pub const NONE: Self = Self {
        boolean: false,
        integer: false,
        number: false,
        string: false,
        array: false,
        object: false,
    };

    /// Every type.
    pub const ALL: Self = Self {
        boolean: true,
        integer: true,
        number: true,
        string: true,
        array: true,
        object: true,
    };

    /// The set of the type of this name; `None` for `null` and for words that are no type.
    pub fn named(name: &str) -> Option<Self> {
        let mut set = Self::NONE;
        match name {
            "boolean" => set.boolean = true,
            "integer" => set.integer = true,
            "number" => (set.number, set.integer) = (true, true),
            "string" => set.string = true,
            "array" => set.array = true,
            "object" => set.object = true,
            _ => return None,
        }
        Some(set)
    }

    /// The types in either.
    pub const fn or(self, other: Self) -> Self {
        Self {
            boolean: self.boolean || other.boolean,
            integer: self.integer || other.integer,
            number: self.number || other.number,
            string: self.string || other.string,
            array: self.array || other.array,
            object: self.object || other.object,
        }
    }

    /// The types in both.
    pub const fn and(self, other: Self) -> Self {
        Self {
            boolean: self.boolean && other.boolean,
            integer: self.integer && other.integer,
            number: self.number && other.number,
            string: self.string && other.string,
            array: self.array && other.array,
            object: self.object && other.object,
        }
    }

    /// Whether there is no type in it.
    pub fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// Whether this is the only type in it; `integer` within `number` counts as one.
    pub fn is_only(self, name: &str) -> bool {
        Self::named(name) == Some(self)
    }

    /// How many types are in it; `integer` within `number` counts as one.
    pub fn count(self) -> usize {
        [
            self.boolean,
            self.integer || self.number,
            self.string,
            self.array,
            self.object,
        ]
        .into_iter()
        .filter(|is| *is)
        .count()
    }

    /// The names of the types.
    pub fn names(self) -> Vec<&'static str> {
        [
            (self.boolean, "boolean"),
            (self.integer && !self.number, "integer"),
            (self.number, "number"),
            (self.string, "string"),
            (self.array, "array"),
            (self.object, "object"),
        ]
        .into_iter()
        .filter_map(|(is, name)| is.then_some(name))
        .collect()
    }
}

/// What an object may hold beyond its properties.
#[derive(Debug, Clone)]
pub enum Additional<'d> {
    /// Nothing is said: anything, but nothing to expect.
    Unsaid,
    /// Anything, said on purpose.
    Anything(Site<'d>),
    /// Nothing.
    Nothing,
    /// Values of this schema.
    Of(Site<'d>),
}

/// `discriminator`.
#[derive(Debug, Clone)]
pub struct Discriminator<'d> {
    /// The property that tells.
    pub property: &'d str,
    /// Its values and the schemas they stand for, as references or component names.
    pub mapping: Vec<(&'d str, &'d str)>,
    /// Where it stands.
    pub site: Site<'d>,
}

impl Discriminator<'_> {
    /// What a value of the mapping names, as a reference.
    pub fn reference(target: &str) -> String {
        if target.contains(['#', '/', '.']) {
            target.to_owned()
        } else {
            format!("#/components/schemas/{target}")
        }
    }
}

/// What a server refuses beyond the type.
#[derive(Debug, Clone, Default)]
pub struct Limits<'d> {
    /// `minimum`, or the number of `exclusiveMinimum`.
    pub minimum: Option<&'d Node>,
    /// Whether the minimum itself is refused.
    pub above_minimum: bool,
    /// `maximum`, or the number of `exclusiveMaximum`.
    pub maximum: Option<&'d Node>,
    /// Whether the maximum itself is refused.
    pub below_maximum: bool,
    /// `multipleOf`.
    pub multiple_of: Option<&'d Node>,
    /// `minLength`.
    pub min_length: Option<i128>,
    /// `maxLength`.
    pub max_length: Option<i128>,
    /// `pattern`.
    pub pattern: Option<&'d str>,
    /// `minItems`.
    pub min_items: Option<i128>,
    /// `maxItems`.
    pub max_items: Option<i128>,
    /// `uniqueItems`.
    pub unique: bool,
    /// `minProperties`.
    pub min_properties: Option<i128>,
    /// `maxProperties`.
    pub max_properties: Option<i128>,
}

impl<'d> Schema<'d> {
    fn empty(site: Site<'d>) -> Self {
        Self {
            boolean: site.node.as_bool(),
            site,
            reference: None,
            types: None,
            null: false,
            format: None,
            values: None,
            properties: Vec::new(),
            required: Vec::new(),
            additional: Additional::Unsaid,
            patterns: Vec::new(),
            items: None,
            prefix_items: Vec::new(),
            all_of: Vec::new(),
            one_of: Vec::new(),
            any_of: Vec::new(),
            not: None,
            discriminator: None,
            limits: Limits::default(),
            default: None,
            title: None,
            description: None,
            read_only: false,
            write_only: false,
            deprecated: false,
            secret: false,
            null_is_absent: false,
            at_most_one: Vec::new(),
            expect_one: Vec::new(),
        }
    }

    /// Reads a schema. What does not have its form is passed over: [`check`](super::check) has reported it.
    pub fn read(site: Site<'d>) -> Self {
        let node = site.node;
        let mut schema = Self::empty(site);
        for (key, node) in node.members() {
            schema.keyword(key, node);
        }
        schema.settle();
        schema
    }

    fn keyword(&mut self, key: &'d str, node: &'d Node) {
        let flag = node.as_bool() == Some(true);
        // Most keywords are words; a place is made for the others only.
        let member = || self.site.at(key, node);
        match key {
            "$ref" | "$dynamicRef" => self.reference = node.as_str(),
            "type" => self.types(node),
            "nullable" => self.null |= flag,
            "format" => self.format = node.as_str().or(self.format),
            "contentEncoding" if matches!(node.as_str(), Some("base64" | "base64url")) => {
                self.format = self.format.or(Some("byte"));
            }
            "contentMediaType" if node.as_str() == Some("application/octet-stream") => {
                self.format = self.format.or(Some("binary"));
            }
            "enum" if !node.elements().is_empty() => self.values(node.elements()),
            "const" => self.values(std::slice::from_ref(node)),
            "properties" => self.properties = member().members().collect(),
            "required" => self.required = words(node),
            "additionalProperties" => self.additional = additional(member()),
            "unevaluatedProperties" if matches!(self.additional, Additional::Unsaid) => {
                self.additional = additional(member());
            }
            "patternProperties" => self.patterns = member().members().collect(),
            "items" => self.items = Some(member()).filter(|_| *node != Node::Null),
            "prefixItems" => self.prefix_items = member().elements().collect(),
            "allOf" => self.all_of = member().elements().collect(),
            "oneOf" => self.one_of = member().elements().collect(),
            "anyOf" => self.any_of = member().elements().collect(),
            "not" => self.not = Some(member()),
            "discriminator" => self.discriminator = discriminator(member()),
            "default" => self.default = Some(node),
            "title" => self.title = node.as_str(),
            "description" => self.description = node.as_str(),
            "readOnly" => self.read_only = flag,
            "writeOnly" => self.write_only = flag,
            "deprecated" => self.deprecated = flag,
            "x-secret" => self.secret = flag,
            "x-null" => self.null_is_absent = node.as_str() == Some("same"),
            "x-at-most-one-of" => self.at_most_one = groups(&member()),
            "x-expect-one-of" => self.expect_one = groups(&member()),
            _ => self.limits.keyword(key, node),
        }
    }

    fn types(&mut self, node: &'d Node) {
        let mut set = TypeSet::NONE;
        let mut named = false;
        for word in node
            .as_str()
            .into_iter()
            .chain(node.elements().iter().filter_map(Node::as_str))
        {
            if word == "null" {
                self.null = true;
                named = true;
            } else if let Some(one) = TypeSet::named(word) {
                set = set.or(one);
                named = true;
            }
        }
        self.types = named.then_some(set);
    }

    fn values(&mut self, nodes: &'d [Node]) {
        self.null |= nodes.contains(&Node::Null);
        self.values = Some(nodes.iter().filter(|node| **node != Node::Null).collect());
    }

    /// Draws the conclusions that need more than one keyword.
    fn settle(&mut self) {
        self.secret |= self.format == Some("password");
    }

    /// Whether it says nothing but that it is null.
    pub fn is_only_null(&self) -> bool {
        self.null
            && (self.types.is_some_and(TypeSet::is_none)
                || self.values.as_ref().is_some_and(Vec::is_empty))
    }

    /// Whether anything beside `$ref` narrows or describes values.
    pub fn has_own_shape(&self) -> bool {
        self.types.is_some_and(|types| !types.is_none())
            || !self.all_of.is_empty()
            || self.has_more_than_all_of()
    }

    /// Whether anything beside `$ref`, `allOf` and `type` narrows or describes values: `type: object`
    /// beside an `allOf` says nothing new.
    pub fn has_more_than_all_of(&self) -> bool {
        self.values.is_some()
            || !self.properties.is_empty()
            || !self.required.is_empty()
            || !matches!(self.additional, Additional::Unsaid)
            || !self.patterns.is_empty()
            || self.items.is_some()
            || !self.prefix_items.is_empty()
            || !self.one_of.is_empty()
            || !self.any_of.is_empty()
    }
}

impl<'d> Limits<'d> {
    fn keyword(&mut self, key: &str, node: &'d Node) {
        match key {
            "minimum" if self.minimum.is_none() => self.minimum = number(node),
            "maximum" if self.maximum.is_none() => self.maximum = number(node),
            "exclusiveMinimum" => {
                if let Some(flag) = node.as_bool() {
                    self.above_minimum = flag;
                } else {
                    (self.minimum, self.above_minimum) = (number(node), true);
                }
            }
            "exclusiveMaximum" => {
                if let Some(flag) = node.as_bool() {
                    self.below_maximum = flag;
                } else {
                    (self.maximum, self.below_maximum) = (number(node), true);
                }
            }
            "multipleOf" => self.multiple_of = number(node),
            "minLength" => self.min_length = node.as_int(),
            "maxLength" => self.max_length = node.as_int(),
            "pattern" => self.pattern = node.as_str(),
            "minItems" => self.min_items = node.as_int(),
            "maxItems" => self.max_items = node.as_int(),
            "uniqueItems" => self.unique = node.as_bool() == Some(true),
            "minProperties" => self.min_properties = node.as_int(),
            "maxProperties" => self.max_properties = node.as_int(),
            _ => {}
        }
    }
}

fn number(node: &Node) -> Option<&Node> {
    node.as_f64().map(|_| node)
}

fn words(node: &Node) -> Vec<&str> {
    node.elements().iter().filter_map(Node::as_str).collect()
}

fn additional(site: Site<'_>) -> Additional<'_> {
    match site.node {
        Node::Bool(false) => Additional::Nothing,
        Node::Bool(true) => Additional::Anything(site),
        Node::Map(members) if members.is_empty() => Additional::Anything(site),
        Node::Map(_) => Additional::Of(site),
        _ => Additional::Unsaid,
    }
}

fn discriminator(site: Site<'_>) -> Option<Discriminator<'_>> {
    if let Node::Str(property) = site.node {
        let mapping = Vec::new();
        return Some(Discriminator {
            property,
            mapping,
            site,
        });
    }
    Some(Discriminator {
        property: site.node.get("propertyName")?.as_str()?,
        mapping: site
            .node
            .get("mapping")
            .map(Node::members)
            .unwrap_or_default()
            .iter()
            .filter_map(|(tag, target)| Some((&**tag, target.as_str()?)))
            .collect(),
        site,
    })
}

/// One list of names, or a list of such lists.
fn groups<'d>(site: &Site<'d>) -> Vec<Site<'d>> {
    if site
        .node
        .elements()
        .iter()
        .any(|node| node.as_str().is_some())
    {
        vec![site.clone()]
    } else {
        site.elements().collect()
    }
}
