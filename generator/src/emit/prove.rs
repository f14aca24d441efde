//! A program that reads a value by each type of a crate and writes it again.

use super::layout;
use crate::ir::{Api, TypeDef};
use std::fmt::Write as _;

/// What stands in front of the table of types.
const HEAD: &str = r#"//! Reads lines of `[number of a type, its name, value]` and prints what became of each value.

#![allow(deprecated, reason = "deprecated types are read too")]

use serde_json::{Value, json};
use std::io::{BufRead, Write};

type Trip = fn(Value) -> Value;

fn trip<T: serde::de::DeserializeOwned + serde::Serialize + std::fmt::Debug>(value: Value) -> Value {
    let text = value.to_string();
    match serde_json::from_str::<T>(&text) {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(typed) => match serde_json::to_value(&typed) {
            Err(error) => json!({ "error": error.to_string() }),
            Ok(value) => json!({ "value": value, "debug": format!("{typed:?}") }),
        },
    }
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (index, _, value): (usize, String, Value) = serde_json::from_str(&line)?;
        let answer = TYPES.get(index).map_or(Value::Null, |trip| trip(value));
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
"#;

/// The types that are values of their own, in the order of the model; a multipart body is none.
pub fn provable(api: &Api) -> impl Iterator<Item = &TypeDef> {
    api.types
        .iter()
        .map(|(_, def)| def)
        .filter(|def| !def.usage.multipart)
}

/// Writes the program for the crate of this name.
pub fn prove(api: &Api, package: &str) -> String {
    let library = package.replace('-', "_");
    let rows: Vec<String> = provable(api)
        .map(|def| format!("trip::<types::{}>", def.name))
        .collect();
    let mut out = format!("{HEAD}\nuse {library}::types;\n\n");
    let _ = writeln!(out, "const TYPES: [Trip; {}] = [", rows.len());
    layout::fill(&mut out, "    ", &rows);
    out.push_str("];\n");
    out
}
