//! Answers from a recording.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use super::plan::{Frame, Plan, Step};
use super::received::Received;
use super::recording::{Asked, Ended, Exchange};

/// A recording that is played.
#[derive(Debug)]
pub(super) struct Replay {
    exchanges: Vec<Exchange>,
    /// Which exchanges were played.
    played: Mutex<Vec<bool>>,
}

impl Replay {
    /// Reads a recording.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        let mut exchanges = Vec::new();
        for (number, line) in text.lines().enumerate() {
            exchanges.push(Exchange::parse(line).ok_or_else(|| {
                let place = format!("{}:{}", path.display(), number + 1);
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("{place} is no exchange of a recording"),
                )
            })?);
        }
        let played = Mutex::new(vec![false; exchanges.len()]);
        Ok(Self { exchanges, played })
    }

    /// The answer to a request: the next one that was recorded for it; the last one stays.
    pub(super) fn answer(&self, request: &Received) -> Plan {
        let (asked, _) = Asked::new(request);
        let fits = |(_, exchange): &(usize, &Exchange)| exchange.asked == asked;
        let mut played = self.played.lock().unwrap_or_else(PoisonError::into_inner);
        let all = || self.exchanges.iter().enumerate().filter(fits);
        let next = all()
            .find(|(index, _)| !played[*index])
            .or_else(|| all().next_back());
        match next {
            Some((index, exchange)) => {
                played[index] = true;
                plan(exchange)
            }
            None => Plan::json(
                501,
                &json!({"detail": "the recording has no answer to this request"}),
            ),
        }
    }
}

fn plan(exchange: &Exchange) -> Plan {
    let mut steps: Vec<_> = exchange.pieces.iter().cloned().map(Step::Event).collect();
    let whole = exchange.ended == Ended::Whole;
    let frame = if steps.is_empty() && whole {
        Frame::Length(0)
    } else {
        Frame::Chunked
    };
    if !whole {
        steps.push(Step::Close);
    }
    let mut plan = Plan {
        status: exchange.status,
        frame,
        steps,
        ..Plan::default()
    };
    for (name, value) in &exchange.headers {
        plan.set_header(name, value);
    }
    plan
}
