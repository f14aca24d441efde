//! HTTP by hand: a request as text, an answer as text.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// The bytes of a request: lines of a head, an empty line, a body whose length is filled in.
pub fn request(text: &str) -> Vec<u8> {
    let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
    let body = body.trim_end();
    let head = head.lines().collect::<Vec<_>>().join("\r\n");
    format!(
        "{head}\r\nhost: localhost\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into()
}

/// Sends a request and reads until the server closes; lines end with LF alone.
///
/// # Panics
/// When the connection fails.
pub fn exchange(address: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .expect("a limit");
    stream.write_all(request).expect("the server reads");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("an answer of text");
    answer = answer.replace("\r\n", "\n");
    if !answer.ends_with('\n') {
        answer.push('\n');
    }
    answer
}
