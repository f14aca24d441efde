//! What a call tells `tracing`: one span for each call, and in it one event for each retry.
//!
//! The names are those of OpenTelemetry, for HTTP and, where an endpoint has a switch for streaming, for generative AI.
//! There is nothing of any body, no header and no query in them. Without the feature `tracing` nothing is done at all.

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Trace;
#[cfg(feature = "tracing")]
pub(crate) use on::Trace;

#[cfg(feature = "tracing")]
mod on {
    use std::future::{Future, poll_fn};
    use std::pin::pin;
    use std::time::Duration;

    use reqwest::Url;
    use tracing::field::{Empty, display};
    use tracing::{Span, info_span, warn};

    use crate::error::Error;
    use crate::runtime::{Meta, Route};

    /// The span of one call.
    pub(crate) struct Trace(Span);

    impl Trace {
        /// Begins the span of a call.
        pub(crate) fn new(provider: &str, route: &Route, url: &Url, streaming: bool) -> Self {
            let span = info_span!(
                "call",
                otel.name = route.name,
                otel.kind = "client",
                otel.status_code = Empty,
                gen_ai.operation.name = Empty,
                gen_ai.provider.name = Empty,
                http.request.method = route.verb.as_str(),
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                url.template = route.path,
                server.address = url.host_str().unwrap_or_default(),
                server.port = url.port_or_known_default(),
                stream = streaming,
                request_id = Empty,
                "error.type" = Empty,
            );
            if route.switch.is_some() && !span.is_disabled() {
                span.record("gen_ai.operation.name", route.name);
                span.record("gen_ai.provider.name", provider.to_ascii_lowercase());
            }
            Self(span)
        }

        /// Runs a future inside the span, so that what others tell is found there too.
        pub(crate) async fn within<T>(&self, future: impl Future<Output = T>) -> T {
            let mut future = pin!(future);
            poll_fn(|cx| self.0.in_scope(|| future.as_mut().poll(cx))).await
        }

        /// The request is about to be sent again.
        pub(crate) fn retry(&self, error: &Error, wait: Duration) {
            warn!(
                parent: &self.0,
                attempt = error.attempts(),
                wait_ms = u64::try_from(wait.as_millis()).unwrap_or(u64::MAX),
                "error.type" = error.type_word(),
                "sent again after a wait"
            );
        }

        /// An answer has come.
        pub(crate) fn answered(&self, meta: &Meta) {
            self.0
                .record("http.response.status_code", meta.status().as_u16());
            if let Some(id) = meta.request_id() {
                self.0.record("request_id", id);
            }
            let again = meta.attempts().saturating_sub(1);
            if again > 0 {
                self.0.record("http.request.resend_count", again);
            }
        }

        /// The call has failed, or its stream.
        pub(crate) fn failed(&self, error: &Error) {
            if let Some(meta) = error.meta() {
                self.answered(meta);
            }
            self.0.record("otel.status_code", "ERROR");
            self.0.record("error.type", display(error.type_word()));
        }
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use std::future::Future;
    use std::time::Duration;

    use reqwest::Url;

    use crate::error::Error;
    use crate::runtime::{Meta, Route};

    /// Nothing.
    pub(crate) struct Trace;

    impl Trace {
        #[inline]
        pub(crate) fn new(_: &str, _: &Route, _: &Url, _: bool) -> Self {
            Self
        }

        #[inline]
        #[expect(clippy::unused_self, reason = "the signature of the real one")]
        pub(crate) fn within<T>(&self, future: impl Future<Output = T>) -> impl Future<Output = T> {
            future
        }

        #[inline]
        #[expect(clippy::unused_self, reason = "the signature of the real one")]
        pub(crate) fn retry(&self, _: &Error, _: Duration) {}

        #[inline]
        #[expect(clippy::unused_self, reason = "the signature of the real one")]
        pub(crate) fn answered(&self, _: &Meta) {}

        #[inline]
        #[expect(clippy::unused_self, reason = "the signature of the real one")]
        pub(crate) fn failed(&self, _: &Error) {}
    }
}
