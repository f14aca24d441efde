//! Whether a request came over the wire as the document and the standard say.

use std::collections::BTreeMap;

use serde_json::Value;

use super::compare::{difference, same_text};
use crate::percent::{decoded, decoded_pair};

/// The first line of a request.
pub(super) fn first_line(request: &Value) -> &str {
    request["head"][0].as_str().unwrap_or_default()
}

/// What is wrong with a request.
pub(super) fn misfit(sent: &Value, request: &Value) -> Option<String> {
    let target = first_line(request).split(' ').nth(1).unwrap_or_default();
    if !is_uri(target) {
        return Some(format!("`{target}` is no URI"));
    }
    let query = target.split_once('?').map_or("", |(_, query)| query);
    let is_open = |place: &str| {
        let open = sent["open"].as_array();
        open.is_some_and(|open| open.iter().any(|known| known == place))
    };
    let cookies = header(request, "cookie").unwrap_or_default();
    let cookies = cookies.split("; ").filter(|pair| !pair.is_empty());
    in_path(&sent["path"], target)
        .or_else(|| {
            let query = query.split('&').filter(|pair| !pair.is_empty());
            let open = is_open("query");
            pairs("query", &sent["query"], query.map(decoded_pair), open)
        })
        .or_else(|| in_headers(&sent["headers"], request))
        .or_else(|| {
            let open = is_open("cookies");
            pairs("cookie", &sent["cookies"], cookies.map(decoded_pair), open)
        })
        .or_else(|| body(&sent["body"], request))
}

/// Whether a target is of letters that a URI can hold, and each percent sign encodes something; brackets are what all
/// the world writes in queries.
fn is_uri(target: &str) -> bool {
    let bytes = target.as_bytes();
    let encodes = |start: usize| {
        let digits = bytes.get(start + 1..start + 3);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    bytes.iter().enumerate().all(|(index, byte)| match byte {
        b'%' => encodes(index),
        byte => byte.is_ascii_alphanumeric() || b"-._~:/?[]@!$&'()*+,;=".contains(byte),
    })
}

/// Each piece of a path must be in it as it is written.
fn in_path(wanted: &Value, target: &str) -> Option<String> {
    let path = decoded(target.split('?').next().unwrap_or_default());
    let mut wanted = wanted.as_object()?.iter();
    wanted.find_map(|(name, text)| {
        let is_there = match text {
            Value::String(text) => path.contains(text.as_str()) || has_alike(&path, text),
            Value::Object(_) => path.split('/').any(|piece| is(text, piece)),
            // The standard does not say how it is written.
            _ => true,
        };
        (!is_there).then(|| format!("`{name}` came as `{path}` and not as {text}"))
    })
}

/// Whether a piece of a path means the same number or time.
fn has_alike(path: &str, text: &str) -> bool {
    path.split('/').any(|piece| alike(text, piece))
}

fn in_headers(wanted: &Value, request: &Value) -> Option<String> {
    wanted.as_array()?.iter().find_map(|pair| {
        let name = pair[0].as_str()?;
        let got = header(request, &name.to_ascii_lowercase());
        match got {
            None => Some(format!("the header `{name}` was not sent")),
            Some(got) if is(&pair[1], &got) => None,
            Some(got) => Some(format!(
                "the header `{name}` was `{got}` and not {}",
                pair[1]
            )),
        }
    })
}

/// Names and values, those of one name in their order.
fn pairs(
    place: &str,
    wanted: &Value,
    got: impl Iterator<Item = (String, String)>,
    open: bool,
) -> Option<String> {
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in got {
        by_name.entry(name).or_default().push(value);
    }
    let mut all: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for pair in wanted.as_array()? {
        let values = all.entry(pair[0].as_str()?).or_default();
        values.push(&pair[1]);
    }
    for (name, values) in &all {
        let got = by_name.remove(*name).unwrap_or_default();
        let equal = if open {
            // What the standard does not say how to write may have taken the name, too.
            values.iter().all(|one| got.iter().any(|two| is(one, two)))
        } else {
            got.len() == values.len() && values.iter().zip(&got).all(|(one, two)| is(one, two))
        };
        if !equal {
            let values: Vec<String> = values.iter().map(ToString::to_string).collect();
            let (got, values) = (got.join("`, `"), values.join(", "));
            return Some(format!("the {place} `{name}` was `{got}` and not {values}"));
        }
    }
    let more = by_name.keys().next().filter(|_| !open)?;
    Some(format!("the {place} `{more}` was not asked for"))
}

/// What is wrong with the body of a request.
fn body(wanted: &Value, request: &Value) -> Option<String> {
    let text = request["body"].as_str().unwrap_or_default();
    let Some(media) = wanted["media"].as_str() else {
        return (!text.is_empty()).then(|| "a body was sent that nobody gave".to_owned());
    };
    let content_type = header(request, "content-type").unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    if !essence.eq_ignore_ascii_case(media) {
        return Some(format!(
            "the body was sent as `{essence}` and not as `{media}`"
        ));
    }
    let content = &wanted["content"];
    if let Some(wanted) = content.get("json") {
        let got: Value = serde_json::from_str(text).unwrap_or_default();
        return difference(wanted, &got, "").map(|place| format!("in the request {place}"));
    }
    if let Some(form) = content.get("form") {
        return in_form(form, text);
    }
    if let Some(parts) = content.get("parts") {
        return in_parts(parts, &content_type, text);
    }
    let wanted = content["text"].as_str().unwrap_or_default();
    (wanted != text).then(|| format!("the body was `{text}` and not `{wanted}`"))
}

fn in_form(form: &Value, text: &str) -> Option<String> {
    let got = url::form_urlencoded::parse(text.as_bytes()).into_owned();
    pairs("member", &form["pairs"], got, form["open"] == true)
}

fn in_parts(wanted: &Value, content_type: &str, text: &str) -> Option<String> {
    let Some((_, boundary)) = content_type.split_once("boundary=") else {
        return Some("the parts have no boundary".to_owned());
    };
    let close = format!("--{}--\r\n", boundary.trim_matches('"'));
    let open = format!("--{}\r\n", boundary.trim_matches('"'));
    let Some(text) = text.strip_suffix(&close) else {
        return Some("the parts come to no end".to_owned());
    };
    let got: Vec<(String, String, Option<String>)> =
        text.split(&open).skip(1).filter_map(part).collect();
    let values = got.iter();
    let values = values.map(|(name, value, _)| (name.clone(), value.clone()));
    let problem = pairs("part", wanted, values, false);
    problem.or_else(|| {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        wanted.as_array()?.iter().find_map(|part| {
            let name = part[0].as_str()?;
            let index = seen.entry(name).or_default();
            let same = got.iter().filter(|(known, ..)| known == name);
            let (_, _, media) = same.into_iter().nth(*index)?;
            *index += 1;
            let wanted = part[2].as_str()?;
            let media = media.as_deref().unwrap_or("no media type");
            (media != wanted)
                .then(|| format!("the part `{name}` was sent as {media} and not as {wanted}"))
        })
    })
}

/// The name, the value and the media type of a part.
fn part(text: &str) -> Option<(String, String, Option<String>)> {
    let (head, value) = text.split_once("\r\n\r\n")?;
    let value = value.strip_suffix("\r\n")?;
    let (_, name) = head.split_once(" name=\"")?;
    let (name, _) = name.split_once('"')?;
    let lines = head.lines();
    let mut media = lines.filter_map(|line| line.strip_prefix("Content-Type: "));
    let media = media.next().map(str::to_owned);
    Some((decoded(name), value.to_owned(), media))
}

/// Whether a text is the one that is wanted, or means the JSON that is.
fn is(wanted: &Value, got: &str) -> bool {
    if let Some(json) = wanted.get("json") {
        let got = serde_json::from_str::<Value>(got);
        return got.is_ok_and(|got| difference(json, &got, "").is_none());
    }
    if let Some(members) = wanted.get("members") {
        return has_members(wanted, members, got);
    }
    wanted.as_str().is_some_and(|wanted| alike(wanted, got))
}

/// Whether a text is an object's members in any order.
fn has_members(wanted: &Value, members: &Value, got: &str) -> bool {
    let text = |name: &str| wanted[name].as_str().unwrap_or_default();
    let (prefix, glue) = (text("prefix"), text("glue"));
    let Some(got) = got.strip_prefix(prefix) else {
        return false;
    };
    let members = members.as_array().into_iter().flatten();
    let mut members: Vec<&str> = members.filter_map(Value::as_str).collect();
    let width = members.first().map_or(1, |it| it.split(glue).count());
    let pieces: Vec<&str> = got.split(glue).collect();
    let mut got: Vec<String> = pieces.chunks(width).map(|it| it.join(glue)).collect();
    members.sort_unstable();
    got.sort_unstable();
    members.len() == got.len() && members.iter().zip(&got).all(|(one, two)| alike(one, two))
}

/// Whether two texts say the same, or each of their pieces does.
fn alike(wanted: &str, got: &str) -> bool {
    let same = |one: &str, two: &str| {
        let number = |text: &str| text.parse::<f64>().ok();
        same_text(one, two) || number(one).is_some_and(|one| number(two) == Some(one))
    };
    same(wanted, got)
        || [",", ";", "|", " "].iter().any(|glue| {
            let (wanted, got): (Vec<&str>, Vec<&str>) =
                (wanted.split(glue).collect(), got.split(glue).collect());
            let value = |text: &str| {
                text.split_once('=')
                    .map_or(text, |(_, value)| value)
                    .to_owned()
            };
            wanted.len() == got.len()
                && (wanted.len() > 1 || wanted[0].contains('='))
                && wanted.iter().zip(&got).all(|(one, two)| {
                    one.split_once('=').map(|it| it.0) == two.split_once('=').map(|it| it.0)
                        && same(&value(one), &value(two))
                })
        })
}

/// The value of a header.
fn header(request: &Value, name: &str) -> Option<String> {
    let lines = request["head"].as_array()?.iter().skip(1);
    let mut lines = lines.filter_map(|line| line.as_str()?.split_once(':'));
    let (_, value) = lines.find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    Some(value.trim().to_owned())
}

/// Whether the first line of a request is the one of an endpoint, `GET` and `/pets/{id}`.
pub(super) fn is_sent(verb: &str, path: &str, request: &str) -> bool {
    let mut words = request.split(' ');
    let target = (words.next() == Some(verb)).then(|| words.next()).flatten();
    let Some(target) = target else { return false };
    let target = decoded(target.split('?').next().unwrap_or_default());
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // A parameter may be empty or hold a slash: what stands around them must be there, in order.
    let mut rest = &*target;
    path.split('{').enumerate().all(|(index, piece)| {
        let fixed = match index {
            0 => piece,
            _ => piece.split_once('}').map_or("", |(_, fixed)| fixed),
        };
        let fixed = decoded(fixed);
        match rest.find(&fixed) {
            Some(start) if index > 0 || start == 0 => {
                rest = &rest[start + fixed.len()..];
                true
            }
            _ => false,
        }
    })
}
