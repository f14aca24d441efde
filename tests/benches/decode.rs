//! Decoding of an event stream, alone and with a typed value of each event.

use std::hint::black_box;

use bytes::Bytes;
use criterion::BatchSize::PerIteration;
use criterion::{Criterion, Throughput};
use humanloop::types::ChatEvent;

use crate::body::{self, Body};
use crate::cpu::Cpu;
use crate::report::{Report, Table};
use crate::{derived, limits, samples, stack};

/// How many events the body has.
const EVENTS: usize = 200_000;

/// Runs all decoders side by side, each compiled together with what takes the data.
macro_rules! side_by_side {
    ($group:ident, $pieces:ident, $take:expr) => {
        side_by_side! { $group, $pieces, $take,
            "ours" ours, "sse-core" sse_core, "sse-stream" sse_stream,
            "eventsource-stream" eventsource }
    };
    ($group:ident, $pieces:ident, $take:expr, $($name:literal $decode:ident),+) => {
        $($group.bench_function($name, |bench| {
            let owned = || $pieces.to_vec();
            bench.iter_batched(owned, |pieces| stack::$decode(pieces, $take), PerIteration);
        });)+
    };
}

/// Runs all groups of this file.
pub(crate) fn run(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    let body = Body::new(EVENTS);
    let cuts = [
        ("1 KiB pieces", "1k", body.cut(1 << 10)),
        ("16 KiB pieces", "16k", body.cut(16 << 10)),
        ("a piece for each event", "event", body.cut_by_event()),
    ];
    for (title, name, pieces) in &cuts {
        decode_only(criterion, &format!("decode-{name}"), pieces);
        tabulate(
            report,
            &format!("decode-{name}"),
            &format!("Decode only, {title}"),
            &["memchr2 walk"],
        );
    }
    for (title, name, pieces) in &cuts {
        decode_and_read(criterion, &format!("typed-{name}"), pieces, &body);
        tabulate(
            report,
            &format!("typed-{name}"),
            &format!("Decode and typed value, {title}"),
            &["bare from_str", "derived from_str"],
        );
    }
    hostile(criterion, report);
}

/// A line that comes in as many pieces as it can.
fn hostile(criterion: &mut Criterion<Cpu>, report: &mut Report) {
    let name = |mib: usize| format!("ours, {mib} MiB");
    samples::in_turns(criterion, "hostile", |group| {
        for mib in body::LONG {
            let pieces = body::long_line(mib << 20);
            group.bench_function(name(mib), |bench| {
                let owned = || pieces.clone();
                bench.iter_batched(
                    owned,
                    |pieces| {
                        stack::ours(pieces, |data| {
                            black_box(data);
                        });
                    },
                    PerIteration,
                );
            });
        }
    });
    let names = body::LONG.map(name);
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let rows = samples::of("hostile", &names, 1_000_000);
    let title = "One long line in pieces of 64 bytes";
    report.table(Table::new("hostile", title, "ms of CPU", None, rows));
}

/// The table of a group: its limits, then all decoders.
fn tabulate(report: &mut Report, group: &str, title: &str, limits: &[&str]) {
    let names = [
        limits,
        &["ours", "sse-core", "sse-stream", "eventsource-stream"],
    ]
    .concat();
    let rows = samples::of(group, &names, EVENTS);
    report.table(Table::new(
        group,
        title,
        "ns of CPU per event",
        limits.first().copied(),
        rows,
    ));
}

fn decode_only(criterion: &mut Criterion<Cpu>, name: &str, pieces: &[Bytes]) {
    samples::in_turns(criterion, name, |group| {
        group.throughput(Throughput::Elements(EVENTS as u64));
        group.bench_function("memchr2 walk", |bench| {
            bench.iter_batched(|| pieces.to_vec(), limits::walk, PerIteration);
        });
        side_by_side!(group, pieces, |data| {
            black_box(data);
        });
    });
}

fn decode_and_read(criterion: &mut Criterion<Cpu>, name: &str, pieces: &[Bytes], body: &Body) {
    samples::in_turns(criterion, name, |group| {
        group.throughput(Throughput::Elements(EVENTS as u64));
        group.bench_function("bare from_str", |bench| {
            bench.iter(|| limits::parse_all::<ChatEvent>(body));
        });
        group.bench_function("derived from_str", |bench| {
            bench.iter(|| limits::parse_all::<derived::Event>(body));
        });
        side_by_side!(group, pieces, limits::parse::<ChatEvent>);
    });
}
