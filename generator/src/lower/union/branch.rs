//! What is seen of one branch of a choice, or of all of them: labels, kinds, strictness.

use super::super::flat::Flat;
use super::super::scalar::{scalar, words_of};
use super::super::shape::Form;
use super::Branch;
use crate::ir::{Docs, Enum, EnumBase, Kinds, Scalar, Shape, Type};
use crate::openapi::{Additional, Schema, TypeSet};
use crate::source::Node;

/// What the variant of a branch is called: the component or the title, where it has one.
pub(super) fn own_label(schema: &Schema<'_>, reference: Option<&str>) -> Option<String> {
    if let Some(reference) = reference {
        let name = reference.rsplit(['/', '#']).next().unwrap_or(reference);
        let name = name
            .split('.')
            .next()
            .filter(|_| !reference.contains('#'))
            .unwrap_or(name);
        return Some(name.replace("~1", "/").replace("~0", "~"));
    }
    schema.title.map(str::to_owned)
}

/// What the variant of a branch without a name is called: what it lists, its only member, else
/// what kind of value it is.
pub(super) fn shape_label(flat: &Flat<'_>) -> String {
    if let [(item, _)] = &flat
        .items
        .iter()
        .map(|site| (site.node.get("$ref").and_then(Node::as_str), site))
        .collect::<Vec<_>>()[..]
        && let Some(item) = item
    {
        return format!("{} list", item.rsplit('/').next().unwrap_or(item));
    }
    if let ([only], []) = (&flat.properties[..], &flat.choices[..]) {
        return only.name.to_owned();
    }
    kind_label(flat).to_owned()
}

/// Branches that come to one type: all words, all strings, all numbers.
pub(super) fn fold(branches: &[Branch<'_>]) -> Option<Form> {
    let all = |test: fn(&Flat<'_>) -> bool| branches.iter().all(|branch| test(&branch.flat));
    let simple = all(|flat| flat.choices.is_empty() && !flat.has_members());
    if !simple {
        return None;
    }
    if all(|flat| flat.effective_types().is_only("string")) {
        let words: Vec<String> = branches
            .iter()
            .flat_map(|branch| string_words(&branch.flat))
            .collect();
        if !words.is_empty() {
            let mut words = words_of(&words);
            for branch in branches {
                for word in string_words(&branch.flat) {
                    if let Some(known) = words.iter_mut().find(|known| known.name.wire() == word) {
                        known.docs = word_docs(&branch.flat);
                    }
                }
            }
            return Some(Form::Shape(Shape::Enum(Enum {
                base: EnumBase::Str,
                words,
            })));
        }
        let mut scalars = branches.iter().filter_map(|branch| scalar(&branch.flat));
        let first = scalars.next()?;
        let same = scalars.all(|scalar| scalar == first);
        return Some(Form::Type(Type::Scalar(if same {
            first
        } else {
            Scalar::String
        })));
    }
    if all(|flat| flat.effective_types().is_only("integer") && flat.values.is_none()) {
        let scalars: Vec<Scalar> = branches
            .iter()
            .filter_map(|branch| scalar(&branch.flat))
            .collect();
        let first = *scalars.first()?;
        let same = scalars.iter().all(|scalar| *scalar == first);
        return Some(Form::Type(Type::Scalar(if same {
            first
        } else {
            Scalar::I64
        })));
    }
    let number = |flat: &Flat<'_>| {
        let types = flat.effective_types();
        (types.is_only("number") || types.is_only("integer")) && flat.values.is_none()
    };
    if all(number) {
        return Some(Form::Type(Type::Scalar(Scalar::F64)));
    }
    all(|flat| flat.effective_types().is_only("boolean"))
        .then_some(Form::Type(Type::Scalar(Scalar::Bool)))
}

/// What a branch of one word says of it; prose over several words is no word's own.
pub(super) fn word_docs(flat: &Flat<'_>) -> Docs {
    let head = &flat.head;
    if flat.values.as_ref().map(Vec::len) != Some(1) || head.reference.is_some() {
        return Docs::default();
    }
    let docs = crate::lower::docs::of_schema(head);
    Docs {
        notes: Vec::new(),
        examples: Vec::new(),
        ..docs
    }
}

pub(super) fn string_words(flat: &Flat<'_>) -> Vec<String> {
    let values = flat.values.as_deref().unwrap_or_default();
    values
        .iter()
        .filter_map(|node| node.as_str())
        .map(str::to_owned)
        .collect()
}

pub(super) fn kind_label(flat: &Flat<'_>) -> &'static str {
    let types = flat.effective_types();
    match scalar(flat) {
        Some(Scalar::Format(format)) => format.label,
        Some(Scalar::Base64) => "Bytes",
        Some(Scalar::Upload) => "File",
        Some(Scalar::Bool) => "Boolean",
        Some(Scalar::F64 | Scalar::F32) => "Number",
        Some(Scalar::String | Scalar::Secret) => "String",
        Some(_) => "Integer",
        None if types.is_only("array") => "List",
        None if types.is_only("object") => "Object",
        None => "Value",
    }
}

pub(super) fn kinds_of(types: TypeSet) -> Kinds {
    Kinds {
        null: false,
        boolean: types.boolean,
        number: types.integer || types.number,
        string: types.string,
        array: types.array,
        object: types.object,
    }
}

pub(super) fn is_object(kinds: Kinds) -> bool {
    kinds
        == Kinds {
            object: true,
            ..Kinds::default()
        }
}

pub(super) fn objects(branches: &[Branch<'_>]) -> usize {
    branches
        .iter()
        .filter(|branch| is_object(branch.kinds))
        .count()
}

/// Whether two branches can have values of one kind; words and one other string are told apart by the words.
pub(super) fn contested(branches: &[Branch<'_>]) -> bool {
    let count = |has: fn(&Kinds) -> bool, words: bool| {
        branches
            .iter()
            .filter(|branch| {
                has(&branch.kinds) && (!words || string_words(&branch.flat).is_empty())
            })
            .count()
    };
    count(|kinds| kinds.boolean, false) > 1
        || count(|kinds| kinds.number, false) > 1
        || count(|kinds| kinds.string, true) > 1
        || count(|kinds| kinds.array, false) > 1
        || count(|kinds| kinds.object, false) > 1
}

/// How little a branch lets through: the smaller, the stricter.
pub(super) fn strictness(flat: &Flat<'_>) -> (u8, usize, u8) {
    let types = flat.effective_types();
    let closed = u8::from(!matches!(flat.additional, Additional::Nothing));
    let class = if !flat.choices.is_empty() {
        6
    } else if flat.values.is_some() {
        0
    } else if types.is_none() {
        9
    } else if types.object || types.array {
        3
    } else {
        match scalar(flat) {
            Some(Scalar::String | Scalar::Secret) => 5,
            Some(Scalar::F64 | Scalar::F32) => 2,
            _ => 1,
        }
    };
    (class, usize::MAX - flat.required.len(), closed)
}
