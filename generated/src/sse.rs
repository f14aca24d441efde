//! A decoder of event streams (`text/event-stream`), after the rules of the HTML standard.
//!
//! The decoder does no I/O. Feed it the bytes of a body as they come, cut anywhere, and take the events out:
//!
//! ```
//! use humanloop::sse::Decoder;
//!
//! let mut decoder = Decoder::new();
//! let mut seen = Vec::new();
//! for piece in [&b"event: greeting\nda"[..], b"ta: hello\r", b"\n\r\ndata: cut"] {
//!     decoder.feed(piece);
//!     while let Some(event) = decoder.next_event() {
//!         let event = event?;
//!         seen.push((event.name().to_owned(), event.text().into_owned()));
//!     }
//! }
//! assert_eq!(seen, [("greeting".to_owned(), "hello".to_owned())]);
//! assert_eq!(decoder.unfinished().map(|event| event.data()), Some(&b"cut"[..]));
//! # Ok::<(), humanloop::sse::TooLarge>(())
//! ```
//!
//! An event is out as soon as the last byte of its blank line is in, also when that line ends with a lone
//! carriage return. Its data is a slice of the piece that was fed, or of one buffer that is reused: nothing is
//! allocated per event. Comments and unknown fields take no memory, however long they are; an event larger than
//! the limit is an error, and the decoder goes on with the event after it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use bytes::{Bytes, BytesMut};
use memchr::memchr2;

/// The largest event that a decoder takes unless told otherwise: 8 MiB.
pub const DEFAULT_LIMIT: usize = 8 << 20;

/// Buffers above this size are given back after the event that needed them.
const KEPT: usize = 64 << 10;

const BOM: [u8; 3] = [0xEF, 0xBB, 0xBF];

/// The fields that a decoder acts on.
const FIELDS: [&[u8]; 4] = [b"data", b"event", b"id", b"retry"];

/// What the lines of data begin with, but for the empty ones without a colon.
const DATA: &[u8] = b"data:";

/// The longest of [`FIELDS`] and its colon, and also `data` with its colon and space.
const LONGEST_FIELD: usize = 6;

/// Cuts the bytes of a body into events.
///
/// See the [module](self) for its use.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the bytes so far"
)]
pub struct Decoder {
    /// The piece that was fed last.
    chunk: Bytes,
    /// How much of it is consumed.
    position: usize,
    /// The beginning of a line that went over the end of a piece.
    line: Vec<u8>,
    /// Whether the rest of the line that began in an earlier piece has no meaning.
    ignoring: bool,
    /// Whether the last line ended with a carriage return, so that a line feed now belongs to it.
    after_return: bool,
    /// How much of a byte-order mark was seen; `None` once that is settled.
    mark: Option<usize>,
    /// Where the data of the current event is.
    data: Data,
    /// The data of events that could not be left in their piece.
    buffer: Vec<u8>,
    /// The current event's name; empty for the default.
    name: String,
    /// The ID that the next blank line commits.
    next_id: String,
    /// Whether there is one.
    id_pending: bool,
    /// The last committed ID.
    last_id: String,
    retry: Option<u64>,
    /// Whether the current event was given up for its size.
    overflown: bool,
    stage: Stage,
    /// Whether the current event was handed out and is to be forgotten.
    delivered: bool,
    limit: usize,
}

/// Where the data of the current event is.
#[derive(Debug, Clone, PartialEq)]
enum Data {
    /// No `data` line so far.
    Missing,
    /// In the current piece.
    Chunk(Range<usize>),
    /// In the buffer, from this byte on.
    Buffer(usize),
}

/// How much of the current event came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing but line feeds since the last blank line.
    Start,
    /// The beginning of a `data` line, which is its first one.
    FirstLine,
    /// Something else.
    Within,
}

/// What lies at the start of an event, or at the end of its first line.
enum Glance {
    /// All that was missing of an event.
    Event(Data),
    /// A `data` line that goes on beyond the piece.
    Cut,
    /// Anything else.
    Other,
}

/// One event, borrowed from its decoder.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    name: &'a str,
    data: &'a [u8],
    id: &'a str,
}

impl<'a> Event<'a> {
    /// The event's type: its `event` field, or `message`.
    pub fn name(&self) -> &'a str {
        if self.name.is_empty() {
            "message"
        } else {
            self.name
        }
    }

    /// The lines of its `data` fields as they came, joined by line feeds.
    pub fn data(&self) -> &'a [u8] {
        self.data
    }

    /// Its data as text; what is not UTF-8 becomes U+FFFD, as the standard has it.
    pub fn text(&self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.data)
    }

    /// The last event ID when it was complete; empty when none was set.
    pub fn id(&self) -> &'a str {
        self.id
    }
}

impl fmt::Debug for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("name", &self.name())
            .field("data", &self.text())
            .field("id", &self.id)
            .finish()
    }
}

/// An event is larger than the decoder takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    limit: usize,
}

impl TooLarge {
    /// The limit in bytes.
    pub fn limit(&self) -> usize {
        self.limit
    }
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an event is larger than {} bytes", self.limit)
    }
}

impl std::error::Error for TooLarge {}

impl Default for Decoder {
    fn default() -> Self {
        Self::new()
    }
}

impl Decoder {
    /// A decoder at the beginning of a body, with the [default limit](DEFAULT_LIMIT).
    pub fn new() -> Self {
        Self::with_limit(DEFAULT_LIMIT)
    }

    /// A decoder that takes events of at most `limit` bytes of data, and other fields of about as much.
    pub fn with_limit(limit: usize) -> Self {
        Self {
            chunk: Bytes::new(),
            position: 0,
            line: Vec::new(),
            ignoring: false,
            after_return: false,
            mark: Some(0),
            data: Data::Missing,
            buffer: Vec::new(),
            name: String::new(),
            next_id: String::new(),
            id_pending: false,
            last_id: String::new(),
            retry: None,
            overflown: false,
            stage: Stage::Within,
            delivered: false,
            limit,
        }
    }

    /// Takes the next piece of the body.
    ///
    /// Take all events out before feeding more: what is left of the last piece is copied in front otherwise.
    pub fn feed(&mut self, piece: impl Into<Bytes>) {
        let piece = piece.into();
        self.forget_delivered();
        self.rescue_data();
        if self.position == self.chunk.len() {
            self.chunk = piece;
        } else {
            let mut joined = BytesMut::from(&self.chunk[self.position..]);
            joined.extend_from_slice(&piece);
            self.chunk = joined.freeze();
        }
        self.position = 0;
    }

    /// The next complete event, or `None` when more bytes are needed.
    ///
    /// After an error the rest of the event in question is skipped; the events after it come as usual.
    #[inline]
    pub fn next_event(&mut self) -> Option<Result<Event<'_>, TooLarge>> {
        self.forget_delivered();
        if self.position == self.chunk.len() {
            self.release();
            return None;
        }
        let found = self.advance()?;
        Some(found.map(|()| self.current()))
    }

    /// Goes on to the end of the next event, or of the piece. What is around it is small enough to become a part of
    /// whoever asks for events.
    fn advance(&mut self) -> Option<Result<(), TooLarge>> {
        match self.glance() {
            Glance::Event(data) => {
                self.delivered = true;
                self.data = data;
                Some(Ok(()))
            }
            Glance::Cut => self.carry_data().err().map(Err),
            Glance::Other => self.next_line_by_line(),
        }
    }

    /// Lets go of a piece that is used up, so that whoever reads the network can use its memory again.
    #[inline]
    fn release(&mut self) {
        self.rescue_data();
        self.chunk = Bytes::new();
        self.position = 0;
    }

    /// What is there of an event whose blank line has not come: at the end of a body, what was cut off.
    ///
    /// The standard has such an event thrown away. Its data holds the unfinished last line too.
    pub fn unfinished(&mut self) -> Option<Event<'_>> {
        self.forget_delivered();
        self.rescue_data();
        let begun = !self.line.is_empty() && !self.ignoring;
        if self.overflown || (!begun && self.data == Data::Missing && self.name.is_empty()) {
            return None;
        }
        if self.line.starts_with(b"data:") {
            let line = std::mem::take(&mut self.line);
            self.append_data(value(&line, 4));
        }
        Some(self.current())
    }

    /// The last event ID: that of the last blank line that committed one, with data or without.
    pub fn last_event_id(&self) -> &str {
        &self.last_id
    }

    /// The reconnection time in milliseconds that the server last asked for.
    ///
    /// A client that must not send its request twice has no use for it.
    pub fn retry(&self) -> Option<u64> {
        self.retry
    }

    /// The common cases: one `data` line and its blank line, whole or begun in an earlier piece, or nothing more.
    #[inline]
    fn glance(&mut self) -> Glance {
        let name = match self.stage {
            Stage::Start => {
                self.skip_line_feed();
                if !self.chunk[self.position..].starts_with(DATA) {
                    return Glance::Other;
                }
                DATA.len()
            }
            Stage::FirstLine => 0,
            Stage::Within => return Glance::Other,
        };
        let start = self.position + name;
        let content = &self.chunk[start..];
        let Some(end) = memchr2(b'\n', b'\r', content) else {
            return Glance::Cut;
        };
        let after = match &content[end..] {
            [b'\n', b'\n', ..] => 2,
            [b'\r', b'\n', b'\r', b'\n', ..] => 4,
            _ => return Glance::Other,
        };
        let space = usize::from(content[0] == b' ');
        let length = self.line.len() + end;
        if length.saturating_sub(space) > self.limit {
            return Glance::Other;
        }
        self.position = start + end + after;
        if name > 0 {
            return Glance::Event(Data::Chunk(start + space..start + end));
        }
        self.stage = Stage::Start;
        extend(&mut self.line, &self.chunk[start..start + end], self.limit);
        std::mem::swap(&mut self.line, &mut self.buffer);
        self.line.clear();
        Glance::Event(Data::Buffer(
            self.buffer.len() - value(&self.buffer, 4).len(),
        ))
    }

    /// Everything else: line after line until an event is complete or the piece is used up.
    #[inline(never)]
    fn next_line_by_line(&mut self) -> Option<Result<(), TooLarge>> {
        self.skip_mark();
        loop {
            self.skip_line_feed();
            let start = self.position;
            let rest = &self.chunk[start..];
            // A blank line needs no search.
            let end = match rest.first()? {
                b'\n' => Some(0),
                _ => memchr2(b'\n', b'\r', rest),
            };
            self.stage = Stage::Within;
            let Some(length) = end else {
                self.position = self.chunk.len();
                return self.carry(start).err().map(Err);
            };
            self.after_return = rest[length] == b'\r';
            self.position = start + length + 1;
            match self.end_line(start..start + length) {
                Ok(true) => return Some(Ok(())),
                Ok(false) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// Drops a byte-order mark; what only looked like the beginning of one is the beginning of a line.
    fn skip_mark(&mut self) {
        while let Some(seen) = self.mark {
            let Some(byte) = self.chunk.get(self.position) else {
                return;
            };
            if *byte == BOM[seen] {
                self.position += 1;
                self.mark = (seen + 1 < BOM.len()).then_some(seen + 1);
            } else {
                self.mark = None;
                self.ignoring = seen > 0;
            }
        }
    }

    fn skip_line_feed(&mut self) {
        if self.after_return
            && let Some(byte) = self.chunk.get(self.position)
        {
            self.position += usize::from(*byte == b'\n');
            self.after_return = false;
        }
    }

    /// Keeps the beginning of a line for the next piece, unless it can mean nothing.
    fn carry(&mut self, start: usize) -> Result<(), TooLarge> {
        if self.ignoring {
            return Ok(());
        }
        let known = self.line.len() >= LONGEST_FIELD;
        if known && !self.overflown {
            // Before it takes the memory. The name and what follows it do not count.
            let length = self.line.len() + self.chunk.len() - start;
            self.check_size(length - LONGEST_FIELD)?;
        }
        extend(&mut self.line, &self.chunk[start..], self.limit);
        if self.overflown || (!known && !may_have_meaning(&self.line)) {
            self.line.clear();
            self.ignoring = true;
            return Ok(());
        }
        self.check_size(self.line.len().saturating_sub(LONGEST_FIELD))
    }

    /// Keeps more of the first line of an event, a `data` line, for the next piece.
    fn carry_data(&mut self) -> Result<(), TooLarge> {
        self.stage = Stage::FirstLine;
        extend(&mut self.line, &self.chunk[self.position..], self.limit);
        self.position = self.chunk.len();
        self.check_size(self.line.len().saturating_sub(LONGEST_FIELD))
    }

    /// Acts on a line that ends in this piece; true when it completes an event.
    fn end_line(&mut self, range: Range<usize>) -> Result<bool, TooLarge> {
        if std::mem::take(&mut self.ignoring) {
            return Ok(false);
        }
        if self.line.is_empty() {
            if range.is_empty() {
                return Ok(self.end_event());
            }
            return self.field_in_chunk(range).map(|()| false);
        }
        let mut line = std::mem::take(&mut self.line);
        if line.len() >= LONGEST_FIELD {
            self.check_size(line.len() + range.len() - LONGEST_FIELD)?;
        }
        extend(&mut line, &self.chunk[range], self.limit);
        let result = self.carried_field(line);
        result.map(|()| false)
    }

    /// Acts on a line that lies in the piece as a whole.
    fn field_in_chunk(&mut self, range: Range<usize>) -> Result<(), TooLarge> {
        if self.overflown {
            return Ok(());
        }
        let line = &self.chunk[range.clone()];
        if !is_data(line) {
            let chunk = std::mem::take(&mut self.chunk);
            let result = self.act_on(&chunk[range]);
            self.chunk = chunk;
            return result;
        }
        let length = value(line, 4).len();
        self.check_line(length)?;
        let content = range.end - length..range.end;
        if self.data == Data::Missing {
            self.data = Data::Chunk(content);
        } else {
            self.rescue_data();
            extend(&mut self.buffer, b"\n", self.limit);
            extend(&mut self.buffer, &self.chunk[content], self.limit);
        }
        Ok(())
    }

    /// Acts on a line that was cut; its buffer becomes the event's, where that is free.
    fn carried_field(&mut self, line: Vec<u8>) -> Result<(), TooLarge> {
        if !is_data(&line) {
            let result = self.act_on(&line);
            self.line = line;
            self.line.clear();
            self.line.shrink_to(KEPT);
            return result;
        }
        let content = value(&line, 4).len();
        self.check_line(content)?;
        if self.data == Data::Missing {
            let start = line.len() - content;
            self.line = std::mem::replace(&mut self.buffer, line);
            self.data = Data::Buffer(start);
        } else {
            self.append_data(&line[line.len() - content..]);
            self.line = line;
        }
        self.line.clear();
        Ok(())
    }

    /// Acts on every field but `data`.
    fn act_on(&mut self, line: &[u8]) -> Result<(), TooLarge> {
        if may_have_meaning(line) {
            self.check_size(line.len().saturating_sub(LONGEST_FIELD))?;
        }
        match field(line) {
            b"event" => {
                self.name.clear();
                self.name.push_str(&String::from_utf8_lossy(value(line, 5)));
            }
            b"id" => {
                let id = value(line, 2);
                if !id.contains(&0) {
                    self.next_id.clear();
                    self.next_id.push_str(&String::from_utf8_lossy(id));
                    self.id_pending = true;
                }
            }
            b"retry" => {
                if let Some(time) = milliseconds(value(line, 5)) {
                    self.retry = Some(time);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Acts on a blank line; true when there is an event to hand out.
    fn end_event(&mut self) -> bool {
        self.stage = Stage::Start;
        if std::mem::take(&mut self.id_pending) {
            std::mem::swap(&mut self.last_id, &mut self.next_id);
        }
        if self.overflown || self.data == Data::Missing {
            self.overflown = false;
            self.reset_event();
            return false;
        }
        self.delivered = true;
        true
    }

    /// The event that was handed out last, until something else is asked of the decoder.
    pub(crate) fn current(&self) -> Event<'_> {
        let data = match &self.data {
            Data::Missing => &[],
            Data::Chunk(range) => &self.chunk[range.clone()],
            Data::Buffer(start) => &self.buffer[*start..],
        };
        Event {
            name: &self.name,
            data,
            id: &self.last_id,
        }
    }

    #[inline]
    fn forget_delivered(&mut self) {
        if std::mem::take(&mut self.delivered) {
            self.reset_event();
        }
    }

    #[inline]
    fn reset_event(&mut self) {
        if matches!(self.data, Data::Buffer(_)) {
            self.forget_buffer();
        }
        self.data = Data::Missing;
        self.name.clear();
    }

    fn forget_buffer(&mut self) {
        self.buffer.clear();
        self.buffer.shrink_to(KEPT);
    }

    /// Moves the data out of the piece that is about to go; that there is some is rare, and a call of its own.
    #[inline]
    fn rescue_data(&mut self) {
        if matches!(self.data, Data::Chunk(_)) {
            self.copy_data();
        }
    }

    fn copy_data(&mut self) {
        if let Data::Chunk(range) = &self.data {
            self.buffer.clear();
            self.buffer.extend_from_slice(&self.chunk[range.clone()]);
            self.data = Data::Buffer(0);
        }
    }

    fn append_data(&mut self, content: &[u8]) {
        match self.data {
            Data::Missing => {
                self.buffer.clear();
                self.data = Data::Buffer(0);
            }
            Data::Chunk(_) => {
                self.rescue_data();
                extend(&mut self.buffer, b"\n", self.limit);
            }
            Data::Buffer(_) => extend(&mut self.buffer, b"\n", self.limit),
        }
        extend(&mut self.buffer, content, self.limit);
    }

    /// Gives the event up when a line of data of this length would make it too large; a line feed joins it to others.
    fn check_line(&mut self, length: usize) -> Result<(), TooLarge> {
        let joint = usize::from(self.data != Data::Missing);
        self.check_size(length + joint)
    }

    /// Gives the event up when `more` bytes would make it too large.
    fn check_size(&mut self, more: usize) -> Result<(), TooLarge> {
        let held = match &self.data {
            Data::Missing => 0,
            Data::Chunk(range) => range.len(),
            Data::Buffer(start) => self.buffer.len() - start,
        };
        if held.saturating_add(more) <= self.limit {
            return Ok(());
        }
        self.ignoring = !self.line.is_empty();
        self.line = Vec::new();
        self.buffer = Vec::new();
        self.reset_event();
        self.overflown = true;
        self.stage = Stage::Within;
        Err(TooLarge { limit: self.limit })
    }
}

/// Appends bytes. Room is doubled as usual, but not beyond what an event of this limit can need.
fn extend(bytes: &mut Vec<u8>, more: &[u8], limit: usize) {
    let needed = bytes.len() + more.len();
    if needed > bytes.capacity() {
        let most = limit.saturating_add(LONGEST_FIELD).max(needed);
        let room = (2 * bytes.capacity()).clamp(needed, most);
        bytes.reserve_exact(room - bytes.len());
    }
    bytes.extend_from_slice(more);
}

/// The name of a line's field.
fn field(line: &[u8]) -> &[u8] {
    memchr::memchr(b':', line).map_or(line, |colon| &line[..colon])
}

/// Whether a line is a `data` field.
fn is_data(line: &[u8]) -> bool {
    line.strip_prefix(b"data")
        .is_some_and(|rest| matches!(rest.first(), None | Some(b':')))
}

/// The value of a line whose field's name has this length: after the colon, and after one space.
fn value(line: &[u8], name: usize) -> &[u8] {
    let value = line.get(name + 1..).unwrap_or_default();
    value.strip_prefix(b" ").unwrap_or(value)
}

/// Whether a line that begins so may be one of the known fields.
fn may_have_meaning(start: &[u8]) -> bool {
    FIELDS.iter().any(|field| match start.get(field.len()) {
        Some(after) => *after == b':' && start.starts_with(field),
        None => field.starts_with(start),
    })
}

/// A reconnection time: decimal digits and nothing else.
fn milliseconds(digits: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(digits).ok()?;
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().unwrap_or(u64::MAX))
}
