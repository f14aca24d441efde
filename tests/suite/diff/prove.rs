//! The compiler agrees with the verdict for callers: a sample of the cases, each compiled.

use std::process::Command;

use tests::cases::cases;
use tests::workspace::{root, xtask};

/// Something new, code that has to change, and code that compiles and meets something else.
const SAMPLE: [&str; 3] = [
    "property-added",
    "constructor-changed",
    "success-status-changed",
];

#[test]
fn the_compiler_agrees_with_the_verdict_for_callers() {
    let cases = cases("diff");
    for name in SAMPLE {
        let case = cases.iter().find(|case| case.name == name);
        let case = case.unwrap_or_else(|| panic!("no case is called `{name}`"));
        let output = Command::new(xtask())
            .current_dir(root())
            .arg("diff")
            .args([case.path("old.yaml"), case.path("new.yaml")])
            .arg("--prove")
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {said}");
        assert!(said.contains("proved: code for OLD"), "{name}: {said}");
        // A required member that is new refuses what was sent without it.
        let breaks = name == "constructor-changed";
        assert_eq!(said.contains("NEW refuses it"), breaks, "{name}: {said}");
    }
}
