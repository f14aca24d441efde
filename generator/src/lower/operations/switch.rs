//! What `x-stream` says, held against the types it speaks of: the switch, the count, the pieces.

use super::fault::place_of;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    BodyKind, Endpoint, Enum, EnumBase, Field, FieldName, Payload, Pieces, Reply, Scalar, Shape,
    StreamHalf, Struct, Switch, Type, TypeId,
};
use crate::lower::context::Context;
use crate::lower::finish::shift_rules;
use crate::nearest::nearest;
use crate::source::Site;
use foldhash::HashMap;

/// The members that were taken out of request types, by type and wire name.
type Taken = HashMap<(TypeId, String), Field>;

/// Takes the switches out of the request types, and finds what the accumulators need.
pub(super) fn settle(cx: &mut Context<'_>, endpoints: &mut [Endpoint]) {
    let mut taken = Taken::default();
    for endpoint in &mut *endpoints {
        let Some(node) = cx.document.node(&endpoint.place) else {
            continue;
        };
        let site = Site {
            node,
            place: endpoint.place.clone(),
        };
        let bodies = json_bodies(endpoint);
        unsaid(cx, &site, endpoint, &bodies);
        if let Reply::Stream(half) | Reply::Chosen { stream: half, .. } = &mut endpoint.reply {
            stream(cx, &site, &bodies, half, &mut taken);
        }
    }
    shared(cx, endpoints, &taken);
}

/// Warns where an endpoint answers whole or as a stream, a member of its body may be what chooses, and
/// nothing says so: nothing is inferred from a member's name.
fn unsaid(cx: &mut Context<'_>, site: &Site<'_>, endpoint: &Endpoint, bodies: &[Type]) {
    let stream = match &endpoint.reply {
        Reply::Chosen { stream, .. } => stream,
        Reply::Json(_) => return undescribed(cx, site, bodies),
        _ => return,
    };
    if stream.switch != Switch::Accept || site.get("x-stream").is_some() {
        return;
    }
    let fields = bodies.iter().flat_map(|body| holders(cx, body));
    let fields = fields.flat_map(|id| match &cx.types.get(id).shape {
        Shape::Struct(shape) => &shape.fields[..],
        _ => &[],
    });
    let mut names: Vec<_> = fields
        .filter(|field| is_boolean(cx, field))
        .map(|field| format!("`{}`", field.name.wire()))
        .collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return;
    }
    let message = format!(
        "the answer is whole or a stream, and nothing says whether a member of the body chooses ({})",
        names.join(", ")
    );
    let warning = Diagnostic::warning(Code::NoSwitch, site.place.clone(), message).at_key();
    cx.report.push(warning.help(
        "name it, by an overlay if need be: `x-stream: { switch: MEMBER }`; or say by `x-stream: {}` that the \
         `Accept` header is enough; until then the stream half sends the body as it is given",
    ));
}

/// Tells that a body may ask for a stream of which no answer is described.
fn undescribed(cx: &mut Context<'_>, site: &Site<'_>, bodies: &[Type]) {
    let mut holders = bodies.iter().flat_map(|body| holders(cx, body));
    let asks = |id| field(cx, id, "stream").is_some_and(|field| is_boolean(cx, field));
    if holders.any(asks) {
        let message =
            "the body may ask for a stream by its member `stream`, and no stream is described";
        let note = Diagnostic::note(Code::NoSwitch, site.place.clone(), message).at_key();
        cx.report.push(note.help(
            "describe what comes as an answer of `text/event-stream`, by an overlay if need be; until then \
             a stream is an error that says so",
        ));
    }
}

fn stream<'d>(
    cx: &mut Context<'d>,
    site: &Site<'d>,
    bodies: &[Type],
    half: &mut StreamHalf,
    taken: &mut Taken,
) {
    if let Switch::BodyFlag(name) = half.switch.clone() {
        match take(cx, site, bodies, &name, taken) {
            Some(field) => half.switch_default = field.default,
            None => half.switch = Switch::Accept,
        }
    }
    let Some(wish) = site.get("x-stream") else {
        return;
    };
    half.count = count(cx, &wish, bodies);
    half.pieces = pieces(cx, &wish, &half.event.ty);
}

fn json_bodies(endpoint: &Endpoint) -> Vec<Type> {
    endpoint
        .bodies
        .iter()
        .filter_map(|body| match &body.kind {
            BodyKind::Json(item) => Some(item.ty.clone()),
            BodyKind::Form(..) | BodyKind::Multipart(..) | BodyKind::Text | BodyKind::Bytes => None,
        })
        .collect()
}

/// Takes the switch `name` out of every request type of the endpoint, and gives what it was.
fn take<'d>(
    cx: &mut Context<'d>,
    site: &Site<'d>,
    bodies: &[Type],
    name: &str,
    taken: &mut Taken,
) -> Option<Field> {
    let holders: Vec<TypeId> = bodies.iter().flat_map(|ty| holders(cx, ty)).collect();
    let switches: Vec<(TypeId, Field)> = holders
        .iter()
        .filter_map(|id| {
            let known = taken.get(&(*id, name.to_owned()));
            Some((*id, known.or_else(|| field(cx, *id, name))?.clone()))
        })
        .collect();
    if let Some((_, other)) = switches.iter().find(|(_, field)| !is_boolean(cx, field)) {
        not_boolean(cx, site, name, other);
        return None;
    }
    let Some((_, first)) = switches.first().cloned() else {
        let names: Vec<String> = holders.iter().flat_map(|id| names(cx, *id)).collect();
        no_switch(cx, site, name, bodies, &names);
        return None;
    };
    for (id, field) in switches {
        remove(cx, id, name);
        taken.insert((id, name.to_owned()), field);
    }
    Some(first)
}

fn is_boolean(cx: &Context<'_>, field: &Field) -> bool {
    cx.unalias(&field.ty) == Type::Scalar(Scalar::Bool)
}

/// Where the switch is named: an error in our own extension, a warning in somebody else's.
fn complain<'d>(cx: &mut Context<'d>, site: &Site<'d>, message: String) -> Diagnostic {
    if let Some(wish) = site.get("x-stream") {
        return Diagnostic::error(Code::Stream, place_of(&wish, "switch"), message);
    }

    let place = site.get("x-fern-streaming").map_or_else(
        || site.place.clone(),
        |wish| place_of(&wish, "stream-condition"),
    );
    super::fault::fault(cx, Code::Stream, &place, message)
}

fn not_boolean<'d>(cx: &mut Context<'d>, site: &Site<'d>, name: &str, field: &Field) {
    let message = format!("the switch `{name}` is not a boolean");
    let finding = complain(cx, site, message)
        .related_key(field.place.clone(), "it is declared here")
        .help("name a member of `type: boolean`, which says whether the answer is a stream");
    cx.report.push(finding);
}

fn no_switch<'d>(
    cx: &mut Context<'d>,
    site: &Site<'d>,
    name: &str,
    bodies: &[Type],
    names: &[String],
) {
    let (message, help) = if bodies.is_empty() {
        (
            format!("the operation has no JSON body that could hold the switch `{name}`"),
            Some("leave out `switch`: then the stream is chosen by the `Accept` header".to_owned()),
        )
    } else {
        let near = nearest(name, names.iter().map(String::as_str));
        (
            format!("the request has no member `{name}`"),
            near.map(|near| format!("did you mean `{near}`?")),
        )
    };
    let finding = complain(cx, site, message).maybe_help(help);
    cx.report.push(finding);
}

fn remove(cx: &mut Context<'_>, id: TypeId, name: &str) {
    if let Shape::Struct(shape) = &mut cx.types.get_mut(id).shape
        && let Some(index) = shape
            .fields
            .iter()
            .position(|field| field.name.wire() == name)
    {
        shape.fields.remove(index);
        shift_rules(shape, index);
    }
}

fn field<'c>(cx: &'c Context<'_>, id: TypeId, name: &str) -> Option<&'c Field> {
    structure(cx, id)?
        .fields
        .iter()
        .find(|field| field.name.wire() == name)
}

fn names(cx: &Context<'_>, id: TypeId) -> Vec<String> {
    let fields = structure(cx, id).map(|shape| &shape.fields);
    fields
        .into_iter()
        .flatten()
        .map(|field| field.name.wire().to_owned())
        .collect()
}

fn structure<'c>(cx: &'c Context<'_>, id: TypeId) -> Option<&'c Struct> {
    match &cx.types.get(id).shape {
        Shape::Struct(shape) => Some(shape),
        _ => None,
    }
}

/// The structs that a value of `ty` is, through aliases and unions.
fn holders(cx: &Context<'_>, ty: &Type) -> Vec<TypeId> {
    let mut out = Vec::new();
    let mut seen = Vec::new();
    let mut open = vec![ty.clone()];
    while let Some(ty) = open.pop() {
        let Type::Named(id) = ty else { continue };
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        match &cx.types.get(id).shape {
            Shape::Struct(_) => out.push(id),
            Shape::Alias(item) | Shape::Newtype(item) => open.push(item.ty.clone()),
            Shape::Overlap(overlap) => {
                open.extend(overlap.parts.iter().map(|part| part.ty.clone()));
            }
            Shape::Union(union) => {
                open.extend(
                    union
                        .variants
                        .iter()
                        .filter_map(|variant| match &variant.payload {
                            Payload::Type(ty) => Some(ty.clone()),
                            Payload::Word(_) => None,
                        }),
                );
            }
            Shape::Enum(_) | Shape::Tuple(_) => {}
        }
    }
    out
}

/// `count`: an integer member of the request.
fn count<'d>(cx: &mut Context<'d>, wish: &Site<'d>, bodies: &[Type]) -> Option<String> {
    let site = wish.get("count")?;
    let name = site.node.as_str()?;
    let holders: Vec<TypeId> = bodies.iter().flat_map(|ty| holders(cx, ty)).collect();
    let Some(id) = holders.iter().find(|id| field(cx, **id, name).is_some()) else {
        let names: Vec<String> = holders.iter().flat_map(|id| names(cx, *id)).collect();
        missing(cx, &site, "the request", name, &names);
        return None;
    };
    member(cx, *id, &site, "an integer", is_integer).map(|_| name.to_owned())
}

/// `samples`, `key`, `text` and `finish`, which come together or not at all.
fn pieces<'d>(cx: &mut Context<'d>, wish: &Site<'d>, event: &Type) -> Option<Pieces> {
    let words = ["samples", "key", "text", "finish"];
    if words.iter().all(|word| wish.get(word).is_none()) {
        return None;
    }
    if let Some(word) = words.iter().find(|word| wish.get(word).is_none()) {
        let message = format!("`x-stream` has no `{word}`, though it says where pieces are");
        let help = "write `samples`, `key`, `text` and `finish` together, or none of them";
        cx.report.push(
            Diagnostic::error(Code::Stream, wish.place.clone(), message)
                .at_key()
                .help(help),
        );
        return None;
    }
    let Type::Named(event) = cx.unalias(event) else {
        return no_members(cx, &wish.get("samples")?, "an event");
    };
    let samples = member(
        cx,
        event,
        &wish.get("samples")?,
        "a list of objects",
        is_list,
    )?;
    let list = field(cx, event, samples.wire()).map(|field| field.ty.clone())?;
    let Type::List(item) = cx.unalias(&list) else {
        return None;
    };
    let Type::Named(piece) = cx.unalias(&item.ty) else {
        return no_members(cx, &wish.get("samples")?, "an element of the list");
    };
    let key = member(cx, piece, &wish.get("key")?, "an integer", is_integer);
    let text = member(cx, piece, &wish.get("text")?, "a string", is_string);
    let finish = member(cx, piece, &wish.get("finish")?, "a string", is_word);
    Some(Pieces {
        samples,
        piece,
        key: key?,
        text: text?,
        finish: finish?,
    })
}

/// The member that `site` names, if the type has it and it is of the kind that is `wanted`.
fn member<'d>(
    cx: &mut Context<'d>,
    id: TypeId,
    site: &Site<'d>,
    wanted: &str,
    is: fn(&Context<'d>, &Type) -> bool,
) -> Option<FieldName> {
    let name = site.node.as_str()?;
    if structure(cx, id).is_none() {
        return no_members(cx, site, "this");
    }
    let Some(found) = field(cx, id, name).cloned() else {
        let owner = format!("`{}`", cx.types.get(id).name.wire());
        let names = names(cx, id);
        missing(cx, site, &owner, name, &names);
        return None;
    };
    let ty = cx.unalias(&found.ty);
    if !is(cx, &ty) {
        let message = format!("`{name}` is not {wanted}");
        let error = Diagnostic::error(Code::Stream, site.place.clone(), message)
            .related_key(found.place.clone(), "it is declared here");
        cx.report.push(error);
        return None;
    }
    Some(found.name)
}

fn no_members<'d, T>(cx: &mut Context<'d>, site: &Site<'d>, what: &str) -> Option<T> {
    let message = format!("{what} is no object with members that could be named");
    cx.report
        .push(Diagnostic::error(Code::Stream, site.place.clone(), message));
    None
}

fn missing<'d>(cx: &mut Context<'d>, site: &Site<'d>, owner: &str, name: &str, names: &[String]) {
    let message = format!("{owner} has no member `{name}`");
    let near = nearest(name, names.iter().map(String::as_str));
    let help = near.map(|near| format!("did you mean `{near}`?"));
    cx.report
        .push(Diagnostic::error(Code::Stream, site.place.clone(), message).maybe_help(help));
}

fn is_integer(_: &Context<'_>, ty: &Type) -> bool {
    use Scalar::{I8, I16, I32, I64, U8, U16, U32, U64};
    matches!(
        ty,
        Type::Scalar(I8 | I16 | I32 | I64 | U8 | U16 | U32 | U64)
    )
}

fn is_string(_: &Context<'_>, ty: &Type) -> bool {
    matches!(ty, Type::Scalar(Scalar::String))
}

fn is_word(cx: &Context<'_>, ty: &Type) -> bool {
    is_string(cx, ty)
        || matches!(ty, Type::Named(id)
            if matches!(cx.types.get(*id).shape, Shape::Enum(Enum { base: EnumBase::Str, .. })))
}

fn is_list(_: &Context<'_>, ty: &Type) -> bool {
    matches!(ty, Type::List(_))
}

/// Warns where a type that lost its switch is used by somebody who may want to send it.
fn shared(cx: &mut Context<'_>, endpoints: &[Endpoint], taken: &Taken) {
    let mut findings = Vec::new();
    for endpoint in endpoints {
        let own = endpoint.stream().and_then(|half| match &half.switch {
            Switch::BodyFlag(name) => Some(name.as_str()),
            Switch::Accept => None,
        });
        let ids: Vec<TypeId> = json_bodies(endpoint)
            .iter()
            .flat_map(|ty| holders(cx, ty))
            .collect();
        for ((id, name), _) in taken.iter().filter(|((id, _), _)| ids.contains(id)) {
            if own != Some(name) {
                findings.push((endpoint.place.clone(), *id, name.clone()));
            }
        }
    }
    for (_, def) in cx.types.iter() {
        let Shape::Struct(shape) = &def.shape else {
            continue;
        };
        for field in &shape.fields {
            field.ty.ids(&mut |id| {
                for (_, name) in taken.keys().filter(|(other, _)| *other == id) {
                    findings.push((field.place.clone(), id, name.clone()));
                }
            });
        }
    }
    for (place, id, name) in findings {
        let message = format!(
            "`{}` is used here too, without its member `{name}`, which chooses a stream elsewhere",
            cx.types.get(id).name.wire()
        );
        let warning = Diagnostic::warning(Code::SharedSwitch, place, message).at_key();
        cx.report
            .push(warning.help("give one of the two a schema of its own"));
    }
}
