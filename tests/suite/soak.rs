//! A few of the calls that `cargo xtask soak` makes by the thousand, the same ones every time.

use tests::soak;

#[test]
fn every_call_comes_to_what_it_must() {
    let report = soak::run(400, 1, |_| {}).expect("a run");
    assert!(report.is_clean(), "{}", report.text());
}
