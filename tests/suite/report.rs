//! `generate --report`: what it lists of a document.

use tests::cases::{Outputs, walk};
use tests::workspace::Scratch;

/// A case is a document and what is said of it.
#[test]
fn cases() {
    walk("report", |case| {
        let here = Scratch::new("report");
        let schema = case.path("schema.yaml").display().to_string();
        let said = here.xtask([
            "generate", "--schema", &schema, "--out", "crate", "--report",
        ]);
        assert_eq!(said.code, Some(0), "{}", said.err);
        let text = case.portable(&format!("{}{}", said.err, said.out));
        Outputs::from([("report.txt".to_owned(), text)])
    });
}
