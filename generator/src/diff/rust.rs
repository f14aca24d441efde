//! What a change means for callers of the crate: the public items that both models give, side by side.
//!
//! A type that only requests use is made by its constructor and setters; reading its fields back is
//! not counted, writing them is. Everything else that a caller can name is.

mod endpoints;
mod fields;
mod names;
mod prose;
mod types;

use super::change::Bump;
use super::kind::Kind;
use crate::ir::{Api, Type, TypeId};
use crate::source::{Document, Place};
use names::Names;

/// What happened to one public item.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub kind: Kind,
    pub bump: Bump,
    pub old: Place,
    pub new: Place,
    /// The word of the document it is about, to tell it from its neighbours.
    pub subject: String,
    pub message: String,
}

/// One of the two models.
#[derive(Debug, Clone, Copy)]
pub(super) struct Model<'a> {
    pub api: &'a Api,
    pub document: &'a Document,
}

/// Both models while they are compared.
struct Rust<'a> {
    old: Model<'a>,
    new: Model<'a>,
    names: Names,
    items: Vec<Item>,
}

/// Compares two models.
pub(super) fn compare(old: Model<'_>, new: Model<'_>) -> Vec<Item> {
    let mut rust = Rust {
        old,
        new,
        names: Names::default(),
        items: Vec::new(),
    };
    rust.names = Names::pair(old.api, new.api);
    rust.types();
    rust.endpoints();
    rust.servers();
    rust.items
}

impl Rust<'_> {
    fn add(
        &mut self,
        kind: Kind,
        bump: Bump,
        at: (&Place, &Place),
        subject: &str,
        message: impl Into<String>,
    ) {
        self.items.push(Item {
            kind,
            bump,
            old: at.0.clone(),
            new: at.1.clone(),
            subject: subject.to_owned(),
            message: message.into(),
        });
    }

    /// Whether two types are the same to a caller: by name, or by what is behind their aliases.
    fn is_same(&self, old: &Type, new: &Type) -> bool {
        if let (Type::Named(one), Type::Named(two)) = (old, new)
            && self.names.is_pair(*one, *two)
        {
            return true;
        }
        let (old, new) = (unalias(self.old.api, old), unalias(self.new.api, new));
        match (old, new) {
            (Type::Named(one), Type::Named(two)) => self.names.is_pair(*one, *two),
            (Type::Scalar(one), Type::Scalar(two)) => one == two,
            (Type::List(one), Type::List(two)) | (Type::Map(one), Type::Map(two)) => {
                one.nullable == two.nullable && self.is_same(&one.ty, &two.ty)
            }
            (Type::Json, Type::Json) => true,
            _ => false,
        }
    }

    /// The address of the service as a whole.
    fn servers(&mut self) {
        let (one, two) = (self.old.api.base_url(), self.new.api.base_url());
        if one != two {
            let at = (
                self.old.document.root().place,
                self.new.document.root().place,
            );
            let at = (at.0.child("servers"), at.1.child("servers"));
            let message = "the client calls another address unless it is told one";
            self.add(
                Kind::SentDifferently,
                Bump::Patch,
                (&at.0, &at.1),
                "servers",
                message,
            );
        }
    }
}

/// The type behind aliases that do not add null.
pub(super) fn unalias<'t>(api: &'t Api, ty: &'t Type) -> &'t Type {
    api.types.resolve(ty)
}

/// A type as a caller writes it.
pub(super) fn written(api: &Api, ty: &Type) -> String {
    match ty {
        Type::Named(id) => name(api, *id).to_owned(),
        Type::Scalar(scalar) => names::scalar(*scalar).to_owned(),
        Type::List(item) => format!("Vec<{}>", written_item(api, item)),
        Type::Map(item) => format!("BTreeMap<String, {}>", written_item(api, item)),
        Type::Json => "Value".to_owned(),
    }
}

/// A type with the null that it may be.
pub(super) fn written_item(api: &Api, item: &crate::ir::Item) -> String {
    let ty = written(api, &item.ty);
    if item.nullable {
        format!("Option<{ty}>")
    } else {
        ty
    }
}

/// The name of a type.
pub(super) fn name(api: &Api, id: TypeId) -> &str {
    api.types.get(id).name.as_str()
}

/// The node of `document` that a place of the other document has for counterpart, or the nearest one around it.
pub(super) fn counterpart(document: &Document, place: &Place) -> Place {
    let root = document.root().place;
    let mut here = Place {
        file: root.file,
        pointer: place.pointer.clone(),
    };
    while document.node(&here).is_none() {
        match here.pointer.parent() {
            Some(parent) => here.pointer = parent,
            None => return root,
        }
    }
    here
}
