//! A server that follows a script byte by byte, for what no well-behaved server does.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use crate::script::Step;

/// How long anything may take before the server gives up, so that no test hangs.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long nothing goes out before a flood is over.
const STUCK: Duration = Duration::from_millis(300);

/// The most that a flood sends: far more than the buffers of any system hold.
const FLOOD: usize = 256 << 20;

fn is_timeout(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

/// A server on loopback. It ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<Request>>>,
    gates: Sender<()>,
    closed: Receiver<()>,
    over: Arc<AtomicBool>,
}

/// A request as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The request line and the headers, as they came.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

impl Request {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl Server {
    /// Starts a server that follows these steps, one list for each connection.
    ///
    /// `cut` sends each byte of a chunk as a chunk of its own.
    ///
    /// # Panics
    /// When there is no free port.
    pub fn start(connections: Vec<Vec<Step>>, cut: bool) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (gates, opened) = channel();
        let (closing, closed) = channel();
        let seen = Arc::clone(&requests);
        let over = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&over);
        thread::spawn(move || {
            for steps in connections {
                let Ok((stream, _)) = listener.accept() else {
                    return;
                };
                if ended.load(Ordering::Relaxed) {
                    return;
                }
                let connection = Connection {
                    stream,
                    cut,
                    opened: &opened,
                    seen: &seen,
                };
                // A client that goes away is part of many cases.
                if connection.follow(&steps).is_ok_and(|gone| gone) && closing.send(()).is_err() {
                    return;
                }
            }
        });
        Self {
            address,
            requests,
            gates,
            closed,
            over,
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Lets the script go on beyond its next `gate`.
    ///
    /// # Panics
    /// When the script is over.
    pub fn open_gate(&self) {
        self.gates.send(()).expect("the script is not over");
    }

    /// Whether the client has closed a connection on which the server waited, or takes no more of a flood.
    ///
    /// Asking takes no time, so that the client's own tasks get their turns between questions.
    pub fn was_closed_by_client(&self) -> bool {
        self.closed.try_recv().is_ok()
    }

    /// The requests so far.
    ///
    /// # Panics
    /// When the server's thread did.
    pub fn requests(&self) -> Vec<Request> {
        self.requests
            .lock()
            .expect("the server's thread is well")
            .clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // The thread may wait for a connection that nobody makes; a refused one means that it is gone.
        drop(TcpStream::connect_timeout(&self.address, PATIENCE));
    }
}

/// One connection and what it shares with the server.
struct Connection<'a> {
    stream: TcpStream,
    cut: bool,
    opened: &'a Receiver<()>,
    seen: &'a Mutex<Vec<Request>>,
}

impl Connection<'_> {
    /// Follows the script; true when the client closed the connection that the script waits on.
    fn follow(mut self, steps: &[Step]) -> io::Result<bool> {
        self.stream.set_nodelay(true)?;
        self.stream.set_read_timeout(Some(PATIENCE))?;
        let request = match steps.first() {
            Some(Step::Blind) => Request::default(),
            first => read_request(&self.stream, first == Some(&Step::Early))?,
        };
        self.seen
            .lock()
            .map_err(|_| io::ErrorKind::Other)?
            .push(request.clone());
        let mut head = None;
        for step in steps {
            match step {
                Step::Early | Step::Blind => {}
                Step::Head(status, headers) => head = Some((*status, headers)),
                Step::Body(body) => self.whole(head.take(), body)?,
                Step::Echo => {
                    let body = format!("{{\"detail\": {}}}", as_json_string(&request));
                    self.whole(head.take(), body.as_bytes())?;
                }
                Step::Chunk(text, count) => {
                    self.begin(head.take())?;
                    for _ in 0..*count {
                        self.chunk(text)?;
                    }
                }
                Step::EchoChunk(text) => {
                    self.begin(head.take())?;
                    let text = String::from_utf8_lossy(text);
                    self.chunk(text.replace('@', &as_json_string(&request)).as_bytes())?;
                }
                Step::Flood(text) => {
                    self.begin(head.take())?;
                    return self.flood(text);
                }
                Step::End => {
                    self.begin(head.take())?;
                    self.stream.write_all(b"0\r\n\r\n")?;
                }
                Step::Raw(bytes) => self.stream.write_all(bytes)?,
                Step::Gate => {
                    self.begin(head.take())?;
                    self.opened
                        .recv_timeout(PATIENCE)
                        .map_err(io::Error::other)?;
                }
                Step::Pause(time) => {
                    self.begin(head.take())?;
                    thread::sleep(*time);
                }
                Step::Wait => {
                    self.begin(head.take())?;
                    return self.is_left_alone();
                }
                Step::Reset => {
                    self.begin(head.take())?;
                    socket2::SockRef::from(&self.stream).set_linger(Some(Duration::ZERO))?;
                }
            }
        }
        Ok(false)
    }

    /// Sends the head of a chunked answer, where one is due.
    fn begin(&mut self, head: Option<(u16, &Vec<String>)>) -> io::Result<()> {
        let Some((status, headers)) = head else {
            return Ok(());
        };
        let text = head_text(status, headers, "transfer-encoding: chunked");
        self.stream.write_all(text.as_bytes())
    }

    fn whole(&mut self, head: Option<(u16, &Vec<String>)>, body: &[u8]) -> io::Result<()> {
        if let Some((status, headers)) = head {
            let length = format!("content-length: {}", body.len());
            self.stream
                .write_all(head_text(status, headers, &length).as_bytes())?;
        }
        self.stream.write_all(body)
    }

    fn chunk(&mut self, text: &[u8]) -> io::Result<()> {
        let pieces = if self.cut { 1 } else { text.len().max(1) };
        let mut framed = Vec::with_capacity(text.len() + 16);
        for piece in text.chunks(pieces) {
            framed.extend_from_slice(format!("{:x}\r\n", piece.len()).as_bytes());
            framed.extend_from_slice(piece);
            framed.extend_from_slice(b"\r\n");
        }
        self.stream.write_all(&framed)
    }

    /// Sends until nothing goes out any more; true when that comes to pass.
    fn flood(&mut self, text: &[u8]) -> io::Result<bool> {
        self.stream.set_write_timeout(Some(STUCK))?;
        let mut sent = 0;
        while sent < FLOOD {
            match self.chunk(text) {
                Ok(()) => sent += text.len(),
                Err(error) if is_timeout(&error) => return Ok(true),
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    /// Waits until the client closes.
    fn is_left_alone(&mut self) -> io::Result<bool> {
        let mut rest = [0; 1024];
        loop {
            match self.stream.read(&mut rest) {
                Ok(0) => return Ok(true),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => return Ok(true),
                Err(error) => return Err(error),
            }
        }
    }
}

fn head_text(status: u16, headers: &[String], framing: &str) -> String {
    let mut lines = vec![format!("HTTP/1.1 {status} Status")];
    lines.extend_from_slice(headers);
    lines.extend([framing.to_owned(), "connection: close".to_owned()]);
    lines.join("\r\n") + "\r\n\r\n"
}

fn read_request(stream: &TcpStream, early: bool) -> io::Result<Request> {
    let mut reader = BufReader::new(stream);
    let mut request = Request::default();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if line == "\r\n" {
            break;
        }
        request.head.push_str(&line);
    }
    let length = request
        .header("content-length")
        .and_then(|text| text.parse().ok());
    if let Some(length) = length.filter(|_| !early) {
        request.body = vec![0; length];
        reader.read_exact(&mut request.body)?;
    }
    Ok(request)
}

/// The request as a JSON string.
fn as_json_string(request: &Request) -> String {
    let text = format!("{}{}", request.head, String::from_utf8_lossy(&request.body));
    serde_json::Value::from(text).to_string()
}
