//! Operations: every case of `cases/operations` is a foreign document and the endpoints it comes to.

use std::fmt::Write;

use generator::ir::{
    Api, Body, BodyKind, Endpoint, Item, Param, Pieces, Reply, Shape, StreamHalf, Switch, Type,
};
use generator::lower::{self, Options};
use generator::source::{self, LoadOptions};
use tests::cases::{self, Case, Outputs};

/// A case holds `schema.yaml`, its endpoints in `endpoints.txt`, what its author is told in
/// `report.txt` where there is something, and in `options.txt` lines such as `only tag:Pets`.
#[test]
fn cases() {
    cases::walk("operations", |case| {
        let (endpoints, report) = lowered(case);
        Outputs::from([
            ("endpoints.txt".to_owned(), endpoints),
            ("report.txt".to_owned(), case.portable(&report)),
        ])
    });
}

fn lowered(case: &Case) -> (String, String) {
    let words = case.text("options.txt").unwrap_or_default();
    let only = words.lines().filter_map(|line| line.strip_prefix("only "));
    let options = Options {
        strict: words.contains("strict"),
        only: only
            .map(|text| text.parse().expect("any text is a selector"))
            .collect(),
        ..Options::default()
    };
    let path = case.first(&["schema.yaml", "schema.json"]);
    let document = source::load(&path, &LoadOptions::default())
        .unwrap_or_else(|report| panic!("{} cannot be read:\n{report}", case.name));
    let lowered = lower::lower(&document, &options)
        .unwrap_or_else(|report| panic!("{} is refused:\n{report}", case.name));
    (api(&lowered.api), lowered.report.to_string())
}

/// Everything that is known of the endpoints, a line each.
fn api(api: &Api) -> String {
    let mut out = Out {
        text: String::new(),
        api,
    };
    for server in &api.servers {
        let variables = server.variables.iter().map(|variable| {
            format!(
                " {}={} of {:?}",
                variable.name, variable.default, variable.words
            )
        });
        let retired = server.retired.iter().map(|day| format!(" retired {day}"));
        let more: String = variables.chain(retired).collect();
        out.line(0, &format!("server {}{more}", server.url));
    }
    for scheme in &api.schemes {
        out.line(0, &format!("scheme {}: {:?}", scheme.name, scheme.kind));
    }
    for group in &api.groups {
        let description = group.description.as_deref().unwrap_or_default();
        out.line(0, format!("group {} {description}", group.name).trim_end());
        group
            .endpoints
            .iter()
            .for_each(|endpoint| out.endpoint(endpoint));
    }
    out.text
}

struct Out<'a> {
    text: String,
    api: &'a Api,
}

impl Out<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        writeln!(self.text, "{}{text}", "  ".repeat(depth)).expect("a string takes all");
    }

    fn endpoint(&mut self, endpoint: &Endpoint) {
        let Endpoint {
            name,
            marker,
            verb,
            path,
            ..
        } = endpoint;
        let verb = format!("{verb:?}").to_uppercase();
        let deprecated = if endpoint.deprecated {
            " deprecated"
        } else {
            ""
        };
        self.line(1, &format!("{name} {marker}: {verb} {path}{deprecated}"));
        self.docs(endpoint);
        endpoint.params.iter().for_each(|param| self.param(param));
        for (index, body) in endpoint.bodies.iter().enumerate() {
            self.body(index, body);
        }
        self.reply(2, "reply", &endpoint.reply);
        if let Some(accept) = &endpoint.accept {
            self.line(2, &format!("accept {accept}"));
        }
        for header in &endpoint.headers {
            let ty = self.item(&header.ty);
            let required = if header.required { " required" } else { "" };
            self.line(2, &format!("header {}: {ty}{required}", header.name));
        }
        for failure in &endpoint.failures {
            let ty = failure
                .ty
                .as_ref()
                .map_or_else(|| "raw".to_owned(), |item| self.item(item));
            self.line(2, &format!("failure {}: {ty}", failure.status));
        }
        if !endpoint.auth.is_empty() {
            self.line(2, &format!("auth {:?}", endpoint.auth));
        }
        if let Some(server) = &endpoint.server {
            self.line(2, &format!("server {}", server.url));
        }
    }

    fn docs(&mut self, endpoint: &Endpoint) {
        let docs = &endpoint.docs;
        for (word, text) in [("title", &docs.title), ("text", &docs.text)] {
            if let Some(text) = text {
                self.line(2, &format!("{word} {text:?}"));
            }
        }
        for note in &docs.notes {
            self.line(2, &format!("note {note}"));
        }
        for link in &docs.links {
            self.line(2, &format!("link {} {:?}", link.url, link.description));
        }
        let names: Vec<&str> = docs
            .examples
            .iter()
            .map(|example| example.name.as_deref().unwrap_or("-"))
            .collect();
        if !names.is_empty() {
            self.line(2, &format!("examples {}", names.join(" ")));
        }
    }

    fn param(&mut self, param: &Param) {
        let Param {
            name, place, style, ..
        } = param;
        let wire = param.name.wire();
        let mut text = format!(
            "{place:?} {name} ({wire}): {} {style:?}",
            self.item(&param.ty)
        );
        let flags = [
            (param.explode, "explode"),
            (param.reserved, "reserved"),
            (param.required, "required"),
            (param.deprecated, "deprecated"),
        ];
        for (_, flag) in flags.iter().filter(|(is, _)| *is) {
            text.push(' ');
            text.push_str(flag);
        }
        if let Some(default) = &param.default {
            write!(text, " default {default}").expect("a string takes all");
        }
        self.line(2, &text);
    }

    fn body(&mut self, index: usize, body: &Body) {
        let kind = match &body.kind {
            BodyKind::Json(item) => format!("json {}", self.item(item)),
            BodyKind::Form(ty, styles) => {
                let styles = styles.iter().map(|style| {
                    format!(
                        " {}={:?},explode={}",
                        style.wire, style.style, style.explode
                    )
                });
                format!("form {}{}", self.ty(ty), styles.collect::<String>())
            }
            BodyKind::Multipart(ty, contents) => {
                let contents = contents
                    .iter()
                    .map(|(wire, content)| format!(" {wire}={content}"));
                format!("multipart {}{}", self.ty(ty), contents.collect::<String>())
            }
            BodyKind::Text => "text".to_owned(),
            BodyKind::Bytes => "bytes".to_owned(),
        };
        let required = if body.required { " required" } else { "" };
        let suffix = if index == 0 {
            String::new()
        } else {
            format!(" …_{}", body.suffix)
        };
        self.line(2, &format!("body {}: {kind}{required}{suffix}", body.media));
    }

    fn reply(&mut self, depth: usize, word: &str, reply: &Reply) {
        let text = match reply {
            Reply::Empty => "empty".to_owned(),
            Reply::Json(item) => format!("json {}", self.item(item)),
            Reply::Text => "text".to_owned(),
            Reply::Bytes => "bytes".to_owned(),
            Reply::ByStatus { name, .. } => format!("by status {name}"),
            Reply::Stream(half) => return self.stream(depth, half),
            Reply::Chosen { whole, stream } => {
                self.reply(depth, word, whole);
                return self.stream(depth, stream);
            }
        };
        self.line(depth, &format!("{word} {text}"));
        if let Reply::ByStatus { cases, .. } = reply {
            for case in cases {
                self.reply(
                    depth + 1,
                    &format!("{} {}", case.status, case.name),
                    &case.body,
                );
            }
        }
    }

    fn stream(&mut self, depth: usize, half: &StreamHalf) {
        let event = self.item(&half.event);
        let switch = match &half.switch {
            Switch::BodyFlag(name) => format!("by `{name}`"),
            Switch::Accept => "by accept".to_owned(),
        };
        let mut text = format!("stream {}: {event} {:?} {switch}", half.name, half.framing);
        for (word, value) in [
            ("default", &half.switch_default),
            ("count", &half.count),
            ("summary", &half.summary),
            ("media", &half.media),
        ] {
            if let Some(value) = value {
                write!(text, " {word} {value}").expect("a string takes all");
            }
        }
        if let Some(Pieces {
            samples,
            piece,
            key,
            text: words,
            finish,
        }) = &half.pieces
        {
            let piece = &self.api.types.get(*piece).name;
            write!(text, " {samples}: {piece} {{ {key}, {words}, {finish} }}")
                .expect("a string takes all");
        }
        self.line(depth, &text);
    }

    fn item(&self, item: &Item) -> String {
        let ty = self.ty(&item.ty);
        if item.nullable { format!("{ty}?") } else { ty }
    }

    /// A type in short; of structs and enums the members too.
    fn ty(&self, ty: &Type) -> String {
        match ty {
            Type::Scalar(scalar) => format!("{scalar:?}"),
            Type::List(item) => format!("[{}]", self.item(item)),
            Type::Map(item) => format!("{{{}}}", self.item(item)),
            Type::Json => "Json".to_owned(),
            Type::Named(id) => {
                let def = self.api.types.get(*id);
                match &def.shape {
                    Shape::Struct(shape) => {
                        let fields: Vec<&str> =
                            shape.fields.iter().map(|field| field.name.wire()).collect();
                        format!("{} {{{}}}", def.name, fields.join(" "))
                    }
                    _ => def.name.to_string(),
                }
            }
        }
    }
}
