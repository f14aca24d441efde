//! Reading of HTTP/1.1 requests, as much of it as a test server needs.

use std::io::{self, BufRead, Read, Write};

/// The largest head of a request.
const MAX_HEAD: u64 = 64 << 10;
/// The largest body of a request.
const MAX_BODY: u64 = 64 << 20;

/// The head of a request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) method: String,
    /// The path and the query, as they came.
    pub(super) target: String,
    pub(super) headers: Vec<(String, String)>,
}

impl Head {
    /// The value of a header, whatever the case of its name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let (_, value) = headers.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(value)
    }

    /// The target without its query.
    pub(super) fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// Whether a list header has this word.
    fn has_word(&self, name: &str, word: &str) -> bool {
        let words = self.header(name).unwrap_or_default().split(',');
        words
            .map(str::trim)
            .any(|known| known.eq_ignore_ascii_case(word))
    }

    /// Whether the client wants the connection closed behind the answer.
    pub(super) fn wants_close(&self) -> bool {
        self.has_word("connection", "close")
    }
}

/// Reads a head; `None` when the client closed the connection instead.
pub(super) fn read_head(reader: &mut impl BufRead) -> io::Result<Option<Head>> {
    let mut reader = reader.take(MAX_HEAD);
    let mut first = String::new();
    // Some clients send an empty line behind a body.
    while first.trim_end().is_empty() {
        first.clear();
        if reader.read_line(&mut first)? == 0 {
            return Ok(None);
        }
    }
    let mut words = first.split_whitespace();
    let (Some(method), Some(target), Some(version)) = (words.next(), words.next(), words.next())
    else {
        return Err(bad("the request line is not `METHOD TARGET VERSION`"));
    };
    if !version.starts_with("HTTP/1.") {
        return Err(bad("this server speaks HTTP/1.1"));
    }
    let (method, target) = (method.to_owned(), target.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 {
            return Err(bad("the head of the request is cut or too long"));
        }
        let line = line.trim_end();
        if line.is_empty() {
            return Ok(Some(Head {
                method,
                target,
                headers,
            }));
        }
        let (name, value) = line
            .split_once(':')
            .ok_or_else(|| bad("a header has no colon"))?;
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
}

/// Reads the body that belongs to a head.
pub(super) fn read_body(
    head: &Head,
    reader: &mut impl BufRead,
    mut writer: impl Write,
) -> io::Result<Vec<u8>> {
    if head.has_word("expect", "100-continue") {
        writer.write_all(b"HTTP/1.1 100 Continue\r\n\r\n")?;
    }
    if head.has_word("transfer-encoding", "chunked") {
        return read_chunks(reader);
    }
    let length = match head.header("content-length") {
        None => 0,
        Some(text) => text
            .parse()
            .map_err(|_| bad("content-length is no number"))?,
    };
    let mut body = Vec::new();
    read_exactly(reader, length, &mut body)?;
    Ok(body)
}

fn read_chunks(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = read_line(reader)?;
        let size = line.split(';').next().unwrap_or_default().trim();
        let size =
            u64::from_str_radix(size, 16).map_err(|_| bad("the size of a chunk is no number"))?;
        if size == 0 {
            break;
        }
        read_exactly(reader, size, &mut body)?;
        if !read_line(reader)?.is_empty() {
            return Err(bad("a chunk is longer than it says"));
        }
    }
    // Trailers mean nothing here.
    while !read_line(reader)?.is_empty() {}
    Ok(body)
}

fn read_line(reader: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    reader.take(MAX_HEAD).read_line(&mut line)?;
    match line.strip_suffix('\n') {
        Some(line) => Ok(line.trim_end_matches('\r').to_owned()),
        None => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

fn read_exactly(reader: &mut impl BufRead, length: u64, body: &mut Vec<u8>) -> io::Result<()> {
    if length > MAX_BODY.saturating_sub(body.len() as u64) {
        return Err(bad("the body is larger than 64 MiB"));
    }
    let read = reader.take(length).read_to_end(body)?;
    if read as u64 == length {
        Ok(())
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// The error of a request that is no HTTP; its words are the answer.
fn bad(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

/// The usual words of a status.
pub(super) fn reason(status: u16) -> &'static str {
    let status = http::StatusCode::from_u16(status).ok();
    status
        .and_then(|status| status.canonical_reason())
        .unwrap_or("Status")
}

#[cfg(test)]
mod tests {
    use super::{read_body, read_head};
    use std::io::Cursor;

    fn read(text: &str) -> Result<(String, Vec<u8>), String> {
        let mut reader = Cursor::new(text.as_bytes().to_vec());
        let head = read_head(&mut reader).map_err(|error| error.to_string())?;
        let head = head.ok_or("closed")?;
        let body = read_body(&head, &mut reader, Vec::new()).map_err(|error| error.to_string())?;
        Ok((format!("{} {}", head.method, head.target), body))
    }

    #[test]
    fn bodies_come_by_length_and_in_chunks() {
        let want = Ok(("POST /a?b".to_owned(), b"hello".to_vec()));
        assert_eq!(
            read("POST /a?b HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello and more"),
            want
        );
        assert_eq!(
            read(
                "\r\nPOST /a?b HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nt: 1\r\n\r\n"
            ),
            want
        );
        assert_eq!(
            read("GET / HTTP/1.0\n\n"),
            Ok(("GET /".to_owned(), Vec::new()))
        );
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let cases = [
            ("", "closed"),
            ("hello\r\n\r\n", "request line"),
            ("GET / HTTP/2\r\n\r\n", "HTTP/1.1"),
            ("GET / HTTP/1.1\r\na: b", "cut"),
            ("GET / HTTP/1.1\r\nab\r\n\r\n", "colon"),
            ("GET / HTTP/1.1\r\ncontent-length: x\r\n\r\n", "number"),
            (
                "GET / HTTP/1.1\r\ncontent-length: 99999999999\r\n\r\n",
                "64 MiB",
            ),
            (
                "GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\nx\r\n",
                "number",
            ),
            (
                "GET / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n1\r\nabc\r\n",
                "longer",
            ),
        ];
        for (text, word) in cases {
            let error = read(text).expect_err(text);
            assert!(error.contains(word), "{text}: {error}");
        }
    }
}
