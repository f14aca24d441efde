//! The commands of this workspace, one file each. This file is their table of contents.

mod answer;
mod check;
mod ci;
mod diff;
mod fuzz;
mod generate;
mod input;
mod keywords;
mod mock;
mod percent;
mod program;
mod release;
mod soak;
mod survey;
mod terminal;
mod workspace;

use std::process::ExitCode;

use answer::Answer;
use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// From one OpenAPI file to a typed, streaming client, and back to what a change of it means.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    version,
    styles = terminal::STYLES,
    after_help = AFTER_HELP,
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const AFTER_HELP: &str = "\
The usual round: edit schema/humanloop-v4.yaml, `cargo xtask check`, `cargo xtask generate`,
and commit the schema together with generated/src/api.

Exit codes: 0 all is well; 1 the answer is no (refused, stale, failed, as the text says);
2 the question could not be asked (command line, disk, a program that does not start).
What a command is asked for goes to stdout, all talk about it to stderr.";

#[derive(Subcommand)]
enum Command {
    Generate(generate::Args),
    Check(check::Args),
    Diff(diff::Args),
    Mock(mock::Args),
    Release(release::Args),
    Survey(survey::Args),
    Fuzz(fuzz::Args),
    Soak(soak::Args),
    Ci(ci::Args),
}

fn main() -> ExitCode {
    if let Some(answer) = survey::stopwatch() {
        return exit_code(answer);
    }
    let answer = match Cli::parse().command {
        Command::Generate(args) => generate::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Mock(args) => mock::run(&args),
        Command::Release(args) => release::run(&args),
        Command::Survey(args) => survey::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Soak(args) => soak::run(&args),
        Command::Ci(args) => ci::run(&args),
    };
    exit_code(answer)
}

fn exit_code(answer: Answer) -> ExitCode {
    match answer {
        Ok(verdict) => verdict.into(),
        Err(trouble) => {
            terminal::error(&trouble.to_string());
            ExitCode::from(2)
        }
    }
}
