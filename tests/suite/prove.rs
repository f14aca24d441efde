//! `survey --prove` over documents of our own: what it tries passes, and it tries all of it.

use tests::cases::{Outputs, walk};
use tests::workspace::{Scratch, extra_target, root};

/// A case is a document; its answers over loopback are counted, and what is lost or cannot be called is listed.
#[test]
fn cases() {
    walk("prove", |case| {
        let scratch = Scratch::new("prove");
        // The crates have the versions of the workspace, which are compiled already.
        std::fs::copy(root().join("Cargo.lock"), scratch.path().join("Cargo.lock"))
            .expect("a file can be copied");
        let folder = case.folder.display().to_string();
        let target = extra_target().display().to_string();
        let arguments = ["survey", &folder, "--prove", "--target-dir", &target];
        let said = scratch.xtask(arguments);
        let crates = scratch.path().join("target/survey/crates");
        let list = |name: &str| {
            let path = crates.join("survey-schema-yaml").join(name);
            std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{error}: {}", said.err))
        };
        assert_eq!(said.code, Some(0), "{}", list("losses.txt"));
        Outputs::from([(
            "proof.txt".to_owned(),
            format!("{}{}{}", said.err, list("losses.txt"), list("uncalled.txt")),
        )])
    });
}
