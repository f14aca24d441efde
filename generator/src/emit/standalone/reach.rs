//! Which files of the runtime an API needs: those that it names, and those that they name.
//!
//! `lib.rs` and `runtime.rs` are lists: modules, and the names taken from each. Every other file
//! is searched for those names, for paths into modules, and for methods that a module adds to a
//! call. What nothing reaches is left out, and so are its lines in the lists.

use super::named::Named;
use crate::emit::{File, layout};
use memchr::memmem;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What every crate has, whatever its endpoints are.
const ROOTS: [Word; 3] = [
    Word::Module("client"),
    Word::Module("error"),
    Word::Module("call"),
];

/// A word that may reach a module.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Word<'a> {
    /// A name that the lists take from it.
    Name(&'a str),
    /// Its own name in a path.
    Module(&'a str),
    /// A method that it adds to calls.
    Method(&'a str),
}

/// The files that are needed, by their paths in the crate; the lists are cut to them.
pub(crate) fn reach(runtime: &[(&str, &str)], api: &[File]) -> Vec<File> {
    let modules = modules(runtime);
    let mut kept: BTreeSet<&Module> = BTreeSet::new();
    let mut words: Vec<Word> = ROOTS.to_vec();
    for file in api {
        references(&file.text, "crate::", &mut words);
        words.extend(calls(&file.text).filter(|call| modules.contains_key(call)));
    }
    while let Some(word) = words.pop() {
        for module in modules.get(&word).into_iter().flatten() {
            if kept.insert(module) {
                references(module.text, "super::", &mut words);
                references(module.text, "crate::", &mut words);
            }
        }
    }
    let names: HashSet<_> = kept
        .iter()
        .map(|module| module.name)
        .chain(["api", "runtime"])
        .collect();
    let gone: HashSet<_> = modules
        .values()
        .flatten()
        .map(|module| module.name)
        .collect();
    let gone: HashSet<_> = gone.difference(&names).copied().collect();
    let mut files: Vec<_> = kept
        .iter()
        .map(|module| match module.name {
            "client" => source(&module.path, without_fields(module.text, &gone)),
            _ => source(&module.path, module.text.to_owned()),
        })
        .collect();
    let lists = lists(runtime, &names, &files);
    files.extend(lists);
    files
}

fn source(path: &str, text: String) -> File {
    File {
        path: format!("src/{path}"),
        text,
    }
}

/// The client without what it keeps for modules that are not there: fields that are called like one.
fn without_fields(text: &str, gone: &HashSet<&str>) -> String {
    let is_kept = |line: &&str| {
        let field = line.trim_start();
        let field = field.strip_prefix("pub(crate) ").unwrap_or(field);
        let field = field.split_once(": ").filter(|_| field.ends_with(",\n"));
        field.is_none_or(|(name, _)| !gone.contains(name))
    };
    text.split_inclusive('\n').filter(is_kept).collect()
}

/// `lib.rs` and `runtime.rs`, cut; the first one re-exports what is left of the second.
fn lists(runtime: &[(&str, &str)], kept: &HashSet<&str>, files: &[File]) -> Vec<File> {
    let text = |path| {
        runtime
            .iter()
            .find(|(known, _)| *known == path)
            .map_or("", |(_, text)| *text)
    };
    let inner: Vec<_> = statements(text("runtime.rs"))
        .into_iter()
        .filter(|statement| statement.is_kept(kept))
        .collect();
    let exported: HashSet<_> = inner
        .iter()
        .flat_map(|statement| statement.names.iter().copied())
        .collect();
    let named = Named::of(files.iter().map(|file| file.text.as_str()));
    let is_there = |module: &str, name: &str| match module {
        "" => named.has(name),
        _ => exported.contains(name),
    };
    let outer = statements(text("lib.rs")).into_iter();
    let outer = outer.filter(|statement| statement.is_kept(kept));
    let outer = outer.filter_map(|statement| statement.cut(&is_there));
    let outer = joined(outer.collect());
    vec![
        source("lib.rs", written(outer)),
        source("runtime.rs", written(inner)),
    ]
}

/// Statements that take plain names from one module, as one of them.
fn joined(statements: Vec<Statement<'_>>) -> Vec<Statement<'_>> {
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
fn written(statements: Vec<Statement<'_>>) -> String {
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

/// A module of the runtime that has a file of its own.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Module<'a> {
    path: String,
    name: &'a str,
    text: &'a str,
}

/// The modules by each word that reaches them.
fn modules<'a>(runtime: &[(&'a str, &'a str)]) -> HashMap<Word<'a>, Vec<Module<'a>>> {
    let mut modules: HashMap<Word, Vec<Module>> = HashMap::new();
    for (list, folder) in [("lib.rs", ""), ("runtime.rs", "runtime/")] {
        let text = runtime
            .iter()
            .find(|(path, _)| *path == list)
            .map_or("", |(_, text)| *text);
        for statement in statements(text) {
            let path = format!("{folder}{}.rs", statement.module);
            let file = runtime.iter().find(|(known, _)| *known == path);
            let Some((_, text)) = file.filter(|_| statement.module != "runtime") else {
                continue;
            };
            let text = without_tests(text);
            let names = statement.names.iter().copied().map(Word::Name);
            let methods = methods(text).into_iter().map(Word::Method);
            for word in names.chain(methods).chain([Word::Module(statement.module)]) {
                let module = Module {
                    path: path.clone(),
                    name: statement.module,
                    text,
                };
                modules.entry(word).or_default().push(module);
            }
        }
    }
    modules
}

/// A file without the tests at its end, which are for those who change it.
fn without_tests(text: &str) -> &str {
    text.split("\n#[cfg(test)]\nmod tests {")
        .next()
        .unwrap_or_default()
}

/// The methods that a file adds to every call.
fn methods(text: &str) -> Vec<&str> {
    let Some((_, added)) = text.split_once("\nimpl<Op, Mode> Call<Op, Mode> {\n") else {
        return Vec::new();
    };
    let added = added.split("\n}\n").next().unwrap_or_default();
    let signatures = added
        .lines()
        .filter_map(|line| line.strip_prefix("    pub fn "));
    signatures
        .filter_map(|line| line.split(['<', '(']).next())
        .collect()
}

/// A statement of a list, with what stands above it.
struct Statement<'a> {
    /// What begins a paragraph: the empty line and a comment.
    head: String,
    /// Its own attributes and documentation.
    attributes: String,
    code: String,
    module: &'a str,
    /// The names that are taken from the module; none for its declaration.
    names: Vec<&'a str>,
}

impl Statement<'_> {
    fn is_kept(&self, kept: &HashSet<&str>) -> bool {
        let for_mock = self.attributes.contains("feature = \"mock\"");
        !for_mock && (self.module.is_empty() || kept.contains(self.module))
    }

    /// The statement with those names only that there are, where it takes them from the runtime
    /// or passes crates on.
    fn cut(self, is_there: &dyn Fn(&str, &str) -> bool) -> Option<Self> {
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
fn statements(text: &str) -> Vec<Statement<'_>> {
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
            } else if let Some((_, after)) = rest.split_once(")]\n")
                && line.starts_with("#[allow(")
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

/// Finds the words of a file that may reach a module: what stands behind this start of a path,
/// in braces or bare.
fn references<'t>(text: &'t str, start: &str, words: &mut Vec<Word<'t>>) {
    for at in memmem::find_iter(text.as_bytes(), start) {
        let line = text[..at].rsplit('\n').next().unwrap_or_default();
        if !is_comment(line) {
            let path = &text[at + start.len()..];
            path_words(path.strip_prefix("runtime::").unwrap_or(path), words);
        }
    }
}

fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with("//")
}

/// The methods that a file calls.
fn calls(text: &str) -> impl Iterator<Item = Word<'_>> {
    memchr::memchr_iter(b'.', text.as_bytes())
        .map(|at| &text[at + 1..])
        .filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(|rest| Word::Method(word(rest)))
}

/// The words at the start of a path: each may be a module or a name.
fn path_words<'t>(path: &'t str, words: &mut Vec<Word<'t>>) {
    let mut push = |name: &'t str| {
        if !name.is_empty() {
            words.extend([Word::Name(name), Word::Module(name)]);
        }
    };
    let Some(group) = path.strip_prefix('{') else {
        return push(word(path));
    };
    let lines = group.lines().filter(|line| !is_comment(line));
    for line in lines {
        let end = line.find(['}', ';']);
        line[..end.unwrap_or(line.len())]
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .for_each(&mut push);
        if end.is_some() {
            return;
        }
    }
}

/// The identifier that a text begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}
