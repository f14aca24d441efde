//! Streams, with a fault in them or without.

use serde_json::Value;

use super::whole::{bytewise, compressed, instead, not_utf8, novel, other_form};
use super::{Plan, Step, stream_media};
use crate::mock::fault::Fault;
use crate::mock::table::Entry;
use crate::runtime::Framing;

/// What comes again and again, where something has no end.
const FILLER: [u8; 4096] = [b'x'; 4096];

/// A stream: its events, and where in it something goes wrong.
pub(super) struct Events<'a> {
    pub(super) entry: &'a Entry,
    pub(super) framing: Framing,
    /// The data of each event.
    pub(super) data: &'a [String],
}

impl Events<'_> {
    /// The stream; `value` is the same answer as a whole.
    pub(super) fn plan(&self, status: u16, fault: Option<(Fault, usize)>, value: &Value) -> Plan {
        let plan = |steps| Plan::chunked(status, stream_media(self.framing), steps);
        let Some((fault, place)) = fault else {
            return plan(self.events(self.data));
        };
        match fault {
            Fault::Silence | Fault::Close | Fault::Early | Fault::Redirect | Fault::Html => {
                instead(fault)
            }
            Fault::JsonInstead => Plan::json(status, value),
            Fault::Compressed => compressed(plan(self.events(self.data))),
            Fault::NoContentType => {
                let mut plan = plan(self.events(self.data));
                plan.headers.retain(|(name, _)| name != "content-type");
                plan
            }
            fault => plan(self.steps(fault, place.min(self.data.len()))),
        }
    }

    fn events(&self, data: &[String]) -> Vec<Step> {
        data.iter().map(|data| self.event(data)).collect()
    }

    fn event(&self, data: &str) -> Step {
        Step::Event(event(self.framing, data.as_bytes()))
    }

    /// The events before a place, something in place of one event, and the events behind it.
    fn replaced(&self, place: usize, step: Step) -> Vec<Step> {
        let mut steps = self.ended(place, vec![step]);
        steps.extend(self.events(self.data.get(place + 1..).unwrap_or_default()));
        steps
    }

    /// The events before a place, and then something else.
    fn ended(&self, place: usize, last: Vec<Step>) -> Vec<Step> {
        let mut steps = self.events(&self.data[..place]);
        steps.extend(last);
        steps
    }

    fn each(&self, change: impl Fn(&str) -> Vec<u8>) -> Vec<Step> {
        self.data
            .iter()
            .map(|data| Step::Event(change(data)))
            .collect()
    }

    fn steps(&self, fault: Fault, place: usize) -> Vec<Step> {
        let next = self.data.get(place).map_or("{}", String::as_str);
        let ended = |step| self.ended(place, vec![step]);
        let replaced = |data: &[u8]| self.replaced(place, Step::Event(event(self.framing, data)));
        match fault {
            Fault::Stall => ended(Step::Stall),
            Fault::Reset => ended(Step::Reset),
            Fault::Cut => ended(Step::Part(self.half(next))),
            Fault::Unfinished => ended(Step::Event(self.half(next))),
            Fault::NoBlankLine => {
                let bytes = event(self.framing, next.as_bytes());
                ended(Step::Event(bytes.trim_ascii_end().to_vec()))
            }
            Fault::Empty => Vec::new(),
            Fault::NotJson => replaced(next.trim_end_matches(['}', ']']).as_bytes()),
            Fault::OtherForm => replaced(other_form(next).as_bytes()),
            Fault::NotUtf8 => replaced(&not_utf8(next)),
            Fault::ErrorEvent => ended(Step::Event(ERROR.to_vec())),
            Fault::ErrorObject => ended(self.event(r#"{"error": {"message": "overloaded"}}"#)),
            Fault::DetailObject => ended(self.event(r#"{"detail": "overloaded"}"#)),
            Fault::OnlyComments => ended(Step::Endless(b": still here\n\n".to_vec())),
            Fault::EndlessEvent => {
                let line = [b"data: ", FILLER.as_slice(), b"\n"].concat();
                ended(Step::Endless(line))
            }
            Fault::EndlessLine => self.ended(place, endless(b"data: ")),
            Fault::EndlessComment => self.ended(place, endless(b": ")),
            fault => self.oddly(fault),
        }
    }

    /// The whole stream, in a form that a client must understand.
    fn oddly(&self, fault: Fault) -> Vec<Step> {
        match fault {
            Fault::Novelties => self.each(|data| event(self.framing, novel_text(data).as_bytes())),
            Fault::NoFinish => {
                self.each(|data| event(self.framing, without_finish(self.entry, data).as_bytes()))
            }
            Fault::KeepAlive => kept_alive(self.framing, self.data),
            Fault::Bytewise => {
                let bytes = self
                    .data
                    .iter()
                    .flat_map(|data| event(self.framing, data.as_bytes()));
                bytewise(&bytes.collect::<Vec<u8>>())
            }
            Fault::Done => {
                let mut steps = self.events(self.data);
                steps.push(self.event("[DONE]"));
                steps.extend(self.data.first().map(|data| self.event(data)));
                steps
            }
            Fault::CarriageReturns => self.each(|data| {
                let bytes = event(self.framing, data.as_bytes()).into_iter();
                bytes
                    .map(|byte| if byte == b'\n' { b'\r' } else { byte })
                    .collect()
            }),
            Fault::ByteOrderMark => {
                let mark = Step::Chunk(b"\xEF\xBB\xBF".to_vec());
                std::iter::once(mark)
                    .chain(self.events(self.data))
                    .collect()
            }
            _ => self.events(self.data),
        }
    }

    /// The first half of an event.
    fn half(&self, data: &str) -> Vec<u8> {
        let bytes = event(self.framing, data.as_bytes());
        bytes[..bytes.len() / 2].to_vec()
    }
}

/// An error of the server in mid-stream.
const ERROR: &[u8] = b"event: error\ndata: {\"message\": \"overloaded\"}\n\n";

fn endless(start: &[u8]) -> Vec<Step> {
    vec![Step::Chunk(start.to_vec()), Step::Endless(FILLER.to_vec())]
}

/// An event as it travels.
fn event(framing: Framing, data: &[u8]) -> Vec<u8> {
    match framing {
        Framing::ServerSentEvents => {
            // Each line of the data is one of the event.
            let lines = data.split(|byte| *byte == b'\n');
            let lines = lines.flat_map(|line| [b"data: ", line, b"\n"].concat());
            lines.chain(*b"\n").collect()
        }
        Framing::JsonLines => [data, b"\n"].concat(),
    }
}

/// Signs of life before each event and behind the last one.
fn kept_alive(framing: Framing, data: &[String]) -> Vec<Step> {
    let signs: [&[u8]; 3] = match framing {
        Framing::ServerSentEvents => [b": ping\n\n", b"event: ping\ndata: {}\n\n", b"data:\n\n"],
        Framing::JsonLines => [b"\n", b"\n", b"\n"],
    };
    let mut steps = Vec::new();
    for (index, data) in data.iter().enumerate() {
        steps.push(Step::Chunk(signs[index % signs.len()].to_vec()));
        steps.push(Step::Event(event(framing, data.as_bytes())));
    }
    steps.extend(signs.map(|sign| Step::Chunk(sign.to_vec())));
    steps
}

fn novel_text(text: &str) -> String {
    serde_json::from_str(text).map_or_else(|_| text.to_owned(), |value| novel(value).to_string())
}

/// The same event, whose pieces do not say why their sample ends.
fn without_finish(entry: &Entry, text: &str) -> String {
    let (Some(names), Ok(mut event)) = (entry.pieces(), serde_json::from_str::<Value>(text)) else {
        return text.to_owned();
    };
    let pieces = event.get_mut(names.samples).and_then(Value::as_array_mut);
    for piece in pieces
        .into_iter()
        .flatten()
        .filter_map(Value::as_object_mut)
    {
        piece.insert(names.finish.to_owned(), Value::Null);
    }
    event.to_string()
}
