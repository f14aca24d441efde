//! The README does what it says: its calls are answered, and its crate builds and runs.

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tests::workspace::{Scratch, cargo, executable, extra_target, root, run, xtask};

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("there is a README")
}

/// The code blocks of a language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let fences = text.split("```").skip(1).step_by(2);
    let blocks = fences.filter_map(|block| block.strip_prefix(&format!("{language}\n")));
    blocks.map(str::to_owned).collect()
}

/// `cargo xtask mock`, which ends when this is dropped.
struct Mock {
    process: Child,
    /// Host and port.
    address: String,
}

impl Mock {
    fn start() -> Self {
        let mut process = Command::new(xtask())
            .args(["mock", "--port", "0"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let stdout = process.stdout.take().expect("stdout is a pipe");
        let mut line = String::new();
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("the server says where it is");
        let address = line.trim().strip_prefix("listening on http://");
        let address = address.and_then(|rest| rest.strip_suffix("/v4"));
        let address = address.unwrap_or_else(|| panic!("{line}")).to_owned();
        Self { process, address }
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        // It is gone already when the test failed early.
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// A call as the README writes it.
struct Curl<'a> {
    document: &'a str,
    path: &'a str,
    headers: Vec<&'a str>,
    body: &'a str,
}

/// The calls, each under the name of its document.
fn calls(text: &str) -> Vec<Curl<'_>> {
    let named = text.split("# ").filter(|part| part.contains("curl -N"));
    named.filter_map(call).collect()
}

fn call(text: &str) -> Option<Curl<'_>> {
    let (document, command) = text.split_once('\n')?;
    let (_, url) = command.split_once("http://127.0.0.1:8765")?;
    let quoted: Vec<&str> = command.split('\'').skip(1).step_by(2).collect();
    let (body, headers) = quoted.split_last()?;
    Some(Curl {
        document,
        path: url.split_whitespace().next()?,
        headers: headers.to_vec(),
        body,
    })
}

/// Sends a call as it stands and gives head and body of the answer.
fn send(address: &str, call: &Curl<'_>) -> (String, String) {
    let (path, body) = (call.path, call.body);
    let mut head = vec![format!("POST {path} HTTP/1.1"), format!("Host: {address}")];
    head.extend(call.headers.iter().map(|header| (*header).to_owned()));
    head.push(format!("Content-Length: {}", body.len()));
    head.push("Connection: close".to_owned());
    let request = format!("{}\r\n\r\n{body}", head.join("\r\n"));
    let mut stream = TcpStream::connect(address).expect("the server listens");
    stream.write_all(request.as_bytes()).expect("it reads");
    let mut answer = String::new();
    stream
        .read_to_string(&mut answer)
        .expect("it answers in text");
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a head");
    (head.to_ascii_lowercase(), body.to_owned())
}

#[test]
fn every_call_is_answered() {
    let readme = readme();
    let shell = blocks(&readme, "sh").join("\n");
    let calls = calls(&shell);
    let documents: Vec<&str> = calls.iter().map(|call| call.document).collect();
    let expected = [
        "Chat Model Config",
        "Chat Experiment",
        "Completion Model Config",
        "Create Experiment Stream",
    ];
    assert_eq!(documents, expected);
    let mock = Mock::start();
    for call in &calls {
        let sent: Value = serde_json::from_str(call.body).expect("a body is JSON");
        let (head, body) = send(&mock.address, call);
        assert!(
            head.starts_with("http/1.1 200 "),
            "{}: {head}\n{body}",
            call.document
        );
        let streamed = head.contains("content-type: text/event-stream");
        assert_eq!(
            streamed,
            sent["stream"] == true,
            "{}: {head}",
            call.document
        );
        let wanted = sent["num_samples"].as_u64().unwrap_or(1);
        assert_eq!(
            samples(&body).len() as u64,
            wanted,
            "{}: {body}",
            call.document
        );
    }
}

/// The samples that an answer, or the events of a stream, bring.
fn samples(body: &str) -> BTreeSet<u64> {
    let events = body.lines().filter_map(|line| line.strip_prefix("data: "));
    let mut values: Vec<Value> = events.map(parsed).collect();
    if values.is_empty() {
        values.push(parsed(body));
    }
    let pieces = values
        .iter()
        .filter_map(|value| value["data"].as_array())
        .flatten();
    pieces.filter_map(|piece| piece["index"].as_u64()).collect()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Outside of the workspace: the dependency line with a path in place of the repository, and the program beneath it.
#[test]
fn the_crate_of_the_readme_builds_and_runs() {
    let readme = readme();
    let dependencies = &blocks(&readme, "toml")[0];
    let program = &blocks(&readme, "rust")[0];
    let (before, after) = dependencies
        .split_once("git = \"")
        .expect("it depends on a repository");
    let (_, after) = after.split_once('"').expect("a string ends");
    let client = root()
        .join("generated")
        .display()
        .to_string()
        .replace('\\', "/");
    let manifest = format!(
        "[package]\nname = \"outside\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{before}path = \"{client}\"{after}\n[workspace]\n"
    );
    let crate_of_readme = Scratch::new("outside");
    let folder = crate_of_readme.path();
    fs::create_dir(folder.join("src")).expect("a folder can be made");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a file can be written");
    fs::write(
        folder.join("src/main.rs"),
        format!("#![deny(warnings)]\n{program}"),
    )
    .expect("a file can be written");
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).expect("a file can be copied");

    let built = cargo()
        .args([
            "build",
            "--quiet",
            "--message-format=json-render-diagnostics",
        ])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", extra_target())
        .output()
        .expect("cargo starts");
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    let program = executable(&built).expect("there is a program");
    let said = run(Command::new(xtask()).args(["mock", "--"]).arg(program));
    assert_eq!(said.code, Some(0), "{}", said.err);
    let said_by = |sample: &str| {
        let lines = said
            .out
            .lines()
            .filter_map(|line| line.strip_prefix(sample)?.strip_prefix(": "));
        lines.collect::<String>()
    };
    assert!(
        !said_by("0").is_empty() && !said_by("1").is_empty(),
        "{}",
        said.out
    );
}

#[test]
fn the_code_of_a_command_is_the_code_of_mock() {
    let mut command = Command::new(xtask());
    command
        .args(["mock", "--"])
        .arg(xtask())
        .arg("no-such-command");
    let said = run(&mut command);
    assert_eq!(said.code, Some(2), "{}", said.err);
}
