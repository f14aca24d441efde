//! The first call of a crate's front page: an endpoint whose arguments can be written out, with values for them.

use crate::emit::layout;
use crate::emit::scope::Context;
use crate::emit::structs;
use crate::ir::{
    self, Body, BodyKind, Docs, Endpoint, Field, Item, Payload, Presence, Reply, Scalar, Shape,
    Struct, Type, TypeDef,
};

/// How deep the values of a request may be built.
const DEEPEST: usize = 3;

/// How long an example of the document may be that stands for a text.
const LONGEST_TEXT: usize = 24;

/// The lines that make a call and print its answer; `None` where no endpoint's arguments are plain enough.
pub(super) fn lines(context: &Context) -> Option<Vec<String>> {
    let simple = |endpoint: &&Endpoint| {
        endpoint.bodies.is_empty() && endpoint.params.iter().all(|param| !param.required)
    };
    let open: Vec<_> = context
        .api
        .endpoints()
        .filter(|endpoint| is_typical(endpoint))
        .collect();
    let first = open
        .iter()
        .copied()
        .find(simple)
        .and_then(|endpoint| call(context, endpoint));
    // Calls with a body are what an API is used for, where none needs nothing.
    first.or_else(|| open.iter().find_map(|endpoint| call(context, endpoint)))
}

fn is_typical(endpoint: &Endpoint) -> bool {
    let answers = matches!(
        endpoint.reply,
        Reply::Json(_) | Reply::Text | Reply::Chosen { .. }
    );
    answers && !endpoint.deprecated
}

fn call(context: &Context, endpoint: &Endpoint) -> Option<Vec<String>> {
    let samples = Samples { context };
    let mut arguments = Vec::new();
    for param in endpoint.params.iter().filter(|param| param.required) {
        arguments.push(samples.looked_at(&param.ty, &param.docs, param.name.wire())?);
    }
    let mut lines = Vec::new();
    if let Some(body) = endpoint.bodies.first() {
        let (request, argument) = samples.request(body)?;
        lines.extend(request);
        arguments.push(argument);
    }
    lines.push(format!(
        "let reply = client.{}({}).await?;",
        endpoint.name,
        arguments.join(", ")
    ));
    lines.push("println!(\"{reply:?}\");".to_owned());
    Some(lines)
}

/// Values as source text.
struct Samples<'c> {
    context: &'c Context<'c>,
}

impl Samples<'_> {
    /// What makes the request, and the argument that gives it.
    fn request(&self, body: &Body) -> Option<(Vec<String>, String)> {
        let given = self.given_body(body);
        // One that may be left out is, where it is not easily made.
        given.or_else(|| (!body.required).then(|| (Vec::new(), "None".to_owned())))
    }

    fn given_body(&self, body: &Body) -> Option<(Vec<String>, String)> {
        match &body.kind {
            BodyKind::Json(Item {
                ty,
                nullable: false,
            })
            | BodyKind::Form(ty, _) => {
                let Type::Named(id) = self.context.resolve(ty) else {
                    return None;
                };
                let def = self.context.api.types.get(*id);
                let Shape::Struct(shape) = &def.shape else {
                    return None;
                };
                let made = self.made(def, shape, 0)?;
                Some((broken(&made), "&request".to_owned()))
            }
            BodyKind::Text => Some((Vec::new(), "\"text\"".to_owned())),
            BodyKind::Json(_) | BodyKind::Multipart(..) | BodyKind::Bytes => None,
        }
    }

    /// A parameter that is only looked at.
    fn looked_at(&self, item: &Item, docs: &Docs, name: &str) -> Option<String> {
        match self.context.resolve(&item.ty) {
            Type::Scalar(_) => self
                .exact(&item.ty, docs, name, DEEPEST)
                .map(|exact| exact.trim_end_matches(".into()").to_owned()),
            Type::Named(_) => {
                let exact = self.exact(&item.ty, docs, name, DEEPEST)?;
                Some(format!("&{exact}"))
            }
            Type::List(_) | Type::Map(_) | Type::Json => None,
        }
    }

    /// A struct by its constructor.
    fn made(&self, def: &TypeDef, shape: &Struct, depth: usize) -> Option<Made> {
        if depth > DEEPEST || !def.usage.request {
            return None;
        }
        let context = self.context;
        let required = shape.required();
        let (types, plain) = (&context.api.types, &context.config.plain);
        if ir::are_arguments(types, plain, &required) {
            let arguments = required.iter().map(|field| self.given(field, depth));
            let arguments = arguments.collect::<Option<_>>()?;
            let head = format!("{}::new(", def.name);
            return Some(Made {
                head,
                arguments,
                tail: ")",
            });
        }
        let fields = required.iter().map(|field| {
            let value = self.field(field, depth)?;
            Some(format!("{}: {value}", field.name))
        });
        let arguments = fields.collect::<Option<_>>()?;
        let head = format!(
            "{}::new({} {{ ",
            def.name,
            structs::required_name(context, def.name.as_str())
        );
        Some(Made {
            head,
            arguments,
            tail: " })",
        })
    }

    /// The argument of a constructor: what converts into the field.
    fn given(&self, field: &Field, depth: usize) -> Option<String> {
        if field.presence == Presence::RequiredNullable {
            return Some("None".to_owned());
        }
        let name = field.name.wire();
        match self.context.resolve(&field.ty) {
            Type::List(item) if !item.nullable => {
                let item = self.exact(&item.ty, &Docs::default(), name, depth)?;
                Some(format!("[{}]", item.trim_end_matches(".into()")))
            }
            _ => {
                let exact = self.exact(&field.ty, &field.docs, name, depth)?;
                Some(exact.trim_end_matches(".into()").to_owned())
            }
        }
    }

    /// The field of a struct of required members.
    fn field(&self, field: &Field, depth: usize) -> Option<String> {
        match field.presence {
            Presence::RequiredNullable => Some("None".to_owned()),
            _ if field.boxed => None,
            _ => self.exact(&field.ty, &field.docs, field.name.wire(), depth),
        }
    }

    /// A value of just this type.
    fn exact(&self, ty: &Type, docs: &Docs, name: &str, depth: usize) -> Option<String> {
        let context = self.context;
        let text = || format!("{}.into()", text(docs, name));
        match context.resolve(ty) {
            Type::Scalar(scalar) => match context.scalar(*scalar) {
                Scalar::String | Scalar::Secret => Some(text()),
                Scalar::Bool => Some("true".to_owned()),
                Scalar::F32 | Scalar::F64 => Some("1.0".to_owned()),
                scalar => scalar.is_integer().then(|| "1".to_owned()),
            },
            Type::List(item) if !item.nullable => {
                let item = self.exact(&item.ty, &Docs::default(), name, depth)?;
                Some(format!("vec![{item}]"))
            }
            Type::Named(id) => {
                let def = context.api.types.get(*id);
                match &def.shape {
                    Shape::Struct(shape) => Some(self.made(def, shape, depth + 1)?.line()),
                    Shape::Enum(shape) => {
                        let word = shape.words.iter().find(|word| !word.deprecated)?;
                        Some(format!("{}::{}", def.name, word.name))
                    }
                    Shape::Union(union)
                        if union.takes_text(&context.api.types, &context.config.plain) =>
                    {
                        Some(text())
                    }
                    Shape::Union(union) => {
                        let first = union.variants.iter().find(|variant| !variant.boxed)?;
                        let Payload::Type(ty) = &first.payload else {
                            return Some(format!("{}::{}", def.name, first.name));
                        };
                        let held = self.exact(ty, &first.docs, name, depth + 1)?;
                        Some(format!("{}::{}({held})", def.name, first.name))
                    }
                    Shape::Overlap(_) | Shape::Tuple(_) | Shape::Alias(_) | Shape::Newtype(_) => {
                        None
                    }
                }
            }
            Type::List(_) | Type::Map(_) | Type::Json => None,
        }
    }
}

/// A text: the document's example where that is short, else the name of what it is for.
fn text(docs: &Docs, name: &str) -> String {
    let example = docs.examples.first().map(|example| &*example.json);
    let example = example.and_then(|json| serde_json::from_str::<String>(json).ok());
    let example = example.filter(|text| text.len() <= LONGEST_TEXT && !text.is_empty());
    layout::literal(&example.unwrap_or_else(|| name.to_owned()))
}

/// A value by its constructor.
struct Made {
    head: String,
    arguments: Vec<String>,
    tail: &'static str,
}

impl Made {
    fn line(&self) -> String {
        format!("{}{}{}", self.head, self.arguments.join(", "), self.tail)
    }
}

/// The statement that makes the request; each argument on a line of its own where they need it.
fn broken(made: &Made) -> Vec<String> {
    let line = format!("let request = {};", made.line());
    if line.len() <= layout::WIDTH - 4 {
        return vec![line];
    }
    let mut lines = vec![format!("let request = {}", made.head.trim_end())];
    lines.extend(
        made.arguments
            .iter()
            .map(|argument| format!("    {argument},")),
    );
    lines.push(format!("{};", made.tail.trim_start()));
    lines
}
