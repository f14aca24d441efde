//! `Power` of the schema, and the types that are part of it. Written by `cargo xtask generate`.

use crate::runtime::{object, union};

/// `Power` of the schema.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Power {
    /// `PowerAverage`.
    Average(PowerAverage),
    /// `PowerPeakToPeak`.
    PeakToPeak(PowerPeakToPeak),
    /// A value of another shape, as it came.
    Unknown(serde_json::Value),
}
union! { Power, else Unknown; Average(PowerAverage): object, PeakToPeak(PowerPeakToPeak): object }

/// A variant of [`Power`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PowerAverage {
    /// `average`.
    pub average: f64,
}
object! { PowerAverage { required average } }

impl PowerAverage {
    /// With all its members.
    pub fn new(average: f64) -> Self {
        Self { average }
    }
}

/// A variant of [`Power`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PowerPeakToPeak {
    /// `peak_to_peak`.
    pub peak_to_peak: f64,
}
object! { PowerPeakToPeak { required peak_to_peak } }

impl PowerPeakToPeak {
    /// With all its members.
    pub fn new(peak_to_peak: f64) -> Self {
        Self { peak_to_peak }
    }
}
