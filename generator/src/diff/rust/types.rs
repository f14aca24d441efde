//! Types compared: what they are, their variants, and what they convert from.

use super::{Rust, counterpart, name, names, unalias, written, written_item};
use crate::diff::change::Bump;
use crate::diff::kind::Kind;
use crate::ir::{Api, Discriminant, Enum, Overlap, Payload, Shape, Type, TypeDef, Union, Variant};
use std::collections::BTreeSet;

impl<'a> Rust<'a> {
    pub(super) fn types(&mut self) {
        let (old, new) = (self.old, self.new);
        for id in self.names.removed.clone() {
            let def = old.api.types.get(id);
            let at = counterpart(new.document, &def.place);
            let message = format!(
                "type removed: `{0}` is gone; code that names it no longer compiles",
                def.name
            );
            self.add(
                Kind::TypeRemoved,
                Bump::Major,
                (&def.place, &at),
                def.name.wire(),
                message,
            );
        }
        for id in self.names.added.clone() {
            let def = new.api.types.get(id);
            let at = counterpart(old.document, &def.place);
            let message = format!("type added: `{}`", def.name);
            self.add(
                Kind::TypeAdded,
                Bump::Minor,
                (&at, &def.place),
                def.name.wire(),
                message,
            );
        }
        for (one, two) in self.names.renamed.clone() {
            let (was, is) = (name(old.api, one).to_owned(), name(new.api, two).to_owned());
            let at = (&old.api.types.get(one).place, &new.api.types.get(two).place);
            let message = format!(
                "type renamed: `{was}` is `{is}` now; `pub type {was} = {is};` keeps old code compiling"
            );
            self.add(Kind::TypeRenamed, Bump::Major, at, &was, message);
        }
        for (one, two) in self.names.kept(&old.api.types, &new.api.types) {
            self.type_def(one, two);
        }
    }

    fn type_def(&mut self, old: &'a TypeDef, new: &'a TypeDef) {
        let at = (&old.place, &new.place);
        let name = &new.name;
        match (&old.shape, &new.shape) {
            (Shape::Struct(one), Shape::Struct(two)) => self.structs((old, one), (new, two)),
            (Shape::Enum(one), Shape::Enum(two)) => self.enums((old, one), (new, two)),
            (Shape::Union(one), Shape::Union(two)) => self.unions((old, one), (new, two)),
            (Shape::Overlap(one), Shape::Overlap(two)) => self.overlaps((old, one), (new, two)),
            (Shape::Alias(one), Shape::Alias(two)) | (Shape::Newtype(one), Shape::Newtype(two)) => {
                if one.nullable != two.nullable || !self.is_same(&one.ty, &two.ty) {
                    let message = format!(
                        "type changed: `{name}` is `{}`, no longer `{}`",
                        written_item(self.new.api, two),
                        written_item(self.old.api, one)
                    );
                    self.add(Kind::TypeReshaped, Bump::Major, at, name.wire(), message);
                }
            }
            (Shape::Tuple(one), Shape::Tuple(two)) => {
                let items = |api: &Api, tuple: &crate::ir::Tuple| -> Vec<String> {
                    let items = tuple.items.iter().chain(&tuple.rest);
                    items.map(|item| written_item(api, item)).collect()
                };
                let (was, is) = (items(self.old.api, one), items(self.new.api, two));
                if was != is || one.items.len() != two.items.len() {
                    let message = format!(
                        "type changed: `{name}` holds ({}), no longer ({})",
                        is.join(", "),
                        was.join(", ")
                    );
                    self.add(Kind::TypeReshaped, Bump::Major, at, name.wire(), message);
                }
            }
            (one, two) => {
                let message = format!(
                    "type changed: `{name}` is {}, no longer {}; code that makes or reads it no longer compiles",
                    names::kind(two),
                    names::kind(one)
                );
                self.add(Kind::TypeReshaped, Bump::Major, at, name.wire(), message);
            }
        }
        self.type_prose(old, new);
    }

    fn enums(&mut self, (old, one): (&'a TypeDef, &'a Enum), (new, two): (&'a TypeDef, &'a Enum)) {
        let at = (&old.place, &new.place);
        let name = &new.name;
        if one.base != two.base {
            let message = format!("type changed: `{name}` no longer holds values of the same kind");
            self.add(Kind::TypeReshaped, Bump::Major, at, name.wire(), message);
        }
        for word in &one.words {
            let same = two
                .words
                .iter()
                .find(|other| other.name.as_str() == word.name.as_str());
            match same {
                None => {
                    let message = format!(
                        "enum variant removed: `{name}::{}` is gone; code that names it no longer compiles",
                        word.name
                    );
                    self.add(
                        Kind::VariantRemoved,
                        Bump::Major,
                        at,
                        word.name.wire(),
                        message,
                    );
                }
                Some(other) if other.name.wire() != word.name.wire() => {
                    let message = format!(
                        "`{name}::{}` stands for `{}`, no longer for `{}`",
                        word.name,
                        other.name.wire(),
                        word.name.wire()
                    );
                    self.add(
                        Kind::SentDifferently,
                        Bump::Patch,
                        at,
                        word.name.wire(),
                        message,
                    );
                }
                Some(_) => {}
            }
        }
        for word in &two.words {
            if !one
                .words
                .iter()
                .any(|other| other.name.as_str() == word.name.as_str())
            {
                let message = format!("enum variant added: `{name}::{}`", word.name);
                self.add(
                    Kind::VariantAdded,
                    Bump::Minor,
                    at,
                    word.name.wire(),
                    message,
                );
            }
        }
    }

    fn unions(
        &mut self,
        (old, one): (&'a TypeDef, &'a Union),
        (new, two): (&'a TypeDef, &'a Union),
    ) {
        let at = (&old.place, &new.place);
        let name = &new.name;
        for variant in &one.variants {
            let subject = subject(self.old.api, variant);
            let same = two
                .variants
                .iter()
                .find(|other| other.name.as_str() == variant.name.as_str());
            match same {
                None => {
                    let message = format!(
                        "enum variant removed: `{name}::{}` is gone; code that names it no longer compiles",
                        variant.name
                    );
                    self.add(Kind::VariantRemoved, Bump::Major, at, &subject, message);
                }
                Some(other) => self.variant(at, name.as_str(), variant, other),
            }
        }
        for variant in &two.variants {
            let is_new = !one
                .variants
                .iter()
                .any(|other| other.name.as_str() == variant.name.as_str());
            if is_new {
                let message = format!("enum variant added: `{name}::{}`", variant.name);
                let subject = subject(self.new.api, variant);
                self.add(Kind::VariantAdded, Bump::Minor, at, &subject, message);
            }
        }
        let takes_text = |api: &Api, shape: &Union| shape.takes_text(&api.types, &BTreeSet::new());
        let is_made = old.usage.request && new.usage.request;
        if is_made && takes_text(self.old.api, one) && !takes_text(self.new.api, two) {
            let message = format!(
                "type changed: a string makes no `{name}` any more; code that gives one no longer compiles"
            );
            self.add(Kind::TypeReshaped, Bump::Major, at, name.wire(), message);
        }
        if one.discriminant != two.discriminant {
            let how = match &two.discriminant {
                Discriminant::Property(property) => format!("the member `{property}`"),
                Discriminant::Kind => "the kind of the value".to_owned(),
                Discriminant::FirstMatch => "the first that fits".to_owned(),
            };
            let message = format!("`{name}` is told apart by {how} now");
            self.add(Kind::SentDifferently, Bump::Patch, at, name.wire(), message);
        }
        self.usage(old, new);
    }

    fn variant(
        &mut self,
        at: (&crate::source::Place, &crate::source::Place),
        name: &str,
        old: &Variant,
        new: &Variant,
    ) {
        let same = match (&old.payload, &new.payload) {
            (Payload::Word(_), Payload::Word(_)) => true,
            (Payload::Type(one), Payload::Type(two)) => {
                old.boxed == new.boxed && self.is_same(one, two)
            }
            (Payload::Word(_), Payload::Type(_)) | (Payload::Type(_), Payload::Word(_)) => false,
        };
        if !same {
            let payload = |api: &Api, variant: &Variant| match &variant.payload {
                Payload::Word(_) => "nothing".to_owned(),
                Payload::Type(ty) if variant.boxed => format!("`Box<{}>`", written(api, ty)),
                Payload::Type(ty) => format!("`{}`", written(api, ty)),
            };
            let message = format!(
                "enum variant changed: `{name}::{}` holds {}, no longer {}",
                new.name,
                payload(self.new.api, new),
                payload(self.old.api, old)
            );
            let subject = subject(self.old.api, old);
            self.add(Kind::VariantChanged, Bump::Major, at, &subject, message);
        } else if old.tags != new.tags || old.kinds != new.kinds {
            let message = format!("`{name}::{}` is recognised differently", new.name);
            let subject = subject(self.old.api, old);
            self.add(Kind::SentDifferently, Bump::Patch, at, &subject, message);
        }
    }

    fn overlaps(
        &mut self,
        (old, one): (&'a TypeDef, &'a Overlap),
        (new, two): (&'a TypeDef, &'a Overlap),
    ) {
        let at = (&old.place, &new.place);
        let name = &new.name;
        for part in &one.parts {
            let same = two
                .parts
                .iter()
                .find(|other| other.name.as_str() == part.name.as_str());
            let message = match same {
                None => format!(
                    "field removed: `{name}::{}` is gone; code that names it no longer compiles",
                    part.name
                ),
                Some(other) if part.boxed != other.boxed || !self.is_same(&part.ty, &other.ty) => {
                    format!(
                        "field changed: `{name}::{}` is `{}`, no longer `{}`",
                        part.name,
                        written(self.new.api, &other.ty),
                        written(self.old.api, &part.ty)
                    )
                }
                Some(_) => continue,
            };
            let kind = if same.is_none() {
                Kind::FieldRemoved
            } else {
                Kind::FieldChanged
            };
            self.add(kind, Bump::Major, at, part.name.wire(), message);
        }
        for part in &two.parts {
            if !one
                .parts
                .iter()
                .any(|other| other.name.as_str() == part.name.as_str())
            {
                let message = format!("field added: `{name}::{}`", part.name);
                self.add(Kind::FieldAdded, Bump::Minor, at, part.name.wire(), message);
            }
        }
        self.usage(old, new);
    }

    /// What a type can do because of where it is used.
    pub(super) fn usage(&mut self, old: &'a TypeDef, new: &'a TypeDef) {
        if old.usage.request == new.usage.request {
            return;
        }
        let at = (&old.place, &new.place);
        let name = &new.name;
        let (what, can) = match new.shape {
            Shape::Union(_) => ("conversions", "be made by `From`"),
            _ => ("constructor and setters", "be made"),
        };
        let (kind, bump, message) = if new.usage.request {
            let message = format!("{what} added: `{name}` can {can}");
            (Kind::ConstructorAdded, Bump::Minor, message)
        } else {
            let message =
                format!("{what} removed: `{name}` can no longer {can}, as no request uses it");
            (Kind::ConstructorRemoved, Bump::Major, message)
        };
        self.add(kind, bump, at, new.name.wire(), message);
    }
}

/// The word of the document that a variant stands for.
fn subject(api: &Api, variant: &Variant) -> String {
    match &variant.payload {
        Payload::Word(word) => word.clone(),
        Payload::Type(ty) => match (unalias(api, ty), variant.tags.first()) {
            (_, Some(tag)) => tag.clone(),
            (Type::Named(id), None) => name(api, *id).to_owned(),
            (Type::Scalar(_) | Type::List(_) | Type::Map(_) | Type::Json, None) => {
                variant.name.wire().to_owned()
            }
        },
    }
}
