//! One call of a run: everything about it follows from its seed, for the server and for the judge.

use std::time::Duration;

use fastrand::Rng;
use humanloop::endpoints::{ChatExperiment, ChatModelConfig};
use humanloop::mock::{Fault, reply_like};
use humanloop::runtime::{Endpoint, Json, Streamed};
use humanloop::types::{
    ChatEvent, ChatExperimentRequest, ChatMessage, ChatModelConfigRequest, ChatResponse, ChatRole,
};
use humanloop::{Call, Client, Error};
use serde_json::{Value, json};

/// The header that tells the server which job it is.
pub(super) const SEED: &str = "x-soak-seed";

/// How long a call waits whose server falls silent on purpose; all others wait for longer than a run takes.
const SILENT: Duration = Duration::from_secs(1);

/// A call.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) seed: u64,
    pub(super) streams: bool,
    first: bool,
    /// What goes wrong, and behind how many events.
    pub(super) fault: Option<(Fault, usize)>,
    /// Behind how many events the stream is dropped.
    pub(super) dropped: Option<usize>,
    samples: usize,
    words: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The events, or the answer, as they were read, and their bytes.
    pub(super) events: Vec<(Read, Vec<u8>)>,
    pub(super) errors: Vec<Error>,
    /// Something came behind the end.
    pub(super) overran: bool,
}

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Read {
    Event(Box<ChatEvent>),
    Reply(Box<ChatResponse>),
}

impl Job {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Rng::with_seed(seed);
        let (samples, words) = (random.usize(1..4), random.usize(1..12));
        let mut job = Self {
            seed,
            streams: random.u8(..4) > 0,
            first: random.bool(),
            fault: None,
            dropped: None,
            samples,
            words,
        };
        let place = random.usize(..samples * words);
        match random.u8(..4) {
            0 => {}
            1 if job.streams && random.bool() => job.dropped = Some(place),
            _ => job.fault = Some((Fault::ALL[random.usize(..Fault::ALL.len())], place)),
        }
        job
    }

    /// The job of a request.
    pub(super) fn numbered(header: &str) -> Self {
        Self::new(header.parse().unwrap_or_default())
    }

    /// What kind of call it is, in a word.
    pub(super) fn kind(&self) -> &'static str {
        match (self.fault, self.dropped) {
            (Some((fault, _)), _) => fault.name(),
            (None, Some(_)) => "dropped",
            (None, None) => "good",
        }
    }

    /// The texts of the samples, word by word.
    fn texts(&self) -> Vec<Vec<String>> {
        const LETTERS: [&str; 8] = ["a", "é", "\u{2028}", "\"", "\\", "\u{1F30A}", "data: ", " "];
        let mut random = Rng::with_seed(!self.seed);
        let mut word = || {
            let letters = (0..random.usize(1..20)).map(|_| LETTERS[random.usize(..LETTERS.len())]);
            letters.collect::<String>()
        };
        let samples = (0..self.samples).map(|_| (0..self.words).map(|_| word()).collect());
        samples.collect()
    }

    /// The events of its stream.
    pub(super) fn events(&self) -> Vec<Value> {
        let texts = self.texts();
        let event = |place: usize, sample: usize| {
            let last = place + 1 == self.words;
            json!({
                "data": [{
                    "index": sample,
                    "id": format!("log_{}_{sample}", self.seed),
                    "output": texts[sample][place],
                    "finish_reason": last.then_some("stop"),
                }],
                "num_samples": self.samples,
            })
        };
        let places =
            (0..self.words).flat_map(|place| (0..self.samples).map(move |sample| (place, sample)));
        places.map(|(place, sample)| event(place, sample)).collect()
    }

    /// Its whole answer.
    pub(super) fn reply(&self) -> Value {
        let texts = self.texts().into_iter().map(|words| words.concat());
        let samples = texts
            .enumerate()
            .map(|(index, text)| json!({"index": index, "output": text}));
        let members = json!({"data": samples.collect::<Vec<_>>(), "num_samples": self.samples});
        match reply_like::<ChatExperiment>(members) {
            Ok(reply) => json!(reply),
            // The judge will see that it is no answer.
            Err(error) => json!(error.to_string()),
        }
    }

    pub(super) async fn run(&self, client: &Client) -> Seen {
        let question = ChatMessage::new(ChatRole::User).content("?");
        let experiment = ChatExperimentRequest::new("exp_1", [question.clone()]);
        let model = ChatModelConfigRequest::new([question], "prv_1");
        match (self.streams, self.first) {
            (true, true) => {
                self.stream(client.chat_experiment_stream(&experiment))
                    .await
            }
            (true, false) => self.stream(client.chat_model_config_stream(&model)).await,
            (false, true) => {
                self.once::<ChatExperiment>(client.chat_experiment(&experiment))
                    .await
            }
            (false, false) => {
                self.once::<ChatModelConfig>(client.chat_model_config(&model))
                    .await
            }
        }
    }

    /// The call with the header for its seed, the fault, and a limit where nothing will come.
    fn dressed<Op, Mode>(&self, call: Call<Op, Mode>) -> Call<Op, Mode> {
        let call = call.header(SEED, &self.seed.to_string());
        let Some((fault, place)) = self.fault else {
            return call;
        };
        let call = call.header("x-mock-fault", &format!("{fault}@{place}"));
        if self.falls_silent() {
            call.timeout(SILENT)
        } else {
            call
        }
    }

    fn falls_silent(&self) -> bool {
        let silent = [
            Fault::Stall,
            Fault::Silence,
            Fault::OnlyComments,
            Fault::EndlessComment,
        ];
        let fault = self.fault.map(|(fault, _)| fault);
        fault.is_some_and(|fault| {
            silent.contains(&fault) && (self.streams || !fault.is_of_streams())
        })
    }

    async fn once<Op: Endpoint<Reply = Json<ChatResponse>>>(&self, call: Call<Op>) -> Seen {
        let mut seen = Seen::default();
        match self.dressed(call).send_with_meta().await {
            Ok(answer) => {
                let read = Read::Reply(Box::new(answer.value));
                seen.events.push((read, answer.body.to_vec()));
            }
            Err(error) => seen.errors.push(error),
        }
        seen
    }

    async fn stream<Op: Streamed<Event = ChatEvent>>(
        &self,
        call: Call<Op, humanloop::runtime::Streaming>,
    ) -> Seen {
        let mut seen = Seen::default();
        let mut call = self.dressed(call);
        if self.falls_silent() {
            call = call.idle_timeout(SILENT).event_timeout(SILENT);
        }
        let mut stream = match call.await {
            Ok(stream) => stream.raw(),
            Err(error) => {
                seen.errors.push(error);
                return seen;
            }
        };
        while self.dropped.is_none_or(|place| seen.events.len() < place) {
            match stream.next().await {
                Some(Ok(event)) => {
                    let read = Read::Event(Box::new(event.value));
                    seen.events.push((read, event.data.to_vec()));
                }
                Some(Err(error)) => seen.errors.push(error),
                None => {
                    seen.overran = stream.next().await.is_some();
                    break;
                }
            }
        }
        seen
    }
}
