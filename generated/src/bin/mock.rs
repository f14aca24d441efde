//! Serves the API on loopback with answers made from the schema; `cargo xtask mock` starts it.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use humanloop::mock::{MockServer, Setup, Tape};

const HELP: &str = "\
Serves the endpoints of the schema on loopback. Answers are the schema's examples.

Usage: mock [--port PORT] [--delay MS] [--record FILE --upstream URL | --replay FILE]

  --port PORT      the port to listen on; 0, the default, is any free one
  --delay MS       milliseconds to wait before each event of a stream
  --upstream URL   pass requests on to this base URL
  --record FILE    take down what goes on there, without keys
  --replay FILE    answer from such a recording

The first line on stdout is `listening on http://127.0.0.1:PORT/v4`; stderr has a line for each request.
The header `x-mock-fault: NAME`, or `NAME@N` for behind N events, asks for a fault; a wrong name lists them.
The server ends when its stdin does.
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let Some(setup) = arguments()? else {
        print!("{HELP}");
        return Ok(());
    };
    // A log that nobody reads any more is no reason to stop.
    let setup = setup.log(|line| drop(writeln!(io::stderr(), "{line}")));
    let server = setup
        .start()
        .map_err(|error| format!("the server cannot start: {error}"))?;
    say(&server).map_err(|error| format!("cannot write to stdout: {error}"))?;
    let ended = io::copy(&mut io::stdin().lock(), &mut io::sink());
    ended
        .map(drop)
        .map_err(|error| format!("cannot wait for the end of stdin: {error}"))
}

fn say(server: &MockServer) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "listening on {}", server.url())?;
    stdout.flush()
}

/// The setup, or nothing when help is asked for.
fn arguments() -> Result<Option<Setup>, String> {
    let mut setup = MockServer::setup();
    let (mut tape, mut upstream) = (None, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let value = |rest: &mut dyn Iterator<Item = String>| {
            value
                .or_else(|| rest.next())
                .ok_or_else(|| format!("{name} needs a value"))
        };
        match name.as_str() {
            "-h" | "--help" => return Ok(None),
            "--port" => setup = setup.port(number(&name, &value(&mut arguments)?)?),
            "--delay" => {
                let pace = number(&name, &value(&mut arguments)?)?;
                setup = setup.pace(Duration::from_millis(pace));
            }
            "--upstream" => upstream = Some(value(&mut arguments)?),
            "--record" => {
                let file = value(&mut arguments)?;
                let created = Tape::create(&file).map_err(|error| format!("{file}: {error}"));
                tape = Some(created?);
            }
            "--replay" => setup = setup.replay(value(&mut arguments)?),
            _ => {
                return Err(format!(
                    "unknown argument `{name}`; `--help` lists the known ones"
                ));
            }
        }
    }
    match (upstream, tape) {
        (Some(url), Some(tape)) => setup = setup.record(&url, tape),
        (None, None) => {}
        _ => return Err("--record and --upstream need each other".to_owned()),
    }
    Ok(Some(setup))
}

fn number<N: std::str::FromStr>(name: &str, text: &str) -> Result<N, String> {
    text.parse()
        .map_err(|_| format!("{name} takes a number, not `{text}`"))
}
