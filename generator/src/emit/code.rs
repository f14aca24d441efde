//! Code of a known form, on as few lines as it needs: signatures, chains of calls, struct literals.

use super::layout::WIDTH;

/// How wide a line with a chain of calls or a list may be before each part takes a line.
const EXPRESSION: usize = 89;

/// How wide a struct literal may be before each member takes a line.
const LITERAL: usize = 35;

/// One level of indentation.
const STEP: usize = 4;

/// A chain of calls: `Call::new(self).json(request)`.
#[derive(Debug, Clone)]
pub(crate) struct Chain(Vec<Call>);

/// A call and what it is given.
#[derive(Debug, Clone)]
struct Call {
    /// The path of a function, or a method with its dot.
    name: String,
    arguments: Vec<Argument>,
}

/// What a call is given.
#[derive(Debug, Clone)]
pub(crate) enum Argument {
    /// An expression that stands on one line.
    Plain(String),
    /// A borrowed list, which takes a line for each of its elements where it is long.
    List(Vec<String>),
}

impl Argument {
    /// Puts it behind a line.
    fn extend(&self, line: &mut String) {
        match self {
            Self::Plain(text) => line.push_str(text),
            Self::List(elements) => line.extend(["&[", &elements.join(", "), "]"]),
        }
    }

    fn write(&self, indent: usize, out: &mut String) {
        let mut line = String::new();
        self.extend(&mut line);
        match self {
            Self::List(elements) if indent + line.len() > EXPRESSION => {
                push(out, indent, ["&["]);
                for element in elements {
                    push(out, indent + STEP, [element, ","]);
                }
                push(out, indent, ["],"]);
            }
            Self::Plain(_) | Self::List(_) => push(out, indent, [&line, ","]),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Plain(text)
    }
}

impl Call {
    /// Puts it behind a line.
    fn extend(&self, line: &mut String) {
        line.extend([&self.name, "("]);
        for (index, argument) in self.arguments.iter().enumerate() {
            if index > 0 {
                line.push_str(", ");
            }
            argument.extend(line);
        }
        line.push(')');
    }

    fn line(&self) -> String {
        let mut line = String::new();
        self.extend(&mut line);
        line
    }

    /// Writes the call; its arguments, where they need lines of their own, are indented by `inner`.
    fn write(&self, indent: usize, inner: usize, [lead, tail]: [&str; 2], out: &mut String) {
        let one = self.line();
        if indent + lead.len() + one.len() + tail.len() <= WIDTH || self.arguments.is_empty() {
            return push(out, indent, [lead, &one, tail]);
        }
        push(out, indent, [lead, &self.name, "("]);
        for argument in &self.arguments {
            argument.write(inner, out);
        }
        push(out, inner - STEP, [")", tail]);
    }
}

impl Chain {
    /// A call of a function, or of a method of a short word: `self.param`.
    pub(crate) fn new<const N: usize>(name: &str, arguments: [Argument; N]) -> Self {
        let name = name.to_owned();
        let arguments = arguments.into();
        Self(vec![Call { name, arguments }])
    }

    /// The calls of `methods` on what a short word stands for.
    pub(crate) fn on(word: &str, methods: Self) -> Self {
        let mut calls = methods.0;
        if let Some(first) = calls.first_mut() {
            first.name.insert_str(0, word);
        }
        Self(calls)
    }

    /// No call; only for what follows another chain.
    pub(crate) const fn empty() -> Self {
        Self(Vec::new())
    }

    /// Calls this method on the value of the chain.
    pub(crate) fn call<const N: usize>(mut self, method: &str, arguments: [Argument; N]) -> Self {
        self.0.push(Call {
            name: [".", method].concat(),
            arguments: arguments.into(),
        });
        self
    }

    /// Calls these methods on the value of the chain.
    pub(crate) fn then(mut self, methods: Self) -> Self {
        self.0.extend(methods.0);
        self
    }

    /// The chain on one line.
    fn line(&self) -> String {
        let mut line = String::new();
        self.0.iter().for_each(|call| call.extend(&mut line));
        line
    }

    /// Whether it fits on a line that is indented so far, between texts of this width.
    pub(crate) fn fits(&self, indent: usize, around: usize) -> bool {
        indent + around + self.line().len() <= EXPRESSION
    }

    /// Writes the chain between two texts.
    pub(crate) fn write(&self, indent: usize, lead: &str, tail: &str, out: &mut String) {
        match &self.0[..] {
            [] => {}
            [only] => only.write(indent, indent + STEP, [lead, tail], out),
            [first, inner @ .., last] => {
                let line = self.line();
                if indent + lead.len() + line.len() + tail.len() <= EXPRESSION {
                    return push(out, indent, [lead, &line, tail]);
                }
                // What closes a call of several lines carries the chain on.
                let fits = indent + lead.len() + first.line().len() <= WIDTH;
                let next = if fits { indent + STEP } else { indent };
                let deep = next + STEP;
                first.write(indent, deep, [lead, ""], out);
                for call in inner {
                    call.write(next, deep, ["", ""], out);
                }
                last.write(next, deep, ["", tail], out);
            }
        }
    }
}

/// Writes the head of a function: `pub fn name(a: A) -> B {`.
pub(crate) fn signature(
    indent: usize,
    name: &str,
    arguments: &[String],
    returned: &str,
    out: &mut String,
) {
    let one = format!("pub fn {name}({}) -> {returned} {{", arguments.join(", "));
    if indent + one.len() <= WIDTH || arguments.is_empty() {
        return push(out, indent, [&one]);
    }
    push(out, indent, ["pub fn ", name, "("]);
    for argument in arguments {
        push(out, indent + STEP, [argument, ","]);
    }
    push(out, indent, [") -> ", returned, " {"]);
}

/// Writes `name { a, b: c }`.
pub(crate) fn literal(indent: usize, name: &str, values: &[String], out: &mut String) {
    let one = format!("{name} {{ {} }}", values.join(", "));
    if values.is_empty() {
        push(out, indent, [name, " {}"]);
    } else if one.len() <= LITERAL {
        push(out, indent, [&one]);
    } else {
        push(out, indent, [name, " {"]);
        for value in values {
            push(out, indent + STEP, [value, ","]);
        }
        push(out, indent, ["}"]);
    }
}

/// Writes a line of these parts.
fn push<const N: usize>(out: &mut String, indent: usize, line: [&str; N]) {
    out.extend(std::iter::repeat_n(' ', indent));
    out.extend(line);
    out.push('\n');
}
