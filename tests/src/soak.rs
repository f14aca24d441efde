//! Very many calls against the mock server, with faults drawn at random: what came is held against what was sent.

mod expect;
mod job;
mod watch;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use humanloop::Client;
use humanloop::endpoints::{ChatExperiment, ChatModelConfig};
use humanloop::mock::{MockServer, Received};
use tokio::task::JoinSet;

use job::{Job, SEED, Seen};

/// How many calls run at once.
const AT_ONCE: usize = 64;

/// How many wrong calls are told in full.
const TOLD: usize = 10;

/// How much is told of each, in letters.
const LONGEST: usize = 800;

/// How long connections may take to close behind the last call.
const CLOSING: Duration = Duration::from_secs(10);

/// What a run has come to.
#[derive(Debug, Default)]
pub struct Report {
    calls: u64,
    time: Duration,
    delivered: u64,
    errors: u64,
    /// Calls by what went wrong in them.
    kinds: BTreeMap<&'static str, u64>,
    /// What is not as it should be.
    wrong: Vec<String>,
    wrong_calls: u64,
    connections: u64,
    left_open: usize,
    left_tasks: usize,
    memory: Option<watch::Growth>,
}

/// Makes the calls, telling `progress` how many are over.
///
/// # Errors
/// When there is no server or no runtime.
pub fn run(calls: u64, seed: u64, progress: impl Fn(u64)) -> Result<Report, String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    let server = MockServer::start().map_err(|error| format!("no server: {error}"))?;
    script(&server);
    let builder = server.builder().retries(0).max_event(1 << 16);
    let client = builder.build().map_err(|error| error.to_string())?;
    let start = Instant::now();
    let mut report = runtime.block_on(all(calls, seed, &server, client, progress));
    report.time = start.elapsed();
    report.calls = calls;
    report.connections = server.connections();
    report.left_open = left_open(&server);
    report.left_tasks = runtime.metrics().num_alive_tasks();
    Ok(report)
}

/// Answers are made from the number in the request, as the job makes its expectation.
fn script(server: &MockServer) {
    let of = |request: &Received| Job::numbered(request.header(SEED).unwrap_or_default());
    server
        .on::<ChatExperiment>()
        .reply_with(move |request| of(request).reply())
        .events_with(move |request| of(request).events());
    server
        .on::<ChatModelConfig>()
        .reply_with(move |request| of(request).reply())
        .events_with(move |request| of(request).events());
}

async fn all(
    calls: u64,
    seed: u64,
    server: &MockServer,
    client: Client,
    progress: impl Fn(u64),
) -> Report {
    let mut report = Report::default();
    let mut watch = watch::Watch::new(calls);
    let client = Arc::new(client);
    let mut running = JoinSet::new();
    let (mut begun, mut over) = (0, 0);
    while over < calls {
        while begun < calls && running.len() < AT_ONCE {
            let job = Job::new(seed.wrapping_add(begun));
            let client = Arc::clone(&client);
            running.spawn(async move {
                let outcome = job.run(&client).await;
                (job, outcome)
            });
            begun += 1;
        }
        if let Some(done) = running.join_next().await {
            match done {
                Ok((job, outcome)) => report.add(&job, &outcome),
                Err(error) => report.blame(&format!("a call did not end well: {error}")),
            }
            over += 1;
            progress(over);
            watch.look(over);
            if over % 256 == 0 {
                server.forget_requests();
            }
        }
    }
    report.memory = watch.growth();
    report
}

/// The connections that are open after a while.
fn left_open(server: &MockServer) -> usize {
    let start = Instant::now();
    while server.open_connections() > 0 && start.elapsed() < CLOSING {
        std::thread::sleep(Duration::from_millis(5));
    }
    server.open_connections()
}

impl Report {
    fn add(&mut self, job: &Job, seen: &Seen) {
        self.delivered += seen.events.len() as u64;
        self.errors += seen.errors.len() as u64;
        *self.kinds.entry(job.kind()).or_default() += 1;
        if let Err(why) = expect::judge(job, seen) {
            self.blame(&format!("seed {}, {}: {why}", job.seed, job.kind()));
        }
    }

    fn blame(&mut self, why: &str) {
        self.wrong_calls += 1;
        if self.wrong.len() < TOLD {
            self.wrong.push(why.chars().take(LONGEST).collect());
        }
    }

    /// Whether everything is as it should be.
    pub fn is_clean(&self) -> bool {
        let flat = self.memory.as_ref().is_none_or(watch::Growth::is_flat);
        self.wrong_calls == 0 && self.left_open == 0 && self.left_tasks == 0 && flat
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for wrong in &self.wrong {
            let _ = writeln!(text, "wrong: {wrong}");
        }
        let kinds = self
            .kinds
            .iter()
            .map(|(kind, count)| format!("{kind} {count}"));
        let kinds: Vec<_> = kinds.collect();
        let seconds = self.time.as_secs_f64();
        let _ = writeln!(
            text,
            "calls:        {} in {seconds:.1} s, {AT_ONCE} at a time",
            self.calls
        );
        let _ = writeln!(text, "kinds:        {}", kinds.join(", "));
        let _ = writeln!(
            text,
            "delivered:    {} events and answers, each as it was sent",
            self.delivered
        );
        let _ = writeln!(text, "errors:       {}, each told once", self.errors);
        let _ = writeln!(text, "wrong:        {} calls", self.wrong_calls);
        let _ = writeln!(
            text,
            "connections:  {} made, {} left open; {} tasks left",
            self.connections, self.left_open, self.left_tasks
        );
        let memory = self.memory.as_ref().map(ToString::to_string);
        let memory =
            memory.unwrap_or_else(|| "not measured, here or in a run this short".to_owned());
        let _ = writeln!(text, "memory:       {memory}");
        text
    }
}
