//! OpenAPI as it is written: the keyword ledger, the judgement of a document's form, and schemas of
//! every version in one form. Knows nothing of Rust.

mod check;
pub mod keywords;
mod schema;
pub mod shallow;
pub mod status;

pub use check::check;
pub use schema::{Additional, Discriminator, Limits, Schema, TypeSet};
