//! Formats of strings and numbers, as far as their form alone can be judged.

/// Whether a string has the form of `format`; formats that nobody knows fit everything.
pub(super) fn text(format: &str, text: &str) -> bool {
    match format {
        "date-time" => date_time(text),
        "date" => date(text),
        "time" => time(text),
        "uuid" => uuid(text),
        "uri" | "url" => uri(text),
        "byte" => base64(text),
        "email" => text
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty()),
        "ipv4" => text.parse::<std::net::Ipv4Addr>().is_ok(),
        "ipv6" => text.parse::<std::net::Ipv6Addr>().is_ok(),
        _ => true,
    }
}

/// Whether an integer is within the range of `format`.
pub(super) fn integer(format: &str, value: i128) -> bool {
    match format {
        "int8" => i8::try_from(value).is_ok(),
        "int16" => i16::try_from(value).is_ok(),
        "int32" => i32::try_from(value).is_ok(),
        "int64" => i64::try_from(value).is_ok(),
        "uint8" => u8::try_from(value).is_ok(),
        "uint16" => u16::try_from(value).is_ok(),
        "uint32" => u32::try_from(value).is_ok(),
        "uint64" => u64::try_from(value).is_ok(),
        _ => true,
    }
}

/// Digits of exactly this many places, and at most this much.
fn digits(text: &str, places: usize, most: u32) -> bool {
    text.len() == places
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text.parse().is_ok_and(|number: u32| number <= most)
}

fn date(text: &str) -> bool {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let fits =
        |part: Option<&str>, places, most| part.is_some_and(|text| digits(text, places, most));
    fits(year, 4, 9999)
        && fits(month, 2, 12)
        && fits(day, 2, 31)
        && month != Some("00")
        && day != Some("00")
}

fn date_time(text: &str) -> bool {
    text.split_once(['T', 't', ' '])
        .is_some_and(|(day, rest)| date(day) && zoned(rest))
}

/// A time that says how far it is from UTC.
fn zoned(text: &str) -> bool {
    let clock = text.strip_suffix(['Z', 'z']).or_else(|| {
        let (clock, offset) = text.split_at_checked(text.len().checked_sub(6)?)?;
        offset.starts_with(['+', '-']).then_some(())?;
        let (hours, minutes) = offset.get(1..)?.split_once(':')?;
        (digits(hours, 2, 23) && digits(minutes, 2, 59)).then_some(clock)
    });
    clock.is_some_and(local)
}

fn time(text: &str) -> bool {
    local(text) || zoned(text)
}

fn local(text: &str) -> bool {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = clock.splitn(3, ':');
    let mut next = |most| parts.next().is_some_and(|part| digits(part, 2, most));
    next(23)
        && next(59)
        && next(60)
        && !fraction.is_empty()
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
}

fn uuid(text: &str) -> bool {
    let lengths = [8, 4, 4, 4, 12];
    let parts: Vec<&str> = text.split('-').collect();
    parts.len() == lengths.len()
        && parts.iter().zip(lengths).all(|(part, length)| {
            part.len() == length && part.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
}

fn uri(text: &str) -> bool {
    let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        && !text.contains(char::is_whitespace)
}

/// Both alphabets, with or without padding.
fn base64(text: &str) -> bool {
    let body = text.trim_end_matches('=');
    text.len() - body.len() <= 2
        && body.len() % 4 != 1
        && body
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+/-_".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::{integer, text};

    #[test]
    fn forms() {
        let rows = [
            ("date-time", "2024-07-19T12:00:00Z", true),
            ("date-time", "2024-07-19t12:00:00.125+02:00", true),
            ("date-time", "2024-07-19T12:00:00", false),
            ("date-time", "2024-13-19T12:00:00Z", false),
            ("date-time", "yesterday", false),
            ("date-time", "é", false),
            ("date", "2024-02-29", true),
            ("date", "2024-2-29", false),
            ("date", "2024-00-01", false),
            ("time", "12:00:60", true),
            ("time", "12:00:00.", false),
            ("time", "12:00:00-07:00", true),
            ("uuid", "01234567-89ab-cdef-0123-456789ABCDEF", true),
            ("uuid", "01234567-89ab-cdef-0123-456789abcdeg", false),
            ("uri", "https://example.com/a?b", true),
            ("uri", "/a", false),
            ("byte", "aGFsbG8=", true),
            ("byte", "a", false),
            ("byte", "ä", false),
            ("email", "a@b", true),
            ("email", "a@", false),
            ("ipv4", "127.0.0.1", true),
            ("ipv4", "127.0.0.256", false),
            ("nobody-knows", "anything", true),
        ];
        for (format, word, fits) in rows {
            assert_eq!(text(format, word), fits, "{format} {word}");
        }
        assert!(integer("int32", 2_147_483_647) && !integer("int32", 2_147_483_648));
        assert!(!integer("uint8", -1) && integer("int64", -1));
    }
}
