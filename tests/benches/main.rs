//! The speed of the client and of the generator beside that of others: see `README.md`.
//!
//! `cargo bench -p tests --features peers` runs what takes minutes; a word after `--` picks groups.

mod body;
mod choices;
mod compile;
mod cpu;
mod decode;
mod derived;
mod diff;
mod documents;
mod generate;
mod limits;
mod loopback;
mod programs;
mod report;
mod samples;
mod server;
mod stack;
mod ways;

use std::process::ExitCode;

fn main() -> ExitCode {
    if server::is_asked_for() {
        return server::serve();
    }
    ways::choose_tls();
    samples::begin();
    let mut report = report::Report::default();
    let mut criterion = cpu::criterion();
    decode::run(&mut criterion, &mut report);
    loopback::run(&mut criterion, &mut report);
    generate::run(&mut criterion, &mut report);
    diff::run(&mut criterion, &mut report);
    criterion.final_summary();
    if asked_for("programs") {
        programs::run(&mut report);
    }
    if asked_for("compile") {
        compile::run(&mut report);
    }
    if asked_for("tls") {
        choices::tls(&mut report);
    }
    if asked_for("form") {
        choices::form(&mut report);
    }
    report.finish()
}

/// Whether the command line has this word, for what is too slow to run unasked.
fn asked_for(group: &str) -> bool {
    std::env::args().any(|word| word == group)
}
