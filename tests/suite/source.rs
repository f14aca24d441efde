//! Reading documents: every case of `cases/source`, and inputs too odd or too large to be files.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use generator::diagnostic::{Code, Report};
use generator::source::{self, Document, FileId, Limits, LoadOptions, Node, RefError, Site};
use tests::cases::{self, Case, Outputs};

/// A case holds `openapi.{yaml,yml,json}`, files it refers to, `overlay.yaml` and `options.txt`
/// where it needs them, and what must come out: `report.txt`, and where that file is there
/// `tree.txt` with each node and where it stands.
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
        let text = fs::read_to_string(&path).expect("the document is there");
        source::load_text("openapi.yaml", text, &options)
    } else {
        source::load(&path, &options)
    };
    let overlay = case.path("overlay.yaml");
    let applied = match loaded {
        Ok(document) if overlay.exists() => source::apply_overlay(document, &overlay),
        loaded => loaded,
    };
    match applied {
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

/// A folder that goes away with the test.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = format!("humanloop-source-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        fs::create_dir_all(&folder).expect("a temporary folder can be made");
        Self(folder)
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("a temporary folder can be made");
        fs::write(&path, bytes).expect("a temporary file can be written");
        path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A folder that stays behind is no reason to fail.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The codes of the report about a text; none when it loads.
fn codes(loaded: Result<Document, Report>) -> Vec<Code> {
    match loaded {
        Ok(_) => Vec::new(),
        Err(report) => {
            assert!(!report.to_string().is_empty());
            let findings = report.diagnostics().iter();
            findings.map(|finding| finding.code).collect()
        }
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let whole = "openapi: 3.0.3\n";
    let nul = whole.replace('3', "\0");
    let rows: [(&str, Vec<u8>, &[Code]); 9] = [
        ("bom.yaml", ["\u{feff}", whole].concat().into(), &[]),
        ("bom.json", "\u{feff}{\"openapi\": \"3.0.3\"}".into(), &[]),
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
    let scratch = Scratch::new("bytes");
    for (name, bytes, expected) in rows {
        let path = scratch.write(name, bytes);
        let loaded = source::load(&path, &LoadOptions::default());
        assert_eq!(codes(loaded), expected, "{name}");
    }
}

#[test]
fn the_reports_of_crlf_files_name_the_right_line() {
    let text = "openapi: 3.0.3\r\ninfo: {}\r\nx: {$ref: '#/é'}\r\n".to_owned();
    let document = source::load_text("api.yaml", text, &LoadOptions::default()).expect("it loads");
    let mut report = Report::new();
    references(&document, &document.root(), &mut report);
    let expected = "error[E012]: `#/é` does not exist\n --> api.yaml:3:5\n  |\n3 | x: {$ref: '#/é'}\n  |     ^\n";
    assert_eq!(report.render(&document), expected);
}

#[test]
fn documents_that_blow_up_are_refused() {
    let deep = 10_000;
    let head = "openapi: 3.0.3\n";
    let bomb = (1..20).fold(format!("{head}a0: &a0 [x]\n"), |text, level| {
        let alias = format!("*a{},", level - 1).repeat(10);
        text + &format!("a{level}: &a{level} [{alias}]\n")
    });
    let long_scalar = format!(
        "{head}a: &a \"{}\"\nb: [{}]\n",
        "x".repeat(10_000),
        "*a,".repeat(2_000)
    );
    let merges = format!(
        "{head}a: &a {{{}}}\nb: [{}]\n",
        (0..1_000).fold(String::new(), |text, key| text + &format!("k{key}: 1,")),
        "{<<: *a},".repeat(1_000)
    );
    let rows = [
        (
            "flow.yaml",
            head.to_owned() + "a: " + &"[".repeat(deep) + &"]".repeat(deep),
            Code::TooDeep,
        ),
        (
            "unclosed.yaml",
            head.to_owned() + "a: " + &"[".repeat(100 * deep),
            Code::TooDeep,
        ),
        (
            "objects.yaml",
            head.to_owned() + "a: " + &"{a: ".repeat(1_000) + &"}".repeat(1_000),
            Code::TooDeep,
        ),
        (
            "dashes.yaml",
            head.to_owned() + "a:\n " + &"- ".repeat(deep),
            Code::TooDeep,
        ),
        (
            "keys.yaml",
            head.to_owned() + &"? ".repeat(deep),
            Code::UnsupportedYaml,
        ),
        (
            "deep.json",
            format!("{{\"a\": {}{}}}", "[".repeat(deep), "]".repeat(deep)),
            Code::TooDeep,
        ),
        ("bomb.yaml", bomb, Code::TooLarge),
        ("scalars.yaml", long_scalar, Code::TooLarge),
        ("merges.yaml", merges, Code::TooLarge),
        (
            "numbers.json",
            format!("{{\"a\": 1{}}}", "0".repeat(500)),
            Code::Syntax,
        ),
    ];
    let mut options = LoadOptions::default();
    options.limits.nodes = 100_000;
    for (name, text, expected) in rows {
        let loaded = source::load_text(name, text, &options);
        assert_eq!(codes(loaded), [expected], "{name}");
    }
}

#[test]
fn a_file_of_more_bytes_than_allowed_is_refused_unread() {
    let scratch = Scratch::new("large");
    let path = scratch.write("keys.yaml", "openapi: 3.0.3\n");
    let file = fs::File::options()
        .write(true)
        .open(&path)
        .expect("it opens");
    // A hole: the file is large without taking room.
    file.set_len(100 << 20).expect("it can grow");
    assert_eq!(
        codes(source::load(&path, &LoadOptions::default())),
        [Code::TooLarge]
    );
}

#[test]
fn a_million_keys_are_refused_by_their_number() {
    let mut options = LoadOptions::default();
    options.limits.nodes = 1_000;
    let keys = |separator: &str| {
        (0..100_000).fold(String::new(), |mut text, key| {
            write!(text, "{separator}\"k{key}\": 1").expect("a string takes all");
            text
        })
    };
    let json = format!("{{\"openapi\": \"3.0.3\"{}}}", keys(","));
    let yaml = format!("openapi: 3.0.3{}", keys("\n"));
    for (name, text) in [("keys.json", json), ("keys.yaml", yaml)] {
        assert_eq!(
            codes(source::load_text(name, text, &options)),
            [Code::TooLarge],
            "{name}"
        );
    }
}

#[test]
fn a_folder_or_nothing_instead_of_a_file_is_refused() {
    let scratch = Scratch::new("folder");
    for path in [scratch.0.clone(), scratch.0.join("nothing.yaml")] {
        let loaded = source::load(&path, &LoadOptions::default());
        assert_eq!(codes(loaded), [Code::Unreadable], "{}", path.display());
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let scratch = Scratch::new("links");
    scratch.write("secret.yaml", "a: 1\n");
    scratch.write("api/inside.yaml", "a: 1\n");
    let api = scratch.write(
        "api/openapi.yaml",
        "openapi: 3.0.3\na: {$ref: \"out.yaml#/a\"}\nb: {$ref: \"in.yaml#/a\"}\n",
    );
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(scratch.0.join(to), scratch.0.join(name))
            .expect("a link can be made");
    };
    link("secret.yaml", "api/out.yaml");
    link("api/inside.yaml", "api/in.yaml");
    let document = source::load(&api, &LoadOptions::default()).expect("it loads");
    let resolve = |text| {
        document
            .resolve(FileId::ROOT, text)
            .map(|site| site.node.clone())
    };
    assert_eq!(resolve("out.yaml#/a"), Err(RefError::OutsideFolder));
    assert_eq!(resolve("in.yaml#/a"), Ok(Node::Int(1)));
    let options = LoadOptions {
        outside: true,
        ..LoadOptions::default()
    };
    let document = source::load(&api, &options).expect("it loads");
    let resolved = document.resolve(FileId::ROOT, "out.yaml#/a");
    assert_eq!(resolved.map(|site| site.node.clone()), Ok(Node::Int(1)));
}

#[test]
fn thousands_of_places_are_found_in_one_pass() {
    let schemas = (0..2_000).fold(String::new(), |mut text, number| {
        writeln!(text, "    S{number}: {{type: object}}").expect("a string takes all");
        text
    });
    let text = format!("openapi: 3.0.3\ncomponents:\n  schemas:\n{schemas}");
    let document = source::load_text("api.yaml", text, &LoadOptions::default()).expect("it loads");
    let schemas = document
        .resolve(FileId::ROOT, "#/components/schemas")
        .expect("it is there");
    for (number, (_, schema)) in (0..).zip(schemas.members()) {
        let span = document.locate_key(&schema.place).expect("it has a place");
        assert_eq!((span.line, span.column), (number + 4, 5));
    }
}
