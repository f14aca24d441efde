//! The other end of the loopback: this program again, as a server in a process of its own.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, ExitCode, Stdio};

use crate::body::Body;

/// Says, and only to a child, how many events to serve.
const ASKED: &str = "BENCH_SERVES_EVENTS";

/// A server that answers every request with the same stream; killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// Where it listens.
    pub(crate) url: String,
}

impl Server {
    /// Starts one.
    pub(crate) fn start(events: usize) -> std::io::Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .env(ASKED, events.to_string())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut url = String::new();
        if let Some(stdout) = &mut child.stdout {
            BufReader::new(stdout).read_line(&mut url)?;
        }
        Ok(Self {
            child,
            url: url.trim().to_owned(),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has nothing to lose, and may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether this process is to be the server.
pub(crate) fn is_asked_for() -> bool {
    std::env::var_os(ASKED).is_some()
}

/// Serves until killed.
pub(crate) fn serve() -> ExitCode {
    let events = std::env::var(ASKED)
        .ok()
        .and_then(|count| count.parse().ok());
    let answer = answer(events.unwrap_or_default());
    let Ok(listener) = TcpListener::bind("127.0.0.1:0") else {
        return ExitCode::FAILURE;
    };
    if let Ok(address) = listener.local_addr() {
        println!("http://{address}");
    }
    for stream in listener.incoming().flatten() {
        // A client that goes away early is no trouble.
        let _ = reply(stream, &answer);
    }
    ExitCode::SUCCESS
}

/// The whole answer: a head, and an HTTP chunk for each event.
fn answer(events: usize) -> Vec<u8> {
    let body = Body::new(events);
    let mut out = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\
        connection: close\r\ntransfer-encoding: chunked\r\n\r\n"
        .to_vec();
    for range in body.events {
        out.extend_from_slice(format!("{:x}\r\n", range.len()).as_bytes());
        out.extend_from_slice(&body.bytes[range]);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"0\r\n\r\n");
    out
}

fn reply(stream: TcpStream, answer: &[u8]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        if line.trim().is_empty() {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.read_exact(&mut vec![0; length])?;
    reader.get_mut().write_all(answer)
}
