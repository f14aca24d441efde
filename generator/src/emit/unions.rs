//! Unions: one of several shapes.

use super::scope::{Context, Scope};
use super::{docs, enums, layout, markdown, types};
use crate::ir::{Discriminant, Kinds, Payload, Scalar, Shape, Text, Type, TypeDef, Union, Variant};
use foldhash::HashMap;
use std::fmt::Write as _;

/// Writes a union.
pub(crate) fn write(scope: &mut Scope, def: &TypeDef, shape: &Union, out: &mut String) {
    types::write_docs(scope, def, &[], out);
    let _ = writeln!(
        out,
        "{}#[non_exhaustive]\npub enum {} {{",
        types::DERIVE,
        def.name
    );
    for variant in &shape.variants {
        write_variant(scope, variant, out);
    }
    let names: Vec<_> = shape
        .variants
        .iter()
        .map(|variant| variant.name.as_str())
        .collect();
    let unknown = enums::free(&names);
    let _ = writeln!(
        out,
        "    /// A value of another shape, as it came.\n    {unknown}(serde_json::Value),\n}}"
    );
    write_macro(scope, def, shape, &unknown, out);
}

fn write_variant(scope: &mut Scope, variant: &Variant, out: &mut String) {
    let name = variant.name.wire();
    let fallback = match &variant.payload {
        Payload::Word(word) => scope.context.variant_fallback(variant.name.as_str(), word),
        Payload::Type(ty) if scope.context.documents_all() => fallback(scope, ty),
        // The payload's type stands beside the name.
        Payload::Type(_) => String::new(),
    };
    docs::write(out, "    ", &docs::member(&variant.docs, name, &fallback));
    let _ = match payload(scope, variant) {
        None => writeln!(out, "    {},", variant.name),
        Some(ty) if variant.boxed => writeln!(out, "    {}(Box<{ty}>),", variant.name),
        Some(ty) => writeln!(out, "    {}({ty}),", variant.name),
    };
}

fn payload(scope: &mut Scope, variant: &Variant) -> Option<String> {
    match &variant.payload {
        Payload::Word(_) => None,
        Payload::Type(ty) => Some(scope.ty(ty)),
    }
}

fn fallback(scope: &Scope, ty: &Type) -> String {
    match ty {
        Type::Named(id) => format!(
            "{}.",
            markdown::code(scope.context.api.types.get(*id).name.as_str())
        ),
        Type::Scalar(Scalar::Bool) => "A truth value.".to_owned(),
        Type::Scalar(scalar) if is_number(*scalar) => "A number.".to_owned(),
        Type::Scalar(_) => "A string.".to_owned(),
        Type::List(_) => "A list.".to_owned(),
        Type::Map(_) => "An object.".to_owned(),
        Type::Json => "Any value.".to_owned(),
    }
}

fn is_number(scalar: Scalar) -> bool {
    use Scalar::{F32, F64, I8, I16, I32, I64, I128, U8, U16, U32, U64, U128};
    matches!(
        scalar,
        F32 | F64 | I8 | I16 | I32 | I64 | I128 | U8 | U16 | U32 | U64 | U128
    )
}

fn write_macro(scope: &mut Scope, def: &TypeDef, shape: &Union, unknown: &str, out: &mut String) {
    let union = scope.macro_name("union");
    let mut head = format!("{union}! {{ {}", def.name);
    if let Discriminant::Property(property) = &shape.discriminant {
        let _ = write!(head, " by {}", layout::literal(property));
    }
    let _ = write!(head, ", else {unknown}");
    if let Some(text) = text(scope.context, def, shape) {
        head.push_str(&text);
    }
    let words: Vec<_> = shape.variants.iter().filter_map(word_row).collect();
    let sources = sources(scope, def, shape);
    let rows: Vec<_> = shape
        .variants
        .iter()
        .zip(&sources)
        .filter_map(|(variant, source)| {
            row(
                scope.context,
                variant,
                source.as_deref(),
                &shape.discriminant,
            )
        })
        .collect();
    if words.is_empty() {
        layout::group(out, "", &format!("{head};"), &rows, "}");
    } else {
        layout::group(out, "", &format!("{head}, words {{"), &words, "};");
        layout::fill(out, "    ", &rows);
        out.push_str("}\n");
    }
}

/// What a string makes of a union. One that no request uses is made by reading alone.
fn text(context: &Context, def: &TypeDef, shape: &Union) -> Option<String> {
    if !def.usage.request {
        return None;
    }
    match shape.text(&context.api.types, &context.config.plain)? {
        Text::Unknown => Some(", text".to_owned()),
        Text::Variant(variant) => Some(format!(", text {}", variant.name)),
    }
}

fn word_row(variant: &Variant) -> Option<String> {
    match &variant.payload {
        Payload::Word(word) => Some(format!("{} = {}", variant.name, layout::literal(word))),
        Payload::Type(_) => None,
    }
}

fn row(
    context: &Context,
    variant: &Variant,
    source: Option<&str>,
    discriminant: &Discriminant,
) -> Option<String> {
    if matches!(variant.payload, Payload::Word(_)) {
        return None;
    }
    let mut row = variant.name.to_string();
    if let Some(source) = source {
        let _ = write!(row, "({source})");
    }
    let _ = write!(row, ": {}", kinds(variant.kinds));
    if let (Discriminant::Property(property), [first, ..]) = (discriminant, &variant.tags[..]) {
        let tags: Vec<_> = variant
            .tags
            .iter()
            .map(|tag| layout::literal(tag))
            .collect();
        let _ = write!(row, " = {}", tags.join(" | "));
        if is_untold(context, variant, property) {
            let _ = write!(row, " adds {}", layout::literal(first));
        }
    }
    Some(row)
}

/// Whether the payload is an object that knows nothing of the member that tells variants apart.
fn is_untold(context: &Context, variant: &Variant, property: &str) -> bool {
    let Payload::Type(ty) = &variant.payload else {
        return false;
    };
    let Type::Named(id) = context.resolve(ty) else {
        return false;
    };
    match &context.api.types.get(*id).shape {
        Shape::Struct(shape) => {
            let mut fields = shape.fields.iter().map(|field| field.name.wire());
            let mut constants = shape.constants.iter().map(|constant| &constant.wire);
            fields.all(|wire| wire != property) && constants.all(|wire| wire != property)
        }
        Shape::Enum(_)
        | Shape::Union(_)
        | Shape::Overlap(_)
        | Shape::Tuple(_)
        | Shape::Alias(_)
        | Shape::Newtype(_) => false,
    }
}

fn kinds(kinds: Kinds) -> String {
    let all = [
        (kinds.null, "null"),
        (kinds.boolean, "boolean"),
        (kinds.number, "number"),
        (kinds.string, "string"),
        (kinds.array, "array"),
        (kinds.object, "object"),
    ];
    let named: Vec<_> = all
        .iter()
        .filter(|(has, _)| *has)
        .map(|(_, name)| *name)
        .collect();
    // A variant of no kind at all is never chosen by reading.
    if named.is_empty() {
        "nothing".to_owned()
    } else {
        named.join(" | ")
    }
}

/// What each variant is made from by `From`, strings aside: its payload, where no other variant has the same. A union
/// that no request uses is made by reading alone.
fn sources(scope: &mut Scope, def: &TypeDef, shape: &Union) -> Vec<Option<String>> {
    if !def.usage.request {
        return vec![None; shape.variants.len()];
    }
    let mut counts: HashMap<String, usize> = HashMap::default();
    let keys: Vec<_> = shape
        .variants
        .iter()
        .map(|variant| resolved(scope, variant))
        .collect();
    for key in &keys {
        *counts.entry(key.clone()).or_default() += 1;
    }
    let mut sources = Vec::new();
    for (variant, key) in shape.variants.iter().zip(&keys) {
        // The value of the last variant is no payload of its own.
        let own = key != "serde_json::Value" && key != def.name.as_str();
        let payload = payload(scope, variant).filter(|_| own && counts.get(key) == Some(&1));
        // What a string makes is said of the whole union.
        sources.push(payload.filter(|_| key != "String"));
    }
    sources
}

/// The payload's type behind all aliases, as text that is equal for equal types.
fn resolved(scope: &Scope, variant: &Variant) -> String {
    match &variant.payload {
        Payload::Word(word) => format!("word {word}"),
        Payload::Type(ty) => deep(scope, ty),
    }
}

fn deep(scope: &Scope, ty: &Type) -> String {
    let context = scope.context;
    match context.resolve(ty) {
        Type::Named(id) => context.api.types.get(*id).name.as_str().to_owned(),
        Type::Scalar(scalar) => match context.scalar(*scalar) {
            Scalar::String => "String".to_owned(),
            scalar => format!("{scalar:?}"),
        },
        Type::List(item) => format!("Vec<{}{}>", deep(scope, &item.ty), item.nullable),
        Type::Map(item) => format!("Map<{}{}>", deep(scope, &item.ty), item.nullable),
        Type::Json => "serde_json::Value".to_owned(),
    }
}
