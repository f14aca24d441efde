//! Allocations and peaks of the client beside others: a program of its own, since counting costs time.

mod body;
mod report;
mod server;
mod stack;
mod ways;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use allocation_counter::{AllocationInfo, measure};
use bytes::Bytes;
use report::{Report, Table};
use ways::{EVENTS, Pause, block_on};

/// How many events the body without HTTP has.
const DECODED: usize = 20_000;

/// How long a reader rests that is slower than its server.
const REST: Duration = Duration::from_millis(700);

fn main() -> ExitCode {
    if server::is_asked_for() {
        return server::serve();
    }
    ways::choose_tls();
    let mut report = Report::default();
    decoders(&mut report);
    hostile();
    match server::Server::start(EVENTS) {
        Ok(server) => calls(&server.url, &mut report),
        Err(error) => eprintln!("no server, no loopback: {error}"),
    }
    report.finish()
}

/// Allocations of decoders for each event, at the three sizes of pieces.
fn decoders(report: &mut Report) {
    let body = body::Body::new(DECODED);
    let cuts = [
        ("1 KiB", body.cut(1 << 10)),
        ("16 KiB", body.cut(16 << 10)),
        ("one event", body.cut_by_event()),
    ];
    let mut rows = Vec::new();
    for (size, pieces) in &cuts {
        let mut row = |name: &str, info: AllocationInfo| {
            let name = format!("{name}, pieces of {size}");
            rows.push((name, count(info.count_total) / count(DECODED as u64)));
        };
        row("ours", counted(pieces, |pieces| stack::ours(pieces, look)));
        row(
            "sse-core",
            counted(pieces, |pieces| stack::sse_core(pieces, look)),
        );
        row(
            "sse-stream",
            counted(pieces, |pieces| stack::sse_stream(pieces, look)),
        );
        row(
            "eventsource-stream",
            counted(pieces, |pieces| stack::eventsource(pieces, look)),
        );
    }
    let title = "Allocations for each event, decode only";
    report.table(Table::new("allocations", title, "allocations", None, rows));
}

/// What a decoder allocates, without the list of pieces.
fn counted(pieces: &[Bytes], decode: impl FnOnce(Vec<Bytes>)) -> AllocationInfo {
    let pieces = pieces.to_vec();
    measure(|| decode(pieces))
}

fn look(data: &[u8]) {
    black_box(data);
}

/// What a line takes that is below the limit and comes in pieces of 64 bytes: one buffer that doubles.
fn hostile() {
    for mib in body::LONG {
        let pieces = body::long_line(mib << 20);
        let info = measure(|| stack::ours(pieces, look));
        println!("a line of {mib} MiB: peak {} bytes", info.bytes_max);
    }
}

/// Allocations and peaks of whole calls, read at once and read after a rest.
fn calls(url: &str, report: &mut Report) {
    let mut counts = Vec::new();
    for (title, name, pause) in [
        ("Peak of a call that is read at once", "peak", None),
        (
            "Peak of a call whose reader rests",
            "peak-paused",
            Some(REST),
        ),
    ] {
        let all = ways(url, pause);
        let rows = all.iter().map(|(name, info)| {
            let kib = count(info.bytes_max) / 1024.0;
            ((*name).to_owned(), kib)
        });
        report.table(Table::new(name, title, "KiB", None, rows.collect()));
        counts = all;
    }
    let rows = counts.into_iter().map(|(name, info)| {
        let each = count(info.count_total) / count(EVENTS as u64);
        (name.to_owned(), each)
    });
    let title = "Allocations of a call for each event";
    let table = Table::new(
        "allocations-call",
        title,
        "allocations",
        None,
        rows.collect(),
    );
    report.table(table);
}

fn ways(url: &str, pause: Pause) -> Vec<(&'static str, AllocationInfo)> {
    vec![
        ("drain", measure(|| block_on(ways::drain(url, pause)))),
        (
            "a loop by hand",
            measure(|| block_on(ways::by_hand(url, pause))),
        ),
        ("ours", measure(|| block_on(ways::ours(url, pause)))),
        (
            "reqwest + eventsource-stream",
            measure(|| block_on(ways::common(url, pause))),
        ),
        #[cfg(feature = "peers")]
        (
            "async-openai",
            measure(|| block_on(ways::openai(url, pause))),
        ),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2⁵²")]
fn count(number: u64) -> f64 {
    number as f64
}
