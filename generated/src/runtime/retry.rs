//! When a request is sent again, and after which wait.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::error::Error;

/// When a request is sent again, and after which wait.
///
/// A request is sent again after a failed connection and after the statuses 408, 429, 500, 502, 503 and 504, whatever
/// its method: a `POST` too. It is never sent again once a byte of a success has come: what a server has done and
/// answered is not asked for twice. But a server may have done the work and answer 500, 502 or 504 all the same.
/// Where that must not happen twice, `retries(0)` on the call or the builder turns this off, or
/// [`idempotency_key`](super::Call::idempotency_key) sends the same key with each attempt, by which a server that
/// knows such keys does the work once.
///
/// A wait that the server asks for (`retry-after-ms`, `retry-after` in seconds or as a date) is kept; one that is
/// longer than allowed ends the call with the error, which says how long to wait.
#[derive(Debug, Clone)]
pub struct RetryPolicy {
    pub(crate) retries: u32,
    first_wait: Duration,
    longest_wait: Duration,
    longest_asked: Duration,
    statuses: Vec<u16>,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            retries: 2,
            first_wait: Duration::from_millis(500),
            longest_wait: Duration::from_secs(8),
            longest_asked: Duration::from_secs(60),
            statuses: vec![408, 429, 500, 502, 503, 504],
        }
    }
}

impl RetryPolicy {
    /// Nothing is ever sent twice.
    pub fn never() -> Self {
        Self {
            retries: 0,
            ..Self::default()
        }
    }

    /// How often a request is sent again; 2 by default.
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// The wait before the first retry, doubled for each one after it; 0.5 s by default. Up to a quarter is taken
    /// off at random, so that clients do not come back all at once.
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// The longest wait that doubling leads to; 8 s by default.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// The longest wait that a server may ask for; 60 s by default.
    pub fn longest_asked(mut self, wait: Duration) -> Self {
        self.longest_asked = wait;
        self
    }

    /// The statuses after which a request is sent again; 408, 429, 500, 502, 503 and 504 by default.
    pub fn statuses(mut self, statuses: impl IntoIterator<Item = u16>) -> Self {
        self.statuses = statuses.into_iter().collect();
        self
    }

    /// How long to wait before the retry of this number, from 0; `None` when the error is final.
    pub(crate) fn wait(&self, error: &Error, number: u32) -> Option<Duration> {
        let status = error.status().map(|status| status.as_u16());
        let listed = status.is_some_and(|status| self.statuses.contains(&status));
        let worth_it = error.is_connect() || (error.is_status() && listed);
        if !worth_it {
            return None;
        }
        match error.retry_after() {
            Some(asked) => (asked <= self.longest_asked).then_some(asked),
            None => Some(self.backoff(number)),
        }
    }

    fn backoff(&self, number: u32) -> Duration {
        let doubled = self.first_wait.saturating_mul(2_u32.saturating_pow(number));
        let wait = doubled.min(self.longest_wait);
        wait.mul_f64(1.0 - 0.25 * chance())
    }
}

/// A number from 0 to 1; the standard library's hash keys are random enough for a jitter.
fn chance() -> f64 {
    let bits = RandomState::new().hash_one(0_u8) >> 32;
    f64::from(u32::try_from(bits).unwrap_or_default()) / f64::from(u32::MAX)
}

/// How long a failed answer asks to wait.
pub(crate) fn retry_after(status: StatusCode, headers: &HeaderMap) -> Option<Duration> {
    if status.is_success() {
        return None;
    }
    let text = |name: &str| {
        headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::trim)
    };
    if let Some(milliseconds) = text("retry-after-ms").and_then(positive) {
        return Some(milliseconds / 1000);
    }
    let asked = text("retry-after")?;
    positive(asked).or_else(|| {
        let now = text("date")
            .and_then(seconds_of_date)
            .or_else(seconds_now)?;
        Some(Duration::from_secs(
            seconds_of_date(asked)?.saturating_sub(now),
        ))
    })
}

/// A number of seconds, whole or not.
fn positive(text: &str) -> Option<Duration> {
    Duration::try_from_secs_f64(text.parse().ok()?).ok()
}

#[cfg(not(target_arch = "wasm32"))]
fn seconds_now() -> Option<u64> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.ok().map(|time| time.as_secs())
}

/// There is no clock here; the server's `Date` is one.
#[cfg(target_arch = "wasm32")]
fn seconds_now() -> Option<u64> {
    None
}

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The seconds since 1970 of an HTTP date: `Sun, 06 Nov 1994 08:49:37 GMT`.
fn seconds_of_date(text: &str) -> Option<u64> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let [_, day, month, year, time, "GMT"] = parts[..] else {
        return None;
    };
    let month = MONTHS.iter().position(|name| *name == month)?;
    let days = days_since_1970(number(year)?, u64::try_from(month).ok()?, number(day)?)?;
    let (hours, rest) = time.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':')?;
    let (hours, minutes, seconds) = (number(hours)?, number(minutes)?, number(seconds)?);
    (hours < 24 && minutes < 60 && seconds <= 60)
        .then_some(days * 86_400 + hours * 3_600 + minutes * 60 + seconds)
}

/// A part of a date.
fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}

/// Days since the first of January 1970; the month counts from 0.
fn days_since_1970(year: u64, month: u64, day: u64) -> Option<u64> {
    if !(1970..10_000).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    // Years that begin in March have their leap day at the end.
    let (year, month) = if month < 2 {
        (year - 1, month + 10)
    } else {
        (year, month - 2)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    let days = year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1;
    days.checked_sub(719_468)
}

#[cfg(test)]
mod tests {
    use super::{retry_after, seconds_of_date};
    use http::{HeaderMap, StatusCode};

    #[test]
    fn dates() {
        assert_eq!(
            seconds_of_date("Sun, 06 Nov 1994 08:49:37 GMT"),
            Some(784_111_777)
        );
        assert_eq!(seconds_of_date("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(
            seconds_of_date("Thu, 29 Feb 2024 12:00:00 GMT"),
            Some(1_709_208_000)
        );
        for wrong in [
            "",
            "soon",
            "Thu, 01 Foo 1970 00:00:00 GMT",
            "Thu, 01 Jan 1970 99:00:00 GMT",
        ] {
            assert_eq!(seconds_of_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn asked_waits() {
        let asked = |pairs: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in pairs {
                headers.insert(*name, value.parse().unwrap());
            }
            retry_after(StatusCode::TOO_MANY_REQUESTS, &headers).map(|wait| wait.as_millis())
        };
        assert_eq!(asked(&[("retry-after", "3")]), Some(3_000));
        assert_eq!(
            asked(&[("retry-after", "3"), ("retry-after-ms", "250")]),
            Some(250)
        );
        assert_eq!(asked(&[("retry-after", "-1")]), None);
        assert_eq!(asked(&[("retry-after", "1e999")]), None);
        let date = ("date", "Sun, 06 Nov 1994 08:49:07 GMT");
        let later = ("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT");
        assert_eq!(asked(&[date, later]), Some(30_000));
        let earlier = ("retry-after", "Sun, 06 Nov 1994 08:48:37 GMT");
        assert_eq!(asked(&[date, earlier]), Some(0));
    }
}
