//! A call over loopback, from the request to typed events, beside other ways to do the same.

use criterion::{Criterion, Throughput};
use humanloop::types::ChatEvent;

use crate::body::Body;
use crate::cpu::Cpu;
use crate::report::{Report, Table};
use crate::server::Server;
use crate::ways::{self, EVENTS, block_on};
use crate::{limits, samples};

/// The ways to read an answer.
const NAMES: [&str; 5] = [
    "drain",
    "a loop by hand",
    "ours",
    "reqwest + eventsource-stream",
    "async-openai",
];

/// Runs the groups of this file.
pub(crate) fn run(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    let server = match Server::start(EVENTS) {
        Ok(server) => server,
        Err(error) => return eprintln!("no server, no loopback: {error}"),
    };
    let url = server.url.as_str();
    let body = Body::new(EVENTS);
    samples::in_turns(criterion, "loopback", |group| {
        group.throughput(Throughput::Elements(EVENTS as u64));
        group.bench_function("bare from_str", |bench| {
            bench.iter(|| limits::parse_all::<ChatEvent>(&body));
        });
        group.bench_function("drain", |bench| {
            bench.iter(|| block_on(ways::drain(url, None)));
        });
        group.bench_function("a loop by hand", |bench| {
            bench.iter(|| block_on(ways::by_hand(url, None)));
        });
        group.bench_function("ours", |bench| {
            bench.iter(|| block_on(ways::ours(url, None)));
        });
        group.bench_function("reqwest + eventsource-stream", |bench| {
            bench.iter(|| block_on(ways::common(url, None)));
        });
        #[cfg(feature = "peers")]
        group.bench_function("async-openai", |bench| {
            bench.iter(|| block_on(ways::openai(url, None)));
        });
    });
    let mut rows = samples::of("loopback", &NAMES, EVENTS);
    let bare = samples::of("loopback", &["bare from_str"], EVENTS);
    if let ([(_, bare), ..], [(_, drain), ..]) = (&bare[..], &rows[..]) {
        rows.insert(1, ("drain + bare from_str".to_owned(), drain + bare));
    }
    report.table(Table::new(
        "loopback",
        "Over loopback, an HTTP chunk for each event",
        "ns of client CPU per event",
        Some("drain + bare from_str"),
        rows,
    ));
}
