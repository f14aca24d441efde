//! Files of types: a schema and the types that are written inline in it.

mod order;
mod whence;

use super::kept::kept;
use super::scope::{Context, Scope};
use super::{File, docs, enums, layout, markdown, pieces, structs, unions};
use crate::ir::{Api, Item, Overlap, Part, Shape, Tuple, TypeDef, TypeId, Usage};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A file and the types in it.
pub(crate) struct TypesFile<'a> {
    /// The file's stem.
    pub(crate) stem: &'a str,
    /// Its module as source text.
    pub(crate) module: String,
    /// Its types: the schema, then its parts.
    pub(crate) defs: Vec<(TypeId, &'a TypeDef)>,
}

/// The files of types in order of their stems.
pub(crate) fn files(api: &Api) -> Vec<TypesFile<'_>> {
    let mut files: BTreeMap<&str, TypesFile<'_>> = BTreeMap::new();
    for (id, def) in api.types.iter() {
        let file = files.entry(def.file.as_str()).or_insert_with(|| TypesFile {
            stem: def.file.as_str(),
            module: def.file.source(),
            defs: Vec::new(),
        });
        file.defs.push((id, def));
    }
    for file in files.values_mut() {
        file.defs = order::settled(std::mem::take(&mut file.defs));
    }
    files.into_values().collect()
}

/// Writes a file.
pub(crate) fn write(context: &Context, file: &TypesFile) -> File {
    let defs: Vec<_> = file.defs.iter().map(|(_, def)| *def).collect();
    let mut scope = Scope::of_types(context, &defs);
    let mut body = String::new();
    for (index, (id, def)) in file.defs.iter().enumerate() {
        if index > 0 {
            body.push('\n');
        }
        write_type(&mut scope, def, &mut body);
        pieces::write(&mut scope, *id, &mut body);
    }
    let head = format!(
        "//! {} Written by `cargo xtask generate`.\n\n{}",
        module_line(context, file.stem, &defs),
        scope.imports()
    );
    body.insert_str(0, &head);
    File {
        path: format!("types/{}.rs", file.stem),
        text: body,
    }
}

/// What the types of a file are: a schema and its parts, or parts alone, of what the file is called after.
fn module_line(context: &Context, stem: &str, defs: &[&TypeDef]) -> String {
    let place = defs.first().map_or("", |def| def.file.wire());
    let named = markdown::code(place);
    let has_schema = defs.iter().any(|def| is_named(def));
    match (has_schema, context.endpoint_of(stem), defs) {
        (true, _, [_]) => format!("{named} of the schema."),
        (true, ..) => format!("{named} of the schema, and the types that are part of it."),
        (false, Some(endpoint), _) => {
            let id = endpoint.operation_id.as_deref();
            let id = id.map_or(named, markdown::code);
            format!("Types of the operation {id}.")
        }
        (false, None, _) => format!("Types that are part of {named} of the schema."),
    }
}

/// Whether the document has a name for the type: what is written inline has none.
fn is_named(def: &TypeDef) -> bool {
    def.place.pointer.depth() <= 3
}

fn write_type(scope: &mut Scope, def: &TypeDef, out: &mut String) {
    match &def.shape {
        Shape::Struct(shape) => structs::write(scope, def, shape, out),
        Shape::Enum(shape) => enums::write(scope, def, shape, out),
        Shape::Union(shape) => unions::write(scope, def, shape, out),
        Shape::Overlap(shape) => write_overlap(scope, def, shape, out),
        Shape::Tuple(shape) => write_tuple(scope, def, shape, out),
        Shape::Alias(item) => write_alias(scope, def, item, out),
        Shape::Newtype(item) => write_newtype(scope, def, item, out),
    }
}

/// The documentation of a type. Deprecation is told in words: the attribute would warn wherever
/// the type is part of another.
pub(crate) fn write_docs(scope: &Scope, def: &TypeDef, extra: &[String], out: &mut String) {
    let wire = def.name.wire();
    let fallback = match (scope.context.documents_all(), is_named(def)) {
        (true, false) => whence::whence(scope.context, def),
        (false, false) => String::new(),
        (false, true) if docs::is_same(def.name.as_str(), wire) => String::new(),
        (_, true) => format!("{} of the schema.", markdown::code(wire)),
    };
    let mut lines = docs::lines(&def.docs, wire, &fallback);
    if def.deprecated {
        docs::paragraph(&mut lines, "**Deprecated.**");
    }
    for note in extra {
        docs::paragraph(&mut lines, note);
    }
    docs::write(out, "", &lines);
}

/// What every type derives.
pub(crate) const DERIVE: &str = "#[derive(Debug, Clone, PartialEq)]\n";

fn write_alias(scope: &mut Scope, def: &TypeDef, item: &Item, out: &mut String) {
    write_docs(scope, def, &[], out);
    let _ = writeln!(out, "pub type {} = {};", def.name, scope.item(item));
}

fn write_newtype(scope: &mut Scope, def: &TypeDef, item: &Item, out: &mut String) {
    write_docs(scope, def, &[], out);
    let (name, inner) = (&def.name, scope.item(item));
    let newtype = scope.macro_name("newtype");
    let _ = writeln!(
        out,
        "{DERIVE}pub struct {name}(\n    /// The value itself.\n    pub {inner},\n);"
    );
    let _ = writeln!(out, "{newtype}! {{ {name}({inner}) }}");
}

fn write_tuple(scope: &mut Scope, def: &TypeDef, shape: &Tuple, out: &mut String) {
    write_docs(scope, def, &[], out);
    let _ = writeln!(out, "{DERIVE}pub struct {}(", def.name);
    let mut rows = Vec::new();
    for (index, item) in shape.items.iter().enumerate() {
        let _ = writeln!(out, "    /// Item {index}.\n    pub {},", scope.item(item));
        rows.push(format!("item {index}"));
    }
    if let Some(rest) = &shape.rest {
        let ty = scope.item(rest);
        let _ = writeln!(out, "    /// The items that follow.\n    pub Vec<{ty}>,");
        rows.push(format!("rest {}", shape.items.len()));
    }
    out.push_str(");\n");
    let tuple = scope.macro_name("tuple");
    let _ = writeln!(out, "{tuple}! {{ {}({}) }}", def.name, rows.join(", "));
}

fn write_overlap(scope: &mut Scope, def: &TypeDef, shape: &Overlap, out: &mut String) {
    let note = "Each field is set when its shape holds; several may.".to_owned();
    write_docs(scope, def, &[note], out);
    let name = &def.name;
    let derive = if def.usage.request {
        DERIVE.replace(")]", ", Default)]")
    } else {
        DERIVE.to_owned()
    };
    let _ = writeln!(out, "{derive}#[non_exhaustive]\npub struct {name} {{");
    for part in &shape.parts {
        docs::write(
            out,
            "    ",
            &docs::member(&part.docs, part.name.wire(), "One shape of the value."),
        );
        let ty = scope.ty(&part.ty);
        let ty = if part.boxed { format!("Box<{ty}>") } else { ty };
        let _ = writeln!(out, "    pub {}: Option<{ty}>,", part.name);
    }
    out.push_str("}\n");
    let overlap = scope.macro_name("overlap");
    let rows: Vec<_> = shape
        .parts
        .iter()
        .map(|part| part.name.to_string())
        .collect();
    layout::group(out, "", &format!("{overlap}! {{ {name} {{"), &rows, "} }");
    write_overlap_setters(scope, def.usage, name.as_str(), &shape.parts, out);
}

fn write_overlap_setters(
    scope: &mut Scope,
    usage: Usage,
    name: &str,
    parts: &[Part],
    out: &mut String,
) {
    if !usage.request || parts.is_empty() {
        return;
    }
    let setters = scope.macro_name("setters");
    let rows: Vec<_> = parts
        .iter()
        .map(|part| {
            let ty = kept(scope, &part.ty, part.boxed).row();
            let setter = structs::setter_name(part.name.as_str(), &part.name.source());
            let word = if part.boxed { "boxed" } else { "optional" };
            format!("{word} {setter}{ty}")
        })
        .collect();
    let _ = writeln!(out, "\nimpl {name} {{");
    layout::group(out, "    ", &format!("{setters}! {{"), &rows, "}");
    out.push_str("}\n");
}
