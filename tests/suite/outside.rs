//! Crates outside of the workspace: one that builds and runs, one of many modules that must not compile.
//!
//! They depend on `generated` by the line of its README, with a path in place of the repository, and share one
//! folder of compiled dependencies.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;
use tests::cases::cases;
use tests::workspace::{Scratch, extra_target, root, run};

/// The line of the README that adds the crate, with a path.
fn dependency() -> String {
    let readme = fs::read_to_string(root().join("generated/README.md")).expect("there is a README");
    let mut lines = readme.lines();
    let line = lines
        .find(|line| line.starts_with("humanloop = {"))
        .expect("it says how to depend on the crate");
    let (before, rest) = line.split_once("git = \"").expect("a repository");
    let (_, after) = rest.split_once('"').expect("the end of its address");
    // TOML takes Windows' paths only in literal strings.
    format!(
        "{before}path = '{}'{after}",
        root().join("generated").display()
    )
}

/// A package around one file; the lock of the workspace keeps its dependencies the same.
fn package(name: &str, files: &[(String, String)]) -> Scratch {
    let folder = Scratch::new(name);
    let dependency = dependency().replacen(" }", ", features = [\"mock\"] }", 1);
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
         [dependencies]\n{dependency}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n"
    );
    fs::create_dir(folder.path().join("src")).expect("a folder");
    fs::write(folder.path().join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root().join("Cargo.lock"), folder.path().join("Cargo.lock"))
        .expect("the lock is there");
    for (path, text) in files {
        fs::write(folder.path().join("src").join(path), text).expect("a source file");
    }
    folder
}

fn cargo(folder: &Scratch, command: &str) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args([command, "--quiet", "--offline"])
        .current_dir(folder.path());
    cargo.env("CARGO_TARGET_DIR", extra_target());
    cargo
}

#[test]
fn a_crate_outside_of_the_workspace_builds_and_runs() {
    let main = root().join("tests/cases/outside/program/main.rs");
    let text = fs::read_to_string(main).expect("the program is there");
    let folder = package("outside", &[("main.rs".to_owned(), text)]);
    let said = run(&mut cargo(&folder, "run"));
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(said.out, "It works outside, too.\n");
}

/// A case is a module with `//~ CODE` on each line that must not compile.
#[test]
fn what_must_not_compile_does_not() {
    let mut files = Vec::new();
    let mut wanted = BTreeSet::new();
    for case in cases("compile") {
        let name = case.name.replace('-', "_");
        let text = case.text("code.rs").expect("a case has code");
        for (number, line) in (1_u64..).zip(text.lines()) {
            if let Some((_, code)) = line.split_once("//~ ") {
                wanted.insert((format!("src/{name}.rs"), number, code.to_owned()));
            }
        }
        files.push((format!("{name}.rs"), text));
    }
    let modules = files
        .iter()
        .map(|(path, _)| format!("pub mod {};\n", path.trim_end_matches(".rs")));
    let modules: String = modules.collect();
    files.push(("lib.rs".to_owned(), modules));
    let folder = package("compile", &files);
    let said = run(cargo(&folder, "check").arg("--message-format=json"));
    assert_eq!(errors(&said.out), wanted, "{}", said.err);
}

/// File, line and code of each error.
fn errors(messages: &str) -> BTreeSet<(String, u64, String)> {
    let messages = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let errors = messages.filter_map(|line| {
        let message = line
            .get("message")
            .filter(|message| message["level"] == "error")?;
        let code = message["code"]["code"].as_str()?.to_owned();
        let spans = message["spans"].as_array()?;
        let span = spans.iter().find(|span| span["is_primary"] == true)?;
        let file = span["file_name"].as_str()?.replace('\\', "/");
        Some((file, span["line_start"].as_u64()?, code))
    });
    errors.collect()
}
