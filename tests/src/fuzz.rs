//! Random input for all that reads what a server sends: targets, the search for failures, and their smallest form.

mod answers;
mod decoder;
mod memory;
mod minimal;
mod mutate;
mod reference;
mod streams;
mod values;

use std::any::Any;
use std::fmt::Write;
use std::panic::{self, AssertUnwindSafe};

use fastrand::Rng;

pub use minimal::minimal;

/// Something that takes bytes, and must hold what it promises whatever they are.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Makes an input.
    pub make: fn(&mut Rng) -> Vec<u8>,
    /// Says which promise an input breaks.
    pub check: fn(&[u8]) -> Result<(), String>,
}

/// All targets.
pub const TARGETS: [Target; 4] = [
    decoder::TARGET,
    values::TARGET,
    streams::TARGET,
    answers::TARGET,
];

/// An input that breaks a promise.
#[derive(Debug, Clone)]
pub struct Failure {
    /// The name of the target.
    pub target: &'static str,
    /// The input, as small as it could be made.
    pub input: Vec<u8>,
    /// What is broken.
    pub why: String,
}

impl Target {
    /// Whether an input passes; a panic is a failure like any other.
    pub fn passes(&self, input: &[u8]) -> Result<(), String> {
        panic::catch_unwind(AssertUnwindSafe(|| (self.check)(input)))
            .unwrap_or_else(|panic| Err(format!("a panic: {}", words(&*panic))))
    }

    /// Tries one random input.
    pub fn try_one(&self, random: &mut Rng) -> Result<(), Failure> {
        let input = (self.make)(random);
        if self.passes(&input).is_ok() {
            return Ok(());
        }
        let input = minimal(&input, |input| self.passes(input).is_err());
        let why = self.passes(&input).err();
        Err(Failure {
            target: self.name,
            input,
            why: why.unwrap_or_else(|| "it does not fail every time".to_owned()),
        })
    }
}

fn words(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without words")
}

/// Bytes as text that [`crate::script::bytes`] reads.
pub fn escaped(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match letter {
                '\n' => text.push_str("\\n"),
                '\r' => text.push_str("\\r"),
                '\t' => text.push_str("\\t"),
                '\\' => text.push_str("\\\\"),
                ' '..='~' => text.push(letter),
                _ => escape(&mut text, letter.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
        escape(&mut text, chunk.invalid());
    }
    text
}

fn escape(text: &mut String, bytes: &[u8]) {
    for byte in bytes {
        let _ = write!(text, "\\x{byte:02X}");
    }
}
