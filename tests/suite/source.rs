//! Reading documents: every case of `cases/source`, and inputs too odd or too large to be files.

use std::fmt::Write;

use generator::diagnostic::{Code, Report};
use generator::source::{self, Document, Limits, LoadOptions, Node, Site};
use tests::cases::{self, Case, Outputs};

/// A case holds `openapi.{yaml,yml,json}`, files it refers to, `options.txt`, and what must come
/// out: `report.txt`, and `tree.txt` with each node and where it stands, when that file is there.
#[test]
fn cases() {
    cases::walk("source", |case| {
        let (report, document) = load(case);
        let mut outputs = Outputs::from([("report.txt".to_owned(), case.portable(&report))]);
        if case.path("tree.txt").exists() {
            let tree = document.map_or_else(String::new, |document| tree(&document));
            outputs.insert("tree.txt".to_owned(), case.portable(&tree));
        }
        outputs
    });
}

/// Loads the case's document and resolves every reference in it.
fn load(case: &Case) -> (String, Option<Document>) {
    let path = case.first(&["openapi.yaml", "openapi.yml", "openapi.json"]);
    let words = case.text("options.txt").unwrap_or_default();
    let options = options(&words);
    let loaded = if words.contains("as-text") {
        let text = std::fs::read_to_string(&path).expect("the document is there");
        source::load_text("openapi.yaml", text, &options)
    } else {
        source::load(&path, &options)
    };
    match loaded {
        Err(report) => (report.to_string(), None),
        Ok(document) => {
            let mut report = Report::new();
            report.extend(document.warnings().iter().cloned());
            references(&document, &document.root(), &mut report);
            (report.render(&document), Some(document))
        }
    }
}

fn options(words: &str) -> LoadOptions {
    let mut options = LoadOptions {
        outside: words.contains("outside"),
        limits: Limits::default(),
    };
    for line in words.lines() {
        let number = || {
            line.split(' ')
                .next_back()
                .and_then(|word| word.parse().ok())
        };
        let limit = match line.split(' ').next() {
            Some("depth") => &mut options.limits.depth,
            Some("bytes") => &mut options.limits.bytes,
            Some("nodes") => &mut options.limits.nodes,
            Some("files") => &mut options.limits.files,
            _ => continue,
        };
        *limit = number().expect("a limit has a number");
    }
    options
}

fn references(document: &Document, site: &Site<'_>, report: &mut Report) {
    let reference = site.get("$ref");
    if let Some((text, at)) = reference.and_then(|at| Some((at.node.as_str()?, at.place)))
        && let Err(error) = document.resolve(at.file, text)
    {
        report.push(error.diagnostic(text, at));
    }
    for (_, member) in site.members() {
        references(document, &member, report);
    }
    for element in site.elements() {
        references(document, &element, report);
    }
}

/// Every node: where its key stands, where its value stands, its pointer, its value.
fn tree(document: &Document) -> String {
    let mut out = String::new();
    branch(document, &document.root(), &mut out);
    out
}

fn branch(document: &Document, site: &Site<'_>, out: &mut String) {
    let at = |span: Option<source::Span>| {
        span.map_or_else(String::new, |span| {
            let file = document.name(span.file);
            let name = file.rsplit('/').next().unwrap_or(file);
            format!("{name}:{}:{}", span.line, span.column)
        })
    };
    let value = match site.node {
        Node::Null => "null".to_owned(),
        Node::Bool(value) => value.to_string(),
        Node::Int(value) => value.to_string(),
        Node::Number(text) => format!("number {text}"),
        Node::Str(text) => format!("{text:?}"),
        Node::List(elements) => format!("[{}]", elements.len()),
        Node::Map(members) => format!("{{{}}}", members.len()),
    };
    let (key, place) = (
        document.locate_key(&site.place),
        document.locate(&site.place),
    );
    let pointer = site.place.pointer.to_string();
    let (key, place) = (at(key), at(place));
    writeln!(out, "{key} {place} #{pointer} {value}").expect("a string takes all");
    for (_, member) in site.members() {
        branch(document, &member, out);
    }
    for element in site.elements() {
        branch(document, &element, out);
    }
}

/// Loads bytes from a file of their own and gives the codes of the report.
fn codes(name: &str, bytes: &[u8]) -> Vec<Code> {
    let folder = std::env::temp_dir().join(format!("source-suite-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a temporary folder can be made");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a temporary file can be written");
    let loaded = source::load(&path, &LoadOptions::default());
    std::fs::remove_file(&path).expect("a temporary file can be removed");
    match loaded {
        Ok(_) => Vec::new(),
        Err(report) => report
            .diagnostics()
            .iter()
            .map(|finding| finding.code)
            .collect(),
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let whole = "openapi: 3.0.3\n";
    let nul = whole.replace('3', "\0");
    let rows: [(&str, Vec<u8>, &[Code]); 8] = [
        ("bom.yaml", ["\u{feff}", whole].concat().into(), &[]),
        ("crlf.yaml", b"openapi: 3.0.3\r\ninfo: {}\r\n".into(), &[]),
        ("cr.yaml", b"openapi: 3.0.3\rinfo: {}\r".into(), &[]),
        (
            "utf16.yaml",
            utf16(&["\u{feff}", whole].concat()),
            &[Code::Encoding],
        ),
        ("utf16-without-mark.yaml", utf16(whole), &[Code::Encoding]),
        (
            "latin1.yaml",
            b"openapi: 3.0.3\ninfo: caf\xe9\n".into(),
            &[Code::Encoding],
        ),
        ("nul.yaml", nul.into(), &[Code::Syntax]),
        (
            "nul.json",
            b"{\"openapi\": \"3.0.3\0\"}".into(),
            &[Code::Syntax],
        ),
    ];
    for (name, bytes, expected) in rows {
        assert_eq!(codes(name, &bytes), expected, "{name}");
    }
}
