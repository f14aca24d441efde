//! Cutting a streamed body into frames, whatever kind of body it turns out to be.

use bytes::{Bytes, BytesMut};
use http::HeaderMap;

use super::endpoint::{Framing, media_of};
use super::lines::Lines;
use crate::error::{Error, Kind};
use crate::sse::{Decoder, Event};

/// The byte-order mark, which says nothing of a body.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// How much of a body that brings no event is kept, to say what it is.
const KEPT: usize = 64 << 10;

/// The data of one event, or what stands in its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame<'a> {
    /// The event's name; `message` where there is none.
    pub(crate) name: &'a str,
    /// Its ID.
    pub(crate) id: &'a str,
    /// Its data.
    pub(crate) data: &'a [u8],
    /// How complete it is.
    pub(crate) extent: Extent,
}

/// How complete a frame is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// One event among others.
    Event,
    /// One line among others: a value of its own, whatever it is.
    Line,
    /// The last line of a body of lines, whose line end may be missing.
    LastLine,
    /// The whole body: an answer that is no stream.
    Body,
    /// The body ended in the middle of this event.
    Cut,
}

/// A body on its way to frames.
#[derive(Debug)]
pub(crate) struct Frames {
    form: Form,
    extent: Extent,
    /// The beginning of the body, as long as no event came.
    start: BytesMut,
    /// The piece that `start` does not hold yet.
    latest: Bytes,
    seen: bool,
    /// Whether all frames of the latest piece are out.
    is_used_up: bool,
    max_event: usize,
    max_body: usize,
    framing: Framing,
    /// The media types of that framing that were asked for.
    accepted: &'static str,
}

/// What kind of body it is.
#[derive(Debug)]
enum Form {
    /// Its first bytes will tell.
    Unknown,
    Events(Decoder),
    Lines(Lines),
    /// One JSON value.
    Whole(BytesMut),
    /// Nothing that can be read.
    Foreign,
}

impl Frames {
    /// The frames of a body with these headers.
    pub(crate) fn new(
        framing: Framing,
        accepted: &'static str,
        headers: &HeaderMap,
        max_event: usize,
        max_body: usize,
    ) -> Self {
        let mut frames = Self {
            form: Form::Unknown,
            extent: Extent::Event,
            start: BytesMut::new(),
            latest: Bytes::new(),
            seen: false,
            is_used_up: true,
            max_event,
            max_body,
            framing,
            accepted,
        };
        if let Some(form) = frames.declared(headers) {
            frames.form = form;
        }
        frames
    }

    /// What the content type says; text of no known kind says nothing.
    fn declared(&self, headers: &HeaderMap) -> Option<Form> {
        let media = media_of(headers)?;
        let is_asked_for = self.accepted.split(", ").any(|one| one == media);
        let framing = is_asked_for.then_some(self.framing);
        match framing.or_else(|| Framing::of(&media)) {
            Some(Framing::ServerSentEvents) => Some(self.events()),
            Some(Framing::JsonLines) => Some(self.lines()),
            None if media == "application/json" || media.ends_with("+json") => Some(self.json()),
            None => None,
        }
    }

    fn events(&self) -> Form {
        Form::Events(Decoder::with_limit(self.max_event))
    }

    fn lines(&self) -> Form {
        Form::Lines(Lines::new(self.max_event))
    }

    /// JSON where a stream was asked for: lines, if the endpoint streams those, else one whole answer.
    fn json(&self) -> Form {
        match self.framing {
            Framing::JsonLines => self.lines(),
            Framing::ServerSentEvents => Form::Whole(BytesMut::new()),
        }
    }

    /// Takes the next piece of the body; all frames of the last one must be out.
    pub(crate) fn feed(&mut self, piece: Bytes) -> Result<(), Error> {
        self.is_used_up = false;
        if !self.seen {
            self.keep_latest();
            self.latest = piece.clone();
        }
        match &mut self.form {
            Form::Unknown => self.look(false),
            Form::Events(decoder) => decoder.feed(piece),
            Form::Lines(lines) => lines.feed(piece),
            Form::Whole(body) if body.len() + piece.len() > self.max_body => {
                let message = format!("the answer is larger than {} bytes", self.max_body);
                return Err(Error::new(Kind::TooLarge, message));
            }
            Form::Whole(body) => body.extend_from_slice(&piece),
            Form::Foreign => {}
        }
        if matches!(self.form, Form::Foreign) && self.start.len() >= KEPT {
            return Err(self.unexpected());
        }
        Ok(())
    }

    /// Goes to the next frame; false when more bytes are needed.
    #[inline]
    pub(crate) fn advance(&mut self) -> Result<bool, Error> {
        if self.is_used_up {
            return Ok(false);
        }
        let found = match &mut self.form {
            Form::Events(decoder) => match decoder.next_event() {
                None => false,
                Some(Ok(_)) => true,
                Some(Err(error)) => return Err(too_large(&error)),
            },
            Form::Lines(lines) => lines.advance().map_err(|error| too_large(&error))?,
            Form::Unknown | Form::Whole(_) | Form::Foreign => false,
        };
        self.is_used_up = !found;
        if found && !self.seen {
            self.seen = true;
            self.start = BytesMut::new();
            self.latest = Bytes::new();
        }
        Ok(found)
    }

    /// The frame that [`advance`](Self::advance) or [`finish`](Self::finish) went to.
    #[inline]
    pub(crate) fn frame(&self) -> Frame<'_> {
        let plain = |data| Frame {
            name: "message",
            id: "",
            data,
            extent: self.extent(),
        };
        match &self.form {
            Form::Events(decoder) if self.extent != Extent::Body => {
                of_event(decoder.current(), self.extent)
            }
            Form::Lines(lines) => plain(lines.line()),
            Form::Whole(body) => plain(body),
            Form::Events(_) | Form::Unknown | Form::Foreign => plain(&self.start),
        }
    }

    /// How complete that frame is.
    #[inline]
    pub(crate) fn extent(&self) -> Extent {
        match self.form {
            Form::Lines(_) if self.extent == Extent::Event => Extent::Line,
            _ => self.extent,
        }
    }

    /// Takes note of the end of the body; true when there is a last frame.
    pub(crate) fn finish(&mut self) -> Result<bool, Error> {
        self.keep_latest();
        if matches!(self.form, Form::Unknown) {
            self.is_used_up = false;
            self.look(true);
            // All there is has just been fed; it has no line end, or it would be known by now.
            self.advance()?;
        }
        match &mut self.form {
            Form::Foreign => return Err(self.unexpected()),
            Form::Whole(_) => {
                self.extent = Extent::Body;
                return Ok(true);
            }
            Form::Lines(lines) => {
                self.extent = Extent::LastLine;
                return Ok(lines.finish());
            }
            Form::Events(decoder) => {
                if decoder.unfinished().is_some() {
                    self.extent = Extent::Cut;
                    return Ok(true);
                }
            }
            Form::Unknown => return Ok(false),
        }
        self.eventless()
    }

    /// A body of events without one: nothing, keep-alives, or something else under a wrong name.
    fn eventless(&mut self) -> Result<bool, Error> {
        let text = without_mark(&self.start).trim_ascii_start();
        match text.first() {
            Some(b'{' | b'[') if !self.seen && self.start.len() < KEPT => {
                self.extent = Extent::Body;
                Ok(true)
            }
            Some(b'{' | b'[' | b'<') if !self.seen => Err(self.unexpected()),
            _ => Ok(false),
        }
    }

    /// Decides on the kind of body by its first bytes.
    fn look(&mut self, at_end: bool) {
        self.keep_latest();
        let text = without_mark(&self.start).trim_ascii_start();
        let fields = [&b"data"[..], b"event", b"id", b"retry"];
        let mut starts = fields.iter().chain([&MARK]);
        let form = match text {
            [] => return,
            [b'{' | b'[', ..] => self.json(),
            [b':', ..] => self.events(),
            // No JSON begins so, and no event: a page.
            [b'<', ..] => Form::Foreign,
            _ if fields.iter().any(|field| text.starts_with(field)) => self.events(),
            _ if !at_end && starts.any(|start| start.starts_with(text)) => return,
            _ if self.framing == Framing::JsonLines => self.lines(),
            _ => Form::Foreign,
        };
        self.form = form;
        let start = self.start.clone().freeze();
        match &mut self.form {
            Form::Events(decoder) => decoder.feed(start),
            Form::Lines(lines) => lines.feed(start),
            Form::Whole(body) => body.extend_from_slice(&start),
            Form::Unknown | Form::Foreign => {}
        }
    }

    /// Moves the latest piece to the start of the body that is kept.
    fn keep_latest(&mut self) {
        let latest = std::mem::take(&mut self.latest);
        let undecided = matches!(self.form, Form::Unknown);
        let room = if undecided {
            latest.len()
        } else {
            KEPT.saturating_sub(self.start.len())
        };
        self.start
            .extend_from_slice(&latest[..latest.len().min(room)]);
    }

    fn unexpected(&self) -> Error {
        let kind = if self.start.trim_ascii_start().starts_with(b"<") {
            "an HTML page, so it may come from a proxy"
        } else {
            "neither events nor JSON"
        };
        let body = self.start.clone().freeze();
        Error::new(Kind::Unexpected, format!("the answer is {kind}"))
            .with(|details| details.body = Some(body))
    }
}

fn too_large(what: &dyn std::fmt::Display) -> Error {
    let message = format!("{what}; `Client::builder().max_event(…)` sets the limit");
    Error::new(Kind::TooLarge, message)
}

fn of_event(event: Event<'_>, extent: Extent) -> Frame<'_> {
    Frame {
        name: event.name(),
        id: event.id(),
        data: event.data(),
        extent,
    }
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(MARK).unwrap_or(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What becomes of a body without a content type that comes in pieces of this size.
    fn frames(framing: Framing, body: &'static str, size: usize) -> Vec<String> {
        let mut frames = Frames::new(framing, "", &HeaderMap::new(), 1 << 20, 1 << 20);
        let mut found = Vec::new();
        let text = |frames: &Frames| String::from_utf8_lossy(frames.frame().data).into_owned();
        for piece in body.as_bytes().chunks(size) {
            if let Err(error) = frames.feed(Bytes::from_static(piece)) {
                return vec![error.to_string()];
            }
            while frames.advance().unwrap() {
                found.push(text(&frames));
            }
        }
        match frames.finish() {
            Ok(true) => found.push(text(&frames)),
            Ok(false) => {}
            Err(error) => found.push(error.to_string()),
        }
        found
    }

    #[test]
    fn short_bodies_lose_no_line() {
        let page = "the answer is an HTML page, so it may come from a proxy";
        for (body, lines) in [
            ("1\n2\n", &["1", "2"][..]),
            ("12", &["12"]),
            ("null", &["null"]),
            ("\"a\"\n\"b\"", &["\"a\"", "\"b\""]),
            ("true\nfalse\n", &["true", "false"]),
            ("\u{feff}1\n2", &["1", "2"]),
            ("{\"a\":1}\n2", &["{\"a\":1}", "2"]),
            ("d", &["d"]),
            ("<p>\nx\n</p>\n", &[page]),
            ("", &[]),
        ] {
            for size in 1..=8 {
                let found = frames(Framing::JsonLines, body, size);
                assert_eq!(found, lines, "{body:?} in pieces of {size}");
            }
        }
    }

    #[test]
    fn short_bodies_of_events_are_told_from_others() {
        for (body, data) in [
            ("data: 1\n\n", &["1"][..]),
            ("id\n\ndata:x\n\n", &["x"]),
            ("\u{feff}data: 1\n\n", &["1"]),
            ("null", &["the answer is neither events nor JSON"]),
            ("[1]", &["[1]"]),
        ] {
            for size in 1..=8 {
                let found = frames(Framing::ServerSentEvents, body, size);
                assert_eq!(found, data, "{body:?} in pieces of {size}");
            }
        }
    }
}
