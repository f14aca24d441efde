//! The hand-written files of `generated` that a crate of its own is built from, embedded, so that
//! this command needs no crate that compiles.

/// The manifest of `generated`.
pub(crate) const MANIFEST: &str = include_str!("../../../generated/Cargo.toml");
/// The manifest of the workspace, which has the versions.
pub(crate) const WORKSPACE: &str = include_str!("../../../Cargo.toml");

/// Pairs of a path below `generated/src` and the text there.
macro_rules! files {
    ($($path:literal,)+) => {
        &[$(($path, include_str!(concat!("../../../generated/src/", $path))),)+]
    };
}

/// Every file that is neither generated nor part of the mock server; a test compares list and folder.
pub(crate) const FILES: &[(&str, &str)] = files![
    "client.rs",
    "client/tests.rs",
    "error.rs",
    "guide.rs",
    "lib.rs",
    "runtime.rs",
    "runtime/answer.rs",
    "runtime/answers.rs",
    "runtime/auth.rs",
    "runtime/base64.rs",
    "runtime/base_url.rs",
    "runtime/blocking.rs",
    "runtime/call.rs",
    "runtime/clock.rs",
    "runtime/doubt.rs",
    "runtime/duration.rs",
    "runtime/endpoint.rs",
    "runtime/exchange.rs",
    "runtime/fitted.rs",
    "runtime/fixed.rs",
    "runtime/form.rs",
    "runtime/frames.rs",
    "runtime/given.rs",
    "runtime/integer.rs",
    "runtime/iterate.rs",
    "runtime/json.rs",
    "runtime/limits.rs",
    "runtime/lines.rs",
    "runtime/maybe.rs",
    "runtime/members.rs",
    "runtime/meta.rs",
    "runtime/multipart.rs",
    "runtime/new.rs",
    "runtime/newtype.rs",
    "runtime/numbers.rs",
    "runtime/object.rs",
    "runtime/overlap.rs",
    "runtime/param.rs",
    "runtime/request.rs",
    "runtime/retry.rs",
    "runtime/samples.rs",
    "runtime/secret.rs",
    "runtime/setters.rs",
    "runtime/sign.rs",
    "runtime/slot.rs",
    "runtime/source.rs",
    "runtime/strange.rs",
    "runtime/strict.rs",
    "runtime/stream.rs",
    "runtime/tests.rs",
    "runtime/tests/bodies.rs",
    "runtime/trace.rs",
    "runtime/transport.rs",
    "runtime/tuple.rs",
    "runtime/type_name.rs",
    "runtime/union.rs",
    "runtime/upload.rs",
    "runtime/watch.rs",
    "runtime/words.rs",
    "runtime/writer.rs",
    "sse.rs",
];
