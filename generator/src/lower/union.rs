//! `oneOf`, `anyOf` and lists of types: one of several shapes, or several at once.

mod alternatives;
mod branch;
mod family;
mod require;
mod tag;
mod unroll;
mod words;

use super::context::Context;
use super::flat::{Choice, Flat};
use super::hint::Hint;
use super::names;
use super::shape::Form;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Discriminant, Docs, FieldName, Kinds, Overlap, Part, Payload, Shape, Type, Union, Variant,
    VariantName,
};
use crate::openapi::{Discriminator, Schema};
use crate::source::{Place, Site};
use branch::{
    contested, fold, is_object, kind_label, kinds_of, objects, strictness, string_words, word_docs,
};

/// One alternative of a choice.
struct Branch<'d> {
    /// What its variant is called.
    label: String,
    /// What its type is called beyond the union, where that is not the label.
    words: Option<String>,
    /// Whether the document gives it that name, as a component's or a title.
    named: bool,
    flat: Flat<'d>,
    /// The schema as written; `None` where something is joined into it.
    site: Option<Site<'d>>,
    place: Place,
    /// The kinds its values can have.
    kinds: Kinds,
    /// The component it refers to, for the tags of a discriminator.
    reference: Option<&'d str>,
    /// The discriminator of the inner choice it was taken from, where that gave way to its branches.
    told: Option<Discriminator<'d>>,
}

/// What the objects of a choice are called that become one variant.
const OBJECT: &str = "object";

impl<'d> Context<'d> {
    /// The form of a schema with `oneOf` or `anyOf`, and whether one of the branches is null.
    pub(super) fn choice(&mut self, flat: &Flat<'d>, hint: &Hint) -> (Form, bool) {
        let (base, choices) = self.set_apart(flat);
        match &choices[..] {
            [] => self.form(&base, hint),
            [one] => self.one_choice(base, one, hint),
            many => self.several_choices(&base, many, hint),
        }
    }

    /// The choices that say what a value looks like, and what stands beside them.
    fn set_apart(&mut self, flat: &Flat<'d>) -> (Flat<'d>, Vec<Choice<'d>>) {
        let mut base = flat.clone();
        let (limits, choices): (Vec<_>, Vec<_>) = std::mem::take(&mut base.choices)
            .into_iter()
            .partition(|choice| self.only_validates(choice));
        for choice in &limits {
            self.require(&mut base, choice);
        }
        (base, choices)
    }

    /// Whether no branch says what a value looks like, only which members it must have or how large it is.
    fn only_validates(&mut self, choice: &Choice<'d>) -> bool {
        choice.branches.iter().all(|site| {
            let schema = self.read(site);
            let mut rest = Schema::clone(&schema);
            rest.required.clear();
            rest.types = rest.types.filter(|types| !types.is_only("object"));
            schema.boolean.is_none()
                && schema.reference.is_none()
                && !schema.null
                && !rest.has_own_shape()
                && (!schema.required.is_empty()
                    || schema.not.is_some()
                    || schema.types.is_none() && schema.format.is_none())
        })
    }

    fn one_choice(&mut self, base: Flat<'d>, choice: &Choice<'d>, hint: &Hint) -> (Form, bool) {
        let among = self.alternatives(&base, choice);
        let mut null = among.null;
        if let [only] = &among.sites[..] {
            let (form, inner) = self.only_branch(base, only, among.joins, hint);
            return (form, null || inner);
        }
        let branches = self.branches(&base, among);
        null |= branches.iter().any(|branch| branch.flat.null);
        if branches.is_empty() {
            return (Form::Type(self.raw(&choice.at, "it has no branches")), null);
        }
        if let Some(form) = fold(&branches) {
            return (form, null);
        }
        (self.union(branches, choice, hint), null)
    }

    fn only_branch(
        &mut self,
        base: Flat<'d>,
        only: &Site<'d>,
        joins: bool,
        hint: &Hint,
    ) -> (Form, bool) {
        if joins {
            let flat = self.with(base, only);
            let (form, null) = self.form(&flat, hint);
            return (form, null || flat.null);
        }
        let item = self.item(only, hint);
        (Form::Type(item.ty), item.nullable)
    }

    /// A union of the types of a `type` list.
    pub(super) fn union_of_types(
        &mut self,
        parts: Vec<(&'static str, Flat<'d>)>,
        hint: &Hint,
    ) -> Form {
        let variants = parts
            .into_iter()
            .map(|(_, flat)| {
                let label = kind_label(&flat).to_owned();
                let kinds = kinds_of(flat.types.unwrap_or_default());
                let (form, _) = self.form(&flat, &hint.child(&label));
                let ty = self.settle(form, &flat, &hint.child(&label));
                variant(
                    &label,
                    Docs::default(),
                    Payload::Type(ty),
                    kinds,
                    Vec::new(),
                )
            })
            .collect();
        Form::Shape(Shape::Union(named(Union {
            variants,
            discriminant: Discriminant::Kind,
        })))
    }

    fn settle(&mut self, form: Form, flat: &Flat<'d>, hint: &Hint) -> Type {
        match form {
            Form::Type(ty) => ty,
            Form::Shape(shape) => self.inline(&flat.head, hint, shape),
        }
    }

    /// Calls the branches what their types are called after, and gives what tells them apart: a member,
    /// and its values for each of them.
    fn label(
        &mut self,
        branches: &mut [Branch<'d>],
        choice: &Choice<'d>,
    ) -> Option<(String, Vec<Vec<String>>)> {
        let property = choice.discriminator.as_ref().map(|told| told.property);
        let tag = self.tag(branches, property, choice);
        match &tag {
            None => name_objects(branches),
            Some((_, tags)) => {
                for (branch, tags) in branches.iter_mut().zip(tags) {
                    if let ([only], false) = (&tags[..], branch.named) {
                        branch.label.clone_from(only);
                    }
                }
            }
        }
        tag
    }

    fn union(&mut self, mut branches: Vec<Branch<'d>>, choice: &Choice<'d>, hint: &Hint) -> Form {
        let tag = self.label(&mut branches, choice);
        match overlaps(&branches, choice, tag.is_some()) {
            Overlaps::All => return Form::Shape(self.overlap(branches, hint)),
            Overlaps::Objects => return self.union_with_overlap(branches, hint),
            Overlaps::None => {}
        }
        let contested = contested(&branches);
        let discriminant = match &tag {
            Some((property, _)) => Discriminant::Property(property.clone()),
            None if !contested => Discriminant::Kind,
            None => Discriminant::FirstMatch,
        };
        let mut tags = tag.map_or_else(|| vec![Vec::new(); branches.len()], |(_, tags)| tags);
        if discriminant == Discriminant::FirstMatch {
            let mut order: Vec<usize> = (0..branches.len()).collect();
            order.sort_by_key(|index| strictness(&branches[*index].flat));
            let mut slots: Vec<Option<Branch<'d>>> = branches.into_iter().map(Some).collect();
            branches = order
                .into_iter()
                .filter_map(|index| slots[index].take())
                .collect();
            tags = vec![Vec::new(); branches.len()];
        }
        let mut variants = Vec::new();
        for (branch, tags) in branches.into_iter().zip(tags) {
            self.variants(&branch, tags, hint, &mut variants);
        }
        Form::Shape(Shape::Union(named(Union {
            variants,
            discriminant,
        })))
    }

    /// The variants of a branch: one for each word, else one.
    fn variants(
        &mut self,
        branch: &Branch<'d>,
        tags: Vec<String>,
        hint: &Hint,
        out: &mut Vec<Variant>,
    ) {
        let words = string_words(&branch.flat);
        if !words.is_empty() && branch.flat.effective_types().is_only("string") {
            let kinds = branch.kinds;
            let docs = word_docs(&branch.flat);
            if let (2.., Some(text)) = (words.len(), branch.flat.head.site.get("description")) {
                let message = "what is said of several words together has no place of its own";
                let note = Diagnostic::note(Code::Ignored, text.place, message);
                self.report.push(note.at_key());
            }
            out.extend(words.into_iter().map(|word| {
                let payload = Payload::Word(word.clone());
                variant(&word, docs.clone(), payload, kinds, Vec::new())
            }));
            return;
        }
        let docs = super::docs::of_schema(&branch.flat.head);
        let kinds = branch.kinds;
        let label = branch.label.clone();
        let ty = self.branch_type(branch, hint);
        let docs = if matches!(ty, Type::Named(_)) {
            Docs::default()
        } else {
            docs
        };
        out.push(variant(&label, docs, Payload::Type(ty), kinds, tags));
    }

    fn branch_type(&mut self, branch: &Branch<'d>, hint: &Hint) -> Type {
        let hint = hint.child(branch.words.as_ref().unwrap_or(&branch.label));
        if let Some(site) = &branch.site {
            return self.own_type(site, &hint);
        }
        let (form, _) = self.form(&branch.flat, &hint);
        self.settle(form, &branch.flat, &hint)
    }

    /// The type of a branch: of a component that others extend its own, since a choice lists whom it means.
    fn own_type(&mut self, site: &Site<'d>, hint: &Hint) -> Type {
        let schema = self.read(site);
        if let Some(reference) = schema.reference.filter(|_| !schema.has_own_shape())
            && let Some(target) = self.resolve(site, reference)
            && self.inherited(&target).is_some()
        {
            return self.alone(&target).ty;
        }
        self.schema(&schema, hint).ty
    }

    fn overlap(&mut self, branches: Vec<Branch<'d>>, hint: &Hint) -> Shape {
        let mut names: Vec<FieldName> = branches
            .iter()
            .map(|branch| FieldName::new(&branch.label))
            .collect();
        names::distinct(&mut names, "_", &[]);
        let parts = branches
            .into_iter()
            .zip(names)
            .map(|(branch, name)| Part {
                name,
                docs: super::docs::of_schema(&branch.flat.head),
                ty: self.branch_type(&branch, hint),
                boxed: false,
            })
            .collect();
        Shape::Overlap(Overlap { parts })
    }

    /// `anyOf` of objects that may hold at once, and of other kinds: the objects become one variant.
    fn union_with_overlap(&mut self, branches: Vec<Branch<'d>>, hint: &Hint) -> Form {
        let (objects, others): (Vec<_>, Vec<_>) = branches
            .into_iter()
            .partition(|branch| is_object(branch.kinds));
        let object = Kinds {
            object: true,
            ..Kinds::default()
        };
        let inner = hint.child(OBJECT);
        let head = objects.first().map(|branch| branch.flat.head.clone());
        let contested = contested(&others);
        let mut variants = Vec::new();
        for branch in others {
            self.variants(&branch, Vec::new(), hint, &mut variants);
        }
        if let Some(head) = head {
            let shape = self.overlap(objects, &inner);
            let ty = self.inline(&head, &inner, shape);
            variants.push(variant(
                "Object",
                Docs::default(),
                Payload::Type(ty),
                object,
                Vec::new(),
            ));
        }
        let discriminant = if contested {
            Discriminant::FirstMatch
        } else {
            Discriminant::Kind
        };
        Form::Shape(Shape::Union(named(Union {
            variants,
            discriminant,
        })))
    }

    /// Several choices that all hold: each is a part, and so is what stands beside them.
    fn several_choices(
        &mut self,
        base: &Flat<'d>,
        choices: &[Choice<'d>],
        hint: &Hint,
    ) -> (Form, bool) {
        let mut parts = Vec::new();
        for (index, choice) in choices.iter().enumerate() {
            let name = several(index);
            let inner = hint.child(&name);
            let (form, _) = self.one_choice(without_members(base), choice, &inner);
            let ty = self.settle(form, base, &inner);
            parts.push((name, ty));
        }
        if base.has_members() {
            let inner = hint.child("base");
            let form = self.plain(base, &inner);
            let ty = self.settle(form, base, &inner);
            parts.push(("base".to_owned(), ty));
        }
        let parts = parts
            .into_iter()
            .map(|(name, ty)| Part {
                name: FieldName::new(&name),
                docs: Docs::default(),
                ty,
                boxed: false,
            })
            .collect::<Vec<_>>();
        let readable = parts.iter().all(|part| self.reads_from_object(&part.ty));
        if readable {
            return (Form::Shape(Shape::Overlap(Overlap { parts })), false);
        }
        (
            Form::Type(self.raw(&choices[0].at, "several choices hold at once")),
            false,
        )
    }

    fn reads_from_object(&self, ty: &Type) -> bool {
        match self.unalias(ty) {
            Type::Named(id) => matches!(
                self.types.get(id).shape,
                Shape::Struct(_) | Shape::Union(_) | Shape::Overlap(_)
            ),
            Type::Map(_) | Type::Json => true,
            Type::Scalar(_) | Type::List(_) => false,
        }
    }
}

/// The objects of a choice that may hold at once.
enum Overlaps {
    All,
    /// There are branches of other kinds beside them.
    Objects,
    None,
}

fn overlaps(branches: &[Branch<'_>], choice: &Choice<'_>, is_told: bool) -> Overlaps {
    if !choice.any || is_told || objects(branches) < 2 {
        Overlaps::None
    } else if branches.iter().all(|branch| is_object(branch.kinds)) {
        Overlaps::All
    } else {
        Overlaps::Objects
    }
}

/// What one of several choices that all hold is called.
fn several(index: usize) -> String {
    format!("choice {}", index + 1)
}

/// What stands beside several choices, less what becomes a part of its own.
fn without_members<'d>(base: &Flat<'d>) -> Flat<'d> {
    Flat {
        properties: Vec::new(),
        required: Vec::new(),
        ..base.clone()
    }
}

/// Calls each of several objects without a name after a member that no other branch has, a required
/// one before others.
fn name_objects(branches: &mut [Branch<'_>]) {
    let nameless: Vec<usize> = (0..branches.len())
        .filter(|index| {
            let branch = &branches[*index];
            is_object(branch.kinds) && !branch.named && branch.label == kind_label(&branch.flat)
        })
        .collect();
    if nameless.len() < 2 {
        return;
    }
    let labels: Vec<Option<String>> = nameless
        .iter()
        .map(|index| own_member(branches, *index).map(str::to_owned))
        .collect();
    for (index, label) in nameless.into_iter().zip(labels) {
        if let Some(label) = label {
            // `MessageContent` would be the type of that member.
            branches[index].words = Some(format!("with {label}"));
            branches[index].label = label;
        }
    }
}

/// The first required member that no other branch has, else the first member of that kind.
fn own_member<'d>(branches: &[Branch<'d>], index: usize) -> Option<&'d str> {
    let names = |flat: &Flat<'d>| -> Vec<&'d str> {
        flat.properties
            .iter()
            .map(|property| property.name)
            .collect()
    };
    let others = branches
        .iter()
        .enumerate()
        .filter(|(other, _)| *other != index);
    let taken: Vec<&str> = others.flat_map(|(_, other)| names(&other.flat)).collect();
    let flat = &branches[index].flat;
    let all = flat.required.iter().copied().chain(names(flat));
    let mut own = all.filter(|name| !taken.contains(name));
    own.next()
}

fn variant(label: &str, docs: Docs, payload: Payload, kinds: Kinds, tags: Vec<String>) -> Variant {
    Variant {
        name: VariantName::new(label),
        docs,
        payload,
        kinds,
        tags,
        boxed: false,
    }
}

/// Gives the variants distinct names.
fn named(mut union: Union) -> Union {
    names::variants(union.variants.iter_mut().map(|variant| &mut variant.name));
    union
}
