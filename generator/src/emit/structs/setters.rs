//! Setters: which names they take, and the rows of their macro.

use crate::emit::kept::kept;
use crate::emit::layout;
use crate::emit::scope::Scope;
use crate::ir::{Field, Presence, Struct};

/// Names of methods that a setter may not take.
const TAKEN: [&str; 15] = [
    "borrow",
    "clone",
    "clone_from",
    "default",
    "eq",
    "fmt",
    "from",
    "into",
    "ne",
    "new",
    "to_owned",
    "try_from",
    "try_into",
    "type_id",
    "write_with_tag",
];

/// The setter of a field: its name, and the field's where the two differ or the name is a raw one.
pub(crate) fn setter_name(name: &str, source: &str) -> String {
    if TAKEN.contains(&name) {
        format!("{name}_ = {source}")
    } else if source != name {
        format!("{source} as {name}")
    } else {
        source.to_owned()
    }
}

/// Writes the setters of the fields that may be left unset, and of the members beyond.
pub(super) fn write(scope: &mut Scope, shape: &Struct, out: &mut String) {
    let fields: Vec<_> = shape
        .fields
        .iter()
        .filter(|field| field.has_setter())
        .collect();
    if fields.is_empty() && shape.rest.is_none() {
        return;
    }
    let setters = scope.macro_name("setters");
    let mut rows: Vec<_> = fields
        .iter()
        .flat_map(|field| setter_rows(scope, shape, field))
        .collect();
    if let Some(rest) = &shape.rest {
        let setter = setter_name(rest.name.as_str(), &rest.name.source());
        let (map, ty) = (scope.map(), scope.item(&rest.item));
        rows.push(format!("plain {setter}: impl Into<{map}<String, {ty}>>"));
    }
    out.push('\n');
    layout::group(out, "    ", &format!("{setters}! {{"), &rows, "}");
}

/// The setter of a field's null: a name that no field has.
pub(crate) fn null_setter(shape: &Struct, field: &Field) -> String {
    // Two underscores in a row are no snake case.
    let mut null = format!("{}_null", field.name.as_str().trim_end_matches('_'));
    while shape.fields.iter().any(|other| other.name.as_str() == null) {
        null.push('_');
    }
    null
}

fn setter_rows(scope: &mut Scope, shape: &Struct, field: &Field) -> Vec<String> {
    let name = field.name.as_str();
    let setter = setter_name(name, &field.name.source());
    let ty = kept(scope, &field.ty, field.boxed).row();
    let deprecated = if field.deprecated {
        "#[deprecated] "
    } else {
        ""
    };
    let word = match (field.presence, field.boxed) {
        (Presence::OptionalNullable, false) => "maybe",
        (Presence::OptionalNullable, true) => "maybe_boxed",
        (Presence::OrEmpty, _) => "plain",
        (_, false) => "optional",
        (_, true) => "boxed",
    };
    let mut rows = vec![format!("{deprecated}{word} {setter}{ty}")];
    if field.presence == Presence::OptionalNullable {
        let null = null_setter(shape, field);
        let source = field.name.source();
        let plain = if source == name {
            String::new()
        } else {
            format!(" as {name}")
        };
        rows.push(format!("{deprecated}null {null}{plain} = {source}"));
    }
    rows
}
