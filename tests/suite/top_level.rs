//! What stands at the top of the workspace is what newcomers see: it is fixed.

use std::collections::BTreeSet;
use std::fs;

use tests::workspace::root;

const VISIBLE: [&str; 10] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "generated",
    "generator",
    "schema",
    "tests",
    "xtask",
];

#[test]
fn nothing_else_is_visible_at_the_top() {
    let entries = fs::read_dir(root()).expect("the workspace can be read");
    let names: BTreeSet<String> = entries
        .map(|entry| entry.expect("the workspace can be read"))
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !name.starts_with('.') && name != "target")
        .collect();
    assert_eq!(names, BTreeSet::from(VISIBLE.map(str::to_owned)));
}

#[test]
fn a_folder_holds_the_package_of_its_name() {
    for name in ["generated", "generator", "tests", "xtask"] {
        let manifest = root().join(name).join("Cargo.toml");
        let text = fs::read_to_string(&manifest).expect("a member has a manifest");
        assert!(
            text.contains(&format!("[package]\nname = \"{name}\"\n")),
            "{name}"
        );
        assert!(text.contains("publish.workspace = true\n"), "{name}");
        assert!(text.contains("[lints]\nworkspace = true\n"), "{name}");
    }
}
