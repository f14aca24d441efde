//! Text to tree: YAML or JSON, and what is said about a text that is neither.

use std::ffi::OsStr;
use std::path::Path;

use serde::de::DeserializeSeed;

use super::files::Format;
use super::text::Lines;
use super::tree::{Failure, NodeSeed, Tree};
use super::{FileId, Node};
use crate::diagnostic::{Code, Diagnostic, Label};

pub(super) use super::tree::Repeat;

/// A text that was read.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) root: Node,
    pub(super) format: Format,
    pub(super) repeats: Vec<Repeat>,
    /// What is left of the budget of nodes.
    pub(super) budget: usize,
}

/// Reads the text of one file.
///
/// A text that starts with `{` is JSON; when it turns out not to be, and the
/// file is called `.yaml` or `.yml`, it is read as YAML after all.
pub(super) fn read(
    file: FileId,
    name: &str,
    text: &str,
    deepest: usize,
    budget: usize,
) -> Result<Parsed, Diagnostic> {
    if text.bytes().all(|byte| byte.is_ascii_whitespace()) {
        return Err(report(file, None, Code::Empty, "the file is empty"));
    }
    if !text.trim_start().starts_with('{') {
        return yaml(file, text, deepest, budget);
    }
    let extension = Path::new(name).extension().and_then(OsStr::to_str);
    let is_yaml = matches!(extension, Some("yaml" | "yml"));
    match json(file, text, deepest, budget) {
        Err(error) if error.code == Code::Syntax && is_yaml => yaml(file, text, deepest, budget),
        read => read,
    }
}

fn json(file: FileId, text: &str, deepest: usize, budget: usize) -> Result<Parsed, Diagnostic> {
    let tree = Tree::json(text, deepest, budget);
    let mut reader = serde_json::Deserializer::from_str(text);
    let root = NodeSeed(&tree)
        .deserialize(&mut reader)
        .and_then(|root| reader.end().map(|()| root));
    match root {
        Ok(root) => Ok(parsed(root, Format::Json, tree)),
        Err(error) => {
            let start = Lines::new(text).start(text, error.line());
            let offset = start.map(|start| start + error.column().saturating_sub(1));
            Err(json_error(file, offset, &tree, &error))
        }
    }
}

fn json_error(
    file: FileId,
    offset: Option<usize>,
    tree: &Tree<'_>,
    error: &serde_json::Error,
) -> Diagnostic {
    if let Some(failure) = tree.failure.take() {
        return refused(file, offset, &failure);
    }
    let problem = without_position(&error.to_string());
    if problem.contains("recursion limit") {
        let message = "the document is nested too deeply";
        return report(file, offset, Code::TooDeep, message);
    }
    report(file, offset, Code::Syntax, &format!("JSON: {problem}"))
}

fn yaml(file: FileId, text: &str, deepest: usize, budget: usize) -> Result<Parsed, Diagnostic> {
    too_deep_in_flow(file, text)?;
    too_many_events(file, text, budget)?;
    let tree = Tree::yaml(text, deepest, budget);
    match NodeSeed(&tree).deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(Node::Null) => Err(report(
            file,
            None,
            Code::Empty,
            "the file holds no document",
        )),
        Ok(root) => Ok(parsed(root, Format::Yaml, tree)),
        Err(error) => Err(yaml_error(file, text, &tree, &error)),
    }
}

/// The YAML reader holds the events of a whole file: refuse what could not fit the budget anyway.
fn too_many_events(file: FileId, text: &str, budget: usize) -> Result<(), Diagnostic> {
    if text.len() <= budget {
        return Ok(());
    }
    // Every node but the first follows one of these.
    let begins = |byte: &u8| {
        matches!(
            byte,
            b'\n' | b'\r' | b',' | b':' | b'-' | b'[' | b'{' | b'?'
        )
    };
    if text.as_bytes().iter().filter(|byte| begins(byte)).count() <= budget.saturating_mul(2) {
        return Ok(());
    }
    let message = format!("the file has more nodes than the {budget} that are allowed");
    Err(report(file, None, Code::TooLarge, &message))
}

/// The YAML reader takes time in proportion to size times depth of brackets: refuse what would take minutes.
fn too_deep_in_flow(file: FileId, text: &str) -> Result<(), Diagnostic> {
    const PATIENCE: usize = 5_000_000_000;
    let deepest = (PATIENCE / text.len().max(1)).clamp(512, 2_000);
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth > deepest {
            let message = format!("more than {deepest} brackets are open at once");
            return Err(report(file, Some(at), Code::TooDeep, &message));
        }
    }
    Ok(())
}

fn yaml_error(file: FileId, text: &str, tree: &Tree<'_>, error: &serde_yaml::Error) -> Diagnostic {
    let offset = error.location().map(|location| location.index());
    let problem = without_position(&error.to_string());
    let deep = problem.contains("recursion limit");
    if let Some(failure) = tree.failure.take() {
        return refused(file, offset, &failure);
    }
    if deep {
        let message = "the document is nested too deeply, or an alias contains itself";
        return report(file, offset, Code::TooDeep, message);
    }
    if problem.contains("repetition limit") {
        let message = "aliases repeat the document too often";
        return report(file, offset, Code::TooLarge, message);
    }
    if problem.contains("more than one document") {
        let message = "the file holds more than one YAML document";
        return report(file, second_document(text), Code::ManyDocuments, message)
            .help("keep one of them, without the `---` in between");
    }
    if problem.contains("expected a string") {
        let message = "a key is a list or an object here; keys are strings";
        return report(file, offset, Code::UnsupportedYaml, message);
    }
    let diagnostic = report(file, offset, Code::Syntax, &format!("YAML: {problem}"));
    match offset.and_then(|offset| text.as_bytes().get(offset)) {
        Some(b'\t') => diagnostic.help("indent with spaces; YAML does not allow tabs"),
        _ => diagnostic,
    }
}

/// The finding about what the visitor gave up on.
fn refused(file: FileId, offset: Option<usize>, failure: &Failure) -> Diagnostic {
    report(file, offset, failure.code, &failure.message).maybe_help(failure.help.map(str::to_owned))
}

/// Where the second document of a YAML stream starts.
fn second_document(text: &str) -> Option<usize> {
    let starts = text.match_indices("\n---").map(|(at, _)| at + 1);
    let is_marker = |at: &usize| text[at + 3..].starts_with([' ', '\t', '\n', '\r']);
    let has_content = |at: &usize| {
        text[..*at].lines().any(|line| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with(['#', '%']) && line != "---"
        })
    };
    starts.filter(is_marker).find(has_content)
}

/// A reader's message without its own words for the place, which the report says better.
fn without_position(message: &str) -> String {
    let message = match message.split_once(" at line ") {
        Some((problem, rest)) => match rest.split_once(", ") {
            Some((_, context)) => format!("{problem}, {context}"),
            None => problem.to_owned(),
        },
        None => message.to_owned(),
    };
    let (message, _) = message
        .split_once(" at position ")
        .unwrap_or((&message, ""));
    message
        .replace(" column ", ":")
        .replace(" at line ", " at ")
}

fn parsed(root: Node, format: Format, tree: Tree<'_>) -> Parsed {
    Parsed {
        root,
        format,
        budget: tree.budget(),
        repeats: tree.repeats.into_inner(),
    }
}

fn report(file: FileId, offset: Option<usize>, code: Code, message: &str) -> Diagnostic {
    let label = Label::offset(file, offset);
    Diagnostic::error(code, label.place, message).at_offset(offset)
}
