//! Very many calls with random faults; `cargo xtask soak` starts it with a number of calls and a seed.

use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};
use tests::soak;

fn main() -> ExitCode {
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
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u64>());
    let (Some(Ok(calls)), Some(Ok(seed))) = (numbers.next(), numbers.next()) else {
        return Err("a number of calls and a seed are needed".to_owned());
    };
    println!("seed {seed}");
    let bar = ProgressBar::new(calls);
    let style = ProgressStyle::with_template("{bar:40} {pos} of {len} calls, {eta} to go");
    bar.set_style(style.map_err(|error| error.to_string())?);
    let report = soak::run(calls, seed, |over| bar.set_position(over))?;
    bar.finish_and_clear();
    print!("{}", report.text());
    println!(
        "{}",
        if report.is_clean() {
            "clean"
        } else {
            "NOT CLEAN"
        }
    );
    Ok(report.is_clean())
}
