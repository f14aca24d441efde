//! What criterion measures here: the CPU time of this process, which waiting for others does not change.

use std::path::{Path, PathBuf};
use std::time::Duration;

use cpu_time::ProcessTime;
use criterion::Criterion;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};

/// The CPU time of all threads of this process.
pub(crate) struct Cpu;

impl Measurement for Cpu {
    type Intermediate = ProcessTime;
    type Value = Duration;

    fn start(&self) -> ProcessTime {
        ProcessTime::now()
    }

    fn end(&self, start: ProcessTime) -> Duration {
        start.elapsed()
    }

    fn add(&self, a: &Duration, b: &Duration) -> Duration {
        *a + *b
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a run takes seconds, not months"
    )]
    fn to_f64(&self, value: &Duration) -> f64 {
        value.as_nanos() as f64
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter_of()
    }
}

/// `WallTime` lends its formatter for as long as it lives itself.
trait FormatterOf {
    fn formatter_of(&self) -> &'static dyn ValueFormatter;
}

impl FormatterOf for WallTime {
    fn formatter_of(&self) -> &'static dyn ValueFormatter {
        static WALL: WallTime = WallTime;
        WALL.formatter()
    }
}

/// Where criterion keeps its samples.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("criterion")
}

/// Criterion over CPU time. The work is long and the same each time: few samples, each of few rounds.
pub(crate) fn criterion() -> Criterion<Cpu> {
    Criterion::default()
        .with_measurement(Cpu)
        .output_directory(&folder())
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(700))
        .configure_from_args()
}
