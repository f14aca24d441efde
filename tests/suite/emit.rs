//! Emission: every case of `cases/emit` is a document and the files that come of it.

use generator::emit::{self, Config};
use generator::lower::{self, Options};
use generator::source::{self, LoadOptions};
use tests::cases::{self, Case, Outputs};

/// A case holds `schema.yaml` and the API's files under `expected`.
#[test]
fn cases() {
    cases::walk("emit", |case| {
        let files = files(case);
        assert_eq!(
            files,
            self::files(case),
            "{} comes out differently twice",
            case.name
        );
        files
    });
}

fn files(case: &Case) -> Outputs {
    let path = case.path("schema.yaml");
    let document = source::load(&path, &LoadOptions::default())
        .unwrap_or_else(|report| panic!("{} does not load:\n{report}", case.name));
    let lowered = lower::lower(&document, &Options::default())
        .unwrap_or_else(|report| panic!("{} is refused:\n{report}", case.name));
    emit::emit(&lowered.api, &Config::default())
        .into_iter()
        .map(|file| (format!("expected/{}", file.path), file.text))
        .collect()
}
