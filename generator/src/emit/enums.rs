//! Enums of words and of numbers.

use super::scope::Scope;
use super::{docs, layout, types};
use crate::ir::{Enum, EnumBase, TypeDef};
use std::fmt::Write as _;

/// Writes an enum.
pub(crate) fn write(scope: &mut Scope, def: &TypeDef, shape: &Enum, out: &mut String) {
    let (word, kind, open, copy) = match shape.base {
        EnumBase::Str => ("words", "word", "UnknownWord", ""),
        EnumBase::Int => ("numbers", "number", "UnknownNumber", "Copy, "),
    };
    types::write_docs(scope, def, &[], out);
    let _ = writeln!(
        out,
        "#[derive(Debug, Clone, {copy}PartialEq, Eq, Hash)]\n#[non_exhaustive]\npub enum {} {{",
        def.name
    );
    let mut rows = Vec::new();
    for word in &shape.words {
        let wire = word.name.wire();
        docs::write(
            out,
            "    ",
            &docs::member(
                &word.docs,
                wire,
                &scope.context.variant_fallback(word.name.as_str(), wire),
            ),
        );
        if word.deprecated {
            out.push_str("    #[deprecated]\n");
        }
        let _ = writeln!(out, "    {},", word.name);
        rows.push(match shape.base {
            EnumBase::Str => format!("{} = {}", word.name, layout::literal(wire)),
            EnumBase::Int => format!("{} = {wire}", word.name),
        });
    }
    let names: Vec<_> = shape.words.iter().map(|word| word.name.as_str()).collect();
    let (unknown, open) = (free(&names), scope.runtime(open));
    let _ = writeln!(
        out,
        "    /// A {kind} that this crate does not know.\n    {unknown}({open}),\n}}"
    );
    let name = scope.macro_name(word);
    layout::group(
        out,
        "",
        &format!("{name}! {{ {}, else {unknown} {{", def.name),
        &rows,
        "} }",
    );
}

/// The name of the variant for what is not known: one that no other variant has.
pub(crate) fn free(names: &[&str]) -> String {
    let candidates = ["Unknown", "Other", "Unlisted", "Unrecognized"];
    let free = candidates
        .iter()
        .find(|candidate| !names.contains(candidate));
    free.map_or_else(
        || {
            let mut last = "UnknownValue".to_owned();
            while names.contains(&last.as_str()) {
                last.push('X');
            }
            last
        },
        |name| (*name).to_owned(),
    )
}
