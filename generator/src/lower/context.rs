//! What the whole lowering shares: the document, the findings, and the types made so far.

use super::Options;
use super::hint::Hint;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::ir::{Item, Param, Shape, Type, TypeDef, TypeId, Types, Usage};
use crate::openapi::Schema;
use crate::source::{Document, FileId, Node, Place, Site};
use foldhash::{HashMap, HashSet};
use std::rc::Rc;

/// A place whose value stays raw JSON, and why.
#[derive(Debug, Clone)]
pub struct Untyped {
    /// The schema.
    pub place: Place,
    /// Why it has no type of its own.
    pub why: &'static str,
}

pub(super) struct Context<'d> {
    pub document: &'d Document,
    pub options: &'d Options,
    pub report: Report,
    pub types: Types,
    pub untyped: Vec<Untyped>,
    /// The schemas that were read, by their nodes: many steps ask for the same one.
    read: HashMap<*const Node, Rc<Schema<'d>>>,
    /// Whether null is a value of the schemas that were asked for it, by their nodes.
    nullable: HashMap<*const Node, bool>,
    /// What references lead to, by the file they stand in.
    targets: HashMap<FileId, HashMap<&'d str, Site<'d>>>,
    /// What was made of the parameters that are components.
    pub(super) params: HashMap<Place, Option<Param>>,
    /// What was made of the schemas that have names.
    made: HashMap<Place, Item>,
    /// The families of components that inherit their discriminator, by the places of the components.
    pub(super) families: HashMap<Place, Item>,
    /// The knots of choices that contain each other, by the places of the choices: see `unrolled`.
    pub(super) choices: HashMap<Place, Rc<Vec<Place>>>,
    /// What the branches of choices are called, by the nodes of the schemas that have them.
    pub(super) branch_words: HashMap<*const Node, Rc<HashMap<Place, String>>>,
    /// References that were reported as broken.
    broken: HashSet<Place>,
    /// The components that extend another by `allOf`, by the place of that other; filled when first asked for.
    children: Option<HashMap<Place, Vec<(String, Place)>>>,
    /// How many references lead from an endpoint to the schema at hand.
    depth: usize,
}

/// How many references in a row are followed: ten times what the largest known documents have,
/// and few enough for the stack.
const DEEPEST: usize = 10_000;

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document, options: &'d Options) -> Self {
        Self {
            document,
            options,
            report: Report::new(),
            types: Types::default(),
            untyped: Vec::new(),
            read: HashMap::default(),
            nullable: HashMap::default(),
            targets: HashMap::default(),
            params: HashMap::default(),
            made: HashMap::default(),
            families: HashMap::default(),
            choices: HashMap::default(),
            branch_words: HashMap::default(),
            broken: HashSet::default(),
            children: None,
            depth: 0,
        }
    }

    /// Follows the `$ref` of an object that is no schema, however many there are in a row.
    pub(super) fn follow(&mut self, site: Site<'d>) -> Option<Site<'d>> {
        let mut here = site;
        let mut passed = HashSet::default();
        while let Some(reference) = here.node.get("$ref").and_then(|node| node.as_str()) {
            if !passed.insert(here.place.clone()) {
                self.once(
                    &here.place.child("$ref"),
                    Code::CyclicReference,
                    format!("`{reference}` leads back to itself"),
                );
                return None;
            }
            here = self.resolve(&here, reference)?;
        }
        Some(here)
    }

    /// What `reference`, found in `site`, points to; reported when it points nowhere.
    pub(super) fn resolve(&mut self, site: &Site<'d>, reference: &'d str) -> Option<Site<'d>> {
        let targets = self.targets.entry(site.place.file).or_default();
        if let Some(target) = targets.get(reference) {
            return Some(target.clone());
        }
        match self.document.resolve(site.place.file, reference) {
            Ok(target) => {
                targets.insert(reference, target.clone());
                Some(target)
            }
            Err(error) => {
                let at = site
                    .get("$ref")
                    .map_or_else(|| site.place.clone(), |site| site.place);
                if self.broken.insert(at.clone()) {
                    self.report.push(error.diagnostic(reference, at));
                }
                None
            }
        }
    }

    /// The schema at `site`.
    pub(super) fn read(&mut self, site: &Site<'d>) -> Rc<Schema<'d>> {
        let read = self.read.entry(std::ptr::from_ref(site.node));
        Rc::clone(read.or_insert_with(|| Rc::new(Schema::read(site.clone()))))
    }

    /// The Rust type of the schema at `site`; `hint` names it if it is written inline.
    pub(super) fn item(&mut self, site: &Site<'d>, hint: &Hint) -> Item {
        let schema = self.read(site);
        self.schema(&schema, hint)
    }

    /// The Rust type of what a reference to `target` stands for.
    pub(super) fn declared(&mut self, target: &Site<'d>) -> Item {
        match self.inherited_family(target) {
            Some(item) => item,
            None => self.alone(target),
        }
    }

    /// The Rust type of the schema at `target`, which is declared under a name of its own.
    pub(super) fn alone(&mut self, target: &Site<'d>) -> Item {
        if let Some(item) = self.made.get(&target.place) {
            return item.clone();
        }
        if self.depth == DEEPEST {
            let message = format!("more than {DEEPEST} schemas refer to each other in a row");
            self.once(&target.place, Code::TooDeep, message);
            return Item {
                ty: Type::Json,
                nullable: true,
            };
        }
        let schema = self.read(target);
        let declared = self.hint_within_component(&target.place);
        let hint = declared.unwrap_or_else(|| Hint::of_place(self.document, &target.place));
        let id = self.types.add(TypeDef {
            name: hint.type_name(),
            file: hint.file(),
            docs: super::docs::of_schema(&schema),
            shape: Shape::Alias(Item {
                ty: Type::Json,
                nullable: false,
            }),
            usage: Usage::default(),
            deprecated: schema.deprecated,
            place: target.place.clone(),
        });
        let nullable = self.is_nullable(&schema);
        let item = Item {
            ty: Type::Named(id),
            nullable,
        };
        self.made.insert(target.place.clone(), item.clone());
        self.depth += 1;
        let shape = self.declaration(&schema, &hint);
        self.depth -= 1;
        self.types.get_mut(id).shape = shape;
        item
    }

    /// Takes in a type that is written inline.
    pub(super) fn inline(&mut self, schema: &Schema<'d>, hint: &Hint, shape: Shape) -> Type {
        Type::Named(self.add(schema, hint, shape))
    }

    pub(super) fn add(&mut self, schema: &Schema<'d>, hint: &Hint, shape: Shape) -> TypeId {
        self.types.add(TypeDef {
            name: hint.type_name(),
            file: hint.file(),
            docs: super::docs::of_schema(schema),
            shape,
            usage: Usage::default(),
            deprecated: schema.deprecated,
            place: schema.site.place.clone(),
        })
    }

    /// What was made of an inline schema before, so that a reference into it finds the same type.
    pub(super) fn known(&self, place: &Place) -> Option<Item> {
        self.made.get(place).cloned()
    }

    pub(super) fn remember(&mut self, place: &Place, item: &Item) {
        if matches!(item.ty, Type::Named(_)) {
            self.made.insert(place.clone(), item.clone());
        }
    }

    /// A value that stays raw JSON.
    pub(super) fn raw(&mut self, place: &Place, why: &'static str) -> Type {
        self.untyped.push(Untyped {
            place: place.clone(),
            why,
        });
        Type::Json
    }

    /// The named type behind any aliases.
    pub(super) fn unalias(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        for _ in 0..64 {
            match &ty {
                Type::Named(id) => match &self.types.get(*id).shape {
                    Shape::Alias(item) => ty = item.ty.clone(),
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        ty
    }

    /// The components that extend the one at `place` by `allOf`, in document order.
    pub(super) fn children(&mut self, place: &Place) -> Vec<(String, Site<'d>)> {
        let index = match self.children.take() {
            Some(index) => index,
            None => self.extensions(),
        };
        let found = index.get(place).cloned().unwrap_or_default();
        self.children = Some(index);
        let schemas = self.component_schemas();
        found
            .into_iter()
            .filter_map(|(name, _)| Some((name.clone(), schemas.as_ref()?.get(&name)?)))
            .collect()
    }

    pub(super) fn component_schemas(&self) -> Option<Site<'d>> {
        self.document.root().get("components")?.get("schemas")
    }

    fn extensions(&self) -> HashMap<Place, Vec<(String, Place)>> {
        let mut index: HashMap<Place, Vec<(String, Place)>> = HashMap::default();
        let Some(schemas) = self.component_schemas() else {
            return index;
        };
        for (name, site) in schemas.members() {
            for part in site.get("allOf").iter().flat_map(Site::elements) {
                let reference = part.node.get("$ref").and_then(|node| node.as_str());
                if let Some(reference) = reference
                    && let Ok(parent) = self.document.resolve(site.place.file, reference)
                    && parent.place != site.place
                {
                    index
                        .entry(parent.place)
                        .or_default()
                        .push((name.to_owned(), site.place.clone()));
                }
            }
        }
        index
    }

    pub(super) fn error(&mut self, code: Code, place: &Place, message: String, help: &str) {
        self.report
            .push(Diagnostic::error(code, place.clone(), message).help(help));
    }

    /// Reports an error at a place that several walks come by.
    pub(super) fn once(&mut self, place: &Place, code: Code, message: String) {
        if self.broken.insert(place.clone()) {
            self.report
                .push(Diagnostic::error(code, place.clone(), message));
        }
    }

    /// Reports, once, what is an error in a document of one's own and has a sensible reading in a foreign one.
    pub(super) fn doubtful(&mut self, place: &Place, code: Code, message: String) {
        if self.options.strict {
            self.once(place, code, message);
        } else if self.broken.insert(place.clone()) {
            self.report
                .push(Diagnostic::warning(code, place.clone(), message));
        }
    }

    /// Whether null is a value of `schema`, wherever that is said.
    pub(super) fn is_nullable(&mut self, schema: &Schema<'d>) -> bool {
        let mut passed = HashSet::default();
        let is = self.finds_null(schema, &mut passed);
        if !is {
            // Then it is behind none of the schemas on the way.
            self.nullable
                .extend(passed.into_iter().map(|node| (node, false)));
        }
        is
    }

    fn finds_null(&mut self, schema: &Schema<'d>, passed: &mut HashSet<*const Node>) -> bool {
        if schema.null {
            return true;
        }
        let node = std::ptr::from_ref(schema.site.node);
        if let Some(known) = self.nullable.get(&node) {
            return *known;
        }
        if !passed.insert(node) {
            return false;
        }
        let through = match schema.reference {
            Some(reference) => self.resolve(&schema.site, reference),
            None => None,
        };
        let only = match (&schema.all_of[..], schema.reference) {
            ([one], None) if !schema.has_more_than_all_of() => Some(one.clone()),
            _ => None,
        };
        let choices: Vec<Site<'d>> = through
            .into_iter()
            .chain(only)
            .chain(schema.one_of.iter().cloned())
            .chain(schema.any_of.iter().cloned())
            .collect();
        let is = choices.iter().any(|site| {
            let schema = self.read(site);
            self.finds_null(&schema, passed)
        });
        if is {
            self.nullable.insert(node, true);
        }
        is
    }
}
