//! Documents to generate from: our own schema, made-up ones of any size, and those that are named.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Where more documents lie, as files or folders with colons between them.
const MORE: &str = "BENCH_DOCUMENTS";

/// A document to measure.
pub(crate) struct Input {
    /// What it is called in tables.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
    /// Where it is, for programs that read files.
    pub(crate) path: PathBuf,
}

/// Our own schema, and what `BENCH_DOCUMENTS` names.
pub(crate) fn real() -> Vec<Input> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/humanloop-v4.yaml");
    let more = std::env::var_os(MORE).unwrap_or_default();
    std::iter::once(own)
        .chain(std::env::split_paths(&more).flat_map(files))
        .filter_map(read)
        .collect()
}

fn files(path: PathBuf) -> Vec<PathBuf> {
    let Ok(folder) = fs::read_dir(&path) else {
        return vec![path];
    };
    let mut files: Vec<_> = folder.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

fn read(path: PathBuf) -> Option<Input> {
    Some(Input {
        name: path.file_stem()?.to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).ok()?,
        path,
    })
}

/// A document of this many schemas of ten members, and an operation for every third of them.
pub(crate) fn made_up(schemas: usize) -> String {
    let mut out = r#"{"openapi":"3.0.3","info":{"title":"Made up","version":"1"},"servers":[{"url":"https://example.org"}],"paths":{"#.to_owned();
    for number in (0..schemas).step_by(3) {
        comma(&mut out, number);
        operation(&mut out, number);
    }
    out.push_str(r#"},"components":{"schemas":{"#);
    for number in 0..schemas {
        comma(&mut out, number);
        schema(&mut out, number, schemas);
    }
    out.push_str("}}}");
    out
}

fn comma(out: &mut String, number: usize) {
    if number > 0 {
        out.push(',');
    }
}

fn operation(out: &mut String, number: usize) {
    let tag = number / 60;
    let _ = write!(
        out,
        r##""/things/{number}/{{id}}":{{"post":{{"operationId":"change_thing_{number}","tags":["group {tag}"],"summary":"Changes thing {number}.","parameters":[{{"name":"id","in":"path","required":true,"schema":{{"type":"string"}}}},{{"name":"limit","in":"query","schema":{{"type":"integer","format":"int32"}}}}],"requestBody":{{"required":true,"content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/Thing{number}"}}}}}}}},"responses":{{"200":{{"description":"The thing.","content":{{"application/json":{{"schema":{{"$ref":"#/components/schemas/Thing{number}"}}}}}}}}}}}}}}"##
    );
}

fn schema(out: &mut String, number: usize, schemas: usize) {
    // References stay among fifty neighbours, as in documents with chapters.
    let first = number - number % 50;
    let among = 50.min(schemas - first);
    let other = first + (number + 1) % among;
    let far = first + (number * 7 + 3) % among;
    let _ = write!(
        out,
        r##""Thing{number}":{{"type":"object","description":"Thing number {number}, with a description of a common length.","required":["id","kind"],"properties":{{"id":{{"type":"string","description":"Its id."}},"kind":{{"type":"string","enum":["small","large","other {number}"]}},"count":{{"type":"integer","format":"int64","minimum":0}},"share":{{"type":"number"}},"done":{{"type":"boolean","default":false}},"made_at":{{"type":"string","format":"date-time"}},"labels":{{"type":"array","items":{{"type":"string"}}}},"extra":{{"type":"object","additionalProperties":{{"type":"integer"}}}},"next":{{"$ref":"#/components/schemas/Thing{other}"}},"others":{{"type":"array","items":{{"$ref":"#/components/schemas/Thing{far}"}}}}}}}}"##
    );
}
