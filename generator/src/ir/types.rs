//! Types: structs, enums, unions and what their members are made of.

use super::format::Format;
use super::name::{FieldName, FileStem, TypeName, VariantName};
use crate::source::Place;

/// An index into [`Types`]; only [`Types`] makes one, so none dangles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(u32);

/// Every named type of an API, in document order.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::vec_box,
    reason = "types are found one by one: the list grows, and what is in it would be copied each time"
)]
pub struct Types(Vec<Box<TypeDef>>);

impl Types {
    /// Takes in a type and says under which id it is found.
    pub fn add(&mut self, def: impl Into<Box<TypeDef>>) -> TypeId {
        let id = TypeId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
        self.0.push(def.into());
        id
    }

    /// The type of this id.
    pub fn get(&self, id: TypeId) -> &TypeDef {
        &self.0[id.0 as usize]
    }

    /// The type of this id, to be changed.
    pub fn get_mut(&mut self, id: TypeId) -> &mut TypeDef {
        &mut self.0[id.0 as usize]
    }

    /// The type behind aliases.
    pub fn resolve<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = ty;
        // Alias cycles are newtypes by now, so this ends; the count is for a model made by hand.
        for _ in 0..64 {
            let Type::Named(id) = ty else { return ty };
            let Shape::Alias(item) = &self.get(*id).shape else {
                return ty;
            };
            if item.nullable {
                return ty;
            }
            ty = &item.ty;
        }
        ty
    }

    /// All types with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (TypeId, &TypeDef)> {
        (0..).map(TypeId).zip(self.0.iter().map(Box::as_ref))
    }

    /// All types with the ids they had.
    pub fn into_defs(self) -> impl Iterator<Item = (TypeId, Box<TypeDef>)> {
        (0..).map(TypeId).zip(self.0)
    }

    /// All ids.
    pub fn ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..u32::try_from(self.0.len()).unwrap_or(u32::MAX)).map(TypeId)
    }

    /// How many types there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A named type.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// Its name, distinct among all types.
    pub name: TypeName,
    /// The file it is emitted into, shared with the types that are written inline in it.
    pub file: FileStem,
    /// Its prose.
    pub docs: Docs,
    /// What it is.
    pub shape: Shape,
    /// Where it is used; decides derives, constructor and setters.
    pub usage: Usage,
    /// Whether the document says not to use it any more.
    pub deprecated: bool,
    /// Where the document declares it.
    pub place: Place,
}

/// What a named type is.
#[derive(Debug, Clone)]
pub enum Shape {
    /// An object with known members.
    Struct(Struct),
    /// A closed list of words or numbers in the document, open in Rust.
    Enum(Enum),
    /// One of several shapes.
    Union(Union),
    /// Several object shapes that may hold at once (`anyOf`).
    Overlap(Overlap),
    /// A fixed sequence of items.
    Tuple(Tuple),
    /// Another name for a type: `pub type A = B;`.
    Alias(Item),
    /// A name around a type that an alias could not give, as it contains itself: `pub struct A(pub B);`.
    Newtype(Item),
}

/// Where a type is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Usage {
    /// Callers make it: it is part of a request.
    pub request: bool,
    /// Callers are given it: it is part of an answer, an event or an error.
    pub response: bool,
    /// It is the body of a multipart request.
    pub multipart: bool,
}

/// An object with known members.
#[derive(Debug, Clone, Default)]
pub struct Struct {
    /// Its members in document order.
    pub fields: Vec<Field>,
    /// Members of one possible value that the type writes by itself and that have no field.
    pub constants: Vec<Constant>,
    /// Members beyond the known ones, where the document gives them a type.
    pub rest: Option<Rest>,
    /// Rules across members.
    pub rules: Vec<Rule>,
    /// What is asked of members together and no rule keeps.
    pub asked: Vec<Asked>,
}

/// A member of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name.
    pub name: FieldName,
    /// Its prose.
    pub docs: Docs,
    /// The type of its value, null and absence left aside.
    pub ty: Type,
    /// Whether it may be missing or null.
    pub presence: Presence,
    /// The server's default as JSON text: documented, never sent, never filled in.
    pub default: Option<String>,
    /// The one value a constructor fills in, where the field exists only so that other words survive reading.
    pub fixed: Option<Literal>,
    /// Whether the document says not to use it any more.
    pub deprecated: bool,
    /// Which way it travels.
    pub access: Access,
    /// Whether a property declares it, rather than `required` alone.
    pub declared: bool,
    /// Whether it stands behind a `Box`, since its type contains the struct it is in.
    pub boxed: bool,
    /// Where the document declares it.
    pub place: Place,
}

/// Whether a member may be missing or null.
///
/// Types that only answers use never have `OptionalNullable`: there missing and null mean the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Always there, never null: `T`.
    Required,
    /// May be missing; a null reads as missing: `Option<T>`.
    Optional,
    /// Always there, may be null: `Option<T>`, written as null.
    RequiredNullable,
    /// May be missing and may be null, and the two differ: `Maybe<T>`.
    OptionalNullable,
    /// A list or map that reads as empty when it is missing or null: `Vec<T>`.
    OrEmpty,
}

/// Which way a member travels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Access {
    /// Both ways.
    #[default]
    Both,
    /// Only from the server (`readOnly`): no setter, no constructor argument.
    ReadOnly,
    /// Only to the server (`writeOnly`).
    WriteOnly,
}

/// A member with one possible value.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Its name on the wire.
    pub wire: String,
    /// Its value.
    pub value: Literal,
}

/// A JSON scalar that the document fixes.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// A string.
    Str(String),
    /// An integer.
    Int(i128),
    /// A boolean.
    Bool(bool),
}

/// Members beyond the known ones.
#[derive(Debug, Clone)]
pub struct Rest {
    /// The field that holds them.
    pub name: FieldName,
    /// What each of them is.
    pub item: Item,
}

/// Of which members a value has some, by their names on the wire: documented, and for the server to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The members of exactly one of the lists.
    ExactlyOne(Vec<Vec<String>>),
    /// The members of at least one of the lists.
    AtLeastOne(Vec<Vec<String>>),
}

/// A rule across members; indices into [`Struct::fields`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// At most one of them may be set: an error before anything is sent.
    AtMostOne(Vec<usize>),
    /// One of them should be set: an error only for strict clients.
    ExpectOne(Vec<usize>),
}

/// The type of a value that is there and not null.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// A named type.
    Named(TypeId),
    /// A scalar.
    Scalar(Scalar),
    /// `Vec<T>`.
    List(Box<Item>),
    /// `BTreeMap<String, T>`.
    Map(Box<Item>),
    /// Any JSON value.
    Json,
}

/// A value inside a list, a map or an alias: there, but possibly null.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item {
    /// Its type.
    pub ty: Type,
    /// Whether it may be null: `Option<T>`.
    pub nullable: bool,
}

/// A scalar type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scalar {
    /// `String`.
    String,
    /// A string that `Debug` does not print.
    Secret,
    /// `bool`.
    Bool,
    /// `i8`.
    I8,
    /// `i16`.
    I16,
    /// `i32`.
    I32,
    /// `i64`.
    I64,
    /// `i128`, for ranges beyond 64 bits.
    I128,
    /// `u8`.
    U8,
    /// `u16`.
    U16,
    /// `u32`.
    U32,
    /// `u64`.
    U64,
    /// `u128`, for ranges beyond 64 bits.
    U128,
    /// `f32`.
    F32,
    /// `f64`.
    F64,
    /// A format of strings that has a type of its own.
    Format(&'static Format),
    /// `format: byte`: bytes that travel as base64.
    Base64,
    /// `format: binary`: a file of a multipart body.
    Upload,
}

/// A list of words or integers, open for ones that are not in it.
#[derive(Debug, Clone)]
pub struct Enum {
    /// What the values are in JSON.
    pub base: EnumBase,
    /// The known values.
    pub words: Vec<Word>,
}

/// What the values of an enum are in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EnumBase {
    /// Strings.
    Str,
    /// Integers of up to 64 bits.
    Int,
}

/// A known value of an enum.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its variant; the wire text beside it is the word itself.
    pub name: VariantName,
    /// Its prose.
    pub docs: Docs,
    /// Whether the document says not to use it any more.
    pub deprecated: bool,
}

/// One of several shapes.
#[derive(Debug, Clone)]
pub struct Union {
    /// Its variants; for [`Discriminant::FirstMatch`] the strictest first.
    pub variants: Vec<Variant>,
    /// How they are told apart, once the JSON kind has ruled out what cannot be.
    pub discriminant: Discriminant,
}

/// How a union tells its variants apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discriminant {
    /// By the JSON kind of the value alone.
    Kind,
    /// By the string in this member of the object; other kinds than objects by their kind.
    Property(String),
    /// The first that fits.
    FirstMatch,
}

/// A variant of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Its name.
    pub name: VariantName,
    /// Its prose.
    pub docs: Docs,
    /// What it holds.
    pub payload: Payload,
    /// The JSON kinds its values can have.
    pub kinds: Kinds,
    /// The values of the discriminating member that select it.
    pub tags: Vec<String>,
    /// Whether it stands behind a `Box`, since it contains the union it is in.
    pub boxed: bool,
}

/// What a variant of a union holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// Nothing: it is this string.
    Word(String),
    /// A value.
    Type(Type),
}

/// A set of JSON kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "it is a set of six members")]
pub struct Kinds {
    /// `null`.
    pub null: bool,
    /// `true` and `false`.
    pub boolean: bool,
    /// Numbers.
    pub number: bool,
    /// Strings.
    pub string: bool,
    /// Arrays.
    pub array: bool,
    /// Objects.
    pub object: bool,
}

impl Kinds {
    /// The kinds of both.
    pub const fn or(self, other: Self) -> Self {
        Self {
            null: self.null || other.null,
            boolean: self.boolean || other.boolean,
            number: self.number || other.number,
            string: self.string || other.string,
            array: self.array || other.array,
            object: self.object || other.object,
        }
    }
}

/// Several object shapes that may hold at once.
#[derive(Debug, Clone)]
pub struct Overlap {
    /// The shapes; reading fills each that fits, writing joins their members.
    pub parts: Vec<Part>,
}

/// One shape of an [`Overlap`].
#[derive(Debug, Clone)]
pub struct Part {
    /// The field that holds it.
    pub name: FieldName,
    /// Its prose.
    pub docs: Docs,
    /// Its type, one that reads from an object.
    pub ty: Type,
    /// Whether it stands behind a `Box`.
    pub boxed: bool,
}

/// A fixed sequence of items.
#[derive(Debug, Clone)]
pub struct Tuple {
    /// The items in order.
    pub items: Vec<Item>,
    /// What may follow them.
    pub rest: Option<Item>,
}

/// Prose of the document and our own lines beneath it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docs {
    /// `title` or `summary`.
    pub title: Option<String>,
    /// `description`: foreign Markdown, to be escaped where it is written.
    pub text: Option<String>,
    /// Our own sentences (constraints, rules), already Markdown.
    pub notes: Vec<String>,
    /// Named examples.
    pub examples: Vec<Example>,
    /// External documents.
    pub links: Vec<Link>,
}

/// A named example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its key, or nothing for the one without a name.
    pub name: Option<String>,
    /// What the document says of it.
    pub summary: Option<String>,
    /// Its value as JSON text on one line.
    pub json: String,
}

/// An external document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Its URL.
    pub url: String,
    /// What the document calls it.
    pub description: Option<String>,
}
