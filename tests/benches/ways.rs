//! Ways to read an answer over HTTP: the limit, the client, and what others use.

use std::future::Future;
use std::hint::black_box;

use eventsource_stream::Eventsource;
use futures_util::StreamExt;
use humanloop::Client;
use humanloop::types::{ChatEvent, ChatMessage, ChatModelConfigRequest, ChatRole};

/// How many events one answer has.
pub(crate) const EVENTS: usize = 50_000;

/// Waits, once the first event is there, for this long before it reads on.
pub(crate) type Pause = Option<std::time::Duration>;

/// Clients of `reqwest` want to know whose cryptography to use, before loopback too.
pub(crate) fn choose_tls() {
    // An error means that it is chosen already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Runs a future on one thread, as all of them do here, so that nothing is measured but work.
pub(crate) fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts")
        .block_on(future)
}

/// The request that all of them send.
fn request() -> ChatModelConfigRequest {
    let message = ChatMessage::new(ChatRole::User).content("Hello");
    ChatModelConfigRequest::new([message], "config_1")
}

/// The limit: the bytes of the body, unread.
pub(crate) async fn drain(url: &str, pause: Pause) {
    let mut body = open(url).await.bytes_stream();
    let mut seen = 0;
    while let Some(piece) = body.next().await {
        black_box(piece.expect("the server sends all"));
        seen += 1;
        rest(pause, seen).await;
    }
}

/// The limit with values: what a loop costs that knows that nothing but whole events of one line of data comes, and
/// waits for ever.
pub(crate) async fn by_hand(url: &str, pause: Pause) {
    let mut body = open(url).await.bytes_stream();
    let mut begun: Vec<u8> = Vec::new();
    let mut seen = 0;
    while let Some(piece) = body.next().await {
        let piece = piece.expect("the server sends all");
        let is_cut = !begun.is_empty() || !piece.ends_with(b"\n\n");
        if is_cut {
            begun.extend_from_slice(&piece);
        }
        let event = if is_cut { &begun } else { &*piece };
        if let Some(event) = event.strip_suffix(b"\n\n") {
            let data = event.strip_prefix(b"data: ").expect("an event is data");
            let text = std::str::from_utf8(data).expect("the body is UTF-8");
            black_box(serde_json::from_str::<ChatEvent>(text).expect("the event is whole"));
            seen += 1;
            begun.clear();
            rest(pause, seen).await;
        }
    }
    assert_eq!(seen, EVENTS);
}

/// The client.
pub(crate) async fn ours(url: &str, pause: Pause) {
    let client = Client::builder().base_url(url).api_key("key").build();
    let client = client.expect("loopback needs no TLS");
    let stream = client.chat_model_config_stream(&request()).await;
    let mut events = stream.expect("the server answers");
    let mut seen = 0;
    while let Some(event) = events.next().await {
        black_box(event.expect("the server sends events"));
        seen += 1;
        rest(pause, seen).await;
    }
    assert_eq!(seen, EVENTS);
}

/// What most people put together.
pub(crate) async fn common(url: &str, pause: Pause) {
    let mut events = open(url).await.bytes_stream().eventsource();
    let mut seen = 0;
    while let Some(event) = events.next().await {
        let event = event.expect("the server sends events");
        black_box(serde_json::from_str::<ChatEvent>(&event.data).expect("the event is whole"));
        seen += 1;
        rest(pause, seen).await;
    }
    assert_eq!(seen, EVENTS);
}

/// The common client of an API like this one, with the same types.
#[cfg(feature = "peers")]
pub(crate) async fn openai(url: &str, pause: Pause) {
    let config = async_openai::config::OpenAIConfig::new()
        .with_api_base(url)
        .with_api_key("key");
    let client = async_openai::Client::with_config(config);
    let request = serde_json::json!({ "stream": true });
    let chat = client.chat();
    let stream = chat.create_stream_byot::<_, ChatEvent>(request).await;
    let mut events = stream.expect("the server answers");
    let mut seen = 0;
    while let Some(event) = events.next().await {
        black_box(event.expect("the server sends events"));
        seen += 1;
        rest(pause, seen).await;
    }
    assert_eq!(seen, EVENTS);
}

/// Pauses after the first event.
async fn rest(pause: Pause, seen: usize) {
    if let (Some(pause), 1) = (pause, seen) {
        tokio::time::sleep(pause).await;
    }
}

/// A plain request.
async fn open(url: &str) -> reqwest::Response {
    let client = reqwest::Client::builder().no_proxy().build();
    let call = client.expect("loopback needs no TLS").post(url);
    call.body("{}").send().await.expect("the server answers")
}
