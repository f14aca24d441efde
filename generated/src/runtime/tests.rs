//! What emitted types rely on, checked on types written as the generator writes them.

#![expect(
    unreachable_pub,
    dead_code,
    clippy::needless_pass_by_value,
    reason = "the methods that the macros write are public in emitted types; values read better than references to `json!`"
)]

use super::form::form;
use super::{
    Base64, Body, BoxFuture, Call, Duration, Endpoint, Maybe, NoFailure, Route, Secret, Style,
    Text, Transport, TransportError, UnknownNumber, UnknownWord, Upload, Verb, encode, newtype,
    numbers, object, overlap, setters, tuple, union, words,
};
use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fmt::Debug;

#[derive(Debug, Clone, PartialEq)]
struct Everything {
    a: String,
    b: Option<i64>,
    c: Option<String>,
    d: Maybe<bool>,
    e: Vec<i8>,
    r#type: Option<Box<Everything>>,
    extra: BTreeMap<String, i32>,
}

object! { Everything {
    required a, optional b, nullable c, maybe d, or_empty e, optional r#type = "type",
} constants { "object": Str("thing"), "version": Int(2) } rest extra at_most_one { b, d } }

impl Everything {
    fn new(a: impl Into<String>, c: Option<String>) -> Self {
        Self {
            a: a.into(),
            b: None,
            c,
            d: Maybe::Absent,
            e: Vec::new(),
            r#type: None,
            extra: BTreeMap::new(),
        }
    }

    setters! {
        optional b: i64,
        maybe d: bool,
        null d_null = d,
        plain e: impl Into<Vec<i8>>,
        #[deprecated]
        optional r#type as type: Everything,
    }
}

fn read<T: DeserializeOwned>(value: Json) -> Result<T, String> {
    let text = value.to_string();
    let typed = serde_json::from_str(&text).map_err(|error| error.to_string());
    assert_eq!(typed.is_ok(), serde_json::from_value::<T>(value).is_ok());
    typed
}

/// Reads, writes, and compares.
#[track_caller]
fn round<T: DeserializeOwned + Serialize + PartialEq + Debug>(value: Json) -> T {
    let typed: T = read(value.clone()).unwrap();
    assert_eq!(serde_json::to_value(&typed).unwrap(), value);
    typed
}

fn with(members: Json) -> Json {
    let mut object = json!({"a": "x", "c": null, "object": "thing", "version": 2});
    for (name, value) in members.as_object().unwrap() {
        object[name] = value.clone();
    }
    object
}

#[test]
fn presence() {
    let typed: Everything = round(with(
        json!({"e": [], "c": "y", "d": null, "type": with(json!({"e": [1]}))}),
    ));
    assert_eq!(typed.c.as_deref(), Some("y"));
    assert_eq!(typed.d, Maybe::Null);
    assert_eq!(typed.r#type.unwrap().e, [1]);
    assert_eq!(
        round::<Everything>(with(json!({"e": [], "d": true}))).d,
        Maybe::Value(true)
    );

    let lenient: Everything = read(with(json!({"b": null, "e": null}))).unwrap();
    assert_eq!(lenient, Everything::new("x", None));
}

#[test]
fn presence_errors() {
    let error = |value| read::<Everything>(value).unwrap_err();
    assert!(
        error(json!({"c": null, "object": "thing", "version": 2})).contains("missing field `a`")
    );
    assert!(
        error(json!({"a": "x", "object": "thing", "version": 2})).contains("missing field `c`")
    );
    assert!(error(with(json!({"a": null}))).contains("invalid type: null, expected a string"));
    assert!(error(json!(["x"])).contains("expected an object (Everything)"));
    assert!(error(with(json!({"object": "other"}))).contains("`object` is not \"thing\""));
    assert!(error(json!({"a": "x", "c": null, "version": 2})).contains("missing field `object`"));
}

#[test]
fn last_duplicate_wins() {
    let text =
        r#"{"a":"1","c":null,"object":"thing","object":"thing","version":2,"a":"2","x":1,"x":2}"#;
    let typed: Everything = serde_json::from_str(text).unwrap();
    assert_eq!(typed.a, "2");
    assert_eq!(typed.extra["x"], 2);
}

#[test]
fn rest_keeps_members_and_never_shadows_declared_ones() {
    let mut typed: Everything = round(with(json!({"e": [], "other": 1, "more": 2})));
    assert_eq!(typed.extra.len(), 2);
    typed.extra.insert("a".into(), 3);
    let text = serde_json::to_string(&typed).unwrap();
    assert_eq!(text.matches(r#""a":"#).count(), 1);
    assert!(read::<Everything>(with(json!({"other": "no number"}))).is_err());
}

#[test]
fn setters_and_rules() {
    let typed = Everything::new("x", None).b(1).e([1, 2]);
    assert_eq!((typed.b, &typed.e[..]), (Some(1), &[1, 2][..]));
    assert_eq!(typed.clone().d(true).d, Maybe::Value(true));
    // A null is no value.
    assert!(serde_json::to_string(&typed.clone().d_null()).is_ok());
    let error = serde_json::to_string(&typed.d(true))
        .unwrap_err()
        .to_string();
    assert_eq!(error, "at most one of `b`, `d` may be set");
}

#[derive(Debug, Clone, PartialEq)]
struct Nothing {}
object! { Nothing {} }

#[test]
fn nothing_declared() {
    assert_eq!(round::<Nothing>(json!({})), Nothing {});
    assert_eq!(read::<Nothing>(json!({"a": [1, {"b": 2}]})), Ok(Nothing {}));
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
enum Role {
    User,
    #[deprecated]
    Tool,
    Unknown(UnknownWord),
}
words! { Role, else Unknown { User = "user", Tool = "tool box" } }

#[test]
fn words_are_open() {
    assert_eq!(round::<Role>(json!("user")), Role::User);
    assert_eq!(Role::from("user".to_owned()), Role::User);
    let unknown = round::<Role>(json!("robot"));
    assert_eq!(unknown.as_str(), "robot");
    assert_eq!(unknown, Role::from("robot"));
    assert_eq!(
        format!("{unknown:?} {unknown:>6}"),
        "Unknown(\"robot\")  robot"
    );
    assert_eq!(Role::from("tool box").as_ref(), "tool box");
    assert!(read::<Role>(json!(1)).is_err());
    // Escaped text cannot be borrowed from the input.
    assert_eq!(
        serde_json::from_str::<Role>(r#""\u0075ser""#).unwrap(),
        Role::User
    );
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Level {
    One,
    Minus,
    Unknown(UnknownNumber),
}
numbers! { Level, else Unknown { One = 1, Minus = -1 } }

#[test]
fn numbers_are_open() {
    assert_eq!(round::<Level>(json!(1)), Level::One);
    assert_eq!(round::<Level>(json!(-1)), Level::Minus);
    assert_eq!(round::<Level>(json!(u64::MAX)).get(), i128::from(u64::MAX));
    assert_eq!(Level::from(1), Level::One);
    assert_eq!(round::<Level>(json!(7)).to_string(), "7");
    assert!(read::<Level>(json!("1")).is_err());
}

#[derive(Debug, Clone, PartialEq)]
enum Choice {
    None,
    Auto,
    Text(String),
    Named(Box<Named>),
    Parts(Vec<String>),
    Unknown(Json),
}
union! { Choice, else Unknown, text Text, words { None = "none", Auto = "auto" };
Text: string, Named(Named): object, Parts(Vec<String>): array }

#[derive(Debug, Clone, PartialEq)]
struct Named {
    name: String,
}
object! { Named { required name } }

#[test]
fn union_by_kind() {
    assert_eq!(round::<Choice>(json!("none")), Choice::None);
    assert_eq!(round::<Choice>(json!("auto")), Choice::Auto);
    assert_eq!(round::<Choice>(json!("x")), Choice::from("x"));
    assert_eq!(Choice::from("auto"), Choice::Auto);
    assert_eq!(Choice::from("x".to_owned()), Choice::Text("x".into()));
    assert_eq!(
        round::<Choice>(json!({"name": "n"})),
        Named { name: "n".into() }.into()
    );
    assert_eq!(
        round::<Choice>(json!(["a"])),
        Choice::from(vec!["a".to_owned()])
    );
    // Kinds without a variant, and shapes that a variant's type cannot hold.
    for other in [
        json!(1),
        json!(-1),
        json!(1.5),
        json!(true),
        json!(null),
        json!({}),
        json!({"name": 1, "kept": [null]}),
        json!(["a", 1]),
    ] {
        assert_eq!(round::<Choice>(other.clone()), Choice::Unknown(other));
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle(Circle),
    Label(String),
    Square(BTreeMap<String, Json>),
    Unknown(Json),
}
union! { Shape by "type", else Unknown;
Circle: object = "circle" | "ring", Label: string, Square: object = "square" }

#[derive(Debug, Clone, PartialEq)]
struct Circle {
    r#type: String,
    radius: f64,
}
object! { Circle { required r#type = "type", required radius } }

#[test]
fn union_by_property() {
    assert!(matches!(
        round(json!({"type": "ring", "radius": 1.0})),
        Shape::Circle(_)
    ));
    assert!(matches!(
        round(json!({"type": "square", "a": [1]})),
        Shape::Square(_)
    ));
    assert!(matches!(round(json!("x")), Shape::Label(_)));
    for other in [
        json!({"type": "cone", "a": [1, null]}),
        json!({"type": 1}),
        json!({}),
        json!([]),
    ] {
        assert_eq!(round::<Shape>(other.clone()), Shape::Unknown(other));
    }
    // The tag may come last; all members are read.
    let late = r#"{"radius": 2.5, "more": {}, "type": "circle"}"#;
    let Shape::Circle(circle) = serde_json::from_str(late).unwrap() else {
        panic!("a circle")
    };
    assert_eq!((circle.radius, circle.r#type.as_str()), (2.5, "circle"));
    let error = read::<Shape>(json!({"type": "circle", "radius": "big"})).unwrap_err();
    assert!(
        error.contains("invalid type: string \"big\", expected f64"),
        "{error}"
    );
}

#[derive(Debug, Clone, PartialEq)]
enum Tagged {
    Plain(Box<Named>),
    Open(Kept),
    Unknown(Json),
}
union! { Tagged by "kind", else Unknown;
Plain: object = "plain" | "simple" adds "plain", Open: object = "open" adds "open" }

#[derive(Debug, Clone, PartialEq)]
struct Kept {
    rest: BTreeMap<String, Json>,
}
object! { Kept {} rest rest }

#[test]
fn tags_that_no_field_holds_are_written() {
    let plain: Tagged = round(json!({"kind": "plain", "name": "n"}));
    assert!(matches!(plain, Tagged::Plain(_)));
    let open: Tagged = round(json!({"kind": "open", "more": 1}));
    assert!(matches!(open, Tagged::Open(_)));
    let made = Tagged::Open(Kept {
        rest: BTreeMap::new(),
    });
    assert_eq!(serde_json::to_value(made).unwrap(), json!({"kind": "open"}));
}

#[derive(Debug, Clone, PartialEq)]
enum First {
    Strict(Circle),
    Loose(Named),
    Count(u8),
    Number(f64),
    Unknown(Json),
}
union! { First, else Unknown;
Strict: object, Loose: object, Count: number, Number: number }

#[test]
fn union_by_first_match() {
    let both = json!({"type": "t", "radius": 1.0, "name": "n"});
    assert!(matches!(read(both).unwrap(), First::Strict(_)));
    assert!(matches!(round(json!({"name": "n"})), First::Loose(_)));
    assert_eq!(round::<First>(json!(3)), First::Count(3));
    assert_eq!(round::<First>(json!(300.5)), First::Number(300.5));
    assert_eq!(
        round::<First>(json!({"z": 1})),
        First::Unknown(json!({"z": 1}))
    );
}

#[derive(Debug, Clone, PartialEq)]
struct Both {
    named: Option<Named>,
    circle: Option<Box<Circle>>,
}
overlap! { Both { named, circle } }

#[test]
fn overlaps_lose_nothing() {
    let both: Both = round(json!({"name": "n", "type": "t", "radius": 1.0}));
    assert!(both.named.is_some() && both.circle.is_some());
    let one: Both = round(json!({"name": "n"}));
    assert!(one.named.is_some() && one.circle.is_none());
    assert!(
        read::<Both>(json!({"x": 1}))
            .unwrap_err()
            .contains("none of the shapes of Both")
    );
}

#[derive(Debug, Clone, PartialEq)]
struct Either {
    shape: Option<Shape>,
    named: Option<Named>,
}
overlap! { Either { shape, named } }

#[test]
fn what_only_keeps_a_value_is_no_part_of_it() {
    let named: Either = round(json!({"name": "n"}));
    assert!(named.named.is_some() && named.shape.is_none());
    let circle: Either = round(json!({"type": "ring", "radius": 1.0}));
    assert!(circle.named.is_none() && matches!(circle.shape, Some(Shape::Circle(_))));
    let neither: Either = round(json!({"type": "cone"}));
    assert!(neither.named.is_none() && matches!(neither.shape, Some(Shape::Unknown(_))));
}

#[derive(Debug, Clone, PartialEq)]
struct Point(f64, f64, Vec<String>);
tuple! { Point(item 0, item 1, rest 2) }

#[derive(Debug, Clone, PartialEq)]
struct Pair(i128, Option<Duration>);
tuple! { Pair(item 0, item 1) }

#[derive(Debug, Clone, PartialEq)]
struct Tree(Vec<Tree>);
newtype! { Tree(Vec<Tree>) }

#[test]
fn tuples_and_newtypes() {
    assert_eq!(round::<Point>(json!([1.0, 2.0, "a"])).2, ["a"]);
    assert_eq!(round::<Point>(json!([1.0, 2.0])).2.len(), 0);
    assert!(
        read::<Point>(json!([1.0]))
            .unwrap_err()
            .contains("invalid length 1")
    );
    assert_eq!(round::<Pair>(json!([1, null])), Pair(1, None));
    assert_eq!(read::<Pair>(json!([1, "P1DT2H", "more"])).unwrap().0, 1);
    assert_eq!(
        round::<Tree>(json!([[], [[]]])),
        vec![Tree(vec![]), vec![vec![].into()].into()].into()
    );
}

#[test]
fn numbers_beyond_64_bits() {
    let text = "[170141183460469231731687303715884105727,null]";
    let pair: Pair = serde_json::from_str(text).unwrap();
    assert_eq!(pair.0, i128::MAX);
    assert_eq!(serde_json::to_string(&pair).unwrap(), text);
}

#[test]
fn scalars() {
    let secret: Secret = round(json!("s3cret"));
    assert_eq!(
        format!("{secret:?} {}", secret.expose()),
        "Secret(…) s3cret"
    );
    assert_eq!(round::<Base64>(json!("aGk=")).0, b"hi");
    assert_eq!(read::<Base64>(json!("aGk")).unwrap().as_ref(), b"hi");
    assert_eq!(read::<Base64>(json!("_-8")).unwrap().0, [255, 239]);
    assert!(read::<Base64>(json!("!")).is_err());
    let day: Duration = round(json!("P1DT2H"));
    assert_ne!(day, read(json!("PT26H")).unwrap());
    assert!(read::<Duration>(json!("1 day-ish")).is_err());
    let upload = Upload::new("a.txt", "text").content_type("text/plain");
    assert!(format!("{upload:?}").contains("bytes: 4"));
    assert_eq!(serde_json::to_value(upload).unwrap(), json!("text"));
}

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
        assert_eq!(super::unframed(body.as_bytes()), data.as_bytes(), "{body}");
    }
}
