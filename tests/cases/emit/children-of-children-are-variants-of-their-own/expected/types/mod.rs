// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod lizard;
mod pet;
mod reptile;
mod thing;

pub use lizard::Lizard;
pub use pet::{Pet, PetBase};
pub use reptile::Reptile;
pub use thing::Thing;
