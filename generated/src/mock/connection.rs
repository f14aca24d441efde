//! One connection: requests in, answers out, as the plan says.

use std::fmt::Write as _;
use std::io::{self, BufReader, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use super::http::{Head, read_body, read_head, reason};
use super::plan::{Frame, Plan, Step};
use super::server::Shared;

/// How long a closed gate is waited on before the connection is looked at again.
const GLANCE: Duration = Duration::from_millis(5);

/// How long the events before a reset have to leave.
const LEAVING: Duration = Duration::from_millis(50);

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The next request may come.
    Ready,
    /// The server closes the connection.
    Closed,
    /// The client did so before the answer was whole.
    Abandoned,
}

/// Serves a connection until one side closes it.
pub(super) fn serve(shared: &Shared, stream: &TcpStream, number: u64) -> io::Result<End> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    loop {
        let head = match read_head(&mut reader) {
            Ok(Some(head)) => head,
            Ok(None) => return Ok(End::Closed),
            Err(error) => return refuse(shared, stream, &error),
        };
        let closes = head.wants_close();
        let end = match shared.early_plan(&head, number) {
            Some(plan) => play(stream, &plan, shared)?,
            None => match (read_body(&head, &mut reader, stream), shared.upstream()) {
                (Err(error), _) => return refuse(shared, stream, &error),
                (Ok(body), Some(upstream)) => upstream.forward(shared, stream, &head, body)?,
                (Ok(body), None) => play(stream, &shared.plan(&head, body, number), shared)?,
            },
        };
        if end != End::Ready || closes {
            return Ok(if end == End::Ready { End::Closed } else { end });
        }
    }
}

/// Answers what is no HTTP; other failures of the connection have no answer.
fn refuse(shared: &Shared, stream: &TcpStream, error: &io::Error) -> io::Result<End> {
    if error.kind() != io::ErrorKind::InvalidData {
        return Ok(End::Closed);
    }
    let mut plan = Plan::json(400, &serde_json::json!({"detail": error.to_string()}));
    plan.set_header("connection", "close");
    play(stream, &plan, shared)?;
    Ok(End::Closed)
}

/// Sends an answer.
pub(super) fn play(stream: &TcpStream, plan: &Plan, shared: &Shared) -> io::Result<End> {
    let pace = plan.pace.unwrap_or_else(|| shared.pace());
    // A whole answer waits before its head.
    if plan.frame != Frame::Chunked && !wait(stream, plan, pace)? {
        return Ok(End::Abandoned);
    }
    let mut writer = stream;
    writer.write_all(head(plan).as_bytes())?;
    for step in &plan.steps {
        let sent = match step {
            Step::Event(bytes) => {
                if plan.frame == Frame::Chunked && !wait(stream, plan, pace)? {
                    return Ok(End::Abandoned);
                }
                send(writer, plan.frame, bytes)
            }
            Step::Chunk(bytes) => send(writer, plan.frame, bytes),
            Step::Part(bytes) => {
                writer.write_all(format!("{:x}\r\n", bytes.len() + 1).as_bytes())?;
                writer.write_all(bytes)?;
                return Ok(End::Closed);
            }
            Step::Endless(bytes) => loop {
                if send(writer, plan.frame, bytes).is_err() {
                    return Ok(End::Abandoned);
                }
            },
            Step::Stall => {
                return Ok(if is_left_alone(stream)? {
                    End::Abandoned
                } else {
                    End::Closed
                });
            }
            Step::Reset => {
                // A reset discards what has not left yet.
                stays(stream, LEAVING)?;
                socket2::SockRef::from(stream).set_linger(Some(Duration::ZERO))?;
                return Ok(End::Closed);
            }
            Step::Close => return Ok(End::Closed),
        };
        if let Err(error) = sent {
            return if is_gone(&error) {
                Ok(End::Abandoned)
            } else {
                Err(error)
            };
        }
    }
    if plan.frame == Frame::Chunked {
        writer.write_all(b"0\r\n\r\n")?;
    }
    Ok(End::Ready)
}

fn head(plan: &Plan) -> String {
    if plan.frame == Frame::Nothing {
        return String::new();
    }
    let mut text = format!("HTTP/1.1 {} {}\r\n", plan.status, reason(plan.status));
    for (name, value) in &plan.headers {
        let _ = write!(text, "{name}: {value}\r\n");
    }
    match plan.frame {
        Frame::Length(length) => text + &format!("content-length: {length}\r\n\r\n"),
        Frame::Chunked => text + "transfer-encoding: chunked\r\n\r\n",
        Frame::Nothing => text,
    }
}

fn send(mut writer: &TcpStream, frame: Frame, bytes: &[u8]) -> io::Result<()> {
    if frame != Frame::Chunked {
        return writer.write_all(bytes);
    }
    if bytes.is_empty() {
        // An empty chunk would be the end.
        return Ok(());
    }
    let framed = [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat();
    writer.write_all(&framed)
}

/// Waits for the pace and the gate; false when the client closed meanwhile.
fn wait(stream: &TcpStream, plan: &Plan, pace: Duration) -> io::Result<bool> {
    if !pace.is_zero() && !stays(stream, pace)? {
        return Ok(false);
    }
    let Some(gate) = &plan.gate else {
        return Ok(true);
    };
    while !gate.pass(GLANCE) {
        if !stays(stream, Duration::from_micros(1))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Waits this long; false as soon as the client closes.
fn stays(stream: &TcpStream, time: Duration) -> io::Result<bool> {
    stream.set_read_timeout(Some(time))?;
    let seen = stream.peek(&mut [0]);
    stream.set_read_timeout(None)?;
    match seen {
        Ok(0) => Ok(false),
        Ok(_) => {
            // The next request is here already; it waits its turn.
            std::thread::sleep(time);
            Ok(true)
        }
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
            ) =>
        {
            Ok(true)
        }
        Err(error) if is_gone(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Waits until the client closes; false when the server ended first.
fn is_left_alone(stream: &TcpStream) -> io::Result<bool> {
    match io::copy(&mut { stream }, &mut io::sink()) {
        Ok(_) => Ok(true),
        Err(error) if is_gone(&error) => Ok(true),
        Err(error) => Err(error),
    }
}

fn is_gone(error: &io::Error) -> bool {
    let kinds = [
        io::ErrorKind::BrokenPipe,
        io::ErrorKind::ConnectionReset,
        io::ErrorKind::ConnectionAborted,
        io::ErrorKind::NotConnected,
    ];
    kinds.contains(&error.kind())
}

/// Ends a connection from outside of its thread.
pub(super) fn close(stream: &TcpStream) {
    // It may be closed already.
    drop(stream.shutdown(Shutdown::Both));
}

/// What the log says of a request: nothing that may be a secret.
pub(super) fn log_line(head: &Head, plan: &Plan) -> String {
    let path = head.path();
    let what = match plan.frame {
        Frame::Length(length) => format!("{} ({length} bytes)", plan.status),
        Frame::Chunked => format!("{} ({} events)", plan.status, events(plan)),
        Frame::Nothing => "no answer".to_owned(),
    };
    format!(
        "{} {} -> {what}",
        head.method.escape_debug(),
        path.escape_debug()
    )
}

fn events(plan: &Plan) -> usize {
    plan.steps
        .iter()
        .filter(|step| matches!(step, Step::Event(_)))
        .count()
}
