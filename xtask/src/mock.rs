//! `mock`: builds the test server of `generated` and runs it, alone or around a command.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use crate::answer::{Answer, Trouble, Verdict};
use crate::program;

/// The key that the server takes; it takes any, and wants one.
const KEY: &str = "mock-key";

/// Serve the schema's endpoints on loopback, alone or around a command.
///
/// Answers fit the schema. The first line on stdout is `listening on http://127.0.0.1:PORT/v4`.
/// With a command after `--`, the server gets a free port, the command gets HUMANLOOP_BASE_URL and
/// HUMANLOOP_API_KEY, and its exit code is ours:
///
///     cargo xtask mock -- cargo run -p generated --example stream
///
/// Real traffic can be recorded, without its keys, and played again without a network:
///
///     cargo xtask mock --upstream https://gateway.example/v4 --record calls.jsonl
///     cargo xtask mock --replay calls.jsonl
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Args {
    /// The port to listen on; 0 is any free one
    #[arg(long, default_value_t = 0)]
    port: u16,

    /// Milliseconds to wait before each event of a stream
    #[arg(long, value_name = "MS", default_value_t = 0)]
    delay: u64,

    /// Pass requests on to this base URL instead of answering them
    #[arg(long, value_name = "URL", requires = "record")]
    upstream: Option<String>,

    /// Take down what goes on with it, without keys
    #[arg(long, value_name = "FILE", requires = "upstream")]
    record: Option<PathBuf>,

    /// Answer from such a recording
    #[arg(long, value_name = "FILE", conflicts_with = "record")]
    replay: Option<PathBuf>,

    /// The command to run against the server
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

pub(crate) fn run(args: &Args) -> Answer {
    let mut server = Command::new(program::built(
        "generated",
        &["--features", "mock", "--bin", "mock"],
    )?);
    server
        .args(["--port", &args.port.to_string()])
        .args(["--delay", &args.delay.to_string()])
        // The server ends with whoever holds the other end of its stdin.
        .stdin(Stdio::piped());
    if let Some(url) = &args.upstream {
        server.args(["--upstream", url]);
    }
    if let Some(file) = &args.record {
        server.arg("--record").arg(file);
    }
    if let Some(file) = &args.replay {
        server.arg("--replay").arg(file);
    }
    match args.command.split_first() {
        None => alone(server),
        Some((program, rest)) => {
            let mut command = Command::new(program);
            command.args(rest);
            around(server, command)
        }
    }
}

fn alone(mut server: Command) -> Answer {
    let mut child = start(&mut server)?;
    // To wait closes the pipe unless somebody else holds it.
    let stdin = child.stdin.take();
    let status = child.wait();
    drop(stdin);
    let status = status.map_err(|error| Trouble::new(format!("the mock server: {error}")))?;
    Ok(Verdict::of(status.success()))
}

/// Runs the command while the server runs.
fn around(mut server: Command, mut command: Command) -> Answer {
    let mut child = start(server.stdout(Stdio::piped()))?;
    let code = address(&mut child).and_then(|url| {
        let status = command
            .env("HUMANLOOP_BASE_URL", url)
            .env("HUMANLOOP_API_KEY", KEY)
            .status();
        let program = PathBuf::from(command.get_program());
        status.map_err(|error| Trouble::at(&program, &error))
    });
    stop(child);
    let code = code?.code().and_then(|code| u8::try_from(code).ok());
    // A command that a signal ended has no code.
    Ok(code.map_or(Verdict::No, Verdict::Code))
}

fn start(server: &mut Command) -> Result<Child, Trouble> {
    let started = server.spawn();
    started.map_err(|error| Trouble::new(format!("the mock server does not start: {error}")))
}

/// Reads the base URL from the server's first line.
fn address(server: &mut Child) -> Result<String, Trouble> {
    let mut line = String::new();
    if let Some(stdout) = server.stdout.take() {
        let read = BufReader::new(stdout).read_line(&mut line);
        read.map_err(|error| Trouble::new(format!("the mock server: {error}")))?;
    }
    let url = line.trim().strip_prefix("listening on ");
    url.map(str::to_owned)
        .ok_or_else(|| Trouble::new("the mock server did not say where it listens"))
}

fn stop(mut server: Child) {
    // It may have ended by itself; then there is nothing to stop.
    if server.kill().is_ok() {
        drop(server.wait());
    }
}
