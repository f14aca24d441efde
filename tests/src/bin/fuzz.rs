//! Random input until the time is over or a promise is broken; `cargo xtask fuzz` starts it.
//!
//! Arguments: seconds, seed, then the name of a target and an input to try just that.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use fastrand::Rng;
use tests::fuzz::{Failure, TARGETS, Target, escaped};
use tests::script;

/// How many inputs a target gets before it is the next one's turn.
const TURN: u64 = 50;

fn main() -> ExitCode {
    // A panic is a failure that is reported once, in its smallest form.
    std::panic::set_hook(Box::new(|_| {}));
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<bool, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [seconds, seed, rest @ ..] = &arguments[..] else {
        return Err("seconds and a seed are needed".to_owned());
    };
    let number = |text: &String| {
        let parsed = text.parse::<u64>();
        parsed.map_err(|_| format!("`{text}` is no number"))
    };
    let time = Duration::from_secs(number(seconds)?);
    let targets = match rest.first() {
        None => TARGETS.to_vec(),
        Some(name) => vec![named(name)?],
    };
    match rest.get(1) {
        Some(input) => Ok(once(targets[0], &script::bytes(input))),
        None => Ok(search(&targets, number(seed)?, time)),
    }
}

fn named(name: &str) -> Result<Target, String> {
    let names: Vec<_> = TARGETS.iter().map(|target| target.name).collect();
    let found = TARGETS.into_iter().find(|target| target.name == name);
    found.ok_or_else(|| {
        format!(
            "no target is called `{name}`; there are {}",
            names.join(", ")
        )
    })
}

/// Tries one input.
fn once(target: Target, input: &[u8]) -> bool {
    match target.passes(input) {
        Ok(()) => {
            println!("{}: the input passes", target.name);
            true
        }
        Err(why) => {
            let failure = Failure {
                target: target.name,
                input: input.to_vec(),
                why,
            };
            tell(&failure);
            false
        }
    }
}

/// Tries random inputs, the targets taking turns.
fn search(targets: &[Target], seed: u64, time: Duration) -> bool {
    println!("seed {seed}");
    let start = Instant::now();
    let mut random = Rng::with_seed(seed);
    let mut rounds = 0;
    while start.elapsed() < time {
        for target in targets {
            for _ in 0..TURN {
                if let Err(failure) = target.try_one(&mut random) {
                    tell(&failure);
                    return false;
                }
            }
        }
        rounds += TURN;
        progress(rounds, start.elapsed(), time);
    }
    let names: Vec<_> = targets.iter().map(|target| target.name).collect();
    let seconds = start.elapsed().as_secs();
    println!(
        "{rounds} inputs each for {}: all pass, in {seconds} s",
        names.join(", ")
    );
    true
}

/// One line that changes, where somebody may look at it.
fn progress(rounds: u64, elapsed: Duration, time: Duration) {
    let mut stderr = io::stderr();
    if stderr.is_terminal() {
        let (seconds, all) = (elapsed.as_secs(), time.as_secs());
        // A terminal that takes no more is no reason to stop.
        drop(write!(
            stderr,
            "\r{rounds} inputs each, {seconds} of {all} s "
        ));
    }
}

fn tell(failure: &Failure) {
    let Failure { target, input, why } = failure;
    let input = escaped(input).replace('\'', "\\x27");
    println!("{target} fails:\n{why}\nagain: cargo xtask fuzz --target {target} --input '{input}'");
}
