//! Bodies of requests: forms, parts, and members that the schema does not know.

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::json;

use super::Named;
use crate::runtime::form::form;
use crate::runtime::{
    Body, BoxFuture, Call, Endpoint, NoFailure, Route, Style, Text, Transport, TransportError,
    Upload, Verb, encode, object, unframed,
};

#[test]
fn forms() {
    let value = json!({"a": "x&y", "b": [1, null, "z"], "c": {"d": true}, "e": null});
    assert_eq!(
        form(&value, &[]).unwrap(),
        "a=x%26y&b=1&b=z&c=%7B%22d%22%3Atrue%7D"
    );
    let spread = [("c", Style::Form, true)];
    assert_eq!(form(&value, &spread).unwrap(), "a=x%26y&b=1&b=z&d=true");
    let styles = [
        ("b", Style::PipeDelimited, false),
        ("c", Style::DeepObject, true),
    ];
    assert_eq!(form(&value, &styles).unwrap(), "a=x%26y&b=1%7Cz&c[d]=true");
    let json = [("c", Style::Json, false)];
    assert_eq!(
        form(&json!({"c": {"d": true}}), &json).unwrap(),
        "c=%7B%22d%22%3Atrue%7D"
    );
    assert!(form(&json!([1]), &[]).is_err());
}

#[derive(Debug, Clone, PartialEq)]
struct Message {
    file: Upload,
    more: Vec<Upload>,
    note: Option<String>,
    meta: Named,
    rows: Vec<Vec<i64>>,
}
object! { Message { required file, or_empty more, optional note = "no\"te", required meta, or_empty rows } }

#[test]
fn multiparts() {
    let message = Message {
        file: Upload::new("a\"b\r\n.bin", vec![0, 255, 10]),
        more: vec![
            Upload::from(b"plain".to_vec()),
            Upload::new("c", "d").content_type("text/x"),
        ],
        note: Some("n".into()),
        meta: Named { name: "m".into() },
        rows: vec![vec![1, 2], vec![]],
    };
    let (media, encoded) = encode(&message, &[("meta", "application/vnd.x+json")]).unwrap();
    let boundary = media.split_once("boundary=").unwrap().1;
    let expected: &[&[u8]] = &[
        b"--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0A.bin\"",
        b"\r\nContent-Type: application/octet-stream\r\n\r\n\x00\xff\n\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"more\"",
        b"\r\nContent-Type: application/octet-stream\r\n\r\nplain\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"more\"; filename=\"c\"",
        b"\r\nContent-Type: text/x\r\n\r\nd\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"no%22te\"\r\n\r\nn\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"meta\"",
        b"\r\nContent-Type: application/vnd.x+json\r\n\r\n{\"name\":\"m\"}\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"rows\"",
        b"\r\nContent-Type: application/json\r\n\r\n[1,2]\r\n",
        b"--B\r\nContent-Disposition: form-data; name=\"rows\"",
        b"\r\nContent-Type: application/json\r\n\r\n[]\r\n--B--\r\n",
    ];
    // The room for it was known, and no byte of a file was copied before.
    assert_eq!(encoded.capacity(), encoded.len());
    let body = String::from_utf8_lossy(&encoded).replace(boundary, "B");
    assert_eq!(body, String::from_utf8_lossy(&expected.concat()));
    assert!(encode(&json!("text"), &[]).is_err());
}

/// Answers with the body that it is sent.
struct Echo;

impl Transport for Echo {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async { Ok(http::Response::new(Body::whole(request.into_body()))) })
    }
}

struct Send;

impl Endpoint for Send {
    const ROUTE: Route = Route::new("send", Verb::Post, "/send");
    type Reply = Text;
    type Failure = NoFailure;
}

/// An endpoint with a member that chooses the stream half.
struct Switched;

impl Endpoint for Switched {
    const ROUTE: Route = Route::new("switched", Verb::Post, "/send").switch("stream");
    type Reply = Text;
    type Failure = NoFailure;
}

/// Bodies of every kind take more members than the schema knows.
#[tokio::test]
async fn extras() {
    let client = crate::Client::builder().base_url("https://x.invalid");
    let client = client.transport(Echo).build().unwrap();
    let body = BTreeMap::from([("a", "b")]);
    let call = || {
        let call: Call<Send> = Call::new(&client);
        call.extra("text", "é").extra("more", json!({"c": 1}))
    };
    let json = call().json(&body).await.unwrap();
    assert_eq!(json, r#"{"a":"b","text":"é","more":{"c":1}}"#);
    let error = call().await.unwrap_err();
    assert!(error.is_refused());
    assert_eq!(
        error.to_string(),
        "send: this call has no body to add `text`, `more` to"
    );
    let switched = Call::<Switched>::new(&client).extra("text", "é");
    assert_eq!(switched.await.unwrap(), r#"{"text":"é","stream":false}"#);
    assert_eq!(
        call().form(&body).await.unwrap(),
        "a=b&more=%7B%22c%22%3A1%7D&text=%C3%A9"
    );
    let parts = call().multipart(&body).await.unwrap();
    let (boundary, _) = parts.split_once("\r\n").unwrap();
    let parts = parts.replace(boundary, "--B");
    let head = "--B\r\nContent-Disposition: form-data; name=";
    assert_eq!(
        parts,
        format!(
            "{head}\"a\"\r\n\r\nb\r\n{head}\"text\"\r\n\r\né\r\n\
             {head}\"more\"\r\nContent-Type: application/json\r\n\r\n{{\"c\":1}}\r\n--B--\r\n"
        )
    );
    assert!(call().text("plain").await.unwrap_err().is_refused());
}

/// What a caller says of a file goes before what the document says, and that before the usual type.
#[test]
fn media_types_of_parts() {
    let sent = |file: Upload, types: &[(&str, &str)]| {
        let (_, encoded) = encode(&BTreeMap::from([("file", file)]), types).unwrap();
        let body = String::from_utf8(encoded).unwrap();
        let line = body
            .lines()
            .find_map(|line| line.strip_prefix("Content-Type: "));
        line.map(str::to_owned).unwrap()
    };
    let declared = [("file", "image/png")];
    for file in [Upload::from(b"x".to_vec()), Upload::new("x", "x")] {
        assert_eq!(sent(file.clone(), &[]), "application/octet-stream");
        assert_eq!(sent(file.clone(), &declared), "image/png");
        assert_eq!(sent(file.content_type("text/x"), &declared), "text/x");
    }
}

#[test]
fn a_failure_that_comes_as_an_event_is_its_data() {
    let cases = [
        (r#"{"error": "full"}"#, r#"{"error": "full"}"#),
        ("{\n  \"data:\": 1\n}", "{\n  \"data:\": 1\n}"),
        ("data: {\"error\":1}\n\n", r#"{"error":1}"#),
        (
            "\r\nevent: error\r\ndata:{\r\ndata: }\r\n\r\ndata: 2",
            "{\n}",
        ),
        ("", ""),
    ];
    for (body, data) in cases {
        assert_eq!(unframed(body.as_bytes()), data.as_bytes(), "{body}");
    }
}
