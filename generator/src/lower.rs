//! From OpenAPI to the model: the only floor that knows both, and where every refusal of meaning is made.

mod context;
mod declarer;
mod docs;
mod finish;
mod flat;
mod hint;
mod names;
mod object;
mod operations;
mod scalar;
mod shape;
mod union;

pub use context::Untyped;
pub use docs::json as json_line;
pub use operations::Selector;

use crate::diagnostic::Report;
use crate::ir::{Api, Info};
use crate::openapi;
use crate::source::{Document, Node};
use context::Context;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

/// How a document is read.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The document is one's own: what nobody would hear of otherwise is an error.
    pub strict: bool,
    /// Types that nothing reaches are wanted too.
    pub everything: bool,
    /// The operations that are wanted; all, where this is empty.
    pub only: Vec<Selector>,
}

/// What became of a document.
#[derive(Debug, Clone)]
pub struct Lowered {
    /// The model.
    pub api: Api,
    /// What its author should know: warnings and notes.
    pub report: Report,
    /// The places that stay raw JSON.
    pub untyped: Vec<Untyped>,
}

/// The stack of the walk. A schema is followed to the schemas it refers to, and chains of thousands
/// exist in machine-made documents; what the chain does not use is reserved, not touched.
const STACK: usize = 1 << 30;

/// Turns a document into the model, or says all that is wrong with it.
pub fn lower(document: &Document, options: &Options) -> Result<Lowered, Report> {
    let checked = OnceLock::new();
    let check = || checked.get_or_init(|| openapi::check(document, options.strict));
    let walk = || lower_here(document, options, check);
    thread::scope(|scope| {
        let walker = thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, walk);
        match walker {
            Ok(walker) => {
                // Meanwhile, the form is judged here.
                check();
                walker.join().unwrap_or_else(|panic| resume_unwind(panic))
            }
            // Without threads there is the stack one has.
            Err(_) => walk(),
        }
    })
}

/// Lowers a document while its form is judged: what is made of one in the wrong form is of no use, and goes.
fn lower_here<'c>(
    document: &Document,
    options: &Options,
    check: impl Fn() -> &'c Report,
) -> Result<Lowered, Report> {
    let mut context = Context::new(document, options);
    let mut api = Api {
        info: info(document),
        servers: Vec::new(),
        schemes: Vec::new(),
        groups: Vec::new(),
        types: crate::ir::Types::default(),
    };
    operations::operations(&mut context, &mut api);
    if options.everything || api.groups.is_empty() {
        context.every_component();
    }
    api.types = std::mem::take(&mut context.types);
    let form = check().clone();
    if form.has_errors() {
        return Err(form.with_source(document));
    }
    let meaning = std::mem::replace(&mut context.report, form);
    context.report.append(meaning);
    context.report.distinct();
    if context.report.has_errors() {
        return Err(context.report.with_source(document));
    }
    finish::finish(&mut context, &mut api);
    operations::settle(&mut api);
    Ok(Lowered {
        api,
        report: context.report.with_source(document),
        untyped: context.untyped,
    })
}

impl Context<'_> {
    /// Lowers the components that nothing reaches.
    fn every_component(&mut self) {
        let Some(schemas) = self.component_schemas() else {
            return;
        };
        for (_, site) in schemas.members() {
            self.declared(&site);
        }
    }
}

fn info(document: &Document) -> Info {
    let root = document.root();
    let node = root.node.get("info");
    let text = |key: &str| {
        node.and_then(|info| info.get(key)).map(|node| match node {
            Node::Str(text) => text.to_string(),
            node => docs::json(node),
        })
    };
    Info {
        title: text("title").unwrap_or_default(),
        version: text("version").unwrap_or_default(),
        description: text("description"),
        links: docs::link(root.node).into_iter().collect(),
    }
}
