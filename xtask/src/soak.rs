//! `soak`: very many calls against the mock server, with faults drawn at random.

use crate::answer::Answer;
use crate::program;

/// Make very many calls against the mock server, with random faults.
///
/// 64 run at a time. Each event that is delivered must be what was sent, each fault be told once, the
/// memory stay flat, and no connection stay open; the report says so. Everything follows from the
/// seed, which is printed; `--calls 1 --seed N` repeats one call.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How many calls
    #[arg(long, value_name = "N", default_value_t = 2_000)]
    calls: u64,

    /// The seed of the first call; each further one has the next number
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

pub(crate) fn run(args: &Args) -> Answer {
    let program = program::built("tests", &["--bin", "soak"])?;
    let seed = args.seed.unwrap_or_else(program::seed);
    program::run(&program, &[args.calls.to_string(), seed.to_string()])
}
