//! Names of methods: after the operation's id, else after its verb and path.

use super::fault::{fault, meanwhile, place_of};
use super::find::Found;
use crate::diagnostic::Code;
use crate::ir::{Endpoint, MethodName, Reply, reserved};
use crate::lower::context::Context;
use crate::lower::names::distinct;
use foldhash::{HashMap, HashSet};
use std::collections::BTreeMap;

/// The method of each operation, all distinct.
///
/// An id that falls on the name of another one names neither: both are called
/// after verb and path, so that a name never depends on which comes first.
pub(super) fn names<'d>(cx: &mut Context<'d>, found: &[Found<'d>]) -> Vec<MethodName> {
    duplicate_ids(cx, found);
    let of_ids: Vec<Option<MethodName>> = found.iter().map(|one| one.id().map(of_id)).collect();
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, name) in of_ids.iter().enumerate() {
        if let Some(name) = name {
            by_id.entry(name.as_str()).or_default().push(index);
        }
    }
    by_id.retain(|_, users| users.len() == 1);
    let mut taken: Vec<&str> = by_id.keys().copied().collect();
    taken.extend(reserved::CLIENT);
    let own: HashSet<usize> = by_id.values().flatten().copied().collect();
    let others: Vec<usize> = (0..found.len())
        .filter(|index| !own.contains(index))
        .collect();
    let mut names: Vec<MethodName> = others.iter().map(|index| of_path(&found[*index])).collect();
    distinct(&mut names, "_", &taken);
    let mut derived: HashMap<usize, MethodName> = others.into_iter().zip(names).collect();
    of_ids
        .into_iter()
        .enumerate()
        .map(|(index, of_id)| derived.remove(&index).or(of_id))
        .map(|name| name.unwrap_or_else(|| self::of_id("")))
        .collect()
}

fn of_id(id: &str) -> MethodName {
    unreserved(MethodName::new(id))
}

fn unreserved(name: MethodName) -> MethodName {
    if reserved::CLIENT.contains(&name.as_str()) {
        name.suffixed("_")
    } else {
        name
    }
}

/// `GET /pets/{petId}` is `get_pets_by_pet_id`.
fn of_path(found: &Found<'_>) -> MethodName {
    let verb = format!("{:?}", found.verb).to_lowercase();
    if found.path == "/" {
        return MethodName::new(&format!("{verb} root"));
    }
    let mut words = format!("{verb} ");
    let mut after_name = false;
    for segment in found.path.split('/').skip(1) {
        words.push('/');
        let join = if after_name { "and {" } else { "by {" };
        words.push_str(&segment.replace('{', join));
        after_name = segment.ends_with('}');
    }
    MethodName::new(&words)
}

/// Operations that give themselves one id.
fn duplicate_ids<'d>(cx: &mut Context<'d>, found: &[Found<'d>]) {
    let mut first: HashMap<&str, &Found<'_>> = HashMap::default();
    for one in found {
        let Some(id) = one.id() else { continue };
        let Some(other) = first.get(id) else {
            first.insert(id, one);
            continue;
        };
        let message = format!("the operationId `{id}` is taken");
        let fault = fault(
            cx,
            Code::DuplicateOperation,
            &place_of(&one.site, "operationId"),
            message,
        )
        .related(
            place_of(&other.site, "operationId"),
            "it is given here first",
        );
        let help = "give each operation an id of its own";
        cx.report.push(meanwhile(
            cx,
            fault,
            help,
            "both are called after verb and path",
        ));
    }
}

/// Gives stream halves and further media types names that no method has.
pub(super) fn settle<'e>(endpoints: impl Iterator<Item = &'e mut Endpoint>) {
    let mut endpoints: Vec<&mut Endpoint> = endpoints.collect();
    let mut used: HashSet<String> = endpoints
        .iter()
        .map(|endpoint| endpoint.name.as_str().to_owned())
        .collect();
    used.extend(reserved::CLIENT.iter().map(|name| (*name).to_owned()));
    for endpoint in &mut endpoints {
        let name = endpoint.name.clone();
        if let Reply::Chosen { stream, .. } = &mut endpoint.reply {
            let suffix = free(&used, &name, "stream");
            stream.name = name.suffixed(&format!("_{suffix}"));
            used.insert(stream.name.as_str().to_owned());
        }
        for body in endpoint.bodies.iter_mut().skip(1) {
            body.suffix = free(&used, &name, &body.suffix);
            used.insert(format!("{}_{}", name.as_str(), body.suffix));
        }
    }
}

/// The first of `stream`, `as_stream`, `stream_2`, … that makes a new name.
fn free(used: &HashSet<String>, name: &MethodName, suffix: &str) -> String {
    let numbered = (2..).map(|number| format!("{suffix}_{number}"));
    let mut choices = [suffix.to_owned(), format!("as_{suffix}")]
        .into_iter()
        .chain(numbered);
    choices
        .find(|suffix| !used.contains(&format!("{}_{suffix}", name.as_str())))
        .unwrap_or_default()
}
