//! Every type of the schema beside changed examples of it: what can be read comes back as it was written.

use fastrand::Rng;
use humanloop::mock::{self, TypeEntry};
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{Target, mutate};

pub(super) const TARGET: Target = Target {
    name: "values",
    make,
    check,
};

/// The number of a type in two letters, and JSON for it.
fn make(random: &mut Rng) -> Vec<u8> {
    let types = mock::types();
    let number = random.usize(..types.len());
    let mut input = vec![b'A' + letter(number / 26), b'A' + letter(number % 26)];
    let mut value: Value = serde_json::from_str(types[number].json).unwrap_or_default();
    for _ in 0..random.usize(..4) {
        mutate::json(&mut value, random);
    }
    let mut text = value.to_string().into_bytes();
    if random.u8(..4) == 0 {
        mutate::bytes(&mut text, random);
    }
    input.extend(text);
    input
}

fn letter(number: usize) -> u8 {
    u8::try_from(number).unwrap_or_default()
}

/// The type that an input is for.
fn entry(input: &[u8]) -> Option<(&'static TypeEntry, &str)> {
    let (number, text) = input.split_at_checked(2)?;
    let digit = |byte: u8| usize::from(byte.wrapping_sub(b'A'));
    let entry = mock::types().get(digit(number[0]) * 26 + digit(number[1]))?;
    Some((entry, std::str::from_utf8(text).ok()?))
}

fn check(input: &[u8]) -> Result<(), String> {
    let Some((entry, text)) = entry(input) else {
        return Ok(());
    };
    let place = entry.name;
    let Ok(written) = (entry.reread)(text) else {
        return Ok(());
    };
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(format!("{place} was read from what is no JSON: {error}"));
    }
    match (entry.reread)(&written.to_string()) {
        Ok(again) if again == written => Ok(()),
        Ok(again) => Err(format!(
            "{place} came back as\n{again}\nand had been\n{written}"
        )),
        Err(error) => Err(format!(
            "{place} cannot read what it wrote: {error}\n{written}"
        )),
    }
}
