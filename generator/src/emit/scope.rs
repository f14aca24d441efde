//! How types are written in one file, and what the file must import for it.

use super::Config;
use super::layout;
use crate::ir::{
    Api, Discriminant, Endpoint, FileStem, Item, Payload, Pieces, Reply, Scalar, Shape, Type,
    TypeDef, TypeId,
};
use foldhash::{HashMap, HashSet};
use std::collections::BTreeSet;

/// What all files have in common.
pub(crate) struct Context<'a> {
    /// The API.
    pub(crate) api: &'a Api,
    /// What was asked for.
    pub(crate) config: &'a Config<'a>,
    /// The names of all types, which no import may hide.
    pub(crate) names: HashSet<&'a str>,
    /// The names of all markers and enums by status.
    pub(crate) markers: HashSet<&'a str>,
    /// The events that carry pieces, and what of them does.
    pub(crate) streams: Vec<(TypeId, &'a Pieces)>,
    /// The endpoints by the file that types of their own stand in.
    endpoints: HashMap<String, &'a Endpoint>,
    /// The structs that a union tells apart by a member, with that member.
    tags: HashSet<(&'a str, &'a str)>,
}

impl<'a> Context<'a> {
    /// What all files of an API have in common.
    pub(crate) fn new(api: &'a Api, config: &'a Config<'a>) -> Self {
        let names = api.types.iter().map(|(_, def)| def.name.as_str()).collect();
        let markers = api.endpoints().flat_map(|endpoint| {
            let by_status = match &endpoint.reply {
                Reply::ByStatus { name, .. } => Some(name.as_str()),
                _ => None,
            };
            [Some(endpoint.marker.as_str()), by_status]
        });
        let markers = markers.flatten().collect();
        let mut context = Self {
            api,
            config,
            names,
            markers,
            streams: Vec::new(),
            endpoints: HashMap::default(),
            tags: HashSet::default(),
        };
        for endpoint in api.endpoints() {
            let file = FileStem::new(endpoint.name.as_str());
            let file = file.as_str().to_owned();
            context.endpoints.entry(file).or_insert(endpoint);
        }
        context.streams = context.streams();
        context.tags = context.tags();
        context
    }

    fn streams(&self) -> Vec<(TypeId, &'a Pieces)> {
        let streams = self.api.endpoints().filter_map(|endpoint| {
            let half = endpoint.stream()?;
            match self.resolve(&half.event.ty) {
                Type::Named(id) if !half.event.nullable => Some((*id, half.pieces.as_ref()?)),
                Type::Named(_) | Type::Scalar(_) | Type::List(_) | Type::Map(_) | Type::Json => {
                    None
                }
            }
        });
        streams.collect()
    }

    fn tags(&self) -> HashSet<(&'a str, &'a str)> {
        let unions = self
            .api
            .types
            .iter()
            .filter_map(|(_, def)| match &def.shape {
                Shape::Union(union) => Some(union),
                _ => None,
            });
        let tagged = unions.filter_map(|union| match &union.discriminant {
            Discriminant::Property(tag) => Some((tag.as_str(), &union.variants)),
            Discriminant::Kind | Discriminant::FirstMatch => None,
        });
        let pairs = tagged.flat_map(|(tag, variants)| {
            let named = variants
                .iter()
                .filter_map(|variant| match &variant.payload {
                    Payload::Type(ty) => match self.resolve(ty) {
                        Type::Named(id) => Some(*id),
                        _ => None,
                    },
                    Payload::Word(_) => None,
                });
            named.map(move |id| (self.api.types.get(id).name.as_str(), tag))
        });
        pairs.collect()
    }

    /// The endpoint whose types stand in this file, if it is one's.
    pub(crate) fn endpoint_of(&self, file: &str) -> Option<&'a Endpoint> {
        self.endpoints.get(file).copied()
    }

    /// Whether a union knows the type of this name by this member.
    pub(crate) fn is_tag(&self, name: &str, member: &str) -> bool {
        self.tags.contains(&(name, member))
    }

    /// What stands for the documentation that an item lacks. The crate of this workspace has every
    /// item documented; elsewhere a line is spent only where it says what the name does not.
    pub(crate) fn fallback(&self, name: &str, wire: &str) -> String {
        self.unless_said(name, wire, || format!("{}.", super::markdown::code(wire)))
    }

    /// The same for a variant, of which a reader asks what stands for it in JSON.
    pub(crate) fn variant_fallback(&self, name: &str, wire: &str) -> String {
        self.unless_said(name, wire, || {
            format!("{} on the wire.", super::markdown::code(wire))
        })
    }

    /// The sentence for an item, unless its name reads like the wire's and nothing else is to be said.
    pub(crate) fn unless_said(
        &self,
        name: &str,
        wire: &str,
        sentence: impl FnOnce() -> String,
    ) -> String {
        if self.documents_all() || !super::docs::is_same(name, wire) {
            sentence()
        } else {
            String::new()
        }
    }

    /// Whether every item is documented, as in the crate of this workspace.
    pub(crate) fn documents_all(&self) -> bool {
        self.config.standalone.is_none()
    }

    /// The type behind aliases.
    pub(crate) fn resolve<'t>(&'t self, ty: &'t Type) -> &'t Type {
        self.api.types.resolve(ty)
    }

    /// The scalar that is really used: formats that stay plain are strings.
    pub(crate) fn scalar(&self, scalar: Scalar) -> Scalar {
        if self.config.plain.contains(&scalar) {
            Scalar::String
        } else {
            scalar
        }
    }
}

/// One file while it is written.
pub(crate) struct Scope<'a> {
    /// What all files have in common.
    pub(crate) context: &'a Context<'a>,
    /// Where types are imported from.
    types: &'static str,
    /// Names that are defined in this file and so need no import.
    own: HashSet<String>,
    /// Names that types may not be imported by, as something else has them here.
    taken: HashSet<String>,
    imported_types: BTreeSet<String>,
    runtime: BTreeSet<String>,
    uses_map: bool,
    uses_types: bool,
    uses_client: bool,
}

impl<'a> Scope<'a> {
    /// A file of types that defines these.
    pub(crate) fn of_types(context: &'a Context<'a>, defs: &[&TypeDef]) -> Self {
        let own = defs
            .iter()
            .map(|def| def.name.as_str().to_owned())
            .collect();
        Self::new(context, "super", own, HashSet::default())
    }

    /// A file of endpoints that defines these names, none of them a type of the API.
    pub(crate) fn of_endpoints(context: &'a Context<'a>, own: HashSet<String>) -> Self {
        Self::new(context, "super::types", HashSet::default(), own)
    }

    fn new(
        context: &'a Context<'a>,
        types: &'static str,
        own: HashSet<String>,
        taken: HashSet<String>,
    ) -> Self {
        Self {
            context,
            types,
            own,
            taken,
            imported_types: BTreeSet::new(),
            runtime: BTreeSet::new(),
            uses_map: false,
            uses_types: false,
            uses_client: false,
        }
    }

    /// A name of the runtime, imported unless something else in sight has it.
    pub(crate) fn runtime(&mut self, name: &str) -> String {
        if self.context.names.contains(name) || self.taken.contains(name) {
            return format!("crate::runtime::{name}");
        }
        self.use_runtime(name);
        name.to_owned()
    }

    fn use_runtime(&mut self, name: &str) {
        // Most names are used again and again.
        if !self.runtime.contains(name) {
            self.runtime.insert(name.to_owned());
        }
    }

    /// A macro of the runtime; macros have names of their own.
    pub(crate) fn macro_name(&mut self, name: &'static str) -> &'static str {
        self.use_runtime(name);
        name
    }

    /// The client.
    pub(crate) fn client(&mut self) -> &'static str {
        if self.context.names.contains("Client") || self.taken.contains("Client") {
            return "crate::Client";
        }
        self.uses_client = true;
        "Client"
    }

    /// A named type.
    pub(crate) fn named(&mut self, id: TypeId) -> String {
        let name = self.context.api.types.get(id).name.as_str();
        if self.taken.contains(name) {
            self.uses_types = true;
            return format!("types::{name}");
        }
        if !self.own.contains(name) && !self.imported_types.contains(name) {
            self.imported_types.insert(name.to_owned());
        }
        name.to_owned()
    }

    /// A type.
    pub(crate) fn ty(&mut self, ty: &Type) -> String {
        match ty {
            Type::Named(id) => self.named(*id),
            Type::Scalar(scalar) => self.scalar(*scalar),
            Type::List(item) => format!("Vec<{}>", self.item(item)),
            Type::Map(item) => {
                let map = self.map();
                format!("{map}<String, {}>", self.item(item))
            }
            Type::Json => "serde_json::Value".to_owned(),
        }
    }

    /// The map of all maps.
    pub(crate) fn map(&mut self) -> &'static str {
        if self.taken.contains("BTreeMap") {
            return "std::collections::BTreeMap";
        }
        self.uses_map = true;
        "BTreeMap"
    }

    /// A type whose values may be null.
    pub(crate) fn item(&mut self, item: &Item) -> String {
        let ty = self.ty(&item.ty);
        if item.nullable {
            format!("Option<{ty}>")
        } else {
            ty
        }
    }

    fn scalar(&mut self, scalar: Scalar) -> String {
        match self.context.scalar(scalar) {
            Scalar::String => "String".to_owned(),
            Scalar::Bool => "bool".to_owned(),
            Scalar::I8 => "i8".to_owned(),
            Scalar::I16 => "i16".to_owned(),
            Scalar::I32 => "i32".to_owned(),
            Scalar::I64 => "i64".to_owned(),
            Scalar::I128 => "i128".to_owned(),
            Scalar::U8 => "u8".to_owned(),
            Scalar::U16 => "u16".to_owned(),
            Scalar::U32 => "u32".to_owned(),
            Scalar::U64 => "u64".to_owned(),
            Scalar::U128 => "u128".to_owned(),
            Scalar::F32 => "f32".to_owned(),
            Scalar::F64 => "f64".to_owned(),
            Scalar::Format(format) if format.is_foreign() => format.rust.to_owned(),
            Scalar::Format(format) => self.runtime(format.rust),
            Scalar::Secret => self.runtime("Secret"),
            Scalar::Base64 => self.runtime("Base64"),
            Scalar::Upload => self.runtime("Upload"),
        }
    }

    /// The lines that import what was used.
    pub(crate) fn imports(&self) -> String {
        let mut out = String::new();
        if self.uses_client {
            layout::import(&mut out, "crate", &["Client"]);
        }
        let runtime: Vec<_> = self.runtime.iter().map(String::as_str).collect();
        layout::import(&mut out, "crate::runtime", &runtime);
        if self.uses_map {
            layout::import(&mut out, "std::collections", &["BTreeMap"]);
        }
        if self.uses_types {
            layout::import(&mut out, "super", &["types"]);
        }
        let types: Vec<_> = self.imported_types.iter().map(String::as_str).collect();
        layout::import(&mut out, self.types, &types);
        if !out.is_empty() {
            out.push('\n');
        }
        out
    }
}
