//! Examples against their schemas: every case of `cases/examples` is a document and what is said of it.

use generator::diagnostic::Severity;
use generator::openapi::check_examples;
use generator::source::{self, LoadOptions};
use tests::cases::{self, Outputs};

/// A case holds `schema.yaml`, and `report.txt` unless all its examples fit.
#[test]
fn cases() {
    cases::walk("examples", |case| {
        let document = source::load(&case.path("schema.yaml"), &LoadOptions::default());
        let document = document.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        let report = check_examples(&document, Severity::Error);
        let text = case.portable(&report.render(&document));
        Outputs::from([("report.txt".to_owned(), text)])
    });
}
