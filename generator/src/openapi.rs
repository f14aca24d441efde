//! OpenAPI as it is written: the keyword ledger, the judgement of a document's form, and schemas of
//! every version in one form. Knows nothing of Rust.

pub mod borders;
mod check;
mod declared;
mod examples;
pub mod instances;
pub mod keywords;
mod media;
mod schema;
pub mod shallow;
pub mod status;
pub mod validate;
mod walk;

pub use check::check;
pub use declared::declared;
pub use examples::{check_examples, each_example};
pub use media::{Media, essence};
pub use schema::{Additional, Discriminator, Limits, Schema, TypeSet};
pub use walk::walk;
