//! Objects with known members.

use super::context::Context;
use super::docs;
use super::flat::{Flat, Property, literal};
use super::hint::Hint;
use super::names::distinct;
use crate::diagnostic::Code;
use crate::ir::{
    Access, Constant, Docs, Field, FieldName, Item, Literal, Presence, Rest, Rule, Struct, Type,
};
use crate::nearest::nearest;
use crate::openapi::{Additional, Schema};
use crate::source::{Node, Site};
use std::rc::Rc;

impl<'d> Context<'d> {
    /// The struct of a schema with properties.
    pub(super) fn structure(&mut self, flat: &Flat<'d>, hint: &Hint) -> Struct {
        let undeclared = undeclared(flat);
        let mut names = self.field_names(flat, &undeclared).into_iter();
        let mut fields: Vec<Field> = flat
            .properties
            .iter()
            .zip(&mut names)
            .map(|(property, name)| self.field(flat, property, name, hint))
            .collect();
        let undeclared_fields = undeclared.iter().zip(names);
        fields.extend(undeclared_fields.map(|(member, name)| {
            let presence = if flat.required.contains(member) {
                Presence::Required
            } else {
                Presence::Optional
            };
            self.undeclared_field(flat, name, presence)
        }));
        Struct {
            fields,
            constants: Vec::<Constant>::new(),
            rest: self.rest(flat, hint),
            rules: self.rules(flat, &undeclared),
            asked: flat.asked.clone(),
        }
    }

    /// The names of the fields: those of the properties, then those of members that are only required.
    fn field_names(&mut self, flat: &Flat<'d>, undeclared: &[&'d str]) -> Vec<FieldName> {
        let properties = flat.properties.iter().map(|property| property.name);
        let all = properties.chain(undeclared.iter().copied());
        let mut names: Vec<FieldName> = all.map(FieldName::new).collect();
        let plain = self.options.strict.then(|| names.clone());
        distinct(&mut names, "_", &[]);
        if let Some(plain) = plain {
            let clashes = plain.iter().zip(&names).zip(&flat.properties);
            for ((name, apart), property) in clashes {
                if name != apart
                    && let [site, ..] = &property.sites[..]
                {
                    let message = format!("two properties fall on the Rust name `{name}`");
                    let help = format!("rename `{}`, or the other one", property.name);
                    self.error(Code::NameClash, &site.place, message, &help);
                }
            }
        }
        names
    }

    fn field(
        &mut self,
        flat: &Flat<'d>,
        property: &Property<'d>,
        name: FieldName,
        hint: &Hint,
    ) -> Field {
        let schemas: Vec<Rc<Schema<'d>>> =
            property.sites.iter().map(|site| self.read(site)).collect();
        let item = self.joined(&property.sites, &hint.child(property.name));
        let required = flat.required.contains(&property.name);
        let default = schemas.iter().rev().find_map(|schema| schema.default);
        let same = schemas.iter().any(|schema| schema.null_is_absent) || flat.head.null_is_absent;
        let presence = presence(required, &item, same, default, &self.unalias(&item.ty));
        let fixed = property
            .sites
            .iter()
            .find_map(|site| self.constant_of(site, 0));
        Field {
            name,
            docs: prose(&schemas),
            presence,
            default: default.map(docs::json),
            fixed: fixed.filter(|_| required && !item.nullable),
            deprecated: schemas.iter().any(|schema| schema.deprecated),
            access: access(&schemas),
            declared: true,
            boxed: false,
            place: property.sites[0].place.clone(),
            ty: item.ty,
        }
    }

    /// A member of which the document says that it must be there, or when, and nothing else.
    fn undeclared_field(&mut self, flat: &Flat<'d>, name: FieldName, presence: Presence) -> Field {
        let place = flat.head.site.place.clone();
        let ty = self.raw(&place, "a member is required, but no property declares it");
        Field {
            name,
            docs: Docs::default(),
            ty,
            presence,
            default: None,
            fixed: None,
            deprecated: false,
            access: Access::Both,
            declared: false,
            boxed: false,
            place,
        }
    }

    /// The one value that a property allows.
    pub(super) fn constant_of(&mut self, site: &Site<'d>, depth: usize) -> Option<Literal> {
        let schema = self.read(site);
        match (&schema.values, schema.reference, &schema.all_of[..]) {
            (Some(values), _, _) => match &values[..] {
                [one] if !schema.null => literal(one),
                _ => None,
            },
            (None, Some(reference), _) if depth < 16 && !schema.has_own_shape() => {
                let target = self.resolve(site, reference)?;
                self.constant_of(&target, depth + 1)
            }
            (None, None, [only]) if depth < 16 => self.constant_of(only, depth + 1),
            _ => None,
        }
    }

    /// Members beyond the known ones, where the document speaks of them.
    fn rest(&mut self, flat: &Flat<'d>, hint: &Hint) -> Option<Rest> {
        let item = match (&flat.additional, &flat.patterns[..]) {
            (Additional::Of(site), []) => self.item(site, &hint.child("value")),
            (Additional::Unsaid | Additional::Nothing, [(_, site)]) => {
                self.item(site, &hint.child("value"))
            }
            (Additional::Unsaid | Additional::Nothing, []) => return None,
            _ => Item {
                ty: Type::Json,
                nullable: false,
            },
        };
        let name = FieldName::new("additional_properties");
        let taken = flat
            .properties
            .iter()
            .any(|property| FieldName::new(property.name).as_str() == name.as_str());
        Some(Rest {
            name: if taken { name.suffixed("_2") } else { name },
            item,
        })
    }

    fn rules(&mut self, flat: &Flat<'d>, undeclared: &[&'d str]) -> Vec<Rule> {
        let at_most: Vec<_> = flat
            .at_most_one
            .iter()
            .filter_map(|site| self.rule(flat, site))
            .collect();
        let expected: Vec<_> = flat
            .expect_one
            .iter()
            .filter_map(|site| self.rule(flat, site))
            .collect();
        let declared = flat.properties.iter().map(|property| property.name);
        let fields: Vec<&str> = declared.chain(undeclared.iter().copied()).collect();
        let index = |name: &&str| fields.iter().position(|field| field == name);
        let concluded = flat.expect_names.iter();
        let concluded = concluded.map(|names| names.iter().filter_map(index).collect());
        at_most
            .into_iter()
            .map(Rule::AtMostOne)
            .chain(expected.into_iter().chain(concluded).map(Rule::ExpectOne))
            .collect()
    }

    fn unknown_property(&mut self, flat: &Flat<'d>, at: &Site<'d>, name: &str) {
        let near = nearest(name, flat.properties.iter().map(|property| property.name));
        let help = near.map_or_else(
            || "name a property of this schema".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        let message = format!("the schema has no property `{name}`");
        self.error(Code::UnknownProperty, &at.place, message, &help);
    }

    fn rule(&mut self, flat: &Flat<'d>, site: &Site<'d>) -> Option<Vec<usize>> {
        let mut indices = Vec::new();
        for element in site.elements() {
            let Some(name) = element.node.as_str() else {
                continue;
            };
            let found = flat
                .properties
                .iter()
                .position(|property| property.name == name);
            let Some(index) = found else {
                self.unknown_property(flat, &element, name);
                return None;
            };
            indices.push(index);
        }
        Some(indices)
    }
}

/// The members that the schema or one of its branches requires without declaring them, where nothing else keeps them.
fn undeclared<'d>(flat: &Flat<'d>) -> Vec<&'d str> {
    if !flat.keeps_named() {
        return Vec::new();
    }
    let required = &flat.required;
    let named = flat.named.iter().filter(|name| !required.contains(name));
    let all = required.iter().chain(named).copied();
    all.filter(|name| !flat.declares(name)).collect()
}

fn presence(
    required: bool,
    item: &Item,
    same: bool,
    default: Option<&Node>,
    ty: &Type,
) -> Presence {
    let empty = matches!(
        (default, ty),
        (Some(Node::List(list)), Type::List(_)) if list.is_empty()
    ) || matches!(
        (default, ty),
        (Some(Node::Map(map)), Type::Map(_)) if map.is_empty()
    );
    match (required, item.nullable) {
        (true, false) => Presence::Required,
        (true, true) => Presence::RequiredNullable,
        (false, _) if empty => Presence::OrEmpty,
        (false, true) if !same => Presence::OptionalNullable,
        (false, _) => Presence::Optional,
    }
}

fn access(schemas: &[Rc<Schema<'_>>]) -> Access {
    if schemas.iter().any(|schema| schema.read_only) {
        Access::ReadOnly
    } else if schemas.iter().any(|schema| schema.write_only) {
        Access::WriteOnly
    } else {
        Access::Both
    }
}

/// The prose nearest to the place of use: the last description given.
fn prose(schemas: &[Rc<Schema<'_>>]) -> Docs {
    let mut all: Vec<Docs> = schemas
        .iter()
        .map(|schema| docs::of_schema(schema))
        .collect();
    let Some(mut docs) = all.pop() else {
        return Docs::default();
    };
    for earlier in all.into_iter().rev() {
        docs.text = docs.text.or(earlier.text);
        docs.title = docs.title.or(earlier.title);
        docs.notes.extend(earlier.notes);
    }
    docs
}
