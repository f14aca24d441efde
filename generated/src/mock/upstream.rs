//! The way through the server to a real one, for recordings.

use std::io::{self, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use reqwest::Url;
use serde_json::json;

use super::connection::{End, play};
use super::http::{Head, reason};
use super::plan::Plan;
use super::server::{Shared, below_base};
use super::tape::Tape;
use crate::client::network;
use crate::error::Result;
use crate::runtime::{Body, Network, Transport, check_scheme, parse_base};

/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(10);

/// Headers about one connection, which are not passed on; and a compressed body could not be searched for keys.
const OWN: [&str; 8] = [
    "host",
    "connection",
    "keep-alive",
    "content-length",
    "transfer-encoding",
    "expect",
    "accept-encoding",
    "x-mock-fault",
];

/// A real server, and the recording of what goes on with it.
#[derive(Debug)]
pub(super) struct Upstream {
    base: Url,
    tape: Tape,
}

impl Upstream {
    pub(super) fn new(base: &str, tape: Tape) -> Result<Self> {
        let base = parse_base(base)?;
        check_scheme(&base, &[])?;
        Ok(Self { base, tape })
    }

    /// Passes a request on, and its answer back as it comes.
    pub(super) fn forward(
        &self,
        shared: &Shared,
        stream: &TcpStream,
        head: &Head,
        body: Vec<u8>,
    ) -> io::Result<End> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let answer = runtime.block_on(self.ask(head, body));
        match answer {
            Ok(answer) => {
                shared.log(&format!(
                    "{} {} -> {} (recorded)",
                    head.method.escape_debug(),
                    head.path().escape_debug(),
                    answer.status().as_u16()
                ));
                runtime.block_on(pass_on(stream, answer))
            }
            Err(why) => {
                let plan = Plan::json(502, &json!({"detail": why}));
                play(stream, &plan, shared)
            }
        }
    }

    async fn ask(&self, head: &Head, body: Vec<u8>) -> std::result::Result<Response<Body>, String> {
        let request = self.request(head, body)?;
        // Connections belong to the runtime they were made in, which ends with this request.
        let network = network(CONNECT, Some(&self.base), |builder| builder);
        let network = Network(network.map_err(|error| error.to_string())?);
        let recorder = self.tape.around(Arc::new(network));
        recorder
            .send(request)
            .await
            .map_err(|error| error.to_string())
    }

    fn request(&self, head: &Head, body: Vec<u8>) -> std::result::Result<Request<Bytes>, String> {
        let Some(below) = below_base(&head.target) else {
            return Err("the path is not below that of the schema's server".to_owned());
        };
        let url = format!("{}{below}", self.base.as_str().trim_end_matches('/'));
        let mut builder = Request::builder().method(head.method.as_str()).uri(url);
        for (name, value) in &head.headers {
            if !OWN.contains(&name.to_ascii_lowercase().as_str()) {
                builder = builder.header(name, value);
            }
        }
        let identity = HeaderValue::from_static("identity");
        let builder = builder.header("accept-encoding", identity);
        builder.body(body.into()).map_err(|error| error.to_string())
    }
}

/// Sends an answer to the client, piece by piece.
async fn pass_on(mut stream: &TcpStream, answer: Response<Body>) -> io::Result<End> {
    let (head, mut body) = answer.into_parts();
    let status = head.status.as_u16();
    let mut text = format!("HTTP/1.1 {status} {}\r\n", reason(status)).into_bytes();
    add(&mut text, &head.headers);
    text.extend_from_slice(b"transfer-encoding: chunked\r\n\r\n");
    stream.write_all(&text)?;
    while let Some(piece) = body.piece().await {
        match piece {
            Ok(piece) if piece.is_empty() => {}
            Ok(piece) => {
                let size = format!("{:x}\r\n", piece.len());
                stream.write_all(&[size.as_bytes(), &piece[..], b"\r\n"].concat())?;
            }
            // The client sees the same: an answer that breaks off.
            Err(_) => return Ok(End::Closed),
        }
    }
    stream.write_all(b"0\r\n\r\n")?;
    Ok(End::Ready)
}

fn add(text: &mut Vec<u8>, headers: &HeaderMap) {
    let own = |name: &HeaderName| OWN.contains(&name.as_str());
    for (name, value) in headers.iter().filter(|(name, _)| !own(name)) {
        text.extend_from_slice(name.as_str().as_bytes());
        text.extend_from_slice(b": ");
        text.extend_from_slice(value.as_bytes());
        text.extend_from_slice(b"\r\n");
    }
}
