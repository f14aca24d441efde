//! `fuzz`: random input for all that reads what a server sends, for as long as one likes.

use crate::answer::Answer;
use crate::program;

/// Try the decoder, the types and the client on random input.
///
/// The decoder of event streams runs beside the standard's own rules, at every cut; each type of the
/// schema is read from changed examples and written again; streams and answers go through a client.
/// A failure is printed in its smallest form, with the command that shows it again. The tests do the
/// same with a fixed seed and few rounds.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How long to look for a failure
    #[arg(long, value_name = "N", default_value_t = 1)]
    minutes: u64,

    /// Where to begin, to see again what was seen before; it is printed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,

    /// One target alone: decoder, values, streams or answers
    #[arg(long, value_name = "NAME")]
    target: Option<String>,

    /// One input alone, with `\n \r \t \\ \xFF` for bytes
    #[arg(long, value_name = "TEXT", requires = "target")]
    input: Option<String>,
}

pub(crate) fn run(args: &Args) -> Answer {
    let program = program::built("tests", &["--bin", "fuzz"])?;
    let seconds = args.minutes.saturating_mul(60);
    let seed = args.seed.unwrap_or_else(program::seed);
    let mut arguments = vec![seconds.to_string(), seed.to_string()];
    arguments.extend(args.target.clone());
    arguments.extend(args.input.clone());
    program::run(&program, &arguments)
}
