//! How an overlay's value changes a tree, and with it the places of the tree.

use std::sync::Arc;

use super::Located;
use crate::pointer::Pointer;
use crate::source::Node;
use crate::source::locate::Spot;

/// Two values that cannot be merged.
pub(super) struct Clash {
    pub(super) at: Pointer,
    pub(super) old: &'static str,
    pub(super) new: &'static str,
}

/// What merging tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Object,
    Array,
    Primitive,
}

pub(super) const fn kind(node: &Node) -> Kind {
    match node {
        Node::Map(_) => Kind::Object,
        Node::List(_) => Kind::Array,
        Node::Null | Node::Bool(_) | Node::Int(_) | Node::Number(_) | Node::Str(_) => {
            Kind::Primitive
        }
    }
}

/// Merges `value` into the node at `pointer`; to an array it is appended.
pub(super) fn merge(
    root: &mut Node,
    spots: &mut Spot,
    pointer: &Pointer,
    value: &Located,
) -> Result<(), Clash> {
    let Some((node, spot)) = walk(root, spots, pointer) else {
        return Ok(());
    };
    match node {
        Node::List(elements) if kind(&value.node) != Kind::Array => {
            elements.push(value.node.clone());
            Arc::make_mut(&mut spot.inner).push(value.spot.clone());
            Ok(())
        }
        _ => into(node, spot, &value.node, &value.spot, pointer),
    }
}

/// Removes a member or element.
pub(super) fn remove(root: &mut Node, spots: &mut Spot, parent: &Pointer, token: &str) {
    let Some((node, spot)) = walk(root, spots, parent) else {
        return;
    };
    match node {
        Node::Map(members) => members.retain(|(key, _)| **key != *token),
        Node::List(elements) => match token.parse::<usize>() {
            Ok(index) if index < elements.len() => {
                elements.remove(index);
            }
            _ => return,
        },
        _ => return,
    }
    Arc::make_mut(&mut spot.inner).remove(token);
}

/// The node at a pointer and its place, both to be changed.
fn walk<'a>(
    mut node: &'a mut Node,
    mut spot: &'a mut Spot,
    pointer: &Pointer,
) -> Option<(&'a mut Node, &'a mut Spot)> {
    for token in pointer.tokens() {
        node = node.step_mut(token)?;
        spot = Arc::make_mut(&mut spot.inner).own(token)?;
    }
    Some((node, spot))
}

/// Merges `new` into `old`, member by member.
fn into(
    old: &mut Node,
    spot: &mut Spot,
    new: &Node,
    place: &Spot,
    at: &Pointer,
) -> Result<(), Clash> {
    match (&mut *old, new) {
        (Node::Map(members), Node::Map(changes)) => {
            for (key, change) in changes {
                let place = place.inner.child(key).unwrap_or(place);
                let inner = Arc::make_mut(&mut spot.inner);
                match members.iter_mut().find(|(name, _)| name == key) {
                    None => {
                        members.push((key.clone(), change.clone()));
                        inner.insert(key, place.clone());
                    }
                    Some((_, member)) => {
                        if let Some(spot) = inner.own(key) {
                            into(member, spot, change, place, &at.child(key.clone()))?;
                        }
                    }
                }
            }
        }
        (Node::List(elements), Node::List(more)) => {
            let inner = Arc::make_mut(&mut spot.inner);
            for (index, element) in more.iter().enumerate() {
                elements.push(element.clone());
                inner.push(
                    place
                        .inner
                        .child(&index.to_string())
                        .unwrap_or(place)
                        .clone(),
                );
            }
        }
        (primitive, new) if kind(primitive) == Kind::Primitive && kind(new) == Kind::Primitive => {
            *primitive = new.clone();
            *spot = place.clone();
        }
        (old, new) => {
            return Err(Clash {
                at: at.clone(),
                old: old.kind(),
                new: new.kind(),
            });
        }
    }
    Ok(())
}
