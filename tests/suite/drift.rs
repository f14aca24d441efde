//! The schema and `generated/src/api` in step: checked here, spoiled and mended in copies.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use generator::output::{self, Target};
use tests::cases::{self, Case, Outputs};
use tests::workspace::{Said, Scratch, files, root, run, xtask};

const API: &str = "generated/src/api";

#[test]
fn generated_is_up_to_date() {
    let mut command = std::process::Command::new(xtask());
    command.args(["generate", "--check"]).current_dir(root());
    let said = run(&mut command);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
}

/// A case spoils the folder as `spoil.txt` says, one line each: `delete PATH`, `write PATH TEXT`,
/// `append PATH TEXT`, with `.` for the folder itself. It holds what `--check` says of that, and
/// what the run says that mends it.
#[test]
fn cases() {
    cases::walk("drift", |case| {
        let copy = small();
        let folder = copy.path().join(API);
        let before = files(&folder);
        spoil(case, &folder);
        let check = copy.xtask(["generate", "--check"]);
        let mend = copy.xtask(["generate"]);
        let again = copy.xtask(["generate", "--check"]);
        restored(case, &before, &folder, again.code == Some(0));
        Outputs::from([
            ("check.txt".to_owned(), told(&check)),
            ("mend.txt".to_owned(), told(&mend)),
            ("again.txt".to_owned(), told(&again)),
        ])
    });
}

/// Where a folder has to be made and one of its files cannot be written, there is nothing afterwards.
#[test]
fn a_new_folder_is_whole_or_not_there() {
    let scratch = Scratch::new("whole");
    let folder = scratch.path().join("made/crate");
    let write = |names: &[&str]| {
        let plan = names
            .iter()
            .map(|name| ((*name).to_owned(), "text".to_owned()));
        let target = Target {
            root: &folder,
            owned: &["src"],
            ours: &|_, _| false,
        };
        output::write(target, &plan.collect())
    };
    let error = write(&["Cargo.toml", "src/a", "src/a/b"]).expect_err("a file is no folder");
    let place = folder.join("src/a").display().to_string();
    assert!(error.to_string().starts_with(&place), "{error}");
    let made = scratch.path().join("made");
    let left = fs::read_dir(made).expect("the folder above is there");
    assert_eq!(left.count(), 0);

    write(&["Cargo.toml", "src/a", "src/b/c"]).expect("all can be written");
    let names: Vec<_> = files(&folder).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Cargo.toml", "src/a", "src/b/c"]);
    // What a killed run left of a folder goes with the next one.
    fs::create_dir(folder.join("src/.1-0.generating")).expect("a folder can be made");
    fs::write(folder.join("src/.1-0.generating/c"), "te").expect("a file can be written");
    let changes = write(&["Cargo.toml", "src/a", "src/b/c"]).expect("all is there");
    assert_eq!(changes.removed, ["src/.1-0.generating/c"]);
    assert!(!folder.join("src/.1-0.generating").exists());
}

/// A workspace with a schema so small that what is said of it stays short.
fn small() -> Scratch {
    let copy = Scratch::new("drift");
    let schema = copy.path().join("schema");
    fs::create_dir(&schema).expect("a folder can be made");
    let small = root().join("tests/cases/drift/schema.yaml");
    fs::copy(small, schema.join("humanloop-v4.yaml")).expect("a file can be copied");
    let said = copy.xtask(["generate"]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    copy
}

fn spoil(case: &Case, folder: &Path) {
    let words = case.text("spoil.txt").expect("a case says what to spoil");
    for line in words.lines() {
        let mut words = line.splitn(3, ' ');
        let (action, path, text) = (words.next(), words.next(), words.next());
        // The folder itself without the `.` that names it here.
        let path: PathBuf = folder.join(path.expect("a path")).components().collect();
        let text = format!("{}\n", text.unwrap_or_default());
        let done = match action {
            Some("delete") if path.is_dir() => fs::remove_dir_all(path),
            Some("delete") => fs::remove_file(path),
            Some("write") => fs::write(path, text),
            Some("append") => {
                fs::read_to_string(&path).and_then(|old| fs::write(&path, old + &text))
            }
            _ => panic!("{}: {line}", case.name),
        };
        done.unwrap_or_else(|error| panic!("{}: {line}: {error}", case.name));
    }
}

/// Every file of before is there again, byte for byte; where all is well, no other one.
fn restored(case: &Case, before: &[(String, Vec<u8>)], folder: &Path, well: bool) {
    let after = files(folder);
    for (name, bytes) in before {
        let found = after.iter().find(|(path, _)| path == name);
        assert_eq!(
            found.map(|(_, bytes)| bytes),
            Some(bytes),
            "{}: {name}",
            case.name
        );
    }
    assert!(
        !well || after.len() == before.len(),
        "{}: files were left",
        case.name
    );
}

/// Exit code and words, without lengths and times, which differ from day to day and run to run.
fn told(said: &Said) -> String {
    let lines: Vec<&str> = said
        .out
        .lines()
        .chain(said.err.lines())
        .map(timeless)
        .collect();
    format!("exit {}\n{}\n", said.code.unwrap_or(-1), lines.join("\n"))
}

fn timeless(line: &str) -> &str {
    if let Some((head, _)) = line.split_once(" ms (") {
        return head.rsplit_once(", ").map_or(head, |(head, _)| head);
    }
    match line.rsplit_once(" of ") {
        Some((head, lines)) if lines.ends_with(" lines") => head,
        _ => line,
    }
}

#[test]
fn a_second_run_touches_nothing() {
    let copy = Scratch::of_workspace("second-run");
    let folder = copy.path().join(API);
    assert_eq!(copy.xtask(["generate"]).code, Some(0));
    let times = || -> Vec<SystemTime> {
        let found = files(&folder).into_iter();
        let modified = |name: String| fs::metadata(folder.join(name)).and_then(|it| it.modified());
        found
            .map(|(name, _)| modified(name).expect("a file has a time"))
            .collect()
    };
    let before = times();
    assert_eq!(copy.xtask(["generate"]).code, Some(0));
    assert_eq!(times(), before);
}

#[test]
fn a_refused_schema_writes_nothing() {
    let copy = Scratch::of_workspace("refused");
    let schema = copy.path().join("schema/humanloop-v4.yaml");
    let text = fs::read_to_string(&schema).expect("the schema is there");
    let broken = text.replacen("operationId:", "operationID:", 1);
    assert_ne!(text, broken);
    fs::write(&schema, broken).expect("the copy can be written");
    fs::remove_file(copy.path().join(API).join("mod.rs")).expect("there is an index");
    let before = files(copy.path());
    let said = copy.xtask(["generate"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(
        said.err.contains("schema/humanloop-v4.yaml:"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("did you mean `operationId`?"),
        "{}",
        said.err
    );
    assert_eq!(files(copy.path()), before);
}

/// A crate of its own, in a folder of this name.
fn whole_crate(copy: &Scratch, name: &str) -> PathBuf {
    let schema = root().join("tests/cases/drift/schema.yaml");
    let folder = copy.path().join(name);
    let arguments = ["generate".as_ref(), "--schema".as_ref(), schema.as_os_str()];
    let said = copy.xtask(
        arguments
            .into_iter()
            .chain(["--out".as_ref(), folder.as_os_str()]),
    );
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    folder
}

#[test]
fn what_an_owner_says_of_a_crate_stays() {
    let copy = Scratch::new("owner");
    let manifest = whole_crate(&copy, "pets").join("Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a crate has a manifest");
    let owned = text
        .replace(
            "version = \"0.1.0\"\npublish = false\n",
            "version = \"2.1.0\"\nkeywords = [\n    \"pets\",\n]\nlicense = \"MIT\"\n",
        )
        .replace("[workspace]\n", "[lints.rust]\nmissing_docs = \"warn\"\n");
    assert_ne!(text, owned);
    fs::write(&manifest, &owned).expect("the copy can be written");
    whole_crate(&copy, "pets");
    let after = fs::read_to_string(&manifest).expect("a crate has a manifest");
    assert_eq!(after, owned);
}

#[test]
fn a_crate_speaks_of_itself_by_its_own_name() {
    let copy = Scratch::new("own-name");
    let folder = whole_crate(&copy, "sea-charts");
    let mut named = 0;
    for (path, text) in files(&folder) {
        let text = String::from_utf8_lossy(&text);
        assert!(!text.to_lowercase().contains("humanloop"), "{path}");
        named += text.matches("sea_charts::").count();
    }
    assert!(named > 0, "examples name the crate");
}
