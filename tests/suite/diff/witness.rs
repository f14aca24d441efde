//! Values that one side allows and the other refuses: there is one for every limit that moves.

use generator::diff::{Finding, Kind};
use generator::openapi::borders::borders;
use generator::openapi::instances::{fits, instances};
use generator::pointer::Pointer;
use generator::source::{Document, Node, Place, Site};
use tests::cases::cases;

use super::{compare, sides};

/// Whether a kind is about a limit, whose two sides differ in values of one schema.
fn is_limit(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::BoundAdded
            | Kind::BoundRemoved
            | Kind::BoundTightened
            | Kind::BoundLoosened
            | Kind::MultipleAdded
            | Kind::MultipleRemoved
            | Kind::MultipleChanged
    )
}

fn site<'d>(document: &'d Document, near: &Place, pointer: &Pointer) -> Site<'d> {
    let place = Place {
        file: near.file,
        pointer: pointer.clone(),
    };
    let node = document.node(&place).expect("a schema on both sides");
    Site { node, place }
}

/// The schema around the limit that a finding is about.
fn schema(finding: &Finding) -> Pointer {
    let (old, new) = (&finding.old.pointer, &finding.new.pointer);
    let keyword = if old.depth() > new.depth() { old } else { new };
    keyword.parent().expect("a limit stands in a schema")
}

fn witness(from: (&Document, &Site<'_>), to: (&Document, &Site<'_>)) -> Option<Node> {
    let values = instances(from.0, from.1, 48).into_iter();
    let mut values = values.chain(borders(from.0, from.1, to.1));
    values.find(|value| !fits(to.0, to.1, value))
}

#[test]
fn a_limit_that_moves_has_a_value_that_tells() {
    let mut seen = 0;
    for case in cases("diff") {
        let (old, new) = sides(&case);
        for finding in compare(&old, &new).findings {
            if !is_limit(finding.kind) {
                continue;
            }
            let pointer = schema(&finding);
            let one = (&old.document, &site(&old.document, &finding.old, &pointer));
            let two = (&new.document, &site(&new.document, &finding.new, &pointer));
            let found = witness(one, two).or_else(|| witness(two, one));
            assert!(found.is_some(), "{}: {}", case.name, finding.message);
            seen += 1;
        }
    }
    assert!(seen > 5, "only {seen} limits move in all cases");
}
