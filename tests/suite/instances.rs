//! Values made from schemas: what `survey --prove` and the reports of `diff` try.

use std::fmt::Write as _;

use generator::lower::json_line;
use generator::openapi::instances::{instances, of_family};
use generator::source::{self, LoadOptions, Node, Site};
use tests::cases::{Outputs, walk};

/// How many values are made of each schema.
const VALUES: u64 = 8;

/// A case is a document, and the values of its components: of each alone, and of what a reference to it stands for.
#[test]
fn cases() {
    walk("instances", |case| {
        let document = source::load(&case.path("schema.yaml"), &LoadOptions::default());
        let document = document.unwrap_or_else(|report| panic!("{}:\n{report}", case.name));
        let schemas = document.root().get("components");
        let schemas = schemas.and_then(|it| it.get("schemas"));
        let mut text = String::new();
        for (name, site) in schemas.iter().flat_map(Site::members) {
            let alone = instances(&document, &site, VALUES);
            list(&mut text, name, &alone);
            let family = of_family(&document, &site, VALUES);
            if family != alone {
                list(&mut text, &format!("{name} by reference"), &family);
            }
        }
        Outputs::from([("values.txt".to_owned(), text)])
    });
}

fn list(out: &mut String, name: &str, values: &[Node]) {
    let _ = writeln!(out, "{name}");
    for value in values {
        let _ = writeln!(out, "  {}", json_line(value));
    }
}
