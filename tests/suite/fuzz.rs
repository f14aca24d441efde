//! A fixed number of random inputs for each target, the same ones every time; `cargo xtask fuzz` goes on with others.

use fastrand::Rng;
use tests::fuzz::{TARGETS, escaped};
use tests::script;

/// Where the inputs of this suite begin.
const SEED: u64 = 7;

fn run(name: &str, rounds: u64) {
    let target = TARGETS.iter().find(|target| target.name == name);
    let target = target.expect("a target of this name");
    let mut random = Rng::with_seed(SEED);
    for round in 0..rounds {
        if let Err(failure) = target.try_one(&mut random) {
            let input = escaped(&failure.input);
            panic!("{name}, round {round}, input {input}\n{}", failure.why);
        }
    }
}

#[test]
fn decoder() {
    run("decoder", 1_000);
}

#[test]
fn values() {
    run("values", 4_000);
}

#[test]
fn streams() {
    run("streams", 600);
}

#[test]
fn answers() {
    run("answers", 2_000);
}

#[test]
fn inputs_can_be_written_down() {
    let bytes: Vec<u8> = (0..=255).chain("\u{2028}\u{1F30A}\\x41".bytes()).collect();
    assert_eq!(script::bytes(&escaped(&bytes)), bytes);
}
