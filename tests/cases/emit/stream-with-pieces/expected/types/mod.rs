// Written by `cargo xtask generate`; change the schema and run it again.
//! The types of the schema.

mod answer;
mod event;
mod finish;
mod piece;
mod problem;
mod question;

pub use answer::Answer;
pub use event::Event;
pub use finish::Finish;
pub use piece::Piece;
pub use problem::Problem;
pub use question::Question;
