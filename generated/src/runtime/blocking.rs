//! Waiting for calls on threads without an async runtime.

use std::future::Future;
use std::io;
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use crate::error::{Error, Result};

/// What moves the connections of blocking calls: a thread of this crate's own, begun with the first such call and kept.
static RUNTIME: OnceLock<io::Result<Runtime>> = OnceLock::new();

/// Waits for a future on this thread.
///
/// Inside an async runtime, where waiting would stop other tasks, there is an error instead.
pub(crate) fn wait<T>(future: impl Future<Output = T>) -> Result<T> {
    if Handle::try_current().is_ok() {
        return Err(Error::refused(
            "a blocking call inside of an async runtime would stop its other tasks: await the call instead, or make \
             it on a thread of its own",
        ));
    }
    let runtime = RUNTIME.get_or_init(|| {
        let mut builder = Builder::new_multi_thread();
        let builder = builder.worker_threads(1).thread_name("blocking calls");
        builder.enable_all().build()
    });
    match runtime {
        Ok(runtime) => Ok(runtime.block_on(future)),
        Err(error) => Err(Error::refused(format!(
            "there is no thread for blocking calls: {error}"
        ))),
    }
}
