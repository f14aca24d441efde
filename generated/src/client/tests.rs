//! What a builder takes and refuses, and what its credentials become in a request.

use std::sync::Mutex;

use bytes::Bytes;

use super::*;
use crate::runtime::{
    Body, BoxFuture, Call, Endpoint, NoFailure, Scheme, SchemeKind, Text, TransportError, Verb,
};

/// An API whose calls need a key and a version at once.
const TWO: Api = Api {
    env_prefix: "TWO",
    schemes: &[
        Scheme {
            name: "Key",
            kind: SchemeKind::HeaderKey("X-Key"),
            variable: Some("TWO_KEY"),
        },
        Scheme {
            name: "Version",
            kind: SchemeKind::HeaderKey("x-version"),
            variable: Some("TWO_VERSION"),
        },
    ],
    ..API
};

struct Go;

impl Endpoint for Go {
    const ROUTE: Route = Route::new("go", Verb::Post, "/go").auth(&[&["Key", "Version"]]);
    type Reply = Text;
    type Failure = NoFailure;
}

/// Keeps the headers of the last request, and fails with a text where it is given one.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<HeaderMap>>, Arc<Mutex<&'static str>>);

impl Transport for Kept {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, std::result::Result<http::Response<Body>, TransportError>> {
        *self.0.lock().unwrap() = request.headers().clone();
        let failure = *self.1.lock().unwrap();
        Box::pin(async move {
            let mut answer = http::Response::new(Body::whole(failure));
            if !failure.is_empty() {
                let body = serde_json::json!({ "error": failure });
                *answer.body_mut() = Body::whole(body.to_string());
                *answer.status_mut() = http::StatusCode::BAD_REQUEST;
            }
            Ok(answer)
        })
    }
}

fn two() -> (Builder, Kept) {
    let kept = Kept::default();
    let builder = Builder {
        api: TWO,
        ..Builder::new().base_url("https://example.invalid")
    };
    (builder.transport(kept.clone()), kept)
}

#[test]
fn credentials_that_would_not_be_sent_are_refused() {
    let error = two().0.credential("key", "x").build().unwrap_err();
    assert!(error.is_refused());
    let known = "asks for a credential \"key\"; those that are asked for: \"Key\", \"Version\"";
    assert!(error.to_string().ends_with(known), "{error}");
    assert!(two().0.credential("Key", "x").build().is_ok());

    let open = || Builder {
        api: Api {
            schemes: &[],
            ..API
        },
        ..Builder::new().base_url("https://example.invalid")
    };
    assert!(open().build().is_ok());
    for builder in [
        open().api_key("x"),
        open().bearer_token("x"),
        open().basic_auth("x", "y"),
        open().credential("Key", "x"),
    ] {
        let error = builder.build().unwrap_err();
        assert!(error.to_string().contains("`default_header`"), "{error}");
    }
    let omitted = open().api_key("x").without_credentials();
    assert!(omitted.build().is_ok());
}

#[tokio::test]
async fn headers_go_before_credentials() {
    let (builder, kept) = two();
    let builder = builder.api_key("sk-client");
    let client = builder.default_header("X-Version", "2").build().unwrap();
    let sent = |name| kept.0.lock().unwrap()[name].to_str().unwrap().to_owned();
    let call = || Call::<Go>::new(&client);
    call().await.unwrap();
    assert_eq!(
        (sent("x-key"), sent("x-version")),
        ("sk-client".into(), "2".into())
    );
    let other = call().header("x-key", "sk-call").header("x-version", "3");
    other.await.unwrap();
    assert_eq!(
        (sent("x-key"), sent("x-version")),
        ("sk-call".into(), "3".into())
    );
}

#[tokio::test]
async fn headers_that_identify_are_secret() {
    let pairs = [
        ("x-key", "key-1", "key-1"),
        ("authorization", "Token auth-2", "auth-2"),
        ("proxy-authorization", "Basic cHJveHktMw==", "cHJveHktMw=="),
        ("cookie", "a=cookie-4; b=cookie-5", "cookie-5"),
    ];
    for default in [true, false] {
        let (builder, kept) = two();
        let mut builder = builder.credential("Version", "version-6");
        if default {
            builder = pairs.iter().fold(builder, |to, (name, value, _)| {
                to.default_header(name, value)
            });
        }
        let client = builder.retries(0).build().unwrap();
        let mut call = Call::<Go>::new(&client);
        if !default {
            call = pairs
                .iter()
                .fold(call, |to, (name, value, _)| to.header(name, value));
        }
        *kept.1.lock().unwrap() = "key-1 auth-2 cHJveHktMw== cookie-4 cookie-5 version-6";
        let error = call.await.unwrap_err().to_string();
        assert!(
            error.ends_with("[secret] [secret] [secret] [secret] [secret] [secret]"),
            "{error}"
        );
        let printed = format!("{:?}", kept.0.lock().unwrap());
        for (name, _, secret) in pairs {
            assert!(printed.contains(name), "{printed}");
            assert!(!printed.contains(secret), "{printed}");
        }
    }
}

#[tokio::test]
async fn an_empty_body_has_a_length() {
    let (builder, kept) = two();
    let client = builder.without_credentials().build().unwrap();
    let length = || kept.0.lock().unwrap().get("content-length").cloned();
    let call = || Call::<Go>::new(&client);
    call().await.unwrap();
    assert_eq!(length().unwrap(), "0");
    call().text("").await.unwrap();
    assert_eq!(length().unwrap(), "0");
    call().text("x").await.unwrap();
    assert_eq!(length(), None);
}

#[test]
fn each_of_several_schemes_has_a_variable() {
    let scheme = |name, variable| Scheme {
        name,
        variable,
        kind: SchemeKind::HeaderKey(name),
    };
    let schemes = [
        scheme("x-key", Some("T_X_KEY")),
        scheme("x-app", Some("T_X_APP")),
    ];
    let api = Api {
        env_prefix: "T",
        schemes: Vec::from(schemes).leak(),
        ..API
    };
    let filled = |set: &[&str]| {
        let builder = Builder {
            api,
            ..Builder::new()
        };
        builder.filled(|name| Ok(set.contains(&name).then(|| name.to_owned())))
    };
    let credentials = filled(&["T_API_KEY", "T_X_APP"]).unwrap().credentials;
    assert_eq!(credentials.api_key, Some("T_API_KEY".into()));
    assert_eq!(credentials.named, [("x-app".to_owned(), "T_X_APP".into())]);
    assert!(filled(&["T_X_KEY"]).is_ok());
    let error = filled(&[]).unwrap_err().to_string();
    assert_eq!(error, "T_API_KEY or T_X_KEY or T_X_APP is not set");
}

#[test]
fn plain_http_is_for_those_who_have_nothing_to_hide() {
    let open = Api {
        schemes: &[],
        ..API
    };
    let builder = |api| Builder {
        api,
        ..Builder::new().base_url("http://example.invalid")
    };
    assert!(builder(API).build().is_err());
    assert!(builder(open).build().is_ok());
    assert!(builder(open).api_key("key").build().is_err());
    let secured = builder(open).base_url("https://example.invalid");
    assert!(secured.default_header("authorization", "x").build().is_ok());
    let with = |name| builder(open).default_header(name, "x").build();
    assert!(with("x-tenant").is_ok());
    for name in ["authorization", "Cookie", "proxy-authorization"] {
        let error = with(name).unwrap_err().to_string();
        assert!(
            error.contains("a key, token or cookie in the clear"),
            "{error}"
        );
    }
}
