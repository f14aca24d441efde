//! Which files of the runtime an API needs: those that it names, and those that they name.
//!
//! `lib.rs` and `runtime.rs` are lists: modules, and the names taken from each. Every other file
//! is searched for those names, for paths into modules, and for methods that a module adds to a
//! call. What nothing reaches is left out, and so are its lines in the lists.

use super::lists::{joined, statements, written};
use super::named::Named;
use crate::emit::File;
use foldhash::{HashMap, HashSet};
use memchr::memmem;
use std::collections::BTreeSet;

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
    let mut followed: HashSet<Word> = HashSet::default();
    while let Some(word) = words.pop() {
        // Most files name the same few.
        if !followed.insert(word) {
            continue;
        }
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

/// A module of the runtime that has a file of its own.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Module<'a> {
    path: String,
    name: &'a str,
    text: &'a str,
}

/// The modules by each word that reaches them.
fn modules<'a>(runtime: &[(&'a str, &'a str)]) -> HashMap<Word<'a>, Vec<Module<'a>>> {
    let mut modules: HashMap<Word, Vec<Module>> = HashMap::default();
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
    let tests = memmem::find(text.as_bytes(), b"\n#[cfg(test)]\nmod tests");
    &text[..tests.unwrap_or(text.len())]
}

/// The methods that a file adds to every call.
fn methods(text: &str) -> Vec<&str> {
    let Some(at) = memmem::find(text.as_bytes(), b"\nimpl<Op, Mode> Call<Op, Mode> {\n") else {
        return Vec::new();
    };
    let added = text[at..].split("\n}\n").next().unwrap_or_default();
    let signatures = added
        .lines()
        .filter_map(|line| line.strip_prefix("    pub fn "));
    signatures
        .filter_map(|line| line.split(['<', '(']).next())
        .collect()
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
