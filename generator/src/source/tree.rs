//! The serde visitor that fills a [`Node`] from YAML or JSON and keeps what serde would lose.
//!
//! Duplicate keys are noticed, merge keys applied, sizes bounded, and numbers
//! keep their text (see [`numbers`]).

mod numbers;

use foldhash::{HashMap, HashSet};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use self::numbers::{JsonNumbers, YamlNumbers, number};
use super::Node;
use crate::diagnostic::Code;
use crate::pointer::Pointer;

/// A mapping and a key it holds more than once.
#[derive(Debug)]
pub(super) struct Repeat {
    pub(super) mapping: Pointer,
    pub(super) key: Box<str>,
    /// The values are equal, so that nothing is lost.
    pub(super) equal: bool,
}

/// Why a tree was given up, in words for a report.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) code: Code,
    pub(super) message: String,
    pub(super) help: Option<&'static str>,
}

/// One tree in the making.
pub(super) struct Tree<'t> {
    numbers: Numbers<'t>,
    depth: Cell<usize>,
    deepest: usize,
    /// What may still be spent: one for each node and for each 32 bytes of its text.
    budget: Cell<usize>,
    allowed: usize,
    path: RefCell<Vec<Step>>,
    /// The members of the mappings that are being read, the outermost first; each mapping takes its own when they are
    /// all there, so that it has room for just as many.
    members: RefCell<Vec<(Box<str>, Node)>>,
    /// The same for the elements of sequences.
    elements: RefCell<Vec<Node>>,
    pub(super) repeats: RefCell<Vec<Repeat>>,
    pub(super) failure: RefCell<Option<Failure>>,
}

/// How the text of a number is found.
enum Numbers<'t> {
    Json(RefCell<JsonNumbers<'t>>),
    Yaml(YamlNumbers<'t>),
}

/// One step from the root to the node being read.
enum Step {
    Key(Box<str>),
    Index(usize),
}

impl<'t> Tree<'t> {
    pub(super) fn yaml(text: &'t str, deepest: usize, budget: usize) -> Self {
        let numbers = Numbers::Yaml(YamlNumbers::new(text));
        Self::new(numbers, deepest, budget)
    }

    pub(super) fn json(text: &'t str, deepest: usize, budget: usize) -> Self {
        let numbers = RefCell::new(JsonNumbers::new(text));
        Self::new(Numbers::Json(numbers), deepest, budget)
    }

    fn new(numbers: Numbers<'t>, deepest: usize, budget: usize) -> Self {
        Self {
            numbers,
            depth: Cell::new(0),
            deepest,
            budget: Cell::new(budget),
            allowed: budget,
            path: RefCell::default(),
            members: RefCell::default(),
            elements: RefCell::default(),
            repeats: RefCell::default(),
            failure: RefCell::default(),
        }
    }

    /// What is left of the budget.
    pub(super) fn budget(&self) -> usize {
        self.budget.get()
    }

    fn merges(&self) -> bool {
        matches!(self.numbers, Numbers::Yaml(_))
    }

    /// Notes why the tree is given up; the error only carries the place.
    fn fail<E: Error>(&self, code: Code, message: String, help: Option<&'static str>) -> E {
        let error = E::custom(&message);
        *self.failure.borrow_mut() = Some(Failure {
            code,
            message,
            help,
        });
        error
    }

    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        let left = self.budget.get().checked_sub(1 + bytes / 32);
        self.budget.set(left.ok_or_else(|| {
            let counting = if self.merges() {
                ", counting what aliases repeat"
            } else {
                ""
            };
            let message = format!(
                "the document has more than {} nodes{counting}",
                self.allowed
            );
            self.fail(Code::TooLarge, message, None)
        })?);
        Ok(())
    }

    /// Runs `read` one level deeper.
    fn nested<T, E: Error>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.spend(0)?;
        let depth = self.depth.get();
        if depth == self.deepest {
            let message = format!("the document is nested deeper than {} levels", self.deepest);
            return Err(self.fail(Code::TooDeep, message, None));
        }
        self.depth.set(depth + 1);
        let value = read()?;
        self.depth.set(depth);
        Ok(value)
    }

    fn enter(&self, step: Step) {
        self.path.borrow_mut().push(step);
    }

    fn leave(&self) -> Option<Step> {
        self.path.borrow_mut().pop()
    }

    fn here(&self) -> Pointer {
        self.path
            .borrow()
            .iter()
            .fold(Pointer::root(), |pointer, step| match step {
                Step::Key(key) => pointer.child(key.clone()),
                Step::Index(index) => pointer.child(index.to_string()),
            })
    }

    /// Takes a float's text when its visitor failed to make the reader say where it is.
    fn settle<E: Error>(&self, read: Result<Node, E>) -> Result<Node, E> {
        match (&self.numbers, read) {
            (Numbers::Yaml(numbers), Err(error)) => match numbers.pending.take() {
                Some(value) => Ok(numbers.node(value, &error)),
                None => Err(error),
            },
            (_, read) => read,
        }
    }

    /// Applies merge keys and drops repeated keys of a mapping.
    fn finish(&self, mut members: Vec<(Box<str>, Node)>) -> Node {
        if self.merges() && members.iter().any(|(key, node)| is_merge(key, node)) {
            merge(&mut members);
        }
        self.drop_repeats(&mut members);
        Node::Map(members)
    }

    fn drop_repeats(&self, members: &mut Vec<(Box<str>, Node)>) {
        let Some(doomed) = repeated(members) else {
            return;
        };
        let mapping = self.here();
        for &(first, again) in &doomed {
            self.repeats.borrow_mut().push(Repeat {
                mapping: mapping.clone(),
                key: members[again].0.clone(),
                equal: members[first].1 == members[again].1,
            });
        }
        let doomed: HashSet<usize> = doomed.into_iter().map(|(_, again)| again).collect();
        let mut index = 0;
        members.retain(|_| {
            index += 1;
            !doomed.contains(&(index - 1))
        });
    }
}

/// Pairs of indices of equal keys, first and later; `None` when keys are distinct.
fn repeated(members: &[(Box<str>, Node)]) -> Option<Vec<(usize, usize)>> {
    const FEW: usize = 8;
    let few_and_distinct = members.len() <= FEW
        && members
            .iter()
            .enumerate()
            .all(|(index, (key, _))| members[..index].iter().all(|(other, _)| other != key));
    if few_and_distinct {
        return None;
    }
    let mut seen =
        HashMap::with_capacity_and_hasher(members.len(), foldhash::fast::RandomState::default());
    let mut pairs = Vec::new();
    for (index, (key, _)) in members.iter().enumerate() {
        let first = *seen.entry(key).or_insert(index);
        if first != index {
            pairs.push((first, index));
        }
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// A `<<` whose value can be merged; any other `<<` is a plain member.
fn is_merge(key: &str, node: &Node) -> bool {
    let is_map = |node: &Node| matches!(node, Node::Map(_));
    key == "<<"
        && match node {
            Node::List(elements) => elements.iter().all(is_map),
            other => is_map(other),
        }
}

/// Replaces `<<` members by what they stand for; own keys win, then earlier ones.
fn merge(members: &mut Vec<(Box<str>, Node)>) {
    let (merges, mut own): (Vec<_>, Vec<_>) = members
        .drain(..)
        .partition(|(key, node)| is_merge(key, node));
    let mut present: HashSet<Box<str>> = own.iter().map(|(key, _)| key.clone()).collect();
    let sources = merges.into_iter().flat_map(|(_, node)| match node {
        Node::List(elements) => elements,
        other => vec![other],
    });
    for source in sources {
        if let Node::Map(inherited) = source {
            own.extend(
                inherited
                    .into_iter()
                    .filter(|(key, _)| present.insert(key.clone())),
            );
        }
    }
    *members = own;
}

/// Reads one node.
#[derive(Clone, Copy)]
pub(super) struct NodeSeed<'a, 't>(pub(super) &'a Tree<'t>);

impl<'de> DeserializeSeed<'de> for NodeSeed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a node")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.0.spend(0)?;
        Ok(Node::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        self.0.spend(0)?;
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.visit_i128(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.visit_i128(value.into())
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        self.0.spend(0)?;
        if let Numbers::Json(numbers) = &self.0.numbers {
            numbers.borrow_mut().pass();
        }
        Ok(Node::Int(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        match i128::try_from(value) {
            Ok(value) => self.visit_i128(value),
            Err(_) => Ok(Node::Number(value.to_string().into())),
        }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        self.0.spend(0)?;
        match &self.0.numbers {
            Numbers::Json(numbers) => {
                let text = numbers.borrow_mut().after_passed();
                Ok(text.map_or_else(|| number(&value.to_string()), number))
            }
            Numbers::Yaml(numbers) => {
                numbers.pending.set(Some(value));
                Err(E::custom("a float"))
            }
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Node, E> {
        self.0.spend(value.len())?;
        Ok(Node::Str(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.0.nested(|| {
            let elements = &self.0.elements;
            let start = elements.borrow().len();
            for index in 0.. {
                self.0.enter(Step::Index(index));
                let read = access.next_element_seed(self).transpose();
                let element = read.map(|element| self.0.settle(element));
                self.0.leave();
                let Some(element) = element else { break };
                elements.borrow_mut().push(element?);
            }
            let own = elements.borrow_mut().drain(start..).collect();
            Ok(Node::List(own))
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        self.0.nested(|| {
            let members = &self.0.members;
            let start = members.borrow().len();
            while let Some(key) = access.next_key_seed(KeySeed)? {
                self.0.spend::<A::Error>(key.len())?;
                self.0.enter(Step::Key(key.into()));
                let node = self.0.settle(access.next_value_seed(self))?;
                if let Some(Step::Key(key)) = self.0.leave() {
                    members.borrow_mut().push((key, node));
                }
            }
            let own = members.borrow_mut().drain(start..).collect();
            Ok(self.0.finish(own))
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (tag, variant) = access.variant_seed(KeySeed)?;
        if tag == "!" {
            // The non-specific tag: whatever it is applied to is a plain string.
            return variant
                .newtype_variant_seed(KeySeed)
                .map(|text| Node::Str(text.into()));
        }
        let message = format!("the YAML tag `!{tag}` means nothing in an OpenAPI document");
        let help = "write out what the tag stands for";
        Err(self.0.fail(Code::UnsupportedYaml, message, Some(help)))
    }
}

/// Reads a key, whatever YAML takes it for, as its text.
struct KeySeed;

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for KeySeed {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value.to_owned()))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(value))
    }
}
