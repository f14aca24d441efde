//! The lists of the runtime, `lib.rs` and `runtime.rs`: their statements, cut and written again.

use crate::emit::layout;
use foldhash::HashSet;

/// A statement of a list, with what stands above it.
pub(super) struct Statement<'a> {
    /// What begins a paragraph: the empty line and a comment.
    head: String,
    /// Its own attributes and documentation.
    attributes: String,
    code: String,
    /// The module that it is about.
    pub(super) module: &'a str,
    /// The names that are taken from the module; none for its declaration.
    pub(super) names: Vec<&'a str>,
}

impl Statement<'_> {
    pub(super) fn is_kept(&self, kept: &HashSet<&str>) -> bool {
        let for_mock = self.attributes.contains("feature = \"mock\"");
        !for_mock && (self.module.is_empty() || kept.contains(self.module))
    }

    /// The statement with those names only that there are, where it takes them from the runtime
    /// or passes crates on.
    pub(super) fn cut(self, is_there: &dyn Fn(&str, &str) -> bool) -> Option<Self> {
        let whole = !matches!(self.module, "" | "runtime") || self.names.is_empty();
        let names: Vec<_> = self
            .names
            .iter()
            .copied()
            .filter(|name| whole || is_there(self.module, name))
            .collect();
        if names.len() == self.names.len() {
            return Some(self);
        }
        let code = match self.module {
            "" => format!("pub use {{{}}};\n", names.join(", ")),
            module => taken(module, &names),
        };
        (!names.is_empty()).then_some(Self {
            code,
            names,
            ..self
        })
    }
}

/// The statements of a list. What is for the tests alone becomes a plain one, since it is kept
/// only where it is used.
pub(super) fn statements(text: &str) -> Vec<Statement<'_>> {
    let mut statements = Vec::new();
    let (mut head, mut attributes) = (String::new(), String::new());
    let mut rest = text;
    while let Some((line, after)) = rest.split_once('\n') {
        let code = [
            "mod ",
            "pub mod ",
            "use ",
            "pub use ",
            "pub(crate) use ",
            "pub(crate) mod ",
        ];
        if !code.iter().any(|start| line.starts_with(start)) {
            if line == "#[cfg(test)]" {
                // Nothing above it is said of the others.
                head.clear();
            } else if line.starts_with("#[allow(")
                && let Some((_, after)) = rest.split_once(")]\n")
            {
                // What another document may not use is left out of its crate.
                rest = after;
                continue;
            } else if line.is_empty() || line.starts_with("// ") || line.starts_with("//!") {
                head.extend([line, "\n"]);
            } else {
                attributes.extend([line, "\n"]);
            }
            rest = after;
            continue;
        }
        let end = rest.find(";\n").map_or(rest.len(), |end| end + 2);
        let code = &rest[..end];
        let above = [&mut head, &mut attributes].map(std::mem::take);
        statements.extend(statement(above, code));
        rest = &rest[end..];
    }
    statements
}

fn statement([head, attributes]: [String; 2], code: &str) -> Option<Statement<'_>> {
    let words: Vec<_> = code
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let start = words
        .iter()
        .position(|word| matches!(*word, "mod" | "use"))?
        + 1;
    // Crates that are passed on come from no module.
    let (module, names) = if code.contains("use {") {
        ("", &words[start..])
    } else {
        (*words.get(start)?, &words[start + 1..])
    };
    if module == "tests" {
        return None;
    }
    // An alias is a name like the one it stands for.
    let names = names.iter().copied().filter(|word| *word != "as").collect();
    Some(Statement {
        head,
        attributes,
        code: code.to_owned(),
        module,
        names,
    })
}

/// Statements that take plain names from one module, as one of them.
pub(super) fn joined(statements: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
    let mut out: Vec<Statement> = Vec::new();
    for statement in statements {
        let is_plain = |one: &Statement| one.attributes.is_empty() && !one.names.is_empty();
        match out.last_mut() {
            Some(last)
                if last.module == statement.module && is_plain(last) && is_plain(&statement) =>
            {
                last.names.extend(statement.names);
                last.names.sort_unstable();
                last.code = taken(last.module, &last.names);
            }
            _ => out.push(statement),
        }
    }
    out
}

fn taken(module: &str, names: &[&str]) -> String {
    let one = match names {
        [name] => format!("pub use {module}::{name};\n"),
        _ => format!("pub use {module}::{{{}}};\n", names.join(", ")),
    };
    if one.len() <= layout::WIDTH + 1 {
        return one;
    }
    let mut code = format!("pub use {module}::{{\n");
    // The formatter keeps a column free in such lists.
    layout::fill_within(&mut code, layout::WIDTH - 1, "    ", names);
    code + "};\n"
}

/// The statements, those of a paragraph in the order of a formatter.
pub(super) fn written(statements: Vec<Statement<'_>>) -> String {
    let mut paragraphs: Vec<Vec<Statement>> = Vec::new();
    for statement in statements {
        match paragraphs.last_mut() {
            Some(paragraph) if statement.head.is_empty() => paragraph.push(statement),
            _ => paragraphs.push(vec![statement]),
        }
    }
    let mut out = String::new();
    for paragraph in &mut paragraphs {
        out.extend(
            paragraph
                .iter_mut()
                .map(|one| std::mem::take(&mut one.head)),
        );
        paragraph.sort_by_key(|one| (one.module, one.names.len() > 1, one.names.first().copied()));
        for Statement {
            attributes, code, ..
        } in paragraph
        {
            out.extend([attributes.as_str(), code]);
        }
    }
    out
}
