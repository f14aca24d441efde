//! What emitted types rely on, checked on types written as the generator writes them.

#![expect(
    unreachable_pub,
    dead_code,
    clippy::needless_pass_by_value,
    reason = "the methods that the macros write are public in emitted types; values read better than references to `json!`"
)]

mod bodies;

use super::{
    Base64, Duration, Maybe, Secret, UnknownNumber, UnknownWord, Upload, newtype, numbers, object,
    overlap, setters, tuple, union, words,
};
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
struct Row {
    cells: Vec<i64>,
}
object! { Row { list cells } }

#[test]
fn lists_take_the_room_they_need() {
    let row = |cells: &[i64]| round::<Row>(json!({ "cells": cells })).cells;
    assert_eq!(row(&[]).capacity(), 0);
    assert_eq!(row(&[1]).capacity(), 1);
    assert_eq!(row(&[1, 2, 3]), [1, 2, 3]);
    assert!(read::<Row>(json!({})).is_err());
    assert!(read::<Row>(json!({ "cells": null })).is_err());
    assert!(read::<Row>(json!({ "cells": {} })).is_err());
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
