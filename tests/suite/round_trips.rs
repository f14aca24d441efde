//! Every type and every example of the schema: read, written again, and read with what it does not know.

use std::path::Path;

use generator::ir::{Api, EnumBase, Shape};
use generator::lower::{self, Options};
use generator::source::{self, LoadOptions};
use humanloop::mock::{self, TypeEntry};
use serde_json::{Value, json};
use tests::workspace::root;

fn model() -> Api {
    let path: &Path = &root().join("schema/humanloop-v4.yaml");
    let document = source::load(path, &LoadOptions::default()).expect("the schema loads");
    lower::lower(&document, &Options::default())
        .expect("the schema is good")
        .api
}

/// Without nulls, empty lists and empty objects: a missing member means the same in an answer.
fn bare(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name, bare(value)));
            members.filter(|(_, value)| !is_nothing(value)).collect()
        }
        Value::Array(items) => items.into_iter().map(bare).collect(),
        scalar => scalar,
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn entry(name: &str) -> &'static TypeEntry {
    let found = mock::types().iter().find(|entry| entry.name == name);
    found.unwrap_or_else(|| panic!("{name} is in the table"))
}

#[test]
fn every_example_comes_back() {
    let mut count = 0;
    for (endpoint, example) in mock::examples() {
        let place = format!("{endpoint}, {:?}, {}", example.part, example.name);
        let written =
            (example.reread)(example.json).unwrap_or_else(|error| panic!("{place}: {error}"));
        assert_eq!(bare(written.clone()), bare(parsed(example.json)), "{place}");
        let again = (example.reread)(&written.to_string());
        assert_eq!(again, Ok(written), "{place}");
        count += 1;
    }
    assert!(count >= 20, "only {count} examples");
}

#[test]
fn every_type_comes_back_with_all_its_members() {
    let api = model();
    for (_, def) in api.types.iter() {
        let entry = entry(def.name.as_str());
        let written =
            (entry.reread)(entry.json).unwrap_or_else(|error| panic!("{}: {error}", entry.name));
        assert_eq!(
            bare(written.clone()),
            bare(parsed(entry.json)),
            "{}",
            entry.name
        );
        if let Shape::Struct(shape) = &def.shape {
            let excluded = shape
                .fields
                .iter()
                .filter(|field| written.get(field.name.wire()).is_none())
                .count();
            // Of two members that exclude each other one is there.
            assert!(excluded <= shape.rules.len(), "{}: {written}", entry.name);
        }
    }
    assert_eq!(api.types.len(), mock::types().len());
}

#[test]
fn every_struct_takes_unknown_members() {
    let api = model();
    let mut count = 0;
    for (_, def) in api.types.iter() {
        let entry = entry(def.name.as_str());
        let mut value = parsed(entry.json);
        let Some(members) = value
            .as_object_mut()
            .filter(|_| matches!(def.shape, Shape::Struct(_)))
        else {
            continue;
        };
        members.insert("novelty".to_owned(), json!({"of": ["tomorrow", 1, null]}));
        let written = (entry.reread)(&value.to_string())
            .unwrap_or_else(|error| panic!("{}: {error}", entry.name));
        assert_eq!(Ok(written), (entry.reread)(entry.json), "{}", entry.name);
        count += 1;
    }
    assert!(count >= 20, "only {count} structs");
}

#[test]
fn every_enum_takes_unknown_words_and_gives_them_back() {
    let api = model();
    let mut count = 0;
    for (_, def) in api.types.iter() {
        let Shape::Enum(shape) = &def.shape else {
            continue;
        };
        let entry = entry(def.name.as_str());
        let mut values: Vec<Value> = shape
            .words
            .iter()
            .map(|word| json!(word.name.wire()))
            .collect();
        values.extend([json!("a word of tomorrow"), json!(""), json!("USER")]);
        assert_eq!(shape.base, EnumBase::Str, "{}", entry.name);
        for value in values {
            assert_eq!(
                (entry.reread)(&value.to_string()),
                Ok(value),
                "{}",
                entry.name
            );
        }
        count += 1;
    }
    assert!(count >= 5, "only {count} enums");
}

#[test]
fn every_union_takes_kinds_it_does_not_know() {
    let api = model();
    let mut count = 0;
    let unions = api.types.iter();
    for (_, def) in unions.filter(|(_, def)| matches!(def.shape, Shape::Union(_))) {
        let entry = entry(def.name.as_str());
        for value in [json!(true), json!(false)] {
            let written = (entry.reread)(&value.to_string());
            assert_eq!(written, Ok(value), "{}", entry.name);
        }
        count += 1;
    }
    assert!(count >= 4, "only {count} unions");
}

/// In answers each optional member may be null or missing, which is the same.
#[test]
fn optional_members_may_be_null_and_missing() {
    use generator::ir::Presence;
    let api = model();
    let mut count = 0;
    for (_, def) in api.types.iter() {
        let Shape::Struct(shape) = &def.shape else {
            continue;
        };
        let entry = entry(def.name.as_str());
        for field in &shape.fields {
            let (wire, whole) = (field.name.wire(), parsed(entry.json));
            let with = |value: Option<Value>| {
                let mut changed = whole.clone();
                let members = changed.as_object_mut().expect("a struct is an object");
                match value {
                    Some(value) => members.insert(wire.to_owned(), value),
                    None => members.remove(wire),
                };
                (entry.reread)(&changed.to_string()).map(bare)
            };
            let place = format!("{}.{wire}", entry.name);
            match field.presence {
                Presence::Required => assert!(with(None).is_err(), "{place}"),
                Presence::RequiredNullable | Presence::OptionalNullable => {}
                Presence::Optional | Presence::OrEmpty => {
                    assert!(with(None).is_ok(), "{place}");
                    assert_eq!(with(Some(Value::Null)), with(None), "{place}");
                    count += 1;
                }
            }
        }
    }
    assert!(count >= 100, "only {count} members");
}
