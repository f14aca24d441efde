//! Takes down, as text, all that is told to `tracing`.

use std::fmt::{self, Write};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Dispatch, Event, Metadata, Subscriber};

/// Lines of what was told: spans with what is recorded of them, and events.
#[derive(Debug, Clone, Default)]
pub struct Spans(Arc<Mutex<Vec<String>>>);

impl Spans {
    /// Runs something and keeps what it tells on this thread.
    pub fn during<T>(&self, run: impl FnOnce() -> T) -> T {
        // While there is a single subscriber, a thread without one decides for all whether anybody listens.
        static OTHERS: LazyLock<[Dispatch; 2]> =
            LazyLock::new(|| [(); 2].map(|()| Dispatch::new(Spans::default())));
        LazyLock::force(&OTHERS);
        tracing::subscriber::with_default(self.clone(), run)
    }

    /// What was told, in order.
    pub fn lines(&self) -> Vec<String> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn add(&self, head: String, visit: impl FnOnce(&mut Fields)) -> u64 {
        let mut fields = Fields(head);
        visit(&mut fields);
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lines.push(fields.0);
        lines.len() as u64
    }
}

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        let _ = write!(self.0, " {field}={value:?}");
    }
}

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        // What the HTTP stack tells is its own.
        metadata.target().starts_with("humanloop")
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let head = format!("span {}", span.metadata().name());
        Id::from_u64(self.add(head, |fields| span.record(fields)))
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        self.add(format!("of {}", span.into_u64()), |fields| {
            values.record(fields);
        });
    }

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let parent = event.parent().map_or(0, Id::into_u64);
        let head = format!("{} in {parent}", event.metadata().level());
        self.add(head, |fields| event.record(fields));
    }

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}
