//! Groups: the endpoints of one tag, in one module.

use super::find::Found;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Endpoint, FileStem, Group, ModuleName};
use crate::lower::context::Context;
use foldhash::HashMap;

/// What the operation's group is called: its first tag, else the first telling word of its path.
pub(super) fn of<'d>(cx: &mut Context<'d>, found: &Found<'d>) -> String {
    if let Some(tags) = found.site.get("tags")
        && found.words.tags.len() > 1
    {
        let message = format!("only the first tag counts: `{}`", found.words.tags[0]);
        cx.report
            .push(Diagnostic::note(Code::Tags, tags.place, message));
    }
    let tag = found.words.tags.iter().find(|tag| !tag.trim().is_empty());
    tag.cloned().unwrap_or_else(|| of_path(found.path))
}

fn of_path(path: &str) -> String {
    path.split(['/', '?', '#'])
        .find(|segment| {
            let version = segment
                .strip_prefix('v')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            !version
                && *segment != "api"
                && !segment.contains('{')
                && segment.contains(|c: char| c.is_alphanumeric())
        })
        .unwrap_or("default")
        .to_owned()
}

/// Sorts endpoints into groups by their tags, in the order in which the groups first occur.
pub(super) fn gather(cx: &Context<'_>, tags: &[String], endpoints: Vec<Endpoint>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // The group of each tag: most endpoints have the tag of one before them.
    let mut known: HashMap<&str, usize> = HashMap::default();
    for (tag, endpoint) in tags.iter().zip(endpoints) {
        let group = *known
            .entry(tag)
            .or_insert_with(|| of_tag(cx, tag, &mut groups));
        groups[group].endpoints.push(endpoint);
    }
    groups
}

/// The index of the group of a tag, which tags of the same module have, too.
fn of_tag(cx: &Context<'_>, tag: &str, groups: &mut Vec<Group>) -> usize {
    let name = module(tag);
    let same = |group: &Group| group.name.as_str() == name.as_str();
    groups.iter().position(same).unwrap_or_else(|| {
        let description = description(cx, tag);
        groups.push(Group {
            name,
            description,
            endpoints: Vec::new(),
        });
        groups.len() - 1
    })
}

/// The module of a group; its name is no file that a disk or the crate itself reserves.
fn module(tag: &str) -> ModuleName {
    let name = ModuleName::new(tag);
    if FileStem::new(tag).as_str() == name.as_str() {
        name
    } else {
        name.suffixed("_")
    }
}

fn description(cx: &Context<'_>, tag: &str) -> Option<String> {
    let root = cx.document.root();
    let site = root
        .get("tags")?
        .elements()
        .find(|site| site.node.get("name").and_then(|node| node.as_str()) == Some(tag))?;
    let text = |key: &str| site.node.get(key).and_then(|node| node.as_str());
    text("description")
        .or_else(|| text("summary"))
        .map(str::to_owned)
}
