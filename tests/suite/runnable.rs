//! The examples of `generated/examples` run against the mock server; each has its output under `cases/runnable`.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use humanloop::mock::MockServer;
use serde_json::Value;
use tests::cases::{Outputs, cases, walk};
use tests::workspace::{cargo, files, root, run};

/// The programs that cargo builds for `generated`, by name.
fn programs() -> &'static [(String, PathBuf)] {
    static BUILT: OnceLock<Vec<(String, PathBuf)>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let said = run(cargo()
            .args([
                "build",
                "--quiet",
                "--package",
                "generated",
                "--features",
                "mock",
            ])
            .args([
                "--bins",
                "--examples",
                "--message-format=json-render-diagnostics",
            ]));
        assert_eq!(said.code, Some(0), "{}", said.err);
        let messages = said
            .out
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let built = messages.filter_map(|message| {
            let kind = message["target"]["kind"][0].as_str()?;
            let name = format!("{kind} {}", message["target"]["name"].as_str()?);
            Some((name, PathBuf::from(message["executable"].as_str()?)))
        });
        built.collect()
    })
}

fn program(name: &str) -> Command {
    let found = programs().iter().find(|(known, _)| known == name);
    Command::new(&found.unwrap_or_else(|| panic!("{name} is built")).1)
}

#[test]
fn cases_run() {
    let server = MockServer::start().expect("a server");
    walk("runnable", |case| {
        let mut example = program(&format!("example {}", case.name));
        example
            .env("HUMANLOOP_BASE_URL", server.url())
            .env("HUMANLOOP_API_KEY", "mock-key");
        let said = run(&mut example);
        assert_eq!(
            (said.code, said.err.as_str()),
            (Some(0), ""),
            "{}",
            case.name
        );
        Outputs::from([("stdout.txt".to_owned(), said.out)])
    });
}

#[test]
fn every_example_is_a_case() {
    let found = files(&root().join("generated/examples")).into_iter();
    let found: BTreeSet<_> = found
        .map(|(name, _)| name.trim_end_matches(".rs").to_owned())
        .collect();
    let known: BTreeSet<_> = cases("runnable")
        .into_iter()
        .map(|case| case.name)
        .collect();
    assert_eq!(found, known);
}

/// Without a server to talk to, an example says what to set.
#[test]
fn without_a_base_url_an_example_says_what_to_set() {
    let mut example = program("example answer");
    example
        .env_remove("HUMANLOOP_BASE_URL")
        .env("HUMANLOOP_API_KEY", "mock-key");
    let said = run(&mut example);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("HUMANLOOP_BASE_URL"), "{}", said.err);
}

/// The server of the command line: its first line, its answers, its end with its stdin.
#[test]
fn the_server_says_where_it_listens_and_ends_with_its_stdin() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let mut server = program("bin mock")
        .args(["--port", "0", "--delay=1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut line = String::new();
    let stdout = server.stdout.take().expect("a pipe");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    let address = line
        .strip_prefix("listening on http://")
        .expect("where it listens");
    let address = address
        .strip_suffix("/v4\n")
        .expect("the path of the schema's server");
    let request = tests::wire::request("GET /v4/nowhere HTTP/1.1");
    let answer = tests::wire::exchange(address.parse().expect("an address"), &request);
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
    drop(server.stdin.take());
    assert!(server.wait().expect("it ends").success());
}

#[test]
fn a_wrong_command_line_of_the_server_ends_with_2() {
    for arguments in [&["--port"][..], &["--port", "x"], &["--colour"]] {
        let said = run(program("bin mock").args(arguments));
        assert_eq!(
            (said.code, said.out.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(said.err.starts_with("error: "), "{}", said.err);
    }
    let said = run(program("bin mock").arg("--help"));
    assert_eq!(said.code, Some(0));
    assert!(said.out.contains("x-mock-fault"), "{}", said.out);
}
