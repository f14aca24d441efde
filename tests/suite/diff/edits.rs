//! Random documents and random edits of them, from a fixed seed.

use std::fmt::Write as _;

/// A small generator of numbers; the same for the same seed on every machine.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`.
    pub(super) fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % end
    }

    fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }
}

/// A schema.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Scalar(&'static str, Option<&'static str>),
    Words(Vec<&'static str>),
    List(Box<Shape>),
    Map(Box<Shape>),
    Object(Vec<Member>),
    Either(Vec<Shape>),
    Component(usize),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    pub name: String,
    pub required: bool,
    pub nullable: bool,
    pub shape: Shape,
}

/// A document: components that refer to earlier ones, and one operation for each.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Model {
    pub components: Vec<Shape>,
}

/// How a document is written; none of it means anything.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Writing {
    /// Members in the opposite order.
    pub backwards: bool,
    /// Components are written where they are used.
    pub inline: bool,
    /// References stand alone in an `allOf`.
    pub wrapped: bool,
}

const SCALARS: [(&str, Option<&str>); 7] = [
    ("string", None),
    ("string", Some("uuid")),
    ("string", Some("date-time")),
    ("integer", None),
    ("integer", Some("int32")),
    ("number", None),
    ("boolean", None),
];

const WORDS: [&str; 6] = ["red", "green", "blue", "black", "white", "grey"];

impl Model {
    pub(super) fn random(random: &mut Random) -> Self {
        let count = 2 + random.below(4);
        let components = (0..count)
            .map(|index| Shape::Object(members(random, index, 2)))
            .collect();
        Self { components }
    }

    /// The document in OpenAPI's words.
    pub(super) fn write(&self, writing: Writing) -> String {
        let mut out =
            String::from("openapi: 3.1.0\ninfo:\n  title: Random\n  version: 1.0.0\npaths:\n");
        let mut order: Vec<usize> = (0..self.components.len()).collect();
        if writing.backwards {
            order.reverse();
        }
        for index in &order {
            let schema = self.schema(&Shape::Component(*index), writing);
            let _ = writeln!(out, "  /c{index}:\n    post:\n      operationId: c{index}");
            let _ = writeln!(
                out,
                "      requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}"
            );
            let _ = writeln!(
                out,
                "      responses: {{'200': {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}"
            );
        }
        if !writing.inline {
            out.push_str("components:\n  schemas:\n");
            for index in order {
                let schema = self.schema(&self.components[index], writing);
                let _ = writeln!(out, "    C{index}: {schema}");
            }
        }
        out
    }

    fn schema(&self, shape: &Shape, writing: Writing) -> String {
        match shape {
            Shape::Scalar(ty, None) => format!("{{type: {ty}}}"),
            Shape::Scalar(ty, Some(format)) => format!("{{type: {ty}, format: {format}}}"),
            Shape::Words(words) => format!("{{type: string, enum: [{}]}}", words.join(", ")),
            Shape::List(inner) => {
                format!("{{type: array, items: {}}}", self.schema(inner, writing))
            }
            Shape::Map(inner) => {
                format!(
                    "{{type: object, additionalProperties: {}}}",
                    self.schema(inner, writing)
                )
            }
            Shape::Either(branches) => {
                let each: Vec<String> = branches
                    .iter()
                    .map(|branch| self.schema(branch, writing))
                    .collect();
                format!("{{oneOf: [{}]}}", each.join(", "))
            }
            Shape::Component(index) if writing.inline => {
                self.schema(&self.components[*index], writing)
            }
            Shape::Component(index) => {
                let reference = format!("{{$ref: '#/components/schemas/C{index}'}}");
                if writing.wrapped {
                    format!("{{allOf: [{reference}]}}")
                } else {
                    reference
                }
            }
            Shape::Object(members) => self.object(members, writing),
        }
    }

    fn object(&self, members: &[Member], writing: Writing) -> String {
        let mut each: Vec<String> = members
            .iter()
            .map(|member| {
                let schema = self.schema(&member.shape, writing);
                if member.nullable {
                    format!("{}: {{oneOf: [{schema}, {{type: 'null'}}]}}", member.name)
                } else {
                    format!("{}: {schema}", member.name)
                }
            })
            .collect();
        let mut required: Vec<&str> = members
            .iter()
            .filter(|member| member.required)
            .map(|member| member.name.as_str())
            .collect();
        if writing.backwards {
            each.reverse();
            required.reverse();
            return format!(
                "{{properties: {{{}}}, required: [{}], type: object}}",
                each.join(", "),
                required.join(", ")
            );
        }
        format!(
            "{{type: object, required: [{}], properties: {{{}}}}}",
            required.join(", "),
            each.join(", ")
        )
    }

    /// Changes one thing that means something, and says what.
    pub(super) fn edit(&mut self, random: &mut Random) -> String {
        let index = random.below(self.components.len());
        let Shape::Object(members) = &mut self.components[index] else {
            return String::new();
        };
        if members.is_empty() || random.chance(5) {
            let member = member(random, index, 1, format!("new{}", random_suffix(members)));
            members.push(member);
            return format!("C{index}: a new member");
        }
        let at = random.below(members.len());
        match random.below(5) {
            0 if members.len() > 1 => {
                let gone = members.remove(at);
                format!("C{index}.{}: removed", gone.name)
            }
            1 => {
                members[at].required = !members[at].required;
                format!("C{index}.{}: required flipped", members[at].name)
            }
            2 => {
                members[at].nullable = !members[at].nullable;
                format!("C{index}.{}: nullable flipped", members[at].name)
            }
            _ => {
                let shape = scalar_or_words(random);
                let changed = shape != members[at].shape;
                members[at].shape = if changed {
                    shape
                } else {
                    Shape::List(Box::new(shape))
                };
                format!("C{index}.{}: another type", members[at].name)
            }
        }
    }
}

fn random_suffix(members: &[Member]) -> usize {
    members.len()
}

fn members(random: &mut Random, index: usize, depth: usize) -> Vec<Member> {
    let count = 1 + random.below(4);
    (0..count)
        .map(|at| member(random, index, depth, format!("m{at}")))
        .collect()
}

fn member(random: &mut Random, index: usize, depth: usize, name: String) -> Member {
    Member {
        name,
        required: random.chance(2),
        nullable: random.chance(4),
        shape: shape(random, index, depth),
    }
}

fn scalar_or_words(random: &mut Random) -> Shape {
    if random.chance(4) {
        let count = 2 + random.below(3);
        let start = random.below(WORDS.len());
        let words = (0..count).map(|at| WORDS[(start + at) % WORDS.len()]);
        return Shape::Words(words.collect());
    }
    let (ty, format) = SCALARS[random.below(SCALARS.len())];
    Shape::Scalar(ty, format)
}

fn shape(random: &mut Random, index: usize, depth: usize) -> Shape {
    let inner = depth.saturating_sub(1);
    match random.below(if depth == 0 { 4 } else { 9 }) {
        4 => Shape::List(Box::new(shape(random, index, inner))),
        5 => Shape::Map(Box::new(shape(random, index, inner))),
        6 => Shape::Object(members(random, index, inner)),
        7 => Shape::Either(vec![
            Shape::Scalar("string", None),
            Shape::List(Box::new(Shape::Scalar("integer", None))),
        ]),
        8 if index > 0 => Shape::Component(random.below(index)),
        _ => scalar_or_words(random),
    }
}
