//! Crates of their own: what of the runtime goes into one, and that a formatter would leave it so.

use std::process::Command;

use tests::cases::{Outputs, walk};
use tests::workspace::{Scratch, run};

/// A case is a document; the root of its crate, the files beside it, and the settings of its client are kept.
#[test]
fn cases() {
    walk("standalone", |case| {
        let scratch = Scratch::new("standalone");
        let schema = case.path("schema.yaml").display().to_string();
        let said = scratch.xtask([
            "generate", "--schema", &schema, "--out", "it", "--name", "it",
        ]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        let folder = scratch.path().join("it/src");
        let formatted = run(Command::new("rustfmt")
            .args(["--edition", "2024", "--check", "lib.rs"])
            .current_dir(&folder));
        assert_eq!(formatted.code, Some(0), "{}", formatted.out);
        let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("a file");
        let files = tests::workspace::files(&folder).into_iter();
        let files = files.map(|(path, _)| path.replace('\\', "/"));
        let files = files.filter(|path| !path.starts_with("api/"));
        let client = read("client.rs");
        let settings = client.split("struct Settings {\n").nth(1);
        let settings = settings.and_then(|rest| rest.split("}\n").next());
        Outputs::from([
            ("expected/lib.rs".to_owned(), read("lib.rs")),
            (
                "expected/files.txt".to_owned(),
                files.map(|path| path + "\n").collect(),
            ),
            (
                "expected/settings.txt".to_owned(),
                settings.expect("its settings").to_owned(),
            ),
        ])
    });
}
